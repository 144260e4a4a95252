import { categoryLabels } from '../../dataset/figure/series.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Indicator, Observation } from '../../dataset/types.ts'
import type { NumberMention } from '../numbers/numbers-in-text.ts'
import { getTokens } from '../words/tokens.ts'
import type { Evidence, EvidenceFault } from './check-statement.ts'
import { quantitiesIn, type SourceParagraph, sentenceAt, wordsAround } from './source-paragraphs.ts'

/** A fault with the observation that it is about. */
export interface PairFault extends EvidenceFault {
  evidence: Evidence
}

/**
 * Numbers that the dataset gives to each other's things: an error for each. In a sentence with `respectively` (分别) they stand in the order of the
 * things, changes and rates each for themselves; elsewhere beside the words of their own.
 */
export function checkPairs(found: readonly Evidence[], dataset: Dataset): PairFault[] {
  const alike = groupBy(
    found,
    ({ paragraph, observation: { measure, quantity } }) => `${paragraph.number} ${measure} ${quantity.unit}`,
  )
  return [...alike.values()].flatMap((group) => {
    const wordsOf = ownWords(
      new Map(group.map(({ observation }) => [observation.series, textsOf(observation, dataset)])),
    )
    const sentences = [...groupBy(group, (evidence) => getSentence(evidence).start).values()].map((evidence) => ({
      evidence,
      text: sentenceOf(evidence),
    }))
    const respective = sentences.filter(({ text }) => isRespective(text))
    // Each period's for itself: 214,000 and 157,000, against 203,000 and 144,000 respectively a year before.
    const turned = respective.flatMap(({ evidence, text }) =>
      [...groupBy(evidence, ({ observation }) => observation.period).values()].flatMap((one) =>
        outOfOrder(one, text, wordsOf),
      ),
    )
    const isReported = ({ evidence }: PairFault) => turned.some((fault) => fault.evidence === evidence)
    return [...turned, ...exchanged(group, wordsOf).filter((fault) => !isReported(fault))]
  })
}

/** Numbers without a name of their thing beside them, where another number of the paragraph has one: births for deaths, real for nominal, a group's rate for that of all. */
export function checkNames(found: readonly Evidence[], dataset: Dataset): PairFault[] {
  const { indicators } = dataset
  return found.flatMap((evidence) => {
    const { paragraph, mention, observation } = evidence
    const own = indicators.get(observation.indicator)
    const names = own ? namesOf(own) : []
    const near = (one: NumberMention) => wordsNear(paragraph, one, quantitiesIn(paragraph))
    const isNamed = (one: NumberMention) => isSaidIn(near(one), names)
    const isAlike = (one: NumberMention) =>
      one.unit === mention.unit && one.start !== mention.start && !isRange(paragraph.text, one, mention)
    // A change follows the level that it led to: 1.092 billion netizens, up 24.8 million.
    const its = found.filter((one) => one.paragraph === paragraph && one.observation.indicator === own?.id)
    const { start, end } = sentenceAt(paragraph.text, mention.start)
    const isList = isRespective(paragraph.text.slice(start, end))
    // In a row of a table numbers stand side by side, and no words between.
    const isBare = near(mention).size === 0
    if (isList || isBare) return []
    const sentence = new Set(wordsIn(paragraph.text.slice(start, end)))
    const foreign = otherThing(observation, near(mention), sentence, dataset)
    if (foreign !== undefined)
      return [{ ...pairFault(evidence, `the source names ${foreign} beside ${mention.text}`), severity: 'warning' }]
    if (isNamed(mention) || its.length > 1) return []
    const other = quantitiesIn(paragraph).find(
      (one) => isAlike(one) && !isBase(paragraph.text, one.start) && !one.value.eq(mention.value) && isNamed(one),
    )
    if (!other) return []
    const message = `the source names ${observation.indicator} beside ${other.text}, not beside ${mention.text}`
    return [{ ...pairFault(evidence, message), severity: 'warning' }]
  })
}

const partOf = /(?:\bof wh(?:ich|om)|\b(?:davon|darunter|dont)|其中)[^.;。；]{0,60}$/iu

/** Numbers that the source gives as a part of a smaller one: 496,000 items, of which 2.48 million. */
export function checkParts(found: readonly Evidence[]): PairFault[] {
  return found.flatMap((evidence) => {
    const { paragraph, mention } = evidence
    const whole = quantitiesIn(paragraph).findLast(({ end }) => end <= mention.start)
    const isPart = whole?.unit === mention.unit && partOf.test(paragraph.text.slice(whole?.end, mention.start))
    return whole && isPart && mention.value.gt(whole.value)
      ? [pairFault(evidence, `the source makes it a part of less: of ${whole.text}`)]
      : []
  })
}

function isSaidIn(words: ReadonlySet<string>, names: readonly string[][]): boolean {
  return names.some((name) => name.every((word) => words.has(word)))
}

/** What stands beside a number whose own thing its sentence does not name by any word: another indicator of its unit, or another category of its dimension. */
function otherThing(
  { indicator, categories }: Observation,
  near: ReadonlySet<string>,
  sentence: ReadonlySet<string>,
  { indicators, dimensions }: Dataset,
): string | undefined {
  const own = indicators.get(indicator)
  const isAbsent = (names: readonly string[][]) => !names.flat().some((word) => sentence.has(word))
  for (const [dimension, category] of Object.entries(categories)) {
    const all = dimensions.get(dimension)?.categories ?? new Map()
    const itself = all.get(category)
    const other = [...all].find(([id, one]) => id !== category && isSaidIn(near, namesOf(one)))
    if (other && itself && isAbsent(namesOf(itself))) return other[0]
  }
  if (!own || !isAbsent(namesOf(own))) return undefined
  return [...indicators.values()].find((one) => one !== own && one.unit === own.unit && isSaidIn(near, namesOf(one)))
    ?.id
}

/** The words of each name of an indicator or category, without those that tell nothing apart. */
function namesOf({ label, short, said }: Pick<Indicator, 'label' | 'short' | 'said'>): string[][] {
  const texts = [label, short, said].flatMap((text) => Object.values(text ?? {})).flatMap((text) => text.split(/[,，]/))
  return texts
    .map((text) => wordsIn(text).filter((word) => !/^(?:the|of|and|in|who|share|rate|number)$/.test(word)))
    .filter((words) => words.length > 0)
}

/** The two ends of a range, which have their words together: between 94% and 96% of trains. */
function isRange(text: string, one: NumberMention, other: NumberMention): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one]
  return (
    /^\s?(?:and|to|[-–—~至到]|bis|und|à|et|a|y)\s?$/i.test(text.slice(first.end, last.start)) &&
    /(?:\b(?:between|from|zwischen|von|entre|de)|[从在介于])\s?$/i.test(
      text.slice(Math.max(0, first.start - 12), first.start),
    )
  )
}

/** Up from 1.1 million, than 1.1 million: what a number is compared with says nothing of others. */
function isBase(text: string, start: number): boolean {
  return /(?:\b(?:from|than|against|with|(?:compared|relative|up|down) to)\b|[较由从比])\s?\S{0,12}\s?$/i.test(
    text.slice(Math.max(0, start - 24), start),
  )
}

/** The words between a number and those before and after it, within its sentence. */
function wordsNear(
  paragraph: SourceParagraph,
  mention: NumberMention,
  all: readonly NumberMention[],
): ReadonlySet<string> {
  const { start, end } = sentenceAt(paragraph.text, mention.start)
  const from = Math.max(start, ...all.filter((one) => one.end <= mention.start).map((one) => one.end))
  const to = Math.min(end, ...all.filter((one) => one.start >= mention.end).map((one) => one.start))
  const after = paragraph.text.slice(mention.end, to).split(/[,;，；、]|\band\b/)[0] ?? ''
  return new Set([...wordsIn(paragraph.text.slice(from, mention.start)), ...wordsIn(after)])
}

/** Of each series by key, the words of its names that none of the others has. */
type OwnWords = ReadonlyMap<string, readonly string[]>

/** What a figure's indicator and categories are called. */
function textsOf({ indicator, categories }: Observation, dataset: Dataset): string[] {
  const { label, short, said } = dataset.indicators.get(indicator) ?? {}
  const own = { indicator, categories }
  const parts = [...categoryLabels(own, dataset, 'label'), ...categoryLabels(own, dataset, 'short')]
  return [label, short, said, ...parts].flatMap((text) => Object.values(text ?? {}))
}

function ownWords(texts: ReadonlyMap<string, readonly string[]>): OwnWords {
  const all = [...texts].map(([key, names]) => [key, [...new Set(names.flatMap(wordsIn))]] as const)
  const counts = new Map<string, number>()
  for (const word of all.flatMap(([, words]) => words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map(all.map(([key, words]) => [key, words.filter((word) => counts.get(word) === 1)]))
}

/** Stems of words, of Chinese each two characters that stand together; the ages of a group. */
function wordsIn(text: string): string[] {
  const pairs = [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => match[1] ?? '')
  const words = getTokens(text).filter((token) => /^(?:[a-z'-]{3,}|\d\d)$/.test(token.text))
  return [...pairs, ...words.map(({ stem }) => stem)]
}

function getSentence({ paragraph, mention }: Evidence): { start: number; end: number } {
  return sentenceAt(paragraph.text, mention.start)
}

function sentenceOf([first]: readonly Evidence[]): string {
  if (!first) return ''
  const { start, end } = getSentence(first)
  return first.paragraph.text.slice(start, end)
}

function isRespective(sentence: string): boolean {
  return /respectively|分别/i.test(sentence)
}

/** Where in a sentence each thing is first named by a word of its own; undefined where it is not. */
function findPlaces(sentence: string, words: OwnWords): (evidence: Evidence) => number | undefined {
  const starts = new Map<string, number>()
  for (const { stem, start } of getTokens(sentence)) if (!starts.has(stem)) starts.set(stem, start)
  const placeOf = (word: string) => (/\p{Script=Han}/u.test(word) ? sentence.indexOf(word) : (starts.get(word) ?? -1))
  const places = new Map(
    [...words].map(([id, own]) => [id, own.map(placeOf).reduce((a, b) => (b >= 0 && (a < 0 || b < a) ? b : a), -1)]),
  )
  return ({ observation }) => {
    const place = places.get(observation.series) ?? -1
    return place < 0 ? undefined : place
  }
}

function outOfOrder(group: readonly Evidence[], sentence: string, words: OwnWords): PairFault[] {
  const getPlace = findPlaces(sentence, words)
  const known = group.flatMap((evidence) => {
    const named = getPlace(evidence)
    return named === undefined ? [] : [{ evidence, named }]
  })
  const byNumber = known.toSorted((a, b) => a.evidence.mention.start - b.evidence.mention.start)
  const byName = known.toSorted((a, b) => a.named - b.named)
  return byNumber.flatMap(({ evidence }, index) => {
    const other = byName[index]?.evidence
    if (!other || other.observation.series === evidence.observation.series) return []
    return [
      pairFault(evidence, `“respectively”: the source gives ${evidence.mention.text} to ${other.observation.series}`),
    ]
  })
}

/** Two numbers of which each stands beside the words of the other's thing, and not of its own. */
function exchanged(group: readonly Evidence[], words: OwnWords): PairFault[] {
  const owners = new Map([...words].flatMap(([id, own]) => own.map((word) => [word, id] as const)))
  const first = new Map<string, number>()
  for (const [index, { observation }] of group.entries()) {
    const key = `${observation.series} ${observation.period}`
    if (!first.has(key)) first.set(key, index)
  }
  const said = indicatorsBeside(group, owners)
  return group.flatMap((evidence) => {
    const own = evidence.observation.series
    const named = said.get(evidence) ?? new Set()
    if (named.has(own)) return []
    const others = [...named].flatMap((id) => first.get(`${id} ${evidence.observation.period}`) ?? [])
    const other = others.length === 0 ? undefined : group[others.reduce((a, b) => Math.min(a, b))]
    const back = other && said.get(other)
    return other && back?.has(own) && !back.has(other.observation.series)
      ? [pairFault(evidence, `the source gives ${evidence.mention.text} to ${other.observation.series}`)]
      : []
  })
}

/** The things that a number's part of its sentence names: from the number before it to its own where that names any, else from it to the next. */
function indicatorsBeside(
  group: readonly Evidence[],
  owners: ReadonlyMap<string, string>,
): Map<Evidence, ReadonlySet<string>> {
  const inOrder = group.toSorted((a, b) => a.mention.start - b.mention.start)
  const namedIn = (text: string) => new Set(wordsIn(text).flatMap((word) => owners.get(word) ?? []))
  let [before, next] = [0, 0]
  return new Map(
    inOrder.map((evidence) => {
      const { paragraph, mention } = evidence
      const { start, end } = getSentence(evidence)
      while ((inOrder[before]?.mention.end ?? Number.POSITIVE_INFINITY) <= mention.start) before += 1
      while ((inOrder[next]?.mention.start ?? Number.POSITIVE_INFINITY) < mention.end) next += 1
      const from = Math.max(start, inOrder[before - 1]?.mention.end ?? 0)
      const to = Math.min(end, inOrder[next]?.mention.start ?? end)
      const named = namedIn(paragraph.text.slice(from, mention.start))
      return [evidence, named.size > 0 ? named : namedIn(paragraph.text.slice(mention.end, to))]
    }),
  )
}

/** An error at an observation, with the words of its source. */
export function pairFault(evidence: Evidence, message: string): PairFault {
  const words = wordsAround(evidence.paragraph, evidence.mention)
  return { severity: 'error', message, words, paragraph: evidence.paragraph.number, evidence }
}
