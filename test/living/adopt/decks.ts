import { join } from 'node:path'
import { readDataset } from '../../../src/dataset/read/read.ts'
import type { Dataset } from '../../../src/dataset/types.ts'
import { createDeckWriter, type HandMadeDeck } from './hand-made-deck.ts'

const report = (path: string) => readDataset(join(process.cwd(), path))

/** Each of some things under the name of the next: labels that were exchanged. */
function exchanged<T>(things: readonly T[], write: (named: T, printed: T) => string): string[] {
  return things.flatMap((thing, index) => {
    const next = things[index + 1] ?? things[0]
    return next === undefined || next === thing ? [] : [write(thing, next)]
  })
}

const apps = [
  'instant-messaging',
  'online-video',
  'short-video',
  'online-payment',
  'online-shopping',
  'live-streaming',
  'online-news',
  'online-office',
  'online-music',
  'internet-medical',
]

function labelOf(dataset: Dataset, id: string, language: string, form: 'label' | 'short' = 'label'): string {
  return dataset.indicators.get(id)?.[form][language] ?? id
}

/** The first report's figures, as an analyst shows them. */
export function internetDeck(): Promise<HandMadeDeck> {
  const deck = createDeckWriter(report('test/fixtures/internet'), 'en')
  const label = (id: string) => labelOf(deck.dataset, id, 'en')
  const short = (id: string) => labelOf(deck.dataset, id, 'en', 'short')
  deck.slide('China online: December 2023')
  deck.lines('Internal briefing, 12 January 2024', 'Questions: +86 10 5881 3000, room 1092, extension 775')
  deck.slide('Agenda')
  deck.lines(
    '1 Netizens',
    '2 Mobile netizens',
    '3 Online video users',
    '15 min each, page 24',
    'Online retail sales .......... 15.4',
  )
  deck.slide('Netizens')
  deck.cards(
    ['{netizens@2023-12}', 'Netizens'],
    ['{internet-penetration-rate@2023-12}', 'Internet penetration rate'],
    ['{mobile-netizens@2023-12}', 'Mobile netizens'],
    ['{netizens.change@2023-12}', 'New netizens since December 2022'],
  )
  deck.lines(
    'Netizens reached {netizens@2023-12} in December 2023, up {netizens.change@2023-12} from December 2022.',
    'There were {mobile-netizens@2023-12} mobile netizens, and {non-netizens@2023-12} people not online.',
    'Internet penetration rate: {internet-penetration-rate@2023-12}',
    'In December 2022 netizens numbered {netizens@2022-12}, in June 2023 {netizens@2023-06}.',
    'Rural netizens: {rural-netizens@2023-12}; urban netizens: {urban-netizens@2023-12}',
    'The urban-rural gap in internet penetration is {urban-rural-penetration-gap@2023-12}, down {urban-rural-penetration-gap.change@2023-12}.',
    'Nearly 1.1 billion netizens, a target of 1.2 billion netizens by 2025',
  )
  deck.slide('What netizens use')
  for (const app of apps)
    deck.lines(
      `${label(`${app}-users`)}: {${app}-users@2023-12}, ${label(`${app}-usage-rate`)}: {${app}-usage-rate@2023-12}`,
    )
  deck.slide('Users of applications, December 2023')
  deck.table([
    ['Application', 'Users (million)', 'Usage rate', 'Users in December 2022 (million)'],
    ...apps.map((app) => [
      short(`${app}-users`),
      `{${app}-users@2023-12|m1}`,
      `{${app}-usage-rate@2023-12}`,
      `{${app}-users@2022-12|m0}`,
    ]),
  ])
  deck.slide('Users of applications, December 2022')
  deck.table([
    ['Application', 'Users (million)'],
    ...apps.map((app) => [short(`${app}-users`), `{${app}-users@2022-12|m0}`]),
  ])
  deck.slide('Usage rates in December 2022')
  deck.lines(...apps.map((app) => `${label(`${app}-usage-rate`)}: {${app}-usage-rate@2022-12}`))
  deck.slide('Growth')
  deck.table([
    ['', 'December 2022', 'December 2023', 'Change'],
    ...['netizens', 'mobile-netizens', 'rural-netizens', 'urban-netizens'].map((id) => [
      label(id),
      `{${id}@2022-12}`,
      `{${id}@2023-12}`,
      id === 'netizens' ? `{${id}.change@2023-12}` : '',
    ]),
  ])
  deck.slide('Netizens over time')
  const periods: [string, string][] = [
    ['Jun 2020', '2020-06'],
    ['Dec 2020', '2020-12'],
    ['Jun 2021', '2021-06'],
    ['Jun 2022', '2022-06'],
    ['Dec 2022', '2022-12'],
    ['Dec 2023', '2023-12'],
  ]
  const points = (id: string, power: number) =>
    periods.map(([said, period]): [string, string] => [said, `{${id}@${period}|e${power}}`])
  deck.chart('line', 'Netizens and mobile netizens, million', [
    { name: 'Netizens', points: points('netizens', 6) },
    { name: 'Mobile netizens', points: points('mobile-netizens', 6) },
  ])
  // No word says that its numbers are millions: that they all are, of one thing, does.
  deck.slide('Mobile netizens')
  deck.chart('line', '', [{ name: 'Mobile netizens', points: points('mobile-netizens', 6) }])
  deck.slide('Penetration over time')
  deck.chart(
    'line',
    'Internet penetration rate',
    [{ name: 'Internet penetration rate', points: points('internet-penetration-rate', 2) }],
    '0.0%',
  )
  deck.slide('Users in December 2023, million')
  deck.chart('bar', '', [
    {
      name: 'December 2023',
      points: apps.map((app): [string, string] => [label(`${app}-users`), `{${app}-users@2023-12|e6}`]),
    },
  ])
  deck.slide('What to be careful of')
  deck.lines(
    // Labels exchanged, other years, other places, other units, plans: none of these is the figure that its digits are.
    'Mobile netizens: 1.092 billion; netizens: 1.091 billion',
    'Netizens in India: 1.092 billion',
    'In December 2021 netizens reached 1.092 billion.',
    'Online retail sales: 15.4 trillion dollars',
    'Internet penetration rate of rural schools: 77.5%',
    'Our plan: 77.5% internet penetration rate',
    '1.067 billion netizens in December 2023',
    'Urban netizens: 24.8 million',
    'Netizens aged 60 and over: 1.092 billion',
    'Budget for netizens campaign: 77.5 million, 24.8 million spent',
    'Smart TVs per 1.092 billion netizens',
    'Online video users of competitors: 1.067 billion',
    'Ticket 1067, build 77.5, version 16.8, 24.8 km away',
  )
  deck.slide('More to be careful of')
  deck.lines(
    'Netizens who shop online: {!netizens@2023-12}',
    'The number of netizens could reach {!netizens@2023-12} by 2030',
    'Without netizens under 18: {!netizens@2023-12}',
    'Netizens: {!mobile-netizens@2023-12} by phone alone',
    'Daily netizens {!netizens@2023-12}',
    'Half of {!netizens@2023-12} netizens would be 546 million',
    'Revenue from netizens: {!online-retail-sales@2023}',
    'Netizens minus {!netizens.change@2023-12} is last year’s number',
    'Online video: {!online-video-usage-rate@2023-12} of viewers watch daily',
    'The error of the internet penetration rate is 1.9%, of netizens 24.8 million',
    'Hong Kong’s internet penetration rate: {!internet-penetration-rate@2023-12}',
    'Mobile internet penetration rate: {!internet-penetration-rate@2023-12}',
    'Netizens in the sample: {!netizens@2023-12|m0}',
    'First quarter of 2024: netizens {!netizens@2023-12}',
    'Netizens, June 2024: {!netizens@2023-12}',
    'Netizens (2020): {!netizens@2023-12}',
    'See netizens.xlsx, row 1092, version 77.5',
  )
  deck.cards(
    ['{!netizens@2023-12}', 'Smartphones sold'],
    ['{!internet-penetration-rate@2023-12}', 'Turnout'],
    ['{!mobile-netizens@2023-12}', 'Netizens'],
    ['{!netizens.change@2023-12}', 'Netizens'],
  )
  deck.slide('And more')
  deck.lines(
    'If netizens stay at {!netizens@2023-12}, advertising will slow.',
    'Netizens spent {!online-retail-sales@2023} online',
    'Netizens are {!rural-share-of-netizens@2023-12} rural',
    'Of netizens, {!online-video-usage-rate@2023-12} watch, {!online-shopping-usage-rate@2023-12} shop',
    'Netizens: {!netizens@2022-12}',
    'The world counts {!netizens@2023-12} Chinese speakers',
    'Mobile netizens grew faster than netizens: {!netizens.change@2023-12}',
    'Online video users spent {!online-retail-sales@2023}',
    'One million netizens were asked, {!internet-penetration-rate@2023-12} answered',
    'Netizens with fibre: {!netizens@2023-12}',
    'Netizens, women: {!netizens@2023-12}',
    'The internet penetration rate lags that of Korea by {!internet-penetration-rate@2023-12}',
    'Korea’s netizens and ours: {!netizens@2023-12}',
    'Netizens doubled from {!netizens@2023-12}',
  )
  deck.table([
    ['December 2023', 'Netizens', 'Internet penetration rate', 'Mobile netizens'],
    ['Beijing', '{!netizens@2023-12}', '{!internet-penetration-rate@2023-12}', '{!mobile-netizens@2023-12}'],
    ['Upper bound', '{!netizens@2023-12}', '{!internet-penetration-rate@2023-12}', '{!mobile-netizens@2023-12}'],
    ['December 2024', '{!netizens@2023-12}', '{!internet-penetration-rate@2023-12}', '{!mobile-netizens@2023-12}'],
  ])
  deck.slide('Labels exchanged')
  deck.lines(...exchanged(apps, (named, printed) => `${label(`${named}-users`)}: {!${printed}-users@2023-12}`))
  deck.slide('Users in 2021 and in 2023')
  deck.lines(
    ...apps.map((app) => `In June 2021 ${label(`${app}-users`).toLowerCase()} numbered {!${app}-users@2023-12}`),
  )
  deck.slide('Users in Germany, December 2023')
  deck.table([
    ['Germany', 'Users (million)', 'Usage rate'],
    ...apps
      .slice(0, 6)
      .map((app) => [
        `${short(`${app}-users`)} in Germany`,
        `{!${app}-users@2023-12|m1}`,
        `{!${app}-usage-rate@2023-12}`,
      ]),
  ])
  deck.slide('Usage rates, December 2023')
  deck.chart('bar', 'Usage rate', [
    {
      name: 'December 2023',
      points: [
        ...apps.map((app): [string, string] => [label(`${app}-usage-rate`), `{${app}-usage-rate@2023-12}`]),
        ['Podcast usage rate', '{!online-music-usage-rate@2023-12}'],
      ],
    },
  ])
  deck.slide('Markets')
  deck.table([
    ['Market', 'Netizens (million)', 'Internet penetration rate'],
    ['India', '1,092', '77.5%'],
    ['Plan', '1,067', '75.6%'],
    ['China', '{netizens@2023-12|m0}', '{internet-penetration-rate@2023-12}'],
  ])
  return deck.write()
}

/** A survey by age and region. */
export function surveyDeck(): Promise<HandMadeDeck> {
  const deck = createDeckWriter(report('examples/survey'), 'en')
  const ages: [string, string][] = [
    ['Aged 16 to 34', '16-34'],
    ['Aged 35 to 59', '35-59'],
    ['Aged 60 and over', '60-plus'],
  ]
  const regions: [string, string][] = [
    ['The coast', 'coast'],
    ['The plains', 'plains'],
    ['The hills', 'hills'],
  ]
  deck.slide('Who reads books in Norland?')
  deck.lines('Team 7, session 2 of 3, 5 March 2026', 'Call 020 539 517 or 020-559-525', 'n = 4,617 interviews')
  deck.slide('Readers and reading rate in 2025')
  deck.cards(['{readers@2025}', 'Readers'], ['{reading-rate@2025}', 'Reading rate'], ['{books@2025}', 'Books a reader'])
  deck.lines(
    'The reading rate stood at {reading-rate@2025} in 2025; in 2023 it was {reading-rate@2023}.',
    'Readers numbered {readers@2025} in 2025, up {readers.change@2025} since 2023.',
  )
  for (const [said, id] of [...ages, ...regions]) {
    deck.lines(
      `Reading rate, ${said.toLowerCase()}: {reading-rate[${id}]@2025}`,
      `Readers, ${said.toLowerCase()}, in 2023: {readers[${id}]@2023}`,
    )
  }
  for (const year of ['2025', '2023']) {
    deck.slide(`Reading rate by age and region, ${year}`)
    deck.table([
      ['Age', 'All regions', 'Coast', 'Plains', 'Hills'],
      ['Total', `{reading-rate@${year}}`, ...regions.map(([, id]) => `{reading-rate[${id}]@${year}}`)],
      ...ages.map(([said, age]) => [
        said,
        `{reading-rate[${age}]@${year}}`,
        ...regions.map(([, id]) => `{reading-rate[${age},${id}]@${year}}`),
      ]),
    ])
    deck.slide(`Readers by age and region, ${year}, thousand`)
    deck.table([
      ['Age', 'All regions', 'Coast', 'Plains', 'Hills'],
      ['Total', `{readers@${year}|k}`, ...regions.map(([, id]) => `{readers[${id}]@${year}|k}`)],
      ...ages.map(([said, age]) => [
        said,
        `{readers[${age}]@${year}|k}`,
        ...regions.map(([, id]) => `{readers[${age},${id}]@${year}|k}`),
      ]),
    ])
  }
  deck.slide('Reading rate by age')
  deck.chart(
    'bar',
    'Reading rate, %',
    ['2023', '2025'].map((year) => ({
      name: year,
      points: ages.map(([said, id]): [string, string] => [said, `{reading-rate[${id}]@${year}}`]),
    })),
  )
  deck.slide('Readers by region')
  deck.chart(
    'bar',
    'Readers, thousand',
    ['2023', '2025'].map((year) => ({
      name: year,
      points: regions.map(([said, id]): [string, string] => [said, `{readers[${id}]@${year}|e3}`]),
    })),
  )
  deck.slide('Reading rate by age and region: details')
  for (const [age, id] of ages) {
    deck.lines(
      ...regions.map(
        ([region, other]) => `${region}, ${age.toLowerCase()}: reading rate {reading-rate[${id},${other}]@2025}`,
      ),
    )
  }
  deck.slide('Readers by age and region: details')
  for (const [age, id] of ages) {
    deck.lines(
      ...regions.map(
        ([region, other]) =>
          `In 2023 readers numbered {readers[${id},${other}]@2023}, ${region.toLowerCase()}, ${age.toLowerCase()}`,
      ),
    )
  }
  deck.slide('Readers by age')
  for (const year of ['2023', '2025']) {
    deck.chart(
      'bar',
      `Readers, thousand, ${year}`,
      regions.map(([region, other]) => ({
        name: `${region}, ${year}`,
        points: ages.map(([said, id]): [string, string] => [said, `{readers[${id},${other}]@${year}|e3}`]),
      })),
    )
  }
  deck.slide('Categories exchanged')
  deck.lines(
    ...exchanged(
      [...ages, ...regions],
      ([said], [, id]) => `Reading rate, ${said.toLowerCase()}: {!reading-rate[${id}]@2025}`,
    ),
    ...exchanged([...ages, ...regions], ([said], [, id]) => `Readers, ${said.toLowerCase()}: {!readers[${id}]@2025}`),
  )
  deck.slide('More seen elsewhere')
  deck.lines(
    'Reading rate on the coast without the capital: {!reading-rate[coast]@2025}',
    'The coast and the plains: reading rate {!reading-rate[coast]@2025}',
    'Reading rate of those who finished school: {!reading-rate@2025}',
    'Reading rate, aged 16 to 24: {!reading-rate[16-34]@2025}',
    'Readers of two books, aged 16 to 34: {!readers[16-34]@2025}',
    'Readers: {!readers@2025} books in all',
    'Not the reading rate but the share of libraries: {!reading-rate@2025}',
    'Reading rate in the evening: {!reading-rate@2025}',
    'Weekly reading rate: {!reading-rate@2025}',
    'Books a reader: {!books@2025} kilos',
    'Question 8.4: how many books?',
    'Response rate {!reading-rate@2025}',
    'Reading rate, 2024: {!reading-rate[hills]@2025}',
    'Reading rate, the hills, 2019: {!reading-rate[hills]@2025}',
  )
  deck.cards(
    ['{!reading-rate@2025}', 'Response rate'],
    ['{!readers@2025}', 'Letters sent'],
    ['{!reading-rate[coast]@2025}', 'Reading rate, plains'],
    ['8.4', 'Out of ten'],
  )
  deck.slide('The year before last')
  deck.table([
    ['2021', 'Coast', 'Plains', 'Hills'],
    ...ages.map(([said, age]) => [said, ...regions.map(([, id]) => `{!reading-rate[${age},${id}]@2025}`)]),
  ])
  deck.slide('Reading rate of men, 2025')
  deck.table([
    ['Men', 'Coast', 'Plains', 'Hills'],
    ...ages.map(([said, age]) => [
      `Men, ${said.toLowerCase()}`,
      ...regions.map(([, id]) => `{!reading-rate[${age},${id}]@2025}`),
    ]),
  ])
  deck.slide('Seen elsewhere')
  deck.lines(
    'Reading rate, the hills: 55.9%',
    'Reading rate, aged 16 to 34: 59.8%',
    'Reading rate in 2021: 53.9%',
    'Reading rate in Sweden: 53.9%',
    'Listening rate, the coast: 55.9%',
    'Reading rate of children: 51.7%',
    'We aim at a reading rate of 53.9%',
    'Readers of newspapers: 4.617 million',
    'Readers of e-books, aged 60 and over: 1.67 million',
    'The sample had 4,617 people, 53.9 minutes each',
    'Reading rate among women, the coast: 55.9%',
  )
  deck.table([
    ['', 'Reading rate', 'Listening rate'],
    ['Coast', '{reading-rate[coast]@2025}', '55.9%'],
    ['Women', '53.9%', '52.5%'],
    ['Hills', '55.9%', '51.7%'],
  ])
  return deck.write()
}

/** A company's quarter. */
export function companyDeck(): Promise<HandMadeDeck> {
  const deck = createDeckWriter(report('test/reports/company'), 'en')
  const {
    report: { period, comparison },
  } = deck.dataset
  const said = (of: string) => of.replace(/(\d+)-(Q\d)/, '$2 $1')
  const ids = ['revenue', 'operating-profit', 'order-book']
  const label = (id: string) => labelOf(deck.dataset, id, 'en')
  const series = [...deck.dataset.observations.values()].filter(
    ({ indicator, measure, categories }) =>
      indicator === 'revenue' && measure === 'value' && Object.keys(categories).length > 0,
  )
  deck.slide(`Results for ${said(period)}`)
  deck.lines('Conference call 0800 412 495, code 214 120', 'Slides 2 to 12')
  deck.slide('Quarter at a glance')
  deck.cards(...ids.map((id): [string, string] => [`{${id}@${period}|s}`, label(id)]), [
    `{margin@${period}}`,
    'Operating margin',
  ])
  for (const id of ids) {
    deck.lines(
      `${label(id)} was {${id}@${period}} in ${said(period)}.`,
      `In ${said(comparison)} ${label(id).toLowerCase()} was {${id}@${comparison}}.`,
    )
  }
  deck.lines(
    `Operating margin: {margin@${period}} (${said(comparison)}: {margin@${comparison}})`,
    `We had {staff@${period}} employees.`,
  )
  deck.slide('Key figures')
  deck.table([
    ['£ million', said(period), said(comparison)],
    ...ids.map((id) => [label(id), `{${id}@${period}|m1}`, `{${id}@${comparison}|m1}`]),
    ['Operating margin', `{margin@${period}}`, `{margin@${comparison}}`],
  ])
  deck.slide('Revenue by part')
  deck.table([
    ['Revenue, £ million', said(period)],
    ...series
      .filter((one) => one.period === period)
      .map((one) => [
        Object.entries(one.categories)
          .map(
            ([dimension, category]) => deck.dataset.dimensions.get(dimension)?.categories.get(category)?.label.en ?? '',
          )
          .join(', '),
        `{${one.key}|m1}`,
      ]),
  ])
  const quarters = ['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3']
  const parts: [string, string][] = [
    ['Pumps', '[pumps]'],
    ['Valves', '[valves]'],
    ['Services', '[services]'],
  ]
  deck.slide('Revenue by quarter')
  deck.table([
    ['Revenue, £ million', ...quarters.map(said)],
    ...parts.map(([name, part]) => [name, ...quarters.map((one) => `{revenue${part}@${one}|m1}`)]),
    ['Total', ...quarters.map((one) => `{revenue@${one}|m1}`)],
  ])
  deck.slide('Revenue by quarter, £ million')
  deck.chart(
    'line',
    'Revenue, £ million',
    [['Revenue', ''] as const, ...parts].map(([name, part]) => ({
      name,
      points: quarters.map((one): [string, string] => [said(one), `{revenue${part}@${one}|e6}`]),
    })),
  )
  deck.slide('Revenue in short')
  for (const one of quarters)
    deck.lines(
      `In ${said(one)} revenue was {revenue@${one}|s}.`,
      ...parts.map(([name, part]) => `${name}: revenue {revenue${part}@${one}} in ${said(one)}`),
    )
  deck.slide('Lines of business')
  for (const [name, part] of parts) {
    deck.slide(`${name}: revenue by quarter`)
    deck.lines(...quarters.map((one) => `{revenue${part}@${one}} in ${said(one)}`))
    deck.chart('bar', `${name}, revenue, £ million`, [
      { name: 'Revenue', points: quarters.map((one): [string, string] => [said(one), `{revenue${part}@${one}|e6}`]) },
    ])
  }
  deck.slide('Quarters and lines exchanged')
  for (const one of quarters)
    deck.lines(...exchanged(parts, ([name], [, part]) => `${name}: revenue {!revenue${part}@${one}} in ${said(one)}`))
  deck.lines(...exchanged(quarters, (named, printed) => `In ${said(named)} revenue was {!revenue@${printed}|s}.`))
  deck.slide('Peers')
  deck.table([
    ['Revenue, £ million', ...quarters.map(said)],
    ['Hartwell', ...quarters.map((one) => `{!revenue@${one}|m1}`)],
    ['Budget', ...quarters.map((one) => `{!revenue@${one}|m1}`)],
  ])
  deck.chart('bar', 'Revenue of Hartwell, £ million', [
    { name: 'Hartwell', points: quarters.map((one): [string, string] => [said(one), `{!revenue@${one}|e6}`]) },
  ])
  deck.slide('And more')
  deck.lines(
    `We sold pumps for {!revenue@${period}}`,
    `Revenue of the group’s largest customer: {!revenue[pumps]@${period}}`,
    `Revenue at constant currencies: {!revenue@${period}}`,
    `Revenue since January {!revenue@${period}}`,
    `Revenue, full year: {!revenue@${period}}`,
    `Average revenue: {!revenue@${period}}`,
    `Revenue Q4 2024 {!revenue@${period}}`,
    `Operating profit and interest: {!operating-profit@${period}}`,
    `Operating profit of pumps: {!operating-profit@${period}}`,
    `Operating margin in the best year: {!margin@${period}}`,
    `Order book for valves: {!order-book@${period}}`,
    `Revenue grew from {!revenue@${period}}`,
  )
  deck.table([
    ['£ million', 'Revenue', 'Operating profit', 'Order book'],
    ['UK', `{!revenue@${period}|m1}`, `{!operating-profit@${period}|m1}`, `{!order-book@${period}|m1}`],
    ['Lower quartile', `{!revenue@${period}|m1}`, `{!operating-profit@${period}|m1}`, `{!order-book@${period}|m1}`],
  ])
  deck.slide('A picture of the market')
  deck.chart('bar', 'Operating profit, £ million', [
    {
      name: 'Q3 2024',
      points: [
        ['Marlow', `{!operating-profit@${period}|e6}`],
        ['Hartwell', `{!revenue@${period}|e6}`],
      ],
    },
  ])
  deck.cards(
    [`{!revenue@${period}|s}`, 'Market size'],
    [`{!margin@${period}}`, 'Market share'],
    [`{!order-book@${period}|s}`, 'Revenue'],
    ['8,412', 'Visitors'],
  )
  deck.slide('Traps')
  deck.lines(
    `Operating profit: {!revenue@${period}}`,
    `Revenue: {!operating-profit@${period}}`,
    `Hartwell’s revenue: {!revenue@${period}}`,
    `Revenue from valves in Asia: {!revenue[valves]@${period}}`,
    'Revenue per employee 8,412',
    'Pensioners: 8,412, places in the car park: 8,412',
    `Order book of peers: {!order-book@${period}}`,
    `Revenue, restated: {!revenue@${period}}`,
    `Recurring revenue: {!revenue@${period}}`,
    `Revenue before the sale of valves {!revenue@${period}}`,
    `Revenue for the first nine months: {!revenue@${period}}`,
    `Revenue in Q2 2025: {!revenue@${period}}`,
    `Net operating profit: {!operating-profit@${period}}`,
    `Operating margin of services: {!margin@${period}}`,
    `Operating margin, rolling: {!margin@${period}}`,
    `Revenue {!revenue@${period}} below plan`,
    `Employees in Leeds: {!staff@${period}}`,
    'Employees’ shares: 8,412',
    `Orders cancelled from the order book: {!order-book@${period}}`,
    `Cash: {!operating-profit@${period}}, debt: {!revenue@${period}}`,
    `Revenue of pumps and valves: {!revenue[pumps]@${period}}`,
    `Invoice 456.1, customer 8412, lot 64.2, 14.1 tonnes`,
    'Revenue of peers 214.0 million',
    'Guidance: operating margin of 12.0%',
    'Page 12, item 4, 30 minutes, 2 pm',
  )
  return deck.write()
}

/** The first report's figures in Chinese. */
export function chineseDeck(): Promise<HandMadeDeck> {
  const deck = createDeckWriter(report('test/fixtures/internet'), 'zh')
  const label = (id: string) => labelOf(deck.dataset, id, 'zh')
  const short = (id: string) => labelOf(deck.dataset, id, 'zh', 'short')
  deck.slide('中国互联网发展情况（2023年12月）')
  deck.lines('内部资料，会议室1092，电话010-58813000', '第53次报告，共24页')
  deck.slide('目录')
  deck.lines('1 网民规模', '2 互联网普及率', '3 网络视频用户规模 …… 15')
  deck.slide('网民规模')
  deck.cards(
    ['{netizens@2023-12}', '网民规模'],
    ['{internet-penetration-rate@2023-12}', '互联网普及率'],
    ['{mobile-netizens@2023-12}', '手机网民规模'],
  )
  deck.lines(
    '截至2023年12月，网民规模达{netizens@2023-12}，较2022年12月增长{netizens.change@2023-12}。',
    '截至2023年12月，手机网民规模达{mobile-netizens@2023-12}。',
    '农村网民规模为{rural-netizens@2023-12}，城镇网民规模为{urban-netizens@2023-12}。',
    '互联网普及率：{internet-penetration-rate@2023-12}',
    '2022年12月，网民规模为{netizens@2022-12}。',
    '2023年网上零售额{online-retail-sales@2023}',
    '手机网民规模：10.92亿；网民规模：10.91亿',
    '印度网民规模：10.92亿',
    '2021年12月网民规模达10.92亿。',
    '计划2025年网民规模达10.92亿',
    '老年网民规模：10.92亿',
  )
  deck.slide('各类应用用户规模和使用率（2023年12月）')
  deck.table([
    ['应用', '用户规模（万）', '使用率'],
    ...apps.map((app) => [short(`${app}-users`), `{${app}-users@2023-12|w}`, `{${app}-usage-rate@2023-12}`]),
  ])
  deck.slide('各类应用用户规模')
  for (const app of apps)
    deck.lines(
      `${label(`${app}-users`)}：{${app}-users@2023-12}`,
      `${label(`${app}-usage-rate`)}达{${app}-usage-rate@2023-12}`,
    )
  deck.slide('网民规模变化')
  const periods = ['2020-06', '2020-12', '2021-06', '2022-06', '2022-12', '2023-12']
  const points = (id: string, power: number) =>
    periods.map((period): [string, string] => [period.replace('-', '.'), `{${id}@${period}|e${power}}`])
  deck.chart('line', '网民规模（万）', [
    { name: '网民规模', points: points('netizens', 4) },
    { name: '手机网民规模', points: points('mobile-netizens', 4) },
  ])
  deck.slide('各类应用用户规模（2022年12月）')
  const earlier = apps.filter((app) => app !== 'internet-medical')
  deck.table([['应用', '用户规模（万）'], ...earlier.map((app) => [short(`${app}-users`), `{${app}-users@2022-12|w}`])])
  deck.slide('2022年12月各类应用使用率')
  deck.lines(...earlier.map((app) => `${label(`${app}-usage-rate`)}：{${app}-usage-rate@2022-12}`))
  deck.slide('2022年12月各类应用用户规模')
  deck.chart('bar', '用户规模（万）', [
    {
      name: '2022年12月',
      points: earlier.map((app): [string, string] => [label(`${app}-users`), `{${app}-users@2022-12|e4}`]),
    },
  ])
  deck.slide('各类应用用户规模（万）')
  deck.chart('bar', '用户规模（万）', [
    {
      name: '2023年12月',
      points: apps.map((app): [string, string] => [label(`${app}-users`), `{${app}-users@2023-12|e4}`]),
    },
  ])
  deck.slide('2022年12月各类应用')
  deck.table([
    ['应用', '使用率', '用户规模（万）'],
    ...earlier.map((app) => [short(`${app}-users`), `{${app}-usage-rate@2022-12}`, `{${app}-users@2022-12|w}`]),
  ])
  deck.slide('名称对调')
  deck.lines(
    ...exchanged(apps, (named, printed) => `${label(`${named}-users`)}：{!${printed}-users@2023-12}`),
    ...exchanged(apps, (named, printed) => `${label(`${named}-usage-rate`)}：{!${printed}-usage-rate@2023-12}`),
  )
  deck.slide('其他')
  deck.lines(
    '外国网民规模：{!netizens@2023-12}',
    '活跃网民规模：{!netizens@2023-12}',
    '预计网民规模达{!netizens@2023-12}',
    '2024年6月网民规模：{!netizens@2023-12}',
    '学校互联网普及率：{!internet-penetration-rate@2023-12}',
    '网民规模{!mobile-netizens@2023-12}',
    '手机销量{!netizens@2023-12}',
    '样本中网民规模为{!netizens@2023-12}',
    '5G普及率{!internet-penetration-rate@2023-12}',
  )
  deck.slide('德国各类应用（2023年12月）')
  deck.table([
    ['德国', '用户规模（万）', '使用率'],
    ...apps.map((app) => [`德国${short(`${app}-users`)}`, `{!${app}-users@2023-12|w}`, `{!${app}-usage-rate@2023-12}`]),
  ])
  deck.slide('2019年各类应用用户规模')
  deck.lines(...apps.map((app) => `2019年${label(`${app}-users`)}为{!${app}-users@2023-12}`))
  deck.slide('各类应用使用率')
  deck.chart('bar', '使用率（%）', [
    {
      name: '2023年12月',
      points: apps.map((app): [string, string] => [label(`${app}-usage-rate`), `{${app}-usage-rate@2023-12}`]),
    },
  ])
  deck.slide('城乡互联网普及率')
  deck.chart('bar', '互联网普及率（%）', [
    {
      name: '2023年12月',
      points: [
        ['城镇地区互联网普及率', '{urban-penetration-rate@2023-12}'],
        ['农村地区互联网普及率', '{rural-penetration-rate@2023-12}'],
        ['美国互联网普及率', '77.5'],
      ],
    },
  ])
  return deck.write()
}
