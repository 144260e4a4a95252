import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Files } from '../../example.ts'

const folder = fileURLToPath(new URL('real/', import.meta.url))

/**
 * Published figures as they are, a table each with a column for each series: of the data sets that Vega collects (employment, energy, prices, populations,
 * disasters, weather; npm: vega-datasets) and of CNNIC's reports. Nothing in them was chosen for being smooth: share prices, epidemics and earthquakes are among them.
 */
export const realNames = readdirSync(folder).map((name) => name.replace('.csv', ''))

/** What each is measured as, where it is not a stock of things. */
const types: Readonly<Record<string, 'flow' | 'ratio'>> = {
  barley: 'ratio',
  'carbon-dioxide': 'ratio',
  crimea: 'flow',
  disasters: 'flow',
  driving: 'ratio',
  electricity: 'flow',
  fertility: 'ratio',
  'life-expectancy': 'ratio',
  receipts: 'flow',
  'share-prices': 'ratio',
  temperature: 'ratio',
  weather: 'ratio',
  wheat: 'ratio',
}

interface Figure {
  series: string
  period: string
  value: string
}

/** The figures of a table, row by row. */
export function realFigures(name: string): Figure[] {
  const [head = '', ...rows] = readFileSync(`${folder}${name}.csv`, 'utf8').trim().split('\n')
  const [, ...series] = head.split(',')
  return rows.flatMap((row) => {
    const [period = '', ...values] = row.split(',')
    return values.flatMap((value, index) => (value === '' ? [] : [{ series: series[index] ?? '', period, value }]))
  })
}

/** A dataset of figures: an indicator for each series, all in one list. */
export function toDataset(name: string, figures: readonly Figure[]): Files {
  const series = [...new Set(figures.map((figure) => figure.series))]
  const isShare = figures.every(({ value }) => value.endsWith('%'))
  const indicators = series.map((id) => {
    const type = types[name] ?? (isShare ? 'ratio' : 'stock')
    const what = isShare ? 'unit: percent' : 'unit: units'
    return `  ${id}: { label: ${name}, short: '${id}', ${what}, type: ${type}${isShare ? ', denominator: all' : ''} }\n`
  })
  const periods = [...new Set(figures.map(({ period }) => period))].toSorted()
  return {
    'report.yaml': `id: real
title: Real
publisher: Office
geography: World
period: '${periods.at(-1)}'
comparison: '${periods.at(-2) ?? '0001'}'
released: 2100-01-01
language: en
units: { units: { label: units } }
sources: { paper: { kind: primary, title: Paper, publisher: Press, cite: Press } }
lists: { all: [${series.join(', ')}] }
indicators:
${indicators.join('')}`,
    'figures.csv': `indicator,period,value,source\n${figures
      .map((one) => `${one.series},${one.period},${one.value},paper\n`)
      .join('')}`,
  }
}
