import type { Composed } from '../build/types.ts'
import { plainMarks, sentenceAt } from '../document/claim/sentence.ts'
import type { ClaimChange, ClaimState } from './types.ts'

/** A claim that a document makes. */
interface MadeClaim {
  key: string
  words: string
  claim: string
  state: ClaimState
}

/** Claims whose truth differs between versions, those that no longer hold first; of new claims, those not holding. */
export function compareClaims(before: readonly Composed[], after: readonly Composed[]): ClaimChange[] {
  const [then, now] = [getClaims(before), getClaims(after)]
  const changes = [...now].flatMap(([key, is]): ClaimChange[] => {
    const was = then.get(key)
    if (was?.state.verdict === is.state.verdict || (!was && is.state.verdict === 'holds')) return []
    const { words, claim, state } = is
    return [{ words, claim, before: was?.state, after: state }]
  })
  const isBroken = ({ after }: ClaimChange) => after.verdict !== 'holds'
  return [...changes.filter(isBroken), ...changes.filter((change) => !isBroken(change))]
}

/** The claims by document, rule and words: a claim that is made twice is one. */
function getClaims(documents: readonly Composed[]): Map<string, MadeClaim> {
  const all = documents.flatMap(({ kind, markdown, claims }) =>
    claims.map(({ text, verdict, truths, place, start, end }): MadeClaim => {
      const words = plainMarks(markdown.slice(start, end))
      const state = { verdict, sentence: sentenceAt(markdown, start), truths, place }
      return { key: JSON.stringify([kind, text, words]), words, claim: text, state }
    }),
  )
  return new Map(all.map((made) => [made.key, made]))
}
