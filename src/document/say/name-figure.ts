import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import { seriesLabel } from '../../locale/words/series-words.ts'

/** What a figure is called: `Netizens, Dec 2023`, `Netizens, Dec 2023, growth`. */
export function nameFigure(observation: Observation, dataset: Dataset, locale: Locale): string {
  const { measure, period } = observation
  const comma = locale.word('comma')
  const level = `${seriesLabel(dataset, locale, observation)}${comma}${locale.period(period, 'brief')}`
  return measure === 'value' ? level : `${level}${comma}${locale.lower(locale.word(measure))}`
}
