import { periodEnd, periodLike } from '../dataset/figure/period.ts'
import { createCatalogue, findKey } from '../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../dataset/figure/shift-period.ts'
import { isMap } from '../dataset/is-map.ts'
import { reportFile } from '../dataset/read/read-files.ts'
import type { Dataset, Measure, Observation, Period, Report } from '../dataset/types.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import type { Place } from '../diagnostic.ts'
import { sayFigure } from '../document/say/say-figure.ts'
import { sourceText } from '../files/source-text.ts'
import type { Locale } from '../locale/types.ts'
import type { EditionDates } from './move-formulas.ts'

/** What is left to be done by hand: where, what, and the lines to write. */
export interface Todo {
  place: Place
  what: string
  /** As they are to be written; empty where only a person knows. */
  lines: string[]
}

/** The source of the next edition's figures, and the date of release where it is a guess. */
export function sourceToAdd(
  { edition, period, released }: EditionDates,
  isReleaseKnown: boolean,
  reportText: string,
): Todo[] {
  const at = (key: string): Place => {
    const line = reportText.split('\n').findIndex((text) => text.startsWith(`${key}:`))
    return { file: reportFile, line: line + 1, column: 1 }
  }
  const id = `source-${edition ?? period}`
  const lines = [`${id}:`, '  kind: primary', '  title: …', '  publisher: …', `  published: ${released}`, '  cite: …']
  const guess = `released: ${released} is a guess; write the date`
  return [
    ...(isReleaseKnown ? [] : [{ place: at('released'), what: guess, lines: [] }]),
    { place: at('sources'), what: 'add the source of the new figures under sources, by a name of your own', lines },
  ]
}

/** The figures that the present edition states and the next one needs, by indicator, with the lines to write above the present ones; `texts` are the dataset's files. */
export function figuresToWrite(
  dataset: Dataset,
  dates: EditionDates,
  texts: ReadonlyMap<string, string>,
  locale: Locale,
): Todo[] {
  const { report, indicators, observations } = dataset
  const catalogue = createCatalogue(dataset, observations.values())
  return [...indicators.keys()].flatMap((id) => {
    const find = (measure: Measure): Observation | undefined => {
      const found = observations.get(findKey(catalogue, measure === 'value' ? id : `${id}.${measure}`) ?? '')
      return found?.statement ? found : undefined
    }
    const figures = { value: find('value'), change: find('change'), rate: find('rate') }
    const first = figures.value ?? figures.change ?? figures.rate
    if (!first) return []
    const said = Object.values(figures).flatMap((figure) => (figure ? [sayFigure(figure, dataset, locale)] : []))
    const what = `${id}: ${said.join(', ')} in ${first.period}`
    const moved = movedDates(first.period, report, dates)
    const { file } = first.place
    const lines = file.endsWith('.csv') ? [rowFor(id, figures, moved, texts.get(file) ?? '')] : linesFor(figures, moved)
    return [{ place: first.place, what, lines }]
  })
}

/** The period of a figure in the next edition, and the one that it is compared with; an ellipsis where a figure of this kind may not be due: a year's in the middle of the next. */
function movedDates(own: Period, report: Report, dates: EditionDates): { period: string; comparison: string } {
  if (own === report.period) return dates
  const months = monthsBetween(report.period, dates.period)
  const period = shiftPeriod(own, months)
  if (period === undefined || periodEnd(period) > periodEnd(dates.period)) return { period: '…', comparison: '…' }
  return { period, comparison: periodLike(own, dates.comparison) }
}

/** Where a change counts from that is like the present one. */
function getSince(change: Observation | undefined, comparison: string): string | undefined {
  return change && (change.since === null ? 'not stated' : comparison)
}

/** A row with a field for each column that the file has, an ellipsis where something is to be written. */
function rowFor(
  id: string,
  { value, change, rate }: Record<Measure, Observation | undefined>,
  { period, comparison }: { period: string; comparison: string },
  text: string,
): string {
  const fields: Record<string, string | undefined> = {
    indicator: id,
    period,
    value: value && '…',
    source: '…',
    since: getSince(change ?? rate, comparison),
    by: change && '…',
    rate: rate && '…',
  }
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)
  return header
    .split(',')
    .map((name) => fields[name.replaceAll('"', '').trim()] ?? '')
    .join(',')
}

function linesFor(
  { value, change, rate }: Record<Measure, Observation | undefined>,
  { period, comparison }: { period: string; comparison: string },
): string[] {
  const since = getSince(change ?? rate, comparison)
  const parts = [...(change ? ['by: …'] : []), ...(rate ? ['rate: …'] : [])]
  const moved = parts.length > 0 ? [`  change: { since: ${since}, ${parts.join(', ')} }`] : []
  return [`- period: ${period}`, ...(value ? ['  value: …'] : []), '  source: …', ...moved]
}

/** Where the report's title or subtitle names a year of the present edition, once it has moved on. */
export function wordsToMove({ report }: Dataset, dates: EditionDates, reportText: string): Todo[] {
  const located = readYaml(sourceText(reportFile, reportText)).value
  const all = [report.period, report.comparison].map((period) => period.slice(0, 4))
  const years = [...new Set(all)].filter((year) => !dates.period.startsWith(year))
  const texts = Object.entries(isMap(located?.value) ? located.value : {})
  return texts.flatMap(([key, value]) => {
    if (!located || (key !== 'title' && key !== 'subtitle')) return []
    const said = isMap(value) ? Object.entries(value) : [[undefined, value] as const]
    return said.flatMap(([tag, text]) => {
      const named = years.filter((year) => String(text).includes(year))
      const place = located.place(tag === undefined ? [key] : [key, tag])
      return named.map((year) => ({ place, what: `${key} names ${year}, which stays as it is`, lines: [] }))
    })
  })
}

/** Where a template, spec or check names a period of the present edition, which does not move on by itself. */
export function datesToMove({ report }: Dataset, texts: ReadonlyMap<string, string>): Todo[] {
  const dated = [report.period, report.comparison]
  return [...texts].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) =>
      dated.flatMap((period) => {
        const column = line.search(new RegExp(`@${period}(?![\\d-])`))
        const place = { file, line: index + 1, column: column + 1 }
        return column < 0 ? [] : [{ place, what: `names ${period}, which stays as it is`, lines: [] }]
      }),
    ),
  )
}
