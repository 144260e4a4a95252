import type { JsonObject } from '../spec/json/json.ts'
import { partColors, partScale } from './kinds/pyramid.ts'
import { accent, atPeriod, barScale, context, dot, dotAxis, inOneScale, saidBeside, sayUnitFirst } from './parts.ts'
import { type CallFault, type ChartRequest, callFault, type Parting } from './types.ts'

/** More bars beside each other than these are no row that one reads. */
const mostBars = 3

/** What keeps rows from holding a bar or dot for each part. */
export function tooManyParts({ parting }: ChartRequest): CallFault[] {
  const count = parting?.parts.length ?? 0
  if (count <= mostBars) return []
  return callFault(`more than ${mostBars} categories in each row: ${count}`, 'draw the rows by that dimension instead')
}

/** Rows in their own order: of a dimension as it is declared, of indicators as they are given. */
export function getRows({ row, rowOrder }: Parting, axis: JsonObject = {}): JsonObject {
  return { field: row, type: 'nominal', sort: { field: rowOrder, op: 'min' }, axis }
}

/** A colour for each part: the accent for the first that the title names, else first and last in strong colours. */
function getColor(parting: Parting): JsonObject {
  const ids = parting.parts.map(({ id }) => id)
  const seen = parting.named.length > 0 ? parting.named : [...ids.slice(0, 1), ...ids.slice(-1)]
  const byRank = [...seen, ...ids.filter((id) => !seen.includes(id))]
  const colors = ids.length === 2 ? [accent, context] : [accent, { expr: 'second' }, context]
  return partColors(
    parting,
    parting.parts,
    ids.map((id) => colors[byRank.indexOf(id)] ?? context),
  )
}

/** A bar for each category of a dimension, in rows of another or of several indicators. */
export function groupedByPart(request: ChartRequest, parting: Parting): JsonObject {
  const isBelowZero = request.belowZero.length > 0
  return {
    ...inOneScale,
    data: { name: request.data },
    transform: [atPeriod(request), ...sayUnitFirst([{ field: 'order' }], request)],
    encoding: {
      y: getRows(parting, isBelowZero ? { domain: false } : {}),
      yOffset: partScale(parting),
      x: { field: 'value', type: 'quantitative', axis: null, ...barScale(request, isBelowZero) },
    },
    layer: [{ mark: 'bar', encoding: { color: getColor(parting) } }, ...saidBeside(isBelowZero)],
  }
}

/** A dot for each category of a dimension, joined by a line in rows of another or of several indicators. */
export function dumbbellByPart(request: ChartRequest, parting: Parting): JsonObject {
  return {
    data: { name: request.data },
    transform: [atPeriod(request)],
    encoding: { y: getRows(parting, { domain: false }), x: dotAxis(request, 'value') },
    layer: [
      { mark: { type: 'line', style: 'context' }, encoding: { detail: { field: parting.row } } },
      { mark: dot, encoding: { color: getColor(parting) } },
    ],
  }
}
