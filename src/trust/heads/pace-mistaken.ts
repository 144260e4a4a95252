import { parsePeriod } from '../../dataset/figure/period.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { nameWords } from '../words/names.ts'
import { entries } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'

/** The label of the first of some levels that are all called by one time, as weekly earnings, where a text says that they are in another: monthly earnings, crowns a month; undefined where it does not. */
export function paceMistaken(
  text: string,
  figures: readonly Observation[],
  dataset: Dataset,
  language: Language,
): string | undefined {
  const said = stemsOf(text)
  const paces = Object.entries(lexicons[language].paces).map(([unit, words]) => ({
    unit,
    phrases: entries(words).map(stemsOf),
  }))
  const isIn = (phrase: readonly string[], first: number) => phrase.every((stem, at) => stem === said[first + at])
  const isMistaken = ({ measure, indicator, period, quantity }: Observation) => {
    const own = dataset.indicators.get(indicator)
    const names = own ? nameWords(own, language) : []
    const [called, ...more] = paces.filter(({ phrases }) =>
      phrases.some(([word = ''], at) => phrases[at]?.length === 1 && names.includes(word)),
    )
    if (measure !== 'value' || !called || more.length > 0) return false
    const counted = stemsOf(dataset.units.get(quantity.unit)?.label[language] ?? '')
    const isSaid = ({ phrases }: (typeof paces)[number]) =>
      phrases.some((phrase) =>
        said.some((_, first) => {
          const after = said.slice(first + phrase.length, first + phrase.length + 2)
          const isOfIt =
            phrase.length > 1 ? counted.includes(said[first - 1] ?? '') : after.some((stem) => names.includes(stem))
          return isIn(phrase, first) && isOfIt
        }),
      )
    // Monthly figures of what is counted in a week.
    const step = parsePeriod(period)?.length
    const others = paces.filter(({ unit }) => unit !== called.unit && lengths[unit] !== step)
    const isOwn = called.phrases.some((phrase) => said.some((_, first) => isIn(phrase, first)))
    return !isOwn && others.some(isSaid)
  }
  const [first] = figures
  return first && figures.every(isMistaken) ? dataset.indicators.get(first.indicator)?.label[language] : undefined
}

const stemsOf = (text: string): string[] => getTokens(text).map(({ stem }) => stem)

const lengths: Readonly<Record<string, string>> = { month: 'P1M', year: 'P12M' }
