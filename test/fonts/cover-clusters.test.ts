import { expect, test } from 'vitest'
import { coverClusters } from '../../src/fonts/cover-clusters.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { theme } from '../layout/stage.ts'

/** Fonts by the characters that they have: the family, then the fallbacks. */
const cover = (text: string, family: RegExp, ...fallbacks: RegExp[]): string =>
  coverClusters(
    text,
    [...text].filter((character) => !family.test(character)),
    [...fallbacks.keys()],
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

const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u

test.each([
  ['a quotation mark is set with its partner', '国货“潮品”消费', '<0:国货“潮品”消费>'],
  ['at both ends too', '“超”表示', '<0:“超”表示>'],
  ['around Latin words in a Chinese text, as its partner is', '国家域名“.CN”数量', '<0:国家域名“>.CN<0:”数量>'],
  ['one alone is set as what stands beside it', '写作“', '<0:写作“>'],
  [
    'in an English text quotation marks are English',
    'the word “网民” means netizens',
    'the word “<0:网民>” means netizens',
  ],
  ['an apostrophe stays with its letters', 'China’s 中国互联网', 'China’s <0:中国互联网>'],
])('%s', (_, text, expected) => {
  expect(cover(text, /[\u0020-\u036f\u2018-\u201d]/, chinese)).toBe(expected)
})

test('words are set in the font that the theme has for their language', () => {
  const few = './test/fonts/NotoSansSC-few.ttf'
  const fallback = [{ regular: few }, { regular: few, languages: ['ja'] }]
  const fonts = openFonts({ ...theme, fallback }, '.')
  const style = { font: 'body', weight: 'regular', italic: false } as const
  expect(fonts.cover('国', style, 'ja')).toEqual([{ text: '国', fallback: 1 }])
  expect(fonts.cover('国', style, 'zh')).toEqual([{ text: '国', fallback: 0 }])
  expect(fonts.cover('国', style)).toEqual([{ text: '国', fallback: 0 }])
})
