import { Decimal } from 'decimal.js'
import type { BaseFigure, MarkedText } from '../../build/base/base-types.ts'
import { applyEdits, editTo, type TextEdit } from '../../edit/text-edit.ts'
import type { NumberMention } from '../../trust/numbers/numbers-in-text.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import { dateEdits, saidAnew } from '../adopt/said-periods.ts'
import { type MergedText, mergeWords, type Side, type Sides } from './merge-words.ts'
import { getForm, isBoundTrue, sayInForm } from './number-form.ts'
import { getTextSlots, pairBuilt, pairEdited, slotsLike, type TextSlot } from './slots.ts'
import { commonTokens, type MergeToken, tokenize } from './tokens.ts'

/** The figures of the former and the present report. */
export interface Figures {
  /** BCP 47 tag of the language of the texts that print them. */
  language: string
  was(key: string): BaseFigure | undefined
  /** By the key of the former report, which may have moved on to another period. */
  is(key: string): BaseFigure | undefined
  /** By the very key, of a report that may have moved on: a figure of a time that stands. */
  at(key: string): BaseFigure | undefined
  /** What a key of the former report is called now. */
  moved(key: string): string
}

/**
 * Merges a text three ways: what its build printed, what a person made of it, and what a build prints now (undefined
 * where it prints no such text). Numbers
 * stay in the form in which they stand; words that changed on one side only are taken; where both sides changed the
 * same words, the person's stay; of a text that nobody changed
 * it is what the build prints now. `others` are
 * the numbers that no build put there.
 */
export function mergeMarkedText(
  base: MarkedText,
  theirs: string,
  ours: MarkedText | undefined,
  figures: Figures,
): MergedText & { others: TextSlot[] } {
  const merged = mergeSides(base, theirs, ours, figures)
  if (!ours || normalizedText(theirs) !== normalizedText(base.text)) return merged
  const isAsBuilt = normalizedText(applyEdits(theirs, merged.replacements)) === normalizedText(ours.text)
  return isAsBuilt ? merged : { ...merged, replacements: [editTo(theirs, ours.text)] }
}

function mergeSides(
  base: MarkedText,
  theirs: string,
  ours: MarkedText | undefined,
  figures: Figures,
): MergedText & { others: TextSlot[] } {
  const slots = getTextSlots(base, figures.language)
  if (theirs === base.text && ours && isSame(base, ours, figures)) return asItWas(slots)
  const edited = slotsLike(theirs, slots, figures.language)
  const built = ours && getTextSlots(ours, figures.language)
  const getThen = (slot: TextSlot) => figureThen(slot, figures)
  const pairsT = pairEdited({ text: base.text, slots }, { text: theirs, slots: edited }, getThen)
  const pairsO =
    ours && built
      ? pairBuilt({ text: base.text, slots }, { text: ours.text, slots: built }, figures.moved)
      : new Map<TextSlot, TextSlot>()
  const sides: Sides = {
    base: side(base.text, slots, new Map(slots.map((slot) => [slot, slot])), slots),
    theirs: side(theirs, edited, pairsT, slots),
    ours: side(
      ours?.text ?? base.text,
      built ?? slots,
      ours ? pairsO : new Map(slots.map((slot) => [slot, slot])),
      slots,
    ),
  }
  const words = mergeWords(sides)
  const isWithin = ({ start, end }: TextSlot) => words.replacements.some((one) => one.start <= start && end <= one.end)
  const paired = new Set(pairsT.values())
  const unpaired = edited.filter((one) => !paired.has(one) && !isWithin(one))
  const again = unpaired.flatMap((one) => saidAgain(one, slots, figures))
  const standing = [...pairsT, ...again].filter(([, stands]) => !isWithin(stands))
  const numbers = standing.map(([slot, stands]) => ({
    slot: stands,
    said: sayNow(slot, stands, pairsO.get(slot), figures),
  }))
  const turns = standing.flatMap(([slot, stands]) =>
    slot.key !== undefined && isTurned(figures.was(slot.key), figures.is(slot.key))
      ? [{ stands, built: slot, now: pairsO.get(slot) }]
      : [],
  )
  const turned = followTurns(turns, sides, words.replacements)
  const typed = editedNumbers(
    slots.filter((slot) => !pairsT.has(slot)),
    unpaired.filter((one) => !again.some(([, other]) => other === one)),
    sides,
    figures,
  )
  return {
    replacements: [
      ...words.replacements,
      ...turned.replacements,
      ...numbers.flatMap(({ slot: { start, end, raw, time }, said }) => {
        if (!('text' in said) || said.text === raw) return []
        const edit = { start, end, text: said.text }
        return time === undefined ? [edit] : dateEdits(theirs, edit, figures.language)
      }),
    ].sort((a, b) => a.start - b.start),
    conflicts: [
      ...words.conflicts,
      ...turned.conflicts,
      ...numbers.flatMap(({ said }) => ('conflict' in said ? [said.conflict] : [])),
      ...typed.map(({ conflict }) => conflict).filter((conflict) => conflict !== ''),
    ],
    ties: standing.flatMap(([{ key }, { start, end }]) => (key === undefined ? [] : [{ start, end, key }])),
    others: unpaired.filter(
      (one) => !again.some(([, other]) => other === one) && !typed.some(({ slot }) => slot === one),
    ),
  }
}

/** Whether a build prints now what it printed then, of the same figures. */
function isSame(base: MarkedText, ours: MarkedText, { moved }: Figures): boolean {
  return (
    base.text === ours.text &&
    base.marks.length === ours.marks.length &&
    base.marks.every(([start, length, key], index) => {
      const [startNow, lengthNow, keyNow] = ours.marks[index] ?? []
      return start === startNow && length === lengthNow && (key === keyNow || moved(key) === keyNow)
    })
  )
}

function asItWas(slots: readonly TextSlot[]): ReturnType<typeof mergeMarkedText> {
  const ties = slots.flatMap(({ start, end, key }) => (key === undefined ? [] : [{ start, end, key }]))
  return { replacements: [], conflicts: [], ties, others: [] }
}

/** A number that says once more what a slot of the text says. */
function saidAgain(one: TextSlot, slots: readonly TextSlot[], figures: Figures): [TextSlot, TextSlot][] {
  const { mention } = one
  if (mention?.kind !== 'number' || mention.value.precision(false) < 3) return []
  const slot = slots.find(({ key }) => {
    const figure = key === undefined ? undefined : figures.was(key)
    return figure !== undefined && getForm(mention, figure) !== undefined
  })
  return slot ? [[slot, one]] : []
}

function figureThen({ key, mention }: TextSlot, figures: Figures): BaseFigure | undefined {
  if (key !== undefined) return figures.was(key)
  if (mention?.kind !== 'number') return undefined
  const unit = mention.unit === 'percent' ? 'percent' : mention.unit === undefined ? '' : 'percentage-points'
  return [mention.value.toFixed(), mention.precision, unit, mention.qualifier ?? '']
}

/** What a slot says now, in the form in which it stands. */
function sayNow(
  slot: TextSlot,
  stands: TextSlot,
  now: TextSlot | undefined,
  figures: Figures,
): { text: string } | { conflict: string } {
  const isAsBuilt = normalizedText(stands.text) === normalizedText(slot.text)
  if (isAsBuilt && now) {
    // Some programs lose no-break spaces.
    const raw = stands.raw === slot.raw ? now.raw : now.raw.replaceAll('\u00a0', ' ')
    return { text: now.text === slot.text ? stands.raw : raw }
  }
  if (slot.time !== undefined && now) return sayTimeNow(slot.time, stands, now, figures.language)
  const then = figureThen(slot, figures)
  const figure = slot.key === undefined ? now && figureThen(now, figures) : figures.is(slot.key)
  if (slot.key === undefined && !now) return { text: stands.raw }
  if (!figure || !then)
    return slot.key !== undefined && !figure
      ? { conflict: `“${stands.text}” is no figure of the report any more: ${slot.key}` }
      : { text: stands.raw }
  if (then[0] === figure[0] && then[1] === figure[1] && then[3] === figure[3]) return { text: stands.raw }
  const form = stands.mention?.kind === 'number' ? getForm(stands.mention, then) : undefined
  const said = form && sayInForm(form, figure, figures.language, slot.key)
  if (form === undefined || said === undefined)
    return { conflict: `“${stands.text}” cannot be written anew: it is ${now?.text ?? figure[0]} now` }
  const again = { ...form.mention, value: saidValue(said, form.mention, figures.language) }
  if (form.mention.qualifier !== figure[3] && isBoundTrue(again, figure) === false)
    return { conflict: `“${stands.text}” does not hold any more: it is ${now?.text ?? figure[0]} now` }
  return { text: said }
}

/** A date that people say in another form than the build did moves on in theirs. */
function sayTimeNow(
  time: string,
  { raw, text }: TextSlot,
  now: TextSlot,
  language: string,
): { text: string } | { conflict: string } {
  if (now.time === undefined || now.time === time) return { text: raw }
  const said = saidAnew(raw, time, now.time, language)
  return said === undefined ? { conflict: `“${text}” is ${now.text} now` } : { text: said }
}

function saidValue(said: string, mention: NumberMention, language: string) {
  const [again] = getTextSlots({ text: said, marks: [] }, language)
  return again?.mention?.kind === 'number' ? again.mention.value : mention.value
}

/** A text in tokens; a slot that is the counterpart of a built one has that one's number as its key. */
function side(
  text: string,
  slots: readonly TextSlot[],
  pairs: ReadonlyMap<TextSlot, TextSlot>,
  built: readonly TextSlot[],
): Side {
  const numbers = new Map([...pairs].map(([slot, other]) => [other, built.indexOf(slot)]))
  const segments = slots.map((slot) => {
    const number = numbers.get(slot)
    return { start: slot.start, end: slot.end, key: number === undefined ? slot.text : `\u0000${number}` }
  })
  return { text, tokens: tokenize(text, segments) }
}

/** Numbers edited by hand where the build printed others, or bounds that may no longer hold; no conflict if right. */
function editedNumbers(
  lost: readonly TextSlot[],
  come: readonly TextSlot[],
  { base, theirs }: Sides,
  figures: Figures,
): { slot: TextSlot; conflict: string }[] {
  const pairs = commonTokens(base.tokens, theirs.tokens)
  const kept = new Set(pairs.values())
  const getGap = (tokens: readonly MergeToken[], slot: TextSlot, isKept: (index: number) => boolean) => {
    const index = tokens.findIndex(({ start }) => start === slot.start)
    return tokens.slice(0, index).filter((_, at) => isKept(at)).length
  }
  return lost.flatMap((slot) => {
    const gap = getGap(base.tokens, slot, (at) => pairs.has(at))
    const other = come.find(
      (one) => one.mention?.kind === slot.mention?.kind && getGap(theirs.tokens, one, (at) => kept.has(at)) === gap,
    )
    return other && slot.key !== undefined
      ? [{ slot: other, conflict: typedConflict(slot, other, slot.key, figures) }]
      : []
  })
}

function typedConflict(slot: TextSlot, { mention, text }: TextSlot, key: string, figures: Figures): string {
  const [was, is] = [figures.was(key), figures.is(key)]
  if (mention?.kind !== 'number' || !was) return ''
  const isBound = isBoundTrue(mention, was) === true
  if (isBound && is && isBoundTrue(mention, is) === true) return ''
  if (isBound) return `“${text}” does not hold any more of ${key}`
  const isRight = is && isBoundTrue(mention, is) !== false && getForm(mention, is)
  return isRight ? '' : `“${text}” was typed in place of “${slot.text}” (${key})`
}

/** Whether what rose has fallen, or the other way round. */
function isTurned(then: BaseFigure | undefined, now: BaseFigure | undefined): boolean {
  if (!then || !now) return false
  const [before, after] = [new Decimal(then[0]), new Decimal(now[0])]
  return !before.isZero() && (after.isZero() || before.isNegative() !== after.isNegative())
}

/** A build's own word before a figure that has turned follows it; a person's own is theirs to settle. */
function followTurns(
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
    if (own && is && own.key === was?.key && is.key !== was.key)
      return { replacements: [{ start: own.start, end: own.end, text: is.key }], conflicts: [] }
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
