import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/chart/spec/json/json.ts'
import { describeSpec } from '../../src/free-chart/free-description.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { freeChart, theme } from '../chart/sample.ts'

const bars: JsonObject = {
  data: { values: [] },
  mark: 'bar',
  encoding: { x: { field: 'city' }, y: { aggregate: 'mean', field: 'price' } },
}
const free = (spec: JsonObject, { file = 'a.json', language = 'en', isThemed = true } = {}) =>
  freeChart({ file, text: JSON.stringify(spec) }, { locale: getLocale(language), theme: isThemed ? theme : undefined })

describe('what a chart is said to show, where its author says nothing', () => {
  test.each<[JsonObject, string]>([
    [bars, 'Bar chart, y: mean of price, x: city.'],
    [{ ...bars, title: { text: ['Prices', 'in cities'] } }, 'Prices in cities. Bar chart, y: mean of price, x: city.'],
    [{ layer: [{ mark: 'line' }, { mark: { type: 'point' } }, { mark: 'text' }] }, 'Line chart with scatter plot.'],
    [{ marks: [{ type: 'arc' }] }, 'Pie chart.'],
    [{ ...bars, description: ' Prices. ' }, 'Prices.'],
  ])('%j', (spec, said) => {
    expect(describeSpec(spec)).toBe(said)
  })
})

describe('the grammar of a spec', () => {
  const vega = 'https://vega.github.io/schema/vega/v6.json'
  const vegaLite = 'https://vega.github.io/schema/vega-lite/v5.json'
  test.each<[string, JsonObject, string]>([
    ['a.vg.json', {}, 'vega'],
    ['a.json', { marks: [] }, 'vega'],
    ['a.json', bars, 'vega-lite'],
    ['a.vl.json', { $schema: vega }, 'vega'],
    ['a.vg.json', { $schema: vegaLite, ...bars }, 'vega-lite'],
  ])('%s %j is %s', (file, spec, grammar) => {
    expect(free(spec, { file }).free).toEqual({ grammar, isFitted: false })
  })
})

test('the theme lies under the spec’s own configuration', () => {
  const { config } = free({ ...bars, config: { axis: { labelColor: 'red' } } }).spec
  expect(config).toMatchObject({
    mark: { color: theme.colors.accent },
    axis: { labelColor: 'red', labelFont: 'Arial' },
  })
  expect(free(bars, { isThemed: false }).spec.config).toBeUndefined()
})

test('months are said in the language asked for', () => {
  const { config } = free(bars, { language: 'zh', isThemed: false }).spec
  expect(config).toMatchObject({ locale: { time: { shortMonths: expect.arrayContaining(['1月', '12月']) } } })
})
