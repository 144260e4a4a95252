import type { Language } from '../../locale/languages.ts'
import type { Meaning } from '../../locale/lexicon.ts'
import { lexicons } from '../../locale/lexicons.ts'
import { constants } from '../../memory/derived.ts'
import { addPhrase, createPhrases, findPhrases, type PhraseTree } from './phrases.ts'
import type { Token } from './tokens.ts'

/** What an entry of the lexicon says; `factor` for multiples and parts, `rank` for places. */
export interface Sense {
  meaning: Meaning
  factor?: string | undefined
  rank?: number | undefined
}

/** A word or phrase of the lexicon in a text, by its tokens. */
export interface Word extends Sense {
  first: number
  /** The token after it. */
  end: number
}

/** The words of the lexicon among tokens, in order. Names are passed over: Rose Garden, but in a title that has all its words so. */
export function readWords(tokens: readonly Token[], language: Language): Word[] {
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text))
  const isTitle = words.filter(({ isCapital }) => isCapital).length > words.length * 0.6
  return findPhrases(treeOf(language), tokens)
    .filter(({ first, end }) => isTitle || !isName(tokens, first, end))
    .map(({ value, first, end }) => ({ ...value, first, end }))
    .filter(({ meaning }) => meaning !== 'none')
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
  const { words, times, shares, ranks } = lexicons[language]
  for (const phrase of entries(words.none)) addPhrase(tree, phrase, { meaning: 'none' })
  for (const [factor, text] of Object.entries(times))
    for (const phrase of entries(text)) addPhrase(tree, phrase, { meaning: 'times', factor })
  for (const [factor, text] of Object.entries(shares))
    for (const phrase of entries(text)) addPhrase(tree, phrase, { meaning: 'share', factor })
  for (const [rank, text] of Object.entries(ranks))
    for (const phrase of entries(text)) addPhrase(tree, phrase, { meaning: 'rank', rank: Number(rank) })
  for (const [meaning, text] of Object.entries(words))
    for (const phrase of entries(text)) addPhrase(tree, phrase, { meaning: meaning as Meaning })
  return tree
})

/** The entries of a text of the lexicon. */
export function entries(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
