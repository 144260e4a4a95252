import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import type { Block } from '../../src/document/types.ts'
import { layoutPages } from '../../src/layout/pages/pages.ts'
import type { Box, Item, Page, SetParagraph } from '../../src/layout/types.ts'
import { at, chart, fonts, getDocument, heading, list, locale, paragraph, table, theme, words } from './stage.ts'

/** Numbers from 0 to 1, the same for the same seed (Park and Miller's generator). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const vocabulary =
  'reader library branch visit desk book loan count year return number staff share figure method'.split(' ')

/** A document of blocks of every kind and length, in any order. */
function anyDocument(seed: number): Block[] {
  const random = createRandom(seed)
  const upTo = (most: number): number => 1 + Math.floor(random() * most)
  const text = (most: number): string =>
    Array.from({ length: upTo(most) }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ')
  const captioned = (block: Block): Block => ({ ...block, caption: words(text(14)), number: upTo(99) }) as Block
  const kinds: (() => Block[])[] = [
    () => [heading(2, text(12))],
    () => [heading(3, text(12)), paragraph(text(80))],
    () => [paragraph(text(150))],
    () => [paragraph(text(60)), { ...note(text(40)), inMargin: true } as Block],
    () => [list(...Array.from({ length: upTo(9) }, () => text(40)))],
    () => [captioned(chart('a.vl.json', { width: 100, height: 10 + upTo(60) }))],
    () => [captioned(table(upTo(30), upTo(5)))],
    () => [note(text(60))],
    () => [{ type: 'quote', children: [paragraph(text(30))], attribution: words('A reader'), place: at(1) }],
    () => [{ type: 'columns', columns: [[paragraph(text(60))], [paragraph(text(60))]], place: at(1) }],
  ]
  const note = (words: string): Block => ({ type: 'note', title: 'A note', children: [paragraph(words)], place: at(1) })
  const body = Array.from({ length: 40 }, () => kinds[Math.floor(random() * kinds.length)]?.() ?? [])
  return [heading(1, text(8)), paragraph(text(60)), ...body.flat(), paragraph(text(60))]
}

function getPages(seed: number, page: Partial<typeof theme.page>): Page[] {
  const own = { ...theme, page: { ...theme.page, ...page } }
  const { value, diagnostics } = layoutPages(getDocument('briefing', ...anyDocument(seed)), {
    theme: own,
    fonts,
    locale,
  })
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

const isBody = ({ role }: Item): boolean => role !== 'artifact' && role !== 'footer'

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.1 && b.x < a.x + a.width - 0.1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1

const getParagraphs = (page: Page): SetParagraph[] =>
  page.items.flatMap((item) => (item.type === 'text' && isBody(item) ? item.paragraphs : []))

const papers: [string, Partial<typeof theme.page>][] = [
  ['A4', {}],
  ['Letter, bound and justified', { size: 'Letter', binding: 24, justify: true }],
  ['one column', { side: 0 }],
]

describe.each(papers)('any document on %s', (_, paper) => {
  const { margin, binding } = { ...theme.page, ...paper }
  const documents = Array.from({ length: 25 }, (_, index) => ({ seed: index + 1, pages: getPages(index + 1, paper) }))

  test('has nothing outside the margins, nothing over anything else, and no blank page', () => {
    for (const { seed, pages } of documents) {
      for (const { number, items, width, height } of pages) {
        const body = items.filter(isBody)
        expect(body.length, `seed ${seed}, page ${number}`).toBeGreaterThan(0)
        const isRight = number % 2 === 1
        for (const [index, { box, name }] of body.entries()) {
          const where = `seed ${seed}, page ${number}: ${name}`
          expect(box.x, where).toBeGreaterThan(margin.left + (isRight ? binding : 0) - 0.1)
          expect(box.x + box.width, where).toBeLessThan(width - margin.right - (isRight ? 0 : binding) + 0.1)
          expect(box.y + box.height, where).toBeLessThan(height - margin.bottom + 0.3)
          const under = body.slice(index + 1).find((other) => overlap(box, other.box))
          expect(under?.name, where).toBeUndefined()
        }
      }
    }
  })

  test('has no single line of a paragraph at a page’s head or foot, and no heading without its text', () => {
    for (const { seed, pages } of documents) {
      const parts = new Map<string, number[]>()
      for (const page of pages) {
        for (const { tags, lines } of getParagraphs(page)) {
          const id = tags.at(-1)?.id
          if (id) parts.set(id, [...(parts.get(id) ?? []), lines.length])
        }
        const last = page.items.filter(isBody).reduce((low, item) => (item.box.y > low.box.y ? item : low))
        const headings = last.type === 'text' ? last.paragraphs.filter(({ outline }) => outline) : []
        expect(headings, `seed ${seed}, page ${page.number}`).toEqual([])
      }
      for (const lines of parts.values()) {
        if (lines.length > 1) expect(Math.min(...lines), `seed ${seed}`).toBeGreaterThan(1)
      }
    }
  })
})
