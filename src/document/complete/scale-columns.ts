import type { Dataset } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import { loneFigure } from '../lone-figure.ts'
import { getUnit, hasNumber, sayNumber } from '../say/figure.ts'
import { sayInScale, scaleInCommon } from '../say/table/table-cells.ts'
import type { Block, Document, FigureInline, Inline, TableCell } from '../types.ts'
import { mapBlockLists } from './map-blocks.ts'

/** Prints each table column in one scale, as `{{table}}` does: €0.6 billion beside €1.6 billion. */
export function scaleColumns(document: Document, dataset: Dataset, locale: Locale): Document {
  const inTable = (block: Block): Block =>
    block.type === 'table' ? { ...block, rows: scaleRows(block.rows, dataset, locale) } : block
  return { ...document, blocks: mapBlockLists(document.blocks, (blocks) => blocks.map(inTable)) }
}

function scaleRows(rows: TableCell[][], dataset: Dataset, locale: Locale): TableCell[][] {
  const columns = (rows[0] ?? []).map((_, at) => rows.flatMap((row) => loneFigure(row[at]?.children ?? []) ?? []))
  const scales = columns.map((column) => columnScale(column, dataset, locale))
  return rows.map((row) =>
    row.map((cell, at) => {
      const scale = scales[at]
      if (scale === undefined || !loneFigure(cell.children)) return cell
      const say = ({ observation }: FigureInline) =>
        sayInScale(observation.quantity, getUnit(dataset, observation), scale, locale)
      return { ...cell, children: cell.children.map((inline) => resay(inline, say)) }
    }),
  )
}

/** The scale that the numbers have in common; none where one is said otherwise than by itself, which somebody meant. */
function columnScale(column: readonly FigureInline[], dataset: Dataset, locale: Locale) {
  const isOwn = ({ text, observation }: FigureInline) =>
    hasNumber(observation) && text === sayNumber(observation, dataset, locale)
  const common = scaleInCommon(
    locale,
    column.map(({ observation }) => observation),
  )
  return common.scale !== undefined && column.every(isOwn) ? common : undefined
}

function resay(inline: Inline, say: (figure: FigureInline) => string): Inline {
  if (inline.type === 'figure') return { ...inline, text: say(inline) }
  return 'children' in inline ? { ...inline, children: inline.children.map((one) => resay(one, say)) } : inline
}
