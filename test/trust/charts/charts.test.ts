import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bindChart } from '../../../src/chart/bind/bind.ts'
import { drawChart } from '../../../src/chart/draw/draw.ts'
import { readDataset } from '../../../src/dataset/read/read.ts'
import type { Dataset, Observation } from '../../../src/dataset/types.ts'
import { type Diagnostic, formatDiagnostic } from '../../../src/diagnostic.ts'
import { sourceText } from '../../../src/files/source-text.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { noMemory } from '../../../src/memory/memory.ts'
import { checkAxes } from '../../../src/trust/charts/check-axes.ts'
import { checkDrawnTexts } from '../../../src/trust/charts/check-drawn-texts.ts'
import { checkDrawnValues } from '../../../src/trust/charts/check-drawn-values.ts'
import { checkMade } from '../../../src/trust/charts/check-made.ts'
import { checkSeen } from '../../../src/trust/charts/check-seen.ts'
import { checkStacks } from '../../../src/trust/charts/check-stacks.ts'
import { checkChartTitles } from '../../../src/trust/heads/check-captions.ts'
import { checkChartNotes } from '../../../src/trust/heads/check-cards.ts'
import { checkWays, holdWays } from '../../../src/trust/heads/check-ways.ts'
import { noteHeads, specTitles } from '../../../src/trust/heads/read-heads.ts'
import { checkLooseNumbers } from '../../../src/trust/numbers/check-loose-numbers.ts'
import { fonts, theme } from '../../chart/sample.ts'
import { corpusDataset } from '../sentences/sentences.ts'
import * as ambulance from './ambulance/specs.ts'
import * as power from './power/specs.ts'
import type { SpecIn } from './spec-parts.ts'
import { honest, lying } from './specs.ts'
import * as trade from './trade/specs.ts'

/** The library's figures, with a series of uneven years, and one of years and half-years. */
function withUneven(dataset: Dataset): Dataset {
  const visits = [...dataset.observations.values()].filter(
    ({ series, measure }) => series === 'visits' && measure === 'value',
  )
  const copy = (series: string, period: (year: string) => string | undefined): Observation[] =>
    visits.flatMap((one) => {
      const at = period(one.period)
      return at === undefined ? [] : [{ ...one, series, indicator: series, period: at, key: `${series}@${at}` }]
    })
  const uneven = copy('uneven', (year) => (year === '2021' || year === '2022' ? undefined : year))
  const mixed = copy('mixed', (year) => (Number(year) > 2023 ? `${year}-S1` : year))
  const indicator = dataset.indicators.get('visits')
  if (!indicator) throw new Error('no visits')
  return {
    ...dataset,
    indicators: new Map([
      ...dataset.indicators,
      ...['uneven', 'mixed'].map((id) => [id, { ...indicator, id }] as const),
    ]),
    observations: new Map([...dataset.observations, ...[...uneven, ...mixed].map((one) => [one.key, one] as const)]),
  }
}

const library = withUneven(corpusDataset())

async function told({ spec, language = 'en' }: SpecIn, dataset = library): Promise<Diagnostic[]> {
  const setting = { theme, fonts, locale: getLocale(language), medium: 'slide' as const, folder: process.cwd(), now: 0 }
  const { value, diagnostics } = bindChart({
    ...setting,
    dataset,
    file: `charts/${JSON.stringify(spec).length}.vl.json`,
    text: JSON.stringify(spec),
  })
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  const { value: drawing, diagnostics: faults } = await drawChart(value, { width: 700, height: 480 }, setting)
  if (!drawing) throw new Error(faults.map(formatDiagnostic).join('\n'))
  const drawn = checkDrawnTexts(value, drawing.texts, dataset)
  const said = [...specTitles(value), ...noteHeads(value, value.place)]
  const ways = checkWays(holdWays(said, dataset, setting.locale))
  const heads = [...ways, ...checkChartTitles(value, drawing.texts, dataset, setting.locale)]
  const notes = checkChartNotes(value, { dataset, locale: setting.locale, memory: noMemory })
  // Labels that lie on each other are another test's.
  const seen = faults.filter(({ message }) => /^(?:bars|a line) /.test(message))
  return [
    ...seen,
    ...checkAxes(value, dataset),
    ...checkDrawnValues(value),
    ...checkMade(value, dataset, setting.locale),
    ...checkStacks(value, dataset),
    ...drawn,
    ...heads,
    ...notes,
    ...checkSeen(value, drawing, dataset, setting.locale),
  ]
}

async function all(specs: readonly SpecIn[], dataset = library) {
  const judged = []
  for (const one of specs) judged.push({ name: one.name, told: await told(one, dataset) })
  return judged
}

test('all of hundred and fifteen charts that mislead are told', async () => {
  expect(lying).toHaveLength(115)
  expect((await all(lying)).filter((one) => one.told.length === 0).map(({ name }) => name)).toEqual([])
})

test('none of eighty-five that don’t is', async () => {
  expect(honest).toHaveLength(85)
  const faults = (await all(honest)).flatMap((one) => one.told.map((fault) => `${one.name}: ${fault.message}`))
  expect(faults).toEqual([])
})

test('of a report on electricity those that mislead are told, and no others', async () => {
  const { value } = readDataset('test/trust/charts/power')
  if (!value) throw new Error('the dataset cannot be read')
  expect((await all(power.lying, value)).filter((one) => one.told.length === 0).map(({ name }) => name)).toEqual([])
  const faults = await all(power.honest, value)
  expect(faults.flatMap((one) => one.told.map(({ message }) => `${one.name}: ${message}`))).toEqual([])
})

test('of a report on ambulances in English and German those that mislead are told but for one, and no others', async () => {
  const { value } = readDataset('test/trust/charts/ambulance')
  if (!value) throw new Error('the dataset cannot be read')
  const untold = (await all(ambulance.lying, value)).filter((one) => one.told.length === 0)
  expect(untold.map(({ name }) => name)).toEqual(['from median to ninetieth percentile, called the middle half'])
  const faults = await all(ambulance.honest, value)
  expect(faults.flatMap((one) => one.told.map(({ message }) => `${one.name}: ${message}`))).toEqual([])
})

test('of a report on external trade in English and German those that mislead are told but for five, and no others', async () => {
  const { value } = readDataset('test/trust/charts/trade')
  if (!value) throw new Error('the dataset cannot be read')
  const untold = (await all(trade.lying, value)).filter((one) => one.told.length === 0)
  expect(untold.map(({ name }) => name)).toEqual([
    'numbers of imports at bars of exports',
    'a lower and an upper bound added up',
    'a band called a confidence interval that is none',
    'a share of the wrong whole',
    'a deficit with all partners',
  ])
  const faults = await all(trade.honest, value)
  expect(faults.flatMap((one) => one.told.map(({ message }) => `${one.name}: ${message}`))).toEqual([])
})

test.each([
  ['a labour-force survey', 'labour', 4],
  ['hospitals', 'hospitals', 10],
  ['schools', 'schools', 4],
  ['an environment agency', 'environment', 5],
  ['a central bank', 'payments', 2],
  ['a railway regulator', 'rail', 8],
])('of %s those that mislead are told, but for some that are counted, and no others', async (_, folder, left) => {
  const { value } = readDataset(`test/trust/charts/${folder}`)
  if (!value) throw new Error('the dataset cannot be read')
  const lines = readFileSync(`test/trust/charts/${folder}/specs.jsonl`, 'utf8').trim().split('\n')
  const specs = lines.map((line): SpecIn & { verdict: 'false' | 'untold' | 'true' } => JSON.parse(line))
  const of = async (verdict: string) =>
    all(
      specs.filter((one) => one.verdict === verdict),
      value,
    )
  const silent = (found: Awaited<ReturnType<typeof of>>) =>
    found.filter((one) => one.told.length === 0).map(({ name }) => name)
  expect(silent(await of('false'))).toEqual([])
  expect(silent(await of('untold'))).toHaveLength(left)
  expect((await of('true')).flatMap((one) => one.told.map(({ message }) => `${one.name}: ${message}`))).toEqual([])
})

/** Bars whose axis begins above zero. */
const cut = {
  data: { name: 'visits' },
  mark: 'bar',
  encoding: {
    x: { field: 'date', type: 'temporal' },
    y: { field: 'value', type: 'quantitative', scale: { zero: false } },
  },
}

test('each is told with its remedy', async () => {
  expect((await told({ name: '', spec: cut })).map(formatDiagnostic).join('\n')).toContain(
    'error: bars whose axis does not begin at zero: y',
  )
})

test('the allow-list lets what is wrong with a chart pass, with a reason, and names an entry that is not needed', async () => {
  const chartFaults = await told({ name: '', spec: cut })
  const file = chartFaults[0]?.place?.file
  const allowed = (entry: string) => {
    const allow = sourceText('templates/allow.yaml', entry)
    const input = { templates: [], charts: [], allow, isWhole: true, dataset: library, chartFaults }
    return checkLooseNumbers(input).map(({ severity, message }) => `${severity} ${message}`)
  }
  const reason = 'reason: the differences are small, and the caption says so'
  expect(allowed(`- text: bars whose axis does not begin at zero\n  file: ${file}\n  ${reason}\n`)).toEqual([])
  expect(
    allowed(`- text: bars whose axis does not begin at zero\n  file: charts/other.vl.json\n  ${reason}\n`),
  ).toEqual([
    expect.stringMatching(/^error bars whose axis does not begin at zero/),
    'warning allows nothing: bars whose axis does not begin at zero',
  ])
})
