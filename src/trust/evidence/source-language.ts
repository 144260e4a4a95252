import { type Language, languages, primaryLanguage } from '../../locale/languages.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants, recent } from '../../memory/derived.ts'

/** The language of a source's line: by its script, else by small words of the whole text, else `usual`. */
export function getSourceLanguage(line: string, text: string, usual: string): string {
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = line.match(/\p{L}/gu)?.length ?? 0
  if (han * 4 > letters) return primaryLanguage(usual) === 'zh' ? usual : 'zh'
  return latinLanguage(text, usual)
}

/** Clearer than a word or two that languages share; where the usual language has none of its own, two are clear. */
const leastWords = 3

function latinLanguage(text: string, usual: string): string {
  const [best, ...others] = smallWordsIn(text)
  const own = [best, ...others].find((one) => one?.language === usual)?.count ?? 0
  return best && best.count >= (own === 0 ? leastWords - 1 : leastWords) && best.count > own * 1.5
    ? best.language
    : usual
}

/** How many small words of each language a text has, most first; its lines ask one after another. */
const smallWordsIn = recent(10, (text): { language: Language; count: number }[] => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return languages
    .filter((language) => language !== 'zh')
    .map((language) => ({ language, count: words.filter((word) => smallWords(language).has(word)).length }))
    .toSorted((a, b) => b.count - a.count)
})

const smallWords = constants(
  (language: Language) =>
    new Set([...lexicons[language].small.split(/[,\s]+/), ...Object.keys(numberWords[language].powers)]),
)
