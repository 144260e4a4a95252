import { findObservation } from '../../dataset/find.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Claim } from '../../document/claim/claim.ts'
import type { Locale } from '../../locale/types.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { getJudgeWord } from './judge-words.ts'
import type { Name } from './names.ts'
import type { Word } from './read-words.ts'
import type { Sentence } from './sentences.ts'

/** What each rule of a claim lets the words inside it say, besides what no figure decides. */
const saidBy: Readonly<Record<string, readonly Meaning[]>> = {
  rose: ['up', 'wider', 'better', 'worse', 'more', 'above'],
  fell: ['down', 'narrower', 'better', 'worse', 'less', 'below'],
  unchanged: ['flat'],
  slowed: ['slowed', 'down', 'up', 'less', 'below'],
  'gained-pace': ['gained-pace', 'up', 'more', 'above'],
}

/** Words that any claim may hold, as its rule decides: comparisons, shares, places. */
const decided: ReadonlySet<Meaning> = new Set(['up', 'down', 'flat', 'narrower', 'wider', 'times', 'record', 'lowest'])

/** What is wrong with a word inside a claim whose rule says another thing. */
export interface ClaimWordFault {
  /** The word's own claim, which does not hold; absent where nothing of the claim's figures can tell. */
  wrong?: Claim | undefined
}

/** A word within a claim that the claim's rule does not cover: judged by itself, of the claim's own figures. */
export function claimWordFault(
  word: Word,
  claim: Claim,
  sentence: Sentence,
  locale: Locale,
): ClaimWordFault | undefined {
  const [rule = ''] = claim.text.split(' ')
  // Up and down alone belong to other words there: catching up.
  if (/^(?:up|down)$/.test(sentence.tokens[word.first]?.text ?? '') && word.end - word.first === 1) return undefined
  const covered = saidBy[rule]
  if (!covered || covered.includes(word.meaning) || !decided.has(word.meaning)) return undefined
  const claims = getJudgeWord(word, getSubjects(claim, sentence.dataset), sentence, locale)
  if (claims.length === 0) return {}
  const wrong = claims.find(({ verdict }) => verdict !== 'holds')
  return wrong && { wrong }
}

/** Whether the words of a claim name a thing that it is not held to. */
export function isForeignTo(name: Name, claim: Claim, { lists }: Dataset): boolean {
  const named = claim.text.match(/[a-z][a-z0-9-]*/g) ?? []
  const ids = new Set(named.flatMap((id) => [id, ...(lists.get(id) ?? [])]))
  return !name.indicators.some((id) => ids.has(id)) && isMovement(claim)
}

function isMovement({ text }: Claim): boolean {
  return /^(?:rose|fell|unchanged|doubled|halved)\b/.test(text)
}

function getSubjects({ text }: Claim, dataset: Dataset): Observation[] {
  const [, reference = ''] = text.split(' ')
  const found = findObservation(dataset, reference)
  return found ? [found] : []
}
