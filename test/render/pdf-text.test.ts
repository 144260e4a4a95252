import { describe, expect, test } from 'vitest'
import { openFonts } from '../../src/fonts/fonts.ts'
import { breakText, placeText, startAligned } from '../../src/layout/text/set-text.ts'
import type { Run, SetParagraph, Tag } from '../../src/layout/types.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import type { Theme } from '../../src/theme/theme.ts'
import { getText, outlineStructure, readContents, readPdf } from '../pdf.ts'
import { body, date, document, drawings, fonts, getPage, paragraph, render, textItem, theme } from './pdf-pages.ts'

const p: Tag[] = [{ type: 'P', id: 'p' }]
const regular = { font: 'body', weight: 'regular', italic: false } as const

const pageWith = async (lines: (string | Run[])[], extras: Partial<SetParagraph> = {}) => {
  const [page] = (await readPdf(await render([getPage([textItem('Text', [paragraph(lines, 56, 64, p, extras)])])])))
    .pages
  if (!page) throw new Error('no page')
  return page
}

const copied = async (lines: (string | Run[])[], extras?: Partial<SetParagraph>) => (await pageWith(lines, extras)).text

describe('text is drawn where the layout placed it', () => {
  test('each run at its x and baseline, as wide as it was measured', async () => {
    const line: Run[] = [
      { text: 'AVATAR, To ' },
      { text: 'Yes, We. ', weight: 'bold' },
      { text: 'Typography', italic: true },
    ]
    const { lines } = paragraph([line], 56, 64, p)
    const { texts } = await pageWith([line])
    const visible = texts.filter(({ text }) => text.trim() !== '')
    const start = (text: string) => visible.find((found) => found.text.startsWith(text))
    for (const run of lines[0]?.runs ?? []) {
      const found = start(run.text.slice(0, 2))
      expect(found?.x).toBeCloseTo(run.x, 2)
      expect(found?.y).toBeCloseTo(lines[0]?.baseline ?? 0, 2)
    }
    const last = lines[0]?.runs[2]
    expect(start('Ty')?.width).toBeCloseTo(last?.width ?? 0, 2)
  })

  test('kerning is the fonts’ own: what was measured is what is set', async () => {
    const kerned = fonts.width('AVAVAV', regular, 10)
    expect(kerned).toBeLessThan(3 * (fonts.width('A', regular, 10) + fonts.width('V', regular, 10)))
    const { texts } = await pageWith(['AVAVAV'])
    expect(texts[0]?.width).toBeCloseTo(kerned, 2)
  })

  test('a superscript is smaller, and stands above the line', async () => {
    const { texts } = await pageWith([[{ text: 'x' }, { text: '2', superscript: true }]])
    const [base, raised] = texts
    expect(raised?.size).toBeCloseTo(6.5, 2)
    expect((base?.y ?? 0) - (raised?.y ?? 0)).toBeCloseTo(3.3, 2)
  })

  test('where a line is justified, its spaces take the room', async () => {
    const set = paragraph(['one two three'], 56, 64, p)
    const wide = set.lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, width: 120 })) }))
    const { texts } = await pageWith(['one two three'], { lines: wide })
    const last = texts.findLast(({ text }) => text.trim() !== '')
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(176, 1)
  })

  test('spaces that tie words take their part of it, where they stand', async () => {
    const startOfLast = async (text: string) => {
      const set = paragraph([text], 56, 64, p)
      const wide = set.lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, width: 120 })) }))
      const [content = ''] = readContents(await render([getPage([textItem('Text', [{ ...set, lines: wide }])])]))
      // How far the spaces move what follows them to the right, in thousandths of the em.
      return content.match(/-\d{4}(?:\.\d+)?/g)
    }
    expect(await startOfLast('one\u00a0two three')).toEqual(await startOfLast('one two three'))
    expect(await startOfLast('one\u00a0two three')).toHaveLength(2)
  })

  test('a list marker stands at its own x, on the first line', async () => {
    const { texts } = await pageWith(['First', 'second line'], {
      marker: { text: '•', x: 40, indent: 16, ordered: false },
    })
    expect(texts[0]).toMatchObject({ text: expect.stringMatching(/^•/), x: 40 })
    expect(texts[0]?.y).toBeCloseTo(74, 2)
  })
})

describe('text copies and searches right', () => {
  test('a no-break space is a space; a minus is a minus', async () => {
    const { structure } = await pageWith(['1.092\u00a0billion, \u22124.4\u00a0pp, 30\u202f000'])
    expect(structure && getText(structure)).toBe('1.092 billion, \u22124.4 pp, 30 000')
  })

  test('letters stay letters: no ligature, no lost accent', async () => {
    expect(await copied(['office fluffy naïve Århus “quoted” – 50% · ▲ 3'])).toBe(
      'office fluffy naïve Århus “quoted” – 50% · ▲ 3',
    )
  })

  test('words of two runs and of two lines stay apart', async () => {
    const { structure, text } = await pageWith([[{ text: 'one ' }, { text: 'two', weight: 'bold' }], 'three'])
    expect(structure && getText(structure)).toBe('one two three')
    expect(text).toBe('one two\nthree')
  })

  test('soft hyphens and other invisible characters are not drawn', async () => {
    expect(await copied(['in\u00adter\u200bnational\u2060'])).toBe('international')
  })

  test('a character for which the font has no glyph is refused, never drawn as a box', async () => {
    await expect(copied(['Emoji: 🙂'])).rejects.toThrow('the font has no glyph for: 🙂, in "Emoji: 🙂"')
  })

  test('a hyphen that breaks a word is a soft one; one of the text’s own stays', async () => {
    const runs = [{ text: 'the international, well-known' }]
    const bytes = await render([
      getPage([textItem('Text', [{ ...paragraph(['the inter-', 'national, well-', 'known'], 56, 64, p), runs }])]),
    ])
    const [content] = readContents(bytes)
    expect(content?.match(/ActualText <feff00ad>/g)).toHaveLength(1)
    const [page] = (await readPdf(bytes)).pages
    expect(page?.structure && getText(page.structure)).toBe('the inter-national, well-known')
  })
})

describe('words of many scripts', () => {
  const worldly: Theme = {
    ...theme,
    fallback: [
      { regular: './test/fonts/NotoSansSC-few.ttf' },
      { regular: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf' },
      { regular: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf' },
    ],
  }
  const own = openFonts(worldly, '.')
  const pageOfWords = async (runs: Run[], width = 480) => {
    const text = breakText(runs, startAligned(runs, body), width, own)
    const items = [textItem('Text', [placeText(text, 56, 64, own, { tags: p })])]
    const bytes = await renderPdf([getPage(items)], document, drawings, worldly, own, { date })
    return (await readPdf(bytes)).pages[0]
  }
  const copy = async (text: string, language?: string) => (await pageOfWords([{ text, language }]))?.text

  test.each([
    ['Arabic, dots and joined letters', 'عدد المستخدمين في المكتبة الكبيرة'],
    ['Hebrew with brackets', 'הספרייה (העירונית) של העיר'],
    ['Chinese with its punctuation', '网民规模增长，（城镇）移动互联网。'],
    ['Russian', 'население, статистика'],
    ['Greek and Polish', 'Ελλάδα, społeczeństwo'],
    ['emoji', 'up 📈 and 📚 more'],
    ['emoji made of several', 'a 👩‍💻 b 🇨🇳 c'],
    ['Arabic with brackets and quotes', 'مرحبا (عالم) [اختبار] "نص"'],
    ['Arabic figures', '٢٠٢٣'],
    ['letters that fonts join', 'office fluffy fjord'],
    ['minus, dashes and spaces', '−4.4 – 5 — 6'],
  ])('%s copy as they were written', async (_, text) => {
    expect(await copy(text)).toBe(text)
  })

  test.each(['عدد المستخدمين في عام 2023 بلغ 1.09 مليار', 'بَيْتٌ كَبِيرٌ'])(
    'numbers and vowel signs in Arabic stand in their order: %s',
    async (text) => {
      // pdfjs drops spaces before a move to the left, and sees one where a sign stands before its letter.
      expect((await copy(text))?.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    },
  )

  test('no character that copies is a control character, or stands for nothing', async () => {
    expect(await copy('بيت تبن يثب پیچ ڤ')).not.toMatch(/[\p{Cc}\u200b]/u)
  })

  test('a word in another direction has its language, and its words stay in order', async () => {
    const page = await pageOfWords([{ text: 'then ' }, { text: 'שלום עולם', language: 'he' }, { text: ' too.' }])
    expect(page?.text).toBe('then שלום עולם too.')
    expect(page?.structure && outlineStructure(page.structure)).toContain('Span lang="he"')
  })

  test('a letter with its dots is one glyph, drawn as the font draws it', async () => {
    const dots = own.glyphs('ت', { ...regular, fallback: 1 })
    expect(dots).toHaveLength(1)
    const word = own.glyphs('بيت', { ...regular, fallback: 1 })
    expect(word.map(({ text, parts }) => [text, parts?.length])).toEqual([
      ['ت', 1],
      ['ي', 1],
      ['ب', 1],
    ])
  })
})

test('raised forms of the font’s own stand on the line at its size, and copy as what they are', async () => {
  const family = { ...theme.fonts.body, files: { ...theme.fonts.body.files, regular: './test/fonts/Inter-few.ttf' } }
  const inter = { ...theme, fonts: { heading: family, body: family } }
  const own = openFonts(inter, '.')
  const text = breakText([{ text: 'users' }, { text: '12', superscript: true }], body, 200, own)
  const items = [textItem('Text', [placeText(text, 56, 64, own, { tags: p })])]
  const [page] = (await readPdf(await renderPdf([getPage(items)], document, drawings, inter, own, { date }))).pages
  expect(page?.text).toBe('users12')
  expect(page?.texts.map(({ size }) => size)).toEqual([10])
})

test('a style that the theme sets in another size is drawn in it', async () => {
  const { texts } = await pageWith(['Large'], { style: { ...body, size: 24, leading: 30 } })
  expect(texts[0]?.size).toBe(24)
})
