import { listedNames, listedUnits } from '../../../dataset/figure/unit/unit-list.ts'
import { once } from '../../../memory/derived.ts'
import type { NumberMention } from '../../numbers/numbers-in-text.ts'

/** What a number of a text counts: a unit of the list, or one that the report is to declare. */
export interface DraftUnit {
  id: string
  type: 'stock' | 'flow' | 'ratio'
  /** The words after the number that say the unit, so that they are no part of a name. */
  length: number
  /** Where the report declares it: its name. */
  label?: string | undefined
}

/** Money and measures of the list of units; of a sign that several share the first. */
const measures = ['USD', 'CNY', 'JPY', 'GBP', 'EUR', 'CHF', 'seconds', 'minutes', 'weeks', 'months', ...listedUnits]

/** The unit of each name, sign and code, and how these stand beside a number; no Latin names of one or two letters. */
const names = once(() => {
  const isName = (name: string) => !/^(?![ckm]m$)\p{L}{1,2}$/iu.test(name) || /\p{Script=Han}/u.test(name)
  const all = measures.flatMap((id) => [id, ...listedNames(id)].map((name) => [name.toLowerCase(), id] as const))
  const idOf = new Map(all.filter(([name]) => isName(name)).toReversed())
  const longestFirst = [...idOf.keys()].toSorted((a, b) => b.length - a.length)
  const any = longestFirst.map((name) => name.replaceAll(/[$.()]/g, '\\$&')).join('|')
  const after = new RegExp(`^\\s?(?:de |d['’])?(${any})n?(?!\\p{L})`, 'iu')
  return { idOf, after, before: new RegExp(`(${any})\\s?$`, 'iu') }
})

/** Rates, by the words that may follow a number: 929.8 deaths per 100,000. */
const rates: readonly (readonly [RegExp, string])[] = [
  [/^\s?‰/, 'per-mille'],
  [/^\s?\/10万/, 'per-100000'],
  ...(['1.?000|thousand', '10.?000', '100.?000'] as const).map((whole): readonly [RegExp, string] => [
    new RegExp(
      `^\\s?((?:\\p{L}+ ){0,2}?)(?:per|in every|je|pro|pour|(?:por )?cada) (?:${whole})\\b(?![.,\\s]\\d)`,
      'u',
    ),
    `per-${whole.replace(/\D/g, '')}`,
  ]),
]

const people = /^\s?(?:de )?(?:people|persons?|personnes?|personas?)\b|^\s?(?:Menschen|Personen)\b|^\s?人/

/** Chinese words that stand between a number and what is counted. */
const measureWord = /^\s?[户家辆件座个]/

/** The unit of what is counted and said by no word of a list: visitors, ship calls. */
export const count = 'count'

/** What a number counts, by what stands around it. */
export function draftUnit(text: string, { start, end, unit, text: own }: NumberMention): DraftUnit {
  if (unit !== undefined) return { id: unit, type: 'ratio', length: 0 }
  const sign = /^[-−+]?\s?(?:\p{Sc}|RMB|CNY|USD|EUR|GBP)/u.exec(own)?.[0] ?? ''
  const before = text.slice(Math.max(0, start - 12), start) + sign
  const after = text.slice(end, end + 40)
  for (const [pattern, id] of rates) {
    const found = pattern.exec(after)
    // Deaths per 100,000: the word between is part of a name.
    if (found) return { id, type: 'ratio', length: found[1] ? 0 : found[0].length }
  }
  const { idOf, ...beside } = names()
  const said = /[\p{Sc}A-Z]\s?$/u.test(before) ? beside.before.exec(before) : null
  const [whole = '', name] = said ?? beside.after.exec(after) ?? []
  const id = name && idOf.get(name.toLowerCase())
  if (id) return { id, type: measureType(id), length: said ? 0 : whole.length }
  const [person] = people.exec(after) ?? []
  if (person) return { id: 'people', type: 'flow', label: person.trim(), length: person.length }
  // 412,300 TEU: what is written in capitals is a unit of its own.
  const capitals = /^\s?\p{Lu}{2,5}(?![\p{L}\d])/u.exec(after)?.[0]
  if (capitals) {
    const label = capitals.trim()
    return { id: label.toLowerCase(), type: 'flow', label, length: capitals.length }
  }
  return { id: count, type: 'flow', length: measureWord.exec(after)?.[0].length ?? 0 }
}

function measureType(id: string): DraftUnit['type'] {
  if (/^[A-Z]{3}$|^tonnes$|-hours$|^litres$/.test(id)) return 'flow'
  return /^hectares$|metres$/.test(id) ? 'stock' : 'ratio'
}
