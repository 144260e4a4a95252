import type { Fonts } from '../../../fonts/fonts.ts'
import { gapsIn } from '../../../layout/text/gaps.ts'
import { fontStyle, runSize } from '../../../layout/text/run-style.ts'
import type { Box, Run, SetParagraph, SetRun, TextStyle } from '../../../layout/types.ts'
import type { Element } from '../file/structure-tree.ts'
import type { Artifact, PageCanvas } from '../page-painter.ts'
import type { GlyphText } from './glyph-text.ts'
import { type LineEnd, lineEnds } from './line-ends.ts'

/** A drawn link: element, words, and a clickable box for each line. Points from the page's top left corner. */
export interface DrawnLink {
  href: string
  element: Element
  text: string
  boxes: Box[]
}

/** Where a run is in the structure: what owns it, inside which link and which other language. */
interface Inline {
  owner: Element | Artifact
  link?: DrawnLink | undefined
  language?: string | undefined
}

/** How far a superscript stands above the line, as a part of the text's size. */
const superscriptRise = 0.33

/**
 * Draws a paragraph's lines, each run in place, as an element's content or an artifact; returns its links.
 * An artifact has none: not everyone could follow a link outside the structure.
 */
export function paintParagraph(paragraph: SetParagraph, owner: Element | Artifact, canvas: PageCanvas): DrawnLink[] {
  const { style, lines } = paragraph
  const ends = lineEnds(paragraph)
  const links: DrawnLink[] = []
  let inline: Inline = { owner }
  lines.forEach(({ runs, baseline }, line) => {
    const isTurned = runs.some(({ level }) => level)
    runs.forEach((run, index) => {
      if (run.text === '') return
      inline = nextInline(run, owner, inline, canvas)
      const end = index === runs.length - 1 ? (ends[line] ?? 'none') : 'none'
      const draw = (text: GlyphText) => canvas.painter.text(text, run.color ?? style.color)
      canvas.painter.mark(inline.owner)
      draw(toGlyphText(run, isTurned && end === 'space' ? 'none' : end, baseline, style, canvas.fonts))
      if (isTurned && end === 'space') draw(turnedSpace(runs, baseline, paragraph, canvas.fonts))
      if (run.dotted) paintDots(run, baseline, paragraph, canvas)
      if (!inline.link) return
      const link = extendLink(inline.link, run, end, linkBox(run, baseline, style, canvas.fonts))
      if (links.at(-1) === inline.link) links.pop()
      links.push(link)
      inline = { ...inline, link }
    })
  })
  return links
}

/** An emphasis dot's depth below a Chinese character, and its radius, as parts of the size (CLREQ, 3.3.2.2). */
const dotDepth = 0.25
const dotRadius = 0.07

/** Draws a dot below each Chinese character of a run; what is read has no dots. */
function paintDots(run: SetRun, baseline: number, { style }: SetParagraph, { painter, fonts }: PageCanvas): void {
  const size = runSize(run, style)
  const getWidth = (text: string) => fonts.width(text, fontStyle(run, style), size)
  const gaps = gapsIn(run.text, run.isWide === true)
  const widened = gaps === 0 ? 0 : (run.width - getWidth(run.text)) / gaps
  painter.mark('Layout')
  for (const { 0: character, index } of run.text.matchAll(/\p{Script=Han}/gu)) {
    const before = run.text.slice(0, index)
    const start = run.x + getWidth(before) + widened * gapsIn(before + character, run.isWide === true)
    const center = { x: start + getWidth(character) / 2, y: baseline + size * dotDepth }
    painter.dot(center, size * dotRadius, run.color ?? style.color)
  }
}

function toGlyphText(run: SetRun, end: LineEnd, baseline: number, style: TextStyle, fonts: Fonts): GlyphText {
  const face = fontStyle(run, style)
  const size = runSize(run, style)
  const space = end === 'space' ? ' ' : ''
  // The space that parts this line from the next when copied is as wide as those of a justified line.
  const gaps = space ? gapsIn(run.text, run.isWide === true) : 0
  const widened = gaps > 0 ? (run.width - fonts.width(run.text, face, size)) / gaps : 0
  return {
    text: run.text + space,
    style: face,
    size,
    x: run.x,
    y: run.superscript && !run.superior ? baseline - style.size * superscriptRise : baseline,
    width: run.width + fonts.width(space, face, size) + widened,
    isWide: run.isWide,
    hyphenated: end === 'hyphen',
  }
}

/** The space that divides lines when copied, beyond the end that a line is read to: its last words may not be there. */
function turnedSpace(
  runs: readonly SetRun[],
  y: number,
  { style, isRightToLeft }: SetParagraph,
  fonts: Fonts,
): GlyphText {
  const face = fontStyle({ text: '' }, style)
  const { size } = style
  const x = isRightToLeft
    ? Math.min(...runs.map((run) => run.x)) - fonts.width(' ', face, size)
    : Math.max(...runs.map((run) => run.x + run.width))
  return { text: ' ', style: face, size, x, y }
}

/** The element that owns a run: the paragraph's, or a Link and a Span of its language, shared by runs that go on. */
function nextInline(run: Run, paragraph: Element | Artifact, before: Inline, canvas: PageCanvas): Inline {
  if (typeof paragraph === 'string') return { owner: paragraph }
  const language = run.language === canvas.language ? undefined : run.language
  if (run.href === before.link?.href && language === before.language) return before
  const link = run.href === before.link?.href ? before.link : run.href && createLink(run.href, run, paragraph, canvas)
  const parent = link ? link.element : paragraph
  return {
    owner: language ? canvas.tree.child(parent, 'Span', { language }) : parent,
    link: link || undefined,
    language,
  }
}

/** A raised link inside the document is a reference to a note. */
function createLink(href: string, run: Run, paragraph: Element, { tree }: PageCanvas): DrawnLink {
  const parent = run.superscript && href.startsWith('#') ? tree.child(paragraph, 'Reference') : paragraph
  return { href, element: tree.child(parent, 'Link'), text: '', boxes: [] }
}

function linkBox(run: SetRun, baseline: number, style: TextStyle, fonts: Fonts): Box {
  const face = fontStyle(run, style)
  const ascent = fonts.ascent(face, style.size)
  return { x: run.x, y: baseline - ascent, width: run.width, height: ascent + fonts.descent(face, style.size) }
}

/** The link with a run more: its words, and its box, one with the box before it on the same line. */
function extendLink(link: DrawnLink, run: SetRun, end: LineEnd, box: Box): DrawnLink {
  const last = link.boxes.at(-1)
  const boxes = last && last.y === box.y ? [...link.boxes.slice(0, -1), spanBoxes(last, box)] : [...link.boxes, box]
  return { ...link, text: link.text + run.text + (end === 'space' ? ' ' : ''), boxes }
}

/** The box about two of one line. */
function spanBoxes(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x)
  return { ...one, x, width: Math.max(one.x + one.width, other.x + other.width) - x }
}
