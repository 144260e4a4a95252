import type { BaseText } from '../../../build/base/base-types.ts'
import type { LivingText } from '../../../build/base/living-types.ts'
import { childNamed, escapeText, type XmlElement } from '../../../opc/xml.ts'
import { statusMarksIn } from '../../../trust/verify/read/drawing-text.ts'
import type { MergedText } from '../../merge/merge-words.ts'
import { removeElement } from '../../write/edit-chart.ts'
import { findParagraph } from '../../write/edit-paragraphs.ts'
import { findBuilt } from '../find-built.ts'
import type { RefreshEntry, Refreshing } from '../types.ts'

/** Marks of status behind figures, such as [p], go and change with these; a figure that has none and needs one now is reported. */
export function followStatus(
  text: LivingText,
  { ties }: MergedText,
  now: BaseText,
  refreshing: Refreshing,
): RefreshEntry[] {
  const { editor, figures, built } = refreshing
  const shown = findBuilt(now, refreshing)
  const drawn = shown && findParagraph(built.opened, shown)
  const paragraph = ties.length > 0 ? findParagraph(editor, text) : undefined
  if (!drawn || !paragraph) return []
  const wanted = new Map(statusMarksIn(drawn).map((mark) => [keyAt(now, mark.at), mark.text]))
  const standing = statusMarksIn(paragraph)
  const { slide, item, part } = text
  return ties.flatMap(({ end, key, start }): RefreshEntry[] => {
    const mark = standing.find(({ at }) => at === end)
    const is = wanted.get(figures.moved(key))
    if (is === mark?.text) return []
    if (mark) {
      if (is === undefined) removeElement(editor, part, mark.run)
      else writeMark(mark.run, is, part, refreshing)
      return [{ kind: 'updated', slide, item, before: mark.text, after: is ?? '' }]
    }
    const message = `“${text.text.slice(start, end)}” is marked ${is ?? ''} in the report now`
    return [{ kind: 'settle', slide, item, before: text.text, message }]
  })
}

function keyAt({ marks }: BaseText, at: number): string | undefined {
  return marks.find(([start, length]) => start + length === at)?.[2]
}

function writeMark(run: XmlElement, mark: string, part: string, { editor }: Refreshing): void {
  const held = childNamed(run, 'a:t')
  const span = held && editor.spanOf(held)
  if (span) editor.replace(part, span.contentStart, span.contentEnd, escapeText(mark))
}
