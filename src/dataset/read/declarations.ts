import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import type { Named } from '../figure/named.ts'
import { parsePeriod } from '../figure/period.ts'
import { type Breakdown, seriesIn } from '../figure/series.ts'
import { percent } from '../figure/unit/unit.ts'
import type { Dataset, Dimension, Indicator, LocalText, Source, Speaker, Unit } from '../types.ts'
import { type IsBroken, isUnread, unknownName } from './draft.ts'
import { toLocalText } from './local-text.ts'
import type { DimensionEntry, IndicatorEntry, SourceEntry, SpeakerEntry, UnitEntry } from './schema.ts'

/** A unit as declared. */
export function toUnit({ id, entry }: Named<UnitEntry>, language: string): Unit {
  const { label, singular, said = false } = entry
  return {
    id,
    label: toLocalText(label, language),
    ...(singular && { singular: toLocalText(singular, language) }),
    said,
  }
}

/** A source as declared. */
export function toSource({ id, entry }: Named<SourceEntry>, language: string): Source {
  const { title, published, url, kind, cite, edition, series } = entry
  return {
    id,
    title: toLocalText(title, language),
    ...(published !== undefined && { published: String(published) }),
    ...(url && { url }),
    kind,
    cite: toLocalText(cite, language),
    ...(edition !== undefined && { edition }),
    ...(series && { series: toLocalText(series, language) }),
  }
}

/** A speaker as declared. */
export function toSpeaker({ id, entry }: Named<SpeakerEntry>, language: string): Speaker {
  return { id, name: toLocalText(entry.name, language), role: toLocalText(entry.role, language) }
}

/** A dimension as declared. */
export function toDimension({ id, entry }: Named<DimensionEntry>, language: string): Dimension {
  const categories = Object.entries(entry.categories).map(([name, named]) => {
    const { label, short, said, residual } = typeof named === 'object' && 'label' in named ? named : { label: named }
    const texts = {
      label: toLocalText(label, language),
      short: toLocalText(short ?? label, language),
      ...(said !== undefined && { said: toLocalText(said, language) }),
    }
    return [name, { id: name, ...texts, ...(typeof residual === 'boolean' && { residual }) }] as const
  })
  return {
    id,
    label: toLocalText(entry.label, language),
    categories: new Map(categories),
    total: toLocalText(entry.total, language),
    isExhaustive: entry.exhaustive ?? false,
  }
}

/** An indicator as declared; `short` is the label where none is given. */
export function toIndicator({ id, entry, located, path }: Named<IndicatorEntry>, language: string): Indicator {
  const optional = (name: 'said' | 'definition' | 'denominator' | 'note'): Partial<Record<typeof name, LocalText>> => {
    const text = entry[name]
    return text === undefined ? {} : { [name]: toLocalText(text, language) }
  }
  return {
    id,
    label: toLocalText(entry.label, language),
    short: toLocalText(entry.short ?? entry.label, language),
    ...optional('said'),
    unit: entry.unit,
    type: entry.type,
    dimensions: entry.dimensions ?? [],
    ...optional('definition'),
    ...optional('denominator'),
    ...(entry.residual !== undefined && { residual: entry.residual }),
    ...(entry['part-of'] && { partOf: entry['part-of'] }),
    ...(entry['share-of'] && { shareOf: entry['share-of'] }),
    ...(entry.good && { good: entry.good }),
    ...optional('note'),
    place: located.keyPlace(path),
  }
}

/** What is wrong with a source. */
export function sourceErrors({ entry: { published }, located, path }: Named<SourceEntry>): Diagnostic[] {
  if (published === undefined || parsePeriod(String(published))) return []
  const expected = 'a date or period, such as 2024-03-22'
  return [errorAt(located.place([...path, 'published']), `not a date: ${published}`, { expected })]
}

/** What rows of a table and of a chart call something else by. */
const takenNames = [
  'indicator',
  'series',
  'label',
  'period',
  'date',
  'value',
  'change',
  'rate',
  'unit',
  'status',
  'source',
  'note',
  'order',
]

/** What is wrong with a dimension: a name that rows cannot have. */
export function dimensionErrors({ id, entry, located, path }: Named<DimensionEntry>): Diagnostic[] {
  const expected = 'a name of lower-case letters and digits, such as age'
  const isTaken = takenNames.includes(id)
  const hint = isTaken ? 'rows of tables and charts call something else so' : undefined
  const isName = /^[a-z][a-z0-9]*$/.test(id) && !isTaken
  const misnamed = errorAt(located.keyPlace(path), `not a name of a dimension: ${id}`, { expected, hint })
  const double = () =>
    errorAt(located.keyPlace([...path, 'categories', id]), `a category named as its dimension: ${id}`)
  return [...(isName ? [] : [misnamed]), ...(Object.hasOwn(entry.categories, id) ? [double()] : [])]
}

/** What indicators name. */
type Declared = Pick<Dataset, 'units' | 'dimensions' | 'indicators'>

/** What is wrong with an indicator: names that are not known, a part or share in the wrong unit. */
export function indicatorErrors(item: Named<IndicatorEntry>, declared: Declared, isBroken: IsBroken): Diagnostic[] {
  const { units, dimensions, indicators } = declared
  const { id, entry, located, path } = item
  const at = (...keys: string[]) => located.place([...path, ...keys])
  const share = entry['share-of']
  const partOf = entry['part-of']
  const references = [
    ...(partOf === undefined ? [] : [{ name: partOf, place: () => at('part-of') }]),
    ...(share
      ? [
          { name: share.numerator, place: () => at('share-of', 'numerator') },
          { name: share.denominator, place: () => at('share-of', 'denominator') },
        ]
      : []),
  ]
  return [
    ...unknownName('unit', entry.unit, units, isBroken, () => at('unit')),
    ...(entry.dimensions ?? []).flatMap((name, index) =>
      unknownName('dimension', name, dimensions, isBroken, () => located.place([...path, 'dimensions', index])),
    ),
    ...references.flatMap(({ name, place }) => [
      ...unknownName('indicator', name, indicators, isBroken, place),
      ...(name === id ? [errorAt(place(), `${id} refers to itself`, { expected: 'another indicator' })] : []),
    ]),
    ...partUnitErrors(entry.unit, partOf, () => at('part-of'), declared),
    ...(share ? shareUnitErrors(entry.unit, share, { unit: at('unit'), share: at('share-of') }, declared) : []),
  ]
}

function partUnitErrors(
  unit: string,
  partOf: string | undefined,
  place: () => Place,
  { indicators, units }: Declared,
): Diagnostic[] {
  const whole = partOf === undefined ? undefined : indicators.get(partOf)
  if (!whole || !differ(whole.unit, unit, units)) return []
  return [
    errorAt(place(), `a part in ${unit} of a whole in ${whole.unit}: ${whole.id}`, {
      expected: 'an indicator of the same unit',
    }),
  ]
}

function shareUnitErrors(
  unit: string,
  share: { numerator: string; denominator: string },
  places: { unit: Place; share: Place },
  { indicators, units }: Declared,
): Diagnostic[] {
  const wrong = unit === percent.id ? [] : [errorAt(places.unit, `a share in ${unit}`, { expected: percent.id })]
  const [above, below] = [indicators.get(share.numerator), indicators.get(share.denominator)]
  if (!above || !below || !differ(above.unit, below.unit, units)) return wrong
  return [
    ...wrong,
    errorAt(places.share, `a share of ${above.unit} in ${below.unit}`, {
      expected: 'two indicators of one unit',
      hint: 'without share-of, denominator: says in words what it is a share of',
    }),
  ]
}

/** Whether two units are not the same; of one that is unknown that alone is told. */
function differ(one: string, other: string, units: Declared['units']): boolean {
  return one !== other && units.has(one) && units.has(other)
}

/** The members of a list by the keys of their series, `recent-users[age]` as each of its categories. */
export function membersOfList(entry: readonly string[], breakdown: Breakdown): string[] {
  return entry.flatMap((name) => {
    const members = seriesIn(name, breakdown)
    return 'message' in members ? [name] : members.map(({ key }) => key)
  })
}

/** What is wrong with a list: names that are not known, or named twice. */
export function listErrors(
  { entry, located, path }: Named<readonly string[]>,
  breakdown: Breakdown & { indicators: ReadonlyMap<string, Indicator> },
  isBroken: IsBroken,
): Diagnostic[] {
  return entry.flatMap((name, index) => {
    const place = () => located.place([...path, index])
    const doubled =
      entry.indexOf(name) < index ? [errorAt(place(), `twice in the list: ${name}`, { hint: 'remove one' })] : []
    return [...memberErrors(name, breakdown, isBroken, place), ...doubled]
  })
}

/** What is wrong with a member of a list. */
export function memberErrors(name: string, breakdown: Breakdown, isBroken: IsBroken, place: () => Place): Diagnostic[] {
  const [indicator = ''] = name.split('[')
  if (!breakdown.indicators.has(indicator))
    return unknownName('indicator', indicator, breakdown.indicators, isBroken, place)
  const members = seriesIn(name, breakdown)
  return 'message' in members && !isUnread(indicator, { ...breakdown, isBroken })
    ? [errorAt(place(), members.message, members)]
    : []
}
