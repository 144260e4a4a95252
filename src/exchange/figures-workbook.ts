import { type Formula, parseFormula } from '../dataset/derive/formula.ts'
import { percent, percentagePoints } from '../dataset/figure/unit/unit.ts'
import { findObservation } from '../dataset/find.ts'
import type { RowColumn } from '../dataset/read/rows.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import { getUnit, hasNumber } from '../document/say/figure.ts'
import { columnsFor, numberColumns, type ObservationRow } from '../edit/rows/observation-row.ts'
import { rowsToFill } from '../edit/rows/rows-to-fill.ts'
import { unitIn } from '../edit/rows/unit-in.ts'
import { getLocale } from '../locale/get-locale.ts'
import type { Locale } from '../locale/types.ts'
import { columnName } from '../opc/cell-name.ts'
import { exportedColumn, toExported } from './exported-row.ts'
import { marksOf, toNumberCell, writtenMarks } from './number-cell.ts'
import type { SheetCell, TableSheet } from './spreadsheet.ts'

/** Where the formulas find a column of the figures that are stated: the whole of it, without its head. */
type RangeOf = (column: 'indicator' | 'period' | 'category' | 'value' | 'by' | 'rate') => string
/** How deep figures may be worked out from each other in one formula. */
const deepest = 12

/** The sheet that is read back. */
export const figuresSheet = 'Figures'

/** The hidden sheet that keeps what each row held when it was exported. */
export const exportedSheet = 'As exported'

/** A column that only helps to read, and is not read back. */
export const labelColumn = 'label'

type FigureColumn = RowColumn | typeof labelColumn

function getColumns(dataset: Dataset): FigureColumn[] {
  const [indicator = 'indicator', ...others] = columnsFor(dataset)
  return [indicator, labelColumn, ...others]
}

const widths: Partial<Record<string, number>> = {
  indicator: 34,
  label: 34,
  source: 14,
  note: 40,
  printed: 22,
  paragraph: 11,
  value: 18,
  by: 16,
}

const statuses = ['stated', 'provisional', 'revised', 'estimated', 'forecast']

/**
 * The tables of a dataset's workbook: figures to edit; derived ones, locked; sources and indicators;
 * and, hidden, what each figure is now.
 */
export function figuresWorkbook(rows: readonly ObservationRow[], dataset: Dataset): TableSheet[] {
  const locale = getLocale('en', dataset.report.language)
  const toFill = rowsToFill(rows, dataset)
  const all = [...toFill, ...rows]
  return [
    figures(rows, toFill, dataset, locale),
    derived(all.length, dataset, locale),
    list(
      'Sources',
      ['source', 'cite', 'kind'],
      [...dataset.sources.values()].map(({ id, cite, kind }) => [id, locale.text(cite), kind]),
    ),
    list(
      'Indicators',
      ['indicator', 'label', 'unit', 'definition'],
      [...dataset.indicators.values()].map(({ id, label, unit, definition }) => [
        id,
        locale.text(label),
        unit,
        locale.text(definition ?? {}),
      ]),
    ),
    {
      ...list(
        exportedSheet,
        [exportedColumn],
        all.map((row) => [toExported(row)]),
      ),
      hidden: true,
    },
  ]
}

function figures(
  rows: readonly ObservationRow[],
  toFill: readonly ObservationRow[],
  dataset: Dataset,
  locale: Locale,
): TableSheet {
  const figureColumns = getColumns(dataset)
  const column = (name: FigureColumn) => figureColumns.indexOf(name)
  const blanks = new Set(toFill)
  const ids = (sheet: string, count: number) => `${sheet}!$A$2:$A$${Math.max(2, count + 1)}`
  return {
    name: figuresSheet,
    columns: figureColumns.map((name) => ({ name, width: widths[name] ?? 13 })),
    rows: [...toFill, ...rows].map((row) =>
      figureColumns.map((name): SheetCell => {
        // A change is asked for where the figure before has one.
        const isAsked = blanks.has(row) && (name === 'value' || (name === 'by' && row.since !== ''))
        if (isAsked) return { type: 'blank' }
        if (name === labelColumn) return locale.text(dataset.indicators.get(row.indicator)?.label ?? {})
        return numberColumns.some((number) => number === name) ? numberOrText(row, name, dataset) : row[name]
      }),
    ),
    choices: [
      { column: column('indicator'), from: ids('Indicators', dataset.indicators.size) },
      { column: column('source'), from: ids('Sources', dataset.sources.size) },
      { column: column('change-source'), from: ids('Sources', dataset.sources.size) },
      { column: column('status'), from: statuses },
      { column: column('basis'), from: ['published', 'comparable'] },
      ...(dataset.speakers.size > 0 ? [{ column: column('speaker'), from: [...dataset.speakers.keys()] }] : []),
    ],
    frozen: dataset.dimensions.size > 0 ? 4 : 3,
    locked: false,
  }
}

function numberOrText(row: ObservationRow, column: RowColumn, dataset: Dataset): SheetCell {
  const unit = unitIn({ column, indicator: row.indicator, dataset })
  const cell = unit && toNumberCell(row[column], unit, dataset.units.values(), writtenMarks(dataset))
  return cell ? { type: 'number', ...cell } : row[column]
}

/** What no source states, as formulas over the figures; locked. */
function derived(count: number, dataset: Dataset, locale: Locale): TableSheet {
  const figureColumns = getColumns(dataset)
  const getRange = (name: FigureColumn) => {
    const letter = columnName(figureColumns.indexOf(name))
    return `${figuresSheet}!$${letter}$2:$${letter}$${Math.max(count, 1) + 500}`
  }
  const observations = [...dataset.observations.values()].filter(
    ({ statement, quantity }) => !statement && quantity.value.isFinite(),
  )
  return {
    name: 'Derived',
    columns: [
      { name: 'figure', width: 48 },
      { name: labelColumn, width: 40 },
      { name: 'value', width: 20 },
      { name: 'range', width: 28 },
      { name: 'formula', width: 60 },
    ],
    rows: observations.map((one) => [
      one.key,
      locale.text(dataset.indicators.get(one.indicator)?.label ?? {}),
      derivedCell(one, dataset, locale, getRange),
      locale.interval(one.quantity, getUnit(dataset, one)).replaceAll('\u00a0', ' '),
      one.formula ?? '',
    ]),
    locked: true,
  }
}

function derivedCell(observation: Observation, dataset: Dataset, locale: Locale, rangeOf: RangeOf): SheetCell {
  const unit = getUnit(dataset, observation)
  const said = locale.quantity(observation.quantity, unit).replaceAll('\u00a0', ' ').replace('\u2212', '-')
  const cell = toNumberCell(said, unit, dataset.units.values(), marksOf(locale.language))
  const formula = toExcelFormula(observation, dataset, rangeOf)
  if (!cell || !formula || !hasNumber(observation)) return ''
  const result = observation.quantity.value.dividedBy(unit.id === percent.id ? 100 : 1).toNumber()
  return { type: 'formula', formula, format: cell.format, result }
}

function list(name: string, columns: readonly string[], rows: readonly string[][]): TableSheet {
  return {
    name,
    columns: columns.map((column, index) => ({ name: column, width: index === 1 || index === 3 ? 60 : 24 })),
    rows: rows.map((row) => [...row]),
    locked: true,
  }
}

/**
 * A derived figure as a formula of a spreadsheet that looks its inputs up by indicator and period, so that rows may be
 * sorted.
 * A percentage is a hundredth there, as in this tool's formulas; points are as printed.
 */
function toExcelFormula(observation: Observation, dataset: Dataset, rangeOf: RangeOf): string | undefined {
  const expression = getExpression(observation, dataset, rangeOf, deepest)
  if (expression === undefined) return undefined
  return observation.quantity.unit === percentagePoints.id ? `(${expression})*100` : expression
}

function getExpression(
  { formula, statement, ...observation }: Observation,
  dataset: Dataset,
  rangeOf: RangeOf,
  depth: number,
): string | undefined {
  // A cell may name its categories in any order.
  if (statement) return observation.series === observation.indicator ? lookUp(observation, dataset, rangeOf) : undefined
  const parsed = formula === undefined ? undefined : parseFormula(formula)
  if (!parsed || 'fault' in parsed || depth === 0) return undefined
  return toExpression(parsed, dataset, rangeOf, depth - 1)
}

/** SUMPRODUCT compares texts as they are; SUMIFS would read the period 2023-12 as a date. */
function lookUp(
  { indicator, period, measure, quantity }: Pick<Observation, 'indicator' | 'period' | 'measure' | 'quantity'>,
  { dimensions }: Dataset,
  rangeOf: RangeOf,
): string {
  const column = rangeOf(measure === 'change' ? 'by' : measure)
  const whole = dimensions.size === 0 ? '' : `*(${rangeOf('category')}="")`
  const isIts = `(${rangeOf('indicator')}="${indicator}")*(${rangeOf('period')}="${period}")`
  const found = `SUMPRODUCT(${isIts}${whole},${column})`
  return quantity.unit === percentagePoints.id ? `${found}/100` : found
}

function toExpression(formula: Formula, dataset: Dataset, rangeOf: RangeOf, depth: number): string | undefined {
  const inner = (one: Formula) => toExpression(one, dataset, rangeOf, depth)
  switch (formula.type) {
    case 'literal':
      return formula.unit === undefined ? formula.value.toString() : `${formula.value}/100`
    case 'reference': {
      const observation = findObservation(dataset, formula.text)
      const expression = observation && getExpression(observation, dataset, rangeOf, depth)
      return expression && `(${expression})`
    }
    case 'negation':
      return wrap('-', inner(formula.operand))
    case 'root':
      return wrap('SQRT', inner(formula.operand))
    case 'operation': {
      const [left, right] = [inner(formula.left), inner(formula.right)]
      return left && right && `(${left}${formula.operator}${right})`
    }
  }
}

function wrap(name: string, expression: string | undefined): string | undefined {
  return expression && `${name}(${expression})`
}
