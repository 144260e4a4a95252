import { parsePeriod } from '../../dataset/figure/period.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants } from '../../memory/derived.ts'
import { nameWords } from '../words/names.ts'
import { entries } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'

/**
 * The label of the first of levels that are all of one pace, as weekly earnings, where a text says another:
 * monthly earnings, crowns a month; undefined where it does not.
 */
export function paceMistaken(
  text: string,
  figures: readonly Observation[],
  dataset: Dataset,
  language: Language,
): string | undefined {
  const said = getStems(text)
  const paces = pacesIn(language)
  const getPlaces = (phrase: readonly string[]) =>
    said.flatMap((_, first) => (phrase.every((stem, at) => stem === said[first + at]) ? [first] : []))
  const heard = paces.filter((phrases) => phrases.some((phrase) => getPlaces(phrase).length > 0))
  const isMistaken = ({ measure, indicator, period, quantity }: Observation) => {
    const own = dataset.indicators.get(indicator)
    const names = own ? nameWords(own, language) : []
    const [called, ...more] = paces.filter((phrases) =>
      phrases.some(([word = '', ...others]) => others.length === 0 && names.includes(word)),
    )
    if (measure !== 'value' || !called || more.length > 0 || heard.includes(called)) return false
    const counted = getStems(dataset.units.get(quantity.unit)?.label[language] ?? '')
    // Monthly earnings; crowns a month.
    const isOfIt = ({ length }: readonly string[], first: number) =>
      length > 1
        ? counted.includes(said[first - 1] ?? '')
        : said.slice(first + 1, first + 3).some((stem) => names.includes(stem))
    // Monthly figures of what is counted in a week.
    const step = ['', '', '', 'P1M', 'P12M'].indexOf(parsePeriod(period)?.length ?? '-')
    return heard.some(
      (phrases) =>
        phrases !== paces[step] && phrases.some((phrase) => getPlaces(phrase).some((first) => isOfIt(phrase, first))),
    )
  }
  const [first] = heard.length > 0 ? figures : []
  return first && figures.every(isMistaken) ? dataset.indicators.get(first.indicator)?.label[language] : undefined
}

const getStems = (text: string): string[] => getTokens(text).map(({ stem }) => stem)

const pacesIn = constants((language: Language) =>
  lexicons[language].paces.split(';').map((words) => entries(words).map(getStems)),
)
