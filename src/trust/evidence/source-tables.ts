import { type NumberInText, type NumberMention, readNumbers, scaleNamed } from '../numbers/numbers-in-text.ts'

/** A line of a source's text, with its numbers. */
export interface EvidenceLine {
  text: string
  /** BCP 47 tag. */
  language: string
  numbers: readonly NumberInText[]
}

/** A table in a text: the line above if no sentence, a head, and rows with tabs, spaces or strokes between cells. */
export interface SourceTable<Line extends EvidenceLine = EvidenceLine> {
  caption: string
  head: Line
  rows: readonly Line[]
}

export function findTables<Line extends EvidenceLine>(paragraphs: readonly Line[]): SourceTable<Line>[] {
  const tables: { caption: string; head: Line; rows: Line[] }[] = []
  paragraphs.forEach((paragraph, index) => {
    const above = paragraphs[index - 1]
    const open = tables.at(-1)
    const width = getLineCells(paragraph).length
    if (!above || width < 2 || !isRow(paragraph) || getHeads(above, width).length !== width) return
    const caption = paragraphs[index - 2]?.text.trim() ?? ''
    if (open?.rows.at(-1) === above) open.rows.push(paragraph)
    else if (!isRow(above))
      tables.push({ caption: /[.。]$/.test(caption) ? '' : caption, head: above, rows: [paragraph] })
  })
  return tables
}

/** The cells of a head over rows of so many: of one shorter, the corner over their names is empty. */
export function getHeads(head: EvidenceLine, width: number): string[] {
  const cells = getLineCells(head)
  return cells.length === width - 1 && cells.length > 1 && !isRow(head) ? ['', ...cells] : cells
}

export function getLineCells({ text }: EvidenceLine): string[] {
  return text
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/\t+| {2,}|\s*\|\s*/)
    .map((cell) => cell.trim())
}

/** A name, and nothing but numbers after it. */
function isRow(paragraph: EvidenceLine): boolean {
  const [name = '', ...cells] = getLineCells(paragraph)
  return (
    (/\p{L}/u.test(name) || /^(?:1[89]|20)\d\d$/.test(name)) &&
    cells.length > 0 &&
    cells.every((cell) => readCell(cell, paragraph.language))
  )
}

/** The number that a cell is. */
export function readCell(cell: string, language: string): NumberMention | undefined {
  const [mention, ...more] = readNumbers(cell, language)
  return mention?.kind === 'number' && more.length === 0 && mention.end - mention.start === cell.length
    ? mention
    : undefined
}

/** What a column's head says of its numbers that they leave out. */
export const unitInHead =
  /(?:\bin )?(?:%(?:[ -]points?)?|\bper ?cent\b|(?:percentage )?(?:points|Punkten?|puntos|pp)\b|百分点)/iu

/** What says a column's scale and unit: its head, that of the rows' names, the line above; not other columns' heads. */
export function wordsOver(head: string, { caption, head: row, rows }: SourceTable): string[] {
  const [corner = ''] = rows[0] ? getHeads(row, getLineCells(rows[0]).length) : []
  return [head, corner, caption]
}

/** A cell's number as its head or the line above means it: 3.45 million below *Cargo, million tonnes*. */
export function cellMeant(cell: string, head: string, table: SourceTable): NumberMention | undefined {
  const { language } = table.head
  const own = readCell(cell, language)
  const [unit = ''] = unitInHead.exec(head) ?? []
  const scale = wordsOver(head, table)
    .map((words) => scaleNamed(words, language)?.[0])
    .find(Boolean)
  const tail =
    unit === ''
      ? scale && (/\p{Script=Han}/u.test(scale) ? scale : ` ${scale}`)
      : /p[ou]i?n[tk]|pp|点/iu.test(unit)
        ? ' pp'
        : '%'
  const isBare = own?.unit === undefined && own?.scale === 0
  return (isBare && tail && readCell(`${cell}${tail}`, language)) || own
}

/** A number in a table: the head over it, and what it means below that. */
export interface TableNumber {
  head: string
  meant: NumberMention
}

/** By where they begin, the numbers of a table's row. */
export function rowNumbers(row: EvidenceLine, table: SourceTable): ReadonlyMap<number, TableNumber> {
  const [, ...cells] = getLineCells(row)
  const heads = getHeads(table.head, cells.length + 1).slice(1)
  const numbers = row.numbers.slice(-cells.length)
  return new Map(
    cells.flatMap((cell, index) => {
      const head = heads[index] ?? ''
      const meant = cellMeant(cell, head, table)
      const said = numbers[index]
      return said?.text === cell && meant ? [[said.start, { head, meant }] as const] : []
    }),
  )
}
