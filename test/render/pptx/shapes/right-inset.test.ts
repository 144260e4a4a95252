import { expect, it } from 'vitest'
import type { SetLine, TextItem } from '../../../../src/layout/types.ts'
import { rightInset } from '../../../../src/render/pptx/shapes/right-inset.ts'
import { paragraph, textItem } from '../../deck-fixture.ts'

/** A title 400 points wide, set in lines of 10 points a character. */
function title(lines: string[], align: 'left' | 'right' = 'left'): TextItem {
  const set = lines.map(
    (text, index): SetLine => ({ baseline: index, runs: [{ text, x: 50, width: text.length * 10 }] }),
  )
  const box = { x: 50, y: 0, width: 400, height: 60 }
  return textItem('title', box, [paragraph(lines.join(' '), { lines: set, style: { align, size: 10 } })])
}

it('keeps even lines even: narrower than the first line with another word, wider than the first line', () => {
  // The first line would end at 300 + 2.8 + 30 with `and`.
  const inset = rightInset(title(['Thirty characters to a line, x', 'and a second line']))
  expect(400 - inset).toBeGreaterThan(300)
  expect(400 - inset).toBeLessThan(332.8)
})

it('is nothing where PowerPoint would break there anyway', () => {
  expect(rightInset(title(['Thirty characters to a line, x', 'immediately']))).toBe(0)
  expect(rightInset(title(['One line']))).toBe(0)
})

it('is nothing where no one width breaks all lines as they stand', () => {
  expect(rightInset(title(['Short', 'a', 'A line that is longer than these']))).toBe(0)
})

it('is nothing for text that does not start at the left', () => {
  expect(rightInset(title(['Thirty characters to a line, x', 'and a second line'], 'right'))).toBe(0)
})
