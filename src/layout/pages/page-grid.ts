import { type ColorName, paperSizes, type Theme } from '../../theme/theme.ts'
import { rectItem } from '../rect-item.ts'
import type { Item } from '../types.ts'

/** What a piece stands in: running text's column, the one at its side, or all of them. */
export type GridColumn = 'page' | 'text' | 'side'

/** Where text, side headings and full-width matter stand on a page; points. */
export interface Grid {
  paper: { width: number; height: number }
  /** Left edge of a column on page n, from 1; bindings take room inside, and put the side column outside. */
  left(page: number, column?: GridColumn): number
  top: number
  /** Of the whole text area. */
  width: number
  height: number
  /** Of the column of running text. */
  textWidth: number
  /** Of the column at its side; 0 where the theme has none. */
  sideWidth: number
}

/** A page's grid, upright, or lying for slides. Of the theme's columns `side` are the side column's. */
export function toPageGrid({ page }: Theme, isLandscape = false): Grid {
  const size = paperSizes[page.size]
  const paper = isLandscape ? { width: size.height, height: size.width } : size
  const width = paper.width - page.margin.left - page.margin.right - page.binding
  const step = (width + page.gutter) / page.columns
  const sideWidth = Math.max(0, page.side * step - page.gutter)
  const textWidth = width - page.side * step
  const offset = (number: number, column: GridColumn): number => {
    const isSideRight = page.binding > 0 && isRightHand(number)
    if (column === 'side') return isSideRight ? textWidth + page.gutter : 0
    return column === 'text' && !isSideRight ? width - textWidth : 0
  }
  return {
    paper,
    left: (number, column = 'page') =>
      page.margin.left + (isRightHand(number) ? page.binding : 0) + offset(number, column),
    top: page.margin.top,
    width,
    height: wholeLines(paper.height - page.margin.top - page.margin.bottom, page.baseline / 2),
    textWidth,
    sideWidth,
  }
}

/** A height that lacks a sliver of its last half line (A4 is 841.89 points high) has it. */
function wholeLines(height: number, unit: number): number {
  const whole = Math.ceil(height / unit) * unit
  return whole - height < 0.25 ? whole : height
}

/** Odd pages lie on the right. */
export function isRightHand(page: number): boolean {
  return page % 2 === 1
}

/** A rule: a rectangle that carries no meaning. */
export function ruleItem(name: string, x: number, y: number, width: number, height: number, fill: ColorName): Item {
  return rectItem(name, { x, y, width, height }, { fill })
}
