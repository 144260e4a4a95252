import type { DeckBase } from '../../build/base/base-types.ts'
import type { TextEdit } from '../../edit/text-edit.ts'
import type { NumberMention } from '../../trust/numbers/numbers-in-text.ts'
import { isNamed } from '../../trust/verify/word-bag.ts'
import { isSaid, timesIn } from '../adopt/said-periods.ts'
import type { Figures } from './merge-text.ts'
import type { MergedText } from './merge-words.ts'
import { getForm, type NumberForm, sayInForm } from './number-form.ts'
import { getSlots, type Slot } from './slots.ts'
import type { Token } from './tokens.ts'

/** What figures were and are, and what they are called, by key: `Netizens`. */
interface Known {
  base: Pick<DeckBase, 'figures' | 'adopted'>
  figures: Figures
  labelOf(key: string): readonly string[]
}

/** A figure that a number may be, and what it would say now. */
interface Candidate {
  key: string
  form: NumberForm
  said: string | undefined
}

/** What stands beside a text: the figures there, and whether any of it is new. */
export interface Beside {
  keys: readonly string[]
  isNew: boolean
}

/**
 * Brings a text up to date that no build printed: a number follows where it can be one figure alone, by its digits, by the figure's name in `around`, the
 * words on its slide, or as a measure of what another number of the text is (10,036, up 4.3%). `slots` are the numbers in question, all where not given.
 * What may be one of several is a conflict, unless all of them say what they said, or one does at the time that the text names; so is what is left as it
 * was beside figures that are new.
 */
export function mergeLoose(
  text: string,
  around: string,
  { base: { figures: known, adopted }, figures, labelOf }: Known,
  slots: readonly Slot[] = getSlots({ text, marks: [] }, figures.language),
  beside: Beside = { keys: [], isNew: false },
): MergedText {
  const replacements: TextEdit[] = []
  const conflicts: string[] = []
  const left: string[] = []
  const times = timesIn(text, figures.language)
  const isDated =
    times.length > 0 || getSlots({ text, marks: [] }, figures.language).some(({ mention }) => mention?.kind === 'date')
  const isStillTrue = ({ key }: Candidate) =>
    times.some((time) => isSaid(time, key.replace(/^.*@/, ''))) && String(figures.at(key)) === String(known[key])
  const numbers = slots.flatMap(({ mention }) => {
    if (mention?.kind !== 'number' || mention.form !== 'digits') return []
    return [{ mention, candidates: Object.keys(known).flatMap((key) => toCandidate(key, mention, figures)) }]
  })
  const ties = numbers.flatMap(({ mention: { start, end }, mention, candidates: [only, other] }): Token[] =>
    only && !other && isDistinctive(mention) ? [{ start, end, key: only.key }] : [],
  )
  const series = new Set([...beside.keys, ...ties.map(({ key }) => key)].map(seriesOf))
  for (const { mention, candidates } of numbers) {
    const { start, end } = mention
    if (candidates.length > 0 && candidates.every(({ said }) => said === mention.text)) continue
    const kin = candidates.filter(({ key }) => series.has(seriesOf(key)))
    const named = kin.length > 0 ? kin : candidates.filter(({ key }) => isNamed(labelOf(key), around))
    const [only, ...others] = named.length > 0 ? named : isDistinctive(mention) ? candidates : []
    if (only && [only, ...others].some(isStillTrue)) continue
    const isOne = only && others.every(({ said }) => said === only.said)
    if (isOne && only.said === mention.text) continue
    if (isOne && only.said !== undefined && !(isDated && figures.moved(only.key) !== only.key)) {
      replacements.push({ start, end, text: only.said })
      if (!ties.some((one) => one.start === start)) ties.push({ start, end, key: only.key })
    } else if (candidates.length > 0 && (isDistinctive(mention) || named.length > 0)) {
      conflicts.push(severalWords(mention, candidates))
    } else if (isDistinctive(mention) || mention.unit !== undefined || mention.precision < 0) left.push(mention.text)
  }
  // Of an adopted deck its mapping says which numbers are none of the report's.
  const isHalfNew = adopted === undefined && (beside.isNew || replacements.length > 0)
  if (isHalfNew) conflicts.push(...left.map((number) => `“${number}” stands as it was, beside figures that are new`))
  return { replacements, conflicts, ties }
}

/** The thing that a figure measures, whichever its measure and period. */
function seriesOf(key: string): string {
  return key.replace(/(?:\.(?:change|rate))?@.*$/, '')
}

function toCandidate(key: string, mention: NumberMention, figures: Figures): Candidate[] {
  const [then, now] = [figures.was(key), figures.is(key)]
  const form = then && getForm(mention, then)
  if (!form || (mention.scale === 0 && form.scale !== 0 && !isDistinctive(mention))) return []
  return [{ key, form, said: now && sayInForm(form, now, figures.language, key) }]
}

/** Fewer than three digits may be anything. */
function isDistinctive({ value }: NumberMention): boolean {
  return value.precision(false) >= 3
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
