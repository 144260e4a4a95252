import { isNamedBy, periodYear } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { findObservation, getObservations } from '../../dataset/find.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import type { Passage, PrintedFigure } from '../../document/parse/text/passages.ts'
import type { Language } from '../../locale/languages.ts'
import { matchesIn } from '../../locale/numbers/matches.ts'
import { baseWords } from '../../locale/words/bases.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { derived } from '../../memory/derived.ts'
import { datesIn, inYearOf, lastQuarter, partsNamed } from '../evidence/mention-period.ts'
import { indicatorsByWord, type Name } from './names.ts'
import { entries, isSmall, type Word } from './read-words.ts'
import { readThings } from './things.ts'
import { getTokens, type Token } from './tokens.ts'

/** A sentence that knows what it says: its figures, the words that are true only while these hold, and its names. */
export interface Sentence {
  language: Language
  /** What its figures are of. */
  dataset: Dataset
  text: string
  /** Where it begins in its passage. */
  start: number
  tokens: readonly Token[]
  words: readonly Word[]
  names: readonly Name[]
  /** What it names, indicators and categories, by their names or a part that no other has, in order. */
  things: readonly Name[]
  /** Of each token, the indicators that have it in their names. */
  calledBy: readonly (readonly string[])[]
  /** Lists of the dataset that it names. */
  lists: readonly Name[]
  /** Of each token, which clause it stands in. */
  clauseOf: readonly number[]
  clauses: readonly Clause[]
}

export interface Clause {
  /** Whether it stands within another: when, which. */
  isWithin: boolean
  /** From which token on it says what is not so, or not yet: would, plans to. */
  openFrom: number
}

/** The sentences of a passage. */
export function getSentences({ text, figures }: Passage, dataset: Dataset, language: Language): Sentence[] {
  return splitTokens(getTokens(text, figures), text, language).map((tokens) => {
    const start = tokens[0]?.start ?? 0
    const said = text.slice(start, tokens.at(-1)?.end ?? start)
    const { things, names, lists, words } = readThings(tokens, said, dataset, language)
    return {
      language,
      dataset,
      text: said,
      start,
      tokens,
      words,
      names,
      things,
      calledBy: indicatorsByWord(tokens, dataset, language),
      lists,
      ...getClauses(tokens, words, dataset, language, topicEnd(tokens, things)),
    }
  })
}

/** The figure of a token. */
export function tokenFigure(sentence: Sentence, index: number): PrintedFigure | undefined {
  return sentence.tokens[index]?.figure
}

/** The word of the lexicon that begins at a token. */
export function wordAt(index: number, sentence: Sentence): Word | undefined {
  return wordsByFirst(sentence).get(index)
}

const wordsByFirst = derived(({ words }: Sentence) => new Map(words.map((word) => [word.first, word])))

/** The word of the lexicon that ends before a token. */
export function wordBefore(index: number, sentence: Sentence): Word | undefined {
  return wordsByEnd(sentence).get(index)
}

const wordsByEnd = derived(({ words }: Sentence) => new Map(words.map((word) => [word.end, word])))

/** The indexes of the tokens that are figures. */
export const figuresIn = derived(({ tokens }: Sentence): readonly number[] =>
  tokens.flatMap(({ figure }, index) => (figure ? [index] : [])),
)

/** The figures of a clause, as indexes of tokens. */
export function figuresOfClause(clause: number, sentence: Sentence): readonly number[] {
  return figuresByClause(sentence).get(clause) ?? []
}

const figuresByClause = derived((sentence: Sentence) =>
  groupBy(figuresIn(sentence), (index) => sentence.clauseOf[index]),
)

/** A time that a sentence names, by its tokens. */
export interface NamedPeriod {
  first: number
  end: number
  period: Period
  /** Whether its year is not said: the second quarter. */
  isPart?: boolean
}

/** The times that a sentence names outside of its figures: years, quarters, halves, months of a year. */
export const namedPeriods = derived((sentence: Sentence): readonly NamedPeriod[] => {
  const { text, language, dataset } = sentence
  // October of last year.
  const lastYear = String(Number(periodYear(dataset.report.period)) - 1)
  const { previous, units } = baseWords[language]
  const ofLastYear = matchesIn(text, previous).flatMap(({ index, 1: unit = '' }) =>
    units[unit] === 12 ? partsNamed(text, lastYear).filter(({ end }) => index > end && index - end <= 4) : [],
  )
  if (ofLastYear.length > 0) return ofLastYear.flatMap((one) => periodTokens(one, sentence))
  // Reading numbers takes long, and few sentences name a year.
  if (!/(?:1[89]|20)\d\d/.test(text)) return []
  // The mean of 1991–2020: an end of a span is no time of a figure.
  const isOfSpan = ({ first, end }: NamedPeriod) =>
    isYears(first - 2, sentence) || (isYears(end - 1, sentence) && end - first === 1)
  const { 'same-part': samePart } = lexicons[language].particles
  const isOfQuarters = observationsAt(sentence).some(({ period }) => /-Q\d$/.test(period))
  return datesIn(text, language).flatMap(({ period: said, ...span }) => {
    if (said === undefined) return []
    // 2019年同期: the same part of that year as the report's.
    const before = text.slice(0, span.start).toLowerCase().trimEnd()
    const isSamePart = entries(samePart).some((word) => text.startsWith(word, span.end) || before.endsWith(word))
    const period = isSamePart ? inYearOf(said, dataset.report.period) : isOfQuarters ? lastQuarter(said) : said
    return periodTokens({ ...span, period }, sentence)
      .filter((one) => !isOfSpan(one))
      .map((one) => (isEndOf(one, sentence) ? { ...one, period: lastPart(period, sentence) } : one))
  })
})

/** Whether a sentence names the end of a time: since the end of 2024, 2024年末. */
function isEndOf({ first, end }: NamedPeriod, { tokens, language }: Sentence): boolean {
  const words = entries(lexicons[language].particles['end-of'])
  return [first - 1, first - 2, end].some((at) => words.includes(tokens[at]?.text ?? ''))
}

/** The last quarter or month of a year, where that is what a sentence prints, or its report is of. */
function lastPart(period: Period, sentence: Sentence): Period {
  const [printed = sentence.dataset.report.period] = observationsAt(sentence).map((one) => one.period)
  const [, part] = /^\d{4}(-Q|-)\d+$/.exec(printed) ?? []
  return part && /^\d{4}$/.test(period) ? `${period}${part === '-' ? '-12' : '-Q4'}` : period
}

/** Whether a sentence names no time but the report’s own. */
export function isOfNow(sentence: Sentence): boolean {
  const isNow = ({ period }: NamedPeriod) => isNamedBy(sentence.dataset.report.period, period)
  return !sentence.words.some(({ meaning }) => meaning === 'earlier') && namedPeriods(sentence).every(isNow)
}

/** Whether two years with a dash between begin at a token. */
function isYears(at: number, { tokens }: Sentence): boolean {
  const [from, dash, to] = [at, at + 1, at + 2].map((index) => tokens[index]?.text ?? '')
  return [from, to].every((year) => /^(?:1[89]|20)\d\d$/.test(year ?? '')) && /^[-–]$/.test(dash ?? '')
}

/** The tokens of a time that a text names; none where a figure says it. */
export function periodTokens(
  date: { start: number; end: number; period: Period },
  { start, tokens }: Sentence,
): NamedPeriod[] {
  const [from, to] = [start + date.start, start + date.end]
  const first = tokens.findIndex((token) => token.end > from)
  const end = tokens.findLastIndex((token) => token.start < to) + 1
  return first < 0 || tokens[first]?.figure ? [] : [{ first, end, period: date.period }]
}

/** Whether a token is a comma, a small word, a word of the lexicon or part of a time. */
export function isPlain(at: number, sentence: Sentence): boolean {
  const { tokens, words, language } = sentence
  const { text = '' } = tokens[at] ?? {}
  return (
    /^[,，]$/.test(text) ||
    isSmall(text, language) ||
    [...words, ...namedPeriods(sentence)].some(({ first, end }) => first <= at && at < end)
  )
}

/** Of which indicators a sentence prints figures. */
export const indicatorsIn = derived((sentence: Sentence): readonly string[] => [
  ...new Set(observationsAt(sentence).map(({ indicator }) => indicator)),
])

/** What the figures at tokens are, in order: of those given, else of all. */
export function observationsAt(sentence: Sentence, indexes?: readonly number[]): readonly Observation[] {
  return indexes ? indexes.flatMap((index) => tokenFigure(sentence, index)?.observation ?? []) : printedIn(sentence)
}

const printedIn = derived(({ tokens }: Sentence): readonly Observation[] =>
  tokens.flatMap(({ figure }) => figure?.observation ?? []),
)

/** The level of now of each thing that a sentence names and that is one alone. */
export function observationsNamed({ names, dataset }: Sentence): Observation[] {
  return names.flatMap(({ indicators: [id, ...others] }) => {
    return id === undefined || others.length > 0 ? [] : (findObservation(dataset, id) ?? [])
  })
}

/** The report's own level, else the last one known. */
export function latestLevel(series: string, dataset: Dataset): Observation | undefined {
  return (
    findObservation(dataset, series) ?? getObservations(dataset, series).findLast(({ measure }) => measure === 'value')
  )
}

function splitTokens(tokens: readonly Token[], text: string, language: Language): Token[][] {
  const isOrdinal = (index: number) =>
    lexicons[language].hasCapitalNouns === true && /^\d{1,2}$/.test(tokens[index - 1]?.text ?? '')
  const sentences: Token[][] = [[]]
  tokens.forEach((token, index) => {
    const next = tokens[index + 1]
    sentences.at(-1)?.push(token)
    if (next && !isOrdinal(index) && endsSentence(token, next, text.slice(token.end, next.start))) sentences.push([])
  })
  return sentences.filter((sentence) => sentence.length > 0)
}

function endsSentence(token: Token, next: Token, between: string): boolean {
  if (between.includes('\n') || /^[。！？]$/.test(token.text)) return true
  const isStart = next.isCapital || next.figure !== undefined || /^["“‘([]$/.test(next.text)
  return /^[.!?]$/.test(token.text) && between !== '' && isStart
}

/** Where the category ends that a sentence is about, at its colon: Coast: accidents rose; -1 where that says more. */
function topicEnd(tokens: readonly Token[], [topic]: readonly Name[]): number {
  const isTopic = topic?.category && topic.first <= 1 && /^[:：]$/.test(tokens[topic.end]?.text ?? '')
  return isTopic ? topic.end : -1
}

const hard = /^[;:；：—–!?！？]$/
const soft = /^[,，]$/

function getClauses(
  tokens: readonly Token[],
  words: readonly Word[],
  dataset: Dataset,
  language: Language,
  topicEnd: number,
): Pick<Sentence, 'clauseOf' | 'clauses'> {
  const isQuestion = /^[?？]$/.test(tokens.at(-1)?.text ?? '')
  const starts = new Map(words.map((word) => [word.first, word.meaning]))
  // 但仍, but although: one border.
  const besideEnds = new Set(words.flatMap(({ end, meaning }) => (meaning === 'beside' ? [end] : [])))
  const never = isQuestion ? 0 : Number.POSITIVE_INFINITY
  const [opening] = words
  const comma = tokens.findIndex(({ text }) => soft.test(text))
  const isSaid = ({ first, meaning }: Word) => first < comma && /^(?:verb|up|down|better|worse)$/.test(meaning)
  // Although loans fell, {visits} came.
  const isOpening =
    opening?.first === 0 &&
    opening.meaning === 'beside' &&
    words.some(isSaid) &&
    tokens.some(({ figure }, index) => figure && index > comma)
  const isForecast = ({ series, period, status }: Observation) =>
    status === 'forecast' || dataset.observations.get(observationKey(series, 'value', period))?.status === 'forecast'
  const foreseen = tokens.some(({ figure }) => figure && isForecast(figure.observation))
    ? entries(lexicons[language].particles.foreseen)
    : []
  // Is expected to fall to {it}: what a forecast says can be told.
  const isForeseen = (at: number) => tokens.slice(at, at + 2).some(({ text }) => foreseen.includes(text))
  const clauses: Clause[] = [{ isWithin: false, openFrom: never }]
  const clauseOf: number[] = []
  const begin = (isWithin: boolean, openFrom = never) => clauses.push({ isWithin, openFrom })
  // 增幅却最大: an adverb after its subject, whose clause begins at the comma before.
  const takeSubject = (index: number) => {
    for (let at = index - 1; at >= 0 && !/^[,，;；:：]$/.test(tokens[at]?.text ?? ''); at--)
      clauseOf[at] = clauses.length - 1
  }
  tokens.forEach((token, index) => {
    const meaning = starts.get(index)
    const current = clauses.at(-1)
    if (meaning === 'beside' && !isExcept(index) && !(besideEnds.has(index) && index > 0)) begin(false)
    else if (meaning === 'within') begin(true)
    else if (meaning === 'open' && current && !isForeseen(index))
      clauses[clauses.length - 1] = { ...current, openFrom: Math.min(index, current.openFrom) }
    if (meaning === 'beside' && /^[却仍]$/.test(token.text)) takeSubject(index)
    clauseOf.push(clauses.length - 1)
    if (hard.test(token.text) && !isSpan(index) && index !== topicEnd) begin(false)
    // A clause within another ends with its comma.
    else if (soft.test(token.text) && (current?.isWithin || (isOpening && index === comma))) begin(false)
  })
  return { clauseOf, clauses }

  /** 1—9月, 2024–2026: a dash between numbers. */
  function isSpan(dash: number): boolean {
    return (
      /^[—–]$/.test(tokens[dash]?.text ?? '') &&
      /^(?:\d+|月|年)$/.test(tokens[dash - 1]?.text ?? '') &&
      /^\d/.test(tokens[dash + 1]?.text ?? '')
    )
  }

  /** Every sector but waste: what is left out. */
  function isExcept(but: number): boolean {
    if (!entries(lexicons[language].particles.except).includes(tokens[but]?.text ?? '')) return false
    const isPlain = (from: number) =>
      tokens.slice(from, but).every(({ text }) => /^\p{L}/u.test(text)) &&
      !words.some(({ first }) => first >= from && first < but)
    return words.some(({ meaning, end }) => meaning === 'all' && end <= but && but - end <= 2 && isPlain(end))
  }
}
