import { createRequire } from 'node:module'
import type { Hyphenate } from './set-text.ts'

/** By language: the patterns that say where its words part. */
const patterns: Readonly<Record<string, string>> = {
  en: 'hyphen/patterns/en-us.js',
  'en-GB': 'hyphen/patterns/en-gb.js',
}

/** Parts the words of a language (BCP 47), reading its patterns now; undefined for a language without: its text is not justified. */
export function createHyphenate(language: string): Hyphenate | undefined {
  const file = patterns[language] ?? patterns[language.split('-')[0] ?? '']
  if (!file) return undefined
  const require = createRequire(import.meta.url)
  const create = require('hyphen/hyphen.js') as (patterns: unknown, options: object) => Hyphenate
  const hyphenate = create(require(file), { minWordLength: 6 })
  const known = new Map<string, string>()
  return (word) => {
    const parted = known.get(word) ?? hyphenate(word)
    known.set(word, parted)
    return parted
  }
}
