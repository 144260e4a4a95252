import { describe, expect, test } from 'vitest'
import { openFonts } from '../../src/fonts/fonts.ts'
import { createHyphenate } from '../../src/layout/text/hyphenation.ts'
import { isTied } from '../../src/layout/text/is-tied.ts'
import { breakText, placeText } from '../../src/layout/text/set-text.ts'
import { pageStyles } from '../../src/layout/text/styles.ts'
import { fonts, lineTexts, theme } from './stage.ts'

const style = pageStyles(theme).body
const hyphenate = createHyphenate('en')
const worldly = openFonts({ ...theme, fallback: [{ regular: './test/fonts/NotoSansSC-few.ttf' }] }, '.')

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
    const lines = lineTexts(set(150))
    expect(lines.filter((line) => line.endsWith('-'))).not.toEqual([])
    const joined = lines.map((line, index) =>
      line.endsWith('-') ? line.slice(0, -1) : index < lines.length - 1 ? `${line} ` : line,
    )
    expect(joined.join('')).toBe(text)
  })

  test('sets all lines of a long text flush, no space wider than three of them, few hyphens and no two on end', () => {
    const space = fonts.width(' ', { font: 'body', weight: 'regular', italic: false }, style.size)
    for (let width = 200; width < 360; width += 20) {
      const { lines } = set(width)
      const texts = lineTexts(set(width))
      const natural = texts.map((line) =>
        fonts.width(line, { font: 'body', weight: 'regular', italic: false }, style.size),
      )
      lines.slice(0, -1).forEach(({ runs }, index) => {
        expect((runs.at(-1)?.x ?? 0) + (runs.at(-1)?.width ?? 0), `at ${width}: ${texts[index]}`).toBeCloseTo(width, 6)
        const widened = (width - (natural[index] ?? 0)) / ((texts[index] ?? '').split(' ').length - 1)
        expect(space + widened, `at ${width}: ${texts[index]}`).toBeLessThan(3 * space)
        expect(space + widened, `at ${width}: ${texts[index]}`).toBeGreaterThan(0.8 * space)
      })
      const hyphens = texts.map((line) => line.endsWith('-'))
      expect(hyphens.some((hyphen, index) => hyphen && hyphens[index + 1])).toBe(false)
      expect(texts.at(-1), `at ${width}`).toContain(' ')
    }
  })

  test('widens the spaces that tie words like the others', () => {
    const tied = 'It rose to 1.092\u00a0billion people in the end of the year, and to more than that in the next'
    const line = placeText(breakText([{ text: tied }], style, 200, fonts, hyphenate), 0, 0, fonts, { tags: [] })
      .lines[0]
    const run = line?.runs[0]
    expect((run?.x ?? 0) + (run?.width ?? 0)).toBeCloseTo(200, 6)
    expect(run?.text).toContain('1.092\u00a0billion')
  })

  test('leaves a line ragged rather than tear it apart', () => {
    const narrow = placeText(breakText([{ text: 'a strengths a' }], style, 50, fonts, hyphenate), 0, 0, fonts, {
      tags: [],
    })
    const [first] = narrow.lines
    expect((first?.runs.at(-1)?.x ?? 0) + (first?.runs.at(-1)?.width ?? 0)).toBeLessThanOrEqual(50.01)
  })

  test.each([
    ['de', 'Gleichstellungsbeauftragte', 'Gleich-stel-lungs-be-auf-trag-te'],
    ['de', 'Übersicht', 'Über-sicht'],
    ['de-CH', 'Strassenbahn', 'Stras-sen-bahn'],
    ['fr', 'développement', 'dé-ve-lop-pe-ment'],
    ['es', 'administración', 'ad-mi-nis-tra-ción'],
    ['ru', 'образование', 'об-ра-зо-ва-ние'],
    ['en', 'documentation', 'doc-u-men-ta-tion'],
    ['en-GB', 'documentation', 'doc-u-ment-a-tion'],
    ['pl', 'społeczeństwo', 'spo-łe-czeń-stwo'],
  ])('parts the words of each language by its own patterns: %s, %s', (language, word, parted) => {
    expect(createHyphenate(language).part(word).replaceAll('\u00ad', '-')).toBe(parted)
  })

  test('parts a word of another language by that language, as its run says', () => {
    const word = { text: 'Gleichstellungsbeauftragte', language: 'de' }
    const runs = [{ text: 'We speak of the words that are in use, and ' }, word, { text: ' is one of them for long.' }]
    const widths = Array.from({ length: 80 }, (_, index) => 120 + index)
    const parted = widths.flatMap((width) =>
      lineTexts(placeText(breakText(runs, style, width, fonts, hyphenate), 0, 0, fonts, { tags: [] })).flatMap(
        (line) => /(Gleich\p{L}*)-$/u.exec(line)?.[1] ?? [],
      ),
    )
    // By English patterns it would be Gle-ich.
    const german = [
      'Gleich',
      'Gleichstel',
      'Gleichstellungs',
      'Gleichstellungsbe',
      'Gleichstellungsbeauf',
      'Gleichstellungsbeauftrag',
    ]
    expect(parted.filter((part) => !german.includes(part))).toEqual([])
    expect(parted.length).toBeGreaterThan(3)
  })

  test('is flush in Chinese, which has no words to part, by what lies between its characters', () => {
    const chinese = '农村网民规模增长占网民总增长的比例，农村网民规模增长占网民总增长的比例'
    const { lines } = placeText(breakText([{ text: chinese }], style, 105, worldly, hyphenate), 0, 0, worldly, {
      tags: [],
    })
    const ends = lines.map(({ runs }) => (runs.at(-1)?.x ?? 0) + (runs.at(-1)?.width ?? 0))
    expect(lines.length).toBeGreaterThan(3)
    for (const end of ends.slice(0, -1)) expect(end).toBeCloseTo(105, 6)
    // 10 characters fill 100 of 105 points: each of the 9 places between them is wider by the same.
    expect(lines[0]?.runs[0]?.text).toHaveLength(10)
  })

  test('is ragged in a language without patterns, whatever the document’s', () => {
    const thai = 'word '.repeat(30).trim()
    const runs = [{ text: thai, language: 'th' }]
    expect(breakText(runs, style, 105, fonts, hyphenate).justified).toBe(false)
    expect(createHyphenate('zh').part('documentation')).toBe('documentation')
  })

  test('prints a hyphen where an author’s soft one ends a line, and none where it does not', () => {
    const runs = [{ text: 'Donau\u00addampf\u00adschiff\u00adfahrt' }]
    const lines = lineTexts(placeText(breakText(runs, style, 75, fonts), 0, 0, fonts, { tags: [] }))
    expect(lines.map((line) => line.replaceAll('\u00ad', ''))).toEqual(['Donaudampf-', 'schifffahrt'])
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
    ['on March 22, 2024', '2024'],
    ['on September 22, 2024', '2024'],
    ['am 16. Februar 2023', 'Februar'],
    ['el 18 de septiembre de 2024', 'septiembre'],
    ['p. 12', '12'],
    ['(§ 7)', '7'],
    ['worth US$ 5 billion', '5'],
    ['非网民3.17亿人。', '人'],
    ['增长2480万人', '万'],
    ['上升1.9个百分点。', '百分点'],
    ['农村地区（图4）', '4'],
    ['达15.4万亿元', '亿'],
  ])('%s: not before %s', (words, before) => expect(broken(words, before)).toBe(true))

  test.each([
    ['in 2023 the number rose', 'the'],
    ['the number of people', 'people'],
    ['they may march 12 miles', 'miles'],
    ['22, 2024 and 2025', '2024'],
  ])('%s: before %s it may', (words, before) => expect(broken(words, before)).toBe(false))
})
