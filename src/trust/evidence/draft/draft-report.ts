import { stringify } from 'yaml'
import { areAlike, comparePeriods, periodEnd, periodStart } from '../../../dataset/figure/period.ts'
import { shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import { parseDataset } from '../../../dataset/read/read.ts'
import type { Diagnostic } from '../../../diagnostic.ts'
import { getLanguage } from '../../../locale/languages.ts'
import { checkEvidence } from '../check-evidence.ts'
import { datesAmong, mentionPeriod } from '../mention-period.ts'
import { readParagraphs, type SourceParagraph } from '../source-paragraphs.ts'
import { type DraftText, draftDataset } from './draft-dataset.ts'
import type { DraftFigure } from './draft-figure.ts'
import { aYearBefore, draftFigures, isRelative, monthsBack } from './draft-figures.ts'
import { type DraftDates, draftTemplates } from './draft-templates.ts'
import { count } from './draft-unit.ts'
import { draftWords } from './draft-words.ts'

/** What a report is drafted from. */
export interface DraftOrder {
  /** The report's id. */
  id: string
  text: string
  language: string
}

/** A drafted report: its files by path, and what of the text is not in it because it contradicts the rest. */
export interface DraftReport {
  files: ReadonlyMap<string, string>
  figures: number
  leftOut: string[]
}

const source = 'release'

/** More than anybody confirms; each is held against the text, again and again until nothing contradicts. */
const mostFigures = 1000

/** Briefwright's own look, with letters that its font has not. */
const chineseTheme = `fallback:
  - regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
    bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'
`

/**
 * A dataset, deck and briefing from a text, each figure with the words that say it.
 * The report builds as it is: what would contradict is left out and reported.
 */
export function draftReport({ id, text, language }: DraftOrder): DraftReport | { why: string; hint: string } {
  const paragraphs = readParagraphs(text, language)
  const read = draftFigures(paragraphs, language)
  const dates = getDates(read, paragraphs)
  if (!dates || read.length === 0) {
    const hint = 'a report is drafted from a text that states figures and names their year'
    return { why: 'no figures with a year', hint }
  }
  if (read.length > mostFigures) {
    const hint = 'draft from a part of it, or print the figures of all with briefwright evidence --draft'
    return { why: `${read.length} figures, more than ${mostFigures},`, hint }
  }
  const reportText = reportYaml(id, language, paragraphs, dates, read)
  const faults = (draft: DraftText) => findFaults(draft, reportText, text)
  const { figures, leftOut } = withoutFaults(
    read.map((figure) => dated(figure, dates)),
    language,
    faults,
  )
  const lists = getLists(figures, dates.period)
  const files = new Map([
    ['data/report.yaml', reportText],
    ['data/figures.yaml', draftDataset(source, language, figures, lists).text],
    [`data/sources/${source}.txt`, text],
    ...draftTemplates(figures, lists, dates, language),
    ...(getLanguage(language) === 'zh' ? [['templates/theme.yaml', chineseTheme] as const] : []),
  ])
  return { files, figures: figures.length, leftOut }
}

/** The period that most figures are of, the one that most changes count from, and the day after the last period. */
function getDates(figures: readonly DraftFigure[], paragraphs: readonly SourceParagraph[]): DraftDates | undefined {
  const mentioned = paragraphs.flatMap(({ text, numbers }) =>
    datesAmong(text, numbers).flatMap(({ period }) => period ?? []),
  )
  // What is only expected of a time does not say that the report is of it.
  const known = figures.filter(({ isForecast }) => !isForecast)
  const times = known.flatMap((one) => (isRelative(one.period) ? [] : (one.period ?? [])))
  const period = headlinePeriod(paragraphs, figures) ?? mostFrequent(times) ?? mostFrequent(mentioned)
  if (period === undefined) return undefined
  const bases = figures.flatMap(({ change }) => (change && /^\d/.test(change.since) ? [change.since] : []))
  const before = bases.filter((base) => comparePeriods(base, period) < 0 && areAlike(base, period))
  const latest = [period, ...times].toSorted(comparePeriods).at(-1) ?? period
  const day = new Date(Date.parse(periodEnd(latest)) + 86_400_000).toISOString().slice(0, 10)
  const released = dateLine(paragraphs) ?? day
  return { period, comparison: mostFrequent(before) ?? shiftPeriod(period, -12) ?? '0001', released }
}

/** The period that the headline names, where figures are of it: Ferries in the first half of 2025. */
function headlinePeriod(paragraphs: readonly SourceParagraph[], figures: readonly DraftFigure[]): string | undefined {
  const named = headLines(paragraphs).flatMap(({ text, numbers }) =>
    datesAmong(text, numbers).flatMap(({ period }) => period ?? []),
  )
  return named.find((period) => figures.some((figure) => figure.period === period))
}

/** The lines before the first sentence: who publishes, when, and the headline. */
function headLines(paragraphs: readonly SourceParagraph[]): readonly SourceParagraph[] {
  const first = paragraphs.findIndex(({ text }) => text.length > 120 || /[.。]$/.test(text.trim()))
  return paragraphs.slice(0, Math.max(first, 0))
}

/** The day that a text's head names. */
function dateLine(paragraphs: readonly SourceParagraph[]): string | undefined {
  for (const { numbers } of headLines(paragraphs)) {
    for (const { kind, text } of numbers) {
      const month = kind === 'date' ? mentionPeriod(text) : undefined
      const day = /(?<!\d)(\d{1,2})(?:日|\.)?(?!\d)/.exec(text.replace(/(?:1[89]|20)\d\d年?|\d{1,2}月/g, ' '))?.[1]
      if (month !== undefined && /^\d{4}-\d\d$/.test(month) && day) return `${month}-${day.padStart(2, '0')}`
    }
  }
  return undefined
}

/** What a text is, and nobody’s name. */
const kindOfText =
  /^(?:(?:press|media|news) (?:release|notice|statement)|(?:for )?immediate release|statistical (?:release|bulletin)|(?:presse|medien)mitteilung|communiqué(?: de presse)?|(?:nota|comunicado) de prensa|新闻稿)$/i

/**
 * The headline: the last line of the head that is not in capitals and has no numbers but years.
 * The publisher: a line in capitals, or what stands before the day.
 */
function getHead(paragraphs: readonly SourceParagraph[]): {
  title?: string | undefined
  publisher?: string | undefined
} {
  const lines = headLines(paragraphs)
  const texts = lines.map(({ text }) => text.trim())
  const isName = (text: string) =>
    text.length > 4 && text === text.toUpperCase() && text !== text.toLowerCase() && !kindOfText.test(text)
  const capitals = texts.find(isName)
  const day = /(?<!\d)\d{1,2}(?:\.| de)? \p{L}+ (?:de )?(?:1[89]|20)\d\d|(?:1[89]|20)\d\d年\d+月\d+日/u
  const isWords = ({ numbers }: SourceParagraph) => numbers.every(({ kind }) => kind !== 'number')
  const headlines = lines.filter(({ text }) => !day.test(text) && !isName(text.trim()) && !kindOfText.test(text.trim()))
  const title = headlines.findLast(isWords)
  // A headline with numbers is no title; what stands above it is whose it is.
  const above = title === headlines.at(-1) ? undefined : title?.text.trim()
  return {
    title: title?.text.trim(),
    publisher:
      capitals?.toLowerCase().replaceAll(/(?<!\p{L})\p{L}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase()) ??
      texts
        .flatMap((text) => /^(\p{Lu}\p{L}+(?: [\p{L}&]+){1,5}), (?=\d)/u.exec(text)?.[1] ?? [])
        .find((text) => !kindOfText.test(text)) ??
      texts.find(
        (text, index) =>
          text !== title?.text.trim() && !/\d/.test(text) && !kindOfText.test(text) && texts.length > index + 2,
      ) ??
      above,
  }
}

/** The latest of the periods that are named most, or half as often. */
function mostFrequent(periods: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const one of periods) counts.set(one, (counts.get(one) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const often = [...counts].flatMap(([period, count]) => (2 * count >= most ? [period] : []))
  return often.toSorted(comparePeriods).at(-1)
}

/** A figure of the report's period where its text names none; a base that is none for it is not stated. */
function dated(figure: DraftFigure, dates: DraftDates): DraftFigure {
  const period = isRelative(figure.period) ? earlier(figure.period, dates.period) : (figure.period ?? dates.period)
  const since = getBase(figure.change?.since ?? 'not stated', period)
  const isBase = since !== 'not stated' && comparePeriods(since, period) < 0 && areAlike(since, period)
  return {
    ...figure,
    period,
    isForecast:
      periodStart(period) > dates.released || (figure.isForecast === true && periodEnd(period) > dates.released),
    ...(figure.change && { change: { ...figure.change, since: isBase ? since : 'not stated' } }),
  }
}

/** A period that is said by another. */
function earlier(relative: string, period: string): string {
  const months = monthsBack(relative)
  return months > 0 ? (shiftPeriod(period, -months) ?? period) : lastPart(relative.slice(2), period)
}

/** A base that is said by the figure's own period: a year before, `*2024` for the same part of that year. */
function getBase(since: string, period: string): string {
  if (since === aYearBefore) return shiftPeriod(period, -12) ?? 'not stated'
  return since.startsWith('*') ? since.slice(1) + period.slice(4) : since
}

/** The last month, quarter or half of a name that ends within a period or before it. */
function lastPart(part: string, period: string): string {
  if (part === '') return period.slice(0, 4)
  const year = Number(periodEnd(period).slice(0, 4))
  const last = `${year}-${part}`
  return periodEnd(last) <= periodEnd(period) ? last : `${year - 1}-${part}`
}

function reportYaml(
  id: string,
  language: string,
  paragraphs: readonly SourceParagraph[],
  { period, comparison, released }: DraftDates,
  figures: readonly DraftFigure[],
): string {
  const [first = ''] = paragraphs.map(({ text }) => text.trim())
  const head = getHead(paragraphs)
  const title = head.title ?? (first.length <= 100 && !/\d/.test(first) ? first : id)
  const named = (text: string) => ({ [language]: text })
  const words = draftWords(language)
  const units = new Map(
    figures.flatMap(({ unit: { id, label } }) => {
      if (id === count) return [[id, { label: named(words.count), said: false }]]
      return label === undefined ? [] : [[id, { label: named(label), said: true }]]
    }),
  )
  const report = {
    id,
    title: named(title),
    subtitle: named(words.draft),
    publisher: named(head.publisher ?? '…'),
    geography: named('…'),
    period,
    comparison,
    released,
    language,
    units: Object.fromEntries(units),
    sources: {
      [source]: {
        kind: 'primary',
        title: named(title),
        publisher: named(head.publisher ?? '…'),
        published: released,
        cite: named(title),
      },
    },
  }
  return `# Draft: confirm period, comparison and released; write publisher, geography and how the source is cited.\n${stringify(report, { lineWidth: 0 })}`
}

/** The figures without what the data or the text contradict: of each fault first the change, then the figure. */
function withoutFaults(
  all: readonly DraftFigure[],
  language: string,
  faults: (draft: DraftText) => Diagnostic[],
): { figures: DraftFigure[]; leftOut: string[] } {
  let figures = [...all]
  const leftOut: string[] = []
  for (;;) {
    const draft = draftDataset(source, language, figures)
    const wrong = new Map(
      faults(draft).flatMap(({ place, message }) => {
        const figure = place && draft.figureAt(place.line)
        return figure ? [[figure, message] as const] : []
      }),
    )
    if (wrong.size === 0) return { figures, leftOut }
    for (const [{ paragraph, words }, message] of wrong) leftOut.push(`paragraph ${paragraph}: ${words}: ${message}`)
    figures = figures.flatMap((figure) => {
      if (!wrong.has(figure)) return [figure]
      const { change, ...level } = figure
      return change && level.value !== undefined ? [level] : []
    })
  }
}

/** What the data say against each other and the text against them. */
function findFaults(draft: DraftText, reportText: string, text: string): Diagnostic[] {
  const bytes = (content: string) => new TextEncoder().encode(content)
  const { value, diagnostics } = parseDataset([
    { path: 'data/figures.yaml', bytes: bytes(draft.text) },
    { path: 'data/report.yaml', bytes: bytes(reportText) },
  ])
  const found = value ? [...diagnostics, ...checkEvidence(source, text, value).diagnostics] : diagnostics
  return found.filter(({ kind }) => kind !== 'plausible')
}

/** The period's levels that one paragraph states in one unit, for rankings; and all of it, for cards and tables. */
function getLists(figures: readonly DraftFigure[], period: string): Map<string, string[]> {
  const levels = figures.filter((one) => one.value !== undefined && one.period === period)
  const groups = groupBy(levels, ({ paragraph, unit, table }) =>
    table === undefined ? `paragraph-${paragraph}-${unit.id.toLowerCase()}` : `table-${table}`,
  )
  const rankings = [...groups].filter(([, group]) => group.length >= 3)
  const lists: [string, DraftFigure[]][] = [['headline', levels.slice(0, 4)], ...rankings]
  return new Map(lists.map(([name, listed]) => [name, listed.map(({ id }) => id)]))
}
