import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Locale, PeriodForm } from '../../locale/types.ts'
import { seriesLabel } from '../../locale/words/series-words.ts'

/** What a figure is called: `Netizens, December 2023`, `Netizens, December 2023, growth`. */
export function nameFigure(observation: Observation, dataset: Dataset, locale: Locale, form?: PeriodForm): string {
  const level = [seriesLabel(dataset, locale, observation), locale.period(observation.period, form)]
  return [...level, ...nameMeasure(observation, locale)].join(locale.word('comma'))
}

/** What a figure is called, of a change since when: `Netizens, December 2023, change since December 2022`. */
export function nameInFull(observation: Observation, dataset: Dataset, locale: Locale): string {
  const { since, indicator } = observation
  const type = dataset.indicators.get(indicator)?.type ?? 'stock'
  const moved = nameMeasure(observation, locale).map((what) =>
    since ? locale.since(what, locale.period(since), type) : locale.aside(what, locale.word('basePeriodNotStated')),
  )
  const level = [seriesLabel(dataset, locale, observation), locale.period(observation.period)]
  return [...level, ...moved].join(locale.word('comma'))
}

function nameMeasure({ measure }: Observation, locale: Locale): string[] {
  return measure === 'value' ? [] : [locale.lower(locale.word(measure))]
}
