import { readNumbers } from '../../../trust/numbers/numbers-in-text.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { type RefreshEntry, type Refreshing, toSettle } from '../types.ts'
import { isShown } from './match-texts.ts'
import type { RefreshedTexts } from './refresh-texts.ts'

/** People's own heads of slides, boxes and charts that name the former period, over figures that have moved on. */
export function formerHeads(
  { theirs, base, ours, report: { locale } }: Refreshing,
  { pairs }: Pick<RefreshedTexts, 'pairs'>,
  changed: readonly RefreshEntry[],
): RefreshEntry[] {
  const [former, present] = [base.report.period, ours.report.period]
  if (former === present) return []
  const names = (text: string, period: string) =>
    [locale.period(period), locale.period(period, 'short')].some((said) =>
      normalizedText(text).toLowerCase().includes(normalizedText(said).toLowerCase().replace(/^the /, '')),
    )
  const isOver = new Set(changed.flatMap(({ kind, slide }) => (kind === 'updated' ? [slide] : [])))
  return theirs.texts.flatMap((text) => {
    const built = pairs.get(text)
    const isOwn = isShown(text) && !(built && names(`${built.base.text} ${built.ours?.text ?? ''}`, former))
    const isSentence = /[.!?;。！？；]\s*$/.test(text.text)
    const isHead = !isSentence && readNumbers(text.text, locale.language).every(({ kind }) => kind !== 'number')
    return isOwn && isHead && isOver.has(text.slide) && names(text.text, former) && !names(text.text, present)
      ? [toSettle(text, `names ${locale.period(former)}; the report is about ${locale.period(present)} now`, text.text)]
      : []
  })
}
