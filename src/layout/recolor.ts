import type { ColorName } from '../theme/theme.ts'
import type { TextItem } from './types.ts'

/** A text in the colours that its parts get, by their own and by their size in points. */
export function recolor(item: TextItem, colorOf: (color: ColorName, size: number) => ColorName): TextItem {
  const paragraphs = item.paragraphs.map((paragraph) => {
    const change = <T extends { color?: ColorName | undefined }>(look: T): T =>
      look.color === undefined ? look : { ...look, color: colorOf(look.color, paragraph.style.size) }
    return {
      ...paragraph,
      style: change(paragraph.style),
      runs: paragraph.runs.map(change),
      lines: paragraph.lines.map((line) => ({ ...line, runs: line.runs.map(change) })),
    }
  })
  return { ...item, paragraphs }
}
