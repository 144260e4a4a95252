import { expect, test } from 'vitest'
import { visualPieces } from '../../src/fonts/bidi.ts'

const getTexts = (text: string) => visualPieces(text).map((piece) => piece.text)

test('a text that runs from left to right is one piece', () => {
  expect(getTexts('1.092 billion (2023)')).toEqual(['1.092 billion (2023)'])
})

test('words that run from right to left stand in the order of the line, their letters in that of reading', () => {
  expect(getTexts('שלום עולם')).toEqual(['עולם', ' ', 'שלום'])
})

test('numbers keep their order, brackets turn', () => {
  expect(getTexts('מחיר 25 (שקל)')).toEqual([')שקל(', ' ', '25', ' ', 'מחיר'])
})
