import type { Fonts } from '../fonts/fonts.ts'
import type { Theme } from '../theme/theme.ts'
import { rectItem } from './rect-item.ts'
import { pageStyles } from './text/styles.ts'
import type { Box, Item, Page } from './types.ts'
import { wordsItem } from './words-item.ts'

/** White space around and between the two pictures, and the room of the line above them, points. */
const gap = 18
const head = 26

/** A slide or page as one half of a picture. */
export interface Half {
  /** What stands above it. */
  title: string
  /** Undefined where this version has none. */
  page: Pick<Page, 'width' | 'height' | 'background'> | undefined
  /** Its items, moved to where it is drawn. */
  items(at: { x: number; y: number }): Item[]
  /** What is framed, by boxes on the page itself. */
  marked: readonly MarkedBox[]
}

/** A place that changed, and the colour of its frame. */
export interface MarkedBox {
  box: Box
  color: 'accent' | 'onAccent' | 'bad'
}

/** A page that shows a slide or page before and after, with what changed in frames. */
export function sideBySide(halves: readonly [Half, Half], number: number, theme: Theme, fonts: Fonts): Page {
  const size = halves[1].page ?? halves[0].page ?? { width: 0, height: 0 }
  const items = halves.flatMap((half, side) => {
    const at = { x: gap + side * (size.width + gap), y: gap + head }
    const label = labelItem(half.title, at.x, size.width, theme, fonts)
    const { page } = half
    if (!page) return [label]
    const sheet = { ...at, width: page.width, height: page.height }
    return [
      label,
      // A slide's background is the page's own and no item.
      ...(page.background ? [rectItem(`Background ${side + 1}`, sheet, { fill: page.background })] : []),
      rectItem(`Page ${side + 1}`, sheet, { stroke: { color: 'rule', width: 0.5 } }),
      ...half.items(at),
      ...half.marked.map((marked, index) => changeFrame(marked, side, index, at)),
    ]
  })
  return {
    number,
    width: size.width * 2 + gap * 3,
    height: size.height + gap * 2 + head,
    layout: 'page',
    title: `${number}`,
    items,
    notes: [],
    place: { file: 'data/report.yaml', line: 1, column: 1 },
  }
}

function changeFrame({ box, color }: MarkedBox, side: number, index: number, by: { x: number; y: number }): Item {
  const around = { x: box.x + by.x - 3, y: box.y + by.y - 1, width: box.width + 6, height: box.height + 2 }
  return rectItem(`Change ${side + 1}.${index + 1}`, around, { stroke: { color, width: 1.25 } })
}

function labelItem(text: string, x: number, width: number, theme: Theme, fonts: Fonts): Item {
  // As large beside a slide as beside a page, which is narrower.
  const size = Math.max(9, width / 70)
  const style = { ...pageStyles(theme).running, size, leading: size * 1.25 }
  const box = { x, y: gap, width, height: head }
  return wordsItem(text, { name: `Version: ${text}`, role: 'artifact', box }, style, fonts)
}
