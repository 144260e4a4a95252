import type { DeckBase } from '../../build/base/base-types.ts'
import type { NumberMention } from '../../trust/numbers/numbers-in-text.ts'
import { wordBag } from '../../trust/verify/word-bag.ts'
import type { Figures } from './merge-text.ts'
import type { MergedText, Replacement, Tie } from './merge-words.ts'
import { getForm, type NumberForm, sayInForm } from './number-form.ts'
import { getSlots, type Slot } from './slots.ts'

/** What figures are called, by key: `Netizens`. */
export type LabelOf = (key: string) => readonly string[]

/** A figure that a number may be, and what it would say now. */
interface Candidate {
  key: string
  form: NumberForm
  said: string | undefined
}

/**
 * Brings a text up to date that no build printed: a number follows where it can be one figure alone, by its digits or by the figure's name in `around`, the
 * words on its slide. `slots` are the numbers in question, all where not given. What may be one of several is a conflict, unless all of them say what they said.
 */
export function mergeLoose(
  text: string,
  around: string,
  { figures: known }: Pick<DeckBase, 'figures'>,
  figures: Figures,
  labelOf: LabelOf,
  slots: readonly Slot[] = getSlots({ text, marks: [] }, figures.language),
): MergedText {
  const replacements: Replacement[] = []
  const conflicts: string[] = []
  const ties: Tie[] = []
  const isDated = getSlots({ text, marks: [] }, figures.language).some(({ mention }) => mention?.kind === 'date')
  for (const { mention } of slots) {
    if (mention?.kind !== 'number' || mention.form !== 'digits') continue
    const candidates = Object.keys(known).flatMap((key) => toCandidate(key, mention, figures))
    const changing = candidates.filter(({ said }) => said !== mention.text)
    const { start, end } = mention
    if (candidates.length === 1 && candidates[0] && isDistinctive(mention))
      ties.push({ start, end, key: candidates[0].key })
    if (changing.length === 0) continue
    const named = candidates.filter(({ key }) => isNamed(labelOf(key), around))
    const [only, ...others] = named.length > 0 ? named : isDistinctive(mention) ? candidates : []
    const isOne = only && others.every(({ said }) => said === only.said)
    if (isOne && only.said === mention.text) continue
    if (isOne && only.said !== undefined && !(isDated && figures.moved(only.key) !== only.key)) {
      replacements.push({ start, end, text: only.said })
    } else if (isDistinctive(mention) || named.length > 0) conflicts.push(severalWords(mention, candidates))
  }
  return { replacements, conflicts, ties }
}

function toCandidate(key: string, mention: NumberMention, figures: Figures): Candidate[] {
  const [then, now] = [figures.was(key), figures.is(key)]
  const form = then && getForm(mention, then)
  if (!form || (mention.scale === 0 && form.scale !== 0 && !isDistinctive(mention))) return []
  return [{ key, form, said: now && sayInForm(form, now, figures.language) }]
}

/** Fewer than three digits may be anything. */
function isDistinctive({ value }: NumberMention): boolean {
  return value.precision(false) >= 3
}

/** Whether all words of one of a figure's names stand in a text. */
function isNamed(labels: readonly string[], text: string): boolean {
  const words = wordBag(text)
  return labels.some((label) => {
    const own = [...wordBag(label).keys()]
    return own.length > 0 && own.every((word) => words.has(word))
  })
}

function severalWords({ text }: NumberMention, candidates: readonly Candidate[]): string {
  const shown = candidates
    .slice(0, 3)
    .map(({ key, said }) => `${key}${said === undefined ? ', which is gone' : `, ${said} now`}`)
  const more = candidates.length > 3 ? ` and ${candidates.length - 3} more` : ''
  return candidates.length === 1
    ? `“${text}” may be ${shown[0]}`
    : `“${text}” may be one of several: ${shown.join('; ')}${more}`
}
