import { comparePeriods, isPartOf, periodEnd, periodLike, periodYear } from '../dataset/figure/period.ts'
import { createCatalogue, findKey, observationKey } from '../dataset/figure/reference.ts'
import { monthsBetween, movedAlong, shiftPeriod, yearsBefore } from '../dataset/figure/shift-period.ts'
import { groupBy } from '../dataset/group-by.ts'
import { isMap } from '../dataset/is-map.ts'
import { reportFile } from '../dataset/read/read-files.ts'
import type { Dataset, LocalText, Measure, Observation, Period, Report } from '../dataset/types.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import type { Place } from '../diagnostic.ts'
import { sayFigure } from '../document/say/figure.ts'
import { sourceText } from '../files/source-text.ts'
import type { Locale } from '../locale/types.ts'
import { areSame, datesIn } from '../trust/evidence/mention-period.ts'
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
  const at = (key: string) => placeOfKey(key, reportText)
  const id = `source-${edition ?? period}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const lines = [`${id}:`, '  kind: primary', '  title: …', '  publisher: …', `  published: ${released}`, '  cite: …']
  const guess = `released: ${released} is a guess; write the date`
  return [
    ...(isReleaseKnown ? [] : [{ place: at('released'), what: guess, lines: [] }]),
    { place: at('sources'), what: 'add the source of the new figures under sources, by a name of your own', lines },
  ]
}

/** The comparison, where it is a guess: as far back as that of the present edition. */
export function comparisonGuessed({ comparison }: EditionDates, isKnown: boolean, reportText: string): Todo[] {
  const what = `comparison: ${comparison} is a guess; write the period that this edition compares with`
  return isKnown ? [] : [{ place: placeOfKey('comparison', reportText), what, lines: [] }]
}

/** The dates that only the present edition has: of a look back, of the embargo, of the next release. */
export function ownDatesToMove({ report }: Dataset, reportText: string): Todo[] {
  const { compiled, embargo, nextRelease } = report
  return Object.entries({ compiled, embargo, 'next-release': nextRelease }).flatMap(([key, date]) => {
    const place = placeOfKey(key, reportText)
    const isGone = place.line === 0
    const what = `${key}: ${date} ${isGone ? 'has come and is gone' : 'is of this edition'}; write the next one’s${isGone ? '' : ', or delete it'}`
    return date === undefined ? [] : [{ place: isGone ? placeOfKey('released', reportText) : place, what, lines: [] }]
  })
}

function placeOfKey(key: string, reportText: string): Place {
  const line = reportText.split('\n').findIndex((text) => text.startsWith(`${key}:`))
  return { file: reportFile, line: line + 1, column: 1 }
}

/** What is absent of the present edition, and whether the next one lacks it too. */
export function absencesToReread({ report, absences, otherwise }: Dataset, { period }: EditionDates): Todo[] {
  const named = [...absences.values()].filter((one) => one.period === report.period && one.measure === 'value')
  const isToo = `is absent in ${report.period}; where it is in ${period} too, say it again`
  const forgets = `others is of ${period} too; delete it, or what you forget is left out`
  const all = named.map(({ place, series, reason }) => ({ place, what: `${series} (${reason}) ${isToo}`, lines: [] }))
  return otherwise ? [{ place: otherwise.place, what: `absent: ${forgets}`, lines: [] }, ...all] : all
}

/** Texts that mention the present edition, by year, number or words such as this year, and may become untrue. */
export function notesToReread({ report, indicators, observations }: Dataset): Todo[] {
  const names = [periodYear(report.period), ...(report.edition === undefined ? [] : [String(report.edition)])]
  const ofEdition = new RegExp(
    `(?<!\\d)(?:${names.join('|')})(?!\\d)|\\bthis (?:edition|year|report)\\b|本(?:次|期|年)`,
    'i',
  )
  const speaks = (text: LocalText | undefined) => Object.values(text ?? {}).some((one) => ofEdition.test(one))
  const found = [
    ...[...indicators.values()].flatMap(({ id, place, label, short, note, definition, denominator }) =>
      Object.entries({ label, 'short label': short, note, definition, denominator }).flatMap(([name, text]) =>
        speaks(text) ? [{ place, what: `the ${name} of ${id}` }] : [],
      ),
    ),
    ...[...observations.values()].flatMap(({ key, period, place, note }) =>
      period === report.period && note ? [{ place, what: `the note of ${key}` }] : [],
    ),
  ]
  return found.map(({ place, what }) => ({ place, what: `${what} speaks of this edition: read it again`, lines: [] }))
}

/** The figures that the next edition needs, as their files have them, with lines to write above the present ones. */
export function figuresToWrite(
  dataset: Dataset,
  dates: EditionDates,
  texts: ReadonlyMap<string, string>,
  locale: Locale,
): Todo[] {
  const { report, observations } = dataset
  const catalogue = createCatalogue(dataset, observations.values())
  const stated = [...observations.values()].map(({ period }) => period)
  const same = yearsBefore(dates.period, stated.sort(comparePeriods)[0] ?? dates.period)
  const found = [...groupBy(observations.values(), ({ series }) => series)].flatMap(([key, own]) => {
    const find = (measure: Measure): Observation | undefined => {
      const name = measure === 'value' ? key : `${key}.${measure}`
      const present = observations.get(findKey(catalogue, name) ?? '')
      if (present?.statement) return present
      // What this edition left out those of the same part of a year may have had: a half-year's, a year's.
      const earlier = same.map((when) => observations.get(observationKey(key, measure, when)))
      return earlier.find((one) => one?.statement)
    }
    const whole = figuresBy(find)
    const main = [whole.value, whole.change, whole.rate].map((figure) => figure?.period)
    const isPart = ({ measure, period, statement }: Observation) =>
      measure === 'value' && statement && isPartOf(period, report.period) && !main.includes(period)
    const parts = own.filter(isPart).toSorted((a, b) => comparePeriods(a.period, b.period))
    const ofParts = parts.map(({ period }) =>
      figuresBy((measure) => observations.get(observationKey(key, measure, period))),
    )
    return [whole, ...ofParts].flatMap((figures) => {
      const first = figures.value ?? figures.change ?? figures.rate
      if (!first) return []
      const said = Object.values(figures).flatMap((figure) => (figure ? [sayFigure(figure, dataset, locale)] : []))
      const what = `${key}: ${said.join(', ')} in ${first.period}`
      const moved = movedDates(first.period, report, dates)
      const since = movedBase(figures.change ?? figures.rate, moved, report)
      const row = { indicator: first.indicator, category: Object.values(first.categories).join(', '), ...figures }
      const lines = first.place.file.endsWith('.csv')
        ? [rowFor(row, moved.period, since, texts.get(first.place.file) ?? '')]
        : linesFor(row, moved.period, since)
      return [{ place: first.place, what, lines }]
    })
  })
  const files = [...new Set(found.map(({ place }) => place.file))]
  return files.flatMap((file) =>
    found.filter(({ place }) => place.file === file).sort((a, b) => a.place.line - b.place.line),
  )
}

type Figures = Record<Measure, Observation | undefined>

function figuresBy(find: (measure: Measure) => Observation | undefined): Figures {
  return { value: find('value'), change: find('change'), rate: find('rate') }
}

/** A figure to be written: of what, and what the present edition states of it. */
interface RowToWrite extends Figures {
  indicator: string
  category: string
}

/**
 * A figure's period in the next edition, and the one it is compared with.
 * An ellipsis where none may be due: an annual figure in the middle of the next year.
 */
function movedDates(own: Period, report: Report, dates: EditionDates): { period: string; comparison: string } {
  if (own === report.period || own === dates.period) return dates
  if (yearsBefore(dates.period, own).includes(own))
    return { ...dates, comparison: shiftPeriod(dates.period, -12) ?? own }
  const period = movedAlong(own, report.period, dates.period)
  if (period === undefined || periodEnd(period) > periodEnd(dates.period)) return { period: '…', comparison: '…' }
  return { period, comparison: periodLike(own, dates.comparison) }
}

/** What the next edition's change counts from: the report's comparison, a year before as now, or a fixed base. */
function movedBase(
  change: Observation | undefined,
  moved: { period: string; comparison: string },
  report: Report,
): string | undefined {
  if (!change) return undefined
  const { since, period: own } = change
  if (since === null || since === undefined) return 'not stated'
  if (moved.period === '…' || periodEnd(since) === periodEnd(report.comparison)) return moved.comparison
  if (monthsBetween(since, own) > 12) return since
  return movedAlong(since, own, moved.period) ?? moved.comparison
}

/** A row with a field for each column that the file has, an ellipsis where something is to be written. */
function rowFor(
  { indicator, category, value, change, rate }: RowToWrite,
  period: string,
  since: string | undefined,
  text: string,
): string {
  const fields: Record<string, string | undefined> = {
    indicator,
    category: category.includes(',') ? `"${category}"` : category,
    period,
    value: value && '…',
    source: '…',
    since,
    by: change && '…',
    rate: rate && '…',
    basis: getBasis(change ?? rate),
  }
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)
  return header
    .split(',')
    .map((name) => fields[name.replaceAll('"', '').trim()] ?? '')
    .join(',')
}

/** How a rate is counted stays from edition to edition. */
function getBasis(change: Observation | undefined): string | undefined {
  return change?.basis === 'comparable' ? 'comparable' : undefined
}

function linesFor({ category, value, change, rate }: RowToWrite, period: string, since: string | undefined): string[] {
  const basis = getBasis(change ?? rate)
  const parts = [...(change ? ['by: …'] : []), ...(rate ? ['rate: …'] : []), ...(basis ? [`basis: ${basis}`] : [])]
  const moved = parts.length > 0 ? [`  change: { since: ${since}, ${parts.join(', ')} }`] : []
  const of = category === '' ? [] : [`  category: ${category}`]
  return [`- period: ${period}`, ...of, ...(value ? ['  value: …'] : []), '  source: …', ...moved]
}

/** Where the report's title or subtitle names a year of the present edition, once it has moved on. */
export function wordsToMove({ report }: Dataset, dates: EditionDates, reportText: string): Todo[] {
  const located = readYaml(sourceText(reportFile, reportText)).value
  const all = [report.period, report.comparison].map(periodYear)
  const years = [...new Set(all)].filter((year) => !dates.period.includes(year))
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

/** Where a template or spec names a period of the present edition, also in words, which does not move on by itself. */
export function datesToMove({ report, observations }: Dataset, texts: ReadonlyMap<string, string>): Todo[] {
  const own = [report.period, report.comparison]
  const isOfNow = (period: Period) => own.some((one) => periodEnd(one) === periodEnd(period) || isPartOf(period, one))
  const periods = [...observations.values()].map(({ period }) => period)
  const dated = [...new Set([...own, ...periods.filter(isOfNow)])]
  return [...texts].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => {
      const todo = (column: number, said: string): Todo[] => {
        const place = { file, line: index + 1, column: column + 1 }
        return column < 0 ? [] : [{ place, what: `names ${said}, which stays as it is`, lines: [] }]
      }
      const named = dated.flatMap((period) =>
        todo(
          line.search(new RegExp(`(?:@|\\bperiods?(?:=["']?| +["'])(?:[^"'}]*[\\s,])?)${period}(?![\\d/-])`)),
          period,
        ),
      )
      const words = line.replace(/\{\{.*?\}\}|\w+="[^"]*"/g, (one) => ' '.repeat(one.length))
      const language = /\.([a-z]{2})\.md\.hbs$/.exec(file)?.[1] ?? report.language
      const said = datesIn(words, language).filter(({ period }) => dated.some((one) => areSame(one, period ?? '')))
      return [...named, ...said.flatMap(({ start, end }) => todo(start, words.slice(start, end)))]
    }),
  )
}
