import type { DeckBase } from '../../build/base/base-types.ts'
import type { TextEdit } from '../../edit/text-edit.ts'
import { getSourceLanguage } from '../../trust/evidence/source-language.ts'
import type { NumberMention } from '../../trust/numbers/numbers-in-text.ts'
import { isNamed } from '../../trust/verify/word-bag.ts'
import { isSaidPeriod, timesIn } from '../adopt/said-periods.ts'
import type { Figures } from './merge-marked-text.ts'
import type { MergedText } from './merge-words.ts'
import { getForm, isMove, sayInForm } from './number-form.ts'
import { getTextSlots, type TextSlot } from './slots.ts'
import type { MergeToken } from './tokens.ts'

/** What figures were and are, and what they are called, by key: `Netizens`. */
interface Known {
  base: Pick<DeckBase, 'figures' | 'adopted' | 'report'>
  figures: Figures
  labelOf(key: string): readonly string[]
  /** What the parts of a whole are called that it is of: `Women`. */
  partsOf(key: string): readonly string[]
}

/** A figure that a number may be, and what it would say now. */
interface Candidate {
  key: string
  said: string | undefined
}

/** What stands beside a text: the figures there, whether any of it is new, and whether people's own amounts do. */
export interface Beside {
  keys: readonly string[]
  isNew: boolean
  hasOwn?: boolean
}

/**
 * Brings a text up to date that no build printed: a number follows where it can be one figure alone, by its digits, by
 * the figure's name in `around`, the
 * words on its slide, or as a measure of what another number of the text is (10,036, up 4.3%). A text may be in another
 * language than its deck. `slots` are the numbers in question, all where not given.
 * What may be one of several, or a figure of a part that the text names, is a conflict, unless all of them say what
 * they said, or one does at the time that the text names; so is what is left as it
 * was beside figures that are new. A change or rate beside people's own amounts may be that of these: it follows
 * beside its own level, or where its part is named. `hasOwn` tells whether there are such amounts.
 */
export function mergeLoose(
  text: string,
  around: string,
  { base: { figures: known, adopted, report }, figures, labelOf, partsOf }: Known,
  slots?: readonly TextSlot[],
  beside: Beside = { keys: [], isNew: false },
): MergedText & { hasOwn: boolean } {
  const replacements: TextEdit[] = []
  const conflicts: string[] = []
  const left: string[] = []
  const language = getSourceLanguage(text, text, figures.language)
  const all = getTextSlots({ text, marks: [] }, language)
  const times = timesIn(text, language)
  const isDated = times.length > 0 || all.some(({ mention }) => mention?.kind === 'date')
  const isStillTrue = ({ key }: Candidate) => isSaidIn(times, key) && isUnchanged(key, figures, report)
  // What it is about has no names in another language than the deck's.
  const speaksOf = ({ key }: Candidate) => language !== figures.language || isNamed(partsOf(key), text)
  const numbers = (slots ?? all).flatMap(({ mention }) => {
    if (mention?.kind !== 'number' || mention.form !== 'digits') return []
    return [{ mention, candidates: Object.keys(known).flatMap((key) => toCandidate(key, mention, figures, language)) }]
  })
  const ties = numbers.flatMap(({ mention: { start, end }, mention, candidates: [only, other] }): MergeToken[] =>
    only && !other && isDistinctive(mention) ? [{ start, end, key: only.key }] : [],
  )
  const series = new Set([...beside.keys, ...ties.map(({ key }) => key)].map(getSeries))
  const hasOwn = numbers.some(({ mention, candidates }) => candidates.length === 0 && isAmount(mention))
  const levels = [...beside.keys, ...ties.map(({ key }) => key)].filter((key) => !isMove(key)).map(getSeries)
  const mayBeOwn = ({ key }: Candidate) =>
    (hasOwn || beside.hasOwn === true) &&
    isMove(key) &&
    !levels.includes(getSeries(key)) &&
    !isNamed(partsOf(key), around)
  for (const { mention, candidates } of numbers) {
    const { start, end } = mention
    if (candidates.length > 0 && candidates.every(({ said }) => said === mention.text)) continue
    const kin = candidates.filter(({ key }) => series.has(getSeries(key)))
    const labelled = kin.length > 0 ? kin : candidates.filter(({ key }) => isNamed(labelOf(key), around))
    const parts = labelled.filter(({ key }) => isNamed(partsOf(key), text))
    const named = parts.length > 0 ? parts : labelled
    const [only, ...others] = named.length > 0 ? named : isDistinctive(mention) ? candidates : []
    if (only && [only, ...others].some(isStillTrue)) continue
    const isOne = only && others.every(({ said }) => said === only.said)
    if (isOne && only.said === mention.text) continue
    if (isOne && !mayBeOwn(only) && only.said !== undefined && !(isDated && figures.moved(only.key) !== only.key)) {
      replacements.push({ start, end, text: only.said })
      series.add(getSeries(only.key))
      if (!ties.some((one) => one.start === start)) ties.push({ start, end, key: only.key })
    } else if (candidates.length > 0 && (isDistinctive(mention) || named.length > 0)) {
      conflicts.push(severalWords(mention, candidates))
    } else if (!isEveryday(mention)) {
      const spoken = candidates.filter((one) => adopted === undefined && speaksOf(one))
      const isStale = !spoken.some(isStillTrue) && spoken.some(({ said }) => said !== mention.text)
      if (isStale) conflicts.push(severalWords(mention, spoken))
      else left.push(mention.text)
    }
  }
  // Of an adopted deck its mapping says which numbers are none of the report's.
  const isHalfNew = adopted === undefined && (beside.isNew || replacements.length > 0)
  if (isHalfNew) conflicts.push(...left.map((number) => `“${number}” stands as it was, beside figures that are new`))
  return { replacements, conflicts, ties, hasOwn }
}

/** Whether one of the times that a text names is a figure's. */
function isSaidIn(times: readonly string[], key: string): boolean {
  return times.some((time) => isSaidPeriod(time, key.replace(/^.*@/, '')))
}

/** Whether a figure says what it said, at its own time: itself, or the levels that it is worked out of. */
function isUnchanged(key: string, { at, was }: Figures, { comparison }: DeckBase['report']): boolean {
  const own = at(key) ? [key] : getLevels(key, comparison)
  return own.every((one) => was(one) !== undefined && String(at(one)) === String(was(one)))
}

/**
 * The figures of a text that is no longer printed:
 * those of a time that it names stay of that time; on a slide that the report no longer has, all do.
 */
export function figuresThen(text: string, isSlideGone: boolean, { base: { report }, figures }: Known): Figures {
  const times = timesIn(text, figures.language)
  const stays = (key: string) => isSlideGone || isSaidIn(times, key)
  const then = (key: string) => figures.at(key) ?? (isUnchanged(key, figures, report) ? figures.was(key) : undefined)
  return {
    ...figures,
    is: (key) => (stays(key) ? then(key) : figures.is(key)),
    moved: (key) => (stays(key) ? key : figures.moved(key)),
  }
}

/** The thing that a figure measures, whichever its measure and period. */
function getSeries(key: string): string {
  return key.replace(/(?:\.(?:change|rate))?@.*$/, '')
}

/** The levels that a change or a rate is worked out of: a build works out those of its own period alone. */
function getLevels(key: string, comparison: string): string[] {
  const [since, period] = key.replace(/^.*@/, '').split('..')
  const ends = period === undefined ? [comparison, since] : [since, period]
  return ends.map((end) => `${getSeries(key)}@${end}`)
}

function toCandidate(key: string, mention: NumberMention, figures: Figures, language: string): Candidate[] {
  const [then, now] = [figures.was(key), figures.is(key)]
  const form = then && getForm(mention, then)
  if (!form || (mention.scale === 0 && form.scale !== 0 && !isDistinctive(mention))) return []
  // −2.0 is no −2%, and −16 no +16: decimals, or a sign, that a figure has not are another's.
  if (form.precision < then[1] && mention.precision < mention.scale) return []
  const [sign] = /^[-+−]/.exec(mention.text) ?? []
  if (sign !== undefined && (sign === '+') === then[0].startsWith('-')) return []
  const isSame = String(then) === String(now)
  return [{ key, said: isSame ? mention.text : now && sayInForm(form, now, language, key) }]
}

/** Fewer than three digits may be anything. */
function isDistinctive({ value }: NumberMention): boolean {
  return value.precision(false) >= 3
}

/** Whether a number may be an amount of something that has a change: 755,000; no share, and nothing counted by hand. */
function isAmount(mention: NumberMention): boolean {
  return mention.unit === undefined && (mention.value.abs().gte(1000) || !isEveryday(mention))
}

/** A number without a unit, a scale, decimals or a sign may count anything: 14 offices. */
function isEveryday(mention: NumberMention): boolean {
  const { unit, scale, precision, value, text } = mention
  const isBare = unit === undefined && scale === 0 && precision >= 0
  return isBare && !isDistinctive(mention) && !value.isNegative() && !text.startsWith('+')
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
