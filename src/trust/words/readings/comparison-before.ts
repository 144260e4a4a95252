import { isParticle, particlesIn } from '../particles.ts'
import type { Word } from '../read-words.ts'
import type { Sentence } from '../sentences.ts'

/** 不及上年的一半, 不到全部行业平均水平（{it}）的一半: between the two stands what it is a part of. */
export function isWholeBetween(from: number, to: number, sentence: Sentence): boolean {
  if (to - from > 20 || !isParticle('of', to - 1, sentence)) return false
  const between = sentence.tokens.slice(from, to)
  return (
    between.some(({ text }) => /\p{Script=Han}/u.test(text)) && !between.some(({ text }) => /^[,，;；。]$/.test(text))
  )
}

/** More than half, nearly a third. */
export function comparisonBefore(word: Word, sentence: Sentence, isAfterToo = true): string {
  const before = sentence.words.findLast(
    ({ end, meaning }) =>
      end <= word.first &&
      (word.first - end <= 1 || isWholeBetween(end, word.first, sentence)) &&
      /^(?:above|below|about|more|less)$/.test(meaning),
  )
  if (isParticle('and-more', word.end, sentence)) return 'more-than'
  const after = sentence.words.find(({ first, meaning }) => first === word.end && /^(?:above|below)$/.test(meaning))
  const near = before ?? (isAfterToo ? after : undefined)
  return near ? getComparison(near, sentence) : 'about'
}

/** The same comparison of what is left: less by more than a third is below two thirds. */
export function opposite(comparison: string): string {
  const opposites: Readonly<Record<string, string>> = {
    'more-than': 'less-than',
    'less-than': 'more-than',
    'at-least': 'at-most',
    nearly: 'nearly-down',
    'just-over': 'just-over-down',
  }
  return opposites[comparison] ?? comparison
}

/** Between which multiples of a size what is nearly that, or just over it, lies. */
export const nearTo: Readonly<Record<string, readonly [number, number]>> = { nearly: [0.9, 1], 'just-over': [1, 1.15] }

/** The rule that a word before a size says: over, nearly, about; a mark that was met is at least reached. */
export function getComparison({ meaning, first, end }: Word, sentence: Sentence): string {
  if (meaning === 'about') return 'about'
  if (meaning === 'met') return 'at-least'
  const isWithin = (kind: 'nearly' | 'barely', from: number) =>
    particlesIn(kind, sentence).some((at) => at >= from && at < end)
  const isSlight = isWithin('barely', Math.max(0, first - 1))
  if (meaning === 'above' || meaning === 'more') return isSlight ? 'just-over' : 'more-than'
  return isSlight || isWithin('nearly', first) ? 'nearly' : 'less-than'
}
