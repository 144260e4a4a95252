import {
  type MarkedStatus,
  type Marking,
  markedStatuses,
  sayMark,
  statusMark,
} from '../../../dataset/figure/status-marks.ts'
import type { Dataset, Measure, Observation } from '../../../dataset/types.ts'
import type { ShownMark } from '../../shown/to-shown-mark.ts'
import { isJsonObject, type JsonObject, walkObjects } from '../../spec/json/json.ts'
import type { ChartRow } from '../../types.ts'
import { groupObservations } from './rows.ts'

/** Where a chart prints its figures' marks: after printed numbers, else after the period or name all stand at. */
export type ChartMarks = NonNullable<ReturnType<typeof chartMarks>>

/** A number that a mark of the spec shows; `isSaid`: it is printed, not only drawn. */
type Shown = ReturnType<typeof shownNumbers>[number]

/** What is printed with which marks; undefined where no figure that is shown has one, as in most charts. */
export function chartMarks(
  spec: JsonObject,
  marks: readonly ShownMark[],
  rows: readonly ChartRow[],
  dates: { axisDates: readonly number[]; allDates: readonly number[] },
  { dataset, marking }: { dataset: Dataset; marking?: Marking | undefined },
) {
  if (!marking) return undefined
  const shown = shownNumbers(marks, rows, dataset, marking)
  if (shown.every(({ statuses }) => statuses.length === 0)) return undefined
  const said = new Set(shown.flatMap(({ isSaid, observation }) => (isSaid ? [observation.key] : [])))
  const drawn = shown.filter(({ observation }) => !said.has(observation.key))
  const ofPeriods = commonStatuses(shown, drawn, ({ period }) => period)
  const periodsOnAxis =
    positionsIn(spec, ['periodLabel', 'period']).length > 0 ? ofPeriods : new Map<string, MarkedStatus[]>()
  const ofDates = datesOnAxis(spec, dates, drawn, ofPeriods)
  const isNamed = periodsOnAxis.size + ofDates.size === 0 && positionsIn(spec, ['label']).length > 0
  const names = isNamed ? commonStatuses(shown, drawn, ({ label }) => label) : new Map<string, MarkedStatus[]>()
  const printed = shown.flatMap(({ observation, row, statuses }): [string, MarkedStatus[]][] => {
    const isThere =
      said.has(observation.key) ||
      periodsOnAxis.has(row.period) ||
      ofDates.has(Date.parse(row.date)) ||
      names.has(row.label)
    return isThere && statuses.length > 0 ? [[observation.key, statuses]] : []
  })
  const say = (statuses: readonly MarkedStatus[] | undefined) => spaced(sayMark(statuses ?? [], marking))
  return {
    /** Of each figure whose mark is printed, by its key. */
    printed: new Map(printed),
    /** Dates in milliseconds, each with the mark that its label on an axis gets. */
    dates: new Map([...ofDates].map(([date, statuses]) => [date, say(statuses)])),
    /** A row with the marks that its texts get. */
    mark: (row: ChartRow): ChartRow => {
      const numbers = annotateNumbers(row, dataset, (text, observation) =>
        said.has(observation.key) ? `${text}${spaced(statusMark(observation, marking))}` : text,
      )
      const periodLabel = `${row.periodLabel}${say(periodsOnAxis.get(row.period))}`
      return { ...numbers, periodLabel, label: `${row.label}${say(names.get(row.label))}` }
    },
  }
}

/** On one line with what it marks. */
function spaced(mark: string): string {
  return mark === '' ? '' : `\u00a0${mark}`
}

/** A row whose printed numbers are said with what is to be said of their figures, such as a mark. */
export function annotateNumbers(
  row: ChartRow,
  dataset: Dataset,
  say: (text: string, observation: Observation) => string,
): ChartRow {
  const measures = groupObservations(dataset).get(row.series)?.get(row.period)
  const said = (text: string, measure: Measure) => {
    const observation = measures?.[measure]
    return observation && text !== '' ? say(text, observation) : text
  }
  return {
    ...row,
    valueText: said(row.valueText, 'value'),
    valueShort: said(row.valueShort, 'value'),
    changeText: said(row.changeText, 'change'),
    changeShort: said(row.changeShort, 'change'),
    rateText: said(row.rateText, 'rate'),
  }
}

function shownNumbers(marks: readonly ShownMark[], rows: readonly ChartRow[], dataset: Dataset, marking: Marking) {
  const groups = groupObservations(dataset)
  return marks.flatMap(({ figures }) =>
    figures.flatMap(({ row: number, measure, isSaid }) => {
      const row = rows[number]
      const observation = row && groups.get(row.series)?.get(row.period)?.[measure]
      return observation ? [{ row, measure, observation, statuses: markedStatuses(observation, marking), isSaid }] : []
    }),
  )
}

/** The statuses that all figures at one word share, where only drawn figures need them; mixed words are left out. */
function commonStatuses(
  shown: readonly Shown[],
  drawn: readonly Shown[],
  wordOf: (row: ChartRow) => string,
): Map<string, MarkedStatus[]> {
  const needed = new Set(drawn.filter(({ statuses }) => statuses.length > 0).map(({ row }) => wordOf(row)))
  const found = [...needed].flatMap((word): [string, MarkedStatus[]][] => {
    const all = shown.filter(({ row }) => wordOf(row) === word).map(({ statuses }) => statuses)
    const [first] = all
    return first && all.every((statuses) => statuses.join() === first.join()) ? [[word, first]] : []
  })
  return new Map(found)
}

/** Dates of figures that are only drawn, where the axis is known to have a label at each. */
function datesOnAxis(
  spec: JsonObject,
  { axisDates, allDates }: { axisDates: readonly number[]; allDates: readonly number[] },
  drawn: readonly Shown[],
  ofPeriods: ReadonlyMap<string, MarkedStatus[]>,
): Map<number, MarkedStatus[]> {
  const expressions = positionsIn(spec, ['date']).flatMap(({ axis }) =>
    isJsonObject(axis) && isJsonObject(axis.values) && axis.formatType === 'period' ? [axis.values.expr] : [],
  )
  const labelled = new Set(
    expressions.includes('allDates') ? allDates : expressions.includes('axisDates') ? axisDates : [],
  )
  const found = drawn.flatMap(({ row }): [number, MarkedStatus[]][] => {
    const [date, statuses] = [Date.parse(row.date), ofPeriods.get(row.period)]
    return statuses && labelled.has(date) ? [[date, statuses]] : []
  })
  return new Map(found)
}

/** What puts one of the fields on an axis that leaves no label out where they are many, as Vega does on others. */
function positionsIn(spec: JsonObject, fields: readonly string[]): JsonObject[] {
  return walkObjects(spec).flatMap(([{ encoding }]) =>
    ['x', 'y'].flatMap((channel) => {
      const definition = isJsonObject(encoding) ? encoding[channel] : undefined
      if (!isJsonObject(definition) || typeof definition.field !== 'string' || definition.axis === null) return []
      const isNominal = definition.type === undefined || definition.type === 'nominal'
      const isWhole = isNominal || (isJsonObject(definition.axis) && definition.axis.labelOverlap === false)
      return fields.includes(definition.field) && isWhole ? [definition] : []
    }),
  )
}
