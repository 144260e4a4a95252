import { paperSizes, type Theme } from '../theme.ts'
import type { Item } from './types.ts'

/** Where text, side headings and full-width matter stand on a page; points. */
export interface Grid {
  paper: { width: number; height: number }
  /** Of the text area on page n, from 1: a binding takes its room on the inner side. */
  left(page: number): number
  top: number
  /** Of the whole text area. */
  width: number
  height: number
  /** From the area's left edge to running text. */
  offset: number
}

/** Upright or, for slides, lying. Six columns; running text stands on the right four, side headings on the left two. */
export function toGrid({ page }: Theme, isLandscape = false): Grid {
  const size = paperSizes[page.size]
  const paper = isLandscape ? { width: size.height, height: size.width } : size
  const width = paper.width - page.margin.left - page.margin.right - page.binding
  const columnWidth = (width - page.gutter * (page.columns - 1)) / page.columns
  const sideColumns = Math.floor(page.columns / 3)
  return {
    paper,
    left: (number) => page.margin.left + (isRightHand(number) ? page.binding : 0),
    top: page.margin.top,
    width,
    height: wholeLines(paper.height - page.margin.top - page.margin.bottom, page.baseline / 2),
    offset: sideColumns * (columnWidth + page.gutter),
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
export function ruleItem(
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
  fill: 'accent' | 'ink' | 'rule',
): Item {
  return { type: 'rect', name, role: 'artifact', box: { x, y, width, height }, fill }
}
