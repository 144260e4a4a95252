import type { Period } from '../../dataset/types.ts'
import type { Argument, HelperCall } from '../template/helper.ts'

/** Whether a claim is true of every value that the printed figures allow, of none, or of some only. */
export type Verdict = 'holds' | 'fails' | 'undecided'

/** What a rule finds. */
export interface Judgement {
  verdict: Verdict
  /** The figures judged, each with what its printed form allows: `netizens: 1.0915 to 1.0925 billion`. */
  figures: readonly string[]
  /** What is true, where the rule knows more than that it is not so: `the largest is online-video-users`. */
  truth?: string | undefined
}

/** The call of a claim: its arguments after the rule's name. */
export type ClaimCall = Pick<HelperCall, 'dataset' | 'locale'> & {
  args: readonly Argument[]
  /** The period that changes count from, where the claim says it: `since="2020-12"`. */
  since?: Period | undefined
}

/** What words must be true of. */
export interface Rule {
  /** Its arguments in order; a question mark ends the name of an optional one, an ellipsis that of a repeatable one. */
  parameters: readonly string[]
  /** When it holds, in a sentence. */
  holds: string
  /** Why the line is drawn there. */
  why: string
  /** Uses of it, and how each is judged with the small dataset of the tests. */
  examples: readonly (readonly [claim: string, verdict: Verdict])[]
  /** Rules that are tried with the same arguments where this one fails, to say what would be true. */
  otherwise?: readonly string[]
  judge(call: ClaimCall): Judgement
}

/** A verdict where one statement decides it: sure, out of the question, or neither. */
export function getVerdict(isSure: boolean, isImpossible: boolean): Verdict {
  return isSure ? 'holds' : isImpossible ? 'fails' : 'undecided'
}

/** The verdict on the opposite. */
export function not(verdict: Verdict): Verdict {
  return verdict === 'holds' ? 'fails' : verdict === 'fails' ? 'holds' : 'undecided'
}

/** The verdict on all of several statements together: one that fails is enough to fail. */
export function both(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails'
  return verdicts.includes('undecided') ? 'undecided' : 'holds'
}

/** After a member of a list that has no figure, where its figures are said. */
export const noFigure = ': no figure'
