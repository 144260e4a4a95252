import { percent } from '../dataset/figure/unit/unit.ts'
import type { RowColumn } from '../dataset/read/rows.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import { getUnit, hasNumber } from '../document/say/figure.ts'
import { columnsFor, numberColumns, type ObservationRow } from '../edit/rows/observation-row.ts'
import { rowsToFill } from '../edit/rows/rows-to-fill.ts'
import { unitIn } from '../edit/rows/unit-in.ts'
import { getLocale } from '../locale/get-locale.ts'
import type { Locale } from '../locale/types.ts'
import { columnName } from '../opc/cell-name.ts'
import { type RangeOf, toExcelFormula } from './excel-formula.ts'
import { exportedColumn, toExported } from './exported-row.ts'
import { toNumberCell } from './number-cell.ts'
import type { SheetCell, TableSheet } from './spreadsheet.ts'

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
  const cell = unit && toNumberCell(row[column], unit, dataset.units.values())
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
  const cell = toNumberCell(said, unit, dataset.units.values())
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
