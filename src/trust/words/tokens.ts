import { stemmer } from 'stemmer'
import type { PrintedFigure } from '../../document/parse/text/passages.ts'
import { matchesIn } from '../../locale/numbers/matches.ts'
import { recent } from '../../memory/derived.ts'

/** A word, a Chinese character, a sign, or a whole figure, of a text. */
export interface Token {
  /** In small letters. */
  text: string
  /** Without its ending: increas for increasing. */
  stem: string
  start: number
  end: number
  /** Whether it begins with a capital letter. */
  isCapital: boolean
  figure?: PrintedFigure | undefined
}

const pattern =
  /\p{Script=Han}|(?:[CDJLMNSTcdjlmnst]|(?:[Jj]us|[Ll]ors|[Pp]uis)?[Qq]u)['’](?=\p{L}|$)|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}])+)?|\p{Nd}+(?:[.,]\p{Nd}+)*|\S/gu

/** The tokens of a text in order; what a figure prints is one of them. */
export function getTokens(text: string, figures: readonly PrintedFigure[] = []): readonly Token[] {
  if (figures.length === 0) return wordsIn(text)
  const tokens: Token[] = []
  let from = 0
  const addWords = (end?: number) =>
    tokens.push(
      ...wordsIn(text.slice(from, end)).map((word) => ({ ...word, start: from + word.start, end: from + word.end })),
    )
  for (const figure of figures) {
    addWords(figure.start)
    tokens.push({ ...figure, figure, text: '', stem: '', isCapital: false })
    from = figure.end
  }
  addWords()
  return tokens
}

const wordsIn = recent(5000, (text): readonly Token[] =>
  matchesIn(text, pattern).map(({ 0: word, index }) => {
    const lower = word.toLowerCase().replace('’', "'")
    return {
      text: lower,
      stem: getStem(lower),
      start: index,
      end: index + word.length,
      isCapital: /^\p{Lu}/u.test(word),
    }
  }),
)

/** What a text says from one of its tokens up to, not with, another. */
export function textAt(text: string, tokens: readonly Token[], { first, end }: { first: number; end: number }): string {
  return text.slice(tokens[first]?.start, tokens[end - 1]?.end)
}

/** A word without its ending, by Porter's rules; with accents without its s; other scripts as they are. */
export function getStem(word: string): string {
  // One is no form of on.
  if (/^[a-z']+$/.test(word)) return word.length > 2 && word !== 'one' ? stemLatin(word) : word
  return /[à-ÿ].*s$/.test(word) && /^\p{Script=Latin}{4,}s$/u.test(word) ? word.slice(0, -1) : word
}

const stemLatin = recent(5000, (word) => stemmer(word.replace(/'s?$/, '')))
