import { describe, expect, test } from 'vitest'
import { openFonts } from '../../../src/fonts/fonts.ts'
import { breakText, minimumWidth, naturalWidth, placeText } from '../../../src/layout/text/set-text.ts'
import type { TextStyle } from '../../../src/layout/types.ts'
import { fonts, lineTexts, theme } from '../stage.ts'

const style: TextStyle = {
  font: 'body',
  size: 10,
  leading: 14,
  weight: 'regular',
  italic: false,
  color: 'ink',
  align: 'left',
}

const getLines = (text: string, width: number, given: Partial<TextStyle> = {}): string[] =>
  lineTexts(placeText(breakText([{ text }], { ...style, ...given }, width, fonts), 0, 0, fonts, { tags: [] }))

describe('breakText', () => {
  test('breaks at spaces, and no line is wider than the column', () => {
    const text = 'Rural residents account for most of the net increase in netizens over the twelve months.'
    const lines = getLines(text, 150)
    expect(lines.join(' ')).toBe(text)
    expect(lines.length).toBe(3)
    for (const line of lines) {
      expect(fonts.width(line, { font: 'body', weight: 'regular', italic: false }, 10)).toBeLessThanOrEqual(150)
    }
  })

  test('never parts a number from its unit', () => {
    for (let width = 90; width < 200; width += 3) {
      const lines = getLines('Sales reached 15.4\u00a0trillion\u00a0yuan over the year', width)
      expect(lines.some((line) => line.includes('15.4\u00a0trillion\u00a0yuan'))).toBe(true)
    }
  })

  test('keeps a single letter with what its hyphen leads to', () => {
    const lines = (width: number) => getLines('the International E-commerce Center of micro-short dramas', width)
    const ends = Array.from({ length: 60 }, (_, step) => lines(80 + step * 2)).flat()
    expect(ends.some((line) => line.endsWith('E-'))).toBe(false)
    expect(ends.some((line) => line.endsWith('micro-'))).toBe(true)
  })

  test('leaves no lonely word on the last line where evener lines are as many', () => {
    const text = 'The gap between town and country closed by more than in any of the years that the chart shows us'
    for (let width = 120; width < 320; width += 10) {
      const lines = getLines(text, width)
      if (lines.length > 1) expect(lines.at(-1)?.split(' ').length, `at ${width}`).toBeGreaterThan(1)
    }
  })

  test('leaves a long word on the last line rather than a short line before it', () => {
    expect(getLines('Der Gemeinderat berät die Eintrittspreise', 85)).toEqual([
      'Der Gemeinderat',
      'berät die',
      'Eintrittspreise',
    ])
  })

  test('needs as few lines as a greedy break does', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
    const greedy = (width: number): number => {
      let lines = 1
      let used = ''
      for (const word of text.split(' ')) {
        const next = used ? `${used} ${word}` : word
        if (fonts.width(next, { font: 'body', weight: 'regular', italic: false }, 10) > width) {
          lines++
          used = word
        } else used = next
      }
      return lines
    }
    for (let width = 60; width < 300; width += 7) expect(getLines(text, width).length).toBe(greedy(width))
  })

  test('cuts a word that is wider than the column, and loses no letter', () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
    const lines = getLines(word, 80)
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.join('')).toBe(word)
  })

  test('breaks Chinese between characters, but not before a full stop', () => {
    const lines = getLines('农村网民规模增长占网民总增长的比例。', 45)
    expect(lines.join('')).toBe('农村网民规模增长占网民总增长的比例。')
    expect(lines.some((line) => line.startsWith('。'))).toBe(false)
  })

  test('starts a new line at a line break, and keeps an empty one', () => {
    const text = breakText([{ text: 'one' }, { text: '\n' }, { text: '\n' }, { text: 'two' }], style, 200, fonts)
    expect(lineTexts(placeText(text, 0, 0, fonts, { tags: [] }))).toEqual(['one', '', 'two'])
    expect(text.height).toBe(42)
  })
})

describe('placeText', () => {
  test('aligns right and centre', () => {
    const width = fonts.width('7%', { font: 'body', weight: 'regular', italic: false }, 10)
    const first = (align: TextStyle['align']) =>
      placeText(breakText([{ text: '7%' }], { ...style, align }, 100, fonts), 20, 0, fonts, { tags: [] }).lines[0]
        ?.runs[0]?.x
    expect(first('left')).toBe(20)
    expect(first('right')).toBeCloseTo(120 - width, 5)
    expect(first('center')).toBeCloseTo(70 - width / 2, 5)
  })

  test('sets runs after each other, superscripts smaller', () => {
    const text = breakText([{ text: 'users' }, { text: '1', superscript: true }, { text: ' rose' }], style, 200, fonts)
    const [users, note, rose] = placeText(text, 0, 0, fonts, { tags: [] }).lines[0]?.runs ?? []
    expect(note?.x).toBeCloseTo(users?.width ?? 0, 5)
    expect(note?.width).toBeCloseTo(fonts.width('1', { font: 'body', weight: 'regular', italic: false }, 6.5), 5)
    expect(rose?.x).toBeCloseTo((note?.x ?? 0) + (note?.width ?? 0), 5)
  })

  test('puts baselines one leading apart', () => {
    const set = placeText(breakText([{ text: 'one two three four' }], style, 45, fonts), 0, 100, fonts, { tags: [] })
    const [first = 0, second = 0] = set.lines.map((line) => line.baseline)
    expect(second - first).toBe(14)
    expect(first).toBeGreaterThan(100)
    expect(first).toBeLessThan(114)
  })
})

test('natural and minimum width are those of the longest line and the longest word', () => {
  const runs = [{ text: 'ab cdefgh' }, { text: '\n' }, { text: 'ab' }]
  const width = (text: string) => fonts.width(text, { font: 'body', weight: 'regular', italic: false }, 10)
  expect(naturalWidth(runs, style, fonts)).toBeCloseTo(width('ab cdefgh'), 5)
  expect(minimumWidth(runs, style, fonts)).toBeCloseTo(width('cdefgh'), 5)
})

/** A font of which figures have several forms. */
function interFonts() {
  const files = { ...theme.fonts.body.files, regular: './test/fonts/Inter-few.ttf' }
  const body = { ...theme.fonts.body, files }
  return openFonts({ ...theme, fonts: { heading: body, body } }, '.')
}

describe('the fonts of the theme', () => {
  test('have figures of one width, so that columns of numbers stand straight', () => {
    for (const weight of ['regular', 'bold'] as const) {
      const widths = [...'0123456789'].map((digit) => fonts.width(digit, { font: 'body', weight, italic: false }, 10))
      expect(new Set(widths).size).toBe(1)
    }
  })

  test('raise notes by their own forms where they have them, else by smaller letters', () => {
    const inter = interFonts()
    const raised = (text: string, own = inter) =>
      placeText(breakText([{ text: 'x' }, { text, superscript: true }], style, 100, own), 0, 0, own, { tags: [] })
        .lines[0]?.runs[1]
    expect(raised('12')).toMatchObject({ superior: true })
    const plain = { font: 'body', weight: 'regular', italic: false } as const
    expect(raised('12')?.width).toBeCloseTo(inter.width('12', { ...plain, superior: true }, 10), 6)
    expect(inter.glyphs('1', { ...plain, superior: true })[0]?.id).not.toBe(inter.glyphs('1', plain)[0]?.id)
    expect(raised('%')?.superior).toBeUndefined()
    expect(raised('12', fonts)?.superior).toBeUndefined()
    expect(raised('12', fonts)?.width).toBeCloseTo(fonts.width('12', plain, 6.5), 6)
  })

  test('have figures of one width in tables, whatever they are in text', () => {
    const inter = interFonts()
    const width = (text: string, tabular?: boolean) =>
      inter.width(text, { font: 'body', weight: 'regular', italic: false, tabular }, 10)
    expect(width('1111')).toBeLessThan(width('8888') - 5)
    expect(width('1111', true)).toBeCloseTo(width('8888', true), 6)
    const inTable = (text: string) => {
      const runs = [{ text }]
      return placeText(breakText(runs, { ...style, tabular: true }, 100, inter), 0, 0, inter, { tags: [] }).lines[0]
        ?.runs[0]?.width
    }
    expect(inTable('1.111')).toBeCloseTo(width('8.888', true), 6)
  })

  test('kern: pairs stand closer than their letters apart', () => {
    const own = { font: 'body', weight: 'regular', italic: false } as const
    expect(fonts.width('AV', own, 10)).toBeLessThan(fonts.width('A', own, 10) + fonts.width('V', own, 10))
  })
})
