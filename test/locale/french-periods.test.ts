import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import { listedUnit } from '../../src/dataset/figure/unit/unit-list.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { basesIn } from '../../src/trust/words/bases.ts'

const [fr, es] = [getLocale('fr'), getLocale('es')]

test('spans have the articles of their periods', () => {
  const span = (from: string, to: string) => [fr, es].map((locale) => locale.figuresOver(36, from, to))
  expect(span('2024-Q1', '2026-Q2')).toEqual([
    '36\u00a0chiffres, du premier trimestre 2024 au deuxième trimestre 2026',
    '36\u00a0cifras, del primer trimestre de 2024 al segundo trimestre de 2026',
  ])
  expect(span('2024-04', '2026-06')).toEqual([
    '36\u00a0chiffres, d’avril 2024 à juin 2026',
    '36\u00a0cifras, de abril de 2024 a junio de 2026',
  ])
})

test('written words and the period behind them are joined as the language joins them', () => {
  const join = (before: string, period: string) => fr.meet?.(before, fr.period(period)).join('')
  expect(join('Les chiffres de ', '2026-04')).toBe('Les chiffres d’avril 2026')
  expect(join('Les chiffres d’', '2026-07')).toBe('Les chiffres de juillet 2026')
  expect(join('De ', '2024-Q1')).toBe('Du premier trimestre 2024')
  expect(join('par rapport à ', '2025-Q2')).toBe('par rapport au deuxième trimestre 2025')
  expect(join('en fin de ', '2025')).toBe('en fin de 2025')
  expect(join('# ', '2025-Q2')).toBe('# Deuxième trimestre 2025')
  expect(es.meet?.('Entre datos de ', es.period('2025-Q2')).join('')).toBe('Entre datos del segundo trimestre de 2025')
})

test('money has its name after a scale, and its sign after digits', () => {
  const unit = listedUnit('EUR', ['fr', 'es'])
  if (!unit) throw new Error('no euro')
  const say = (value: string, precision: number) => {
    const exact = new Decimal(value)
    const quantity = { value: exact, precision, unit: 'EUR', interval: { low: exact, high: exact } }
    return [fr, es].map((locale) => locale.quantity(quantity, unit))
  }
  expect(say('1280000000', 7)).toEqual(['1,28\u00a0milliard\u00a0d’euros', '1280\u00a0millones\u00a0de euros'])
  expect(say('900', 0)).toEqual(['900\u00a0€', '900\u00a0€'])
})

test.each([
  ['fr', 'en hausse par rapport au deuxième trimestre 2024', '2024-Q2'],
  ['fr', 'en hausse depuis le 2e trimestre 2024', '2024-Q2'],
  ['es', 'un 5 % más respecto al segundo trimestre de 2024', '2024-Q2'],
  ['es', 'desde el segundo trimestre de 2024', '2024-Q2'],
] as const)('what a change counts from may be a quarter with its article (%s): %s', (language, text, at) => {
  expect(basesIn(language)(text).map(({ base }) => base)).toEqual([{ at }])
})
