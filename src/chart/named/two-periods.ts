import type { ChartRequest } from './types.ts'

/** The later and the earlier of the periods that a chart compares, as expressions: those that are asked for, else the report's. */
export function twoPeriods({ options: { period, since } }: ChartRequest): { isNow: string; isThen: string } {
  return {
    isNow: period === undefined ? 'datum.current' : `datum.period === ${JSON.stringify(period)}`,
    isThen: since === undefined ? 'datum.previous' : `datum.period === ${JSON.stringify(since)}`,
  }
}
