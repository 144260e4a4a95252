import { expect, it } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'

/** Figures of a survey by their keys: what stands in the place of each. */
type Figures = Record<string, string>

const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024]
const history = (values: readonly string[], id: string): Figures =>
  Object.fromEntries(years.map((year, index) => [`${id}@${year}`, values[index] ?? '']))

const right: Figures = {
  ...history(
    [
      '41.27 million',
      '43.15 million',
      '45.62 million',
      '47.38 million',
      '49.81 million',
      '51.46 million',
      '53.29 million',
    ],
    'users',
  ),
  ...history(
    [
      '27.83 million',
      '28.94 million',
      '30.41 million',
      '31.45 million',
      '32.93 million',
      '33.87 million',
      '34.92 million',
    ],
    'urban',
  ),
  ...history(
    [
      '13.44 million',
      '14.21 million',
      '15.21 million',
      '15.93 million',
      '16.88 million',
      '17.59 million',
      '18.37 million',
    ],
    'rural',
  ),
  ...history(
    ['61.3 million', '61.9 million', '62.4 million', '63.0 million', '63.7 million', '64.2 million', '64.9 million'],
    'people',
  ),
  ...history(['67.3%', '69.7%', '73.1%', '75.2%', '78.2%', '80.2%', '82.1%'], 'penetration'),
  ...history(['74.6%', '76.9%', '80.1%', '82.0%', '84.8%', '86.5%', '88.1%'], 'penetration-urban'),
  ...history(['55.8%', '58.2%', '62.1%', '64.6%', '67.9%', '70.2%', '72.8%'], 'penetration-rural'),
  'users.change@2024': '1.83 million',
  'users.rate@2024': '3.6%',
  'penetration.change@2024': '1.9 pp',
  'urban.change@2024': '1.05 million',
  'rural.change@2024': '0.78 million',
}

/** One of each kind of errors that publications had to correct, each in the last edition. */
const errors: Record<string, Figures> = {
  'million for billion': { 'users@2024': '53.29 billion' },
  'a slipped decimal point': { 'rural@2024': '183.7 million' },
  'two digits exchanged': { 'users@2024': '35.29 million' },
  'two digits exchanged at the end': { 'urban@2024': '34.29 million' },
  'a sign lost': { 'users.change@2024': '−1.83 million' },
  'a share above the whole': { 'penetration@2024': '182.1%' },
  'per cent for points': { 'penetration.change@2024': '1.9%' },
  'two rows exchanged': { 'urban@2024': '18.37 million', 'rural@2024': '34.92 million' },
  'the figure of the edition before': { 'rural@2024': '17.59 million' },
  'the figure of another row': { 'rural@2024': '34.92 million' },
  'a part above its whole': { 'urban@2024': '54.92 million' },
  'parts that do not add up': { 'urban@2024': '36.92 million' },
  'a change that does not fit': { 'users.change@2024': '1.38 million' },
  'a rate that does not fit': { 'users.rate@2024': '6.3%' },
  'a share of another whole': { 'penetration@2024': '84.1%' },
  'a whole outside its groups': { 'penetration@2024': '89.1%' },
  'less than nothing': { 'rural@2024': '−18.37 million' },
  'a change since another date': { 'users.change@2024': '3.48 million' },
}

const reportFile = {
  id: 'users',
  title: 'Users',
  publisher: 'An office',
  geography: 'Norland',
  period: 2024,
  comparison: 2023,
  released: '2025-03-01',
  language: 'en',
  units: { people: { label: 'people' } },
  sources: { s: { kind: 'primary', title: 'T', publisher: 'An office', cite: 'An office, T' } },
}

const labels: Record<string, string> = {
  users: 'Users of the internet',
  urban: 'Town dwellers online',
  rural: 'Villagers online',
  people: 'Residents',
  penetration: 'Internet penetration',
  'penetration-urban': 'Penetration in towns',
  'penetration-rural': 'Penetration in villages',
}

/** What is said of a dataset, with the relations of its figures declared or not. */
function said(figures: Figures, { hasRelations = false, hasChanges = false } = {}): string[] {
  const stated = (key: string) => (hasChanges || figures[key] !== right[key] ? figures[key] : undefined)
  const indicators = Object.fromEntries(
    Object.keys(labels).map((id) => {
      const isShare = id.startsWith('penetration')
      const observations = years.map((period) => {
        const [by, rate] = ['change', 'rate'].map((measure) => stated(`${id}.${measure}@${period}`))
        const change = by || rate ? { change: { since: period - 1, ...(by && { by }), ...(rate && { rate }) } } : {}
        return { period, value: figures[`${id}@${period}`], source: 's', ...change }
      })
      const relations: Record<string, unknown> = {
        urban: { 'part-of': 'users' },
        rural: { 'part-of': 'users' },
        penetration: { denominator: 'all residents', 'share-of': { numerator: 'users', denominator: 'people' } },
      }
      const own = {
        label: labels[id],
        unit: isShare ? 'percent' : 'people',
        type: isShare ? 'ratio' : 'stock',
        observations,
      }
      return [id, hasRelations ? { ...own, ...(relations[id] as object | undefined) } : own]
    }),
  )
  const checks = [
    { id: 'towns-and-villages', assert: 'urban + rural = users' },
    { id: 'above-villages', assert: 'penetration >= penetration-rural' },
    { id: 'below-towns', assert: 'penetration <= penetration-urban' },
  ]
  const files = {
    'data/report.yaml': reportFile,
    'data/figures.yaml': { indicators, ...(hasRelations ? { checks } : {}) },
  }
  const read = Object.entries(files).map(([path, value]) => ({ path, bytes: Buffer.from(JSON.stringify(value)) }))
  return parseDataset(read).diagnostics.map(({ message }) => message)
}

const all = { hasRelations: true, hasChanges: true }

const unnoticed = (form: Parameters<typeof said>[1]): string[] =>
  Object.entries(errors).flatMap(([kind, wrong]) => (said({ ...right, ...wrong }, form).length === 0 ? [kind] : []))

it('says nothing of figures that are right', () => {
  expect([{}, { hasRelations: true }, { hasChanges: true }, all].flatMap((form) => said(right, form))).toEqual([])
})

it('notices most kinds of published errors by the history of a figure alone', () => {
  expect(unnoticed({})).toEqual([
    'two digits exchanged at the end',
    'the figure of the edition before',
    'parts that do not add up',
    'a share of another whole',
  ])
})

it('notices all that relations contradict', () => {
  expect(unnoticed({ hasRelations: true })).toEqual([])
})

it('notices each where changes are stated too', () => {
  expect(unnoticed(all)).toEqual([])
})
