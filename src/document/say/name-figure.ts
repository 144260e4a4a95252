import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'

/** What a figure is called: `Netizens, Dec 2023`, `Netizens, Dec 2023, growth`. */
export function nameFigure(
  { indicator, measure, period }: Observation,
  { indicators }: Dataset,
  locale: Locale,
): string {
  const found = indicators.get(indicator)
  const comma = locale.word('comma')
  const level = `${locale.text(found?.label ?? {})}${comma}${locale.period(period, 'brief')}`
  return measure === 'value' ? level : `${level}${comma}${locale.lower(locale.word(measure))}`
}
