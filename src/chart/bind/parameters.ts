import { areYearsApart } from '../../dataset/figure/shift-period.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { coveredWidth } from '../../graphics/canvas/cover-text.ts'
import { derived } from '../../memory/derived.ts'
import { breaksNames, countLongest, nameLines, smallerName } from '../draw/vega/name-lines.ts'
import type { ShownMark } from '../shown/to-shown-mark.ts'
import { isJsonObject, type JsonObject, walkObjects } from '../spec/json/json.ts'
import { type SpecFile, specError } from '../spec/json/spec-file.ts'
import type { ChartRow } from '../types.ts'
import type { BindInput } from './bind-input.ts'
import { chartSizes, configParameters } from './theme-config.ts'

/** The parameters that every spec has without declaring them. */
export function boundParameters(
  { dataset, locale, theme, fonts, medium }: BindInput,
  marks: readonly ShownMark[],
  rows: readonly ChartRow[],
): JsonObject {
  const { period, comparison } = dataset.report
  const names = shownNames(marks, rows)
  const sizes = chartSizes(theme, medium)
  const lines = nameLines(names)
  const nameSize = sizes.labelSize * smallerName(countLongest(lines), medium)
  return {
    ...theme.colors,
    ...sizes,
    period,
    comparison,
    reportLanguage: locale.language,
    medium,
    ...chartDates(marks, rows, dataset),
    nameSize,
    nameWidth: nameWidth(lines, fonts, nameSize),
    breaksNames: breaksNames(names),
    // All in one row, where there is room.
    legendColumns: 0,
  }
}

/** Those that the spec or the configuration names: each costs Vega an operator. */
export function usedParameters(input: BindInput, marks: readonly ShownMark[], rows: readonly ChartRow[]): JsonObject {
  const used = Object.entries(boundParameters(input, marks, rows)).filter(
    ([name]) => configParameters.includes(name) || input.text.includes(name),
  )
  return Object.fromEntries(used)
}

/** The dates that a chart shows, in milliseconds: all of them, and those worth a label. */
export function chartDates(
  marks: readonly ShownMark[],
  rows: readonly ChartRow[],
  { report }: Dataset,
): { axisDates: number[]; allDates: number[] } {
  const shown = shownRows(marks, rows)
  return { axisDates: axisDates(shown, report.period), allDates: [...getDates(shown).keys()] }
}

/** The rows that some marks show. */
export function shownRows(marks: readonly ShownMark[], rows: readonly ChartRow[]): ChartRow[] {
  return marks.flatMap((mark) => mark.rows.flatMap((row) => rows[row] ?? []))
}

/** The dates of some rows in milliseconds, in order, each with its period. */
function getDates(rows: readonly ChartRow[]): Map<number, string> {
  const dates = rows.map((row): [number, string] => [Date.parse(row.date), row.period])
  return new Map(dates.sort(([one], [other]) => one - other))
}

/** Dates worth a label on a long time axis: the first and last, and those at the report's time of the year. */
function axisDates(rows: readonly ChartRow[], period: string): number[] {
  const dates = [...getDates(rows)]
  const worth = dates.filter(
    ([, ofDate], index) => index === 0 || index === dates.length - 1 || areYearsApart(ofDate, period),
  )
  // Within one year there are no more than the ends: as many as have room, which the axis knows.
  return thinned((worth.length > 2 ? worth : dates).map(([date]) => date))
}

/** More dates than these stand side by side on no axis. */
const mostDates = 9

/**
 * Thins too many dates: every second or third, counted from the last, and the first.
 * Of uneven ones the first, the last, and those between no closer than as many even ones would be.
 */
function thinned(dates: readonly number[]): number[] {
  const steps = dates.slice(1).map((date, index) => date - (dates[index] ?? 0))
  const [first = 0, last = 0] = [dates[0], dates.at(-1)]
  const room = (last - first) / mostDates
  if (dates.length > 2 && Math.max(...steps) > 1.5 * Math.min(...steps)) {
    const kept = [last]
    for (const date of dates.slice(1, -1).reverse())
      if ((kept.at(-1) ?? last) - date >= room && date - first >= room) kept.push(date)
    return [first, ...kept.reverse()]
  }
  const step = Math.ceil(dates.length / mostDates)
  return dates.filter((_, index) =>
    index === 0 ? step === 1 || (dates.length - 1) % step === 0 : (dates.length - 1 - index) % step === 0,
  )
}

/** Whether what works on a spec's data names one of some parameters. */
export function usesInData(spec: JsonObject, names: readonly string[]): boolean {
  return names.some((name) => dataText(spec).includes(name))
}

const dataText = derived((spec: JsonObject): string =>
  JSON.stringify(walkObjects(spec).flatMap(([{ transform, params }]) => [transform ?? null, params ?? null])),
)

/** The names that stand down the side of a chart. */
function shownNames(marks: readonly ShownMark[], rows: readonly ChartRow[]): string[] {
  return marks.flatMap(({ names, rows: shown }) =>
    shown.flatMap((row) => {
      const name = Object.entries(rows[row] ?? {}).find(([field]) => field === names)?.[1]
      return typeof name === 'string' ? [name] : []
    }),
  )
}

/** The width of the longest of some names, in whole points. */
function nameWidth(names: readonly string[], fonts: Fonts, size: number): number {
  const widths = names.map((name) =>
    coveredWidth(name, { font: 'body', weight: 'regular', italic: false }, size, fonts),
  )
  return Math.ceil(Math.max(0, ...widths))
}

/** Errors for parameters of a spec that the report gives. */
export function checkParameters(source: SpecFile, spec: JsonObject, names: readonly string[]): Diagnostic[] {
  const params = Array.isArray(spec.params) ? spec.params : []
  return params.flatMap((param, index) =>
    isJsonObject(param) && typeof param.name === 'string' && names.includes(param.name)
      ? [
          {
            ...specError(source, ['params', index, 'name'], `parameter is given by the report: ${param.name}`),
            hint: 'choose another name',
          },
        ]
      : [],
  )
}
