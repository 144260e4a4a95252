import { once } from '../../../memory/derived.ts'
import { isJsonObject, type JsonObject, objectsIn, walkObjects } from '../../spec/json/json.ts'
import type { Medium } from '../../types.ts'
import { mapAxes } from './axis-steps.ts'

/** Longer names, in letters, take two lines to leave the plot room; a Chinese character counts as two letters. */
export const longest = 26

/** More names than these stand too close for two lines each. */
const mostBroken = 8

/** Longer lines, in letters, are set smaller on slides, down to three quarters, as unbroken words need their room. */
export function smallerName(letters: number, medium: Medium): number {
  return medium === 'slide' ? Math.max(0.75, 30 / Math.max(30, letters)) : 1
}

/** Its dictionary takes ten milliseconds to read, and few names need it. */
const words = once(() => new Intl.Segmenter('zh', { granularity: 'word' }))

/** Where a name may break: at spaces; in Chinese between words, with punctuation kept beside what it belongs to. */
function breaksIn(name: string): number[] {
  if (name.includes(' ')) return [...name.matchAll(/[ \u2002]+/g)].map(({ index }) => index)
  const starts = [...words().segment(name)].map(({ index }) => index)
  return starts.filter((at) =>
    /^(?:[\u2e80-\uffef](?<![（《“])(?![，、：；）》”])|.(?=\u2002))/.test(name.slice(at - 1, at + 1)),
  )
}

/** A name in as few lines as keep each within `most` letters, up to `mostLines`, as even as the breaks allow. */
export function breakName(name: string, most = longest, mostLines = 2): string | string[] {
  if (countLetters(name) <= most || mostLines < 2) return name
  const tries = [2, 3, 4].filter((count) => count <= mostLines).map((count) => evenLines(name, count))
  const isBetter = (one: string[], than: string[]) =>
    countLongest(than) > most && countLongest(one) < countLongest(than)
  const lines = tries.reduce((best, next) => (isBetter(next, best) ? next : best))
  return lines.length > 1 ? lines : name
}

/** `known`: what was found of the same end of a name. */
function evenLines(name: string, lines: number, known = new Map<string, string[]>()): string[] {
  if (lines < 2) return [name]
  const key = `${lines} ${name}`
  const found = known.get(key)
  if (found) return found
  const rests = breaksIn(name).map((end) => [
    name.slice(0, end),
    ...evenLines(name.slice(end).trim(), lines - 1, known),
  ])
  const [best = [name]] = rests.toSorted((one, other) => countLongest(one) - countLongest(other))
  known.set(key, best)
  return best
}

/** How many letters the longest line of a text has. */
export function countLongest(lines: string | readonly string[]): number {
  return Math.max(...[lines].flat().map(countLetters))
}

/** How many letters a text is as wide as. */
export function countLetters(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)
}

/** The lines in which names stand down the side of a chart. */
export function nameLines(names: readonly string[]): string[] {
  return breaksNames(names) ? names.flatMap((name) => breakName(name)) : [...names]
}

/** Whether names are so few that long ones take two lines. */
export function breaksNames(names: readonly string[]): boolean {
  return new Set(names).size <= mostBroken
}

/** A compiled Vega spec whose names down the side are broken where the chart's parameter `breaksNames` says so. */
export function withNameLines(spec: JsonObject): JsonObject {
  const scales = walkObjects(spec).flatMap(([object]) => objectsIn(object.scales ?? null))
  const names = new Set(scales.flatMap(({ name, type }) => (type === 'band' || type === 'point' ? [name] : [])))
  return mapAxes(spec, (axis) => {
    if (!names.has(axis.scale) || axis.orient !== 'left' || axis.labels === false) return axis
    const encode = isJsonObject(axis.encode) ? axis.encode : {}
    const labels = isJsonObject(encode.labels) ? encode.labels : {}
    const update = isJsonObject(labels.update) ? labels.update : {}
    if (update.text !== undefined) return axis
    const text = { signal: 'breaksNames ? breakName(datum.label) : datum.label' }
    // Vega sets the first of two lines where one would stand.
    const dy = { signal: 'breaksNames && isArray(breakName(datum.label)) ? -nameSize * 0.55 : 0' }
    return { ...axis, encode: { ...encode, labels: { ...labels, update: { ...update, text, dy } } } }
  })
}
