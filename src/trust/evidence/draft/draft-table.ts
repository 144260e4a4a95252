import { readNumbers } from '../../numbers/numbers-in-text.ts'
import { writtenValue } from '../../numbers/written-value.ts'
import { mentionPeriod, partOf } from '../mention-period.ts'
import type { SourceParagraph } from '../source-paragraphs.ts'
import type { DraftFigure } from './draft-figure.ts'
import { draftId } from './draft-name.ts'
import { draftUnit } from './draft-unit.ts'

/** A table of a text: a head and the rows below it, cells parted by tabs or upright strokes. */
interface DraftTable {
  head: SourceParagraph
  rows: readonly SourceParagraph[]
}

/** The figures of a text's tables, each named by its row and by what its column's head says beside a date; and the paragraphs that these take up. */
export function tableFigures(paragraphs: readonly SourceParagraph[]): {
  figures: Omit<DraftFigure, 'id'>[]
  taken: ReadonlySet<SourceParagraph>
} {
  const tables = findTables(paragraphs)
  return {
    figures: tables.flatMap((table) => table.rows.flatMap((row) => rowFigures(row, table))),
    taken: new Set(tables.flatMap(({ head, rows }) => [head, ...rows])),
  }
}

function findTables(paragraphs: readonly SourceParagraph[]): DraftTable[] {
  const tables: { head: SourceParagraph; rows: SourceParagraph[] }[] = []
  paragraphs.forEach((paragraph, index) => {
    const above = paragraphs[index - 1]
    const open = tables.at(-1)
    const last = open?.rows.at(-1)
    const width = cellsOf(paragraph).length
    if (!above || width < 2 || !isRow(paragraph) || headsOf(above, width).length !== width) return
    if (open && last === above) open.rows.push(paragraph)
    else if (!isRow(above)) tables.push({ head: above, rows: [paragraph] })
  })
  return tables
}

/** The cells of a head over rows of so many: of one shorter, the corner over their names is empty. */
function headsOf(head: SourceParagraph, width: number): string[] {
  const cells = cellsOf(head)
  return cells.length === width - 1 && cells.length > 1 && !isRow(head) ? ['', ...cells] : cells
}

function cellsOf({ text }: SourceParagraph): string[] {
  return text
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/\t+|\s*\|\s*/)
    .map((cell) => cell.trim())
}

/** A name, and nothing but numbers after it. */
function isRow(paragraph: SourceParagraph): boolean {
  const [name = '', ...cells] = cellsOf(paragraph)
  return (
    (/\p{L}/u.test(name) || /^(?:19|20)\d\d$/.test(name)) &&
    cells.length > 0 &&
    cells.every((cell) => readCell(cell, paragraph.language))
  )
}

function readCell(cell: string, language: string) {
  const [mention, ...more] = readNumbers(cell, language)
  return mention?.kind === 'number' && more.length === 0 && mention.end - mention.start === cell.length
    ? mention
    : undefined
}

function rowFigures(row: SourceParagraph, { head, rows }: DraftTable): Omit<DraftFigure, 'id'>[] {
  const [name = '', ...cells] = cellsOf(row)
  const heads = headsOf(head, cells.length + 1).slice(1)
  const areTimes = rows.every((one) => readTime(cellsOf(one)[0] ?? '') !== undefined)
  const figures: Omit<DraftFigure, 'id'>[] = []
  cells.forEach((cell, index) => {
    const { period, measure, sign } = readHead(heads[index] ?? '', row.language)
    const signed = sign === '' ? undefined : readCell(`${cell}${sign}`, row.language)
    const mention = signed ?? readCell(cell, row.language)
    if (!mention) return
    const printed = signed && cell
    const value = writtenValue(mention, mention.value.isNegative())
    const last = figures.at(-1)
    const isRate = mention.unit === 'percent'
    if (last && !last.change && isChange.test(measure) && !(isRate && last.unit.id === 'percent')) {
      const since = period?.length === 4 ? `*${period}` : (period ?? 'not stated')
      const moved = (text: string) => (isRate ? { rate: text } : { by: text })
      const change = { since, ...moved(value), ...(printed && { printed: moved(printed) }) }
      figures[figures.length - 1] = { ...last, change }
      return
    }
    const own = areTimes ? readTime(name, period) : period
    const detail = measure.charAt(0).toLowerCase() + measure.slice(1)
    const label = measure === '' ? name : areTimes ? measure : `${name}, ${detail}`
    figures.push({
      label,
      unit: draftUnit(cell, mention),
      paragraph: row.number,
      ...(!areTimes && { table: measure === '' ? `${head.number}` : `${head.number}-${draftId(measure)}` }),
      period: own,
      value,
      printed,
      words: row.text.replaceAll(/\s+/g, ' '),
    })
  })
  return figures
}

/** A column that says how the one before it moved. */
const isChange =
  /^(?:(?:annual )?(?:change|growth|increase|difference|variation|évolution|veränderung|änderung|variación)(?!\p{L})|同比|增长|增速|变化|增减)/iu

/** The time that a row is of, where its name is one: 2024, Fourth quarter, 四季度, March; of the year that the head names. */
function readTime(name: string, year?: string): string | undefined {
  return mentionPeriod(name) ?? (name.split(' ').length <= 2 ? partOf(name, year) : undefined)
}

/** The date of a column's head, the unit that its numbers leave out, and its other words. */
function readHead(head: string, language: string): { period: string | undefined; measure: string; sign: string } {
  const date = readNumbers(head, language).find((one) => one.kind === 'date' && mentionPeriod(one.text) !== undefined)
  const rest = date ? head.slice(0, date.start) + head.slice(date.end) : head
  const said = /(?:\bin )?(?:%(?:[ -]points?)?|\bper ?cent\b|(?:percentage )?(?:points|Punkten?|puntos|pp)\b|百分点)/iu
  const [unit = ''] = said.exec(rest) ?? []
  const measure = rest.replace(unit, '').replaceAll(/^[\s,;:()，：（）-]+|[\s,;:()，：（）-]+$/g, '')
  return {
    period: date && mentionPeriod(date.text),
    measure,
    sign: unit === '' ? '' : /p[ou]i?n[tk]|pp|点/iu.test(unit) ? ' pp' : '%',
  }
}
