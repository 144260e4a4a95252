import type { PeriodParts } from '../period-parts.ts'
import type { PeriodForm } from '../types.ts'
import { withoutSharedYear } from './phrases.ts'

type Of<Kind extends PeriodParts['kind']> = Extract<PeriodParts, { kind: Kind }>

/** How a language of Latin script says the parts that periods have: in prose, where `isLong`, else as axes do. */
export interface PeriodWords {
  months: readonly string[]
  shortMonths: readonly string[]
  /** Numbers in words, from none on. */
  cardinals: readonly string[]
  half(parts: Of<'half'>, isLong: boolean): string
  quarter(parts: Of<'quarter'>, isLong: boolean): string
  week(parts: Of<'week'>, isLong: boolean): string
  month(month: string, year: number, isLong: boolean): string
  day(day: number, month: string, year: number, isLong: boolean): string
  /** Between the two ends of a range in prose. */
  to: string
  /** What may part a month from its year. */
  of: string
  /** So many months that end with another. */
  monthsTo(count: number | string): string
}

/** Says periods by a language's words for their parts. */
export function createSayPeriod(words: PeriodWords): (parts: PeriodParts, form: PeriodForm) => string {
  return function say(parts, form): string {
    const isLong = form === 'long'
    const month = (number: number) => (isLong ? words.months : words.shortMonths)[number - 1] ?? ''
    switch (parts.kind) {
      case 'year':
        return String(parts.year)
      case 'split-year':
        return parts.name
      case 'half':
        return words.half(parts, isLong)
      case 'quarter':
        return words.quarter(parts, isLong)
      case 'week':
        return words.week(parts, isLong)
      case 'month':
        return words.month(month(parts.month), parts.year, isLong)
      case 'day':
        return words.day(parts.day, month(parts.month), parts.year, isLong)
      case 'range': {
        // A year that both ends share is said once: January to February 2020.
        const start = withoutSharedYear(say(parts.first, form), parts.first, parts.last, words.of)
        return start + (isLong ? ` ${words.to} ` : '\u2013') + say(parts.last, form)
      }
      case 'ending':
        if (!isLong) return say({ ...parts, kind: 'range' }, form)
        return `${words.monthsTo(words.cardinals[parts.months] ?? parts.months)} ${say(parts.last, form)}`
    }
  }
}

type Pair = readonly [stock: string, flow: string]

/** Words before a period as of which something is: at its end (stock), over it (flow); `other` for kinds not listed. */
type AsOfWords = Readonly<Partial<Record<PeriodParts['kind'], Pair>> & Record<'other', Pair>>

/** Says when something was so by what a language puts before a period. */
export function createSayAsOf(words: AsOfWords): (said: string, kind: PeriodParts['kind'], isStock: boolean) => string {
  return (said, kind, isStock) => `${(words[kind] ?? words.other)[isStock ? 0 : 1]} ${said}`
}
