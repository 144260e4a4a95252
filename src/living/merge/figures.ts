import type { DeckBase } from '../../build/base/base-types.ts'
import { parseReference } from '../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../dataset/figure/shift-period.ts'
import type { Figures } from './merge-marked-text.ts'

/** The figures of the former and the present build, with moved periods where the report has moved on. */
export function createFigures(base: Pick<DeckBase, 'report' | 'figures'>, ours: typeof base): Figures {
  const months = monthsBetween(base.report.period, ours.report.period)
  const moved = (key: string): string => {
    const next = movedKey(key, months)
    return ours.figures[next] ? next : key
  }
  return {
    language: ours.report.language,
    was: (key) => base.figures[key],
    is: (key) => ours.figures[moved(key)],
    at: (key) => ours.figures[key],
    moved,
  }
}

/** A figure's key so many months later; the same where its period cannot be moved by as many. */
export function movedKey(key: string, months: number): string {
  const period = months === 0 ? undefined : parseReference(key)?.period
  const later = period === undefined ? undefined : shiftPeriod(period, months)
  return later === undefined ? key : key.replace(/@.*$/, `@${later}`)
}
