import type { Fonts } from '../../fonts/fonts.ts'
import type { PdfkitDocument } from '../../graphics/pdfkit.ts'
import type { Point } from '../../graphics/types.ts'
import type { Drawings } from '../../layout/drawings.ts'
import type { Box } from '../../layout/types.ts'
import type { ColorName, Theme } from '../../theme/theme.ts'
import { toChannels } from '../../theme/theme-colors.ts'
import { formatNumber } from './file/format-number.ts'
import type { Element, StructureTree } from './file/structure-tree.ts'
import type { FontBook } from './text/font-book.ts'
import type { GlyphText } from './text/glyph-text.ts'
import { hexText } from './text/hex-text.ts'

/** What is not text: running heads and feet (`Pagination`), rules and panels (`Layout`), colour (`Background`). */
export type Artifact = 'Header' | 'Footer' | 'Repeated' | 'Layout' | 'Background'

/** What a whole file is drawn on, and with. */
export interface Canvas {
  doc: PdfkitDocument
  tree: StructureTree
  theme: Theme
  fonts: Fonts
  book: FontBook
  drawings: Drawings
  /** The document's, BCP 47. */
  language: string
  /** How far a page's ground is printed beyond its edges. */
  bleed: number
}

/** What a page is drawn on, and with. */
export interface PageCanvas extends Canvas {
  painter: PagePainter
}

/** Draws on a page, marking each operation as an element's content or artifact. Points from the top left. */
export type PagePainter = ReturnType<typeof createPagePainter>

/** Thinner lines vanish in print. */
const hairline = 0.25

/** A painter for the document's current page, its `index`th from 0. */
export function createPagePainter({ doc, tree, theme, book }: Canvas, index: number, page: Box) {
  let operators: string[] = []
  let open: { owner: Element | Artifact; actual?: string | undefined } | undefined
  let color = ''
  const setColor = (name: ColorName): void => {
    const next = getInk(theme.colors[name], 'fill')
    if (next !== color) operators.push(next)
    color = next
  }
  const unmark = (): void => {
    if (open) operators.push('EMC')
    open = undefined
  }
  const mark = (owner: Element | Artifact, actual?: string): void => {
    if (open && owner === open.owner && actual === open.actual) return
    unmark()
    open = { owner, actual }
    operators.push(
      typeof owner === 'string' ? artifact(owner, page) : content(owner, tree.addContent(owner, index), actual),
    )
  }
  const flush = (): void => {
    if (operators.length > 0) doc.page.content.write(Buffer.from(`${operators.join('\n')}\n`, 'latin1'))
    operators = []
  }
  return {
    height: page.height,
    /** What follows belongs to the element, or is an artifact. */
    mark: (owner: Element | Artifact): void => mark(owner),
    text: (text: GlyphText, name: ColorName): void => {
      setColor(name)
      for (const { operators: shown, actual } of book.showText(text)) {
        if (open && typeof open.owner !== 'string') mark(open.owner, actual)
        operators.push(shown)
      }
    },
    fill: (box: Box, name: ColorName): void => {
      setColor(name)
      operators.push(`${rectangle(thicken(box))} f`)
    },
    stroke: (box: Box, name: ColorName, width: number): void => {
      operators.push(
        `${getInk(theme.colors[name], 'stroke')} ${formatNumber(Math.max(hairline, width))} w ${rectangle(box)} S`,
      )
    },
    line: (points: readonly Point[], name: ColorName, width: number): void => {
      operators.push(`${getInk(theme.colors[name], 'stroke')} ${formatNumber(Math.max(hairline, width))} w 1 J 1 j`)
      operators.push(`${polyline(points)} S 0 J 0 j`)
    },
    dot: (center: Point, radius: number, name: ColorName): void => {
      setColor(name)
      operators.push(`${circle(center, radius)} f`)
    },
    /** Draws with pdfkit itself. */
    draw: (paint: () => void): void => {
      flush()
      doc.save()
      paint()
      doc.restore()
    },
    /** Writes what was drawn. */
    end: (): void => {
      unmark()
      flush()
    },
  }
}

/** Opens an element's marked content: type, number on the page, and, if the font would mislead, the text to copy. */
function content({ type }: Element, number: number, actual: string | undefined): string {
  return actual === undefined
    ? `/${type} <</MCID ${number}>> BDC`
    : `/Span <</MCID ${number} /ActualText <${hexText(actual)}>>> BDC`
}

/** Opens an artifact's marked content (ISO 32000-1, 14.8.2.2). */
function artifact(kind: Artifact, { width, height }: Box): string {
  switch (kind) {
    case 'Header':
      return '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC'
    case 'Footer':
      return '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC'
    case 'Repeated':
      return '/Artifact <</Type /Pagination>> BDC'
    case 'Layout':
      return '/Artifact <</Type /Layout>> BDC'
    case 'Background':
      return `/Artifact <</Type /Background /BBox [0 0 ${formatNumber(width)} ${formatNumber(height)}]>> BDC`
  }
}

/** A rule no thinner than a hairline, about its own middle. */
function thicken({ x, y, width, height }: Box): Box {
  const more = { x: Math.max(0, hairline - width), y: Math.max(0, hairline - height) }
  return { x: x - more.x / 2, y: y - more.y / 2, width: width + more.x, height: height + more.y }
}

/** Sets a colour such as #0b5fa5: greys by their light alone, which a printer lays in black ink only. */
function getInk(color: string, use: 'fill' | 'stroke'): string {
  const parts = toChannels(color).map((channel) => String(Math.round((channel / 255) * 1e4) / 1e4))
  const isGrey = new Set(parts).size === 1
  const [grey, full] = use === 'fill' ? (['g', 'rg'] as const) : (['G', 'RG'] as const)
  return isGrey ? `${parts[0]} ${grey}` : `${parts.join(' ')} ${full}`
}

function polyline(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${formatNumber(x)} ${formatNumber(y)} ${index === 0 ? 'm' : 'l'}`).join(' ')
}

/** A circle as four curves, whose control points stand at this part of the radius. */
function circle({ x, y }: Point, radius: number): string {
  const near = radius * 0.5523
  const numbers = (...values: number[]): string => values.map(formatNumber).join(' ')
  return [
    `${numbers(x - radius, y)} m`,
    `${numbers(x - radius, y - near, x - near, y - radius, x, y - radius)} c`,
    `${numbers(x + near, y - radius, x + radius, y - near, x + radius, y)} c`,
    `${numbers(x + radius, y + near, x + near, y + radius, x, y + radius)} c`,
    `${numbers(x - near, y + radius, x - radius, y + near, x - radius, y)} c`,
  ].join(' ')
}

function rectangle({ x, y, width, height }: Box): string {
  return `${formatNumber(x)} ${formatNumber(y)} ${formatNumber(width)} ${formatNumber(height)} re`
}
