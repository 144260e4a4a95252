import { isParticle } from '../particles.ts'
import type { Word } from '../read-words.ts'
import type { Sentence } from '../sentences.ts'

/** 不及上年的一半: between the two stands no more than the time before. */
function isTimeBetween(from: number, to: number, sentence: Sentence): boolean {
  return sentence.words.some(
    ({ meaning, first, end }) =>
      meaning === 'earlier' && first === from && end === to - 1 && isParticle('of', end, sentence),
  )
}

/** More than half, nearly a third. */
export function comparisonBefore(word: Word, sentence: Sentence, isAfterToo = true): string {
  const { words } = sentence
  const before = words.findLast(
    ({ end, meaning }) =>
      end <= word.first &&
      (word.first - end <= 1 || isTimeBetween(end, word.first, sentence)) &&
      /^(?:above|below|about|more|less)$/.test(meaning),
  )
  if (isParticle('and-more', word.end, sentence)) return 'more-than'
  const after = words.find(({ first, meaning }) => first === word.end && /^(?:above|below)$/.test(meaning))
  const near = before ?? (isAfterToo ? after : undefined)
  return near ? comparisonOf(near, sentence) : 'about'
}

/** The same comparison of what is left: less by more than a third is below two thirds. */
export function opposite(comparison: string): string {
  return (
    { 'more-than': 'less-than', 'less-than': 'more-than', 'at-least': 'at-most', nearly: 'nearly-down' }[comparison] ??
    comparison
  )
}

/** The rule that a word before a size says: over, nearly, about; a mark that was met is at least reached. */
export function comparisonOf({ meaning, first, end }: Word, sentence: Sentence): string {
  if (meaning === 'about') return 'about'
  if (meaning === 'met') return 'at-least'
  if (meaning === 'above' || meaning === 'more') return 'more-than'
  for (let at = first; at < end; at++) if (isParticle('nearly', at, sentence)) return 'nearly'
  return 'less-than'
}
