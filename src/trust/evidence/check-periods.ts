import { comparePeriods } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import type { NumberMention } from '../numbers/numbers-in-text.ts'
import type { PairFault } from './check-pairs.ts'
import type { Evidence } from './check-statement.ts'
import { dateAt, isComparedWith, overlaps } from './mention-period.ts'
import { quantitiesIn, type SourceParagraph, wordsAround } from './source-paragraphs.ts'

/**
 * Numbers that the source gives to another period than the dataset: 24% in 2024 where the dataset has it of 2023 and another one of 2024,
 * from 20% to 24% where it has the latter as the earlier.
 */
export function checkPeriods(found: readonly Evidence[], { observations }: Dataset): PairFault[] {
  const all = groupBy(observations.values(), ({ series, measure }) => `${series} ${measure}`)
  const ownOf = ({ observation }: Evidence) => all.get(`${observation.series} ${observation.measure}`) ?? []
  const dated = [...groupBy(found, ({ observation, paragraph }) => `${observation.key} ${paragraph.number}`).values()]
  return [
    ...dated.flatMap((mentions) => misdated(mentions, ownOf)),
    ...[...groupBy(found, ({ paragraph }) => paragraph).entries()].flatMap(([paragraph, group]) =>
      turned(paragraph, group),
    ),
  ]
}

/** An observation of which each mention has a date right beside it, of which the dataset says another number. */
function misdated(
  mentions: readonly Evidence[],
  ownOf: (evidence: Evidence) => readonly Observation[],
): readonly PairFault[] {
  const [first] = mentions
  if (!first) return []
  const { observation, mention } = first
  const contradicts = (evidence: Evidence): boolean => {
    const period = dateBeside(evidence)
    if (period === undefined || overlaps(period, observation.period)) return false
    const there = ownOf(evidence).filter((one) => overlaps(one.period, period))
    return there.length > 0 && there.every(({ quantity }) => !quantity.value.eq(observation.quantity.value))
  }
  if (!mentions.every(contradicts)) return []
  return [fault(first, `the source gives ${mention.text} to ${dateBeside(first)}`)]
}

const thenDate = /^(?:\s?[\p{L}-]+){0,2} (?:in|at|by|im|en|au)(?: the)?(?: end of| year)? $|^ \($/u
const dateThen = /^(?:: |：|[\p{Script=Han}]{0,3}[为达是])$/u

/** The period that stands right after a number, or with a colon or 为 right before it: 24% in 2024, 24% (2024), 2024: 24%. */
function dateBeside({ paragraph: { text, numbers }, mention }: Evidence): Period | undefined {
  const beside = numbers.find(
    ({ kind, start, end }) =>
      kind === 'date' &&
      (thenDate.test(text.slice(mention.end, Math.max(start, mention.end))) ||
        dateThen.test(text.slice(end, Math.max(mention.start, end)))) &&
      !isComparedWith(text, start),
  )
  return beside && dateAt(text, beside).period
}

/** The two ends of a course: from 20% to 24%, 从20%升至24%. */
const from = /(?:\b(?:from|von|de)|从) ?$/i
const to = /^(?: [\p{L}-]+){0,2} (?:to|auf|à|a) $|^\p{Script=Han}{0,4}[至到]$/u
const ranges = /\b(?:rang|vari|betw)\p{L}* /u

/** A course that runs the other way than the dataset's periods. */
function turned({ text, numbers }: SourceParagraph, group: readonly Evidence[]): readonly PairFault[] {
  const quantities = quantitiesIn({ numbers } as SourceParagraph)
  return quantities.flatMap((first, index) => {
    const next: NumberMention | undefined = quantities[index + 1]
    const before = text.slice(Math.max(0, first.start - 24), first.start)
    if (!next || !from.test(before) || ranges.test(before) || !to.test(text.slice(first.end, next.start))) return []
    const ends = group.filter(({ mention }) => mention === next)
    const pairs = group
      .filter(({ mention }) => mention === first)
      .flatMap((start) =>
        ends
          .filter((end) => end.observation.series === start.observation.series)
          .filter((end) => end.observation.measure === start.observation.measure)
          .map((end) => ({ start, end, order: comparePeriods(start.observation.period, end.observation.period) })),
      )
    const [pair] = pairs
    if (!pair || pairs.some(({ order }) => order <= 0)) return []
    const message = `the source goes from ${first.text} to ${next.text}, the dataset the other way`
    return [fault(pair.start, message), fault(pair.end, message)]
  })
}

function fault(evidence: Evidence, message: string): PairFault {
  const words = wordsAround(evidence.paragraph, evidence.mention)
  return { severity: 'error', message, words, paragraph: evidence.paragraph.number, evidence }
}
