import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../src/document/template/fill.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { read, report } from '../../dataset/example.ts'

const dimensions = `dimensions:
  age:
    label: Age
    total: All adults
    categories:
      young: { label: Aged 16 to 24, short: 16 to 24 }
      old: { label: Aged 75 and over, short: 75 and over }
`
const figures = `indicators:
  users:
    label: Users
    unit: people
    type: stock
    dimensions: [age]
    observations:
      - { period: 2023-12, value: 60 million, source: paper }
      - { period: 2022-12, value: 55 million, source: paper }
      - { period: 2023-12, category: young, value: 9 million, source: paper }
      - { period: 2023-12, category: old, value: suppressed }
      - { period: 2022-12, category: young, value: 8 million, source: paper }
      - { period: 2022-12, category: old, value: 2 million, source: paper }
  readers:
    label: Readers
    unit: people
    type: stock
    dimensions: [age]
    observations:
      - { period: 2023-12, category: young, value: 5 million, source: paper }
      - { period: 2022-12, category: young, value: 4 million, source: paper }
      - { period: 2021-12, category: old, value: 3 million, source: paper }
  gone: { label: Gone, unit: people, type: stock }
  new:
    label: New
    unit: people
    type: stock
    observations:
      - { period: 2023-12, value: 9 million, source: paper }
absent: { not stated: [gone, 'readers[old]', 'new@2022-12'] }
`

const { value: dataset } = read({ 'report.yaml': report + dimensions, 'figures.yaml': figures })

function fill(text: string) {
  if (!dataset) throw new Error('the dataset does not read')
  const template = { file: 'deck.md.hbs', text }
  const { value, diagnostics } = fillTemplate({ template, partials: new Map(), dataset, locale: getLocale('en') })
  const markdown = (value?.markdown ?? '').replaceAll('\u00a0', ' ').replace(/\[([^\]]*)\]\(obs:[^)]*\)/g, '$1')
  return { markdown, leftOut: value?.leftOut ?? [], faults: diagnostics.map(({ message }) => message), filled: value }
}

describe('what stands on absent figures alone is left out', () => {
  it.each([
    ['a sentence', 'A. {{value "gone"}} are gone.\nB {{value "users"}}.', 'A. B 60 million.'],
    ['the last sentence', 'B {{value "users"}}. Gone: {{value "gone"}}.', 'B 60 million. '],
    ['a paragraph', 'A.\n\nGone: {{value "gone"}}.\n\nB.', 'A.\n\n\nB.'],
    ['an item', '- A\n- Gone: {{value "gone"}}\n- B', '- A\n- B'],
    [
      'a row',
      '| a | b |\n| - | - |\n| x | {{value "gone"}} |\n| y | {{value "users"}} |\n',
      '| a | b |\n| - | - |\n| y | 60 million |\n',
    ],
    [
      'a card',
      ':::key-figures\n{{key-figure "gone"}}\n{{key-figure "users@2022-12" change=false}}\n:::',
      ':::key-figures\n- 55 million\\\n  Users, Dec 2022\n:::',
    ],
    [
      'a card after another',
      ':::key-figures\n{{key-figure "users@2022-12" change=false}}\n{{key-figure "gone"}}\n:::',
      ':::key-figures\n- 55 million\\\n  Users, Dec 2022\n:::',
    ],
    [
      'a footnote with all that refers to it',
      'A. Gone: {{value "gone"}}.[^x]\n\n- B[^y]\n- Gone: {{value "gone"}}[^y]\n\n[^x]: Words\nof two lines.\n[^y]: More.',
      'A. \n\n- B[^y]\n\n[^y]: More.',
    ],
    ['what refers to a footnote with it', 'A.[^x]\n\n[^x]: {{value "gone"}} are gone.\n\nB.', 'A.\n\n\nB.'],
    ['a sentence of a footnote', 'A.[^x]\n\n[^x]: {{value "gone"}} are gone. B.', 'A.[^x]\n\n[^x]: B.'],
    ['no footnote that nothing referred to', 'Gone: {{value "gone"}}. B.\n\n[^x]: C.', 'B.\n\n[^x]: C.'],
    ['what a bold label leads', '- **Gone.** {{value "gone"}} are gone.\n- B', '- B'],
    ['what a Chinese label leads', '- **减少。**减少{{value "gone"}}。\n- **B。**乙。', '- **B。**乙。'],
    ['a Chinese sentence before a label', '减少{{value "gone"}}。**B。**乙。', '**B。**乙。'],
    [
      'a slide by its title',
      '# {{value "gone"}} are gone\n\n::slide{layout="text"}\n\nWhy.\n\n![](a.vl.json)\n\n# B\n\nB.\n',
      '# B\n\nB.\n',
    ],
    ['all cards', 'A.\n\n:::key-figures\n{{key-figure "gone"}}\n:::\n\nB.', 'A.\n\n\nB.'],
    ['a change from a level that is absent', 'A. New {{change "new"}}, or {{rate "new"}}.\n\nB.', 'A. \n\nB.'],
    ['a condition', 'A. {{#if (holds "rose" "gone")}}More.{{else}}Fewer.{{/if}} B.', 'A. B.'],
    ['a claim', 'A. They {{#claim "rose" "gone"}}rose{{/claim}}. B.', 'A. B.'],
    ['what another helper says of it', 'A. {{capital (change "gone")}}. B.', 'A. B.'],
    [
      'a slide',
      '# One\n\nA.\n\n# Two\n\n::slide{section="x"}\n\nGone: {{value "gone"}}.\n\n:::notes\nSay it.\n:::\n\n# Three\n\nB.',
      '# One\n\nA.\n\n# Three\n\nB.',
    ],
    [
      'columns of which the headings alone are left, with their slide',
      '# One\n\n::::columns\n:::column\n### Up\n\n- {{value "gone"}}\n:::\n:::column\n### Down\n\n- {{value "gone"}}\n:::\n::::\n\n# B\n',
      '# B\n',
    ],
    ['what its label is said of', 'A.\n\n:::quote[{{value "gone"}}]\nSaid.\n:::\n\nB.', 'A.\n\n\nB.'],
    ['a section', '## One\n\n### Sub\n\n{{value "gone"}}.\n\n## Two\n\nB.', '## Two\n\nB.'],
    ['a table', 'A.\n\n{{table "gone" columns="value"}}\n\nB.', 'A.\n\n\nB.'],
    [
      'a sentence of an alternative text',
      '![Users. Gone: {{value "gone"}}.](charts/a.vl.json)',
      '![Users. ](charts/a.vl.json)',
    ],
    ['a chart by its caption', 'A.\n\n![](charts/a.vl.json "Gone: {{value "gone"}}")\n\nB.', 'A.\n\n\nB.'],
  ])('%s', (_, template, expected) => {
    const { markdown, leftOut, faults } = fill(template)
    expect(faults).toEqual([])
    expect(markdown.replace(/\n+$/, '')).toBe(expected.replace(/\n+$/, ''))
    expect(leftOut.length).toBeGreaterThan(0)
  })

  it('and listed with its line and reason', () => {
    expect(fill('A.\n\nGone are {{value "gone"}} of {{value "users[old]"}}.').leftOut).toEqual([
      'left out, not stated (gone@2023-12): deck.md.hbs:3: “Gone are … of ….”',
      'left out, suppressed (users[old]@2023-12): deck.md.hbs:3: “Gone are … of ….”',
    ])
  })

  it('nothing else of a slide that has more to say', () => {
    expect(fill('# One\n\nGone: {{value "gone"}}.\n\nA.').markdown).toBe('# One\n\n\nA.')
  })

  it('and places of what stands stay true', () => {
    const { filled } = fill('Gone: {{value "gone"}}. B {{value "users"}}.')
    expect(filled?.placeOf(0)).toMatchObject({ line: 1, column: 25 })
  })
})

it('refuses a heading of absent figures above others that are there', () => {
  expect(fill('# {{value "gone"}} are gone\n\nThere are {{value "users"}}.').faults).toEqual([
    'not stated: gone@2023-12, in the heading of figures that are there: “… are gone”',
  ])
})

it('refuses a title of absent figures above a subtitle whose figures are there, once: they would stand on the slide before', () => {
  const title = '# Gone {{#if (holds "rose" "gone")}}rose{{else}}fell{{/if}} to {{value "gone"}}'
  expect(fill(`# One\n\nA.\n\n${title}\n\n## Users\n\nThere are {{value "users"}}.`).faults).toEqual([
    'not stated: gone.change@2023-12, in the heading of figures that are there: “Gone … to …”',
  ])
})

it('refuses a sentence of figures that are there and others that are not, once, and shows it', () => {
  expect(fill('There are {{value "users"}}, of them {{value "gone"}} gone.').faults).toEqual([
    'not stated: gone@2023-12, in a sentence with figures that are there: “There are 60 million, of them … gone.”',
  ])
})

describe('a table with absent figures', () => {
  it('has the symbol of the reason', () => {
    expect(fill('{{table "users[age]" columns="value value@2022-12" short=true}}').markdown).toBe(
      `| Age | Dec 2023 | Dec 2022 |
| :-- | --: | --: |
| 16 to 24 | 9 million | 8 million |
| 75 and over | [&#91;c&#93;](absent:suppressed) | 2 million |`,
    )
  })
})

describe('a cross-table', () => {
  it('has a row for the whole and each category, and a column for each period', () => {
    expect(fill('{{table "users" rows="age" columns="period"}}').markdown).toBe(
      `| Age | Dec 2022 | Dec 2023 |
| :-- | --: | --: |
| **All adults** | 55 million | 60 million |
| Aged 16 to 24 | 8 million | 9 million |
| Aged 75 and over | 2 million | [&#91;c&#93;](absent:suppressed) |`,
    )
  })
  it('may leave the whole and some periods out', () => {
    expect(
      fill('{{table "users" rows="age" columns="period" periods="2022-12" total=false short=true}}').markdown,
    ).toBe('| Age | Dec 2022 |\n| :-- | --: |\n| 16 to 24 | 8 million |\n| 75 and over | 2 million |')
  })
  it('has periods in rows too, and the inner of two under the outer', () => {
    expect(fill('{{table "users" rows="period age" columns="" total=false short=true}}').faults).toEqual([
      'a cross-table without columns',
    ])
    expect(fill('{{table "users" rows="period" columns="age" total=false}}').markdown).toBe(
      `| Period | 16 to 24 | 75 and over |
| :-- | --: | --: |
| Dec 2022 | 8 million | 2 million |
| Dec 2023 | 9 million | [&#91;c&#93;](absent:suppressed) |`,
    )
  })
  it('has no line for a whole that nobody states, and one mark for what is not stated', () => {
    expect(fill('{{table "readers" rows="age" columns="period" short=true}}').markdown).toBe(
      `| Age | Dec 2021 | Dec 2022 | Dec 2023 |
| :-- | --: | --: | --: |
| 16 to 24 | [&#91;x&#93;](absent:not-stated) | 4 million | 5 million |
| 75 and over | 3 million | [&#91;x&#93;](absent:not-stated) | [&#91;x&#93;](absent:not-stated) |`,
    )
  })
  it('names what stands in rows and in columns', () => {
    expect(fill('{{table "users" rows="age" columns="age period"}}').faults).toEqual(['in rows and in columns: age'])
  })
  it('names what is no dimension', () => {
    expect(fill('{{table "users" rows="ages" columns="period"}}').faults).toEqual(['no dimension of users: ages'])
  })
})
