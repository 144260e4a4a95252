import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import type { Block } from '../../src/document/types.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import type { Page, SetLine } from '../../src/layout/types.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { renderPptx } from '../../src/render/pptx.ts'
import { readPdf } from '../pdf.ts'
import { readPptx } from '../pptx.ts'
import { worldly } from '../worldly-theme.ts'
import { getDocument, heading, list, locale, paragraph } from './stage.ts'

const fonts = openFonts(worldly, '.')

const layOut = (...blocks: Block[]) =>
  layoutSlides(getDocument('deck', heading(1, 'Cover'), ...blocks), { theme: worldly, fonts, locale })

/** Each page's items stand on it, each line in its box, and no text item over another. */
function expectFit(pages: readonly Page[]): void {
  for (const page of pages) {
    const texts = page.items.filter((item) => item.type === 'text')
    for (const { box, paragraphs, name } of texts) {
      expect(box.x >= 0 && box.y >= 0, name).toBe(true)
      expect(box.x + box.width, name).toBeLessThanOrEqual(page.width + 0.01)
      expect(box.y + box.height, name).toBeLessThanOrEqual(page.height + 0.01)
      for (const line of paragraphs.flatMap(({ lines }) => lines)) {
        expect(rightEdge(line, box.x), name).toBeLessThanOrEqual(box.x + box.width + 0.01)
        expect(line.baseline, name).toBeLessThanOrEqual(box.y + box.height + 0.01)
      }
    }
    const flowing = texts
      .filter(({ role }) => role === 'body' || role === 'source')
      .toSorted((a, b) => a.box.y - b.box.y)
    for (const [index, item] of flowing.entries()) {
      const above = flowing[index - 1]
      if (above) expect(item.box.y).toBeGreaterThanOrEqual(above.box.y + above.box.height - 0.01)
    }
  }
}

function rightEdge({ runs }: SetLine, left: number): number {
  const last = runs.at(-1)
  return last ? last.x + last.width : left
}

const getWords = (pages: readonly Page[]): string =>
  pages
    .flatMap((page) => page.items)
    .flatMap((item) => (item.type === 'text' && item.role === 'body' ? item.paragraphs : []))
    .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)))
    .join('')
    .replaceAll(/\s/g, '')

const samples: Readonly<Record<string, string>> = {
  English: 'The number of people online has grown, and the countryside is catching up with the towns. ',
  'long words': `${'Rechtsschutzversicherungsgesellschaften'.repeat(4)} ${'https://example.org/'.repeat(12)} `,
  Chinese: '中国互联网络信息中心发布统计报告，网民规模达亿人，较上一年增长，农村城镇普及率为个百分点。',
  Arabic: 'عدد مستخدمي الإنترنت في الصين ارتفع هذا العام، والريف يلحق بالمدن. ',
  emoji: 'Up 📈 and down 📉, town 🏙 and country 🌾, 👍. ',
}

describe('any length of any text', () => {
  for (const [name, sample] of Object.entries(samples)) {
    for (const length of [1, 10, 100, 300, 1000, 3000]) {
      it(`${name}, ${length} characters`, () => {
        const text = [...sample.repeat(Math.ceil(length / sample.length))].slice(0, length).join('').trim()
        const { value: pages, diagnostics } = layOut(heading(1, 'Text'), paragraph(text, 7))
        expect(diagnostics.map(formatDiagnostic)).toEqual([])
        expectFit(pages ?? [])
        // Nothing is lost: it goes on to further slides.
        expect(getWords(pages ?? [])).toBe(text.replaceAll(/\s/g, ''))
      })
    }
  }

  it('a title fits two lines, or is an error with its line of the template', () => {
    for (const length of [1, 20, 60, 90]) {
      const { value } = layOut(
        heading(
          1,
          'Word '
            .repeat(length / 5 + 1)
            .slice(0, length)
            .trim() || 'W',
          9,
        ),
        paragraph('x'),
      )
      const title = value?.[1]?.items.find((item) => item.role === 'title')
      expect(title?.type === 'text' && title.paragraphs[0]?.lines.length).toBeLessThanOrEqual(2)
      expectFit(value ?? [])
    }
    const { value, diagnostics } = layOut(heading(1, 'Word '.repeat(60), 9), paragraph('x'))
    expect(value).toBeUndefined()
    expect(diagnostics[0]).toMatchObject({ severity: 'error', place: { line: 9 }, hint: 'say it in fewer words' })
  })

  it('hundreds of items of a list go on to further slides', () => {
    const items = Array.from({ length: 300 }, (_, index) => `Item ${index}`)
    const { value: pages, diagnostics } = layOut(heading(1, 'List'), list(...items))
    expect(diagnostics).toEqual([])
    expectFit(pages ?? [])
    expect(getWords(pages ?? [])).toBe(items.join('').replaceAll(' ', ''))
  })
})

describe('characters that the family lacks', () => {
  it('are set, measured and embedded in the first fallback that has them', async () => {
    const blocks = [heading(1, 'Text'), paragraph('Online 网民规模达 and عدد and 📈.')]
    const { value: pages, diagnostics } = layOut(...blocks)
    expect(diagnostics).toEqual([])
    const body = pages?.[1]?.items.find((item) => item.role === 'body')
    const runs = body?.type === 'text' ? (body.paragraphs[0]?.lines[0]?.runs ?? []) : []
    expect(runs.filter(({ fallback }) => fallback !== undefined).map(({ text, fallback }) => [text, fallback])).toEqual(
      [
        ['网民规模达', 0],
        ['عدد', 1],
        ['📈', 2],
      ],
    )
    const none = () => {
      throw new Error('no charts here')
    }
    const document = getDocument('deck', ...blocks)
    const date = new Date('2024-03-22T00:00:00Z')
    const pdf = await readPdf(await renderPdf(pages ?? [], document, none, worldly, fonts, { date }))
    expect(pdf.pages[1]?.text).toMatch(/Online 网民规模达 and .* and 📈\./u)
    const { value: deck } = await renderPptx(pages ?? [], document, none, worldly)
    const text = readPptx(deck ?? new Uint8Array()).slides[1]?.shapes.find(({ name }) => name === 'Text')
    // PowerPoint finds fonts by itself: the text is one run, as a person would have typed it.
    expect(text?.paragraphs[0]?.runs.map((run) => run.text)).toEqual(['Online 网民规模达 and عدد and 📈.'])
  })

  it('are an error where no font has them, named with the line and what to do', () => {
    const { diagnostics } = layOut(heading(1, 'Text'), paragraph('A ᚠ rune', 7))
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'templates/deck.md.hbs:7:1: error: the font has no glyph for: ᚠ (U+16A0)\n  hint: in "A ᚠ rune"; write it otherwise, or name a font that has it under fallback: in templates/theme.yaml',
    ])
  })
})

describe('any text is survived', () => {
  it('10,000 characters, formulas, markup', () => {
    for (const text of ['=HYPERLINK("https://x.example","y")', '<a:t>&amp;"\'', 'x'.repeat(10_000), '@SUM(1) +1 -1']) {
      const { value: pages, diagnostics } = layOut(heading(1, 'Text'), paragraph(text))
      expect(diagnostics).toEqual([])
      expectFit(pages ?? [])
      expect(getWords(pages ?? [])).toBe(text.replaceAll(/\s/g, ''))
    }
  })
})
