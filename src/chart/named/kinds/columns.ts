import { areYearsApart } from '../../../dataset/figure/shift-period.ts'
import type { Period } from '../../../dataset/types.ts'
import { isJsonObject, type JsonObject } from '../../spec/json/json.ts'
import { targetFaults, targetLine } from '../beside/target-line.ts'
import { accentWhere, clearOfNames, inOneScale, labelSizes, sayUnitWhere, zeroLevel } from '../parts.ts'
import { columnWidth, columnWidths, mostLabelled, places, regularDates, slots } from '../time-slots.ts'
import type { ChartRequest, NamedChart } from '../types.ts'

/** `chart:columns`: one figure over a few periods, the current one in the accent colour. */
export const columns: NamedChart = {
  purpose: 'one figure over a few periods: a column each',
  options: {
    measure: { type: 'word', words: ['value', 'change', 'rate'] },
    every: { type: 'word', words: ['year'] },
    target: { type: 'figures' },
  },
  check: targetFaults,
  toSpec: (asked) => {
    const request = { ...asked, periods: shownPeriods(asked) }
    const { data, measure, periods, options } = request
    const dates = regularDates(periods)
    // Not shared by the layers: what has no number would be left out of all.
    const isBelowZero = request.belowZero.length > 0
    const y = { field: measure, type: 'quantitative', axis: null, ...clearOfNames(isBelowZero, 1.6) }
    const isFew = periods.length <= mostLabelled
    return {
      ...inOneScale,
      data: { name: data },
      transform: [
        { filter: `isValid(datum.${measure})` },
        ...(options.every ? [{ filter: 'substring(datum.period, 4) === substring(period, 4)' }] : []),
        ...columnWidths,
        sayUnitWhere('datum.date === datum.lastDate', request),
      ],
      encoding: {
        x: withoutDomain(dates ? slots(request) : places(request), isBelowZero),
      },
      layer: [
        {
          mark: { type: 'bar', size: columnWidth(dates !== undefined) },
          encoding: { y, color: accentWhere('datum.current') },
        },
        {
          transform: isFew ? [] : [{ filter: 'datum.date === datum.lastDate || datum.date === datum.firstDate' }],
          mark: {
            type: 'text',
            style: 'value',
            fontSize: { expr: 'axisSize' },
            baseline: { expr: `datum.${measure} < 0 ? 'top' : 'bottom'` },
            dy: { expr: `datum.${measure} < 0 ? labelSize * 0.3 : -labelSize * 0.3` },
          },
          encoding: { y, text: { field: 'said' } },
        },
        ...targetLine(request, 'y'),
        ...(isBelowZero ? [zeroLevel] : []),
        ...(dates?.missing.length ? [missingWords(dates.missing, request)] : []),
      ],
    }
  },
}

/** All periods, or those at the time of the year of the report's own. */
function shownPeriods({ periods, options, dataset }: ChartRequest): readonly Period[] {
  return options.every ? periods.filter((period) => areYearsApart(period, dataset.report.period)) : periods
}

/** Columns that go both ways begin at a line of their own. */
function withoutDomain(x: JsonObject, isBelowZero: boolean): JsonObject {
  return isBelowZero && isJsonObject(x.axis) ? { ...x, axis: { ...x.axis, domain: false } } : x
}

/** What stands in the empty slots. */
export function missingWords(missing: readonly number[], { locale }: ChartRequest): JsonObject {
  return {
    data: { values: missing.map((date) => ({ date })) },
    mark: { type: 'text', style: 'note', baseline: 'bottom', dy: labelSizes(-0.3), text: locale.word('notStated') },
    encoding: { x: { field: 'date', type: 'ordinal' }, y: { datum: 0 } },
  }
}
