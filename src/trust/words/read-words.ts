import type { Language } from '../../locale/languages.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants, recent } from '../../memory/derived.ts'
import { addEntry, createPhrases, type FoundPhrase, findPhrases, type PhraseTree, spelledOut } from './phrases.ts'
import type { Token } from './tokens.ts'

/** What an entry of the lexicon says; `factor` for multiples and parts, `rank` for places. */
export interface Sense {
  meaning: Meaning
  factor?: string | undefined
  rank?: number | undefined
  /** Whether a multiple is said as a part of another: a third as much. */
  isPart?: boolean
}

/** A word or phrase of the lexicon in a text, by its tokens. */
export interface Word extends Sense {
  first: number
  /** The token after it. */
  end: number
  /** The second part of a verb in two. */
  second?: number
}

/** The lexicon's words among tokens, in order. Names (Rose Garden) are skipped, except in titles in title case. */
export function readWords(tokens: readonly Token[], language: Language): Word[] {
  return readPhrases(tokens, language).filter(({ meaning }) => meaning !== 'none')
}

/** The same with phrases that mean nothing of the kind: higher education. */
export function readPhrases(tokens: readonly Token[], language: Language): Word[] {
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text))
  const isTitle = words.filter(({ isCapital }) => isCapital).length > words.length * 0.6
  const whole = findPhrases(treeOf(language), tokens)
    .flatMap((found) => nearShare(found, tokens, language))
    .filter(
      ({ value, first, end }) =>
        isTitle || !(lexicons[language].hasCapitalNouns ? isNoun(value, tokens, first) : isName(tokens, first, end)),
    )
    .map(({ value, first, end }) => ({ ...value, factor: value.factor ?? factorAt(value, tokens[first]), first, end }))
    .flatMap(ofAsMuch)
  const parted = partedWords(tokens, language)
  const isPart = ({ first }: Word) => parted.some((one) => one.first === first)
  return parted.length === 0
    ? whole
    : [...whole.filter((one) => !isPart(one)), ...parted].sort((a, b) => a.first - b.first)
}

/** How many times, where digits say so. */
function factorAt({ meaning }: Sense, token: Token | undefined): string | undefined {
  return meaning === 'times' ? token?.text.replace(',', '.') : undefined
}

/** A third as much as: a multiple, as half as much is. */
function ofAsMuch(word: Word, at: number, words: readonly Word[]): Word[] {
  const [before, next] = [words[at - 1], words[at + 1]]
  if (word.meaning === 'as-much' && before?.meaning === 'share' && before.end === word.first) return []
  const isOfOther = word.meaning === 'share' && next?.meaning === 'as-much' && next.first === word.end
  return [isOfOther ? { ...word, meaning: 'times', isPart: true, end: next.end } : word]
}

/** Nearly every third: no more than nearly, and a share. */
function nearShare(found: FoundPhrase<Sense>, tokens: readonly Token[], language: Language): FoundPhrase<Sense>[] {
  if (found.value.meaning !== 'nearly-all') return [found]
  const { first, end } = found
  const [share] = findPhrases(treeOf(language), tokens.slice(end - 1, end + 3))
  if (share?.first !== 0 || share.value.meaning !== 'share') return [found]
  const last = end - 1
  return [
    { value: { meaning: 'below' }, first, end: last },
    { ...share, first: last, end: last + share.end },
  ]
}

/** Verbs of which the second part ends a clause, or a part of it before an and or a than: `nahm um {by} zu`. */
function partedWords(tokens: readonly Token[], language: Language): Word[] {
  const verbs = partsOf(language)
  if (verbs.size === 0) return []
  const joins = entries([lexicons[language].particles.and, lexicons[language].particles.than].join())
  const ends = (at: number) => {
    const { text = '.' } = tokens[at] ?? {}
    return /^[,;:.!?–—()]$/.test(text) || joins.includes(text)
  }
  return tokens.flatMap(({ text }, first): Word[] => {
    const endings = verbs.get(text)
    if (!endings) return []
    const until = tokens.findIndex((token, at) => at > first && /^[,;:.!?–—]$/.test(token.text))
    const last = tokens
      .slice(0, until < 0 ? tokens.length : until)
      .findIndex(({ text }, at) => at > first && endings.has(text) && ends(at + 1))
    const { text: ending = '' } = tokens[last] ?? {}
    // Geht auf junge Frauen zurück, but ging auf {it} zurück.
    const isNumber = (one: Token) => one.figure !== undefined || /^\d/.test(one.text)
    const via = tokens.slice(first, last).findLast((one) => isNumber(one) || endings.has(`${one.text} ${ending}`))
    const meaning = endings.get(via && !isNumber(via) ? `${via.text} ${ending}` : ending)
    return meaning ? [{ meaning, first, end: first + 1, second: last }] : []
  })
}

const partsOf = constants((language: Language) => {
  const verbs = new Map<string, Map<string, Meaning>>()
  for (const [meaning, text] of Object.entries(lexicons[language].parted ?? {})) {
    for (const [verb = '', ...ending] of entries(text).map((entry) => entry.split(' '))) {
      const endings = verbs.get(verb) ?? new Map<string, Meaning>()
      verbs.set(verb, endings.set(ending.join(' '), meaning as Meaning))
    }
  }
  return verbs
})

/** Die Jüngeren: a comparative with a capital in a language that writes nouns so. */
function isNoun({ meaning }: Sense, tokens: readonly Token[], first: number): boolean {
  const isComparative = meaning === 'more' || meaning === 'less'
  return isComparative && (tokens[first]?.isCapital ?? false) && /^\p{L}/u.test(tokens[first - 1]?.text ?? '')
}

/** Capitals within a sentence, or at its start where the next word has one too. */
function isName(tokens: readonly Token[], first: number, end: number): boolean {
  if (!tokens[first]?.isCapital) return false
  const before = tokens[first - 1]
  const isStart = !before || /^[^\p{L}\p{Nd}]$/u.test(before.text)
  return isStart ? end - first === 1 && (tokens[end]?.isCapital ?? false) : true
}

const treeOf = constants((language: Language): PhraseTree<Sense> => {
  const tree = createPhrases<Sense>()
  const { words, times, shares, ranks, orders } = lexicons[language]
  for (const text of [words.none, orders.descending, orders.ascending])
    for (const entry of getEntries(text)) addEntry(tree, entry, { meaning: 'none' })
  for (const [factor, entry] of numbered(times, language)) addEntry(tree, entry, { meaning: 'times', factor })
  for (const entry of timesInDigits(times, language)) addEntry(tree, entry, { meaning: 'times' })
  for (const [factor, entry] of numbered(shares, language)) addEntry(tree, entry, { meaning: 'share', factor })
  for (const [rank, entry] of numbered(ranks, language, splitForms(lexicons[language].ordinals).length))
    addEntry(tree, entry, { meaning: 'rank', rank: Number(rank) })
  for (const [meaning, text] of Object.entries(words))
    for (const entry of getEntries(text)) addEntry(tree, entry, { meaning: meaning as Meaning })
  // Nachdem der Verbrauch zunahm: within a clause the two parts are one.
  for (const [verb, endings] of partsOf(language))
    for (const [ending, meaning] of endings) addEntry(tree, `${ending}${verb}`, { meaning })
  return tree
})

/** The entries of a table by number: {n}, {nth} or {m} for each number, or two, up to ten or as many as have words. */
function numbered(
  table: Readonly<Record<string, string>>,
  language: Language,
  most = 0,
): (readonly [string, string])[] {
  const [names, nths] = [splitForms(lexicons[language].numerals), splitForms(lexicons[language].ordinals)]
  const all = Array.from({ length: Math.max(most, names.length) }, (_, index) => index + 1)
  return Object.entries(table).flatMap(([key, text]) => {
    const written = getEntries(text)
    const [parts = [], wholes = []] = ['m', 'n'].map((letter) => (key.includes(letter) ? all : [1]))
    return wholes.flatMap((n) =>
      parts.flatMap((m) => {
        const [part = '', whole] = key.replace('m', String(m)).replace('n', String(n)).split('/')
        if (whole && Number(part) >= Number(whole)) return []
        const number = whole ? String(Number((Number(part) / Number(whole)).toFixed(5))) : part
        // German zweit- of zweiten, for zweitgrößte.
        const stem = nths[n - 1]?.split('|')[0]?.slice(0, -2)
        const says = { '{m}': names[m - 1], '{n}': names[n - 1], '{nth}': nths[n - 1], '{th}': stem }
        // 1 in 6.
        const digits = { '{m}': String(m), '{n}': String(n) }
        return [says, ...(whole ? [digits] : [])]
          .flatMap((all) => written.map((entry) => entry.replace(/\{\w+\}/g, (sign) => all[sign as '{n}'] ?? sign)))
          .filter((entry) => !entry.includes('{'))
          .map((entry) => [number, entry] as const)
      }),
    )
  })
}

/** Multiples in digits, the number being that of the text: 12 times as high as, 2.5 times that of, 2.5倍. */
function timesInDigits({ n = '', digits = n }: Readonly<Record<string, string>>, language: Language): string[] {
  const written = getEntries(digits).filter((entry) => entry.startsWith('{n}'))
  return written.map((entry) => entry.replace('{n}', `0${numberWords[language].notation.decimal}0`))
}

/** Words that stand for one, two, three, with all forms of each: primero|primera. */
export function splitForms(text: string): string[] {
  return text.split(', ')
}

/** The entries of a text of the lexicon, parted once. */
export const entries = recent(500, (text: string): readonly string[] => getEntries(text).flatMap(spelledOut))

function getEntries(text: string): string[] {
  return text
    .split(/,(?!\d)|\n/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** Whether a word says that something is more or less than something else: more, lower, exceeds, ahead of. */
export function isComparison(word: Pick<Word, 'meaning'> | undefined): boolean {
  const { meaning } = word ?? {}
  return meaning === 'more' || meaning === 'less' || meaning === 'above' || meaning === 'below'
}

/** Whether a word is one of its language's small words, which tell nothing apart. */
export function isSmall(word: string, language: Language): boolean {
  return smallWords(language).has(word)
}

const smallWords = constants((language: Language) => new Set(entries(lexicons[language].small)))
