import type { SetLine, TextItem } from '../../../layout/types.ts'

/**
 * How far short of the box's right edge text must be kept, in points, so that PowerPoint breaks lines where the layout
 * did: it
 * fills each line as far as it can, where the layout makes the lines of a title even. 0 where both break alike anyway,
 * where no
 * one inset makes them, and for text that does not start at the left.
 */
export function rightInset({ box, paragraphs }: TextItem): number {
  if (paragraphs.some(({ style }) => style.align !== 'left')) return 0
  const lines = paragraphs.map((paragraph) => paragraph.lines.filter(({ runs }) => runs.length > 0))
  const widest = Math.max(0, ...lines.flat().map((line) => rightEdge(line) - box.x))
  const next = Math.min(...paragraphs.flatMap(({ style }, index) => wordsTooMany(lines[index] ?? [], style.size)))
  const least = next - box.x
  if (least > box.width * 1.005 || least - widest < box.width * 0.01) return 0
  return Math.max(0, box.width - (widest + least) / 2)
}

function rightEdge({ runs }: SetLine): number {
  const last = runs.at(-1)
  return last ? last.x + last.width : 0
}

/** Where each line but the last would end with the next line's first word. */
function wordsTooMany(lines: readonly SetLine[], size: number): number[] {
  return lines.slice(1).map((line, index) => {
    const before = lines[index]
    return (before ? rightEdge(before) : 0) + size * 0.28 + firstWordWidth(line)
  })
}

/** Measured by the run that the word stands in: near enough, for it is compared with the middle of a gap. */
function firstWordWidth({ runs }: SetLine): number {
  let width = 0
  for (const { text, width: runWidth } of runs) {
    const end = text.search(/[ \u200B-]/)
    if (end >= 0) return width + (runWidth * end) / text.length
    width += runWidth
  }
  return width
}
