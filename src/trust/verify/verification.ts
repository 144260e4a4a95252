import type { Observation } from '../../dataset/types.ts'
import type { NumberInText } from '../numbers/numbers-in-text.ts'
import type { FoundText } from './read/found-document.ts'

/** A number in a finished file that is not proved. */
export interface Finding extends Pick<FoundText, 'page' | 'item' | 'medium'> {
  /** `changed`: the build has another; `unknown`: no figure; `disagrees`: a chart and its workbook differ. */
  verdict: 'changed' | 'unknown' | 'disagrees'
  /** As it stands in the file. */
  printed: string
  /** The words around it. */
  context: string
  /** What the build prints in its place. */
  was?: string | undefined
  /** What is wrong, where it is more than the number: `the source says over`. */
  remark?: string | undefined
  /** The observation that stood there. */
  observation?: Observation | undefined
  /** The figure of the dataset that lies nearest. */
  nearest?: Observation | undefined
  /** The number as it was read; absent for a chart's. */
  mention?: NumberInText | undefined
}

/** A reworded text, a missing page, or a number with words of its own: not proved wrong, but a person must read it. */
export interface Reworded extends Pick<FoundText, 'item'> {
  page?: number | undefined
  /**
   * `reworded`: words near figures changed; `gone`: a page or a part of one is missing;
   * `hidden`: a slide or words on it are not shown; `new`: a number in a text that the build lacks.
   */
  what: 'reworded' | 'gone' | 'hidden' | 'new'
  was: string
  is: string
}

/** What became of the numbers of a finished file. */
export interface Verification {
  kind: 'deck' | 'briefing'
  file: string
  pages: number
  counts: Record<Proof, number>
  findings: Finding[]
  /** How many numbers are not proved any more because of edits that were accepted. */
  following?: number | undefined
  /** What changed and is not wrong for that. */
  reworded: Reworded[]
  /** How many of its texts, and how many of them are this report's to the letter. */
  texts: { number: number; known: number }
  /** Pictures that are not the build's own, and whose words nobody can read: `picture 1 on slide 3`. */
  pictures: readonly string[]
}

/** As built; changed in words that nothing proves wrong, or unreadable pictures; or wrong. Only the first is proof. */
export type VerificationOutcome = 'as built' | 'reworded' | 'wrong'

export function getOutcome({ findings, reworded, pictures }: Verification): VerificationOutcome {
  if (findings.length > 0) return 'wrong'
  return reworded.length > 0 || pictures.length > 0 ? 'reworded' : 'as built'
}

/** Why a number may stand: a figure of the dataset, derived from some, or words of the report without a figure. */
export type Proof = 'figures' | 'derived' | 'allowed'

/**
 * Whether a file is of another report or language: hardly a text is this report's, few numbers are proved.
 * A list of findings would then say no more.
 */
export function isOfOtherReport({ texts, findings, counts }: Verification): boolean {
  const proved = counts.figures + counts.derived
  return texts.number >= 10 && texts.known < texts.number / 10 && findings.length > 10 && findings.length > proved
}
