import { shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import { firstWhere } from '../../../files/first-where.ts'
import { getLanguage } from '../../../locale/languages.ts'
import { derived } from '../../../memory/derived.ts'
import type { NumberMention } from '../../numbers/numbers-in-text.ts'
import { writtenValue } from '../../numbers/written-value.ts'
import { directionBefore } from '../../verify/direction.ts'
import { basesIn } from '../../words/bases.ts'
import { readWords } from '../../words/read-words.ts'
import { getTokens } from '../../words/tokens.ts'
import {
  dateAt,
  datesAmong,
  getPart,
  isComparedWith,
  isFormer,
  isOfOtherNumber,
  yearBeforeWords,
} from '../mention-period.ts'
import { dateMention, numbersBeside, periodBeside } from '../period-beside.ts'
import { paragraphFigures, rangeEnd, type SourceParagraph, sentenceSpanAt, wordsAround } from '../source-paragraphs.ts'
import type { DraftFigure } from './draft-figure.ts'
import { draftId, draftLabel } from './draft-name.ts'
import { type TableFigure, tableFigures } from './draft-table.ts'
import { count, type DraftUnit, draftUnit } from './draft-unit.ts'
import { draftWords } from './draft-words.ts'

/** A quantity of a sentence with what it seems to be. */
interface Part {
  mention: NumberMention
  unit: DraftUnit
  role: 'level' | 'change' | 'rate'
  isFall: boolean
  /** Whether it is what another number rose or fell to, or from. */
  isEnd: boolean
  isStart: boolean
  /** Whether it is a level that another is compared with. */
  isFormer: boolean
}

type Group = [Part, ...Part[]]

/** A figure, and whether it is what another is compared with. */
interface NamedFigure {
  figure: Omit<DraftFigure, 'id'>
  isEarlier: boolean
  /** Whether something rose or fell from it. */
  isStart: boolean
}

/** The figures of a text, a level with the change and the rate that its sentence says of it. */
export function draftFigures(paragraphs: readonly SourceParagraph[], language: string): DraftFigure[] {
  const tables = tableFigures(paragraphs)
  const prose = paragraphs.filter((paragraph) => !tables.taken.has(paragraph))
  const figures = prose.flatMap((paragraph) =>
    sentences(paragraph).flatMap((parts) => sentenceFigures(paragraph, parts)),
  )
  const all = joinTwins(figures, tables.figures, paragraphs).toSorted((a, b) => a.paragraph - b.paragraph)
  return withIds(withoutRepeats(all), (paragraph) => draftWords(language).unnamed(paragraph))
}

/** The figures of a sentence, what another is compared with under that one's name. */
function sentenceFigures(paragraph: SourceParagraph, parts: readonly Part[]): NamedFigure['figure'][] {
  const levels = parts.filter(({ role }) => role === 'level').map(({ unit }) => unit.id)
  const isListed = levels.length >= 3 && new Set(levels).size === 1
  const named: NamedFigure[] = []
  for (const group of groupParts(parts)) {
    const before = named.at(-1)
    const next = toFigure(paragraph, group, isListed, before)
    const { figure, isEarlier } = next
    const now = (before?.isStart ? before : named.findLast((one) => !one.isEarlier))?.figure ?? before?.figure
    const isOfOne = now && (now.unit.id === figure.unit.id || figure.unit.id === count)
    // From 12.1 million to 9.7 million: what it was comes first.
    const isAfterIt = before?.isEarlier && now === before.figure && group[0]?.isEnd
    const isOwn = next.isStart && figure.label !== '' && figure.label !== now?.label
    if (!isOfOne || isOwn || !(isEarlier || isAfterIt)) named.push(next)
    else {
      const { unit, label } = now
      const period = isEarlier ? fromOwn(figure.period, now.period) : figure.period
      named.push({ ...next, figure: { ...figure, unit, label, period } })
    }
  }
  return named.map(({ figure }, index) => {
    const next = named[index + 1]?.figure
    // Between 42.5 and 44 million passengers: what is counted is said once.
    const isLow = figure.label === '' && figure.value?.startsWith('at least ') && next?.value?.startsWith('at most ')
    return isLow && next ? { ...figure, label: next.label } : figure
  })
}

/** A year or a quarter before a figure is one before its own period, where that is said. */
function fromOwn(period: string | undefined, own: string | undefined): string | undefined {
  const months = monthsBack(period)
  return months > 0 && own !== undefined && !isRelative(own) ? (shiftPeriod(own, -months) ?? period) : period
}

/** Makes one figure of what prose and a table state: the prose's if the row is the total, else the table's if named. */
function joinTwins(
  prose: readonly NamedFigure['figure'][],
  rows: readonly TableFigure[],
  paragraphs: readonly SourceParagraph[],
): NamedFigure['figure'][] {
  const texts = new Map(paragraphs.map(({ number, text }) => [number, text.toLowerCase()]))
  const isTwin = (figure: NamedFigure['figure'], row: TableFigure) =>
    figure.value === row.value &&
    figure.value !== undefined &&
    /\d\D?\d\D?\d/.test(figure.value) &&
    figure.unit.id === row.unit.id &&
    (figure.period === undefined || isRelative(figure.period) || figure.period === row.period) &&
    (row.isTotal || texts.get(figure.paragraph)?.includes(row.label.toLowerCase()))
  const kept = prose.filter((figure) => !rows.some((row) => !row.isTotal && isTwin(figure, row)))
  return [...kept, ...rows.filter((row) => !row.isTotal || !kept.some((figure) => isTwin(figure, row)))]
}

/** What a text says twice is one figure; without a name only within a paragraph. */
function withoutRepeats(figures: readonly Omit<DraftFigure, 'id'>[]): Omit<DraftFigure, 'id'>[] {
  const getContent = ({ label, unit, paragraph, period, value }: Omit<DraftFigure, 'id'>) =>
    JSON.stringify([label, unit.id, label === '' && paragraph, period, value])
  return [...groupBy(figures, getContent).values()].flatMap((same) => {
    const byChange = groupBy(same, ({ change }) => JSON.stringify(change ?? ''))
    // A headline says the level alone.
    if (byChange.size > 1) byChange.delete('""')
    return [...byChange.values()].map(([first]) => first)
  })
}

function sentences(paragraph: SourceParagraph): Part[][] {
  const { text } = paragraph
  const parts: Part[] = []
  let unitEnd = 0
  for (const mention of paragraphFigures(paragraph)) {
    // The thousand of 12.5 per 1,000 is its unit.
    if (mention.start < unitEnd) continue
    const part = toPart(paragraph, mention, parts.at(-1))
    unitEnd = mention.end + part.unit.length
    parts.push(part)
  }
  const whole = parts.map((part, index) => {
    const next = parts[index + 1]
    const isPair =
      (part.isStart && next?.isEnd) || (part.mention.qualifier === 'at least' && next?.mention.qualifier === 'at most')
    return isPair && part.unit.id === count ? { ...part, unit: { ...next.unit, length: 0 } } : part
  })
  return [...groupBy(whole, ({ mention }) => sentenceSpanAt(text, mention.start).start).values()]
}

function toPart(paragraph: SourceParagraph, own: NumberMention, former?: Part): Part {
  const { text } = paragraph
  const mention = { ...own, qualifier: rangeEnd(text, own) ?? own.qualifier }
  const unit = unitAfter(former, draftUnit(text, mention), text, mention)
  const before = text.slice(Math.max(0, mention.start - 30), mention.start)
  const after = text.slice(mention.end + unit.length, mention.end + unit.length + 12)
  const isEnd = endsMove.test(before) || /^(?:above|below)\b/i.test(mention.text)
  const isStart = isStartOfMove(text, mention)
  // Down 9,300, or 4.2%: one change in two ways.
  const isSame =
    former?.role === 'change' &&
    /^(?:, or|,| or| \() ?$/.test(text.slice(former.mention.end + former.unit.length, mention.start))
  const direction = getDirection(paragraph, mention.start)
  const falls = /^\s(?:lower|less|fewer|down|de moins|weniger|menos)\b/.test(after)
  const rises = /^\s(?:higher|more|de plus|mehr|más)(?!\p{L})/u.test(after)
  const moves = !isEnd && !isStart && (direction !== '' || falls || rises)
  const isFall = mention.value.isNegative() || direction === 'down' || falls || (isSame && former.isFall)
  // 24.6 million passengers (+7.1%).
  const isSigned = /^[-−+]/.test(mention.text) && former?.role === 'level' && former.unit.id !== 'percent'
  const isRate =
    moves ||
    isSigned ||
    (former?.role === 'rate' && isFormer(text, mention.start)) ||
    isSame ||
    /(?:增长率|增速|growth rate)(?:为|达|是| of| was)?\s*$/.test(before) ||
    /\b(?:rate|pace) of (?:growth|increase) of\s*$|^\s*(?:year[- ]on[- ]year|同比)/.test(before + after)
  const role =
    mention.unit === 'percent'
      ? isRate
        ? 'rate'
        : 'level'
      : moves || mention.unit === 'percentage-points'
        ? 'change'
        : 'level'
  const isLevel = role === 'level'
  return {
    mention,
    unit,
    role,
    isFall: isLevel ? mention.value.isNegative() : isFall,
    isEnd,
    isStart,
    isFormer: isLevel && (isStart || isFormer(text, mention.start)),
  }
}

/** What stands before the number that something rose or fell to. */
const endsMove = /(?:(?<!\p{L})(?:to|à|auf|hasta)|至|到|达|为)\s*$/u

/** Whether a number is what something rose or fell from: von 92,4 auf 86,7, from 114 to 118. */
function isStartOfMove(text: string, { start, end }: NumberMention): boolean {
  const after = /^[^.;]{0,24} (?:to|auf|hasta|a|à) (?:\p{Sc}|\d)/u
  return (
    /(?<!\p{L})(?:from|von|desde|de) \p{Sc}?$/u.test(text.slice(Math.max(0, start - 10), start)) &&
    after.test(text.slice(end, end + 34))
  )
}

/** With 21,800 people, the south line with 12,500: of what was counted before, where nothing else is named. */
function unitAfter(former: Part | undefined, unit: DraftUnit, text: string, { start, end }: NumberMention): DraftUnit {
  const isAlone = /^(?:[.,;:)]| (?:and|or|at|in|on|from|to|more|fewer|less|higher|lower)\b|$)/.test(
    text.slice(end, end + 9),
  )
  const isSame = former?.unit.label !== undefined && !/[.!?]\s/.test(text.slice(former.mention.end, start))
  return unit.id === count && isAlone && former && isSame ? { ...former.unit, length: 0 } : unit
}

/** The direction of a number, even with other words between: stiegen im März 2026 um 2,4 %; rose again, by 9%. */
function getDirection(paragraph: SourceParagraph, start: number): ReturnType<typeof directionBefore> {
  const { text } = paragraph
  const before = text
    .slice(Math.max(0, start - 100), start)
    .replace(/(?:im|in|en|au)(?: \p{L}+)? (?:1[89]|20)\d\d (?=(?:um|by|de|von) $)/u, '')
  const near = directionBefore(before, before.length)
  if (near !== '' || !/(?<!\p{L})(?:by|um|of|von|del?|d['’])(?: \p{L}+)? ?$/u.test(before)) return near
  // By and um are of a verb wherever it stands, an annual rise of and un aumento anual del of a noun beside them.
  const isByVerb = /(?<!\p{L})(?:by|um)(?: \p{L}+)? $/u.test(before)
  const sentence = sentenceSpanAt(text, start)
  const tokens = getTokens(text.slice(sentence.start, sentence.end))
  const distance = (at: number) => start - sentence.start - (tokens[at]?.start ?? 0)
  const moved = readWords(tokens, getLanguage(paragraph.language) ?? 'en').findLast(
    ({ first, meaning }) =>
      (meaning === 'up' || meaning === 'down') && distance(first) > 0 && (isByVerb || distance(first) <= 24),
  )
  return moved?.meaning === 'up' || moved?.meaning === 'down' ? moved.meaning : ''
}

/** Each level with the changes up to the next; changes before the first level are its own if things rose to it. */
function groupParts(parts: readonly Part[]): Group[] {
  const groups: Group[] = []
  for (const part of parts) {
    // 91.3%, after 92.6%; that is a fall of 1.3 points: the change is of what was compared.
    const last =
      groups.findLast(([first]) => (part.isEnd ? !first.isStart : part.role === 'level' || !first.isFormer)) ??
      groups.at(-1)
    const joins =
      last &&
      !last.some(({ role }) => role === part.role) &&
      (part.role !== 'level' || part.isEnd) &&
      isOfKind(last, part)
    if (joins) last.push(part)
    else groups.push([part])
  }
  return groups
}

/** Points move percentages, and all else what is counted alike; a rate is of anything but a percentage. */
function isOfKind([first]: Group, { unit, role }: Part): boolean {
  if (role === 'rate') return first.unit.id !== 'percent'
  if (unit.id === 'percentage-points' || first.unit.id === 'percentage-points')
    return [unit.id, first.unit.id].every((id) => id === 'percent' || id === 'percentage-points')
  return first.unit.id === unit.id || unit.id === count || first.role === 'rate'
}

/** The figure of a group of parts, and whether it is what another is compared with. */
function toFigure(
  paragraph: SourceParagraph,
  group: Group,
  isListed: boolean,
  before: NamedFigure | undefined,
): NamedFigure {
  const { text } = paragraph
  const find = (role: Part['role']) => group.find((part) => part.role === role)
  const [level, change, rate] = [find('level'), find('change'), find('rate')]
  // Dry bulk fell by 6.2% to 2.57 million: what fell stands before its rate.
  const [moving] = group
  const main = level ?? change ?? moving
  const { mention, unit } = main
  const isMoved = main.isEnd && moving.role !== 'level'
  const label =
    draftLabel(text, {
      start: isMoved ? moving.mention.start : mention.start,
      after: mention.end + unit.length,
      isListed,
      isCounted: unit.id === count || unit.label !== undefined,
      isShare: unit.id === 'percent',
      language: paragraph.language,
    }) ?? ''
  const moved = change ?? rate
  const base = moved && getBase(paragraph, moved.mention)
  const isAfterLevel = before?.figure.value !== undefined && before.figure.unit.id === unit.id
  const isAnd =
    before?.isEarlier === true && isAfterLevel && /(?:^| )(?:and|und|et|y) \p{Sc}?$/u.test(text.slice(0, mention.start))
  const former = getEarlier(paragraph, main, isAfterLevel, isAnd)
  const figure = {
    label,
    unit: getUnit(main),
    paragraph: paragraph.number,
    period: former ?? getPeriod(paragraph, mention),
    ...(level && { value: write(level) }),
    ...(moved && {
      change: { since: base ?? 'not stated', ...(change && { by: write(change) }), ...(rate && { rate: write(rate) }) },
    }),
    ...(isExpected(paragraph, mention.start) && { isForecast: true }),
    words: wordsAround(paragraph, mention).replaceAll(/\s+/g, ' '),
  }
  return { figure, isEarlier: former !== undefined, isStart: main.isStart }
}

/** Whether a sentence says what is expected: the museum hopes for about 2.5 million. */
function isExpected({ text, language }: SourceParagraph, at: number): boolean {
  const { start, end } = sentenceSpanAt(text, at)
  const words = readWords(getTokens(text.slice(start, end)), getLanguage(language) ?? 'en')
  return words.some(({ meaning }) => meaning === 'open')
}

/** What changes by points is a percentage. Of what changes by a rate alone, the text does not say the unit. */
function getUnit({ unit, role }: Part): DraftUnit {
  if (role === 'rate') return { id: count, type: 'flow', length: unit.length }
  return unit.id === 'percentage-points' ? { ...unit, id: 'percent' } : unit
}

function write({ mention, isFall }: Part): string {
  return writtenValue(mention, isFall)
}

/** A change's base date: after it (`up 24.8 million from December 2023`), in Chinese before (`较2022年12月增长2480万`). */
function getBase(paragraph: SourceParagraph, { start, end }: NumberMention): string | undefined {
  const { text } = paragraph
  const dates = allDates(paragraph)
  const before = dates[firstWhere(dates, (one) => start - one.end <= 12)]
  if (before && before.end <= start && /[较比]$/.test(text.slice(Math.max(0, before.start - 1), before.start)))
    return before.period
  const next = dates[firstWhere(dates, (one) => one.start >= end)]
  // To 14,900, the lowest since 2004: no base.
  const isExtreme = next && extreme.test(text.slice(end, next.start))
  const isFrom = next && /^ (?:from|on|against) \p{Sc}?\d[\d.,]*(?: \p{L}+)? in $/u.test(text.slice(end, next.start))
  if (next && !isExtreme && (isFrom || (next.start <= end + 45 && isComparedWith(text, next.start))))
    return baseLike(text, next)
  const [after = ''] = /^(?:[^.;]|\.\d)*/.exec(text.slice(end, end + 60)) ?? []
  const overYear = /\b(?:year[- ]on[- ]year|on the year|sur un an|interanual)\b/i
  const isBefore = /[比较](?:上年|去年)(?:同期|末)?\p{Script=Han}{0,4}$/u.test(
    text.slice(Math.max(0, start - 12), start),
  )
  return isBefore || yearBeforeWords.test(after) || overYear.test(after) ? aYearBefore : undefined
}

const extreme =
  /(?<!\p{L})(?:low|high|larg|small|record|best|worst|niedrig|höch|tief|plus (?:bas|haut|faible|fort)|más (?:baj|alt)|mínim|máxim)/iu

/** The year of *the same quarter of 2024* is one of its quarters: the one that the figure is of. */
function baseLike(text: string, { start, period }: SaidDate): string | undefined {
  const isSame = /\b(?:same|même|gleichen|mismo) [\p{L}-]+(?: (?:of|in|last|de|en|del))?\s*$/u.test(
    text.slice(Math.max(0, start - 40), start),
  )
  return isSame && period ? `*${period}` : period
}

type SaidDate = ReturnType<typeof dateAt>

const allDates = derived(({ text, numbers }: SourceParagraph): readonly SaidDate[] => datesAmong(text, numbers))

/** Dates that a paragraph's figures may be of: neither the base of a change nor the date of what is compared with. */
const ownDates = derived((paragraph: SourceParagraph): readonly SaidDate[] =>
  allDates(paragraph).filter(({ period, start, end }) => {
    const number = numbersBeside(paragraph).get(end)
    return (
      period !== undefined &&
      !isComparedWith(paragraph.text, start) &&
      !(number && isFormer(paragraph.text, number.start))
    )
  }),
)

/**
 * The time of what another figure is compared with: the date in whose brackets (than in 2024 (11.48 million)) or beside
 * which it stands (€29.1 million of
 * 2024), `--03` where its month is said alone (from 41.1% in March), else the year before (down from 1,352).
 */
function getEarlier(
  paragraph: SourceParagraph,
  { mention, unit, isStart }: Part,
  isAfterLevel: boolean,
  isAnd: boolean,
): string | undefined {
  const { text } = paragraph
  const { start, end } = mention
  const bracketed = allDates(paragraph).find(
    (one) => Math.abs(start - one.end) < 5 && /^ \(\p{Sc}?$/u.test(text.slice(one.end, start)),
  )
  if (bracketed && isComparedWith(text, bracketed.start)) return getYear(text, bracketed)
  // Than a year earlier (289,140).
  if (bracketedYearBefore.test(text.slice(Math.max(0, start - 40), start))) return aYearBefore
  if (!isAnd && !isFormer(text, start)) return undefined
  const beside = dateMention(paragraph, mention)
  const time = beside && getYear(text, dateAt(text, beside))
  if (time) return time
  const part = periodBeside(paragraph, mention, '-')
  if (part) return part
  const after = text.slice(end + unit.length, end + 60)
  const [near = ''] = after.split(/[.,;(]|\d(?!er|ᵉ|[eè]|\.)/)
  const named = getPart(near)
  if (named) return named
  const [span] = basesIn(getLanguage(paragraph.language) ?? 'en')(near).flatMap(({ base }) =>
    'periodBefore' in base && base.periodBefore < 12 ? base.periodBefore : [],
  )
  if (span) return `P${span}M`
  const told = yearBeforeWords.exec(after)
  const isTold = told !== null && /^[ \p{L}]{0,12}$/u.test(after.slice(0, told.index))
  const isBeside = isAfterLevel || isStart || /\b(?:up|down|rose|fell) from $/.test(text.slice(0, start))
  return isTold || (isBeside && !isAnd) ? aYearBefore : undefined
}

const bracketedYearBefore = new RegExp(`(?:${yearBeforeWords.source}) \\(\\p{Sc}?$`, 'iu')

/** The period of a date; of *the same quarter of 2024* the year before. */
function getYear(text: string, date: SaidDate): string | undefined {
  return baseLike(text, date)?.startsWith('*') ? aYearBefore : date.period
}

/** The year that the report's period lies in. */
const wholeYear = '--'

/** The same period a year before (an ISO 8601 duration). */
export const aYearBefore = 'P1Y'

/** How many months before another a period is that is said so: a year, the previous quarter; none of others. */
export function monthsBack(period = ''): number {
  return period === aYearBefore ? 12 : Number(/^P(\d+)M$/.exec(period)?.[1] ?? 0)
}

/** Whether a period is said by another: a month whose year is not said, a year before. */
export function isRelative(period: string | undefined): period is string {
  return period?.startsWith('--') === true || monthsBack(period) > 0
}

/** A number's date: the last before it in its sentence, else the next up to a semicolon, else the paragraph's last. */
function getPeriod(paragraph: SourceParagraph, { start, end }: NumberMention): string | undefined {
  const sentence = sentenceSpanAt(paragraph.text, start)
  const dates = ownDates(paragraph)
  const after = paragraph.text.slice(end, sentence.end)
  // About 1.6 million for the year as a whole.
  if (/^[^.;,]{0,24}\bfor the (?:full|whole|entire) year\b|^[^.;,]{0,24}\bfor the year as a whole\b/.test(after))
    return wholeYear
  const beside = dates.find((one) => numbersBeside(paragraph).get(one.end)?.start === start)
  if (beside) return beside.period
  const before = dates
    .slice(
      0,
      firstWhere(dates, (one) => one.end > start),
    )
    .findLast((one) => !isAside(paragraph.text, one, start))
  const isBeforeWithin = before !== undefined && before.start >= sentence.start
  const next = dates[firstWhere(dates, (one) => one.start >= start)]
  // 1.8% (2024: 2.4%); 31.6%, compared with 30.2% a year earlier and 27.8% in 2022.
  const ofNext = next && (numbersBeside(paragraph).get(next.end)?.start ?? start)
  const isOfNext = ofNext !== undefined && ofNext !== start && /^[^,]*(?:\(|,)/.test(paragraph.text.slice(end, ofNext))
  // 31% of entries (28% in 2025).
  const isInBrackets = next && /\([^)]*\d/.test(paragraph.text.slice(end, next.start))
  const isNext =
    next && next.end <= sentence.end && !isOfNext && !isInBrackets && !isOfOtherNumber(paragraph.text, next.start, end)
  const date = isBeforeWithin || !isNext ? before : next
  // The fourth quarter was the busiest: one of the year that was said before.
  const part = isBeforeWithin ? undefined : getPart(paragraph.text.slice(sentence.start, start), before?.period)
  return part ?? date?.period
}

/** Whether a date stands in brackets closed before a place: 18.6 million in 2026 (2025: 17.9 million), of which 61%. */
function isAside(text: string, { start, end }: SaidDate, at: number): boolean {
  return text[start - 1] === '(' && text.slice(end, at).includes(')')
}

/** Figures of one name, one unit and different periods are of one indicator; others get a number. */
function withIds(figures: readonly Omit<DraftFigure, 'id'>[], unnamed: (paragraph: number) => string): DraftFigure[] {
  const known = new Set<string>()
  // Of a text with thousands of figures none looks again where others have found no place.
  const counts = new Map<string, number>()
  const places = new Map<string, number>()
  const alike = new Map<string, { id: string; taken: Set<string> }[]>()
  const unnamedOnes = new Map<number, number>()
  // Each its own name, so that no two bars of a chart are one; an earlier level is of the figure before it.
  const numbered = ({ paragraph, period }: Omit<DraftFigure, 'id'>) => {
    const count = (unnamedOnes.get(paragraph) ?? 0) + (isRelative(period) ? 0 : 1)
    unnamedOnes.set(paragraph, count)
    return count > 1 ? `${unnamed(paragraph)} (${count})` : unnamed(paragraph)
  }
  const fresh = (plain: string): string => {
    const count = (counts.get(plain) ?? 0) + 1
    counts.set(plain, count)
    const id = count === 1 ? plain : `${plain}-${count}`
    if (known.has(id)) return fresh(plain)
    known.add(id)
    return id
  }
  return figures.map((figure) => {
    const label = figure.label === '' ? numbered(figure) : figure.label
    const plain = draftId(figure.label)
    const key = figure.period ?? ''
    const name = JSON.stringify([plain, figure.unit.id, label, figure.table])
    const indicators = alike.get(name) ?? []
    let place = places.get(`${name} ${key}`) ?? 0
    while (indicators[place]?.taken.has(key)) place += 1
    const { id, taken } = indicators[place] ?? { id: fresh(plain), taken: new Set<string>() }
    alike.set(name, indicators)
    indicators[place] = { id, taken: taken.add(key) }
    places.set(`${name} ${key}`, place + 1)
    return { ...figure, id, label }
  })
}
