import type { Period } from '../types.ts'
import { getWeek, oneDay, parsePeriod, periodEnd, periodLike, periodYear, toDay, twoDigits } from './period.ts'

/** How many months the last month of `later` lies after that of `earlier`; negative where it lies before. */
export function monthsBetween(earlier: Period, later: Period): number {
  return lastMonth(later) - lastMonth(earlier)
}

/** The period of the same form `months` later; undefined for no whole period: a year moves by 12 months only. */
export function shiftPeriod(period: Period, months: number): Period | undefined {
  const form = parsePeriod(period)?.form
  const { year, month } = parts(lastMonth(period) + months)
  switch (form) {
    case undefined:
      return undefined
    case 'week': {
      const moved = `${Number(period.slice(0, 4)) + months / 12}${period.slice(4)}`
      return months % 12 === 0 && parsePeriod(moved) ? moved : undefined
    }
    case 'day':
      return shiftDay(period, year, month)
    case 'range': {
      const ends = period.split('/').map((end) => shiftPeriod(end, months))
      return ends.includes(undefined) ? undefined : ends.join('/')
    }
    default: {
      const last = `${year}-${twoDigits(month)}`
      const moved = periodLike(period, last)
      return periodEnd(moved).startsWith(last) ? moved : undefined
    }
  }
}

/**
 * Moves a period by the distance of two others: by days if both are weeks or days under four weeks apart,
 * else by months; undefined where that gives no whole period.
 */
export function movedAlong(period: Period, from: Period, to: Period): Period | undefined {
  const forms = [from, to].map((one) => parsePeriod(one)?.form)
  const days = (Date.parse(periodEnd(to)) - Date.parse(periodEnd(from))) / oneDay
  const isWeeks = forms.every((form) => form === 'week')
  const isDays = forms.every((form) => form === 'day') && Math.abs(days) < 28
  return isWeeks || isDays ? shiftDays(period, days) : shiftPeriod(period, monthsBetween(from, to))
}

function shiftDays(period: Period, days: number): Period | undefined {
  const { form, start = '' } = parsePeriod(period) ?? {}
  const day = () => toDay(Date.parse(start) + days * oneDay)
  if (form === 'day') return day()
  if (form === 'week' && days % 7 === 0) return getWeek(day())
  if (form !== 'range') return undefined
  const ends = period.split('/').map((end) => shiftDays(end, days))
  return ends.includes(undefined) ? undefined : ends.join('/')
}

/** The same part of each earlier year, latest first, back to the start of another period: half-years of a half-year. */
export function yearsBefore(period: Period, earliest: Period): Period[] {
  const years = Math.ceil(Math.max(0, monthsBetween(earliest, period)) / 12)
  return Array.from({ length: years }, (_, index) => shiftPeriod(period, -12 * (index + 1)) ?? []).flat()
}

/** Whether two periods are the same part of their years: two first quarters, the three months to June of each. */
export function areYearsApart(a: Period, b: Period): boolean {
  return shiftPeriod(a, 12 * (Number(periodYear(b)) - Number(periodYear(a)))) === b
}

/** The same day of another month, or that month's last. */
function shiftDay(day: Period, year: number, month: number): Period {
  const last = parsePeriod(`${year}-${twoDigits(month)}`)?.end ?? day
  const same = `${year}-${twoDigits(month)}-${day.slice(8)}`
  return same < last ? same : last
}

/** Months since the year 0 of a period's last month, which counts from 1. */
function lastMonth(period: Period): number {
  const end = parsePeriod(period)?.end ?? '0000-12-31'
  return Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7))
}

function parts(months: number): { year: number; month: number } {
  const year = Math.floor((months - 1) / 12)
  return { year, month: months - year * 12 }
}
