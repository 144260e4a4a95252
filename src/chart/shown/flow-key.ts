import { derived } from '../../memory/derived.ts'
import { type JsonObject, walkObjects } from '../spec/json/json.ts'
import type { Chart, ChartRow } from '../types.ts'
import { type TaggedSpec, tagSpec } from './tag-spec.ts'
import { channelFields } from './to-shown-mark.ts'

/**
 * What the marks of a spec depend on beside the spec itself (its `shape`, without rows): fields that the data flow reads, and of those that it only groups by
 * which rows have the same. Words are seldom read, so in most charts this is the same in every language.
 */
export function flowKey(
  { parameters, timeZone, language }: Chart,
  { spec }: TaggedSpec,
  shape: JsonObject,
  rows: ReadonlyMap<string, readonly ChartRow[]>,
  now: number,
): string {
  const text = flowText(shape)
  const fields = [...new Set([...rows.values()].flat().flatMap(Object.keys))]
  const named = wordsIn(text)
  const read = wordsIn(text.replaceAll(/"groupby":\[[^\]]*\]/g, ''))
  const unread = new Set(fields.filter((field) => !judged.includes(field) && !names(read, field)))
  const said = /\b(?:quantity|period)\(/.test(text) ? language : ''
  const words = new Map<string, number>()
  const placeOf = (word: string) => words.get(word) ?? words.set(word, words.size + 1).size
  return JSON.stringify([spec, fields, parameters, timeZone, now, said], (name, value) =>
    !unread.has(name) ? value : names(named, name) ? placeOf(`${name} ${value}`) : undefined,
  )
}

/** What is asked of the rows behind a mark, whatever its data flow reads. */
const judged: readonly string[] = ['value', 'change', 'rate', 'unit'] satisfies (keyof ChartRow)[]

/** A chart's data flow as it is written, without formulas that make nothing but texts. */
const flowText = derived((shape: JsonObject): string => {
  const { spec, marks } = tagSpec(shape, new Map(), () => '')
  const placed = new Set(
    marks.flatMap(({ mark }) =>
      [...channelFields(mark)].flatMap(([channel, fields]) => (channel === 'text' ? [] : fields)),
    ),
  )
  const formulas = [...walkObjects(spec)].flatMap(([one]) =>
    one.type === 'formula' && !placed.has(String(one.as)) ? [{ as: String(one.as), own: JSON.stringify(one) }] : [],
  )
  const strip = (text: string): string => {
    const idle = formulas.find(({ as, own }) => text.includes(own) && !names(wordsIn(text.replaceAll(own, '')), as))
    return idle ? strip(text.replaceAll(idle.own, '')) : text
  }
  return strip(JSON.stringify(spec))
})

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\w+/g))
}

function names(words: ReadonlySet<string>, field: string): boolean {
  return /\W/.test(field) || words.has(field)
}
