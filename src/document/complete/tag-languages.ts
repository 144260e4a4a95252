import type { Document, Inline } from '../types.ts'
import { mapBlockLists, mapInlineLists } from './map-blocks.ts'

interface Script {
  language: string
  /** Segments of its words. */
  words: RegExp
  /** Letters without which there are none. */
  letters: RegExp
}

/** Scripts and the likely language of their words. Single Greek and Cyrillic letters (α, Δ) are signs, not words. */
const scripts: readonly Script[] = [
  // Kana tells Japanese from Chinese; it goes first, with the Chinese characters beside it.
  { language: 'ja', ...words('Hiragana}ー\\p{Script=Katakana}\\p{Script=Han', 'Hiragana}\\p{Script=Katakana') },
  { language: 'zh', ...words('Han') },
  { language: 'ko', ...words('Hangul') },
  { language: 'ar', ...words('Arabic') },
  { language: 'he', ...words('Hebrew') },
  { language: 'ru', ...words('Cyrillic', 'Cyrillic}]{2}[\\p{Script=Cyrillic') },
  { language: 'el', ...words('Greek', 'Greek}]{2}[\\p{Script=Greek') },
  { language: 'th', ...words('Thai') },
  { language: 'hi', ...words('Devanagari') },
]

/** Words of a script with what stands between them; `needed` must be among their letters. */
function words(script: string, needed = script): Omit<Script, 'language'> {
  const letters = `[\\p{Script=${script}}\\p{M}]`
  // From the start of a run only: a long one without what is needed would be looked through from each of its letters.
  const words = new RegExp(
    `(?<!${letters})(?=${letters}*[\\p{Script=${needed}}])${letters}+(?:[\\p{P}\\s]+${letters}+)*`,
    'gu',
  )
  return { words, letters: new RegExp(`[\\p{Script=${needed}}]`, 'u') }
}

/**
 * Marks segments in other scripts with their likely language, for speech, hyphenation and fonts.
 * An author's own mark (`[words](lang:fr)`) is kept.
 */
export function tagLanguages(document: Document): Document {
  const primary = document.language.split('-')[0] ?? ''
  const others = scripts.filter(({ language }) => language !== primary && !(language === 'zh' && primary === 'ja'))
  const blocks = mapBlockLists(document.blocks, (list) =>
    list.map((block) => mapInlineLists(block, (inlines) => inlines.flatMap((inline) => tagInline(inline, others)))),
  )
  return { ...document, blocks }
}

/** Beyond Latin, and the signs and accents that go with it. */
const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

function tagInline(inline: Inline, others: typeof scripts): Inline[] {
  if (inline.type !== 'text' || inline.language !== undefined || !foreign.test(inline.value)) return [inline]
  return others.reduce<Inline[]>(
    (parts, script) => (script.letters.test(inline.value) ? parts.flatMap((part) => tagWords(part, script)) : parts),
    [inline],
  )
}

function tagWords(inline: Inline, { language, words }: Script): Inline[] {
  if (inline.type !== 'text' || inline.language !== undefined) return [inline]
  const parts: Inline[] = []
  let end = 0
  for (const { 0: found, index } of inline.value.matchAll(words)) {
    if (index > end) parts.push({ type: 'text', value: inline.value.slice(end, index) })
    parts.push({ type: 'text', value: found, language })
    end = index + found.length
  }
  return end === 0
    ? [inline]
    : [...parts, ...(end < inline.value.length ? [{ type: 'text' as const, value: inline.value.slice(end) }] : [])]
}
