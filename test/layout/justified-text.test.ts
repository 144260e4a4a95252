import { describe, expect, test } from 'vitest'
import { createHyphenate } from '../../src/layout/hyphenation.ts'
import { isTied } from '../../src/layout/is-tied.ts'
import { breakText, placeText } from '../../src/layout/set-text.ts'
import { pageStyles } from '../../src/layout/styles.ts'
import { fonts, lineTexts, theme } from './stage.ts'

const style = pageStyles(theme).body
const hyphenate = createHyphenate('en')

const text =
  'The number of people who use the internet rose again over the year, and the administrative registration of telecommunications ' +
  'infrastructure in the countryside asks for documentation that the classifications of the offices do not yet have, nor will soon.'

const set = (width: number) =>
  placeText(breakText([{ text }], style, width, fonts, hyphenate), 0, 0, fonts, { tags: [] })

describe('justified text', () => {
  test('ends all lines but the last at the right edge', () => {
    const { lines } = set(240)
    const ends = lines.map(({ runs }) => (runs.at(-1)?.x ?? 0) + (runs.at(-1)?.width ?? 0))
    expect(lines.length).toBeGreaterThan(3)
    for (const end of ends.slice(0, -1)) expect(end).toBeCloseTo(240, 6)
    expect(ends.at(-1)).toBeLessThan(240)
  })

  test('parts long words where they may be parted, with a hyphen, and loses no letter', () => {
    const lines = lineTexts(set(240))
    expect(lines.filter((line) => line.endsWith('-'))).not.toEqual([])
    const joined = lines.map((line, index) =>
      line.endsWith('-') ? line.slice(0, -1) : index < lines.length - 1 ? `${line} ` : line,
    )
    expect(joined.join('')).toBe(text)
  })

  test('leaves a line ragged rather than tear it apart', () => {
    const narrow = placeText(breakText([{ text: 'a strengths a' }], style, 50, fonts, hyphenate), 0, 0, fonts, {
      tags: [],
    })
    const [first] = narrow.lines
    expect((first?.runs.at(-1)?.x ?? 0) + (first?.runs.at(-1)?.width ?? 0)).toBeLessThanOrEqual(50.01)
  })

  test('wants patterns of the language: Chinese has none, and stays as it is', () => {
    expect(createHyphenate('zh')).toBeUndefined()
    expect(createHyphenate('en-GB')?.('documentation')).toContain('\u00ad')
  })
})

describe('what stays together at a line end', () => {
  const broken = (words: string, before: string): boolean => isTied(words, words.indexOf(before))

  test.each([
    ['24 million people', 'million'],
    ['up 4.4 percentage points', 'percentage'],
    ['11 years in a row', 'years'],
    ['see Figure 3 above', '3'],
    ['on page 12', '12'],
    ['on 22 March', 'March'],
    ['in December 2023', '2023'],
    ['in Q4 2023', '2023'],
  ])('%s: not before %s', (words, before) => expect(broken(words, before)).toBe(true))

  test.each([
    ['in 2023 the number rose', 'the'],
    ['the number of people', 'people'],
    ['they may march 12 miles', 'miles'],
  ])('%s: before %s it may', (words, before) => expect(broken(words, before)).toBe(false))
})
