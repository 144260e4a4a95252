import { isMap, isScalar, isSeq } from 'yaml'
import { parsePeriod, periodEnd, periodStart, periodYear } from '../dataset/figure/period.ts'
import { movedAlong } from '../dataset/figure/shift-period.ts'
import { reportFile } from '../dataset/read/read-files.ts'
import type { Dataset, Period, Report } from '../dataset/types.ts'
import { applyEdits, type TextEdit } from '../edit/text-edit.ts'
import { openYaml, removeKey, setKey, type YamlText } from '../edit/yaml-edits.ts'
import { escapePattern } from '../files/escape-pattern.ts'
import { getLocale } from '../locale/get-locale.ts'
import { getLanguage, textTag } from '../locale/languages.ts'
import type { Locale } from '../locale/types.ts'
import { capital } from '../locale/words/phrases.ts'
import { datesIn, ordinals, weeksNamed } from '../trust/evidence/mention-period.ts'
import { type EditionDates, type MovedFormula, moveFormulas } from './move-formulas.ts'

/** The files of the next edition, and what was moved on in them. */
export interface NextEdition {
  /** The files that change, by path: their new texts. */
  texts: ReadonlyMap<string, string>
  moved: Move[]
  formulas: MovedFormula[]
}

/** A value of `report.yaml` that is another in the next edition. */
export interface Move {
  path: string[]
  before: string
  after: string
}

/** The dates of a report as far on as one period is from another. */
export function shiftedDates(
  { report }: Dataset,
  edition: EditionDates['edition'],
  from: Period,
  to: Period,
): EditionDates {
  const shift = (period: Period) => movedAlong(period, from, to) ?? period
  const { period, comparison, released, nextRelease } = report
  const next = shift(period)
  const isAnnounced = nextRelease !== undefined && nextRelease > periodEnd(next)
  return { edition, period: next, comparison: shift(comparison), released: isAnnounced ? nextRelease : shift(released) }
}

/**
 * The dataset's files moved on: number, id, dates and subtitle of `report.yaml`, and beside each formula of this
 * edition
 * one for the next. All figures stay and become history; comments and layout stay.
 */
export function nextEdition(dataset: Dataset, texts: ReadonlyMap<string, string>, dates: EditionDates): NextEdition {
  const yaml = openYaml(texts.get(reportFile) ?? '')
  const moved = [
    ...headMoves(dataset, dates),
    ...wordMoves('title', yaml, dataset, dates),
    ...wordMoves('subtitle', yaml, dataset, dates),
  ]
  const { nextRelease = '9999' } = dataset.report
  // A release that was announced has come.
  const come = nextRelease <= dates.released ? removeKey(yaml, [], 'next-release') : []
  const sets = moved.flatMap(({ path, after }) => setKey(yaml, path.slice(0, -1), path.at(-1) ?? '', after))
  const edits = [...sets, ...come]
  const withHead = new Map([...texts, [reportFile, applyEdits(yaml.text, edits)] as const])
  const dated = dateAbsences(dataset, withHead)
  const { texts: changed, formulas } = moveFormulas(dataset, dated, dates)
  const all = new Map([...dated, ...changed])
  return { texts: new Map([...all].filter(([path, text]) => text !== texts.get(path))), moved, formulas }
}

/**
 * The files with the period of the present edition behind each figure that `absent:` names without one: the next
 * edition may have it.
 */
function dateAbsences({ report }: Dataset, texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...texts].map(([path, text]) => {
      const absent = path.endsWith('.yaml') ? openYaml(text).document.get('absent') : undefined
      const lists = isMap(absent) ? absent.items.flatMap(({ value }) => (isSeq(value) ? value.items : [])) : []
      const edits = lists.flatMap((item): TextEdit[] => {
        const end = isScalar(item) && !String(item.value).includes('@') ? item.range?.[1] : undefined
        const at = (end ?? 0) - (/["']/.test(text[(end ?? 0) - 1] ?? '') ? 1 : 0)
        return end === undefined ? [] : [{ start: at, end: at, text: `@${report.period}` }]
      })
      return [path, applyEdits(text, edits)]
    }),
  )
}

function headMoves({ report }: Dataset, dates: EditionDates): Move[] {
  const { id, edition, period, comparison, released } = report
  const numbered =
    edition === undefined || dates.edition === undefined ? id : withForm(id, `${edition}`, `${dates.edition}`)
  const number = { path: ['edition'], before: String(edition ?? 'none'), after: String(dates.edition) }
  const moves: Move[] = [
    // Documents are named by it: those of the present edition are not to be written over.
    { path: ['id'], before: id, after: withPeriod(numbered, period, dates.period) },
    ...(dates.edition === undefined ? [] : [number]),
    { path: ['period'], before: period, after: dates.period },
    { path: ['comparison'], before: comparison, after: dates.comparison },
    { path: ['released'], before: released, after: dates.released },
  ]
  return moves.filter(({ before, after }) => before !== after)
}

/** An id with its period as the next one's: `port-2026-09`, `crime-2026-q1`, `delitos-2026-t1`. */
function withPeriod(id: string, period: Period, next: Period): string {
  const [from, to] = [period, next].map((one) => /^(\d{4})-[QS](\d)$/.exec(one))
  if (!from || !to) return withForm(id, period.toLowerCase(), next.toLowerCase())
  const named = new RegExp(`(?<!\\d)${from[1]}(-?[qtsh])${from[2]}(?!\\d)`, 'g')
  return id.replace(named, (_, letter) => `${to[1]}${letter}${to[2]}`)
}

/** The edition's number and period in texts of the report: `Briefing on the 53rd edition`, `第53次报告简报`. */
function wordMoves(key: 'title' | 'subtitle', yaml: YamlText, { report }: Dataset, dates: EditionDates): Move[] {
  const written = yaml.document.getIn([key], true)
  // Keyed as the report's author tags its languages: de-CH.
  const tags = isMap(written) ? written.items.map((item) => String(item.key)) : undefined
  return Object.entries(report[key] ?? {}).flatMap(([tag, before]) => {
    const locale = getLanguage(tag) ? getLocale(tag, report.language) : undefined
    const forms = getForms(report, dates, locale)
    const worded = forms.reduce((text, [old, next]) => withForm(text, old, next), withWeek(before, report, dates))
    const after = locale ? withTime(worded, report, dates, locale) : worded
    const own = tags && [tags.find((one) => textTag(one) === tag) ?? tag]
    return before === after ? [] : [{ path: [key, ...(own ?? [])], before, after }]
  })
}

/** The text with the report's week, where it is named without its year, as the next one's. */
function withWeek(text: string, { period }: Report, dates: EditionDates): string {
  if (parsePeriod(dates.period)?.form !== 'week') return text
  return weeksNamed(text, periodYear(period))
    .filter((one) => one.period === period)
    .reduceRight((moved, { start, end }) => {
      const said = moved.slice(start, end).replace(/\d+/, String(Number(dates.period.slice(-2))))
      return moved.slice(0, start) + said + moved.slice(end)
    }, text)
}

/** The text with the report's quarter or half, also in its language's wording (2nd quarter of 2026), moved on. */
function withTime(text: string, { period }: Report, dates: EditionDates, locale: Locale): string {
  const said = quarterInWords(dates.period, locale)
  const [, part = ''] = /-[QS](\d)$/.exec(dates.period) ?? []
  return datesIn(text, locale.language)
    .filter((one) => part !== '' && one.period === period)
    .reduceRight((moved, { start, end }) => {
      const [article = ''] = /^(?:the|im) /.exec(moved.slice(start, end)) ?? []
      const isCounted = /^\d/.test(moved.slice(start + article.length))
      const next = isCounted ? said.replace(/^\p{L}+(?= )/u, locale.ordinal(Number(part))) : said
      return moved.slice(0, start) + article + next + moved.slice(end)
    }, text)
}

/** How this edition's number and period are said, each with how the next one's are. */
function getForms(
  { edition, period }: Report,
  dates: EditionDates,
  locale: Locale | undefined,
): [old: string, next: string][] {
  const number = (say: (number: number) => string): [string, string][] =>
    typeof edition === 'number' && typeof dates.edition === 'number' ? [[say(edition), say(dates.edition)]] : []
  const named: [string, string][] =
    edition === undefined || dates.edition === undefined ? [] : [[String(edition), String(dates.edition)]]
  const said = (say: (period: Period) => string): [string, string] => [say(period), say(dates.period)]
  const words: [string, string][] = locale
    ? [
        ...number(locale.ordinal),
        ...[
          said((one) => bare(locale.period(one))),
          said((one) => capital(bare(locale.period(one)))),
          said((one) => locale.period(one, 'short')),
          said((one) => locale.period(byMonths(one))),
          said((one) => quarterInWords(one, locale)),
          said((one) => capital(quarterInWords(one, locale))),
        ],
      ]
    : []
  return [...words, ...named, said(String)]
}

/** A period as titles have it: second half of 2025. */
function bare(period: string): string {
  return period.replace(/^the /, '')
}

/** A period as titles have it; of an English quarter beside Q4 2025: fourth quarter of 2025. */
function quarterInWords(period: Period, locale: Locale): string {
  const [, year, quarter] = (locale.primary === 'en' && /^(\d{4})-Q([1-4])$/.exec(period)) || []
  return quarter ? `${ordinals[Number(quarter) - 1]?.[1]} quarter of ${year}` : bare(locale.period(period))
}

/** A period by its months: July to September 2026. */
function byMonths(period: Period): Period {
  const [first, last] = [periodStart(period).slice(0, 7), periodEnd(period).slice(0, 7)]
  return first === last ? first : `${first}/${last}`
}

/** The text with a number's form replaced where it stands alone: 53 in `cnnic-53`, not in 153, 53.5 or 53–54. */
function withForm(text: string, form: string, after: string): string {
  return text.replace(new RegExp(`(?<![\\d.])${escapePattern(form)}(?!\\d|[.–/-]\\d)`, 'g'), () => after)
}
