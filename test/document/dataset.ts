import { Decimal } from 'decimal.js'
import { observationKey } from '../../src/dataset/figure/reference.ts'
import { percent, percentagePoints } from '../../src/dataset/figure/unit/unit.ts'
import type { Dataset, Dimension, Indicator, Measure, Observation, Quantity, Source } from '../../src/dataset/types.ts'
import { getLocale } from '../../src/locale/get-locale.ts'

const place = { file: 'data/figures.yaml', line: 1, column: 1 }

/** A small dataset by hand: what the helpers must know how to say, and a label that would be markup if it could. */
export function smallDataset(): Dataset {
  return {
    report: {
      id: 'cnnic-53',
      title: { en: 'Statistical Report on Internet Development in China', zh: '中国互联网络发展状况统计报告' },
      subtitle: { en: 'Briefing on the 53rd edition' },
      edition: 53,
      publisher: { en: 'China Internet Network Information Center (CNNIC)' },
      author: { en: 'Briefwright example' },
      geography: { en: 'China', zh: '中国' },
      period: '2023-12',
      comparison: '2022-12',
      released: '2024-03-22',
      language: 'en',
      languages: ['en'],
    },
    variant: { id: 'wales', categories: {}, values: { region: { code: 'wales', words: { en: 'Wales' } } } },
    sources: byId([...articles, ...editions]),
    speakers: new Map([
      ['liu-yulin', { id: 'liu-yulin', name: { en: 'Liu Yulin' }, role: { en: 'Director of CNNIC', zh: '中心主任' } }],
    ]),
    units: byId([
      percent,
      percentagePoints,
      { id: 'people', label: { en: 'people', zh: '人' }, said: false },
      { id: 'yuan', label: { en: 'yuan', zh: '元' }, said: true },
    ]),
    dimensions: byId([age]),
    absences: new Map(),
    indicators: byId(indicators),
    observations: new Map(observations.map((observation) => [observation.key, asPrinted(observation)])),
    lists: new Map([
      ['applications', ['online-travel-booking-users', 'online-video-users', 'online-government-service-users']],
      ['history', ['netizens']],
    ]),
    checks: [
      {
        id: 'gap-unit',
        kind: 'remark',
        assertion: '',
        observations: [],
        verdict: 'remarked',
        note: { en: 'The source prints the gap as a percentage; it is in percentage points.' },
      },
      {
        id: 'town-and-country',
        kind: 'identity',
        assertion: 'urban-netizens + rural-netizens = netizens',
        observations: [],
        verdict: 'agrees',
        note: { en: 'Every netizen is counted as urban or as rural.' },
      },
      {
        id: 'no-doubling',
        kind: 'identity',
        assertion: 'netizens.change <= netizens@2022-12',
        observations: [],
        verdict: 'agrees',
      },
      {
        id: 'part:rural-netizens@2023-12',
        kind: 'part',
        assertion: 'rural-netizens <= netizens',
        observations: [],
        verdict: 'agrees',
        note: { en: 'A part is no larger than its whole' },
      },
    ],
  }
}

/** The label of `hostile`: each character that begins or ends markup, a line break, a table, a directive and a mustache. */
export const hostileLabel =
  '::notes[x]{a="b"} *b* _i_ `c` ~~s~~ <b>&amp; [l](http://x.y) ![i](j) | a | # 1. {{value "x"}} \\* \\\n\n| - |\n:::notes\n"q"!'

const articles: Source[] = [
  {
    id: 'xinhua',
    title: { en: 'Article' },
    kind: 'primary',
    cite: { en: 'CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024' },
    url: 'https://example.org/article?a=1&b=(2)',
  },
]

const editions: Source[] = [50, 51].map((edition) => ({
  id: `cnnic-${edition}`,
  title: { en: `${edition}th Statistical Report` },
  publisher: { en: 'CNNIC' },
  kind: 'secondary',
  cite: { en: `CNNIC, edition ${edition}` },
  edition,
  series: { en: 'CNNIC, {editions} Statistical Reports' },
}))

const indicators: Indicator[] = [
  indicator('netizens', 'Netizens', {
    good: 'up',
    label: { en: 'Netizens', zh: '网民规模' },
    definition: { en: 'Residents who used the internet in the past half year.' },
    note: { en: 'The increase is net.' },
  }),
  indicator('urban-rural-penetration-gap', 'Urban-rural gap', { unit: 'percent', type: 'ratio', good: 'down' }),
  indicator('internet-penetration-rate', 'Internet penetration rate', {
    unit: 'percent',
    type: 'ratio',
    denominator: { en: 'the population' },
  }),
  indicator('online-retail-sales', 'Online retail sales', { unit: 'yuan', type: 'flow' }),
  indicator('online-video-users', 'Online video users', { short: { en: 'Online video' } }),
  indicator('online-travel-booking-users', 'Travel booking users'),
  indicator('online-government-service-users', 'Government service users'),
  indicator('online-car-hailing-users', 'Car-hailing users'),
  indicator('flat', 'Flat'),
  indicator('hostile', hostileLabel),
  indicator('paced', 'Paced'),
  indicator('turned', 'Turned'),
  indicator('recent-users', 'Recent users', { unit: 'percent', type: 'ratio', dimensions: ['age'] }),
]

const age: Dimension = {
  id: 'age',
  label: { en: 'Age' },
  categories: byId([
    { id: '16-24', label: { en: 'Aged 16 to 24' }, short: { en: '16 to 24' } },
    { id: '75-plus', label: { en: 'Aged 75 and over' }, short: { en: '75 and over' } },
  ]),
  total: { en: 'All adults' },
  isExhaustive: false,
}

const observations: Observation[] = [
  stated('netizens', 'value', '2022-06', '1051000000', 6, 'people', { source: 'cnnic-50' }),
  stated('netizens', 'value', '2022-12', '1067000000', 6, 'people', { source: 'cnnic-51' }),
  stated('netizens', 'value', '2023-12', '1092000000', 6, 'people', { paragraphs: [4, 5, 14] }),
  stated('netizens', 'change', '2023-12', '24800000', 5, 'people', { paragraphs: [14, 22], speaker: 'liu-yulin' }),
  derived('netizens', 'rate', '2023-12', '2.3', -1, 'percent', ['2.318', '2.33'], ['netizens.change@2023-12']),
  stated('urban-rural-penetration-gap', 'value', '2023-12', '16.8', -1, 'percentage-points', { printed: '16.8%' }),
  stated('urban-rural-penetration-gap', 'change', '2023-12', '-4.4', -1, 'percentage-points'),
  stated('internet-penetration-rate', 'value', '2023-12', '77.5', -1, 'percent'),
  stated('online-retail-sales', 'value', '2023', '15400000000000', 11, 'yuan'),
  { ...stated('online-retail-sales', 'rate', '2023', '11', 0, 'percent'), since: '2022', basis: 'comparable' },
  stated('online-video-users', 'value', '2023-12', '1067000000', 6, 'people'),
  stated('online-video-users', 'change', '2023-12', '36130000', 4, 'people'),
  stated('online-travel-booking-users', 'value', '2023-12', '509000000', 6, 'people'),
  stated('online-travel-booking-users', 'rate', '2023-12', '20.4', -1, 'percent'),
  stated('online-government-service-users', 'value', '2023-12', '973000000', 6, 'people'),
  {
    ...stated('online-government-service-users', 'change', '2023-12', '47000000', 6, 'people'),
    since: null,
    quantity: { ...quantity('47000000', 6, 'people', ['47000000', 'Infinity']), qualifier: 'over' },
  },
  derived(
    'online-government-service-users',
    'value',
    '2022-12',
    '926000000',
    6,
    'people',
    ['-Infinity', '926500000'],
    ['online-government-service-users@2023-12'],
  ),
  derived('online-car-hailing-users', 'value', '2023-12', '528000000', 7, 'people', ['527022800', '529194900'], []),
  stated('flat', 'value', '2023-12', '3', 0, 'people'),
  stated('flat', 'change', '2023-12', '0', 0, 'people'),
  stated('hostile', 'value', '2023-12', '7', 0, 'people'),
  ...['100', '150', '190', '210'].map((value, index) =>
    stated('paced', 'value', `${2020 + index}-12`, value, 0, 'people'),
  ),
  ...['200', '180', '120', '150'].map((value, index) =>
    stated('turned', 'value', `${2020 + index}-12`, value, 0, 'people'),
  ),
]

function indicator(id: string, label: string, more: Partial<Indicator> = {}): Indicator {
  const short = more.short ?? { en: label }
  return { id, label: { en: label }, short, unit: 'people', type: 'stock', dimensions: [], place, ...more }
}

function quantity(value: string, precision: number, unit: string, interval?: [string, string]): Quantity {
  const exact = new Decimal(value)
  const half = new Decimal(10).pow(precision).div(2)
  const [low, high] = interval ?? [exact.minus(half), exact.plus(half)]
  return { value: exact, precision, unit, interval: { low: new Decimal(low), high: new Decimal(high) } }
}

/** The source prints a figure as the document will, unless the observation says otherwise. */
function asPrinted(observation: Observation): Observation {
  const { statement, quantity } = observation
  if (statement?.printed !== '') return observation
  const unit = { id: quantity.unit, label: { en: quantity.unit }, said: quantity.unit === 'yuan' }
  return { ...observation, statement: { ...statement, printed: getLocale('en').quantity(quantity, unit) } }
}

function stated(
  indicator: string,
  measure: Measure,
  period: string,
  value: string,
  precision: number,
  unit: string,
  where: { source?: string; paragraphs?: number[]; speaker?: string; printed?: string } = {},
): Observation {
  const statement = { source: 'xinhua', paragraphs: [14], printed: '', ...where }
  const since = measure === 'value' ? undefined : '2022-12'
  const key = observationKey(indicator, measure, period)
  const said = quantity(value, precision, unit)
  return {
    key,
    series: indicator,
    indicator,
    categories: {},
    measure,
    period,
    since,
    quantity: said,
    status: 'stated',
    statement,
    inputs: [],
    place,
  }
}

function derived(
  indicator: string,
  measure: Measure,
  period: string,
  value: string,
  precision: number,
  unit: string,
  interval: [string, string],
  inputs: string[],
): Observation {
  const since = measure === 'value' ? undefined : '2022-12'
  const key = observationKey(indicator, measure, period)
  const said = quantity(value, precision, unit, interval)
  return {
    key,
    series: indicator,
    indicator,
    categories: {},
    measure,
    period,
    since,
    quantity: said,
    status: 'derived',
    inputs,
    place,
  }
}

function byId<T extends { id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
