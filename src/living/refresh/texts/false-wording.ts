import type { LivingText } from '../../../build/base/living-types.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { PrintedFigure } from '../../../document/parse/text/passages.ts'
import { getUnit } from '../../../document/say/figure.ts'
import { plainMarkdown } from '../../../document/template/filled.ts'
import { applyEdits, type TextEdit } from '../../../edit/text-edit.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { checkWords } from '../../../trust/words/check-words.ts'
import { figuresThen } from '../../merge/merge-loose.ts'
import type { MergedText } from '../../merge/merge-words.ts'
import { type RefreshEntry, type Refreshing, toSettle } from '../types.ts'

/**
 * Words of a person's own sentence that its figures make false: `rose to 1.08 billion` of what has fallen.
 * A build's unchanged text has already been checked by the build.
 */
export function falseWording(
  text: LivingText,
  { replacements, ties }: MergedText,
  built: string | undefined,
  refreshing: Refreshing,
): RefreshEntry[] {
  const { report, figures } = refreshing
  const merged = applyEdits(text.text, replacements)
  const { moved } = figuresThen(merged, false, refreshing)
  // What is said of an earlier edition's time was so then: in May visits rose.
  const isOfThen = ties.every(({ key }) => moved(key) === key && figures.moved(key) !== key)
  // Of a chart that the report draws no more, a build's own description says what it said.
  if (text.kind === 'alt' && built === undefined && replacements.length === 0) return []
  if (isOfThen || (built !== undefined && normalizedText(merged) === normalizedText(built))) return []
  const inOrder = [...ties].sort((a, b) => a.start - b.start)
  const printed = inOrder.flatMap(({ key, ...span }): (PrintedFigure & { was: string | undefined })[] => {
    const observation = findObservation(report.dataset, moved(key))
    return observation ? [{ ...movedSpan(span, replacements), observation, was: figures.was(key)?.[2] }] : []
  })
  const passage = { text: merged, offsets: Array.from(merged, (_, index) => index), figures: printed }
  const found = checkWords({ passages: [passage], filled: plainMarkdown('deck', merged), ...report })
  const untrue = found.filter(({ diagnostic }) => diagnostic?.about === 'claim')
  const said = normalizedText(merged)
  const inAnother = printed.filter(({ observation: { quantity }, was }) => was !== undefined && was !== quantity.unit)
  const units = inAnother.map(({ observation, start, end }) => {
    const unit = report.locale.text(getUnit(report.dataset, observation).label)
    return toSettle(text, `“${merged.slice(start, end)}” counts in another unit now: ${unit}`, said)
  })
  return [
    ...units,
    ...untrue.map(({ start, end }) => toSettle(text, `not true: “${merged.slice(start, end)}” in “${said}”`, said)),
  ]
}

/** Where a stretch stands once replacements are made. */
export function movedSpan({ start, end }: Pick<TextEdit, 'start' | 'end'>, replacements: readonly TextEdit[]) {
  const shiftBefore = (place: number) =>
    replacements
      .filter((one) => one.end <= place)
      .reduce((sum, one) => sum + one.text.length - (one.end - one.start), 0)
  return { start: start + shiftBefore(start), end: end + shiftBefore(end) }
}
