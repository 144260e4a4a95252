import { categoryLabels } from '../../dataset/figure/series.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Indicator, Observation } from '../../dataset/types.ts'
import { getLanguage } from '../../locale/languages.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { once } from '../../memory/derived.ts'
import type { NumberMention } from '../numbers/numbers-in-text.ts'
import { findCategories, type NamedCategory } from '../words/names.ts'
import { entries } from '../words/read-words.ts'
import { getTokens, type Token } from '../words/tokens.ts'
import { type Evidence, type EvidenceFault, faultAt } from './check-statement.ts'
import { paragraphFigures, quantitiesIn, type SourceParagraph, sentenceSpanAt } from './source-paragraphs.ts'

/** A fault with the observation that it is about. */
export interface PairFault extends EvidenceFault {
  evidence: Evidence
}

/**
 * Numbers that the dataset gives to each other's things: an error for each. In a sentence with `respectively` (分别) they
 * stand in the order of the
 * things, changes and rates each for themselves; elsewhere beside the words of their own.
 */
export function checkPairs(found: readonly Evidence[], dataset: Dataset): PairFault[] {
  const alike = groupBy(
    found,
    ({ paragraph, observation: { measure, quantity } }) => `${paragraph.number} ${measure} ${quantity.unit}`,
  )
  return [...alike.values()].flatMap((group) => {
    const wordsOf = ownWords(
      new Map(group.map(({ observation }) => [observation.series, getTexts(observation, dataset)])),
    )
    const sentences = [...groupBy(group, (evidence) => getSentence(evidence).start).values()].map((evidence) => ({
      evidence,
      text: sentenceOf(evidence[0]),
    }))
    const respective = sentences.filter(({ text }) => /respectively|分别/i.test(text))
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

/** Numbers without their own name where another number of the paragraph has it: births for deaths, real for nominal. */
export function checkNames(found: readonly Evidence[], dataset: Dataset): PairFault[] {
  return found.flatMap((evidence) => {
    const message = misnamed(evidence, found, dataset)
    return message === undefined ? [] : [{ ...pairFault(evidence, message), severity: 'warning' }]
  })
}

function misnamed(evidence: Evidence, found: readonly Evidence[], dataset: Dataset): string | undefined {
  const { paragraph, mention, observation } = evidence
  const { start, end } = sentenceSpanAt(paragraph.text, mention.start)
  const sentence = paragraph.text.slice(start, end)
  const words = wordsIn(textNear(paragraph, mention))
  // In a list without a table numbers stand side by side, and no words between.
  if (isInOrder(sentence, mention.start - start) || words.length === 0) return undefined
  const foreign = otherThing(observation, new Set(words), new Set(wordsIn(sentence)), dataset)
  if (foreign !== undefined) return `the source names ${foreign} beside ${mention.text}`
  const isOwnAim = isAim(getTexts(observation, dataset).join(' '), paragraph)
  const isAlike = (one: NumberMention) => isAim(textNear(paragraph, one), paragraph) === isOwnAim
  const others = othersBeside(evidence, found).filter(isAlike)
  const group = otherGroup(evidence, others, dataset)
  if (group !== undefined) return group
  if (!isOwnAim && !isAlike(mention)) return `the source says ${mention.text} of a target`
  // A change follows the level that it led to: 1.092 billion netizens, up 24.8 million.
  const isAgain = (one: Evidence) =>
    one !== evidence && one.paragraph === paragraph && one.observation.indicator === observation.indicator
  const other = found.some(isAgain) ? undefined : otherNamed(evidence, others, sentence, dataset)
  return other && `the source names ${observation.indicator} beside ${other.text}, not beside ${mention.text}`
}

/** The paragraph's numbers that one may have been mistaken for: no other figure's, and not what it is compared with. */
function othersBeside({ paragraph, mention, observation }: Evidence, found: readonly Evidence[]): NumberMention[] {
  const isOwned = (one: NumberMention) =>
    found.some((its) => its.mention === one && its.observation.indicator !== observation.indicator)
  return quantitiesIn(paragraph).filter(
    (one) =>
      one.form === 'digits' &&
      one.unit === mention.unit &&
      !one.value.eq(mention.value) &&
      !isRange(paragraph.text, one, mention) &&
      !isBase(paragraph.text, one.start) &&
      !isOwned(one),
  )
}

/** The number beside a name that the figure's own lacks; beside one word of the name if all are in the sentence. */
function otherNamed(
  { paragraph, mention, observation }: Evidence,
  others: readonly NumberMention[],
  sentence: string,
  { indicators }: Dataset,
): NumberMention | undefined {
  const own = indicators.get(observation.indicator)
  const names = own ? getNames(own) : []
  const getWords = (one: NumberMention) => new Set(wordsIn(textNear(paragraph, one, ofAll)))
  const isNamed = (one: NumberMention) => isSaidIn(getWords(one), names)
  const isHinted = (one: NumberMention) => names.flat().some((word) => getWords(one).has(word))
  const { start } = sentenceSpanAt(paragraph.text, mention.start)
  const isOther = !isHinted(mention) || isWhole(paragraph.text.slice(start, mention.start))
  const areHintsEnough = isOther && isSaidIn(new Set(wordsIn(sentence)), names)
  return isNamed(mention) ? undefined : others.find((one) => isNamed(one) || (areHintsEnough && isHinted(one)))
}

/** Whether words name what is aimed at: the target for the response time. */
function isAim(words: string, { language }: SourceParagraph): boolean {
  const aims = entries(lexicons[getLanguage(language) ?? 'en'].particles.target)
  return getTokens(words).some(({ text }) => aims.includes(text))
}

/** Another group that a number is said to be of, where a number beside it is of the figure's own group, or of none. */
function otherGroup(
  { paragraph, mention, observation: { categories } }: Evidence,
  others: readonly NumberMention[],
  dataset: Dataset,
): string | undefined {
  const language = getLanguage(paragraph.language) ?? 'en'
  const groupsNear = (one: NumberMention) => findCategories(getTokens(textNear(paragraph, one)), dataset, language)
  const isOwn = (one: NamedCategory) => categories[one.dimension] === one.category
  const [foreign, ...more] = groupsNear(mention)
  if (!foreign || [foreign, ...more].some(isOwn)) return undefined
  const own = categories[foreign.dimension]
  const other = others.find((one) => {
    const groups = groupsNear(one).filter(({ dimension }) => dimension === foreign.dimension)
    return own === undefined ? groups.length === 0 : groups.some(isOwn)
  })
  return other && `the source says ${mention.text} of ${foreign.category}, and ${other.text} of ${own ?? 'all'}`
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

/** What stands beside a number whose own thing is not named: another indicator of its unit, or another category. */
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
    const other = [...all].find(([id, one]) => id !== category && isSaidIn(near, getNames(one)))
    if (other && itself && isAbsent(getNames(itself))) return other[0]
  }
  if (!own || !isAbsent(getNames(own))) return undefined
  return [...indicators.values()].find((one) => one !== own && one.unit === own.unit && isSaidIn(near, getNames(one)))
    ?.id
}

/** The words of each name of an indicator or category, without those that tell nothing apart. */
function getNames({ label, short, said }: Pick<Indicator, 'label' | 'short' | 'said'>): string[][] {
  const texts = [label, short, said].flatMap((text) => Object.values(text ?? {})).flatMap((text) => text.split(/[,，]/))
  return texts
    .map((text) => wordsIn(text).filter((word) => !smallWords().has(word)))
    .filter((words) => words.length > 0)
}

const smallWords = once(
  () =>
    new Set(wordsIn(['among who share rate number', ...Object.values(lexicons).map(({ small }) => small)].join(' '))),
)

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

/** The text between a number and its neighbours, without one thing at its start; in tables, its row and column. */
function textNear(paragraph: SourceParagraph, mention: NumberMention, without = /$/): string {
  const { text, cells } = paragraph
  const all = paragraphFigures(paragraph)
  const cell = cells?.get(mention.start)
  if (cell) return `${text.slice(0, [...(cells?.keys() ?? [])][0])} ${cell.head}`
  const { start, end } = sentenceSpanAt(text, mention.start)
  const from = Math.max(start, ...all.filter((one) => one.end <= mention.start).map((one) => one.end))
  const to = Math.min(end, ...all.filter((one) => one.start >= mention.end).map((one) => one.start))
  const before = text.slice(from, mention.start)
  const after = text.slice(mention.end, to).split(parting)[0] ?? ''
  return `${from > start ? withoutFirst(before) : before.replace(without, '')} ${after}`
}

/** What a sentence is about all of, before the first of its numbers: of the firefighters 995 were men. */
const ofAll = /^\s*(?:of|among|von|unter|sur|parmi|de|entre)(?= \p{L})[^,]*$/iu

/** Whether the words before a number make it a whole with parts: of 1,126 firefighters, 131 were women. */
function isWhole(before: string): boolean {
  return /^\s*(?:of|among|von|unter|sur|parmi|de|entre)(?: the| all| den| les| los)?\s\p{Sc}?$/iu.test(before)
}

/** Where what belongs to one number of a list ends. */
const parting = /[,;(，；、（]|(?<!\p{L})(?:and|und|et|y)(?!\p{L})|[和与]/u

/** What stands between two numbers without what belongs to the first: 2,310 fires and 5,130 false alarms. */
function withoutFirst(text: string): string {
  const first = parting.exec(text)
  return first ? text.slice(first.index + 1) : text
}

/** Of each series by key, the words of its names that none of the others has. */
type OwnWords = ReadonlyMap<string, readonly string[]>

/** What a figure's indicator and categories are called. */
function getTexts({ indicator, categories }: Observation, dataset: Dataset): string[] {
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
  const words = getTokens(text).filter((token) => /^(?:[\p{Script=Latin}'-]{3,}|\d\d)$/u.test(token.text))
  return [...pairs, ...words.map(getRoot)]
}

/** A stem without the endings that the other languages have: Bränden, Brände. */
function getRoot({ stem }: Token): string {
  return stem.replace(/(?<=.{3})(?:e[mnrs]?|[ns])$/u, '')
}

function getSentence({ paragraph, mention }: Evidence): { start: number; end: number } {
  return sentenceSpanAt(paragraph.text, mention.start)
}

function sentenceOf(evidence: Evidence): string {
  const { start, end } = getSentence(evidence)
  return evidence.paragraph.text.slice(start, end)
}

/** Whether a number of a sentence stands in the order of its things: with 分别 those after it. */
function isInOrder(sentence: string, at: number): boolean {
  return /respectively/i.test(sentence) || sentence.slice(0, at).includes('分别')
}

/** Where in a sentence each thing is first named by a word of its own; undefined where it is not. */
function findPlaces(sentence: string, words: OwnWords): (evidence: Evidence) => number | undefined {
  const starts = new Map<string, number>()
  for (const token of getTokens(sentence)) if (!starts.has(getRoot(token))) starts.set(getRoot(token), token.start)
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

/** Things named in a number's part of its sentence: from the number before to it if any, else up to the next. */
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
      const words = paragraph.text.slice(from, mention.start)
      const named = namedIn(from > start ? withoutFirst(words) : words)
      return [evidence, named.size > 0 ? named : namedIn(paragraph.text.slice(mention.end, to))]
    }),
  )
}

/** An error at an observation, with the words of its source. */
export function pairFault(evidence: Evidence, message: string): PairFault {
  return { ...faultAt('error', message, evidence.mention, evidence.paragraph), evidence }
}
