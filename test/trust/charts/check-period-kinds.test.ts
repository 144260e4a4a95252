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

it('nor with a year’s of the same thing on one axis', () => {
  const { value: dataset } = read({
    'figures.yaml': `indicators:
  sales: { label: Sales, unit: yuan, type: flow, observations: [{ period: 2023, value: 90 million, source: paper }, { period: 2023-S2, value: 50 million, source: paper }] }
`,
  })
  if (!dataset) throw new Error('no dataset')
  const request = { dataset, theme, fonts, locale: getLocale('en'), file: 'a.vl.json', folder: '.', now: 0 }
  const text = JSON.stringify({ data: { name: 'sales' }, ...bar })
  const { value } = bindChart({ ...request, text, medium: 'slide' })
  expect(value && checkPeriodKinds(value, dataset).map(({ message }) => message)).toEqual([
    'sums over periods that are not equally long in one chart: sales@2023, sales@2023-S2',
  ])
})
