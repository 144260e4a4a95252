import { describe, expect, test } from 'vitest'
import { fill, filledText, saidText, troubles } from '../fill-text.ts'

describe('a template', () => {
  test('prints Markdown in which each number is a link to its observation', () => {
    expect(filledText('There are {{value "netizens"}} of them.')).toBe(
      'There are [1.092 billion](obs:netizens@2023-12) of them.',
    )
  })

  test('has a printer’s apostrophe where its author typed a typewriter’s, unless that is escaped', () => {
    expect(saidText(`Aujourd'hui l'{{label "flat"}}, China's 'own' can\\'t`)).toBe(
      `Aujourd’hui l’Flat, China’s 'own' can\\'t`,
    )
    expect(saidText("The boys' rate")).toBe('The boys’ rate')
  })

  test('goes through lists, with conditions, as Handlebars does', () => {
    const text = `{{#each lists.applications as |id|}}
{{#if (has (join id ".change"))}}
{{@index}} {{label id}}{{#unless @last}};{{/unless}}
{{else if (eq this "online-travel-booking-users")}}
no change for {{this}}
{{/if}}
{{else}}
none
{{/each}}
end
`
    expect(saidText(text)).toBe(
      'no change for online-travel-booking-users\n1 Online video users;\n2 Government service users\nend\n',
    )
  })

  test('includes partials with arguments, indented as they stand', () => {
    const partials = { line: '- {{label id}}: {{value id}}\n- {{../lists.history.[0]}}\n' }
    expect(saidText('  {{> line id="flat"}}\n', partials)).toBe('  - Flat: 3\n  - netizens\n')
  })

  test('indents what a helper prints in several lines as its first', () => {
    expect(saidText('- a\n  {{definitions-list "netizens"}}\n  {{table "flat" columns="value"}}\n')).toBe(
      `- a
  - **Netizens**: Residents who used the internet in the past half year.
  | Indicator | Dec 2023 |
  | :-- | --: |
  | Flat | 3 |
`,
    )
  })
})

describe('troubles', () => {
  test('are all told, each at its place, with a suggestion', () => {
    const text = `# {{value "netizen"}} {{valu "netizens"}}
{{period "2023-13"}} {{label "netizens" shrt=true}}
{{> methd}} {{value "netizens@2019-12"}}
{{rank "aplications" "netizens"}} {{table "applications" columns="value chnge"}}
{{#if lists.aplications}}{{value "x-y"}}{{/if}}
{{#each lists.applications}}{{value (join this ".rat")}}{{/each}}
{{titel}} {{value}} {{count "history" "x"}}
`
    expect(troubles(fill(text, { method: '' }).diagnostics)).toEqual([
      '1:11 unknown indicator: netizen (did you mean netizens?)',
      '1:25 unknown helper: valu (did you mean value?)',
      '2:10 unknown period: 2023-13 (write a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06)',
      '2:41 unknown option of label: shrt (did you mean short?)',
      '3:1 unknown partial: methd (did you mean method?)',
      '3:21 no observation: netizens in 2019-12 (netizens is there for 2022-06, 2022-12 and 2023-12)',
      '4:8 unknown list or indicator: aplications (did you mean applications?)',
      '4:66 unknown column: chnge (did you mean change?)',
      '5:7 unknown name: lists.aplications (did you mean applications?)',
      '5:34 unknown indicator: x-y',
      '6:38 unknown measure: .rat (did you mean rate?)',
      '7:3 unknown name: titel (did you mean title?)',
      '7:13 an argument is missing: value (write {{value REFERENCE}})',
      '7:39 an argument too many: count (write {{count LIST}})',
    ])
  })

  test('show the line of the template', () => {
    const [first] = fill('a\nb {{value "netizen"}} c\n').diagnostics
    expect(first?.excerpt).toBe('b {{value "netizen"}} c')
  })

  test('in a partial are told there', () => {
    const { diagnostics } = fill('{{> card id="netizen"}}', { card: '\n  {{value id}}' })
    expect(troubles(diagnostics)).toEqual([
      'templates/partials/card.md.hbs:2:11 unknown indicator: netizen (did you mean netizens?)',
    ])
  })

  test('in partials that each hold ten others end soon', () => {
    const partials = Object.fromEntries(
      Array.from({ length: 13 }, (_, level) => [`p${level}`, level === 12 ? 'x' : `{{> p${level + 1}}}`.repeat(10)]),
    )
    const { value, diagnostics } = fill('{{> p0}}', partials)
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ message }) => message)).toEqual(['more than 300000 parts to fill in'])
  })

  test('in a branch not taken are told where they do not depend on data', () => {
    expect(troubles(fill('{{#if false}}{{valu "x"}}{{> no}}{{/if}}').diagnostics)).toEqual([
      '1:16 unknown helper: valu (did you mean value?)',
      '1:26 unknown partial: no',
    ])
  })

  test.each([
    ['{{#if x}}', '1:1 a block that is not closed: {{#if}} (close it with {{/if}})'],
    ['a\n  b {{value "netizens"\nc\n', '2:5 an expression that is not closed: {{value "netizens" (close it with }})'],
    ['a {{period\n{{comparison}}', '1:3 an expression that is not closed: {{period (close it with }})'],
    ['a\n{{!-- b\n', '2:1 an expression that is not closed: {{!-- b (close it with }})'],
    [
      `a\n${'{{#if true}}'.repeat(51)}${'{{/if}}'.repeat(51)}`,
      '2:601 nested too deep: more than 50 levels (take parts of it into partials)',
    ],
    [
      `{{join ${'(join '.repeat(3000)}"a"${')'.repeat(3000)}}}`,
      '1:1 nested too deep: more than 50 levels (take parts of it into partials)',
    ],
    ['{{#if x}}\n{{/each}}', "1:4 if doesn't match each"],
    ['a\n{{/if}}', '2:1 not a Handlebars expression, at: {{/if}}'],
    ['a {{value "x}}', '1:11 not a Handlebars expression, at: "x}}'],
    ['{{{title}}}', '1:1 text that is not escaped: {{{…}}} (write {{…}}: what a helper says is Markdown)'],
    ['{{lists}}', '1:1 not a text, but a group of names: lists'],
    ['{{lists.history}}', '1:1 not a text, but a list: lists.history (go through it with {{#each}})'],
    ['{{#value "netizens"}}{{/value}}', '1:1 unknown block: value (a helper is no block: write {{value …}})'],
    ['{{#each title}}{{/each}}', '1:9 unknown name: title (to use the helper here, write (title))'],
    ['{{#each (title)}}{{/each}}', '1:10 not a list, so there is nothing to go through'],
    [
      '{{#each lists.history}}{{lists}}{{/each}}',
      '1:26 unknown name: lists (it is a name outside this block: write ../lists)',
    ],
    ['{{#> box}}x{{/box}}', '1:1 partials with a block are not supported (write {{> …}} before and after it)'],
    ['{{#each lists.history as |title|}}{{/each}}', '1:1 a helper has this name: title (choose another)'],
    ['{{label "netizens" short=1}}', '1:26 short is true or false, without quotes'],
    ['{{list "history" limit="2"}}', '1:24 limit is a whole number from 1, without quotes'],
    [
      '{{table "history" columns="value" head="A | {{period}}"}}',
      '1:40 braces in a text are not filled (join the parts: (join "Since " (period)))',
    ],
    ['{{table "history" columns="value" head="A | B | C"}}', '1:40 3 heads for 2 columns, the first of them the label'],
    [
      '{{value "online-government-service-users@2022-12"}}',
      '1:9 no number, only an interval, can be derived: online-government-service-users@2022-12 (write {{interval "online-government-service-users@2022-12"}})',
    ],
    [
      '{{change "urban-rural-penetration-gap" rate=true}}',
      '1:45 no rate: urban-rural-penetration-gap.change@2023-12 (a change in percentage points has no rate: leave out rate=true)',
    ],
    [
      '{{change "online-government-service-users" since=true}}',
      '1:50 the source does not state since when: online-government-service-users.change@2023-12',
    ],
    ['{{> a}}', 'templates/partials/a.md.hbs:1:1 a partial that includes itself without end: a'],
  ])('%s', (text, trouble) => {
    expect(troubles(fill(text, { a: '{{> a}}' }).diagnostics)).toEqual([trouble])
  })
})

describe('the way back', () => {
  /** The template's place of the first occurrence of a text in the Markdown. */
  const getPlace = (template: string, found: string, partials: Record<string, string> = {}) => {
    const { value } = fill(template, partials)
    if (!value) throw new Error('not filled')
    const { file, line, column } = value.placeOf(value.markdown.indexOf(found))
    return `${file.slice('templates/'.length)}:${line}:${column}`
  }

  test('leads from the author’s words to their line and column', () => {
    expect(getPlace('# A\n\nb {{value "netizens"}} ccc\n', 'ccc')).toBe('deck.md.hbs:3:24')
  })

  test('leads from a helper’s words to the helper', () => {
    expect(getPlace('# A\n\nb {{value "netizens"}} ccc\n', '1.092')).toBe('deck.md.hbs:3:3')
  })

  test('leads through loops, conditions and partials', () => {
    const partials = { row: '\n- x {{label id}}' }
    const text = '{{#each lists.applications as |id|}}\n  {{#if true}}\n  {{> row id=id}}\n  {{/if}}\n{{/each}}\n\nend'
    expect(getPlace(text, 'x', partials)).toBe('partials/row.md.hbs:2:3')
    expect(getPlace(text, 'Government', partials)).toBe('partials/row.md.hbs:2:5')
    expect(getPlace(text, 'end', partials)).toBe('deck.md.hbs:7:1')
  })

  test('holds with Windows line ends and a byte order mark', () => {
    expect(getPlace('\ufeffa\r\n\r\nb ccc', 'ccc')).toBe('deck.md.hbs:3:3')
  })
})
