import { comparePeriods, periodsOverlap, periodYear } from '../../dataset/figure/period.ts'
import { findObservation } from '../../dataset/find.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import { type Diagnostic, inOrder } from '../../diagnostic.ts'
import { findFigures, indexFigures } from '../numbers/figure-index.ts'
import type { NumberMention } from '../numbers/numbers-in-text.ts'
import { checkNames, checkPairs, checkParts, type PairFault, pairFault } from './check-pairs.ts'
import { checkStatement, type Evidence, type EvidenceFault } from './check-statement.ts'
import { periodBeside } from './period-beside.ts'
import {
  paragraphFigures,
  quantitiesIn,
  readParagraphs,
  type SourceParagraph,
  wordsAround,
} from './source-paragraphs.ts'

/** What the text of a source says of the dataset's statements, and what else it states. */
export interface SourceEvidence {
  source: string
  /** How many observations were found where they are said to be. */
  found: number
  diagnostics: Diagnostic[]
  /** Quantities of the source that no observation of the dataset says. */
  others: { paragraph: SourceParagraph; mention: NumberMention }[]
}

/** Holds the observations that name a source, with a paragraph, against its text. */
export function checkEvidence(source: string, text: string, dataset: Dataset): SourceEvidence {
  const paragraphs = readParagraphs(text, dataset.report.language)
  const stated = [...dataset.observations.values()].filter(({ statement }) => statement?.source === source)
  const results = stated.map((observation) => ({ observation, ...checkStatement(observation, paragraphs) }))
  const found: Evidence[] = results.flatMap((result) => result.found)
  const misdated = checkPeriods(found, dataset)
  const exchanged = [...checkPairs(found, dataset), ...checkParts(found), ...misdated]
  const isMisdated = (observation: Observation) => misdated.some(({ evidence }) => evidence.observation === observation)
  const faults = results.flatMap(({ observation, faults }) =>
    faults
      .filter(({ severity }) => severity === 'error' || !isMisdated(observation))
      .map((fault) => toDiagnostic(observation, fault)),
  )
  const isReported = ({ evidence }: { evidence: Evidence }) => exchanged.some((fault) => fault.evidence === evidence)
  const misnamed = checkNames(found, dataset).filter((fault) => !isReported(fault))
  const pairs = [...exchanged, ...misnamed].map((fault) => toDiagnostic(fault.evidence.observation, fault))
  const used = new Set(found.map(({ mention }) => mention))
  // A change that the dataset leaves to be worked out is no news.
  const moved = stated.flatMap(({ series, period }) =>
    ['change', 'rate'].flatMap((measure) => findObservation(dataset, `${series}.${measure}@${period}`) ?? []),
  )
  const figures = indexFigures({
    ...dataset,
    observations: new Map([...stated, ...moved].map((one) => [one.key, one])),
  })
  const isUnknown = (mention: NumberMention) => !used.has(mention) && findFigures(figures, mention).length === 0
  const others = paragraphs.flatMap((paragraph) =>
    paragraphFigures(paragraph)
      .filter(isUnknown)
      .map((mention) => ({ paragraph, mention })),
  )
  return {
    source,
    found: results.filter((result) => result.found.length > 0).length,
    diagnostics: inOrder([...faults, ...pairs], []),
    others,
  }
}

function toDiagnostic(
  { key, place, statement }: Observation,
  { severity, message, words, paragraph }: EvidenceFault,
): Diagnostic {
  return {
    severity,
    message: `${key}, ${statement?.printed ?? ''}: ${message}`,
    place,
    hint: `${statement?.source ?? ''}, paragraph ${paragraph}${words === '' ? '' : `: “${words}”`}`,
  }
}

/** `the source also states: 12 cities (paragraph 7)`, one a line. */
export function formatOthers({ others }: SourceEvidence): string[] {
  return others.map(
    ({ paragraph, mention }) => `paragraph ${paragraph.number}: ${mention.text}  “${wordsAround(paragraph, mention)}”`,
  )
}

/**
 * Numbers that the source gives to another period than the dataset: 24% in 2024 where the dataset has it of 2023 and
 * another one of 2024,
 * from 20% to 24% where it has the latter as the earlier.
 */
function checkPeriods(found: readonly Evidence[], { observations }: Dataset): PairFault[] {
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
  mentions: readonly [Evidence, ...Evidence[]],
  ownOf: (evidence: Evidence) => readonly Observation[],
): readonly PairFault[] {
  const [{ observation, mention }] = mentions
  const contradicts = (evidence: Evidence): boolean => {
    const period = besideOf(evidence)
    if (period === undefined || periodsOverlap(period, observation.period)) return false
    const there = ownOf(evidence).filter((one) => periodsOverlap(one.period, period))
    return there.length > 0 && there.every(({ quantity }) => !quantity.value.eq(observation.quantity.value))
  }
  if (!mentions.every(contradicts)) return []
  return [pairFault(mentions[0], `the source gives ${mention.text} to ${besideOf(mentions[0])}`)]
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
