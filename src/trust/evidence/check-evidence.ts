import { findObservation } from '../../dataset/find.ts'
import { inOrder } from '../../dataset/read/read.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { findFigures, indexFigures } from '../numbers/figure-index.ts'
import type { NumberMention } from '../numbers/numbers-in-text.ts'
import { checkNames, checkPairs, checkParts } from './check-pairs.ts'
import { checkPeriods } from './check-periods.ts'
import { checkStatement, type Evidence, type EvidenceFault } from './check-statement.ts'
import { figuresIn, readParagraphs, type SourceParagraph, wordsAround } from './source-paragraphs.ts'

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
    report: dataset.report,
    observations: new Map([...stated, ...moved].map((one) => [one.key, one])),
  })
  const isUnknown = (mention: NumberMention) => !used.has(mention) && findFigures(figures, mention).length === 0
  const others = paragraphs.flatMap((paragraph) =>
    figuresIn(paragraph)
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
