import { letterScales, shortScales } from '../../../dataset/figure/unit/scales.ts'
import type { Dataset, Indicator } from '../../../dataset/types.ts'
import { escapePattern } from '../../../files/escape-pattern.ts'
import type { Language } from '../../../locale/languages.ts'
import { matchesIn } from '../../../locale/numbers/matches.ts'
import { baseWords } from '../../../locale/words/bases.ts'
import { deckWords } from '../../../locale/words/deck-words.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { type NumberInText, readNumbers, scalesNamed } from '../../../trust/numbers/numbers-in-text.ts'
import { findCategories, findNames, getNames } from '../../../trust/words/names.ts'
import { addPhrase, createPhrases, findPhrases, type PhraseTree } from '../../../trust/words/phrases.ts'
import { entries, isSmall, readWords } from '../../../trust/words/read-words.ts'
import { getTokens, type Token } from '../../../trust/words/tokens.ts'
import { periodsIn, type SaidPeriod } from '../said-periods.ts'

/** Something named in a text, by its characters. */
export interface Spoken<T> {
  start: number
  end: number
  of: T
}

/** What words say of numbers beside them. */
export interface Understood {
  text: string
  /** Ids of the indicators that are called so. */
  names: readonly Spoken<readonly string[]>[]
  categories: readonly Spoken<{ dimension: string; category: string }>[]
  /** Whether the whole is named: All adults, total. */
  isTotal: boolean
  periods: readonly SaidPeriod[]
  scales: readonly number[]
  isPerCent: boolean
  /** Whether it speaks of a change. */
  isMovement: boolean
  /** Whether it speaks of what is planned, expected or not so. */
  isOpen: boolean
  /** Whether it speaks of an earlier time without naming it. */
  isPast: boolean
  /** Whether something stayed as it was, so that one number is that of two times. */
  isFlat: boolean
  /** Movements and comparatives: up, fewer. */
  moves: readonly Spoken<unknown>[]
  /** Words that say nothing that is known, by their characters. */
  strangers: readonly { start: number; end: number; stem: string }[]
}

/** What a text says, of the things of a dataset. */
export function understand(text: string, dataset: Dataset, language: Language): Understood {
  const tokens = getTokens(text)
  const place = <T>(of: T, first: number, end: number): Spoken<T> => ({
    of,
    start: tokens[first]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
  })
  const names = findNames(tokens, dataset, language).map(({ indicators, first, end }) => place(indicators, first, end))
  const categories = findCategories(tokens, dataset, language).map(({ dimension, category, first, end }) =>
    place({ dimension, category }, first, end),
  )
  const periods = periodsIn(text, language)
  const { back, previous } = baseWords[language]
  const words = readWords(tokens, language).map(({ meaning, first, end }) => place(meaning, first, end))
  const mentions = readNumbers(text, language)
  const totals = [...text.matchAll(totalWords(dataset)(language))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
  const past = [
    ...words.filter(({ of }) => /^(?:earlier|than|as-before)$/.test(of)),
    ...wordsOf(formerWords(language), tokens, place),
    ...[...back, previous].flatMap((pattern) => placesOf(pattern, text)),
  ]
  const supposed = wordsOf(supposedWords(language), tokens, place)
  const changes = placesOf(changeWords(language), text)
  const familiar = wordsOf(familiarWords(dataset)(language), tokens, place)
  const things = [...names, ...categories, ...periods, ...totals]
  const isWithin = (one: { start: number; end: number }, spans: readonly { start: number; end: number }[]) =>
    spans.some(({ start, end }) => start <= one.start && one.end <= end)
  const odd = mentions.filter((one) => isOdd(one) && !isWithin(one, things))
  const known = [
    ...things,
    ...words,
    ...mentions.filter((one) => !isOdd(one)),
    ...past,
    ...supposed,
    ...changes,
    ...familiar,
  ]
  const isKnown = (token: Token) => !/\p{L}/u.test(token.text) || isWithin(token, known) || isWithin(token, odd)
  return {
    text,
    names,
    categories,
    isTotal: totals.length > 0,
    periods,
    scales: [...scalesNamed(text, language), ...scalesInHead(text)],
    isPerCent: /%|per ?cent|\b(?:rate|share|ratio|margin|proportion)\b|[率占比]/i.test(text),
    isMovement: changes.length > 0 || words.some(({ of }) => of === 'up' || of === 'down'),
    isOpen: [...supposed, ...words.filter(({ of }) => negations.has(of))].some((one) => !isWithin(one, names)),
    isPast: past.length > 0,
    isFlat: words.some(({ of }) => /^(?:nearly-)?flat$|^as-before$/.test(of)),
    moves: words.filter(({ of }) => /^(?:up|down|more|less)$/.test(of)),
    strangers: [
      ...tokens.filter((token) => !isKnown(token)).map(({ start, end, stem }) => ({ start, end, stem })),
      ...odd.map(({ start, end, text: stem }) => ({ start, end, stem })),
    ],
  }
}

const negations: ReadonlySet<string> = new Set(['open', 'not', 'contrast'])

/** Digits that narrow what is said down: two books, the first nine months, 5G. */
function isOdd(mention: NumberInText): boolean {
  if (mention.kind === 'date') return false
  if (mention.kind !== 'number') return true
  if (mention.form === 'words') return mention.unit === undefined && mention.scale === 0
  const isPlain = mention.unit === undefined && mention.scale === 0 && /^\p{Nd}+$/u.test(mention.text)
  return isPlain && mention.value.abs().lt(1000)
}

/** Whether a text speaks of a change: growth, y/y, Δ. */
export function isOfChange(text: string, language: Language): boolean {
  return placesOf(changeWords(language), text).length > 0
}

const changeWords = constants((language: Language) => {
  const { change, growth } = baseWords[language]
  return new RegExp(`${change.source}|${growth.source}|${signsOfChange}`, 'giu')
})
const signsOfChange = '[±Δ▲▼△▽]|(?<!\\p{L})(?:y[/-]?o?[/-]?y|q[/-]?o?[/-]?q|vs\\.?|delta)(?!\\p{L})'

/** Whether a title is that of a list of the other slides: agenda, table of contents. */
export function isOfContents(title: string, language: Language): boolean {
  return findPhrases(contentsWords(language), getTokens(title))[0]?.first === 0
}

/** Whether a text ends with a word before digits that are no quantity: telephone, room. */
export function isPhone(text: string, language: Language): boolean {
  const tokens = getTokens(text)
  return findPhrases(phoneWords(language), tokens).at(-1)?.end === tokens.length && tokens.length > 0
}

const contentsWords = constants((language: Language) => toTree(entries(deckWords[language].contents)))
const phoneWords = constants((language: Language) => toTree(entries(deckWords[language].phone)))

/** Before the level of another time: from, than, against. */
const formerWords = constants((language: Language) => {
  const { from, than, against = '' } = lexicons[language].particles
  return toTree([from, than, against].flatMap(entries))
})
const supposedWords = constants((language: Language) => {
  const { target, foreseen = '', except, 'except-for': exceptFor } = lexicons[language].particles
  return toTree([...listedIn(language).supposed, ...[target, foreseen, except, exceptFor].flatMap(entries)])
})

/** The words of a deck's language, each by itself. */
export const listedIn = constants((language: Language) => {
  const split = (words = '') => words.trim().toLowerCase().split(/\s+/)
  const { supposed, familiar, parting, counters, ofPart, leading } = deckWords[language]
  return {
    supposed: split(supposed),
    familiar: split(familiar),
    parting: new Set(split(parting)),
    counters: new Set(split(counters)),
    ofPart: new Set(split(ofPart)),
    leading: new Set(split(leading)),
  }
})

function toTree(phrases: readonly string[]): PhraseTree<true> {
  const tree = createPhrases<true>()
  for (const phrase of phrases) addPhrase(tree, `=${phrase.replaceAll('=', '')}`, true)
  return tree
}

function wordsOf(
  tree: PhraseTree<true>,
  tokens: readonly Token[],
  place: (of: true, first: number, end: number) => Spoken<true>,
): Spoken<true>[] {
  return findPhrases(tree, tokens).map(({ first, end }) => place(true, first, end))
}

function placesOf(pattern: RegExp, text: string): Spoken<true>[] {
  return matchesIn(text, pattern).map(({ 0: { length }, index }) => ({
    of: true,
    start: index,
    end: index + length,
  }))
}

/** `(m)`, `€bn`, `SEK m`: letters that stand for scales in heads. */
function scalesInHead(text: string): number[] {
  return [...text.matchAll(/[(\s€$£](?:[A-Z]{3}\s?|[€$£])?(k|m|mn|mln|bn|tn)(?=[)\s,]|$)/g)].flatMap(
    ([, letters = '']) => letterScales[letters] ?? shortScales[letters] ?? [],
  )
}

const totalWords = derived((dataset: Dataset) =>
  constants((language: Language) => {
    const own = [...dataset.dimensions.values()].flatMap(({ total }) => total[language] ?? [])
    const { whole } = lexicons[language].particles
    const words = [...own, ...entries(whole)].map((word) => escapePattern(word))
    return new RegExp(
      words.map((word) => (/^\p{Script=Han}/u.test(word) ? word : `(?<!\\p{L})${word}(?!\\p{L})`)).join('|'),
      'giu',
    )
  }),
)

/** Words that distinguish nothing beside a number: small ones, units, the report's title and place, head words. */
const familiarWords = derived((dataset: Dataset) =>
  constants((language: Language): PhraseTree<true> => {
    const { report, units } = dataset
    const { small, units: measures, particles } = lexicons[language]
    // Interest, quality and the rest are things of their own, as a mean is.
    const { unmeasured: _things, residual: _rest, norm: _means, deviation: _gaps, ...particle } = particles
    const own = [report.title, report.subtitle, report.publisher, report.geography].map(
      (text) => text?.[language] ?? '',
    )
    const named = [...units.values()].flatMap(({ label, singular }) => [
      label[language] ?? '',
      singular?.[language] ?? '',
    ])
    const listed = [small, ...Object.values(measures), ...Object.values(particle)].flatMap(entries)
    // Each word of a title is known by itself; of Chinese words the characters are not.
    return toTree(
      [...own, ...named, ...listed, ...listedIn(language).familiar].flatMap((phrase) =>
        isHan(phrase) ? [phrase] : getTokens(phrase).map(({ text }) => text),
      ),
    )
  }),
)

/** Indicators with a name whose words are all in neighbouring heads: `Online video` and `Users`. The longest wins. */
export function namedByHeads(
  heads: readonly string[],
  dataset: Dataset,
  language: Language,
): { indicators: string[]; stems: ReadonlySet<string> } {
  const bag = new Set(heads.flatMap((head) => getTokens(head).map(({ stem }) => stem)))
  const joined = heads.length < 2 ? heads : [...heads, heads.join(''), heads.toReversed().join('')]
  const found = [...dataset.indicators.values()].flatMap((indicator) =>
    nameSets(indicator, language)
      .filter(({ phrase, stems }) =>
        isHan(phrase) ? joined.some((text) => text.includes(phrase)) : stems.every((stem) => bag.has(stem)),
      )
      .map(({ phrase, stems }) => ({ id: indicator.id, phrase, stems })),
  )
  const isWithin = (one: (typeof found)[number], other: (typeof found)[number]) =>
    other.id !== one.id &&
    (isHan(one.phrase)
      ? other.phrase.length > one.phrase.length && other.phrase.includes(one.phrase)
      : other.stems.length > one.stems.length && one.stems.every((stem) => other.stems.includes(stem)))
  const longest = found.filter((one) => !found.some((other) => isWithin(one, other)))
  return {
    indicators: [...new Set(longest.map(({ id }) => id))],
    stems: new Set(longest.flatMap(({ id, stems }) => [...stems, ...nameWords(dataset.indicators.get(id), language)])),
  }
}

export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

function nameWords(indicator: Indicator | undefined, language: Language): readonly string[] {
  return indicator ? nameSets(indicator, language).flatMap(({ stems }) => stems) : []
}

function nameSets(indicator: Indicator, language: Language): { phrase: string; stems: string[] }[] {
  return getNames(indicator, language)
    .map((phrase) => ({
      phrase,
      stems: getTokens(phrase)
        .filter(({ text }) => !isSmall(text, language) && /[\p{L}\d]/u.test(text))
        .map(({ stem }) => stem),
    }))
    .filter(({ stems }) => stems.length > 0)
}
