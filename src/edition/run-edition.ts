import { readTemplateInput } from '../build/read/read-template-input.ts'
import { formatCounts, type Log } from '../console/log.ts'
import { comparePeriods, parsePeriod, periodEnd } from '../dataset/figure/period.ts'
import { readDataset } from '../dataset/read/read.ts'
import { reportFile } from '../dataset/read/read-files.ts'
import type { Dataset, Period } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, plainError } from '../diagnostic.ts'
import { readDatasetTexts, writeDatasetTexts } from '../edit/dataset-texts.ts'
import { getLocale } from '../locale/get-locale.ts'
import { datesIn } from '../trust/evidence/mention-period.ts'
import {
  absencesToReread,
  comparisonGuessed,
  datesToMove,
  figuresToWrite,
  notesToReread,
  ownDatesToMove,
  sourceToAdd,
  type Todo,
  wordsToMove,
} from './edition-todo.ts'
import type { EditionDates } from './move-formulas.ts'
import { type NextEdition, nextEdition, shiftedDates } from './next-edition.ts'

/** What `briefwright edition` was asked for; dates that are not given follow from the report's own. */
export interface EditionOrder {
  /** Absolute path of the report folder. */
  folder: string
  /** A number, a year or words; `next`: the number after the report's, and none where it has none. */
  edition: number | string
  period: string | undefined
  comparison: string | undefined
  /** ISO date. */
  released: string | undefined
}

/** Moves a report to its next edition; the to-do list, or undefined where the report stays as it was (reported). */
export function runEdition(order: EditionOrder, log: Log): string | undefined {
  const { folder } = order
  const { value: dataset, diagnostics } = readDataset(folder)
  if (!dataset || hasErrors(diagnostics)) {
    for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
    log.say(`failed: ${formatCounts(diagnostics)}; a new edition starts from a report without errors`)
    return undefined
  }
  const dates = getDates(order, dataset)
  const faults = dateFaults(dates, order, dataset)
  for (const fault of faults) log.diagnostic(fault)
  if (faults.length > 0) return undefined
  const texts = readDatasetTexts(folder)
  const next = nextEdition(dataset, texts, dates)
  const unwritten = writeDatasetTexts(folder, next.texts)
  for (const diagnostic of unwritten) log.diagnostic(diagnostic)
  if (unwritten.length > 0) return undefined
  const reportText = next.texts.get(reportFile) ?? ''
  const todo = [
    ...wordsToMove(dataset, dates, reportText),
    ...sourceToAdd(dates, [order.released, dataset.report.nextRelease].includes(dates.released), reportText),
    ...comparisonGuessed(dates, order.comparison !== undefined, reportText),
    ...ownDatesToMove(dataset, reportText),
    ...figuresToWrite(dataset, dates, texts, getLocale(dataset.report.language, dataset.report.language)),
    ...absencesToReread(dataset, dates),
    ...datesToMove(dataset, getTemplates(folder)),
    ...notesToReread(dataset),
  ]
  return formatTodo(next, todo)
}

/** The dates given, and for the others those that follow: the interval between this edition's figures and the last. */
function getDates({ edition, period: asked, comparison, released }: EditionOrder, dataset: Dataset): EditionDates {
  const named = asPeriod(edition, dataset)
  const period = asked ?? named
  const own = dataset.report.period
  const counted = typeof dataset.report.edition === 'number' ? dataset.report.edition + 1 : undefined
  const number = edition === 'next' || edition === period || named !== undefined ? counted : edition
  const dates = period
    ? shiftedDates(dataset, number, own, period)
    : shiftedDates(dataset, number, before(dataset), own)
  return {
    edition: number,
    period: period ?? dates.period,
    comparison: comparison ?? dates.comparison,
    released: released ?? dates.released,
  }
}

/**
 * What an edition named by quarter or months, not by number, is about.
 * Also as the report's language writes it: T3 2026, 3e trimestre 2026.
 */
function asPeriod(edition: number | string, { report }: Dataset): string | undefined {
  const text = String(edition)
  const period = parsePeriod(text) ? text : datesIn(text, report.language)[0]?.period
  const form = parsePeriod(period ?? '')?.form
  return report.edition === undefined && form === parsePeriod(report.period)?.form && form !== 'year'
    ? period
    : undefined
}

/** The latest earlier period of the report's kind that has figures or that it compares with. */
function before({ report, observations }: Dataset): Period {
  const form = parsePeriod(report.period)?.form
  const stated = [...observations.values()].flatMap(({ period, statement }) => (statement ? [period] : []))
  const earlier = [...stated, report.comparison].filter(
    (period) => parsePeriod(period)?.form === form && periodEnd(period) < periodEnd(report.period),
  )
  return earlier.toSorted(comparePeriods).at(-1) ?? report.comparison
}

function dateFaults(dates: EditionDates, order: EditionOrder, { report }: Dataset): Diagnostic[] {
  const fault = (message: string, hint: string): Diagnostic => plainError(message, { hint })
  const isPeriod = (period: string) => parsePeriod(period) !== undefined
  const unknown = [order.period, order.comparison].filter((period) => period !== undefined && !isPeriod(period))
  if (unknown.length > 0)
    return [fault(`unknown form of period: ${unknown.join(', ')}`, 'write 2024-06, 2024-Q2 or 2024')]
  if (order.released !== undefined && parsePeriod(order.released)?.form !== 'day')
    return [fault(`not a date: ${order.released}`, 'write --released 2024-08-29')]
  return [
    ...(typeof report.edition === 'string' && order.edition === 'next'
      ? [fault(`no edition follows ${report.edition} by itself`, 'name it: briefwright edition "Autumn 2024"')]
      : []),
    ...(typeof report.edition === 'number' && typeof dates.edition === 'number' && dates.edition <= report.edition
      ? [fault(`edition ${dates.edition} is not after ${report.edition}`, `the next one is ${report.edition + 1}`)]
      : []),
    ...(periodEnd(dates.period) <= periodEnd(report.period)
      ? [fault(`period ${dates.period} is not after ${report.period}`, 'name it: --period 2024-06')]
      : []),
    ...(periodEnd(dates.comparison) >= periodEnd(dates.period)
      ? [fault(`comparison ${dates.comparison} is not before ${dates.period}`, 'name it: --comparison 2023-12')]
      : []),
    // A report that comes out before its period ends does so again.
    ...(dates.released <= periodEnd(dates.period) && report.released > periodEnd(report.period)
      ? [
          fault(
            `released on ${dates.released}, before the period ${dates.period} ended on ${periodEnd(dates.period)}`,
            'name a date after it with --released',
          ),
        ]
      : []),
  ]
}

function getTemplates(folder: string): Map<string, string> {
  const { value } = readTemplateInput(folder, undefined)
  const files = value ? [...value.written, ...value.partials.values(), ...value.charts.values()] : []
  return new Map(files.map(({ file, text }) => [file, text]))
}

/** What was moved on and what is left to do, as lines to read; each with its file and line. */
function formatTodo({ moved, formulas }: NextEdition, todo: readonly Todo[]): string {
  const moves = moved.map(({ path, before, after }) => `  ${path.join('.')}: ${before} → ${after}`)
  const items = todo.flatMap(({ place, what, lines }) => [
    `  ${place.file}:${place.line}: ${what}`,
    ...lines.map((line) => `      ${line}`),
  ])
  return [
    'moved on in data/report.yaml:',
    ...moves,
    ...(formulas.length > 0 ? ['', `formulas written for this edition (${formulas.length}):`] : []),
    ...formulas.map(({ key, before, after }) => `  ${key}: ${before} → ${after}`),
    '',
    `to do (${todo.length}):`,
    ...items,
    '',
    'the figures can be written in a spreadsheet too: briefwright export figures.xlsx has a row for each',
    'then: briefwright check names what is still missing, and the statements that no longer hold',
    '',
  ].join('\n')
}
