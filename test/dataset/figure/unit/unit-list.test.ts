import { describe, expect, it } from 'vitest'
import { parseQuantity } from '../../../../src/dataset/figure/quantity.ts'
import { listedUnit } from '../../../../src/dataset/figure/unit/unit-list.ts'
import { getLocale } from '../../../../src/locale/get-locale.ts'
import { readNumbers } from '../../../../src/trust/numbers/numbers-in-text.ts'
import { read, troubles } from '../../example.ts'

/** A value of a listed unit, as some languages say it. */
function said(id: string, text: string, language = 'en', languages = ['en', 'zh']) {
  const unit = listedUnit(id, languages)
  if (!unit) throw new Error(`no such unit: ${id}`)
  const quantity = parseQuantity(text, unit, [unit], language)
  if ('fault' in quantity) return `${quantity.fault}${quantity.hint ? `: ${quantity.hint}` : ''}`
  return languages.map((tag) =>
    getLocale(tag)
      .quantity(quantity, unit)
      .replaceAll(/[\u00a0\u202f]/g, ' '),
  )
}

describe('a unit that needs no declaration', () => {
  it.each([
    ['GBP', '£4.2bn', '£4.2 billion', '42亿英镑'],
    ['GBP', '-£0.6m', '−£600,000', '−60万英镑'],
    ['EUR', '€ 1,5 Mrd.', '€1.5 billion', '15亿欧元'],
    ['USD', 'US$ 12.50', '$12.50', '12.50美元'],
    ['CNY', '15.4万亿元', 'CN¥15.4 trillion', '15.4万亿元'],
    ['CNY', 'RMB 3 million', 'CN¥3 million', '300万元'],
    ['JPY', '1,200 yen', '¥1,200', '1200日元'],
    ['per-mille', '3.6‰', '3.6‰', '3.6‰'],
    ['per-1000', '12.5 per 1,000', '12.5 per 1,000', '12.5‰'],
    ['per-100000', '15.1 per 100,000', '15.1 per 100,000', '15.1/10万'],
    ['hours', '36.9 hours', '36.9 hours', '36.9小时'],
    ['hours', '1', '1 hour', '1小时'],
    ['tonnes', '2.4 million tonnes', '2.4 million tonnes', '240万吨'],
    ['hectares', '961 thousand ha', '961,000 hectares', '96.1万公顷'],
    ['kilowatt-hours', '1 kWh', '1 kilowatt-hour', '1千瓦时'],
    ['degrees-celsius', '−0.99 degrees Celsius', '−0.99°C', '−0.99°C'],
    ['index-2015', '131.4', '131.4', '131.4'],
  ])('%s: %s', (id, text, english, chinese) => {
    expect(said(id, text)).toEqual([english, chinese])
  })

  it.each([
    ['per-1000', '12.5 per 1,000', '12,5 pour 1 000', '12,5 je 1.000', '12,5 por cada 1000'],
    ['per-100000', '15.1 per 100,000', '15,1 pour 100 000', '15,1 je 100.000', '15,1 por cada 100.000'],
    ['per-mille', '3.6‰', '3,6 ‰', '3,6 ‰', '3,6 ‰'],
    ['litres', '2 litres', '2 litres', '2 Liter', '2 litros'],
    ['tonnes', '2.4 million tonnes', '2,4 millions de tonnes', '2,4 Millionen Tonnen', '2,4 millones de toneladas'],
    ['tonnes', '1', '1 tonne', '1 Tonne', '1 tonelada'],
    ['terawatt-hours', '2 TWh', '2 térawattheures', '2 Terawattstunden', '2 teravatios-hora'],
    ['square-kilometres', '2.4', '2,4 kilomètres carrés', '2,4 Quadratkilometer', '2,4 kilómetros cuadrados'],
    ['hours', '36.9 hours', '36,9 heures', '36,9 Stunden', '36,9 horas'],
  ])('%s: %s, in French, German and Spanish', (id, text, ...expected) => {
    expect(said(id, text, 'en', ['fr', 'de', 'es'])).toEqual(expected)
  })

  it('is named in each language, an index with its base', () => {
    const named = (id: string) => listedUnit(id, ['en', 'zh', 'fr', 'de', 'es'])?.label
    expect(named('index-2015')).toEqual({
      en: 'index, 2015 = 100',
      zh: '指数（2015年=100）',
      fr: 'indice, 2015 = 100',
      de: 'Index, 2015 = 100',
      es: 'índice, 2015 = 100',
    })
    expect(named('ratio')).toMatchObject({ fr: 'rapport', de: 'Verhältnis', es: 'razón' })
    expect(named('litres')).toMatchObject({ en: 'litres' })
  })

  it('is none by another name', () => {
    expect(['XYZ', 'eur', 'hour', 'index', 'furlongs'].map((id) => listedUnit(id, ['en']))).toEqual(
      Array(5).fill(undefined),
    )
  })
})

it('the sign of another currency is an error at it', () => {
  expect(said('GBP', '€4.2bn')).toBe('wrong unit: €')
  expect(said('hours', '€4.2bn')).toBe('wrong unit: €: name the currency by its code: unit: EUR')
})

const money = (unit: string) => `indicators:
  revenue: { label: Revenue, unit: ${unit}, type: flow, observations: [{ period: 2023, value: £4.2bn, source: paper }] }
`

it('a report names it and declares nothing', () => {
  expect(read({ 'figures.yaml': money('GBP') }).value?.units.get('GBP')?.label).toEqual({ en: 'British pounds' })
  expect(troubles({ 'figures.yaml': money('GBD') })).toContain('unknown unit: GBD')
  expect(troubles({ 'figures.yaml': money('tones') })).toContain('hint: did you mean tonnes?')
})

it('a rate per 1,000 is worked out from counts', () => {
  const { value } = read({
    'figures.yaml': `indicators:
  births: { label: Births, unit: people, type: flow, observations: [{ period: 2023, value: '12,300', source: paper }] }
  population: { label: Population, unit: people, type: stock, observations: [{ period: 2023, value: 1.000 million, source: paper }] }
  birth-rate: { label: Birth rate, unit: per-1000, type: ratio, observations: [{ period: 2023, formula: births / population }] }
`,
  })
  expect(value?.observations.get('birth-rate@2023')?.quantity.value.toString()).toBe('12.3')
})

it('the thousand that a rate is of is no number of its own', () => {
  const numbers = (text: string, language: string) =>
    readNumbers(text, language).flatMap(({ kind, text: own }) => (kind === 'number' ? [own] : []))
  expect(numbers('The birth rate was 9.6 per 1,000 people.', 'en')).toEqual(['9.6'])
  expect(numbers('孕产妇死亡率为15.1/10万。', 'zh')).toEqual(['15.1'])
  expect(numbers('There were 9.6 births and 1,000 people.', 'en')).toEqual(['9.6', '1,000'])
})
