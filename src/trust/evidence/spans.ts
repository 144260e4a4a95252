import { listedNames } from '../../dataset/figure/unit/unit-list.ts'
import { once } from '../../memory/derived.ts'
import type { NumberInText, NumberMention } from '../numbers/numbers-in-text.ts'

/** Units of time, each with how many of the next it has. */
const steps = [
  ['years', 12, 'months'],
  ['days', 24, 'hours'],
  ['hours', 60, 'minutes'],
  ['minutes', 60, 'seconds'],
] as const

const patterns = once(() =>
  steps.map(([larger, count, smaller]) => ({
    count,
    between: new RegExp(`^\\s?(?:${getNames(larger)}),?(?:\\s(?:and|et|und|y))?\\s?$`, 'iu'),
    after: new RegExp(`^\\s?(?:${getNames(smaller)})(?!\\p{L})`, 'iu'),
  })),
)

/** As sources write it; 8分42秒 without the second character of minutes. */
function getNames(unit: string): string {
  const names = [...listedNames(unit), ...(unit === 'minutes' ? ['分'] : [])]
  return names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', '\\.'))
    .join('|')
}

/** A text's numbers, with a span of time in several units as one in the smallest: 8 minutes and 42 seconds, 522. */
export function joinSpans(text: string, numbers: readonly NumberInText[]): NumberInText[] {
  const joined: NumberInText[] = []
  for (const next of numbers) {
    const last = joined.at(-1)
    const both = last?.kind === 'number' && next.kind === 'number' ? joinSpan(text, last, next) : undefined
    if (both) joined.pop()
    joined.push(both ?? next)
  }
  return joined
}

function joinSpan(text: string, last: NumberMention, next: NumberMention): NumberMention | undefined {
  const [between, after] = [text.slice(last.end, next.start), text.slice(next.end, next.end + 12)]
  const step = patterns().find((one) => one.between.test(between) && one.after.test(after))
  if (!step || last.precision !== 0 || next.precision > 0 || next.qualifier || next.value.gte(step.count))
    return undefined
  return {
    ...next,
    text: text.slice(last.start, next.end),
    start: last.start,
    numberStart: last.numberStart,
    value: last.value.times(step.count).plus(next.value),
    qualifier: last.qualifier,
  }
}
