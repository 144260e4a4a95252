import { comparePeriods } from '../../../dataset/figure/period.ts'
import { type NumberMention, readNumbers, scaleNamed } from '../../numbers/numbers-in-text.ts'
import { writtenValue } from '../../numbers/written-value.ts'
import { datesIn, getPart, mentionPeriod } from '../mention-period.ts'
import type { SourceParagraph } from '../source-paragraphs.ts'
import {
  cellMeant,
  findTables,
  getHeads,
  getLineCells,
  type SourceTable,
  unitInHead,
  wordsOver,
} from '../source-tables.ts'
import type { DraftFigure } from './draft-figure.ts'
import { draftId } from './draft-name.ts'
import { count, type DraftUnit, draftUnit } from './draft-unit.ts'

/** The figures of tables, each named by its row and its column's head without dates; and the paragraphs they use. */
export function tableFigures(paragraphs: readonly SourceParagraph[]): {
  figures: TableFigure[]
  taken: ReadonlySet<SourceParagraph>
} {
  const tables = findTables(paragraphs)
  return {
    figures: tables.flatMap((table) => table.rows.flatMap((row) => rowFigures(row, table))),
    taken: new Set(tables.flatMap(({ head, rows }) => [head, ...rows])),
  }
}

/** A figure of a table, and whether it is the sum of the others. */
export interface TableFigure extends Omit<DraftFigure, 'id'> {
  isTotal: boolean
}

/** What the row of a sum is called. */
const total = /^(?:(?:grand )?total|all|overall|insgesamt|gesamt|summe|ensemble|合计|总计|总数)(?!\p{L})/iu

function rowFigures(row: SourceParagraph, table: SourceTable<SourceParagraph>): TableFigure[] {
  const [name = '', ...cells] = getLineCells(row)
  const heads = getHeads(table.head, cells.length + 1).slice(1)
  const areTimes = table.rows.every((one) => readTime(getLineCells(one)[0] ?? '') !== undefined)
  const isTotal = total.test(name) && table.rows.length > 2
  const figures: TableFigure[] = []
  cells.forEach((cell, index) => {
    const head = heads[index] ?? ''
    const { period, measure } = readHead(head, row.language)
    const mention = cellMeant(cell, head, table)
    if (!mention) return
    const value = writtenValue(mention, mention.value.isNegative())
    const last = figures.at(-1)
    const isRate = mention.unit === 'percent'
    const areOne = figures.every(({ label }) => label === last?.label)
    if (last && areOne && !last.change && isChange.test(measure) && !(isRate && last.unit.id === 'percent')) {
      const [latest = last, other] = levelsBeside(last, figures)
      const since = period?.length === 4 ? `*${period}` : (period ?? other?.period ?? 'not stated')
      figures[figures.indexOf(latest)] = { ...latest, change: { since, ...(isRate ? { rate: value } : { by: value }) } }
      return
    }
    const own = areTimes ? readTime(name, period) : period
    const detail = measure.charAt(0).toLowerCase() + measure.slice(1)
    const label = measure === '' ? name : areTimes ? measure : `${name}, ${detail}`
    figures.push({
      label,
      unit: columnUnit(cell, mention, head, table),
      paragraph: row.number,
      isTotal,
      ...(!areTimes &&
        !isTotal && { table: measure === '' ? `${table.head.number}` : `${table.head.number}-${draftId(measure)}` }),
      period: own,
      value,
      words: row.text.replaceAll(/\s+/g, ' '),
    })
  })
  return figures
}

/** The two levels whose change a column states, the later first; the last level alone where there are not two. */
function levelsBeside(last: TableFigure, figures: readonly TableFigure[]): TableFigure[] {
  const levels = figures.filter(({ label, period }) => label === last.label && /^\d/.test(period ?? ''))
  return levels.length === 2 ? levels.toSorted((a, b) => comparePeriods(b.period ?? '', a.period ?? '')) : [last]
}

/** The unit of a column: by its cell, else its head, or what stands over it after a comma or in brackets. */
function columnUnit(cell: string, mention: NumberMention, head: string, table: SourceTable): DraftUnit {
  const own = draftUnit(cell, mention)
  if (own.id !== count) return own
  const [parts = [], ...others] = wordsOver(head, table).map((words) => words.split(between))
  const said = [...parts, ...others.flatMap((words) => words.slice(1))]
  const units = said.flatMap((words) => unitNamed(words, table.head.language) ?? [])
  return units.find(({ id }) => id !== count) ?? own
}

/** What parts a head's words from its unit. */
const between = /[,;()，（）]/

/** The unit that some words are, after a scale or none: million tonnes. */
function unitNamed(words: string, language: string): DraftUnit | undefined {
  const one = words.trim().replace(/^(?:(?:in|en) )?(\p{Sc}?)/u, '$11 ')
  const [number] = readNumbers(one, language)
  return number?.kind === 'number' ? draftUnit(one, number) : undefined
}

/** A column that says how the one before it moved. */
const isChange =
  /^(?:(?:annual )?(?:change|growth|increase|difference|variation|évolution|veränderung|änderung|variación)(?!\p{L})|同比|增长|增速|变化|增减)/iu

/** The time that a row's name is, in the year that the head names: 2024, Fourth quarter, 四季度, March. */
function readTime(name: string, year?: string): string | undefined {
  return mentionPeriod(name) ?? (name.split(' ').length <= 2 ? getPart(name, year) : undefined)
}

/** Whether words of a head say how its numbers are counted alone: tonnes, million kroner. */
function isUnit(words: string, language: string): boolean {
  const said = words.trim()
  const scale = scaleNamed(said, language)
  const unit = unitNamed(said, language)
  return scale?.index === 0 || (unit !== undefined && unit.id !== count && unit.length >= said.length)
}

/** The date of a column's head, and its words beside that and its unit. */
function readHead(head: string, language: string): { period: string | undefined; measure: string } {
  const date = datesIn(head, language).find(({ period }) => period !== undefined)
  const before = head.slice(0, date?.start ?? 0).replace(/(?:^|\s)(?:in|of|for|im|en|au)\s*$/i, '')
  const named = (before + head.slice(date?.end ?? 0)).split(between).filter((words) => !isUnit(words, language))
  const measure = named
    .join(',')
    .replace(unitInHead, '')
    .replaceAll(/^[\s,;:()，：（）-]+|[\s,;:()，：（）-]+$/g, '')
  return { period: date?.period, measure }
}
