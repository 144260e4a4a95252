import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../../../src/diagnostic.ts'
import { type Files, read, report, troubles } from '../../example.ts'

/** What is said of figures, without what they are compared to. */
const said = (files: Files) =>
  read(files).diagnostics.map((one) =>
    formatDiagnostic(one)
      .split('\n')[0]
      ?.replace(/; compare .*/, ''),
  )

const indicator = (id: string, unit: string, type: string, more = '') =>
  `  ${id}: { label: ${id.replaceAll('-', ' ')}, unit: ${unit}, type: ${type}${more} }\n`
const declared = `indicators:
${indicator('users', 'people', 'stock')}${indicator('readers', 'people', 'stock')}${indicator('sales', 'yuan', 'flow')}${indicator(
  'usage-rate',
  'percent',
  'ratio',
  ', denominator: all people',
)}${indicator('inflation', 'percent', 'ratio')}${indicator('temperature', 'degrees-celsius', 'ratio')}${indicator('net-migration', 'people', 'stock')}`

const rows = (...lines: string[]): Files => ({
  'figures.yaml': declared,
  'rows.csv': `indicator,period,value,since,by,source,plausible\n${lines.map((line) => `${line}${line.replace(/".*?"/, '').split(',').length < 7 ? ',' : ''}\n`).join('')}`,
})
/** Values of one indicator from 2016 on, in December. */
const history = (id: string, ...values: string[]) =>
  values.map((value, index) => `${id},${2016 + index}-12,${value},,,paper`)

describe('a figure that is hardly right is a warning at its place', () => {
  it.each<[string, string[], string]>([
    [
      'a stock of less than nothing',
      ['users,2023-12,-3 million,,,paper'],
      'users@2023-12 is a stock of less than nothing',
    ],
    ['a share below nothing', ['usage-rate,2023-12,-3.2%,,,paper'], 'usage-rate@2023-12 is a share below 0%'],
    [
      'a scale',
      ['users,2022-12,1.067 billion,,,paper', 'users,2023-12,10.92 billion,,,paper'],
      'users@2023-12 is about 10 times its neighbours in time',
    ],
    [
      'a scale between two',
      history('sales', '15.4 million', '16.1 billion', '16.9 billion').map((row, index) =>
        index === 0 ? row.replace('million', 'billion') : index === 1 ? row.replace('billion', 'million') : row,
      ),
      'sales@2017-12 is about a 1,000th of its neighbours in time',
    ],
    [
      'digits',
      history('usage-rate', '61.2%', '62.0%', '63.1%', '64.1%', '56.2%', '66.0%', '66.8%'),
      'usage-rate@2020-12 is far from its neighbours in time',
    ],
    [
      'a leap',
      history('users', '1.02 million', '1.04 million', '1.05 million', '1.07 million', '1.09 million', '1.24 million'),
      'users@2021-12 is a change many times larger than any other of its history',
    ],
    [
      'a copy',
      ['users,2023-12,1.0673 billion,,,paper', 'readers,2023-12,1.0673 billion,,,paper'],
      'readers@2023-12 is the same figure as users',
    ],
    [
      'a direction',
      [
        'users,2022-06,4.2 million,,,paper',
        'users,2023-06,4.1 million,,,paper',
        'users,2023-12,3.9 million,2022-12,0.1 million,paper',
      ],
      'users.change@2023-12 is a rise, though the levels around its base are higher',
    ],
    [
      'the other direction',
      [
        'users,2022-06,3.9 million,,,paper',
        'users,2023-06,4.1 million,,,paper',
        'users,2023-12,4.4 million,2022-12,-0.1 million,paper',
      ],
      'users.change@2023-12 is a fall, though the levels around its base are lower',
    ],
    [
      'a change unheard of',
      [1201, 1302, 1101, 998, 1230, 1150, 21190].map(
        (by, index) => `users,${2016 + index}-12,,${2015 + index}-12,${by} thousand,paper`,
      ),
      'users.change@2022-12 is many times larger than any other change of its history',
    ],
  ])('%s', (_, lines, expected) => {
    expect(said(rows(...lines))).toEqual([expect.stringContaining(`warning: hardly plausible: ${expected}`)])
  })

  it('holds the change of a month to no levels of half-years', () => {
    const lines = [
      'sales,2022-S1,6798.24 million,,,paper',
      'sales,2023-S1,7124.56 million,,,paper',
      'sales,2023-06,1236.18 million,2022-06,61.1 million,paper',
    ]
    expect(said(rows(...lines))).toEqual([])
  })

  it('asks nothing of two indices of one base, which run so close that they meet now and then', () => {
    const prices = `${declared}${indicator('prices', 'index-2020', 'stock')}${indicator('adjusted', 'index-2020', 'stock')}`
    const alike = rows('prices,2023-12,119.6,,,paper', 'adjusted,2023-12,119.6,,,paper')
    expect(said({ ...alike, 'figures.yaml': prices })).toEqual([])
  })

  it('says what it is compared to, and how to accept it', () => {
    expect(troubles(rows('users,2022-12,1.067 billion,,,paper', 'users,2023-12,10.92 billion,,,paper'))).toBe(
      `data/rows.csv:3:15: warning: hardly plausible: users@2023-12 is about 10 times its neighbours in time; compare users@2022-12: 1.067 billion (data/rows.csv:2:15)
  3 | users,2023-12,10.92 billion,,,paper,
    |               ^
  hint: the scale may be another: million or billion; where it is right, write plausible: and why`,
    )
  })

  it('names one of a list that is of another magnitude', () => {
    const list = `${declared}${['b', 'c', 'd', 'e', 'f'].map((id) => indicator(`in-${id}`, 'people', 'stock')).join('')}lists:
  all: [users, in-b, in-c, in-d, in-e, in-f]
`
    const files = rows(
      ...['2,101', '2,640', '3,030', '2,555', '1,998'].map(
        (value, at) => `in-${'bcdef'[at]},2023-12,"${value}",,,paper`,
      ),
    )
    const odd = `${files['rows.csv']}users,2023-12,"26,300",,,paper,\n`
    expect(said({ ...files, 'figures.yaml': list, 'rows.csv': odd })).toEqual([
      expect.stringContaining('users@2023-12 is about 10 times the others of its list'),
    ])
    const whole = odd.replace('26,300', '12,324')
    expect(said({ ...files, 'figures.yaml': list, 'rows.csv': whole })).toEqual([])
  })
})

it('takes balances, rates of change, temperatures, few things and rounded digits as they are', () => {
  const lines = [
    'net-migration,2023-12,-3 million,,,paper',
    'inflation,2023-12,-0.3%,,,paper',
    'temperature,2023-07,16.2,,,paper',
    'temperature,2023-10,9.1,,,paper',
    'temperature,2023-12,1.2,,,paper',
    'temperature,2024-03,12.4,,,paper',
    'users,2022-12,2,,,paper',
    'users,2023-12,20,,,paper',
    'readers,2023-12,20,,,paper',
  ]
  expect(said(rows(...lines))).toEqual([])
})

it('a share of a net change that is negative is no share', () => {
  const yaml = `${declared}  share-of-increase:
    label: Share of the increase
    unit: percent
    type: ratio
    denominator: the increase
    observations: [{ period: 2023-12, formula: users.change / readers.change }]
`
  const lines = [
    'users,2023-12,5 million,2022-12,-1.0 million,paper',
    'readers,2023-12,9 million,2022-12,2.0 million,paper',
  ]
  expect(troubles({ ...rows(...lines), 'figures.yaml': yaml })).toContain(
    'hint: a share of a net change that is negative is no share: say both changes; where it is right, write plausible: and why',
  )
})

describe('plausible: and a reason', () => {
  const scale = ['users,2022-12,1.067 billion,,,paper', 'users,2023-12,10.92 billion,,,paper,counted anew']
  it('accepts what is right', () => expect(said(rows(...scale))).toEqual([]))
  it('is a warning where nothing is odd', () => {
    expect(said(rows('users,2023-12,10.92 billion,,,paper,counted anew'))).toEqual([
      'data/rows.csv:2:37: warning: plausible accepts no warning: counted anew',
    ])
  })
  it('stands in YAML too', () => {
    const yaml = `${declared.replace(/ {2}users:.*\n/, '')}  users:
    label: Users
    unit: people
    type: stock
    observations: [{ period: 2023-12, value: -3 million, source: paper, plausible: owed to others }]
`
    expect(said({ 'figures.yaml': yaml })).toEqual([])
  })
})

it('a leap that another part of the indicator made too is none', () => {
  const yaml = (other: number) => `${declared}  deaths:
    label: Deaths
    unit: people
    type: flow
    dimensions: [sex]
    observations:
${[2850, 2860, 2850, 2870, 2860, 3100]
  .flatMap((value, at) => [
    `      - { period: ${2015 + at}, category: women, value: ${value}, source: paper }`,
    `      - { period: ${2015 + at}, category: men, value: ${at === 5 ? other : value - 111}, source: paper }`,
  ])
  .join('\n')}
`
  const sexes = `${report}dimensions: { sex: { label: Sex, total: All, categories: { women: Women, men: Men } } }\n`
  expect(said({ 'figures.yaml': yaml(2990), 'report.yaml': sexes })).toEqual([])
  expect(said({ 'figures.yaml': yaml(2760), 'report.yaml': sexes })).toEqual([
    expect.stringContaining('deaths[women]@2020 is a change many times larger'),
  ])
})

it('a report may take them more strictly, or not at all', () => {
  const severity = (how: string) =>
    said({
      ...rows('users,2023-12,-3 million,,,paper'),
      'report.yaml': `${report}severity: { plausible: ${how} }\n`,
    })
  expect(severity('off')).toEqual([])
  expect(severity('error')).toEqual([expect.stringContaining('error: hardly plausible')])
})
