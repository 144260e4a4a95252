import { getDimensions, seriesIn } from '../../dataset/figure/series.ts'
import type { Dataset, Dimension, Observation, Series } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { CallFault, Parting } from './types.ts'

/**
 * The rows and parts of some series, by the dimension that is asked for, else by the one with the fewest categories.
 * Rows are the one thing besides in
 * which the series differ: another dimension, or the indicator.
 */
export function getParting(
  keys: readonly string[],
  by: string | undefined,
  titled: readonly Observation[],
  dataset: Dataset,
  locale: Locale,
): Parting | CallFault {
  const series = keys.map((key) => toSeries(key, dataset))
  const varying = getVarying(series, dataset)
  const dimension = by === undefined ? varying[0] : varying.find(({ id }) => id === by)
  if (!dimension)
    return {
      message: by === undefined ? 'figures that no dimension parts' : `figures that do not differ in ${by}`,
      hint: 'name a breakdown, figures="recent-users[age]", or several indicators with one',
    }
  const others = varying.filter(({ id }) => id !== dimension.id)
  const indicators = new Set(series.map(({ indicator }) => indicator)).size
  if (others.length + (indicators > 1 ? 1 : 0) > 1)
    return {
      message: `figures that differ in more than rows and ${dimension.id}`,
      hint: 'hold all but one other dimension to a category: figures="recent-users[age,sex,wales]"',
    }
  const [row] = others
  const has = (id: string) => series.some(({ categories }) => categories[dimension.id] === id)
  const parts = [...dimension.categories.values()].filter(({ id }) => has(id))
  const isTitled = (id: string) => titled.some(({ categories }) => categories[dimension.id] === id)
  return {
    dimension: dimension.id,
    part: `${dimension.id}Label`,
    partOrder: `${dimension.id}Order`,
    parts: parts.map(({ id, short }) => ({ id, label: locale.text(short) })),
    named: parts.flatMap(({ id }) => (isTitled(id) ? [id] : [])),
    row: row ? `${row.id}Label` : 'indicatorLabel',
    rowOrder: row ? `${row.id}Order` : 'order',
  }
}

function toSeries(key: string, dataset: Dataset): Series {
  const members = seriesIn(key, dataset)
  const [member] = 'message' in members ? [] : members
  return member ?? { key, indicator: key, categories: {} }
}

/** The field that tells series apart: for parts of an indicator the one dimension that differs, else all. */
export function nameField(keys: readonly string[], dataset: Dataset): string {
  const series = keys.map((key) => toSeries(key, dataset))
  if (new Set(series.map(({ indicator }) => indicator)).size > 1 || series.length < 2) return 'label'
  const [dimension, other] = getVarying(series, dataset)
  return dimension && !other ? `${dimension.id}Label` : 'category'
}

/** The dimensions in which series differ, fewest categories first; of equal ones the last declared. */
function getVarying(series: readonly Series[], dataset: Dataset): Dimension[] {
  const all = series.flatMap(({ indicator }) => getDimensions(indicator, dataset))
  const count = ({ id }: Dimension) => new Set(series.map(({ categories }) => categories[id])).size
  return [...new Set(all)]
    .filter((dimension) => count(dimension) > 1)
    .reverse()
    .toSorted((one, other) => count(one) - count(other))
}
