import { type Diagnostic, errorAt } from '../../diagnostic.ts'
import { comparePeriods, parsePeriod, periodForms, periodStart } from '../figure/period.ts'
import type { PlacedName, Report, VariantPlan } from '../types.ts'
import type { Located, Path } from '../yaml/located.ts'
import { toLocalText } from './local-text.ts'
import type { HeaderEntry } from './schema.ts'

/** The head of `report.yaml` as checked against the schema. */
export interface Header {
  entry: HeaderEntry
  located: Located
}

/** What could be read of a report whose head is not right as a whole. */
export interface Salvaged {
  language?: string | undefined
  period?: string | undefined
  comparison?: string | undefined
}

/** The period of a report that lacks one: no figure is too late, and references without a period mean nothing. */
export const unknownPeriod = '9999'

/** Stands for a report whose head is not right, so that the figures can still be read. */
export function unknownReport({ language = '', period, comparison = '0001' }: Salvaged): Report {
  const known = period !== undefined && parsePeriod(period) !== undefined
  return {
    id: 'report',
    title: {},
    publisher: {},
    geography: {},
    period: known ? period : unknownPeriod,
    comparison,
    released: '9999-12-31',
    language,
    languages: [],
  }
}

/** What the report says of itself; its dates must be dates and follow each other. */
export function resolveReport({ entry, located }: Header): { value: Report; diagnostics: Diagnostic[] } {
  const { language, title, subtitle, publisher, geography, released, embargo, id, edition, author } = entry
  const period = String(entry.period)
  const comparison = String(entry.comparison)
  const value: Report = {
    id,
    title: toLocalText(title, language),
    ...(subtitle && { subtitle: toLocalText(subtitle, language) }),
    ...(edition !== undefined && { edition }),
    publisher: toLocalText(publisher, language),
    ...(author && { author: toLocalText(author, language) }),
    ...(entry.contact && { contact: toLocalText(entry.contact, language) }),
    ...(entry.address && { address: toLocalText(entry.address, language) }),
    ...(entry['next-release'] !== undefined && { nextRelease: entry['next-release'] }),
    geography: toLocalText(geography, language),
    period,
    comparison,
    released,
    ...(embargo !== undefined && { embargo }),
    ...(entry.compiled !== undefined && { compiled: entry.compiled }),
    ...(entry.severity && { severity: entry.severity }),
    language,
    languages: entry.languages ?? [language],
    ...(entry.variants && { variants: toVariantPlan(entry.variants, located) }),
  }
  const known = parsePeriod(period) ? value : { ...value, period: unknownPeriod }
  return { value: known, diagnostics: reportDateErrors(value, located) }
}

function toVariantPlan(
  { each = [], table, references = {} }: NonNullable<HeaderEntry['variants']>,
  located: Located,
): VariantPlan {
  const placed = (name: string, ...path: Path): PlacedName => ({ name, place: located.place(['variants', ...path]) })
  return {
    each: each.map((name, index) => placed(name, 'each', index)),
    ...(table !== undefined && { table: placed(table, 'table') }),
    references: new Map(Object.entries(references).map(([id, file]) => [id, placed(file, 'references', id)])),
  }
}

function reportDateErrors(
  { period, comparison, released, embargo, compiled, nextRelease }: Report,
  located: Located,
): Diagnostic[] {
  const forms = Object.entries({ period, comparison, released, embargo: embargo ?? released }).flatMap(
    ([name, text]) => {
      const expected = name === 'period' || name === 'comparison' ? periodForms : 'a date, such as 2024-03-22'
      return parsePeriod(text) ? [] : [errorAt(located.place([name]), `not a date: ${text}`, { expected })]
    },
  )
  if (forms.length > 0) return forms
  const order: Diagnostic[] = []
  const expected = `a date after ${released}`
  if (compiled !== undefined && compiled <= released)
    order.push(errorAt(located.place(['compiled']), `not compiled after it was released: ${compiled}`, { expected }))
  if (nextRelease !== undefined && nextRelease <= released) {
    order.push(
      errorAt(located.place(['next-release']), `the next release is not after this one: ${nextRelease}`, { expected }),
    )
  }
  if (comparePeriods(comparison, period) >= 0) {
    order.push(
      errorAt(located.place(['comparison']), `comparison is not before the period: ${comparison}`, {
        expected: `a period before ${period}`,
      }),
    )
  }
  if (periodStart(period) > released) {
    order.push(
      errorAt(located.place(['period']), `period begins after the report was released: ${period}`, {
        expected: `a period that begins by ${released}`,
      }),
    )
  }
  return order
}
