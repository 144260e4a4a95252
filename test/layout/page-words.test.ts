import { expect, test } from 'vitest'
import type { Block, Inline } from '../../src/document/types.ts'
import { noteLines, pageWords } from '../../src/layout/page-words.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import { fonts, getDocument, heading, list, locale, paragraph, theme } from './stage.ts'

const words = (text: string): Inline[] => [{ type: 'text', value: text }]
const place = { file: 'deck.md.hbs', line: 1, column: 1 }
const getLines = (...blocks: Block[]) =>
  noteLines(blocks).map(({ runs, level, start }) => [runs.map(({ text }) => text).join(''), level, start])

test('notes are lines: lists by their depth and number, a quote with who said it', () => {
  const quote: Block = { type: 'quote', place, children: [paragraph('So it is.')], attribution: words('A. Person') }
  expect(getLines(paragraph('First.'), list('one', 'two'), quote)).toEqual([
    ['First.', 0, undefined],
    ['one', 1, undefined],
    ['two', 1, undefined],
    ['So it is.', 0, undefined],
    ['— A. Person', 0, undefined],
  ])
})

test('a slide says its title, its text and its notes, in that order', () => {
  const notes: Block = { type: 'speakerNotes', place, children: [paragraph('Say this.')] }
  const { value } = layoutSlides(getDocument('deck', heading(1, 'Title'), paragraph('Text'), notes), {
    theme,
    fonts,
    locale,
  })
  const said = value?.flatMap(pageWords).map(({ type, runs }) => [type, runs.map(({ text }) => text).join('')]) ?? []
  expect(said).toContainEqual(['paragraph', 'Title'])
  expect(said.at(-1)).toEqual(['note', 'Say this.'])
})
