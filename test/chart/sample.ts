import { bindChart, createBoundSpecs } from '../../src/chart/bind/bind.ts'
import type { SpecFile } from '../../src/chart/spec/json/spec-file.ts'
import type { Chart, Medium } from '../../src/chart/types.ts'
import { isFault, parseQuantity } from '../../src/dataset/figure/quantity.ts'
import type { Marking } from '../../src/dataset/figure/status-marks.ts'
import { measureUnit, percent, percentagePoints } from '../../src/dataset/figure/unit/unit.ts'
import type { Dataset, Indicator, LocalText, Measure, Observation, Status, Unit } from '../../src/dataset/types.ts'
import { formatDiagnostic, type Outcome } from '../../src/diagnostic.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { type FreeSetting, readFreeSpec, toFreeChart } from '../../src/free-chart/free-chart.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { defaultTheme } from '../default-theme.ts'

/** The default theme and fonts, English, and a small dataset in the shape of the real one. */
export const theme = defaultTheme()
export const fonts = openFonts(theme, '.')
/** Where the charts' data files are, and the date that it is for them: that of the report's release. */
const setting = { folder: process.cwd(), now: Date.parse('2024-03-22') }
export const options = { theme, fonts, folder: process.cwd() }

const people: Unit = { id: 'people', label: { en: 'people', zh: '人' }, said: false }
const units = new Map([people, percent, percentagePoints].map((unit) => [unit.id, unit]))
const place = { file: 'data/figures.yaml', line: 1, column: 1 }

interface Told {
  label: LocalText
  short?: LocalText
  unit: string
  denominator?: LocalText
  /** Observations by reference without the indicator: `@2023-12`, `.change@2023-12`. */
  figures: Record<string, string>
}

const told: Record<string, Told> = {
  netizens: {
    label: { en: 'Netizens', zh: '网民规模' },
    unit: 'people',
    figures: {
      '@2020-03': '904 million',
      '@2020-12': '989 million',
      '@2021-12': '1.032 billion',
      '@2022-12': '1.067 billion',
      '@2023-12': '1.092 billion',
      '.change@2023-12': '24.8 million',
      '.rate@2023-12': '2.3%',
    },
  },
  'video-users': {
    label: { en: 'Online video users' },
    short: { en: 'Online video' },
    unit: 'people',
    figures: { '@2020-12': '927 million', '@2023-12': '1.067 billion', '.change@2023-12': '36.13 million' },
  },
  gap: {
    label: { en: 'Urban-rural gap' },
    unit: 'percentage-points',
    figures: { '@2020-12': '23.9 pp', '@2022-12': '21.2 pp', '@2023-12': '16.8 pp', '.change@2023-12': '-4.4 pp' },
  },
  domestic: {
    label: { en: 'Buyers of domestic goods' },
    short: { en: 'Domestic goods' },
    unit: 'percent',
    denominator: { en: 'Online shoppers' },
    figures: { '@2023': '58.3%' },
  },
  green: {
    label: { en: 'Buyers of green products' },
    short: { en: 'Green products' },
    unit: 'percent',
    denominator: { en: 'Online shoppers' },
    figures: { '@2023': '29.7%' },
  },
  services: {
    label: { en: 'Government service users' },
    unit: 'people',
    figures: { '@2023-12': '973 million', '.change@2023-12': 'over 47 million' },
  },
}

const dataset: Dataset = {
  report: {
    id: 'sample',
    title: { en: 'Sample' },
    publisher: { en: 'Publisher' },
    geography: { en: 'China' },
    period: '2023-12',
    comparison: '2022-12',
    released: '2024-03-22',
    language: 'en',
    languages: ['en'],
  },
  sources: new Map(),
  speakers: new Map(),
  units,
  dimensions: new Map(),
  absences: new Map(),
  indicators: new Map(Object.entries(told).map(([id, entry]) => [id, toIndicator(id, entry)])),
  observations: new Map(Object.entries(told).flatMap(([id, entry]) => toObservations(id, entry))),
  lists: new Map([
    ['shares', ['green', 'domestic']],
    ['users', ['netizens', 'video-users', 'services']],
  ]),
  checks: [],
}

function toIndicator(id: string, { label, short = label, unit, denominator }: Told): Indicator {
  return { id, label, short, unit, denominator, type: 'stock', dimensions: [], place }
}

function toObservations(id: string, { unit, figures }: Told): [string, Observation][] {
  return Object.entries(figures).map(([reference, text]) => {
    const [, measure = 'value', period = ''] = /^(?:\.(\w+))?@(.+)$/.exec(reference) ?? []
    const unitOf: Record<string, string> = { value: unit, change: measureUnit(unit, 'change'), rate: 'percent' }
    const quantity = parseQuantity(text, units.get(unitOf[measure] ?? '') ?? people)
    if (isFault(quantity)) throw new Error(quantity.fault)
    const key = `${id}${reference}`
    const observation = {
      key,
      series: id,
      indicator: id,
      categories: {},
      measure: measure as Measure,
      period,
      quantity,
      status: 'stated' as const,
      inputs: [],
      place,
    }
    return [key, observation]
  })
}

/** Binds a spec, given as an object or as the text of its file. */
export function bind(
  spec: object | string,
  { language = 'en', medium = 'slide' as Medium, folder = '.', specs = createBoundSpecs() } = {},
): Outcome<Chart> {
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec, null, 2)
  return bindChart(
    {
      file: 'charts/sample.vl.json',
      text,
      dataset,
      locale: getLocale(language, 'en'),
      theme,
      fonts,
      medium,
      ...setting,
      folder,
    },
    specs,
  )
}

/** A spec bound to the sample report, some of whose figures, by key, have another status; and its marks. */
export function bindMarked(spec: object, statuses: Record<string, Status>, marking: Marking): Outcome<Chart> {
  const observations = [...dataset.observations].map(([key, observation]): [string, Observation] => [
    key,
    { ...observation, status: statuses[key] ?? observation.status },
  ])
  return bindChart({
    file: 'charts/sample.vl.json',
    text: JSON.stringify(spec, null, 2),
    dataset: { ...dataset, observations: new Map(observations) },
    locale: getLocale('en', 'en'),
    theme,
    fonts,
    medium: 'slide',
    ...setting,
    marking,
  })
}

/** The chart of a spec that is expected to be sound. */
export function bound(spec: object, settings: Parameters<typeof bind>[1] = {}): Chart {
  return soundValue(bind(spec, settings))
}

/** The chart of a sound spec without a report. */
export function freeChart(source: SpecFile, setting: Partial<FreeSetting> = {}): Chart {
  const usual: FreeSetting = { theme, locale: getLocale('en'), medium: 'page', size: {} }
  return toFreeChart(soundValue(readFreeSpec(source)), { ...usual, ...setting })
}

/** The value of an outcome without any trouble. Throws, saying the troubles, where there are some. */
export function soundValue<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined || diagnostics.length > 0) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

/** Columns of the gap between town and country, each with its number. */
export const gapColumns = {
  data: { name: 'gap' },
  encoding: {
    x: { field: 'periodLabel', type: 'ordinal', sort: null },
    y: { field: 'value', type: 'quantitative', axis: null },
  },
  layer: [
    { mark: 'bar' },
    { mark: { type: 'text', style: 'value', dy: { expr: '-labelSize' } }, encoding: { text: { field: 'valueText' } } },
  ],
}

/** Netizens over time, first and last labelled. */
export const netizensLine = {
  data: { name: 'netizens' },
  encoding: {
    x: {
      field: 'date',
      type: 'temporal',
      axis: { values: { expr: 'axisDates' }, formatType: 'period', format: 'month' },
    },
    y: {
      field: 'value',
      type: 'quantitative',
      scale: { zero: false },
      axis: { tickCount: 4, formatType: 'quantity', format: 'people' },
    },
  },
  layer: [
    { mark: 'line' },
    {
      transform: [{ filter: 'datum.last' }],
      mark: { type: 'text', align: 'right', dy: { expr: '-labelSize' } },
      encoding: { text: { field: 'valueText' } },
    },
  ],
}
