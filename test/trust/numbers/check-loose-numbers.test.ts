import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { sourceText } from '../../../src/files/source-text.ts'
import { checkLooseNumbers } from '../../../src/trust/numbers/check-loose-numbers.ts'
import { smallDataset } from '../../document/dataset.ts'

interface Files {
  /** The note of netizens, in the data. */
  note?: string
  chart?: string
  allow?: string
  isWhole?: boolean
  languages?: readonly string[]
}

function check(template: string, { chart, allow, note, isWhole = true, languages }: Files = {}) {
  const dataset = smallDataset()
  const netizens = dataset.indicators.get('netizens')
  const indicators = new Map(dataset.indicators)
  // Its label is full of all that may go wrong elsewhere.
  indicators.delete('hostile')
  if (netizens && note !== undefined) indicators.set('netizens', { ...netizens, note: { en: note } })
  return checkLooseNumbers({
    templates: [sourceText('templates/deck.md.hbs', template)],
    charts: chart === undefined ? [] : [sourceText('templates/charts/a.vl.json', chart)],
    allow: allow === undefined ? undefined : sourceText('templates/allow.yaml', allow),
    isWhole,
    languages,
    dataset: { ...dataset, indicators },
  })
}

/** `line:column number`, warnings in brackets. */
function loose(template: string, files: Files = {}): string[] {
  return check(template, files).map(({ severity, message, place, excerpt }) => {
    const number = message.replace(/^.*: /, '')
    // The place is that of the number's first character, whatever stands before it.
    expect(excerpt?.slice((place?.column ?? 0) - 1)).toSatisfy((rest: string) => rest.startsWith(number))
    const told = `${place?.line}:${place?.column} ${number}`
    return severity === 'warning' ? `[${told}]` : told
  })
}

test('a number that its author typed is an error, with the reference to use', () => {
  expect(check('# Growth\n\nThere are 1.092 billion {{label "netizens" lower=true}}.').map(formatDiagnostic)).toEqual([
    `templates/deck.md.hbs:3:11: error: a number that comes from no figure: 1.092 billion
  3 | There are 1.092 billion {{label "netizens" lower=true}}.
    |           ^
  hint: write {{value "netizens"}}`,
  ])
  const typed = ['24.8 million', 'Netizens grew by 2.3%', '1.067 billion', 'Online retail sales: up 11%', '8.5 million']
  const hints = typed.map((text) => check(text)[0]?.hint)
  expect(hints).toEqual([
    'write {{by "netizens"}}',
    'write {{rate "netizens"}}',
    'write {{value "netizens@2022-12"}} or {{value "online-video-users"}}',
    'write {{rate "online-retail-sales"}}',
    'put the figure into data/ and refer to it; if it is none, allow it in templates/allow.yaml, with a reason',
  ])
})

test('the reference is of what its sentence speaks of; a number of two digits may be anything else', () => {
  const hintOf = (text: string) => check(text)[0]?.hint
  expect(hintOf('Netizens grew. Shops sold 11% more.')).not.toContain('{{')
  expect(hintOf('Of 1.067 billion netizens')).toBe('write {{value "netizens@2022-12"}}')
})

describe('wherever readers see it', () => {
  test.each([
    ['in a title', '# 5 million more', ['1:3 5 million']],
    ['in notes', ':::notes\nSay 42% aloud.\n:::', ['2:5 42%']],
    ['in a caption', '![](charts/a2.vl.json "Up 7% in a year")', ['1:27 7%']],
    ['in an alternative text', '![A line up to 77.5%](charts/a.vl.json)', ['1:16 77.5%']],
    ['in a directive’s label', ':::note[What 37.8% is]\nA\n:::', ['1:14 37.8%']],
    ['in a slide’s section', '::slide{layout="chart" section="Top 20"}', ['1:37 20']],
    ['in a key figure’s label', '{{key-figure "netizens" label="users, 9% more"}}', ['1:39 9%']],
    ['in the head of a table', '{{table "applications" columns="value" head="Application | 300 days"}}', ['1:60 300']],
    ['in words that are joined', '{{capital (join "about 60% of " (label "netizens"))}}', ['1:24 60%']],
    ['given to a partial', '{{> card title="7 in 10" id="netizens@2022-12" limit=3}}', ['1:17 7', '1:22 10']],
    ['in a branch not taken', '{{#if (holds "rose" "netizens")}}a{{else}}12% less{{/if}}', ['1:43 12%']],
    ['after a figure', '{{value "netizens"}} and 3%', ['1:26 3%']],
    ['on a later line', 'A\nb {{value "netizens"}} c\nd 3% e', ['3:3 3%']],
    ['in a table', '| a | b |\n| - | - |\n| c | 14.5 |', ['3:7 14.5']],
  ])('%s', (_, template, expected) => {
    expect(loose(template)).toEqual(expected)
  })
})

describe('in every script', () => {
  test.each([
    ['网民达10.92亿', ['1:4 10.92亿']],
    ['占百分之三十', ['1:2 百分之三十']],
    ['用户十一亿', ['1:3 十一亿']],
    ['１２％', ['1:1 １２％']],
    ['٣٤٪', ['1:1 ٣٤٪']],
    ['a ½ share, 5²', ['1:3 ½', '1:12 5', '1:13 ²']],
  ])('%s', (template, expected) => {
    expect(loose(template)).toEqual(expected)
  })
})

test('what is no figure passes', () => {
  const template = `# 5G, IPv6 and PDF/UA-1 in 2023
::slide{layout="two-charts"}

## 2. Method

1. In December 2023, on 22 March 2024, 2024-03-22.
2. The 53rd report; [](#figure-2); see Figure 2, page 4 and Table 1[^1].

第53次报告，2023年12月。[words](https://example.org/a/15) &#124; {#x-15}

{{table "applications" columns="value@2022-12" limit=10}} {{value "netizens" digits=3}} {{period "2022-12"}}

{{!-- 42 --}} The two rates, one by one; the third edition, the first of three.`
  expect(loose(template)).toEqual([])
})

test('a heading’s number passes, a figure at its start does not', () => {
  expect(loose('## 2.1 Method')).toEqual([])
  expect(loose('## 2.1 Million more')).toEqual(['1:4 2.1 Million'])
})

test('the numbers of Chinese headings and points pass, figures there do not', () => {
  expect(loose('#### 1. 工业生产\n\n### 2．投资\n\n#### （3）消费\n\n1．增速按不变价格计算。')).toEqual([])
  expect(loose('#### 15亿元\n\n#### 1.5 亿元').length).toBe(2)
})

test('number words are warnings, but for small counts', () => {
  expect(loose('Eleven firms; half of them; twice; a third; three quarters; nine in ten; eight years.')).toEqual([
    '[1:1 Eleven]',
    '[1:15 half]',
    '[1:29 twice]',
    '[1:36 a third]',
    '[1:45 three quarters]',
    '[1:61 nine]',
    '[1:69 ten]',
  ])
})

test('half a year is a span of time', () => {
  expect(loose('In half a year; the same half-year of 2022; the past half year.')).toEqual([])
})

test('in a claim, the numbers that it holds to figures pass', () => {
  expect(loose('{{#claim "majority" "internet-penetration-rate"}}more than half{{/claim}}')).toEqual([])
  expect(loose('{{#claim "more-than" "internet-penetration-rate" "75%"}}above 75%, not 76%{{/claim}}')).toEqual([
    '1:72 76%',
  ])
})

describe('in a chart’s spec', () => {
  const inSpec = (spec: object) => loose('', { chart: JSON.stringify(spec, null, 2) })
  test('titles, texts and expressions that make them', () => {
    expect(
      inSpec({
        title: { text: 'Up 24.8 million', subtitle: ['a', 'since 2020: 3%'] },
        encoding: { y: { axis: { title: '% of 1,200 people', labelExpr: "datum.label + ' of 90%'" } } },
        layer: [{ mark: { type: 'text', text: '77.5%' } }, { encoding: { text: { value: '8%' } } }],
        transform: [{ calculate: "datum.first ? '5 million' : ''", as: 'a' }],
      }),
    ).toEqual([
      '3:17 24.8 million',
      '6:20 3%',
      '12:24 1,200',
      '13:42 90%',
      '21:18 77.5%',
      '27:21 8%',
      '34:36 5 million',
    ])
  })
  test('figures of its own', () => {
    expect(inSpec({ data: { values: [{ year: '2023', users: 326 }] } })).toEqual(['6:18 326'])
  })
  test('sizes, colours and formats are none', () => {
    expect(
      inSpec({
        width: 400,
        mark: { type: 'line', strokeWidth: 2, opacity: 0.5, color: '#123456' },
        encoding: { x: { axis: { format: '.1f', values: [0, 50] }, scale: { domain: [0, 100] } } },
        transform: [{ filter: "datum.period === '2023-12'" }, { calculate: "format(datum.value, '.1f')", as: 'b' }],
      }),
    ).toEqual([])
  })
})

describe('the allow-list', () => {
  const allow =
    "- text: past dozen years\n  reason: the definition's span\n- { text: 24/7 support, reason: a name, file: templates/briefing.md.hbs }\n"
  test('lets pass what it names, where it names it, and tells what it no longer needs', () => {
    expect(loose('Used in the past\ndozen years.', { allow })).toEqual(['[3:11 24/7 support]'])
    expect(loose('half of them', { allow, isWhole: false })).toEqual(['[1:1 half]'])
  })
  test('wants a reason for each', () => {
    expect(check('5%', { allow: '- text: 5%\n' }).map(formatDiagnostic)[0]).toContain(
      'templates/allow.yaml:1:3: error: missing: reason',
    )
  })
})

describe('texts of the data, which cannot refer to figures', () => {
  const told = (note: string, allow?: string) =>
    check('', { note, ...(allow !== undefined && { allow }) }).map(({ message }) => message)
  test('are warned of digits', () => {
    expect(told('Up 24.8 million in December 2023, says the 53rd report.')).toEqual([
      'a number in the note of netizens that comes from no figure: 24.8 million',
    ])
  })
  test('but for ages, which say who is meant, and what the allow-list names', () => {
    expect(told('People aged 15 to 74, or from 16 years of age.')).toEqual([])
    expect(told('Personen von 15 bis 74 Jahren.')).toEqual([])
    expect(told('Counted in 1,400 wards', '- text: 1,400 wards\n  reason: how the survey is made\n')).toEqual([])
    expect(told('Counted in 1,400 wards')).toHaveLength(1)
  })
  test('and may say in words how good they are', () => {
    expect(told('Good to about a million; twice a year.')).toEqual([])
  })
})

test('of what is said in words in a language that no document is in nothing is known', () => {
  const text = '{{#lang "zh"}}东部占一半，有12个{{else}}Half are in the East, 13 of them{{/lang}}'
  expect(loose(text)).toEqual(['[1:18 一半]', '1:22 12', '[1:33 Half]', '1:55 13'])
  expect(loose(text, { languages: ['en'] })).toEqual(['1:22 12', '[1:33 Half]', '1:55 13'])
  expect(loose(text, { languages: ['zh'] })).toEqual(['[1:18 一半]', '1:22 12', '1:55 13'])
})
