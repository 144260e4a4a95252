import { isNamedBy, parsePeriod, periodEnd, periodStart, periodYear } from '../../dataset/figure/period.ts'
import type { Dataset, Period, Report } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { plainText } from '../../document/plain-text.ts'
import type { Document, Heading } from '../../document/types.ts'
import { escapePattern } from '../../files/escape-pattern.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { datesIn, isBase, partsNamed, weeksNamed } from '../evidence/mention-period.ts'

/** An error for a title or subtitle that names the time of an earlier edition: `Crime in 2024` over figures of 2025. */
export function checkCover(document: Document, { report }: Dataset, locale: Locale): Diagnostic[] {
  const [title, ...others] = document.blocks.filter((block): block is Heading => block.type === 'heading')
  if (!title) return []
  const { depth, children, place } = others[0] ?? title
  // On a page the line below the title is the report's, and what follows a section.
  const subtitle = document.kind === 'deck' && depth === 2 ? plainText(children) : (document.subtitle ?? '')
  const titles = [plainText(title.children), document.subject].map((text) => ({
    what: 'title',
    text,
    place: title.place,
  }))
  const said = [...titles, { what: 'subtitle', text: subtitle, place: document.kind === 'deck' ? place : title.place }]
  return said.flatMap(({ what, text, place }, index) => {
    if (said.findIndex((other) => other.text === text) !== index) return []
    const time = timeBefore(text, report, locale.primary)
    const words = time ?? editionBefore(text, report, locale)
    if (words === undefined) return []
    const own = time === undefined ? `edition ${report.edition}` : `on ${locale.period(report.period)}`
    const message = `the ${what} says ${words}, and the report is ${own}: “${text}”`
    const hint = `move it on, here or in data/report.yaml: {{${time === undefined ? 'edition' : 'period'}}} says the report’s own`
    return [{ severity: 'error' as const, kind: 'dates' as const, message, place, hint }]
  })
}

/** The name of the edition before, if its number counts no halves or quarters and the report's own is not named. */
function editionBefore(text: string, { edition }: Report, locale: Locale): string | undefined {
  if (typeof edition !== 'number' || edition <= 5) return undefined
  const [before, own] = [edition - 1, edition].map((number) => locale.edition(number))
  const isSaid = (name: string | undefined) =>
    name !== undefined && /\p{L}/u.test(name) && new RegExp(`(?<!\\d)${escapePattern(name)}`).test(text)
  return isSaid(before) && !isSaid(own) ? before : undefined
}

/** The words for a time between what the report compares with and its own, where it names none of its own. */
function timeBefore(text: string, report: Report, language: Language): string | undefined {
  const named = timesIn(text, report, language)
  const before = named.find(
    ({ period }) =>
      periodEnd(period) >= periodStart(report.comparison) && periodStart(period) < periodStart(report.period),
  )
  const isOld = before && !named.some(({ period }) => isAbout(period, report.period))
  return isOld ? text.slice(before.start, before.end).trim() : undefined
}

/** The times that a text names, except bases that something counts from; parts of a year are of the report's year. */
function timesIn(text: string, { period }: Report, language: Language) {
  const dates = datesIn(text, language).flatMap(({ period, ...span }) =>
    period === undefined ? [] : [{ ...span, period }],
  )
  const parts = [...partsNamed(text, periodYear(period)), ...weeksNamed(text, periodYear(period))]
  const named = dates.length > 0 ? dates : parts
  return named.filter(({ start }) => !isBase(text, start))
}

/** Whether a time is the report's or within it: of rolling quarters only the same. */
function isAbout(named: Period, period: Period): boolean {
  const areRolling = [named, period].every((one) => parsePeriod(one)?.form === 'ending')
  return areRolling ? named === period : isNamedBy(period, named)
}
