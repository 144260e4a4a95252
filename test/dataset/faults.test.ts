import { describe, expect, it } from 'vitest'
import { type Files, figures, report, troubles } from './example.ts'

interface Case {
  name: string
  files: Files
  /** The diagnostics as they are printed, with their exact lines and columns. */
  expected: string
}

/** figures.yaml with one observation of each of some users, as given. */
const users = (observation: string) => `indicators:
  users:
    label: Users
    unit: people
    type: stock
    observations:
      - ${observation}
`
const row = (value: string) => users(`{ period: 2023-12, value: ${value}, source: paper }`)
const share = (value: string) => row(value).replace('unit: people', 'unit: percent')
const points = (value: string) => row(value).replace('unit: people', 'unit: percentage-points')
const withCheck = (assertion: string) => `${figures}checks:
  - id: mine
    assert: ${assertion}
`
const withFormula = (formula: string) => `${figures}  worked:
    label: Worked out
    unit: people
    type: stock
    observations:
      - { period: 2023-12, formula: '${formula}' }
`
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))

const cases: Case[] = [
  // Files
  {
    name: 'a language that numbers are not said in',
    files: { 'report.yaml': report.replace('language: en', 'language: pt-BR'), 'figures.yaml': figures },
    expected: `
data/report.yaml:8:11: error: not right for language: pt-BR
  8 | language: pt-BR
    |           ^
  expected: one of en, zh, fr, de, es: the languages that numbers are said in
`,
  },
  {
    name: 'a formula without end',
    files: { 'report.yaml': report, 'figures.yaml': withFormula(Array(3000).fill('users').join(' + ')) },
    expected: `
data/figures.yaml:22:8038: error: longer than 2000 values and signs
  22 | … users + users + users + users + users + users + users + users + users + users + users + users + us
     |                                                   ^
`,
  },
  {
    name: 'a number in a formula that never ends',
    files: { 'report.yaml': report, 'figures.yaml': withFormula(`users * 1${'0'.repeat(60_000)}`) },
    expected: `
data/figures.yaml:22:46: error: too many digits: 10000000000000000000…
  22 |       - { period: 2023-12, formula: 'users * 100000000000000000000000000000000000000000000000000000
     |                                              ^
`,
  },
  {
    name: 'a file whose ending is written large',
    files: { 'report.yaml': report, 'figures.yaml': figures, 'more.CSV': 'indicator,period,value' },
    expected: `
data/more.CSV:1:1: warning: not read: data/more.CSV
  hint: name it .csv
`,
  },
  {
    name: 'no report.yaml',
    files: { 'report.yaml': undefined, 'figures.yaml': figures },
    expected: `
data/report.yaml:1:1: error: missing file: data/report.yaml
  hint: it says what the report is: title, period, sources; make a new one: briefwright init
`,
  },
  {
    name: 'report.yml',
    files: { 'report.yaml': undefined, 'report.yml': report },
    expected: `
data/report.yaml:1:1: error: missing file: data/report.yaml
  hint: rename data/report.yml
data/report.yml:1:1: warning: not read: data/report.yml
  hint: name it .yaml
`,
  },
  {
    name: 'an empty report.yaml',
    files: { 'report.yaml': '' },
    expected: `
data/report.yaml:1:1: error: file is empty
  1 | 
    | ^
  hint: delete the file, or write in it what it is for
`,
  },
  {
    name: 'an empty file',
    files: { 'figures.yaml': '' },
    expected: `
data/figures.yaml:1:1: error: file is empty
  1 | 
    | ^
  hint: delete the file, or write in it what it is for
`,
  },
  {
    name: 'a file of comments',
    files: { 'figures.yaml': '# nothing yet\n' },
    expected: `
data/figures.yaml:1:1: error: file is empty
  1 | # nothing yet
    | ^
  hint: delete the file, or write in it what it is for
`,
  },
  {
    name: 'an empty CSV file',
    files: { 'figures.csv': '' },
    expected: `
data/figures.csv:1:1: error: file is empty
  1 | 
    | ^
  expected: a header: indicator,period,value
`,
  },
  {
    name: 'Latin-1',
    files: { 'figures.yaml': bytes('indicators:\n  users:\n    label: Caf', [0xe9], '\n') },
    expected: `
data/figures.yaml:3:15: error: not UTF-8: byte 0xE9
  expected: UTF-8
  hint: save the file as UTF-8
`,
  },
  {
    name: 'UTF-8 cut off',
    files: { 'figures.yaml': bytes('indicators:\n  users:\n    label: ', [0xe4, 0xb8]) },
    expected: `
data/figures.yaml:3:12: error: not UTF-8: byte 0xE4
  expected: UTF-8
  hint: save the file as UTF-8
`,
  },
  {
    name: 'UTF-16',
    files: { 'figures.yaml': bytes([0xff, 0xfe], Buffer.from('indicators:', 'utf16le').toJSON().data) },
    expected: `
data/figures.yaml:1:1: error: file is UTF-16
  expected: UTF-8
  hint: save the file as UTF-8
`,
  },
  {
    name: 'a NUL byte',
    files: { 'figures.yaml': 'indicators:\n  users:\n    label: A\0B\n' },
    expected: `
data/figures.yaml:3:13: error: not text: a NUL byte
  expected: UTF-8 text
  hint: the file may be binary, or UTF-16; save it as UTF-8
`,
  },
  {
    name: 'a large file',
    files: {
      'figures.csv': new Uint8Array(16_000_001),
      'figures.yaml': new Uint8Array(4_000_001),
      'rows.csv': `indicator,period,value${'\nx'.repeat(250_000)}`,
    },
    expected: `
data/figures.csv:1:1: error: file is too large: 16.0 MB
  expected: at most 16 MB
  hint: keep the figures that the report tells, and leave the raw data elsewhere
data/figures.yaml:1:1: error: file is too large: 4.0 MB
  expected: at most 4 MB
  hint: keep the figures that the report tells, and leave the raw data elsewhere
data/rows.csv:1:1: error: file has too many lines: 250,001
  1 | indicator,period,value
    | ^
  expected: at most 250,000
  hint: keep the figures that the report tells, and leave the raw data elsewhere
`,
  },
  // YAML
  {
    name: 'a tab',
    files: { 'figures.yaml': 'indicators:\n  users:\n\tlabel: Users\n' },
    expected: `
data/figures.yaml:3:1: error: a tab is used as indentation
  3 |  label: Users
    | ^
  expected: spaces
  hint: indent by two spaces
`,
  },
  {
    name: 'an unclosed quote',
    files: { 'figures.yaml': 'indicators:\n  users:\n    label: "Users\n    unit: people\n' },
    expected: `
data/figures.yaml:3:12: error: a quote is not closed
  3 |     label: "Users
    |            ^
  expected: "
`,
  },
  {
    name: 'a brace that a colour keeps open',
    files: {
      'figures.yaml': "indicators:\n  users: { unit: people, label: { en: 'Users' }, note: #1 of all }\n  more: {}\n",
    },
    expected: `
data/figures.yaml:2:10: error: not closed: {
  2 |   users: { unit: people, label: { en: 'Users' }, note: #1 of all }
    |          ^
  hint: close it; within braces # begins a comment, so a text with it stands in quotes: "#0b5c8f"
`,
  },
  {
    name: 'a missing space',
    files: { 'figures.yaml': 'indicators:\n  users:\n    label:Users\n    unit: people\n' },
    expected: `
data/figures.yaml:3:5: error: not YAML: implicit keys need to be on a single line
  3 |     label:Users
    |     ^
  hint: a key is followed by a colon and a space
`,
  },
  {
    name: 'a colon in a text',
    files: { 'figures.yaml': 'indicators:\n  users:\n    label: Users: all\n    unit: people\n' },
    expected: `
data/figures.yaml:3:12: error: not YAML: nested mappings are not allowed in compact mappings
  3 |     label: Users: all
    |            ^
  hint: quote a text that holds a colon and a space
`,
  },
  {
    name: 'brackets in a list',
    files: { 'figures.yaml': 'lists:\n  young: [users[16-24]]\n' },
    expected: `
data/figures.yaml:2:16: error: not YAML: missing , or : between flow sequence items
  2 |   young: [users[16-24]]
    |                ^
  hint: quote it for its brackets: "users[…]"
`,
  },
  {
    name: 'bad indentation',
    files: { 'figures.yaml': 'indicators:\n  users:\n    label: Users\n   unit: people\n' },
    expected: `
data/figures.yaml:4:1: error: not YAML: all mapping items must start at the same column
  4 |    unit: people
    | ^
  hint: entries of one map or list start in one column
`,
  },
  {
    name: 'two documents',
    files: { 'figures.yaml': `${figures}---\n${figures}` },
    expected: `
data/figures.yaml:17:1: error: a second document starts
  17 | ---
     | ^
  expected: one document in a file
  hint: remove the line ---
`,
  },
  {
    name: 'a tag',
    files: { 'figures.yaml': figures.replace('label: Users', 'label: !important Users') },
    expected: `
data/figures.yaml:3:12: error: a tag (!) is not read here
  3 |     label: !important Users
    |            ^
  hint: quote a text that starts with an exclamation mark
`,
  },
  {
    name: 'a duplicate key',
    files: { 'figures.yaml': figures.replace('    type: stock\n', '    type: stock\n    type: flow\n') },
    expected: `
data/figures.yaml:6:5: error: duplicate key: type
  6 |     type: flow
    |     ^
  hint: it stands first on line 5
`,
  },
  {
    name: 'a duplicate id',
    files: { 'figures.yaml': figures.replace('  share:', '  users:') },
    expected: `
data/figures.yaml:11:3: error: duplicate key: users
  11 |   users:
     |   ^
  hint: it stands first on line 2
`,
  },
  {
    name: '__proto__',
    files: { 'figures.yaml': figures.replace('  share:', '  __proto__:') },
    expected: `
data/figures.yaml:11:3: error: not allowed as a name: __proto__
  11 |   __proto__:
     |   ^
  hint: choose another name
`,
  },
  {
    name: 'constructor',
    files: {
      'report.yaml': report.replace('  paper:', '  constructor:'),
      'figures.yaml': row('5 million').replace('paper', 'constructor'),
    },
    expected: `
data/report.yaml:13:3: error: not allowed as a name: constructor
  13 |   constructor: { kind: primary, title: Paper, publisher: Press, cite: 'Press, 2024' }
     |   ^
  hint: choose another name
`,
  },
  {
    name: 'an alias bomb',
    files: {
      'figures.yaml': `lists:\n  a: &a [users,users,users,users,users,users,users,users,users,users]\n${[...'bcdefgh'].map((name, index) => `  ${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]\n`).join('')}`,
    },
    expected: `
data/figures.yaml:5:31: error: aliases stand for more than 10000 values
  5 |   d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]
    |                               ^
`,
  },
  {
    name: 'an unknown alias',
    files: { 'figures.yaml': figures.replace('unit: people', 'unit: *nothing') },
    expected: `
data/figures.yaml:4:11: error: unknown alias: *nothing
  4 |     unit: *nothing
    |           ^
  hint: no value is marked &nothing
`,
  },
  {
    name: 'an alias of itself',
    files: { 'figures.yaml': 'lists:\n  a: &a [*a]\n' },
    expected: `
data/figures.yaml:2:10: error: nested too deep: more than 32 levels
  2 |   a: &a [*a]
    |          ^
`,
  },
  {
    name: 'deep nesting',
    files: { 'figures.yaml': `indicators:\n  users: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n` },
    expected: `
data/figures.yaml:2:410: error: nested too deep: more than 32 levels
  2 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    |                                                   ^
`,
  },
  {
    name: 'deep nesting by dashes',
    files: { 'figures.yaml': `indicators:\n  ${'- '.repeat(5000)}a\n` },
    expected: `
data/figures.yaml:2:3: error: nested too deep: more than 32 levels
  2 |   - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
    |   ^
`,
  },
  {
    name: 'deep nesting that is read',
    files: { 'figures.yaml': `indicators:\n  users: ${'['.repeat(50)}${']'.repeat(50)}\n` },
    expected: `
data/figures.yaml:2:41: error: nested too deep: more than 32 levels
  2 |   users: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    |                                         ^
`,
  },
  {
    name: 'not a map',
    files: { 'figures.yaml': '- one\n- two\n' },
    expected: `
data/figures.yaml:1:1: error: not right for the file: a list
  1 | - one
    | ^
  expected: a map of units, sources, speakers, dimensions, indicators, absent, lists, checks, feeds
`,
  },
  {
    name: 'indicators as a list',
    files: { 'figures.yaml': 'indicators:\n  - id: users\nlists:\n  all: [users]\n' },
    expected: `
data/figures.yaml:2:3: error: not right for indicators: a list
  2 |   - id: users
    |   ^
  expected: a map of ids and what each of them is
`,
  },
  // Schema
  {
    name: 'a text that its comma parts within braces',
    files: { 'more.yaml': 'indicators:\n  a: { label: Food, drink, unit: percent, type: ratio }\n' },
    expected: `
data/more.yaml:2:21: error: unknown key: drink
  2 |   a: { label: Food, drink, unit: percent, type: ratio }
    |                     ^
  expected: one of label, short, said, unit, type, dimensions, definition, denominator, part-of, share-of, good, residual, note, observations
  hint: a text with a comma stands in quotes within braces: { label: "Food, drink" }
`,
  },
  {
    name: 'an unknown key',
    files: { 'figures.yaml': figures.replace('    unit: people', '    units: people') },
    expected: `
data/figures.yaml:4:5: error: unknown key: units
  4 |     units: people
    |     ^
  expected: one of label, short, said, unit, type, dimensions, definition, denominator, part-of, share-of, good, residual, note, observations
  hint: did you mean unit?
`,
  },
  {
    name: 'an extra key of an observation',
    files: { 'figures.yaml': row('5 million, vlaue: 3') },
    expected: `
data/figures.yaml:7:46: error: unknown key: vlaue
  7 |       - { period: 2023-12, value: 5 million, vlaue: 3, source: paper }
    |                                              ^
  expected: one of period, category, value, formula, status, source, paragraph, locator, speaker, printed, note, plausible, change, changes
  hint: did you mean value?
`,
  },
  {
    name: 'a dimension as a key of observations, once, and not what follows from leaving it out',
    files: {
      'figures.yaml': `${users('{ period: 2023-12, value: 5 million, source: paper }')}${[1, 2, 3, 4]
        .map((value) => `      - { period: 2023-12, area: east, value: ${value} million, source: paper }\n`)
        .join('')}`,
    },
    expected: `
data/figures.yaml:8:28: error: unknown key: area
  8 |       - { period: 2023-12, area: east, value: 1 million, source: paper }
    |                            ^
  expected: one of period, category, value, formula, status, source, paragraph, locator, speaker, printed, note, plausible, change, changes
  hint: of a dimension write category: east; where the figure is not there, value: not stated
  also at: data/figures.yaml:9, 10, 11
`,
  },
  {
    name: 'a number whose comma ends it, and nothing of the number that is left',
    files: { 'figures.yaml': users('{ period: 2023-12, value: 5,300,300, source: paper }') },
    expected: `
data/figures.yaml:7:35: error: a comma in a number without quotes: 5,300,300
  7 |       - { period: 2023-12, value: 5,300,300, source: paper }
    |                                   ^
  hint: put it into quotes: "5,300,300"; decimals have a point, 7.3
`,
  },
  {
    name: 'an unknown section',
    files: { 'figures.yaml': `${figures}indicator: {}\n` },
    expected: `
data/figures.yaml:17:1: error: unknown key: indicator
  17 | indicator: {}
     | ^
  expected: one of units, sources, speakers, dimensions, indicators, absent, lists, checks, feeds
  hint: did you mean indicators?
`,
  },
  {
    name: 'a misspelt section of report.yaml, and not each use of what it declares',
    files: { 'report.yaml': report.replace('sources:', 'sorces:'), 'figures.yaml': figures },
    expected: `
data/report.yaml:12:1: error: unknown key: sorces
  12 | sorces:
     | ^
  expected: one of id, title, subtitle, edition, publisher, author, contact, address, geography, period, comparison, released, next-release, embargo, language, languages, compiled, severity, variants, units, sources, speakers, dimensions, indicators, absent, lists, checks, feeds
  hint: did you mean sources?
`,
  },
  {
    name: 'three faults in one list',
    files: {
      'figures.yaml': users(
        '{ period: 2023-12, value: 5 million, sauce: paper }\n      - { period: [], value: 5 million, source: paper }\n      - { period: 2021-12, value: five, source: paper }',
      ),
    },
    expected: `
data/figures.yaml:7:46: error: unknown key: sauce
  7 |       - { period: 2023-12, value: 5 million, sauce: paper }
    |                                              ^
  expected: one of period, category, value, formula, status, source, paragraph, locator, speaker, printed, note, plausible, change, changes
  hint: did you mean source?
data/figures.yaml:8:19: error: not right for period: a list
  8 |       - { period: [], value: 5 million, source: paper }
    |                   ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
data/figures.yaml:9:35: error: not a number: five
  9 |       - { period: 2021-12, value: five, source: paper }
    |                                   ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million; or why it is not there: not stated, suppressed, not applicable, too small, later
`,
  },
  {
    name: 'a missing label',
    files: { 'figures.yaml': figures.replace('    label: Users\n', '') },
    expected: `
data/figures.yaml:2:3: error: missing: label
  2 |   users:
    |   ^
  expected: a text, or one for each language: { en: Netizens, zh: 网民规模 }
`,
  },
  {
    name: 'wrong kinds of values',
    files: {
      'figures.yaml': figures
        .replace('label: Users', 'label: [Users]')
        .replace('type: stock', 'type: level')
        .replace('label: Share', "label: ''"),
    },
    expected: `
data/figures.yaml:3:12: error: not right for label: a list
  3 |     label: [Users]
    |            ^
  expected: a text, or one for each language: { en: Netizens, zh: 网民规模 }
data/figures.yaml:5:11: error: unknown type: level
  5 |     type: level
    |           ^
  expected: stock, flow or ratio
data/figures.yaml:12:12: error: not right for label: an empty text
  12 |     label: ''
     |            ^
  expected: a text that is not empty
`,
  },
  {
    name: 'not an id',
    files: { 'figures.yaml': figures.replace('  users:', '  Online Users:') },
    expected: `
data/figures.yaml:2:3: error: not a name: Online Users
  2 |   Online Users:
    |   ^
  expected: a name of lower-case letters, digits and hyphens, such as online-video-users
`,
  },
  {
    name: 'a language that is none',
    files: { 'figures.yaml': figures.replace('label: Users', 'label: { english: Users }') },
    expected: `
data/figures.yaml:3:14: error: not a name: english
  3 |     label: { english: Users }
    |              ^
  expected: a language tag, such as en or zh
`,
  },
  {
    name: 'no text in the language of the report',
    files: { 'figures.yaml': figures.replace('label: Users', 'label: { zh: 用户 }') },
    expected: `
data/figures.yaml:3:12: error: missing: label in en
  3 |     label: { zh: 用户 }
    |            ^
  expected: a text for each language: { en: … }
`,
  },
  {
    name: 'texts that one of the report’s languages lacks',
    files: {
      'report.yaml': report
        .replace('language: en', 'language: en\nlanguages: [en, zh]')
        .replace(/: (Example|Office|Country|people|yuan|Paper|Press|'Press, 2024')(?=[,\n ])/g, ': { en: $1, zh: $1 }'),
      'figures.yaml': figures.replace(
        'label: Users',
        'label: { en: Users, zh-Hant: 用戶 }\n    definition: Who was there.',
      ),
    },
    expected: `
data/figures.yaml:3:12: error: missing: label in zh
  3 |     label: { en: Users, zh-Hant: 用戶 }
    |            ^
  expected: a text for each language: { en: …, zh: … }
data/figures.yaml:4:17: error: missing: definition in zh
  4 |     definition: Who was there.
    |                 ^
  expected: a text for each language: { en: …, zh: … }
data/figures.yaml:13:12: error: missing: label in zh
  13 |     label: Share
     |            ^
  expected: a text for each language: { en: …, zh: … }
data/report.yaml:16:16: error: missing: name in zh
  16 |   ann: { name: Ann, role: Director }
     |                ^
  expected: a text for each language: { en: …, zh: … }
data/report.yaml:16:27: error: missing: role in zh
  16 |   ann: { name: Ann, role: Director }
     |                           ^
  expected: a text for each language: { en: …, zh: … }
`,
  },
  {
    name: 'an empty map of texts',
    files: { 'figures.yaml': figures.replace('label: Users', 'label: {}') },
    expected: `
data/figures.yaml:3:12: error: not right for label: a map
  3 |     label: {}
    |            ^
  expected: a text for each language
`,
  },
  {
    name: 'a control character',
    files: { 'figures.yaml': figures.replace('label: Users', 'label: "Us\\u0007ers"') },
    expected: `
data/figures.yaml:3:12: error: not right for label: Us�ers
  3 |     label: "Us\\u0007ers"
    |            ^
  expected: a text without control characters
`,
  },
  {
    name: 'a wrong paragraph',
    files: { 'figures.yaml': row('5 million, paragraph: [4, five]') },
    expected: `
data/figures.yaml:7:61: error: not right for paragraph[1]: five
  7 |       - { period: 2023-12, value: 5 million, paragraph: [4, five], source: paper }
    |                                                             ^
  expected: the number of a paragraph
`,
  },
  {
    name: 'the report lacks much',
    files: {
      'report.yaml': report.replace('title: Example\n', '').replace('released: 2024-03-22', 'released: March 2024'),
      'figures.yaml': figures,
    },
    expected: `
data/report.yaml:1:1: error: missing: title
  1 | id: example
    | ^
  expected: a text, or one for each language: { en: Netizens, zh: 网民规模 }
data/report.yaml:6:11: error: not right for released: March 2024
  6 | released: March 2024
    |           ^
  expected: a date, such as 2024-03-22
`,
  },
  {
    name: 'the dates of the report',
    files: {
      'report.yaml': report
        .replace('period: 2023-12', 'period: 2024-13')
        .replace('comparison: 2022-12', 'comparison: last year'),
      'figures.yaml': figures,
    },
    expected: `
data/report.yaml:5:9: error: not a date: 2024-13
  5 | period: 2024-13
    |         ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
data/report.yaml:6:13: error: not a date: last year
  6 | comparison: last year
    |             ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
`,
  },
  {
    name: 'a next release before this one',
    files: {
      'report.yaml': report.replace('released: 2024-03-22', 'released: 2024-03-22\nnext-release: 2024-03-01'),
      'figures.yaml': figures,
    },
    expected: `
data/report.yaml:8:15: error: the next release is not after this one: 2024-03-01
  8 | next-release: 2024-03-01
    |               ^
  expected: a date after 2024-03-22
`,
  },
  {
    name: 'the order of dates',
    files: {
      'report.yaml': report
        .replace('released: 2024-03-22', 'released: 2023-11-01')
        .replace('comparison: 2022-12', 'comparison: 2023-12'),
      'figures.yaml': figures,
    },
    expected: `
data/report.yaml:5:9: error: period begins after the report was released: 2023-12
  5 | period: 2023-12
    |         ^
  expected: a period that begins by 2023-11-01
data/report.yaml:6:13: error: comparison is not before the period: 2023-12
  6 | comparison: 2023-12
    |             ^
  expected: a period before 2023-12
`,
  },
  {
    name: 'an address that is none',
    files: { 'report.yaml': report.replace("cite: '", "url: 'javascript:alert(1)', cite: '"), 'figures.yaml': figures },
    expected: `
data/report.yaml:13:64: error: not right for url: javascript:alert(1)
  13 | … { kind: primary, title: Paper, publisher: Press, url: 'javascript:alert(1)', cite: 'Press, 2024' }
     |                                                         ^
  expected: an address that starts with https://
`,
  },
  // Names
  {
    name: 'an unknown source',
    files: { 'figures.yaml': figures.replaceAll('source: paper', 'source: papr') },
    expected: `
data/figures.yaml:9:17: error: unknown source: papr
  9 |         source: papr
    |                 ^
  expected: one of paper
  hint: did you mean paper?
data/figures.yaml:16:50: error: unknown source: papr
  16 |       - { period: 2023-12, value: 77.5%, source: papr }
     |                                                  ^
  expected: one of paper
  hint: did you mean paper?
`,
  },
  {
    name: 'a missing source',
    files: { 'figures.yaml': figures.replace('        source: paper\n', '') },
    expected: `
data/figures.yaml:7:9: error: missing: source
  7 |       - period: 2023-12
    |         ^
  expected: where it is stated: paper
`,
  },
  {
    name: 'an unknown speaker',
    files: {
      'figures.yaml': figures.replace('        source: paper\n', '        source: paper\n        speaker: anne\n'),
    },
    expected: `
data/figures.yaml:10:18: error: unknown speaker: anne
  10 |         speaker: anne
     |                  ^
  expected: one of ann
  hint: did you mean ann?
`,
  },
  {
    name: 'an unknown unit',
    files: { 'figures.yaml': figures.replace('unit: people', 'unit: peple') },
    expected: `
data/figures.yaml:4:11: error: unknown unit: peple
  4 |     unit: peple
    |           ^
  expected: one of percent, percentage-points, people, yuan
  hint: did you mean people?
`,
  },
  {
    name: 'a unit without what it counts from',
    files: { 'figures.yaml': figures.replace('unit: people', 'unit: index') },
    expected: `
data/figures.yaml:4:11: error: unknown unit: index
  4 |     unit: index
    |           ^
  expected: one of percent, percentage-points, people, yuan
  hint: did you mean index-2015?
`,
  },
  {
    name: 'an unknown indicator in lists and wholes',
    files: {
      'figures.yaml': `${figures.replace('    type: stock', '    type: stock\n    part-of: user')}lists:\n  all: [users, shares, users]\n`,
    },
    expected: `
data/figures.yaml:6:14: error: unknown indicator: user
  6 |     part-of: user
    |              ^
  expected: one of users, share
  hint: did you mean users?
data/figures.yaml:19:16: error: unknown indicator: shares
  19 |   all: [users, shares, users]
     |                ^
  expected: one of users, share
  hint: did you mean share?
data/figures.yaml:19:24: error: twice in the list: users
  19 |   all: [users, shares, users]
     |                        ^
  hint: remove one
`,
  },
  {
    name: 'a part in another unit',
    files: { 'figures.yaml': figures.replace('    type: stock', '    type: stock\n    part-of: share') },
    expected: `
data/figures.yaml:6:14: error: a part in people of a whole in percent: share
  6 |     part-of: share
    |              ^
  expected: an indicator of the same unit
`,
  },
  {
    name: 'a share that is none',
    files: {
      'figures.yaml': figures.replace(
        '    type: stock',
        '    type: stock\n    share-of: { numerator: users, denominator: share }',
      ),
    },
    expected: `
data/figures.yaml:4:11: error: a share in people
  4 |     unit: people
    |           ^
  expected: percent
data/figures.yaml:6:15: error: a share of people in percent
  6 |     share-of: { numerator: users, denominator: share }
    |               ^
  expected: two indicators of one unit
  hint: without share-of, denominator: says in words what it is a share of
data/figures.yaml:6:28: error: users refers to itself
  6 |     share-of: { numerator: users, denominator: share }
    |                            ^
  expected: another indicator
`,
  },
  {
    name: 'one id in two files',
    files: { 'a.yaml': figures, 'b.yaml': figures.replace('  users:', '  people:') },
    expected: `
data/b.yaml:11:3: error: duplicate id: share, which stands at data/a.yaml:11:3
  11 |   share:
     |   ^
  hint: give one of them another id
`,
  },
  // Values
  {
    name: 'values that are no numbers',
    files: {
      'figures.yaml': [
        'many',
        '1.2.3 million',
        '1,09 million',
        '1.092 bilion',
        '24.8m',
        '24.8 milions',
        'more than 47 million',
        '1e9',
        '',
      ]
        .map((value) =>
          row(value ? `'${value}'` : "''")
            .replace('users:', `users-${value.replace(/[^a-z0-9]/g, '') || 'empty'}:`)
            .replace('indicators:\n', ''),
        )
        .reduce((all, one) => all + one, 'indicators:\n'),
    },
    expected: `
data/figures.yaml:7:35: error: not a number: many
  7 |       - { period: 2023-12, value: 'many', source: paper }
    |                                   ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million; or why it is not there: not stated, suppressed, not applicable, too small, later
data/figures.yaml:13:35: error: not a number: 1.2.3 million
  13 |       - { period: 2023-12, value: '1.2.3 million', source: paper }
     |                                   ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
  hint: commas group digits by three, and a point marks decimals: 961,000 or 1.092
data/figures.yaml:19:35: error: not a number: 1,09 million
  19 |       - { period: 2023-12, value: '1,09 million', source: paper }
     |                                   ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
  hint: commas group digits by three, and a point marks decimals: 961,000 or 1.092
data/figures.yaml:25:42: error: unknown unit or scale: bilion
  25 |       - { period: 2023-12, value: '1.092 bilion', source: paper }
     |                                          ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
  hint: did you mean billion?
data/figures.yaml:31:40: error: unknown unit or scale: m
  31 |       - { period: 2023-12, value: '24.8m', source: paper }
     |                                        ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
  hint: write million
data/figures.yaml:37:41: error: unknown unit or scale: milions
  37 |       - { period: 2023-12, value: '24.8 milions', source: paper }
     |                                         ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
  hint: did you mean million?
data/figures.yaml:49:37: error: unknown unit or scale: e9
  49 |       - { period: 2023-12, value: '1e9', source: paper }
     |                                     ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
data/figures.yaml:55:35: error: not a number: nothing
  55 |       - { period: 2023-12, value: '', source: paper }
     |                                   ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million; or why it is not there: not stated, suppressed, not applicable, too small, later
`,
  },
  {
    name: 'wrong units',
    files: { 'figures.yaml': row('15.4 trillion yuan') },
    expected: `
data/figures.yaml:7:49: error: wrong unit: yuan
  7 |       - { period: 2023-12, value: 15.4 trillion yuan, source: paper }
    |                                                 ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
`,
  },
  {
    name: 'per cent for people',
    files: { 'figures.yaml': row('77.5%') },
    expected: `
data/figures.yaml:7:39: error: wrong unit: %
  7 |       - { period: 2023-12, value: 77.5%, source: paper }
    |                                       ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
`,
  },
  {
    name: 'a percentage without its sign',
    files: { 'figures.yaml': share('77.5') },
    expected: `
data/figures.yaml:7:35: error: missing unit: 77.5
  7 |       - { period: 2023-12, value: 77.5, source: paper }
    |                                   ^
  expected: a percentage, such as 77.5%
  hint: write 77.5%
`,
  },
  {
    name: 'per cent for points',
    files: { 'figures.yaml': points('16.8%') },
    expected: `
data/figures.yaml:7:39: error: wrong unit: %
  7 |       - { period: 2023-12, value: 16.8%, source: paper }
    |                                       ^
  expected: percentage points, such as 16.8 pp or -4.4 pp
  hint: a difference of percentages is percentage points: write 16.8 pp, and printed: 16.8% where the source prints that
`,
  },
  {
    name: 'points for per cent',
    files: { 'figures.yaml': share('16.8 pp') },
    expected: `
data/figures.yaml:7:40: error: wrong unit: pp
  7 |       - { period: 2023-12, value: 16.8 pp, source: paper }
    |                                        ^
  expected: a percentage, such as 77.5%
  hint: a level or rate is a percentage; only a difference is in percentage points
`,
  },
  {
    name: 'a fall in words',
    files: { 'figures.yaml': points('4.4 percentage points lower') },
    expected: `
data/figures.yaml:7:39: error: unknown unit or scale: percentage points lower
  7 |       - { period: 2023-12, value: 4.4 percentage points lower, source: paper }
    |                                       ^
  expected: percentage points, such as 16.8 pp or -4.4 pp
  hint: a fall is written with a minus sign: -4.4 pp
`,
  },
  {
    name: 'the change of a percentage',
    files: { 'figures.yaml': share('77.5%, change: { since: 2022-12, by: 1.9%, rate: 2.5% }') },
    expected: `
data/figures.yaml:7:75: error: wrong unit: %
  7 | … { period: 2023-12, value: 77.5%, change: { since: 2022-12, by: 1.9%, rate: 2.5% }, source: paper }
    |                                                                     ^
  expected: percentage points, such as 16.8 pp or -4.4 pp
  hint: a difference of percentages is percentage points: write 1.9 pp, and printed: 1.9% where the source prints that
data/figures.yaml:7:84: error: a rate of change of a percentage: 2.5%
  7 | … { period: 2023-12, value: 77.5%, change: { since: 2022-12, by: 1.9%, rate: 2.5% }, source: paper }
    |                                                                              ^
  hint: write by, in percentage points: 1.9 pp
`,
  },
  {
    name: 'nothing stated',
    files: { 'figures.yaml': users('{ period: 2023-12, source: paper }') },
    expected: `
data/figures.yaml:7:9: error: missing: value
  7 |       - { period: 2023-12, source: paper }
    |         ^
  expected: a value, a formula or a change
`,
  },
  {
    name: 'an empty source',
    files: { 'figures.yaml': users('{ period: 2023-12, value: 5 million, source: }') },
    expected: `
data/figures.yaml:7:54: error: not right for source: nothing
  7 |       - { period: 2023-12, value: 5 million, source: }
    |                                                      ^
  expected: a name of lower-case letters, digits and hyphens, such as online-video-users
`,
  },
  {
    name: 'an empty value',
    files: { 'figures.yaml': users('{ period: 2023-12, value: , source: paper }') },
    expected: `
data/figures.yaml:7:35: error: not right for value: nothing
  7 |       - { period: 2023-12, value: , source: paper }
    |                                   ^
  expected: a value as people print it, such as 1.092 billion or 77.5%
`,
  },
  {
    name: 'value and formula',
    files: { 'figures.yaml': row('5 million, formula: 2 * 3') },
    expected: `
data/figures.yaml:7:55: error: both a value and a formula
  7 |       - { period: 2023-12, value: 5 million, formula: 2 * 3, source: paper }
    |                                                       ^
  expected: one of them
  hint: keep the value, and test it with a check; or keep the formula
`,
  },
  {
    name: 'a source of a formula',
    files: { 'figures.yaml': users('{ period: 2023-12, formula: 25 million, source: paper }') },
    expected: `
data/figures.yaml:7:57: error: source without a value
  7 |       - { period: 2023-12, formula: 25 million, source: paper }
    |                                                         ^
  hint: a derived figure has no source of its own: it follows from its formula
`,
  },
  {
    name: 'a change of nothing',
    files: { 'figures.yaml': row('5 million, change: { since: 2022-12 }') },
    expected: `
data/figures.yaml:7:46: error: missing: by
  7 |       - { period: 2023-12, value: 5 million, change: { since: 2022-12 }, source: paper }
    |                                              ^
  expected: by how much, or at what rate
`,
  },
  // Periods
  {
    name: 'unknown forms of period',
    files: {
      'figures.yaml': users(
        '{ period: Dec 2023, value: 5 million, source: paper }\n      - { period: 2023-13, value: 5 million, source: paper }\n      - { period: 2023-12, value: 5 million, source: paper, change: { since: last year, by: 1 million } }',
      ),
    },
    expected: `
data/figures.yaml:7:19: error: unknown form of period: Dec 2023
  7 |       - { period: Dec 2023, value: 5 million, source: paper }
    |                   ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
data/figures.yaml:8:19: error: unknown form of period: 2023-13
  8 |       - { period: 2023-13, value: 5 million, source: paper }
    |                   ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
data/figures.yaml:9:78: error: unknown form of period: last year
  9 | …- { period: 2023-12, value: 5 million, source: paper, change: { since: last year, by: 1 million } }
    |                                                                         ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06, or: not stated
`,
  },
  {
    name: 'a period after the release',
    files: {
      'figures.yaml': users(
        '{ period: 2024-01, value: 5 million, source: paper }\n      - { period: 2024-12, value: 5 million, source: paper }',
      ),
    },
    expected: `
data/figures.yaml:8:19: error: period is later than the release: 2024-12
  8 |       - { period: 2024-12, value: 5 million, source: paper }
    |                   ^
  expected: a period that begins by 2024-03-22
  hint: what is foreseen says status: forecast
`,
  },
  {
    name: 'a change from later',
    files: { 'figures.yaml': row('5 million, change: { since: 2024-12, by: 1 million }') },
    expected: `
data/figures.yaml:7:63: error: a change since 2024-12 cannot end in 2023-12
  7 | …  - { period: 2023-12, value: 5 million, change: { since: 2024-12, by: 1 million }, source: paper }
    |                                                            ^
  expected: a period before 2023-12
`,
  },
  {
    name: 'one figure twice',
    files: {
      'figures.yaml': users(
        '{ period: 2023-12, value: 5 million, source: paper }\n      - { period: 2023-12, value: 6 million, source: paper }',
      ),
      'more.csv': 'indicator,period,value,source\nusers,2023-12,5 million,paper\n',
    },
    expected: `
data/figures.yaml:8:35: error: duplicate observation: users@2023-12, which stands at data/figures.yaml:7:35
  8 |       - { period: 2023-12, value: 6 million, source: paper }
    |                                   ^
  hint: one figure is written once: revise it in its place, with status: revised; paragraph takes a list: [4, 5, 14]
data/more.csv:2:15: error: duplicate observation: users@2023-12, which stands at data/figures.yaml:7:35
  2 | users,2023-12,5 million,paper
    |               ^
  hint: one figure is written once: revise it in its place, with status: revised; paragraph takes a list: [4, 5, 14]
`,
  },
  {
    name: 'a figure that cannot be read, and what hangs on it',
    files: {
      'figures.yaml': `${withFormula('users / 2 + users.change').replace('509 million', 'many')}checks:\n  - { id: mine, assert: users > 3 }\n`,
    },
    expected: `
data/figures.yaml:8:16: error: not a number: many
  8 |         value: many
    |                ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million; or why it is not there: not stated, suppressed, not applicable, too small, later
`,
  },
  {
    name: 'too many digits',
    files: { 'figures.yaml': row('1.2345678901234567890 million') },
    expected: `
data/figures.yaml:7:35: error: too many digits: 1.2345678901234567890 million
  7 |       - { period: 2023-12, value: 1.2345678901234567890 million, source: paper }
    |                                   ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million
`,
  },
  {
    name: 'no language',
    files: {
      'report.yaml': report.replace('language: en\n', ''),
      'figures.yaml': figures.replace('label: Users', 'label: { zh: 用户 }'),
    },
    expected: `
data/report.yaml:1:1: error: missing: language
  1 | id: example
    | ^
  expected: a language tag, such as en or zh
`,
  },
  {
    name: 'an indicator that is misspelt where it is declared',
    files: {
      'figures.yaml': `${figures.replace('  users:', '  uzers:')}lists:\n  a: [users]\n  b: [users]\n`,
      'more.csv': 'indicator,period,value,source\nusers,2021-12,5 million,paper\nusers,2020-12,4 million,paper\n',
    },
    expected: `
data/figures.yaml:18:7: error: unknown indicator: users
  18 |   a: [users]
     |       ^
  expected: one of uzers, share
  hint: did you mean uzers?
  also at: data/figures.yaml:19; data/more.csv:2, 3
`,
  },
  // CSV
  {
    name: 'ragged rows',
    files: {
      'figures.yaml': figures,
      'more.csv': 'indicator,period,value,source\nusers,2021-12,961,000,paper\nusers,2020-12\n',
    },
    expected: `
data/more.csv:2:23: error: the row has 5 fields
  2 | users,2021-12,961,000,paper
    |                       ^
  expected: 4 fields, as the header has
  hint: quote a field that holds a comma: "961,000"
data/more.csv:3:1: error: the row has 2 fields
  3 | users,2020-12
    | ^
  expected: 4 fields, as the header has
  hint: end the row with a comma for each empty field
`,
  },
  {
    name: 'a table parted by semicolons',
    files: { 'figures.yaml': figures, 'more.csv': 'indicator;period;value\nusers;2021-12;5 million\n' },
    expected: `
data/more.csv:1:1: error: its fields are parted by semicolons
  1 | indicator;period;value
    | ^
  hint: save it with commas between them (figures may be edited in a workbook: briefwright export figures.xlsx)
`,
  },
  {
    name: 'unknown columns',
    files: {
      'figures.yaml': figures,
      'more.csv': 'indicator,period,values,source,source,colour\nusers,2021-12,5 million,paper,,\n',
    },
    expected: `
data/more.csv:1:18: error: unknown column: values
  1 | indicator,period,values,source,source,colour
    |                  ^
  expected: one of indicator, period, value, since, by, rate, basis, status, source, paragraph, locator, speaker, printed, note, plausible, category
  hint: did you mean value?
data/more.csv:1:32: error: duplicate column: source
  1 | indicator,period,values,source,source,colour
    |                                ^
data/more.csv:1:39: error: unknown column: colour
  1 | indicator,period,values,source,source,colour
    |                                       ^
  expected: one of indicator, period, value, since, by, rate, basis, status, source, paragraph, locator, speaker, printed, note, plausible, category
  hint: the categories of a dimension stand in the column category: 16-24, or age=16-24, region=wales
`,
  },
  {
    name: 'missing columns',
    files: { 'figures.yaml': figures, 'more.csv': 'indicator,value\nusers,5 million\n' },
    expected: `
data/more.csv:1:1: error: missing column: period
  1 | indicator,value
    | ^
  expected: a header: indicator,period,value
`,
  },
  {
    name: 'faults in rows',
    files: {
      'figures.yaml': figures,
      'more.csv':
        'indicator,period,value,source,since,by,status\r\nuser,2021-12,5 million,paper,,,\r\nusers,2021,"5\nmillion",paper,,,\r\nusers,2020-12,five,papers,,,guessed\r\nusers,,4 million,paper,,,\r\nusers,2019-12,4 million,paper,,1 million,\r\n',
    },
    expected: `
data/more.csv:2:1: error: unknown indicator: user
  2 | user,2021-12,5 million,paper,,,
    | ^
  expected: one of users, share
  hint: did you mean users?
data/more.csv:5:15: error: not a number: five
  5 | users,2020-12,five,papers,,,guessed
    |               ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million; or why it is not there: not stated, suppressed, not applicable, too small, later
data/more.csv:5:20: error: unknown source: papers
  5 | users,2020-12,five,papers,,,guessed
    |                    ^
  expected: one of paper
  hint: did you mean paper?
data/more.csv:5:29: error: unknown status: guessed
  5 | users,2020-12,five,papers,,,guessed
    |                             ^
  expected: stated, provisional, revised, estimated or forecast
data/more.csv:6:7: error: missing: period
  6 | users,,4 million,paper,,,
    |       ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
data/more.csv:7:31: error: missing: since
  7 | users,2019-12,4 million,paper,,1 million,
    |                               ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
`,
  },
  {
    name: 'quotes that do not close',
    files: {
      'figures.yaml': figures,
      'more.csv': 'indicator,period,value,source\nusers,2021-12,"5 million"x,paper\nusers,2020-12,"4 million,paper\n',
    },
    expected: `
data/more.csv:2:26: error: text after a closing quote: x
  2 | users,2021-12,"5 million"x,paper
    |                          ^
  hint: a quote inside a quoted field is written twice: ""
data/more.csv:3:15: error: a quote is not closed
  3 | users,2020-12,"4 million,paper
    |               ^
  hint: a quote inside a quoted field is written twice: ""
`,
  },
  {
    name: 'a header that is wrong, and what hangs on the rows',
    files: {
      'figures.yaml': withFormula('users@2021-12 * 2'),
      'more.csv': 'indicator,perriod,value,source\nusers,2021-12,5 million,paper\n',
    },
    expected: `
data/more.csv:1:11: error: unknown column: perriod
  1 | indicator,perriod,value,source
    |           ^
  expected: one of indicator, period, value, since, by, rate, basis, status, source, paragraph, locator, speaker, printed, note, plausible, category
  hint: did you mean period?
`,
  },
  // Formulas
  {
    name: 'unknown names in a formula',
    files: { 'figures.yaml': withFormula('user + users.growth + users@2019-12 + users-share + share.rate') },
    expected: `
data/figures.yaml:22:37: error: unknown indicator: user
  22 |       - { period: 2023-12, formula: 'user + users.growth + users@2019-12 + users-share + share.rate
     |                                     ^
  hint: did you mean users?
data/figures.yaml:22:45: error: unknown measure: .growth
  22 |       - { period: 2023-12, formula: 'user + users.growth + users@2019-12 + users-share + share.rate
     |                                             ^
  hint: write id, id.change or id.rate, and @period for another period than the report’s
data/figures.yaml:22:60: error: no observation: users in 2019-12
  22 | …   - { period: 2023-12, formula: 'user + users.growth + users@2019-12 + users-share + share.rate' }
     |                                                          ^
  hint: users is there for 2023-12 and 2022-12
data/figures.yaml:22:76: error: unknown indicator: users-share
  22 | …   - { period: 2023-12, formula: 'user + users.growth + users@2019-12 + users-share + share.rate' }
     |                                                                          ^
  hint: a minus sign wants spaces: users - share
data/figures.yaml:22:90: error: no observation: share.rate in 2023-12
  22 | …   - { period: 2023-12, formula: 'user + users.growth + users@2019-12 + users-share + share.rate' }
     |                                                                                        ^
  hint: there is share
`,
  },
  {
    name: 'a circular formula',
    files: { 'figures.yaml': withFormula('worked * 2') },
    expected: `
data/figures.yaml:22:37: error: circular formula: worked@2023-12 → worked@2023-12
  22 |       - { period: 2023-12, formula: 'worked * 2' }
     |                                     ^
  hint: state one of the figures, or work it out from others
`,
  },
  {
    name: 'a circle of two',
    files: {
      'figures.yaml': `${withFormula('again - users')}  again:\n    label: Again\n    unit: people\n    type: stock\n    observations:\n      - { period: 2023-12, formula: users + worked }\n`,
    },
    expected: `
data/figures.yaml:22:37: error: circular formula: again@2023-12 → worked@2023-12 → again@2023-12
  22 |       - { period: 2023-12, formula: 'again - users' }
     |                                     ^
  hint: state one of the figures, or work it out from others
`,
  },
  {
    name: 'a circle beside a figure that can be had',
    files: {
      'figures.yaml': `${withFormula('fine + worked')}  fine:
    label: Fine
    unit: people
    type: stock
    observations:
      - { period: 2023-12, formula: 2 * users }
`,
    },
    expected: `
data/figures.yaml:22:45: error: circular formula: worked@2023-12 → worked@2023-12
  22 |       - { period: 2023-12, formula: 'fine + worked' }
     |                                             ^
  hint: state one of the figures, or work it out from others
`,
  },
  {
    name: 'two faults of one item of a list',
    files: {
      'figures.yaml': users(
        '{ status: 5, value: [], paragraph: x }\n      - { period: 2022-12, value: five, source: paper }',
      ),
    },
    expected: `
data/figures.yaml:7:9: error: missing: period
  7 |       - { status: 5, value: [], paragraph: x }
    |         ^
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
data/figures.yaml:7:19: error: unknown status: 5
  7 |       - { status: 5, value: [], paragraph: x }
    |                   ^
  expected: stated, provisional, revised, estimated or forecast
data/figures.yaml:7:29: error: not right for value: a list
  7 |       - { status: 5, value: [], paragraph: x }
    |                             ^
  expected: a value as people print it, such as 1.092 billion or 77.5%
data/figures.yaml:7:44: error: not right for paragraph: x
  7 |       - { status: 5, value: [], paragraph: x }
    |                                            ^
  expected: a paragraph’s number, or a list of them: [4, 5, 14]
data/figures.yaml:8:35: error: not a number: five
  8 |       - { period: 2022-12, value: five, source: paper }
    |                                   ^
  expected: a number of people, such as 86.29 million, 961,000 or over 47 million; or why it is not there: not stated, suppressed, not applicable, too small, later
`,
  },
  {
    name: 'division by zero',
    files: { 'figures.yaml': withFormula('users * users / (users - users)') },
    expected: `
data/figures.yaml:22:52: error: division by zero, or by what may be zero
  22 |       - { period: 2023-12, formula: 'users * users / (users - users)' }
     |                                                    ^
  hint: users@2023-12: 509 million (data/figures.yaml:8:16)
`,
  },
  {
    name: 'parentheses',
    files: { 'figures.yaml': withFormula('(users + (users * 2)') },
    expected: `
data/figures.yaml:22:37: error: a parenthesis is not closed
  22 |       - { period: 2023-12, formula: '(users + (users * 2)' }
     |                                     ^
  expected: )
`,
  },
  {
    name: 'a parenthesis too many',
    files: { 'figures.yaml': withFormula('users) * 2') },
    expected: `
data/figures.yaml:22:43: error: a parenthesis is not opened
  22 |       - { period: 2023-12, formula: 'users) * 2' }
     |                                           ^
  hint: remove it, or write ( before it
`,
  },
  {
    name: 'an unfinished formula',
    files: { 'figures.yaml': withFormula('users +') },
    expected: `
data/figures.yaml:22:45: error: not a value: the formula ends
  22 |       - { period: 2023-12, formula: 'users +' }
     |                                             ^
  expected: a reference, a number or (
`,
  },
  {
    name: 'signs that are none',
    files: { 'figures.yaml': withFormula('users ^ 2') },
    expected: `
data/figures.yaml:22:44: error: not expected here: ^
  22 |       - { period: 2023-12, formula: 'users ^ 2' }
     |                                            ^
  expected: +, -, * or / between two values
`,
  },
  {
    name: 'people and per cent',
    files: { 'figures.yaml': withFormula('users + share') },
    expected: `
data/figures.yaml:22:44: error: people cannot be added to per cent
  22 |       - { period: 2023-12, formula: 'users + share' }
     |                                            ^
`,
  },
  {
    name: 'a result in the wrong unit',
    files: { 'figures.yaml': withFormula('users / users') },
    expected: `
data/figures.yaml:22:37: error: the formula gives per cent, but the indicator is in people
  22 |       - { period: 2023-12, formula: 'users / users' }
     |                                     ^
`,
  },
  {
    name: 'a plain number and a percentage',
    files: { 'figures.yaml': withFormula('users / (1 + share)') },
    expected: `
data/figures.yaml:22:49: error: a plain number cannot be added to per cent
  22 |       - { period: 2023-12, formula: 'users / (1 + share)' }
     |                                                 ^
  hint: write 100% rather than 1, or 3 pp rather than 3
`,
  },
  {
    name: 'points where a percentage belongs',
    files: {
      'figures.yaml': withFormula('share - share').replace(
        '    label: Worked out\n    unit: people',
        '    label: Worked out\n    unit: percent',
      ),
    },
    expected: `
data/figures.yaml:22:37: error: the formula gives percentage points, but the indicator is in per cent
  22 |       - { period: 2023-12, formula: 'share - share' }
     |                                     ^
  hint: a percentage less a percentage is percentage points; a percentage less points is a percentage
`,
  },
  {
    name: 'terminal codes',
    files: { 'figures.yaml': figures.replace('type: stock', 'type: \u001b[31mred') },
    expected: `
data/figures.yaml:5:11: error: unknown type: �[31mred
  5 |     type: �[31mred
    |           ^
  expected: stock, flow or ratio
`,
  },
  {
    name: 'a figure without bounds',
    files: {
      'figures.yaml': `${withFormula('users - most')}  most:\n    label: Most\n    unit: people\n    type: stock\n    observations:\n      - { period: 2023-12, formula: vague - vague }\n  vague:\n    label: Vague\n    unit: people\n    type: stock\n    observations:\n      - { period: 2023-12, value: over 3 million, source: paper }\n`,
    },
    expected: `
data/figures.yaml:28:37: error: the formula sets no bound to the figure
  28 |       - { period: 2023-12, formula: vague - vague }
     |                                     ^
  hint: vague@2023-12: over 3 million (data/figures.yaml:34:35)
`,
  },
  {
    name: 'a square root that cannot be had',
    files: { 'figures.yaml': withFormula('users * sqrt(share - 100%)') },
    expected: `
data/figures.yaml:22:46: error: the square root of a number that may be negative
  22 |       - { period: 2023-12, formula: 'users * sqrt(share - 100%)' }
     |                                              ^
  hint: users@2023-12: 509 million (data/figures.yaml:8:16); share@2023-12: 77.5% (data/figures.yaml:16:35)
`,
  },
  // Contradictions
  {
    name: 'level, change and rate',
    files: { 'figures.yaml': figures.replace('rate: 20.4%', 'rate: 24.4%') },
    expected: `
data/figures.yaml:10:60: error: contradiction: users.change@2023-12 / (users@2023-12 - users.change@2023-12) is 20.3879% to 20.4392%, but users.rate@2023-12 is 24.35% to 24.45%
  10 |         change: { since: 2022-12, by: 86.29 million, rate: 24.4% }
     |                                                            ^
  expected: users.change@2023-12 / (users@2023-12 - users.change@2023-12) = users.rate@2023-12
  hint: compare users.change@2023-12: 86.29 million (data/figures.yaml:10:39); users@2023-12: 509 million (data/figures.yaml:8:16); users.rate@2023-12: 24.4% (data/figures.yaml:10:60); where both sources stand, add a check with a remark that says why, and accepts: what is expected
`,
  },
  {
    name: 'level, earlier level and change',
    files: {
      'figures.yaml': figures
        .replace('86.29 million, rate: 20.4%', '86.29 million')
        .replace('  share:', '      - { period: 2022-12, value: 425 million, source: paper }\n  share:'),
    },
    expected: `
data/figures.yaml:10:39: error: contradiction: users@2023-12 - users@2022-12 is 83 to 85 million, but users.change@2023-12 is 86.285 to 86.295 million
  10 |         change: { since: 2022-12, by: 86.29 million }
     |                                       ^
  expected: users@2023-12 - users@2022-12 = users.change@2023-12
  hint: compare users@2023-12: 509 million (data/figures.yaml:8:16); users@2022-12: 425 million (data/figures.yaml:11:35); users.change@2023-12: 86.29 million (data/figures.yaml:10:39); where both sources stand, add a check with a remark that says why, and accepts: what is expected
`,
  },
  {
    name: 'part and whole',
    files: {
      'figures.yaml':
        `${figures}  all:\n    label: All\n    unit: people\n    type: stock\n    observations:\n      - { period: 2023-12, value: 500 million, source: paper }\n`.replace(
          '    type: stock\n    observations:\n      - period',
          '    type: stock\n    part-of: all\n    observations:\n      - period',
        ),
    },
    expected: `
data/figures.yaml:9:16: error: contradiction: users@2023-12 is 508.5 to 509.5 million, but all@2023-12 is 499.5 to 500.5 million
  9 |         value: 509 million
    |                ^
  expected: users@2023-12 <= all@2023-12
  hint: compare users@2023-12: 509 million (data/figures.yaml:9:16); all@2023-12: 500 million (data/figures.yaml:23:35); where both sources stand, add a check with a remark that says why, and accepts: what is expected
`,
  },
  {
    name: 'a share and what it divides',
    files: {
      'figures.yaml':
        `${figures}  all:\n    label: All\n    unit: people\n    type: stock\n    observations:\n      - { period: 2023-12, value: 700 million, source: paper }\n`.replace(
          '    type: ratio',
          '    type: ratio\n    share-of: { numerator: users, denominator: all }',
        ),
    },
    expected: `
data/figures.yaml:17:35: error: contradiction: users@2023-12 / all@2023-12 is 72.591% to 72.8378%, but share@2023-12 is 77.45% to 77.55%
  17 |       - { period: 2023-12, value: 77.5%, source: paper }
     |                                   ^
  expected: users@2023-12 / all@2023-12 = share@2023-12
  hint: compare users@2023-12: 509 million (data/figures.yaml:8:16); all@2023-12: 700 million (data/figures.yaml:23:35); share@2023-12: 77.5% (data/figures.yaml:17:35); where both sources stand, add a check with a remark that says why, and accepts: what is expected
`,
  },
  {
    name: 'a factor of ten',
    files: {
      'figures.yaml': figures.replace('        source: paper\n', '        source: paper\n        printed: 50.9亿\n'),
    },
    expected: `
data/figures.yaml:8:16: error: contradiction: users@2023-12 is not the printed 50.9亿
  8 |         value: 509 million
    |                ^
  hint: printed is the form in the source; write value as the same number
`,
  },
  {
    name: 'an identity',
    files: { 'figures.yaml': withCheck('users - users.change = 430 million') },
    expected: `
data/figures.yaml:19:13: error: contradiction: mine: users - users.change is 422.205 to 423.215 million, not 430 million
  19 |     assert: users - users.change = 430 million
     |             ^
  expected: users - users.change = 430 million
  hint: compare users@2023-12: 509 million (data/figures.yaml:8:16); users.change@2023-12: 86.29 million (data/figures.yaml:10:39); where both sources stand, add a check with a remark that says why, and accepts: what is expected
`,
  },
  {
    name: 'an inequality',
    files: { 'figures.yaml': withCheck('users < users@2022-12') },
    expected: `
data/figures.yaml:19:13: error: contradiction: mine: users is 508.5 to 509.5 million, but users@2022-12 is 422.205 to 423.215 million
  19 |     assert: users < users@2022-12
     |             ^
  expected: users < users@2022-12
  hint: compare users@2023-12: 509 million (data/figures.yaml:8:16); users@2022-12: derived from users@2023-12 - users.change@2023-12 (data/figures.yaml:10:39); where both sources stand, add a check with a remark that says why, and accepts: what is expected
`,
  },
  {
    name: 'an assertion that compares nothing',
    files: { 'figures.yaml': withCheck('users + users') },
    expected: `
data/figures.yaml:19:26: error: not a comparison: the formula ends
  19 |     assert: users + users
     |                          ^
  expected: =, <=, <, >= or > between two formulas
`,
  },
  {
    name: 'an assertion of unlike things',
    files: { 'figures.yaml': withCheck('share = share - 3 pp') },
    expected: `
data/figures.yaml:19:13: error: contradiction: mine: share is 77.45% to 77.55%, but share - 3 pp is 74.45% to 74.55%
  19 |     assert: share = share - 3 pp
     |             ^
  expected: share = share - 3 pp
  hint: compare share@2023-12: 77.5% (data/figures.yaml:16:35); where both sources stand, add a check with a remark that says why, and accepts: what is expected
`,
  },
  {
    name: 'people against per cent',
    files: { 'figures.yaml': withCheck('users = share') },
    expected: `
data/figures.yaml:19:19: error: people cannot be compared with per cent
  19 |     assert: users = share
     |                   ^
`,
  },
  {
    name: 'points against per cent',
    files: { 'figures.yaml': withCheck('share - share = 3%') },
    expected: `
data/figures.yaml:19:27: error: percentage points cannot be compared with per cent
  19 |     assert: share - share = 3%
     |                           ^
  hint: a percentage less a percentage is percentage points; a percentage less points is a percentage
`,
  },
  {
    name: 'unknown names in checks',
    files: {
      'figures.yaml': `${withCheck('user = users.changes')}  - id: mine\n    remark: Loose\n    figures: [share.rate, share@2019, '']\n  - id: other\n`,
    },
    expected: `
data/figures.yaml:19:13: error: unknown indicator: user
  19 |     assert: user = users.changes
     |             ^
  hint: did you mean users?
data/figures.yaml:19:20: error: unknown measure: .changes
  19 |     assert: user = users.changes
     |                    ^
  hint: did you mean change?
data/figures.yaml:20:9: error: duplicate id: mine, which stands at data/figures.yaml:18:9
  20 |   - id: mine
     |         ^
  hint: give one of them another id
data/figures.yaml:22:15: error: no observation: share.rate in 2023-12
  22 |     figures: [share.rate, share@2019, '']
     |               ^
  hint: there is share
data/figures.yaml:22:27: error: no observation: share in 2019
  22 |     figures: [share.rate, share@2019, '']
     |                           ^
  hint: share is there for 2023-12
data/figures.yaml:22:39: error: not right for figures[2]: an empty text
  22 |     figures: [share.rate, share@2019, '']
     |                                       ^
  expected: a text that is not empty
data/figures.yaml:23:5: error: missing: assert
  23 |   - id: other
     |     ^
  expected: one of assert and remark
`,
  },
]

describe('a dataset with faults', () => {
  it.each(cases)('$name', ({ files, expected }) => {
    expect(`\n${troubles(files)}\n`).toBe(expected)
  })

  it('is refused whenever it is read, however deep', () => {
    const file = { 'figures.yaml': `indicators: ${'['.repeat(3000)}${']'.repeat(3000)}\n` }
    for (const _ of [1, 2, 3, 4]) expect(troubles(file)).toContain('nested too deep: more than 32 levels')
  })
})
