import { expect, test } from 'vitest'
import { coverClusters } from '../../src/fonts/cover-clusters.ts'

/** Fonts by the characters that they have: the family, then the fallbacks. */
const cover = (text: string, family: RegExp, ...fallbacks: RegExp[]): string =>
  coverClusters(
    text,
    [...text].filter((character) => !family.test(character)),
    fallbacks.length,
    (fallback, characters) => [...characters].every((character) => fallbacks[fallback]?.test(character)),
  )
    .map(({ text, fallback }) => (fallback === undefined ? text : `<${fallback}:${text}>`))
    .join('')

const latin = /[\u0020-\u036f]|[\u200c-\u2060]|\ufe0f/
const arabic = /[\u0600-\u06ff \u200c()[\]]/
const emoji = /[\p{Extended_Pictographic}\p{RI}\p{Emoji_Modifier}0-9]|\u20e3|\u200d|\ufe0f/u

test.each([
  ['the first font that has a character sets it', 'in عام 5', 'in <0:عام> 5'],
  ['spaces and brackets between its words are its own', 'عام (كامل) 5', '<0:عام (كامل>) 5'],
  ['a letter keeps its marks, a word what parts its letters', 'بَ می‌شود', '<0:بَ می‌شود>'],
  ['pictures of several stay one', 'a 👩‍💻❤️🇨🇳👍🏽 b', 'a <1:👩‍💻❤️🇨🇳👍🏽> b'],
  ['a sign on a figure takes it along', 'e 1️⃣ f', 'e <1:1️⃣> f'],
  ['what none has stays with the family', 'a ᚠ b', 'a ᚠ b'],
  ['a letter with a mark that none has stays with the family', 'x\u20d7', 'x\u20d7'],
])('%s', (_, text, expected) => {
  expect(cover(text, latin, arabic, emoji)).toBe(expected)
})
