import type { Diagnostic } from '../../diagnostic.ts'
import { inlineFigures } from '../../document/complete/observations-in.ts'
import { innerBlocks } from '../../document/inner-blocks.ts'
import { plainText } from '../../document/plain-text.ts'
import type { Document, TableCell } from '../../document/types.ts'
import type { Locale } from '../../locale/types.ts'
import { isHeld } from '../../locale/words/held.ts'
import { readWords } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'

/** Cells that print a fall without its sign, with no word for it in cell or head: under Change, 170 reads as a rise. */
export function checkSigns({ blocks }: Pick<Document, 'blocks'>, { primary }: Locale): Diagnostic[] {
  const tables = innerBlocks(blocks).filter((block) => block.type === 'table')
  return tables.flatMap((table) => {
    const { header, rows, place } = table
    return rows.flatMap((row) =>
      row.flatMap((cell, column): Diagnostic[] => {
        const heads = [header[column], column > 0 ? row[0] : undefined].map(getWords)
        const fall = [getWords(cell), ...heads, plainText(table.caption ?? [])].some((words) =>
          readWords(getTokens(words), primary).some(({ meaning }) => isHeld(meaning)),
        )
          ? undefined
          : unsignedFall(cell)
        if (!fall) return []
        const { text, observation } = fall
        const message = `a fall is printed without its sign, and no head says that it is one: ${text} (${observation.key})`
        const hint = `print it with {{change}}, say in the head which way they went, or make the table with {{table}}`
        return [{ severity: 'error', kind: 'words', message, place, hint }]
      }),
    )
  })
}

function getWords(cell: TableCell | undefined): string {
  return cell ? [...(cell.over ?? []), cell.children].map(plainText).join(' ') : ''
}

function unsignedFall(cell: TableCell) {
  const hasSign = /[-−–▼▾↓(]/u.test(getWords(cell))
  return hasSign
    ? undefined
    : inlineFigures(cell.children).find(
        ({ observation: { measure, quantity } }) => measure !== 'value' && quantity.value.isNegative(),
      )
}
