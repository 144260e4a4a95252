import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Indicator } from '../../dataset/types.ts'
import { getTokens } from '../words/tokens.ts'
import type { Evidence, EvidenceFault } from './check-statement.ts'
import { sentenceAt, wordsAround } from './source-paragraphs.ts'

/** A fault with the observation that it is about. */
export interface PairFault extends EvidenceFault {
  evidence: Evidence
}

/**
 * Numbers that the dataset gives to each other's things: an error for each. In a sentence with `respectively` (分别) they stand in the order of the
 * things, changes and rates each for themselves; elsewhere beside the words of their own.
 */
export function checkPairs(found: readonly Evidence[], { indicators }: Dataset): PairFault[] {
  const alike = groupBy(
    found,
    ({ paragraph, observation: { measure, quantity } }) => `${paragraph.number} ${measure} ${quantity.unit}`,
  )
  return [...alike.values()].flatMap((group) => {
    const named = new Set(group.map(({ observation }) => observation.indicator))
    const wordsOf = ownWords([...named].flatMap((id) => indicators.get(id) ?? []))
    const sentences = groupBy(group, (evidence) => String(getSentence(evidence).start))
    const respective = [...sentences.values()].filter((evidence) => evidence.some(isRespective))
    const others = group.filter((evidence) => !isRespective(evidence))
    return [...respective.flatMap((evidence) => outOfOrder(evidence, wordsOf)), ...exchanged(others, wordsOf)]
  })
}

/** Of each indicator by id, the words of its names that none of the others has. */
type OwnWords = ReadonlyMap<string, readonly string[]>

function ownWords(indicators: readonly Indicator[]): OwnWords {
  const all = new Map(
    indicators.map(({ id, label, short, said = {} }) => {
      const texts = [label, short, said].flatMap((text) => Object.values(text))
      return [id, [...new Set(texts.flatMap(wordsIn))]] as const
    }),
  )
  const isOwn = (id: string, word: string) => [...all].every(([other, words]) => other === id || !words.includes(word))
  return new Map([...all].map(([id, words]) => [id, words.filter((word) => isOwn(id, word))]))
}

/** Stems of words, of Chinese each two characters that stand together. */
function wordsIn(text: string): string[] {
  const pairs = [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => match[1] ?? '')
  const words = getTokens(text).filter((token) => /^[a-z'-]{3,}$/.test(token.text))
  return [...pairs, ...words.map(({ stem }) => stem)]
}

function getSentence({ paragraph, mention }: Evidence): { start: number; end: number } {
  return sentenceAt(paragraph.text, mention.start)
}

function isRespective(evidence: Evidence): boolean {
  const { start, end } = getSentence(evidence)
  return /respectively|分别/i.test(evidence.paragraph.text.slice(start, end))
}

/** Where in its sentence a thing is first named by a word of its own; undefined where it is not. */
function getPlace(evidence: Evidence, words: OwnWords): number | undefined {
  const { start, end } = getSentence(evidence)
  const sentence = evidence.paragraph.text.slice(start, end)
  const own = words.get(evidence.observation.indicator) ?? []
  const word = getTokens(sentence).find(({ stem }) => own.includes(stem))
  const pairs = own.filter((one) => /\p{Script=Han}/u.test(one)).map((pair) => sentence.indexOf(pair))
  const places = [...pairs.filter((at) => at >= 0), ...(word ? [word.start] : [])]
  return places.length > 0 ? Math.min(...places) : undefined
}

function outOfOrder(group: readonly Evidence[], words: OwnWords): PairFault[] {
  const known = group.flatMap((evidence) => {
    const named = getPlace(evidence, words)
    return named === undefined ? [] : [{ evidence, named }]
  })
  const byNumber = known.toSorted((a, b) => a.evidence.mention.start - b.evidence.mention.start)
  const byName = known.toSorted((a, b) => a.named - b.named)
  return byNumber.flatMap(({ evidence }, index) => {
    const other = byName[index]?.evidence
    if (!other || other.observation.indicator === evidence.observation.indicator) return []
    return [
      fault(evidence, `“respectively”: the source gives ${evidence.mention.text} to ${other.observation.indicator}`),
    ]
  })
}

/** Two numbers of which each stands beside the words of the other's thing, and not of its own. */
function exchanged(group: readonly Evidence[], words: OwnWords): PairFault[] {
  const said = new Map(group.map((evidence) => [evidence, wordsBeside(evidence, group, words)]))
  const names = (evidence: Evidence, indicator: string) =>
    (words.get(indicator) ?? []).some((word) => said.get(evidence)?.has(word))
  return group.flatMap((evidence) => {
    const own = evidence.observation.indicator
    const other = group.find(({ observation }) => {
      const its = observation.indicator
      return its !== own && names(evidence, its) && !names(evidence, own)
    })
    const back = other && names(other, own) && !names(other, other.observation.indicator)
    return back ? [fault(evidence, `the source gives ${evidence.mention.text} to ${other.observation.indicator}`)] : []
  })
}

/** The words of a number's part of its sentence: from the number before it to its own where they name one of the things, else from it to the next. */
function wordsBeside(evidence: Evidence, group: readonly Evidence[], words: OwnWords): ReadonlySet<string> {
  const { paragraph, mention } = evidence
  const { start, end } = getSentence(evidence)
  const others = group.filter((one) => one.paragraph === paragraph && one !== evidence).map((one) => one.mention)
  const from = Math.max(start, ...others.filter((one) => one.end <= mention.start).map((one) => one.end))
  const to = Math.min(end, ...others.filter((one) => one.start >= mention.end).map((one) => one.start))
  const before = new Set(wordsIn(paragraph.text.slice(from, mention.start)))
  const isNamed = [...words.values()].some((own) => own.some((word) => before.has(word)))
  return isNamed ? before : new Set(wordsIn(paragraph.text.slice(mention.end, to)))
}

function fault(evidence: Evidence, message: string): PairFault {
  const words = wordsAround(evidence.paragraph, evidence.mention)
  return { severity: 'error', message, words, paragraph: evidence.paragraph.number, evidence }
}
