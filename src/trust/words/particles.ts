import { groupBy } from '../../dataset/group-by.ts'
import type { Language } from '../../locale/languages.ts'
import type { Particle } from '../../locale/words/lexicon.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants, derived } from '../../memory/derived.ts'
import { entries, splitForms } from './read-words.ts'
import type { Sentence } from './sentences.ts'

/** What has the tokens of a language: a sentence, a head. */
type Worded = Pick<Sentence, 'tokens' | 'language'>

/** Whether a token of a sentence is one of its language's small words of a kind. */
export function isParticle(kind: Particle, index: number, { tokens, language }: Worded): boolean {
  const words = particlesOf(language).get(kind)
  const { text = '' } = tokens[index] ?? {}
  if (words === undefined || words.size === 0) return false
  // A Chinese word is two tokens, as a rule.
  return words.has(text) || (language === 'zh' && words.has(`${text}${tokens[index + 1]?.text}`))
}

/** The same of each of the two tokens of a Chinese word. */
export function isInParticle(kind: Particle, index: number, sentence: Worded): boolean {
  const [before = '', own = ''] = [index - 1, index].map((at) => sentence.tokens[at]?.text ?? '')
  const isSecond =
    sentence.language === 'zh' &&
    particlesOf('zh')
      .get(kind)
      ?.has(before + own) === true
  return isSecond || isParticle(kind, index, sentence)
}

/** Where what begins at a place begins with its article, if it has one. */
export function withArticle(first: number, sentence: Worded): number {
  return isParticle('article', first - 1, sentence) ? first - 1 : first
}

/** Where the small words of a kind stand in a sentence, in order. */
export function particlesIn(kind: Particle, sentence: Sentence): readonly number[] {
  return getPlaces(sentence).get(kind) ?? []
}

const getPlaces = derived(({ tokens, language }: Sentence) => {
  const places = new Map<string, number[]>()
  tokens.forEach(({ text, end }, at) => {
    const next = tokens[at + 1]
    const both = language === 'zh' ? `${text}${next?.text}` : ''
    // NO2 is no no.
    if (language !== 'zh' && next?.start === end && /^\d/.test(next.text)) return
    for (const kind of [text, both].flatMap((word) => kindsOf(language).get(word) ?? [])) {
      const known = places.get(kind) ?? []
      if (known.at(-1) !== at) places.set(kind, [...known, at])
    }
  })
  return places
})

/** Whether what ends at a place is said to be over, with no more than a few words between: 在2024年大幅下降之后. */
export function isBygone(end: number, sentence: Sentence): boolean {
  const after = particlesIn('after-it', sentence).find((at) => at >= end && at - end <= 6) ?? -1
  return after >= 0 && sentence.tokens.slice(end, after).every(({ text }) => /^\p{L}/u.test(text))
}

/**
 * Whether what begins at a place is said to be over: ending a run of three declines, stopped falling; but not at the
 * end of June.
 */
export function isEnded(first: number, sentence: Sentence): boolean {
  const { tokens, things } = sentence
  return particlesIn('ending', sentence).some(
    (at) =>
      at < first &&
      first - at <= 5 &&
      (!isParticle('end-of', at, sentence) || isParticle('to', at + 1, sentence)) &&
      !things.some((one) => one.first <= at && at < one.end) &&
      !tokens.slice(at, first).some((token) => /^[,;，；]$/.test(token.text)),
  )
}

/** Which of one to ten, or first to tenth, a word is. */
export function countSaid(text: string, language: Language): number | undefined {
  return countsOf(language).get(text)
}

/** Whether a word is one of first to tenth. */
export function isOrdinal(text: string, language: Language): boolean {
  return ordinalsOf(language).has(text)
}

/** Whether a token says that something is the first of its kind. */
export function isFirst(index: number, { tokens, language }: Sentence): boolean {
  const { text } = tokens[index] ?? { text: '' }
  return isOrdinal(text, language) && countSaid(text, language) === 1
}

const ordinalsOf = constants((language: Language) => new Set(entries(lexicons[language].ordinals)))

const particlesOf = constants(
  (language: Language) =>
    new Map(Object.entries(lexicons[language].particles).map(([kind, words]) => [kind, new Set(entries(words))])),
)

/** Of each small word the kinds that it is of. */
const kindsOf = constants((language: Language) => {
  const all = [...particlesOf(language)].flatMap(([kind, words]) => [...words].map((word) => ({ kind, word })))
  return new Map([...groupBy(all, ({ word }) => word)].map(([word, some]) => [word, some.map(({ kind }) => kind)]))
})

const countsOf = constants((language: Language) => {
  const { numerals, ordinals } = lexicons[language]
  const counts = [numerals, ordinals].flatMap((words) => splitForms(words).map((forms, index) => ({ forms, index })))
  return new Map(counts.flatMap(({ forms, index }) => entries(forms).map((word) => [word, index + 1])))
})
