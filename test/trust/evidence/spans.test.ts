import { expect, test } from 'vitest'
import { readParagraphs } from '../../../src/trust/evidence/source-paragraphs.ts'

const numbers = (text: string, language = 'en') =>
  (readParagraphs(text, language)[0]?.numbers ?? []).flatMap((one) =>
    one.kind === 'number' ? [`${one.text} = ${one.value}`] : [],
  )

test('a span of time in several units is one number, in the smallest', () => {
  expect(numbers('It took 8 minutes and 42 seconds, against 9 minutes 5 seconds before.')).toEqual([
    '8 minutes and 42 = 522',
    '9 minutes 5 = 545',
  ])
  expect(numbers('A run takes over 1 hour, 5 minutes and 30 seconds.')).toEqual([
    'over 1 hour, 5 minutes and 30 = 3930',
  ])
  expect(numbers('The wait was 3 years and 6 months.')).toEqual(['3 years and 6 = 42'])
  expect(numbers('Le trajet dure 2 heures et 14 minutes.', 'fr')).toEqual(['2 heures et 14 = 134'])
  expect(numbers('Die Fahrt dauert 2 Stunden und 14 Minuten.', 'de')).toEqual(['2 Stunden und 14 = 134'])
  expect(numbers('El tiempo fue de 8 minutos y 42 segundos.', 'es')).toEqual(['8 minutos y 42 = 522'])
  expect(numbers('响应时间为8分42秒。', 'zh')).toEqual(['8分42 = 522'])
})

test('two spans are two', () => {
  expect(numbers('It took 8.5 minutes, 42 seconds more.')).toEqual(['8.5 = 8.5', '42 = 42'])
  expect(numbers('After 8 minutes and 90 seconds in 3 years and 14 towns')).toEqual([
    '8 = 8',
    '90 = 90',
    '3 = 3',
    '14 = 14',
  ])
})
