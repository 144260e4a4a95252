import { comparePeriods } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import { shortened } from '../../diagnostic.ts'
import type { DocumentKind } from '../../document/formats.ts'
import type { Print, Trace, TracedCheck, TracedFigure } from './trace-schema.ts'

/** A trace by figure: what each is, where it comes from, and every place that prints it. */
export function formatByFigure(trace: Trace): string {
  const printed = groupBy(trace.prints, ({ figure }) => figure)
  const blocks = Object.entries(trace.figures)
    .filter(([key]) => printed.has(key) || trace.unprinted.includes(key))
    .sort(([a], [b]) => comparePeriods(getPeriod(b), getPeriod(a)))
    .map(([key, figure]) => [...formatFigure(key, figure, trace), ...formatPlaces(printed.get(key) ?? [])].join('\n'))
  const nowhere = trace.unprinted.filter((key) => !(key in trace.figures))
  const rest = nowhere.length > 0 ? [`printed nowhere: ${nowhere.join(', ')}`] : []
  return `${[...blocks, ...rest].join('\n\n') || 'nothing is printed'}\n`
}

/** How many of a page's figures a summary names. */
const mostNamed = 3

/** What a trace holds, a line for each slide and page, and how to ask for more. */
export function formatSummary({ report, prints, figures, unprinted, unchecked }: Trace): string {
  const pages = groupBy(prints, placeName)
  const width = Math.max(...[...pages.keys()].map(({ length }) => length))
  const lines = [...pages].map(([page, there]) => `${page.padEnd(width)}  ${summarize(there, report.period)}`)
  const printed = new Set(prints.map(({ figure }) => figure))
  const [example = 'REFERENCE'] = printed
  const asks = [
    [`briefwright trace ${example.replace(/[.@].*/, '')}`, 'where a figure stands, and where it comes from'],
    ['briefwright trace --slide 3', 'what stands on a slide; --page 2: on a page'],
    ['briefwright trace --unprinted', `the figures that no document prints: ${unprinted.length}`],
    ['briefwright trace --unchecked', `the figures printed that no check covers: ${unchecked.length}`],
    ['briefwright trace --all', `all of this about each of ${Object.keys(figures).length} figures`],
  ]
  const command = Math.max(...asks.map(([ask = '']) => ask.length))
  return [
    `${report.id}: ${printed.size} figures, printed ${prints.length} times`,
    ...lines,
    '',
    ...asks.map(([ask = '', what]) => `${ask.padEnd(command)}  ${what}`),
    '',
  ].join('\n')
}

/** `13 figures: netizens 1.092 billion, netizens@2022-12 1.067 billion, …`. */
function summarize(prints: readonly Print[], period: string): string {
  const name = (figure: string) => figure.replace(`@${period}`, '')
  const figures = [...new Map(prints.map(({ figure, printed }) => [figure, `${name(figure)} ${printed}`])).values()]
  const more = figures.length > mostNamed ? ', …' : ''
  return `${figures.length} figure${figures.length === 1 ? '' : 's'}: ${figures.slice(0, mostNamed).join(', ')}${more}`
}

/** A trace by slide or page: what stands there, item by item, and where each figure comes from. */
export function formatByPage(trace: Trace): string {
  const pages = groupBy(trace.prints, (print) => placeName(print))
  const blocks = [...pages].map(([page, prints]) => {
    const items = groupBy(prints, ({ item, medium }) => `${item} (${medium})`)
    const lines = [...items].flatMap(([item, there]) => [`  ${item}`, ...formatItem(there)])
    return [page, ...lines].join('\n')
  })
  const figures = Object.entries(trace.figures).map(([key, figure]) => formatFigure(key, figure, trace).join('\n'))
  const where = figures.length > 0 ? ['Where they come from', ...figures] : []
  return `${[...blocks, ...where].join('\n\n') || 'no figure is printed there'}\n`
}

/** The latest first. */
function getPeriod(key: string): string {
  return key.slice(key.indexOf('@') + 1)
}

/** A list of figures, one a line, under a title that counts them. */
export function formatKeys(title: string, keys: readonly string[]): string {
  return `${[`${title}: ${keys.length}`, ...keys.map((key) => `  ${key}`)].join('\n')}\n`
}

function formatItem(prints: readonly Print[]): string[] {
  const width = Math.max(...prints.map((print) => words(print).length))
  return prints.map((print) => `    ${words(print).padEnd(width)}  ${print.figure}`)
}

function formatFigure(key: string, figure: TracedFigure, { checks }: Trace): string[] {
  const { label, value, status, place, stated, derived } = figure
  const covering = checks.filter(({ id }) => figure.checks.includes(id))
  return [
    `${key}  ${value}`,
    `  ${label}${status === 'stated' || status === 'derived' ? '' : ` (${status})`}; ${place}`,
    ...(stated ? [`  stated   ${formatStated(stated)}`] : []),
    ...(derived
      ? [`  derived  ${derived.formula}${derived.inputs.length > 0 ? ` (from ${derived.inputs.join(', ')})` : ''}`]
      : []),
    ...formatChecks(covering),
  ]
}

/** The author's checks one by one; those made from what the dataset says of its indicators (`part:…`) as a number. */
function formatChecks(checks: readonly TracedCheck[]): string[] {
  if (checks.length === 0) return ['  check    none covers it']
  const [own, made] = [checks.filter(({ id }) => !id.includes(':')), checks.filter(({ id }) => id.includes(':'))]
  const kinds = [...groupBy(made, ({ id, verdict }) => `${id.replace(/:.*/, '')} ${verdict}`)]
  return [
    ...own.map(({ id, verdict, assertion }) => `  check    ${id}: ${verdict}${shorten(assertion, id)}`),
    ...kinds.map(([kind, { length }]) => `  check    ${kind}${length > 1 ? ` × ${length}` : ''}`),
  ]
}

function shorten(assertion: string, id: string): string {
  if (assertion === '' || assertion === id) return ''
  return `, ${shortened(assertion, 100)}`
}

function formatStated({ source, paragraphs, locator, speaker, printed }: NonNullable<TracedFigure['stated']>): string {
  const where = paragraphs.length > 0 ? [`paragraph${paragraphs.length > 1 ? 's' : ''} ${paragraphs.join(', ')}`] : []
  const parts = [source, ...where, ...(locator ? [locator] : []), ...(speaker ? [`said by ${speaker}`] : [])]
  return `${parts.join(', ')}: “${printed}”`
}

function formatPlaces(prints: readonly Print[]): string[] {
  if (prints.length === 0) return ['  printed  nowhere']
  const pages = groupBy(prints, placeName)
  return [...pages].flatMap(([page, there]) => {
    const items = groupBy(there, (print) => `${print.item} (${print.medium}): ${words(print)}`)
    return [...items].map(([item, times]) => `  ${page}  ${item}${times.length > 1 ? ` × ${times.length}` : ''}`)
  })
}

/** What is printed of a figure: in a chart that works something out from it, not the figure. */
function words({ printed, workedOut }: Print): string {
  return workedOut ? `worked out from ${printed}` : printed
}

const pageWords: Readonly<Record<DocumentKind, string>> = {
  deck: 'slide',
  briefing: 'page',
  'one-page': 'one-page',
}

function placeName({ document, page }: Print): string {
  return `${pageWords[document]} ${page}`
}
