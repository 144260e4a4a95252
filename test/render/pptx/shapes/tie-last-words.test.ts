import { describe, expect, it } from 'vitest'
import { tieText, untieHyphens } from '../../../../src/layout/text/is-tied.ts'
import { tieLastWords } from '../../../../src/render/pptx/shapes/tie-last-words.ts'

/** The text of a paragraph as the deck has it, from its runs and the lines that the layout broke them in. */
function tied(runs: readonly string[], lines: readonly string[]): string {
  return tieLastWords({
    runs: runs.map((text) => ({ text })),
    lines: lines.map((text) => ({ baseline: 0, runs: [{ text, x: 0, width: 0 }] })),
  })
    .map(({ text }) => text)
    .join('')
}

describe('the last words of a paragraph in the deck', () => {
  it('stay together where the layout has both on the last of several lines', () => {
    const lines = ['317 million people ', 'are not.']
    expect(tied(['317 million people are not.'], lines)).toBe('317 million people are\u00a0not.')
    expect(tied(['317 million people are ', 'not.'], lines)).toBe('317 million people are\u00a0not.')
    expect(tied(['317 million people are not. '], lines)).toBe('317 million people are\u00a0not. ')
  })

  it('a single letter stays with what its hyphen joins, and is read as it was typed', () => {
    const words = 'E-commerce and T-shirts, year-end, 5-a-side; A–Z'
    expect(tieText(words)).toBe('E\u2011commerce and T\u2011shirts, year-end, 5-a\u2011side; A–Z')
    expect(untieHyphens(tieText(words))).toBe(words)
  })

  it('a French mark stays with the word before it, and an ordinal with what it counts', () => {
    expect(tieText('85,1 % ; « hors » le 2e trimestre : 12:30')).toBe(
      '85,1 %\u00a0; «\u00a0hors\u00a0» le 2e\u00a0trimestre\u00a0: 12:30',
    )
    expect(tieText('im 2. Quartal 2026')).toBe('im 2.\u00a0Quartal 2026')
  })

  it('are as they were typed on a single line, where the layout has the last alone, and in Chinese', () => {
    expect(tied(['Of all netizens'], ['Of all netizens'])).toBe('Of all netizens')
    expect(tied(['Of all netizens'], ['Of all ', 'netizens'])).toBe('Of all netizens')
    expect(tied(['服务更便捷、更普惠'], ['服务更便捷、', '更普惠'])).toBe('服务更便捷、更普惠')
  })
})
