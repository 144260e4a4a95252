import { suggest } from '../../diagnostic.ts'
import type { Categories, Dimension, Indicator, LocalText, Series, Variant } from '../types.ts'

/** A category as it is written: `75-plus`, or with its dimension `age=75-plus`. */
export interface CategoryName {
  dimension?: string | undefined
  category: string
}

/** What indicators are broken down by, for those who read references. */
export interface Breakdown {
  indicators: ReadonlyMap<string, Pick<Indicator, 'dimensions' | 'type'>>
  dimensions: ReadonlyMap<string, Dimension>
  /** The report's variant, whose categories `[variant]` means. */
  variant?: Pick<Variant, 'categories'> | undefined
}

/** What is wrong with a reference, or with the categories in it, and what to write instead. */
export interface ReferenceFault {
  message: string
  hint?: string | undefined
}

/** What a category is called. */
export const categoryPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The categories in `75-plus, wales` or `age=75-plus, region=wales`; undefined for a text of another form. */
export function parseCategories(text: string): CategoryName[] | undefined {
  const names = text.split(',').map((part): CategoryName | undefined => {
    const [, dimension, category] = /^\s*(?:([a-z][a-z0-9]*)\s*=\s*)?([a-z0-9]+(?:-[a-z0-9]+)*)\s*$/.exec(part) ?? []
    return category === undefined ? undefined : { dimension, category }
  })
  return names.every((name) => name !== undefined) ? names : undefined
}

/** The dimensions of an indicator that are declared, in its order. */
export function getDimensions(indicator: string, { indicators, dimensions }: Breakdown): Dimension[] {
  return (indicators.get(indicator)?.dimensions ?? []).flatMap((id) => dimensions.get(id) ?? [])
}

/** The series of an indicator that categories name, or what is wrong with them. */
export function resolveSeries(
  indicator: string,
  names: readonly CategoryName[],
  breakdown: Breakdown,
): Series | ReferenceFault {
  const dimensions = getDimensions(indicator, breakdown)
  const chosen: Record<string, string> = {}
  const all = names.flatMap((name) => (isOfVariant(name, dimensions) ? inVariant(dimensions, breakdown) : [name]))
  for (const name of all) {
    const holding = dimensions.filter(({ id, categories }) =>
      name.dimension === undefined ? categories.has(name.category) : id === name.dimension,
    )
    const [dimension, other] = holding
    if (!dimension?.categories.has(name.category))
      return isOfVariant(name, dimensions)
        ? noVariant(indicator, dimensions, breakdown)
        : unknownCategory(indicator, name, dimensions)
    const { category } = name
    if (other) return ambiguous(category, holding)
    const former = chosen[dimension.id]
    if (former !== undefined) return { message: `two categories of ${dimension.id}: ${former}, ${category}` }
    chosen[dimension.id] = category
  }
  return toSeries(indicator, chosen, dimensions)
}

/** `[variant]`: the variant's own categories. */
function isOfVariant({ dimension, category }: CategoryName, dimensions: readonly Dimension[]): boolean {
  return (
    dimension === undefined && category === 'variant' && !dimensions.some(({ categories }) => categories.has(category))
  )
}

/** The variant's categories in an indicator's dimensions; where it has none, the name itself, which matches none. */
function inVariant(dimensions: readonly Dimension[], { variant }: Breakdown): CategoryName[] {
  const names = dimensions.flatMap(({ id: dimension }) => {
    const category = variant?.categories[dimension]
    return category === undefined ? [] : [{ dimension, category }]
  })
  return names.length > 0 ? names : [{ category: 'variant' }]
}

/** The series of an indicator in some categories; its key names them in the order of the indicator's dimensions. */
export function toSeries(indicator: string, categories: Categories, dimensions: readonly Dimension[]): Series {
  const named = dimensions.flatMap(({ id }) => {
    const category = categories[id]
    if (category === undefined) return []
    const isClear = dimensions.filter((one) => one.categories.has(category)).length === 1
    return [{ id, category, name: isClear ? category : `${id}=${category}` }]
  })
  const key = named.length === 0 ? indicator : `${indicator}[${named.map(({ name }) => name).join(',')}]`
  return { key, indicator, categories: Object.fromEntries(named.map(({ id, category }) => [id, category])) }
}

/** The series of a list's member: `recent-users`, `recent-users[75-plus]`, or for a dimension `recent-users[age]`. */
export function seriesIn(text: string, breakdown: Breakdown): Series[] | ReferenceFault {
  const [, indicator = '', within] = /^\s*([^[\s]*)(?:\[([^\]]*)\])?\s*$/.exec(text) ?? []
  if (!breakdown.indicators.has(indicator)) return { message: `unknown indicator: ${indicator || text.trim()}` }
  if (within === undefined) return [toSeries(indicator, {}, [])]
  const names = parseCategories(within)
  if (!names)
    return { message: `not a category: ${within}`, hint: `write ${indicator}[category] or ${indicator}[dimension]` }
  const dimensions = getDimensions(indicator, breakdown)
  const isDimension = ({ dimension, category }: CategoryName) =>
    dimension === undefined && dimensions.some(({ id }) => id === category)
  const fixed = resolveSeries(
    indicator,
    names.filter((name) => !isDimension(name)),
    breakdown,
  )
  if (!isSeries(fixed)) return fixed
  const along = dimensions.filter(({ id }) => names.some((name) => isDimension(name) && name.category === id))
  return along.reduce<Series[]>((all, dimension) => all.flatMap((one) => seriesBy(dimension, one, breakdown)), [fixed])
}

/** All series of an indicator by one of its dimensions, in the order of its categories, within categories of others. */
export function seriesBy(
  dimension: Dimension,
  { indicator, categories }: Pick<Series, 'indicator' | 'categories'>,
  breakdown: Breakdown,
): Series[] {
  const dimensions = getDimensions(indicator, breakdown)
  return [...dimension.categories.keys()].map((id) =>
    toSeries(indicator, { ...categories, [dimension.id]: id }, dimensions),
  )
}

/** The labels of a series' categories, in the order of its indicator's dimensions; none for the whole. */
export function categoryLabels(
  { indicator, categories }: Pick<Series, 'indicator' | 'categories'>,
  breakdown: Breakdown,
  form: 'label' | 'short',
): LocalText[] {
  return getDimensions(indicator, breakdown).flatMap<LocalText>(
    ({ id, categories: all }) => all.get(categories[id] ?? '')?.[form] ?? [],
  )
}

/** Whether the categories are there, not why they are not. */
export function isSeries(result: Series | ReferenceFault): result is Series {
  return 'key' in result
}

function ambiguous(category: string, dimensions: readonly Dimension[]): ReferenceFault {
  const names = dimensions.map(({ id }) => `${id}=${category}`)
  return { message: `a category of several dimensions: ${category}`, hint: `write ${names.join(' or ')}` }
}

function noVariant(indicator: string, dimensions: readonly Dimension[], { variant }: Breakdown): ReferenceFault {
  const ids = dimensions.map(({ id }) => id)
  if (!variant)
    return {
      message: 'no variant: [variant]',
      hint: 'say what the report is made for: variants: in data/report.yaml, or --each',
    }
  const own = Object.keys(variant.categories).join(', ') || 'no dimension'
  return {
    message: `no category of ${indicator} in this variant: [variant]`,
    hint: `the variant is of ${own}; ${indicator} has ${ids.join(', ') || 'none'}`,
  }
}

function unknownCategory(indicator: string, name: CategoryName, dimensions: readonly Dimension[]): ReferenceFault {
  const { dimension: id, category } = name
  if (dimensions.length === 0)
    return { message: `${indicator} has no dimensions: [${category}]`, hint: 'give it some: dimensions: [age]' }
  const ids = dimensions.map((one) => one.id)
  if (id !== undefined && !ids.includes(id))
    return { message: `no dimension of ${indicator}: ${id}`, hint: suggest(id, ids) ?? `it has ${ids.join(', ')}` }
  const within = dimensions.filter((one) => id === undefined || one.id === id)
  const known = within.flatMap(({ categories }) => [...categories.keys()])
  if (ids.includes(category))
    return {
      message: `a dimension, where one of its categories belongs: ${category}`,
      hint: `write ${known.slice(0, 6).join(', ')}`,
    }
  const some = known.length <= 12 ? known : [...known.slice(0, 10), '…']
  return { message: `unknown category: ${category}`, hint: suggest(category, known) ?? `there are ${some.join(', ')}` }
}
