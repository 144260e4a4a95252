import { markAbsence } from '../../../dataset/figure/absence.ts'
import { plusOf } from '../../../dataset/figure/quantity.ts'
import { isPercentage, percent, percentagePoints } from '../../../dataset/figure/unit/unit.ts'
import { findAbsence, findObservation } from '../../../dataset/find.ts'
import type { Absence, Observation, Quantity, Unit } from '../../../dataset/types.ts'
import { suggest, warningAt } from '../../../diagnostic.ts'
import { roundTo } from '../../../locale/numbers/digits.ts'
import type { Locale } from '../../../locale/types.ts'
import { AbsentFigure, type HelperCall, HelperError } from '../../template/helper.ts'
import { Markdown } from '../../template/value.ts'
import { getTextArgument } from '../arguments.ts'
import { figure, getUnit, hasNumber, sayNumber } from '../figure.ts'

/** A cell of a table: its Markdown, and why its figure is absent where it is. */
export interface Cell {
  text: string
  absence?: Absence | undefined
  /** Whether a figure is to stand there that nobody gives. */
  isEmpty?: boolean | undefined
}

/** A row: its label as Markdown, and its cells. */
export interface TableRow {
  label: string
  cells: readonly Cell[]
}

/** A row that is seen first. */
export function inBold({ label, cells }: TableRow): TableRow {
  return { label: `**${label}**`, cells: cells.map((cell) => ({ ...cell, text: `**${cell.text}**` })) }
}

/** What numbers under one head have in common. */
export interface InCommon {
  /** The unit or scale that their head says, for them to leave it out. */
  words?: string | undefined
  /** The scale that each is said in. */
  scale?: string | undefined
  /** The power of ten of the last digit that each is said to in that scale, where they have no others but noughts. */
  last?: number | undefined
  /** Whether the head says the scale. */
  isScaled?: boolean
}

/**
 * A reference's cell: its number in the common scale without its head's words,
 * the symbol of an absent figure, or the word for what is not stated.
 */
export function referenceCell(call: HelperCall, reference: string, common: InCommon): Cell {
  const observation = findObservation(call.dataset, reference)
  if (observation) return { text: sayCell(call, observation, common) }
  const absence = findAbsence(call.dataset, reference)
  if (absence) return { text: markAbsence(absence, call.symbols), absence }
  return { text: call.locale.word('notStated'), isEmpty: true }
}

/** The number as its head lets it be said; a rise among changes with its plus, as a fall has its minus. */
function sayCell({ dataset, locale }: HelperCall, observation: Observation, common: InCommon): string {
  const { quantity, measure } = observation
  if (!hasNumber(observation)) return figure(observation, sayNumber(observation, dataset, locale))
  const { words, scale, last, isScaled } = common
  const unit = words !== undefined && !isScaled ? { id: '', label: {}, said: false } : getUnit(dataset, observation)
  const text =
    isScaled && scale !== undefined && !isPercentage(quantity.unit)
      ? (locale.scaled(last === undefined ? quantity : { ...quantity, precision: last }, scale) ?? '')
      : sayInScale(quantity, unit, isScaled ? {} : common, locale)
  return figure(observation, measure === 'value' ? text : `${plusOf(quantity)}${text}`)
}

/**
 * What figures under one head share: the scale that the call names, if some reach a thousand;
 * else a unit that is a word (journeys), and the scale of all in columns like theirs.
 */
export function getInCommon(
  call: HelperCall,
  shown: readonly Observation[],
  alike: readonly Observation[] = shown,
): InCommon {
  const named = getScale(call)
  const counts = shown.filter(({ quantity }) => !isPercentage(quantity.unit))
  if (named !== undefined && counts.some(({ quantity }) => quantity.value.abs().gte(1000)))
    return { scale: named, words: scaleWords(call, named, counts), isScaled: true }
  const unit = unitOfHead(call, shown)
  const { scale, last } = scaleInCommon(call.locale, alike)
  // A head says a unit with its scale: million yuan, 亿元.
  if (unit && scale !== undefined) return { scale, last, words: call.locale.scaleOf(scale, unit), isScaled: true }
  return { scale, last, words: unit && call.locale.text(unit.label) }
}

/** The unit that each of several figures would be printed with, where it is a word. */
function unitOfHead({ dataset, locale }: HelperCall, shown: readonly Observation[]): Unit | undefined {
  const [unit, ...others] = new Set(shown.map((one) => getUnit(dataset, one)))
  if (!unit || others.length > 0 || shown.length < 2) return undefined
  const isWord = unit.id === percentagePoints.id || (unit.id !== percent.id && locale.says(unit))
  return isWord && unit.sign?.[locale.primary] === undefined ? unit : undefined
}

/** The common scale of numbers of one unit, so that 0.95 million stands beside 1.02 million; empty if none. */
export function scaleInCommon(locale: Locale, shown: readonly Observation[]): Pick<InCommon, 'scale' | 'last'> {
  const quantities = shown.map(({ quantity }) => quantity)
  const scale = new Set(quantities.map(({ unit }) => unit)).size === 1 ? locale.commonScale(quantities) : undefined
  if (scale === undefined) return {}
  const last = Math.max(...quantities.map(({ precision }) => precision))
  const endsThere = quantities.every(({ value, forms }) => !forms && roundTo(value, last).eq(value))
  return { scale, last: endsThere ? last : undefined }
}

/** A number in the scale that it has in common with others. */
export function sayInScale(
  quantity: Quantity,
  unit: Unit,
  { scale, last }: Pick<InCommon, 'scale' | 'last'>,
  locale: Locale,
): string {
  return locale.quantity(last === undefined ? quantity : { ...quantity, precision: last }, unit, { scale })
}

/** The scale that a table's numbers are in, where the call names one. */
function getScale(call: HelperCall): string | undefined {
  const option = call.options.get('scale')
  if (!option) return undefined
  const scale = getTextArgument(option, 'a scale')
  if (call.locale.scales.includes(scale)) return scale
  const hint = suggest(scale, call.locale.scales) ?? `the scales are ${call.locale.scales.join(', ')}`
  throw new HelperError(`unknown scale: ${scale}`, hint, option)
}

/** `million`, or `million yuan` where the unit of all that is shown is one that is said after each value. */
function scaleWords(call: HelperCall, scale: string, shown: readonly Pick<Observation, 'indicator'>[]): string {
  const { indicators, units: known } = call.dataset
  const units = new Set(shown.map(({ indicator }) => known.get(indicators.get(indicator)?.unit ?? '')))
  const [unit] = units
  return unit && call.locale.says(unit) && units.size === 1 ? call.locale.scaleOf(scale, unit) : scale
}

/**
 * A GFM table. Rows of absent figures alone are left out, and so is a table of them. Throws an `AbsentFigure`
 * for a table that is left out.
 */
export function toTable(call: HelperCall, head: readonly string[], rows: readonly TableRow[]): Markdown {
  const kept = rows.filter(({ cells }) => cells.length === 0 || cells.some(({ absence }) => absence === undefined))
  const [first] = rows.flatMap(({ cells }) => cells.flatMap(({ absence }) => absence ?? []))
  if (kept.length === 0 && first) throw new AbsentFigure(first)
  noteLeftOut(
    call,
    rows.filter((row) => !kept.includes(row)),
  )
  warnOfGaps(call, kept)
  // What is not stated is marked in one way within a table.
  const mark = kept.flatMap(({ cells }) => cells).find(({ absence }) => absence?.reason === 'not stated')?.text
  const lines = [
    toLine(head),
    toLine([':--', ...head.slice(1).map(() => '--:')]),
    ...kept.map(({ label, cells }) =>
      toLine([label, ...cells.map(({ text, isEmpty }) => (isEmpty && mark ? mark : text))]),
    ),
  ]
  return new Markdown(lines.join('\n'))
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function noteLeftOut(call: HelperCall, rows: readonly TableRow[]): void {
  const place = call.args[0]?.place
  for (const { label, cells } of rows) {
    const absence = cells[0]?.absence
    if (absence && place) {
      const row = label.replaceAll(/\[([^\]]*)\]\(head:\)/g, '$1,')
      call.leftOut.push(`left out, ${absence.reason} (${absence.key}): ${place.file}:${place.line}: the row ${row}`)
    }
  }
}

/** A table of which less than half is there says little. */
function warnOfGaps(call: HelperCall, rows: readonly TableRow[]): void {
  const cells = rows.flatMap((row) => row.cells)
  const there = cells.filter(({ absence, isEmpty }) => !absence && !isEmpty).length
  if (cells.length === 0 || there * 2 >= cells.length) return
  const what = there === 0 ? 'an empty table' : `a table with ${there} of ${cells.length} figures`
  const hint =
    'leave columns out (periods="…" names those of a cross-table over time), or the table, or give the figures'
  call.diagnostics.push(warningAt(call.args[0]?.place, what, { hint, about: 'lack' }))
}
