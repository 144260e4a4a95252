import { describe, expect, it } from 'vitest'
import { findAbsence, findObservation } from '../../../src/dataset/find.ts'
import { read, report, troubles } from '../example.ts'

const dimensions = `
dimensions:
  age:
    label: Age
    total: All adults
    exhaustive: true
    categories:
      16-24: { label: Aged 16 to 24, short: 16 to 24 }
      25-74: { label: Aged 25 to 74, short: 25 to 74 }
      75-plus: { label: Aged 75 and over, short: 75 and over }
  region:
    label: Region
    total: United Kingdom
    categories:
      wales: { label: Wales }
      scotland: { label: Scotland }
`

function withUsers(...observations: string[]): string {
  return `indicators:
  users:
    label: Users
    unit: people
    type: stock
    dimensions: [age, region]
    observations:
${observations.map((one) => `      - ${one}`).join('\n')}
`
}

const files = (...observations: string[]) => ({
  'report.yaml': report + dimensions,
  'figures.yaml': withUsers(...observations),
})

const groups = [
  '{ period: 2023-12, value: 60 million, source: paper }',
  '{ period: 2023-12, category: 16-24, value: 10 million, source: paper }',
  '{ period: 2023-12, category: 25-74, value: 40 million, source: paper }',
  '{ period: 2023-12, category: 75-plus, value: 10 million, source: paper }',
]

describe('a figure of a category', () => {
  const { value: dataset, diagnostics } = read(
    files(...groups, '{ period: 2023-12, category: region=wales, value: 3 million, source: paper }'),
  )
  if (!dataset) throw new Error(diagnostics.map(({ message }) => message).join('\n'))

  it.each([
    ['users', 'users@2023-12'],
    ['users[75-plus]', 'users[75-plus]@2023-12'],
    ['users[age=75-plus]@2023-12', 'users[75-plus]@2023-12'],
    ['users[ wales ]', 'users[wales]@2023-12'],
  ])('%s is %s', (reference, key) => {
    expect(findObservation(dataset, reference)?.key).toBe(key)
  })

  it('knows its categories', () => {
    expect(findObservation(dataset, 'users[wales]')).toMatchObject({
      series: 'users[wales]',
      indicator: 'users',
      categories: { region: 'wales' },
    })
  })

  it('adds up to the whole, of an exhaustive dimension', () => {
    expect(dataset.checks.map(({ id, assertion, verdict }) => [id, assertion, verdict])).toEqual([
      [
        'sum:age:users@2023-12',
        'users[16-24]@2023-12 + users[25-74]@2023-12 + users[75-plus]@2023-12 = users@2023-12',
        'agrees',
      ],
      ['part:users[wales]@2023-12', 'users[wales]@2023-12 <= users@2023-12', 'agrees'],
    ])
  })

  it('stands in the order of the files, the whole first', () => {
    const late = read(files(...groups.toReversed())).value
    expect([...(late?.observations.keys() ?? [])][0]).toBe('users@2023-12')
  })
})

it('says how to write a mean, where a whole that its parts do not add up to lies between them', () => {
  const hints = (whole: string) =>
    read(files(groups[0]?.replace('60 million', whole) ?? '', ...groups.slice(1))).diagnostics.map(({ hint }) => hint)
  const words = 'an amount per head, or another mean, is type: ratio'
  expect(hints('20 million')).toEqual([expect.stringContaining(words)])
  expect(hints('70 million')).toEqual([expect.not.stringContaining(words)])
})

describe('shares of a whole that is 100%', () => {
  const shares = (shareOf: string, ...values: string[]) =>
    read({
      'report.yaml': report + dimensions,
      'figures.yaml': `${withUsers(...groups)}  metered:
    label: Metered users
    unit: percent
    type: ratio
    dimensions: [age]
${shareOf}    observations:
${['', 'category: 16-24, ', 'category: 25-74, ', 'category: 75-plus, ']
  .map((category, index) => `      - { period: 2023-12, ${category}value: ${values[index]}, source: paper }`)
  .join('\n')}
`,
    }).diagnostics.map(({ message }) => message.replace(/ is .*/, ''))
  const ofUsers = '    share-of: { numerator: users, denominator: users }\n'

  it('are parts of it', () => {
    expect(shares('', '100%', '20%', '30%', '50%')).toEqual([])
    expect(shares('', '100%', '20%', '30%', '60%')).toHaveLength(1)
    expect(shares(ofUsers, '100%', '16.7%', '66.7%', '16.7%')).toEqual([])
  })

  it('are what each group has reached, where each is above a half', () => {
    expect(shares('', '100%', '100%', '100%', '99%')).toEqual([])
    expect(shares('', '100%', '90%', '80%', '97%')).toEqual(['contradiction: metered@2023-12'])
  })
})

it('adds up thousands of categories', () => {
  const names = Array.from({ length: 6000 }, (_, index) => `c${index}`)
  const { value, diagnostics } = read({
    'report.yaml': `${report}dimensions:
  age:
    label: Age
    total: All
    exhaustive: true
    categories:
${names.map((name) => `      ${name}: { label: Aged ${name} }`).join('\n')}
`,
    'figures.yaml': withUsers().replace(', region', '').replace('    observations:\n', ''),
    'more.csv': `indicator,category,period,value,source
users,,2023-12,6000,paper
${names.map((name) => `users,${name},2023-12,1,paper`).join('\n')}
`,
  })
  expect(diagnostics).toEqual([])
  expect(value?.checks).toMatchObject([{ id: 'sum:age:users@2023-12', verdict: 'agrees' }])
  expect(value?.checks[0]?.observations).toHaveLength(6001)
})

it('reads categories in a column of a CSV file', () => {
  const { value, diagnostics } = read({
    'report.yaml': report + dimensions,
    'figures.yaml': withUsers(groups[0] ?? ''),
    'more.csv': 'indicator,category,period,value,source\nusers,"75-plus,wales",2023-12,2 million,paper\n',
  })
  expect(diagnostics).toEqual([])
  expect([...(value?.observations.keys() ?? [])]).toEqual(['users@2023-12', 'users[75-plus,wales]@2023-12'])
})

it('names a list’s breakdown once', () => {
  const { value } = read({
    ...files(...groups),
    'lists.yaml': 'lists: { ages: ["users[age]"], welsh: ["users[age,wales]"] }\n',
  })
  expect(value?.lists.get('ages')).toEqual(['users[16-24]', 'users[25-74]', 'users[75-plus]'])
  expect(value?.lists.get('welsh')).toEqual(['users[16-24,wales]', 'users[25-74,wales]', 'users[75-plus,wales]'])
})

it('tells what is wrong with categories, at their places', () => {
  expect(
    troubles(
      files(
        '{ period: 2023-12, category: 75, value: 1, source: paper }',
        '{ period: 2023-12, category: age, value: 1, source: paper }',
        '{ period: 2023-12, category: sex=men, value: 1, source: paper }',
        '{ period: 2023-12, category: "16-24, 25-74", value: 1, source: paper }',
        '{ period: 2023-12, category: "Wales!", value: 1, source: paper }',
      ),
    ).replace(/^ {2,}\d* \|.*\n/gm, ''),
  ).toBe(`data/figures.yaml:8:38: error: unknown category: 75
  hint: did you mean 75-plus?
data/figures.yaml:9:38: error: a dimension, where one of its categories belongs: age
  hint: write 16-24, 25-74, 75-plus, wales, scotland
data/figures.yaml:10:38: error: no dimension of users: sex
  hint: it has age, region
data/figures.yaml:11:38: error: two categories of age: 16-24, 25-74
data/figures.yaml:12:38: error: not a category: Wales!
  expected: categories as in a reference, such as 75-plus, or age=75-plus, region=wales`)
})

it('refuses groups that do not add up, a part above its whole, and a rate outside those of its groups', () => {
  const wrong = (groups[3] ?? '').replace('10 million', '20 million')
  expect(troubles(files(...groups.slice(0, 3), wrong))).toContain(
    'contradiction: users[16-24]@2023-12 + users[25-74]@2023-12 + users[75-plus]@2023-12 is 68.5 to 71.5 million, but users@2023-12 is 59.5 to 60.5 million',
  )
  expect(
    troubles(files(...groups, '{ period: 2023-12, category: wales, value: 70 million, source: paper }')),
  ).toContain('contradiction: users[wales]@2023-12 is 69.5 to 70.5 million, but users@2023-12 is 59.5 to 60.5 million')
  const rates = withUsers(
    '{ period: 2023-12, value: 97%, source: paper }',
    '{ period: 2023-12, category: 16-24, value: 91%, source: paper }',
    '{ period: 2023-12, category: 25-74, value: 94%, source: paper }',
    '{ period: 2023-12, category: 75-plus, value: 60%, source: paper }',
  )
    .replace('unit: people', 'unit: percent')
    .replace('type: stock', 'type: ratio')
  expect(troubles({ 'report.yaml': report + dimensions, 'figures.yaml': rates })).toContain(
    'contradiction: users@2023-12 is above each of its groups by age',
  )
  const causes = rates.replace('97%', '40%').replace('91%', '10%').replace('94%', '20%').replace('60%', '10%')
  expect(troubles({ 'report.yaml': report + dimensions, 'figures.yaml': causes })).toBe('')
  const margins = rates.replace('unit: percent', 'unit: percentage-points').replace(/(\d\d)%/g, '$1 pp')
  expect(troubles({ 'report.yaml': report + dimensions, 'figures.yaml': margins })).toBe('')
})

describe('several changes of one figure', () => {
  const { value: dataset, diagnostics } = read(
    files(
      '{ period: 2023-12, value: 60.0 million, source: paper, changes: [{ since: 2022-12, by: 1.5 million }, { since: 2020-12, by: 9.7 million, rate: 19.3% }] }',
      '{ period: 2018-12, value: 45.0 million, source: paper }',
    ),
  )
  if (!dataset) throw new Error(diagnostics.map(({ message }) => message).join('\n'))

  it.each([
    ['users.change', 'users.change@2023-12', '2022-12', '1500000'],
    ['users.change@2020-12..', 'users.change@2020-12..2023-12', '2020-12', '9700000'],
    ['users.change@2020-12..2023-12', 'users.change@2020-12..2023-12', '2020-12', '9700000'],
    ['users.change@2022-12..2023-12', 'users.change@2023-12', '2022-12', '1500000'],
    ['users.change@2018-12..', 'users.change@2018-12..2023-12', '2018-12', '15000000'],
    ['users.change@2020-12..2022-12', 'users.change@2020-12..2022-12', '2020-12', '8200000'],
    ['users.rate@2020-12..', 'users.rate@2020-12..2023-12', '2020-12', '19.3'],
  ])('%s is %s', (reference, key, since, value) => {
    const found = findObservation(dataset, reference)
    expect([found?.key, found?.since, found?.quantity.value.toFixed()]).toEqual([key, since, value])
  })

  it('gives the level before each', () => {
    expect(findObservation(dataset, 'users@2020-12')?.quantity.value.toFixed()).toBe('50300000')
    expect(findObservation(dataset, 'users@2022-12')?.quantity.value.toFixed()).toBe('58500000')
  })

  it('holds each rate to the change of its base', () => {
    const wrong =
      '{ period: 2023-12, value: 60.0 million, source: paper, changes: [{ since: 2022-12, by: 1.5 million }, { since: 2020-12, by: 9.7 million, rate: 2.6% }] }'
    expect(troubles(files(wrong))).toContain(
      'users.change@2020-12..2023-12 / (users@2023-12 - users.change@2020-12..2023-12)',
    )
  })
})

describe('a figure that is not there', () => {
  const { value: dataset, diagnostics } = read({
    ...files(
      ...groups,
      '{ period: 2023-12, category: wales, value: suppressed }',
      '{ period: 2022-12, category: wales, value: not applicable }',
    ),
    'absent.yaml': 'absent: { later: ["users[scotland]"], too small: ["users[age,wales]"] }\n',
  })
  if (!dataset) throw new Error(diagnostics.map(({ message }) => message).join('\n'))

  it.each([
    ['users[wales]', 'suppressed'],
    ['users[wales]@2022-12', 'not applicable'],
    ['users[wales].change', 'suppressed'],
    ['users[scotland]', 'later'],
    ['users[16-24,wales]', 'too small'],
    ['users', undefined],
    ['users[16-24]@2022-12', undefined],
  ])('%s: %s', (reference, reason) => {
    expect(findAbsence(dataset, reference)?.reason).toBe(reason)
  })

  it('may be each that is not given', () => {
    const { value } = read({ ...files(groups[0] ?? ''), 'absent.yaml': 'absent: { not stated: others }\n' })
    expect(value && findAbsence(value, 'users[16-24]')?.reason).toBe('not stated')
    expect(value && findAbsence(value, 'users')).toBeUndefined()
    expect(value && findAbsence(value, 'user')).toBeUndefined()
  })

  it('takes what is worked out from it along, and is tested in no check', () => {
    const { value, diagnostics: faults } = read({
      ...files(groups[0] ?? '', '{ period: 2023-12, category: 16-24, formula: "users[25-74] - users[75-plus]" }'),
      'absent.yaml': `absent: { suppressed: ["users[25-74]"], not stated: others }
checks: [{ id: all, assert: "users[25-74] < users" }]
`,
    })
    expect(faults).toEqual([])
    expect(value && findAbsence(value, 'users[16-24]')?.reason).toBe('suppressed')
  })

  it('is named as it can be', () => {
    const absent = `absent:
  suppressed: [user, "users[x]", users@soon]
  later: others
  not stated: others
`
    expect(
      troubles({ ...files(groups[0] ?? ''), 'absent.yaml': absent }).replace(/^ {2,}\d* \|.*\n/gm, ''),
    ).toBe(`data/absent.yaml:2:16: error: unknown indicator: user
  expected: one of users
  hint: did you mean users?
data/absent.yaml:2:22: error: unknown category: x
  hint: there are 16-24, 25-74, 75-plus, wales, scotland
data/absent.yaml:2:34: error: unknown form of period: soon
  expected: a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06
data/absent.yaml:3:10: error: others stands at data/absent.yaml:4:15 too
  hint: keep one`)
  })
})

it('takes a category by its name in each language', () => {
  const called = (name: string, languages = '') => ({
    'report.yaml': `${report}${languages}
dimensions:
  place: { label: { en: Place, de: Ort }, total: { en: All, de: Alle }, categories: { coast: ${name} } }
`,
    'figures.yaml': 'indicators: {}\n',
  })
  const { value } = read(called('{ en: Coast, de: Küste }'))
  const coast = { en: 'Coast', de: 'Küste' }
  expect(value?.dimensions.get('place')?.categories.get('coast')).toEqual({ id: 'coast', label: coast, short: coast })
  const lacking = (name: string) => troubles(called(name, 'languages: [en, de]\n'))
  expect(lacking('{ en: Coast, de: Küste }')).not.toMatch(/missing: coast/)
  for (const name of ['Coast', '{ en: Coast }']) expect(lacking(name)).toMatch(/missing: coast in de/)
})

it('reports a dimension that is not declared where it is named, and none of the categories that follow from it', () => {
  const { diagnostics } = read({ 'report.yaml': report, 'figures.yaml': withUsers(...groups) })
  expect(diagnostics.map(({ message }) => message)).toEqual(['unknown dimension: age', 'unknown dimension: region'])
})
