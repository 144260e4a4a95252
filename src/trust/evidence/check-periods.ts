import { comparePeriods, periodsOverlap, periodYear } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import { type PairFault, pairFault } from './check-pairs.ts'
import type { Evidence } from './check-statement.ts'
import { periodBeside } from './period-beside.ts'
import { quantitiesIn, type SourceParagraph } from './source-paragraphs.ts'

/**
 * Numbers that the source gives to another period than the dataset: 24% in 2024 where the dataset has it of 2023 and another one of 2024,
 * from 20% to 24% where it has the latter as the earlier.
 */
export function checkPeriods(found: readonly Evidence[], { observations }: Dataset): PairFault[] {
  const all = groupBy(observations.values(), ({ series, measure }) => `${series} ${measure}`)
  const ownOf = ({ observation }: Evidence) => all.get(`${observation.series} ${observation.measure}`) ?? []
  const dated = [...groupBy(found, ({ observation, paragraph }) => `${observation.key} ${paragraph.number}`).values()]
  const misdates = dated.flatMap((mentions) => misdated(mentions, ownOf))
  const isReported = ({ observation }: Evidence) => misdates.some((fault) => fault.evidence.observation === observation)
  const courses = [...groupBy(found, ({ paragraph }) => paragraph)].flatMap(([paragraph, group]) =>
    turned(paragraph, group),
  )
  return [...misdates, ...courses.filter(({ ends }) => !ends.some(isReported))]
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
    const period = besideOf(evidence)
    if (period === undefined || periodsOverlap(period, observation.period)) return false
    const there = ownOf(evidence).filter((one) => periodsOverlap(one.period, period))
    return there.length > 0 && there.every(({ quantity }) => !quantity.value.eq(observation.quantity.value))
  }
  if (!mentions.every(contradicts)) return []
  return [pairFault(first, `the source gives ${mention.text} to ${besideOf(first)}`)]
}

function besideOf({ paragraph, mention, observation }: Evidence): Period | undefined {
  return periodBeside(paragraph, mention, periodYear(observation.period))
}

/** From 20% to 24%, 从20%升至24%: what came first stands first. */
const from = /(?:\b(?:from|von|de)|从) ?$/i
const to = /^(?: [\p{L}-]+){0,2} (?:to|auf|à|a) $|^\p{Script=Han}{0,4}[至到]$/u
const ranges = /\b(?:rang|vari|betw)\p{L}* /u
/** 24%, up from 20%; 24%, after 20%: what came first stands last. */
const since =
  /^[^.;:\d]{0,40}(?:\b(?:from|after|against|compared with|compared to|versus|nach|gegenüber|après|contre|tras|frente a) |较)$/iu

/** A course that runs the other way than the dataset's periods. */
function turned(paragraph: SourceParagraph, group: readonly Evidence[]): readonly (PairFault & { ends: Evidence[] })[] {
  const { text } = paragraph
  const quantities = quantitiesIn(paragraph)
  const isSure = (one: Evidence) => {
    const period = besideOf(one)
    return period !== undefined && periodsOverlap(period, one.observation.period)
  }
  return quantities.flatMap((first, index) => {
    const next = quantities[index + 1]
    if (!next) return []
    const before = text.slice(Math.max(0, first.start - 24), first.start)
    const amid = text.slice(first.end, next.start)
    const isCourse = from.test(before) && !ranges.test(before) && to.test(amid)
    if (!isCourse && !since.test(amid)) return []
    const [earlier, later] = isCourse ? [first, next] : [next, first]
    const pairs = group
      .filter(({ mention }) => mention === earlier)
      .flatMap((start) =>
        group
          .filter(({ mention }) => mention === later)
          .filter(({ observation }) => observation.series === start.observation.series)
          .filter(({ observation }) => observation.measure === start.observation.measure)
          .map((end) => ({ start, end })),
      )
    const [pair] = pairs
    const isTurned = (one: { start: Evidence; end: Evidence }) =>
      comparePeriods(one.start.observation.period, one.end.observation.period) > 0 &&
      !isSure(one.start) &&
      !isSure(one.end)
    if (!pair || !pairs.every(isTurned)) return []
    const message = `the source goes from ${earlier.text} to ${later.text}, the dataset the other way`
    const ends = [pair.start, pair.end]
    return ends.map((evidence) => ({ ...pairFault(evidence, message), ends }))
  })
}
