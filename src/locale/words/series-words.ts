import { categoryLabels, getDimensions } from '../../dataset/figure/series.ts'
import type { Dataset, LocalText, Series } from '../../dataset/types.ts'
import type { Locale } from '../types.ts'
import { lexicons } from './lexicons.ts'

type Part = Pick<Series, 'indicator' | 'categories'>
type Form = 'label' | 'short'

/** What a series is called: `Recent users`, of a part `Recent users, aged 75 and over`. */
export function seriesLabel(dataset: Dataset, locale: Locale, part: Part, form: Form = 'label'): string {
  const indicator = locale.text(dataset.indicators.get(part.indicator)?.[form] ?? {})
  const categories = categoryLabels(part, dataset, form).map((label) => behindName(locale.text(label), locale))
  return [indicator, ...categories].join(locale.word('comma'))
}

/** A series' name among others: of one indicator, its categories alone, or its dimension's whole (`All adults`). */
export function memberLabel(
  dataset: Dataset,
  locale: Locale,
  member: Part,
  members: readonly Part[],
  form: Form,
): string {
  const isBreakdown =
    members.every(({ indicator }) => indicator === member.indicator) &&
    members.some(({ categories }) => Object.keys(categories).length > 0)
  if (!isBreakdown) return seriesLabel(dataset, locale, member, form)
  return categoryWords(dataset, locale, member, dimensionsAmong(members), form)
}

/** A series' categories along some dimensions: `Aged 75 and over`, `Women, 16 to 24`; `All adults` for the whole. */
export function categoryWords(
  dataset: Dataset,
  locale: Locale,
  { indicator, categories }: Part,
  along: readonly string[],
  form: Form,
): string {
  const asked = getDimensions(indicator, dataset).filter(({ id }) => along.includes(id))
  const named = asked.filter(({ id }) => categories[id] !== undefined)
  const [first] = asked
  const labels: LocalText[] = named.flatMap<LocalText>(
    ({ id, categories: all }) => all.get(categories[id] ?? '')?.[form] ?? [],
  )
  if (labels.length === 0) return first ? locale.text(first.total) : ''
  const [head, ...others] = labels.map((label) => locale.text(label))
  return [head, ...others.map((label) => behindName(label, locale))].join(locale.word('comma'))
}

/** A category with a small first letter if it is a phrase; one word (Wales) or a second capital may mark a name. */
function behindName(label: string, locale: Locale): string {
  return /^\P{Lu}*\p{Lu}[^\p{Lu}]*\s[^\p{Lu}]*$/u.test(label) ? locale.lower(label) : label
}

/** Whether a series is a remainder: so marked, or its category or indicator is only called Other, Sonstige, 其他. */
export function isResidual(dataset: Dataset, locale: Locale, { indicator, categories }: Part): boolean {
  const words = lexicons[locale.primary].particles.residual.split(', ')
  const named = getDimensions(indicator, dataset).map(({ id, categories: all }) => all.get(categories[id] ?? ''))
  return [dataset.indicators.get(indicator), ...named].some(
    (one) => one && (one.residual ?? words.includes(locale.text(one.label).toLowerCase())),
  )
}

/** The dimensions along which some of the series are told apart. */
export function dimensionsAmong(members: readonly Part[]): string[] {
  return [...new Set(members.flatMap(({ categories }) => Object.keys(categories)))]
}
