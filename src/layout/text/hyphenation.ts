import createHyphenator from 'hyphen/hyphen.js'
import { constants, recent } from '../../memory/derived.ts'
import patternsByLanguage from './hyphenation-patterns.json'
import { readPatterns } from './read-patterns.ts'

/** Parts words by the patterns of their language; `language` where it is not the document's. */
export interface Hyphenate {
  /** Whether the words of a language can be parted. */
  knows(language?: string): boolean
  /** A word with a soft hyphen wherever it may be parted. */
  part(word: string, language?: string): string
}

/** Of a medium where no word is parted: only text without words, Chinese, can be justified. */
export const unparted: Hyphenate = { knows: () => false, part: (word) => word }

const files: Readonly<Record<string, string>> = patternsByLanguage

/** Shorter words are not parted. */
const leastLetters = 6

/** Parts the words of a document in a language (BCP 47) and other languages in it, where patterns are known. */
export function createHyphenate(documentLanguage: string): Hyphenate {
  return {
    knows: (language = documentLanguage) => getFile(language) !== undefined,
    part: (word, language = documentLanguage) => {
      const file = getFile(language)
      const lower = word.toLowerCase()
      // A capital of two small letters (İ) would shift the rest; and the library lowers by the machine's locale.
      return file === undefined || lower.length !== word.length ? word : withHyphens(word, partingOf(file)(lower))
    },
  }
}

/** Of the language with its region or script, else of the language alone. */
function getFile(language: string): string | undefined {
  const [primary = '', ...subtags] = language.split('-')
  const own = subtags.map((subtag) => files[`${primary.toLowerCase()}-${subtag}`]).find((file) => file !== undefined)
  return own ?? files[primary.toLowerCase()]
}

/** More than most reports have; a watch does not gather all that were ever written. */
const mostWords = 5000

/** By name of the patterns. */
const partingOf = constants((file: string): ((word: string) => string) =>
  recent(mostWords, createHyphenator(readPatterns(file), { minWordLength: leastLetters })),
)

/** The word with the soft hyphens of its small form. */
function withHyphens(word: string, lower: string): string {
  const parts = lower.split('\u00ad')
  const ends = parts.map((_, index) => parts.slice(0, index + 1).join('').length)
  return ends.map((end, index) => word.slice(ends[index - 1] ?? 0, end)).join('\u00ad')
}
