import { describe, expect, it } from 'vitest'
import { figures, read } from '../example.ts'

const all = (value: string) => `  all:
    label: All
    unit: people
    type: stock
    observations:
      - { period: 2023-12, value: ${value}, source: paper }
`

const getChecks = (yaml: string) => {
  const { value, diagnostics } = read({ 'figures.yaml': yaml })
  expect(diagnostics).toEqual([])
  return value?.checks.map(({ id, kind, verdict, assertion }) => `${verdict} ${kind} ${id}: ${assertion}`) ?? []
}

describe('checks', () => {
  it('test a rate against change and level', () => {
    expect(getChecks(figures)).toEqual([
      'agrees rate rate:users.rate@2023-12: users.change@2023-12 / (users@2023-12 - users.change@2023-12) = users.rate@2023-12',
    ])
  })

  it('test a change and a rate against two levels', () => {
    const levels = figures
      .replace('by: 86.29 million, ', '')
      .replace('  share:', '      - { period: 2022-12, value: 423 million, source: paper }\n  share:')
    expect(getChecks(levels)).toEqual([
      'agrees rate rate:users.rate@2023-12: users@2023-12 / users@2022-12 - 100% = users.rate@2023-12',
    ])
  })

  it('test parts and shares at each common period', () => {
    const yaml =
      `${figures.replace('    type: stock', '    type: stock\n    part-of: all')}${all('657 million')}`.replace(
        '    type: ratio',
        '    type: ratio\n    share-of: { numerator: users, denominator: all }',
      )
    expect(getChecks(yaml).filter((check) => !check.includes(' rate:') && !check.includes(' size:'))).toEqual([
      'agrees part part:users@2023-12: users@2023-12 <= all@2023-12',
      'agrees share share:share@2023-12: users@2023-12 / all@2023-12 = share@2023-12',
    ])
  })

  it('agree within rounding only', () => {
    // 509.5 of 509.4 and a half.
    const part = (value: string) =>
      read({
        'figures.yaml': `${figures.replace('    type: stock', '    type: stock\n    part-of: all')}${all(value)}`,
      })
    expect(part('508 million').diagnostics).toEqual([])
    expect(part('507 million').diagnostics).toHaveLength(1)
  })

  it('let a contradiction of sources stand that its author has looked at, with the reason as a remark', () => {
    const wrong = figures.replace('20.4%', '25.0%')
    const expected = read({ 'figures.yaml': wrong }).diagnostics[0]?.expected ?? ''
    const yaml = `${wrong}checks:\n  - { id: two, accepts: '${expected}', remark: One source counts otherwise }\n`
    const { value, diagnostics } = read({ 'figures.yaml': yaml })
    expect(diagnostics).toEqual([])
    expect(value?.checks.map(({ id, verdict }) => `${id}: ${verdict}`)).toEqual([
      'rate:users.rate@2023-12: remarked',
      'two: remarked',
    ])
    const needless = `${figures}checks:\n  - { id: two, accepts: '${expected}', remark: None }\n`
    expect(
      read({ 'figures.yaml': needless }).diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
    ).toEqual([`warning: accepts no contradiction: ${expected}`])
  })

  it('never test a rate on a comparable basis', () => {
    expect(getChecks(figures.replace('rate: 20.4%', 'rate: 99%, basis: comparable'))).toEqual([])
  })

  it('never test a change without a beginning', () => {
    expect(getChecks(figures.replace('since: 2022-12', 'since: not stated').replace('20.4%', '99%'))).toEqual([])
  })

  it('compare one amount by another with how many times it is', () => {
    const ratio = (id: string, unit: string, value: string) =>
      `  ${id}: { label: ${id}, unit: ${unit}, type: ratio, observations: [{ period: 2023-12, value: ${value}, source: paper }] }\n`
    const yaml = `indicators:\n${ratio('urban', 'CNY', '24520')}${ratio('rural', 'CNY', '9876')}${ratio('times', 'ratio', '2.48')}checks:
  - { id: by, assert: urban / rural = times }
  - { id: of, assert: times * rural = urban }
`
    expect(getChecks(yaml)).toEqual([
      'agrees identity by: urban / rural = times',
      'agrees identity of: times * rural = urban',
    ])
  })

  it('carry out what an author asserts, and keep what he remarks', () => {
    const yaml = `${figures}checks:
  - { id: mine, assert: 'users - users.change ≥ 422 million', note: Why }
  - { id: loose, remark: Loosely worded, figures: [users.change] }
`
    const { value, diagnostics } = read({ 'figures.yaml': yaml })
    expect(diagnostics).toEqual([])
    expect(value?.checks.slice(1)).toEqual([
      {
        id: 'mine',
        kind: 'identity',
        assertion: 'users - users.change ≥ 422 million',
        observations: ['users@2023-12', 'users.change@2023-12'],
        verdict: 'agrees',
        note: { en: 'Why' },
      },
      {
        id: 'loose',
        kind: 'remark',
        assertion: 'Loosely worded',
        observations: ['users.change@2023-12'],
        verdict: 'remarked',
        note: { en: 'Loosely worded' },
      },
    ])
  })

  it('leave the dataset readable where its figures contradict each other', () => {
    const { value, diagnostics } = read({ 'figures.yaml': figures.replace('20.4%', '24.4%') })
    expect(diagnostics).toHaveLength(1)
    expect(value?.checks.map(({ verdict }) => verdict)).toEqual(['contradicts'])
  })

  it.each([
    ['=', '423 million', true],
    ['=', '424 million', false],
    ['<=', '422.3 million', true],
    ['<', '422.205 million', false],
    ['<', '422.206 million', true],
    ['>', '423.215 million', false],
    ['>=', '423.215 million', true],
  ])('users - users.change %s %s: %s', (comparison, number, holds) => {
    const yaml = `${figures}checks:\n  - { id: mine, assert: users - users.change ${comparison} ${number} }\n`
    expect(read({ 'figures.yaml': yaml }).diagnostics).toHaveLength(holds ? 0 : 1)
  })

  it('remark per cent that is printed for points', () => {
    const gap = figures.replace('unit: percent', 'unit: percentage-points').replace('77.5%', '16.8 pp, printed: 16.8%')
    expect(getChecks(gap).slice(1)).toEqual([
      'remarked unit unit:share@2023-12: 16.8% is printed for percentage points',
    ])
  })

  /** What is told where the source prints 509 million, or 86.29 million more, in other words. */
  const printed = (words: string) =>
    read({
      'figures.yaml': figures.replace('        source: paper\n', `        source: paper\n        printed: ${words}\n`),
    }).diagnostics.map(({ severity, message }) => `${severity}: ${message}`)
  const printedBy = (words: string, by = '86.29 million') =>
    read({
      'figures.yaml': figures.replace(/by: 86.29 million, rate: 20.4%/, `by: ${by}, printed: { by: ${words} }`),
    }).diagnostics.map(({ severity, message }) => `${severity}: ${message}`)

  it.each(['5.09亿', '509 million users', '509 million higher', '50,900万人', 'In 2023, 509 million of them'])(
    'take %s for 509 million',
    (words) => expect(printed(words)).toEqual([]),
  )

  it.each(['510 million', '510 million users', '50.9亿'])('refuse %s for 509 million', (words) => {
    expect(printed(words)).toEqual([`error: contradiction: users@2023-12 is not the printed ${words}`])
  })

  it('warn where nothing can be compared', () => {
    expect(printed('half a billion or so')).toEqual([
      'warning: the printed form of users@2023-12 cannot be compared with its value: half a billion or so',
    ])
  })

  it.each(['86.29 million more', 'up by 86.29 million', '增长8629万'])(
    'take %s for a rise of 86.29 million',
    (words) => {
      expect(printedBy(words)).toEqual([])
    },
  )

  it.each(['86.29 million fewer', '86.28 million more', '减少8629万'])(
    'refuse %s for a rise of 86.29 million',
    (words) => {
      expect(printedBy(words)).toEqual([`error: contradiction: users.change@2023-12 is not the printed ${words}`])
    },
  )
})

it('a contradiction among many categories names the first and the last of them', () => {
  const names = Array.from({ length: 17 }, (_, number) => `r${number + 1}`)
  const { diagnostics } = read({
    'figures.yaml': `dimensions:
  region: { label: Region, total: All, exhaustive: true, categories: { ${names.map((name) => `${name}: Region ${name}`).join(', ')} } }
indicators:
  jobless:
    label: Jobless
    unit: people
    type: stock
    dimensions: [region]
    observations:
      - { period: 2023-12, value: 250000, source: paper }
${names.map((name, at) => `      - { period: 2023-12, category: ${name}, value: ${11234 + 17 * at}, source: paper }`).join('\n')}
`,
  })
  const found = diagnostics.find(({ message }) => message.startsWith('contradiction: jobless[r1]'))
  expect(found?.message).toMatch(
    /^contradiction: jobless\[r1\]@2023-12 \+ jobless\[r2\]@2023-12 \+ … \+ jobless\[r17\]@2023-12 \(17 figures\) is /,
  )
  expect(found?.hint).toContain('; 14 more; jobless@2023-12: 250000')
})
