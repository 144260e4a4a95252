import { Decimal } from 'decimal.js'
import type { BaseFigure } from '../../build/base/base-types.ts'
import type { TextEdit } from '../../edit/text-edit.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import type { MergedText, Side, Sides } from './merge-words.ts'
import type { TextSlot } from './slots.ts'

/** Whether what rose has fallen, or the other way round. */
export function isTurned(then: BaseFigure | undefined, now: BaseFigure | undefined): boolean {
  if (!then || !now) return false
  const [before, after] = [new Decimal(then[0]), new Decimal(now[0])]
  return !before.isZero() && (after.isZero() || before.isNegative() !== after.isNegative())
}

/** A build's own word before a figure that has turned follows it; a person's own is theirs to settle. */
export function followTurns(
  turns: readonly { stands: TextSlot; built: TextSlot; now: TextSlot | undefined }[],
  sides: Sides,
  settled: readonly TextEdit[],
): Omit<MergedText, 'ties'> {
  const isSame = normalizedText(sides.theirs.text) === normalizedText(sides.base.text)
  const found = turns.map(({ stands, built, now }): Omit<MergedText, 'ties'> => {
    const [own, was, is] = [
      wordBefore(sides.theirs, stands),
      wordBefore(sides.base, built),
      now && wordBefore(sides.ours, now),
    ]
    const isSettled = isSame || settled.some(({ start, end }) => own && start <= own.start && own.end <= end)
    if (isSettled) return { replacements: [], conflicts: [] }
    if (own && is && own.key === was?.key && is.key !== was.key) {
      return { replacements: [{ start: own.start, end: own.end, text: is.key }], conflicts: [] }
    }
    return { replacements: [], conflicts: [`“${stands.text}” goes the other way now`] }
  })
  return {
    replacements: found.flatMap(({ replacements }) => replacements),
    conflicts: found.flatMap(({ conflicts }) => conflicts),
  }
}

function wordBefore({ tokens }: Side, slot: TextSlot) {
  const index = tokens.findIndex(({ start }) => start === slot.start)
  return tokens[index - 1]
}
