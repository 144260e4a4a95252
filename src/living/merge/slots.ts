import type { BaseFigure, MarkedText } from '../../build/base/base-types.ts'
import { pairLeft } from '../../dataset/likest.ts'
import { dateAt } from '../../trust/evidence/mention-period.ts'
import { type NumberInText, readNumbers } from '../../trust/numbers/numbers-in-text.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import { dayIn } from '../adopt/said-days.ts'
import { getForm } from './number-form.ts'
import { commonTokens, type MergeToken, tokenize } from './tokens.ts'

/** A number, date or other digits of a text, and the figure that it is. */
export interface TextSlot {
  start: number
  end: number
  /** In plain characters. */
  text: string
  /** As it stands. */
  raw: string
  mention: NumberInText | undefined
  /** The key of the figure that was printed there; undefined where none is known. */
  key: string | undefined
  /** Of a date the day or period that it names: 2026-Q2, however it is said. */
  time?: string | undefined
}

interface Slotted {
  text: string
  slots: readonly TextSlot[]
}

/** Places of a text that may change with figures. A mark with one number is that number; its unit is just a word. */
export function getTextSlots({ text, marks }: MarkedText, language: string): TextSlot[] {
  const mentions = readNumbers(text, language)
  const within = (start: number, end: number) => mentions.filter((one) => one.start < end && start < one.end)
  const marked = marks.map(([start, length, key]): TextSlot => {
    const [mention, ...others] = within(start, start + length)
    if (mention && others.length === 0) return { ...toSlot(mention, text), key }
    const end = start + length
    const raw = text.slice(start, end)
    return { start, end, text: normalizedText(raw), raw, mention: undefined, key }
  })
  const taken = (one: NumberInText) => marked.some(({ start, end }) => start < one.end && one.start < end)
  return [...marked, ...mentions.filter((one) => !taken(one)).map((one) => toSlot(one, text))].sort(
    (a, b) => a.start - b.start,
  )
}

/** A number as it stands; a date with the words that make a quarter or half of its year. */
function toSlot(mention: NumberInText, within: string): TextSlot {
  const { start, end, period } =
    mention.kind === 'date'
      ? dateAt(within.replace(/[\u00a0\u202f]/g, ' '), mention)
      : { ...mention, period: undefined }
  const raw = within.slice(start, end)
  return { start, end, text: normalizedText(raw), raw, mention, key: undefined, time: period && (dayIn(raw) ?? period) }
}

/** Slots of a possibly edited text; figures of several numbers (`527.0 to 529.2 million`) only where unchanged. */
export function slotsLike(text: string, built: readonly TextSlot[], language: string): TextSlot[] {
  const plain = text.replaceAll('\u00a0', ' ')
  const whole = built
    .filter(({ mention }) => mention === undefined)
    .flatMap((slot): TextSlot[] => {
      const start = plain.indexOf(slot.text)
      // Chinese has no spaces between words.
      const beside = (plain.charAt(start - 1) + plain.charAt(start + slot.text.length)).replace(/\p{Script=Han}/gu, '')
      const isWord = start >= 0 && !/\p{L}/u.test(beside)
      const end = start + slot.text.length
      return isWord ? [{ ...slot, start, end, raw: text.slice(start, end) }] : []
    })
  const taken = (one: NumberInText) => whole.some(({ start, end }) => start < one.end && one.start < end)
  const rest = readNumbers(text, language).filter((one) => !taken(one))
  return [...whole, ...rest.map((one) => toSlot(one, text))].sort((a, b) => a.start - b.start)
}

/** Pairs each built slot with its edited one: by words around it, by its own, or by number or time in another form. */
export function pairEdited(
  base: Slotted,
  edited: Slotted,
  figureOf: (slot: TextSlot) => BaseFigure | undefined,
): Map<TextSlot, TextSlot> {
  const byWords = (slot: TextSlot) => slot.text
  const pairs = pairByContext(base, edited, byWords)
  const pairRest = (isSame: (slot: TextSlot, other: TextSlot) => boolean) =>
    pairLeft(pairs, base.slots, edited.slots, isSame)
  const isAlone = (slots: readonly TextSlot[], text: string) => slots.filter((one) => one.text === text).length === 1
  pairRest(
    (slot, other) =>
      slot.text === other.text &&
      (slot.key !== undefined || (isAlone(base.slots, slot.text) && isAlone(edited.slots, slot.text))),
  )
  pairRest((slot, other) => slot.time !== undefined && slot.time === other.time)
  pairRest((slot, other) => {
    const figure = figureOf(slot)
    return figure !== undefined && other.mention?.kind === 'number' && getForm(other.mention, figure) !== undefined
  })
  return pairs
}

/** Pairs slots of two builds: between the same words, else of the same figure. `moved` gives a key's new name. */
export function pairBuilt(base: Slotted, ours: Slotted, moved: (key: string) => string): Map<TextSlot, TextSlot> {
  const pairs = pairByContext(base, ours, getKind)
  pairLeft(
    pairs,
    base.slots,
    ours.slots,
    (slot, { key }) => slot.key !== undefined && (key === moved(slot.key) || key === slot.key),
  )
  return pairs
}

/** What may stand in place of a slot in a later build. */
function getKind({ mention, key }: TextSlot): string {
  const measure = key?.replace(/@.*/, '')
  return measure ?? (mention?.kind === 'number' ? `number ${mention.unit ?? ''}` : (mention?.kind ?? 'words'))
}

function pairByContext(a: Slotted, b: Slotted, keyOf: (slot: TextSlot) => string): Map<TextSlot, TextSlot> {
  const segments = ({ slots }: Slotted): MergeToken[] =>
    slots.map((slot) => ({ start: slot.start, end: slot.end, key: `\u0000${keyOf(slot)}` }))
  const [left, right] = [tokenize(a.text, segments(a)), tokenize(b.text, segments(b))]
  const slotAt = (slots: readonly TextSlot[], start: number | undefined) => slots.find((slot) => slot.start === start)
  const pairs = new Map<TextSlot, TextSlot>()
  for (const [i, j] of commonTokens(left, right)) {
    const [slot, other] = [slotAt(a.slots, left[i]?.start), slotAt(b.slots, right[j]?.start)]
    if (slot && other) pairs.set(slot, other)
  }
  return pairs
}
