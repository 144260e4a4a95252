import { expect, it } from 'vitest'
import { bindChart } from '../../../src/chart/bind/bind.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { checkPeriodKinds } from '../../../src/trust/charts/check-period-kinds.ts'
import { fonts, theme } from '../../chart/sample.ts'
import { read } from '../../dataset/example.ts'

const bar = {
  mark: 'bar',
  encoding: { x: { field: 'value', type: 'quantitative' }, y: { field: 'label', type: 'nominal' } },
}

/** What is said of a ranking of two sums, the second over a period. */
function told(period: string, type = 'flow') {
  const { value: dataset } = read({
    'figures.yaml': `indicators:
  sales: { label: Sales, unit: yuan, type: ${type}, observations: [{ period: 2023, value: 90 million, source: paper }] }
  rents: { label: Rents, unit: yuan, type: ${type}, observations: [{ period: ${period}, value: 70 million, source: paper }] }
`,
  })
  if (!dataset) throw new Error('no dataset')
  const text = JSON.stringify({ data: { name: 'sales, rents' }, ...bar })
  const locale = getLocale('en')
  const { value } = bindChart({
    dataset,
    theme,
    fonts,
    locale,
    file: 'a.vl.json',
    text,
    medium: 'slide',
    folder: '.',
    now: 0,
  })
  return value && checkPeriodKinds(value, dataset).map(({ severity, message }) => `${severity}: ${message}`)
}

it('a half-year’s sum is not ranked with a year’s in silence', () => {
  expect(told('2023-S2')).toEqual([
    'warning: sums over periods that are not equally long in one chart: sales@2023, rents@2023-S2',
  ])
  expect(told('2023')).toEqual([])
  // A level at a date stands for itself.
  expect(told('2023-S2', 'stock')).toEqual([])
})
