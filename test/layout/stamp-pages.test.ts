import { expect, test } from 'vitest'
import { stampPages } from '../../src/layout/stamp-pages.ts'
import type { Page } from '../../src/layout/types.ts'
import { at, fonts, theme } from './stage.ts'

const page = (layout: string, width: number, height: number): Page => ({
  number: 1,
  width,
  height,
  layout,
  title: 'A',
  items: [],
  notes: [],
  place: at(1),
})

test('the words stand in the margin at the top right, of slides and pages', () => {
  const pages = [page('text', 960, 540), page('page', 595, 842)]
  const stamps = stampPages(pages, 'Embargoed until 25 March 2024', theme, fonts).map(({ items }) => items.at(-1))
  const margins = [theme.slide.margin, theme.page.margin]
  stamps.forEach((stamp, index) => {
    const { box } = stamp ?? { box: { x: 0, y: 0, width: 0, height: 0 } }
    expect(box.y).toBeGreaterThan(0)
    expect(box.y + box.height).toBeLessThanOrEqual(margins[index]?.top ?? 0)
    expect(box.x + box.width).toBeCloseTo((pages[index]?.width ?? 0) - (margins[index]?.right ?? 0))
    expect(stamp).toMatchObject({ role: 'artifact', paragraphs: [{ lines: [{}] }] })
  })
})

test('on a coloured cover they are in the colour that can be read there', () => {
  const [stamped] = stampPages([{ ...page('title', 960, 540), background: 'accent' }], 'A', theme, fonts)
  expect(stamped?.items).toMatchObject([{ paragraphs: [{ style: { color: 'onAccent' } }] }])
})

test('on a quiet ground, as of an appendix or a cover in a dark theme, they are in the colour of words', () => {
  const [stamped] = stampPages([{ ...page('appendix', 960, 540), background: 'panel' }], 'A', theme, fonts)
  expect(stamped?.items).toMatchObject([{ paragraphs: [{ style: { color: 'accentText' } }] }])
})

test('they end where the text area ends, short of a binding too', () => {
  const bound = { ...theme, page: { ...theme.page, binding: 20 } }
  const facing = [page('page', 595, 842), { ...page('page', 595, 842), number: 2 }]
  const ends = stampPages(facing, 'Embargoed', bound, fonts).map(({ items: [stamp] }) =>
    stamp ? stamp.box.x + stamp.box.width : 0,
  )
  expect(ends).toEqual([595 - theme.page.margin.right, 595 - theme.page.margin.right - 20])
})
