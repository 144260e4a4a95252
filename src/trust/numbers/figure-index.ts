import type { Decimal } from 'decimal.js'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import { percent, percentagePoints } from '../../dataset/figure/unit/unit.ts'
import type { Dataset, Observation, Qualifier, Unit } from '../../dataset/types.ts'
import { firstWhere } from '../../files/first-where.ts'
import { roundTo } from '../../locale/numbers/digits.ts'
import { intervalEnds } from '../../locale/numbers/interval-ends.ts'
import { derived } from '../../memory/derived.ts'
import { basis, isOfScale, type NumberMention, readNumbers } from './numbers-in-text.ts'

/** A number that an observation may be printed as: its own, an end of its interval, or the form of its source. */
interface PrintableNumber {
  observation: Observation
  value: Decimal
  precision: number
  unit: NumberMention['unit']
  qualifier: Qualifier | undefined
  /** Whether it is an end of an interval, which is never rounded further. */
  isEnd?: boolean
  /** Its size as a float, to look near it; the comparison itself is exact. */
  size: number
}

/** The numbers of a dataset, to be found by what a text prints. Sorted by size. */
export type FigureIndex = readonly PrintableNumber[]

/** An observation that a number in a text may say. */
export interface FoundFigure {
  observation: Observation
  /** Whether the text keeps its qualifier: over 47 million is not 47 million. */
  qualifierAgrees: boolean
}

/** How a number is to be understood where its text alone does not say it. */
export interface MentionContext {
  /** Powers of ten that a table's head or a caption names: [6] for a column in million. */
  scales?: readonly number[]
  /** Whether the unit may be named elsewhere, as on a chart or in a table's head: 16.8 may be percentage points. */
  bare?: boolean
  /** Whether a figure must be said with all its digits; else it may be rounded, as prose does. */
  exact?: boolean
}

/** A dataset, as far as its figures are looked for. */
type FiguresOf = Pick<Dataset, 'observations' | 'units'> & { report: Pick<Dataset['report'], 'language'> }

/** All that the given observations may be printed as; the forms of their sources are in the report's language. */
export function indexFigures({ observations, units, report }: FiguresOf): FigureIndex {
  const numbers = [...observations.values()].flatMap((one) => printableNumbers(one, report.language))
  const points = numbers
    .filter(({ observation }) => getBasisPoints(units).has(observation.quantity.unit))
    .map((one) => ({
      ...one,
      value: one.value.div(100),
      size: one.size / 100,
      precision: one.precision - 2,
      unit: 'percentage-points' as const,
    }))
  return [...numbers, ...points].sort((a, b) => a.size - b.size)
}

/** The units in which a report counts basis points, which texts are read in as hundredths of a percentage point. */
const getBasisPoints = derived((units: Dataset['units']): ReadonlySet<string> => {
  const isInPoints = ({ label }: Unit) =>
    Object.entries(label).some(([language, text]) => basis.test(text) && isOfScale(text, basisPoint, language))
  return new Set([...units.values()].filter(isInPoints).map(({ id }) => id))
})

/** The power of ten of a basis point, in percentage points. */
const basisPoint = -2

function printableNumbers(observation: Observation, language: string): PrintableNumber[] {
  const { quantity, statement } = observation
  const own = toPrintable(observation, quantity.value, quantity.precision, quantity.qualifier)
  const ends =
    quantity.qualifier === undefined && !quantity.interval.low.eq(quantity.interval.high)
      ? intervalEnds(quantity)
      : undefined
  const limits = ends ? [ends.low, ends.high] : []
  const printed = readNumbers(statement?.printed ?? '', language).filter((mention) => mention.kind === 'number')
  const forms = Object.values(quantity.forms ?? {})
  return [
    own,
    ...forms.map((form) => toPrintable(observation, form.value, form.precision, form.qualifier)),
    ...limits.map((end) => ({ ...toPrintable(observation, end, ends?.precision ?? 0, undefined), isEnd: true })),
    ...printed.map(({ value, precision, unit, qualifier }) => ({
      ...toPrintable(observation, value, precision, qualifier),
      unit,
    })),
  ].filter(({ value }) => value.isFinite())
}

function toPrintable(
  observation: Observation,
  value: Decimal,
  precision: number,
  qualifier: Qualifier | undefined,
): PrintableNumber {
  const unit = mentionUnit(observation.quantity.unit)
  // What is worked out is kept with more digits than it is good for, and printed without them.
  const shown = roundTo(value, precision)
  return { observation, value: shown, precision, unit, qualifier, size: Math.abs(shown.toNumber()) }
}

/** What a text says after a number of a unit. */
export function mentionUnit(unit: string): NumberMention['unit'] {
  if (unit === percent.id) return 'percent'
  return unit === percentagePoints.id ? 'percentage-points' : undefined
}

/** The observations that a number in a text may say, those that agree in the qualifier first; each once. */
export function findFigures(index: FigureIndex, mention: NumberMention, context: MentionContext = {}): FoundFigure[] {
  const found = new Map<Observation, FoundFigure>()
  for (const reading of readings(mention, context)) {
    for (const figure of near(index, reading)) {
      if (!saysNumber(reading, figure, context)) continue
      const qualifierAgrees = agree(reading.qualifier, figure.qualifier)
      const before = found.get(figure.observation)
      if (!before?.qualifierAgrees) found.set(figure.observation, { observation: figure.observation, qualifierAgrees })
    }
  }
  return [...found.values()].sort((a, b) => Number(b.qualifierAgrees) - Number(a.qualifierAgrees))
}

/** The number as it stands, and in each scale that the context names. */
function readings(mention: NumberMention, { scales = [] }: MentionContext): NumberMention[] {
  if (mention.scale !== 0 || mention.unit) return [mention]
  const scaled = [...new Set(scales)].map((scale) => ({
    ...mention,
    value: mention.value.times(powerOfTen(scale)),
    precision: mention.precision + scale,
    scale,
  }))
  return [mention, ...scaled]
}

/** The numbers within the mention's last digit, by a binary search. */
function near(index: FigureIndex, { value, precision }: NumberMention): readonly PrintableNumber[] {
  const size = Math.abs(value.toNumber())
  const reach = 0.500001 * 10 ** precision + size * 1e-9
  const from = (least: number) => firstWhere(index, (figure) => figure.size >= least)
  return index.slice(from(size - reach), from(size + reach))
}

function saysNumber(
  mention: NumberMention,
  figure: PrintableNumber,
  { bare = false, exact = false }: MentionContext,
): boolean {
  const isPoints = saysPoints(mention.text, figure.observation.quantity.unit)
  const isUnitRight =
    mention.unit === figure.unit || isPoints || (bare && mention.unit === undefined && mention.scale === 0)
  if (!isUnitRight || (mention.value.isNegative() && !figure.value.isNegative())) return false
  const said = mention.value.abs()
  const value = figure.value.abs()
  // Noughts that only fill up the places to the scale say no more than the figure does: 2480万 for 24.8 million.
  const isFilledUp = mention.precision === mention.scale && mention.precision <= figure.precision
  if (said.eq(value) && (mention.precision === figure.precision || mention.precision === 0 || isFilledUp)) return true
  if (exact || figure.isEnd) return false
  // In prose a figure may be rounded, but not to a digit alone; digits that it has not are never added.
  const isRounded = mention.precision > figure.precision && said.precision(false) >= 2
  return isRounded && said.eq(roundTo(value, mention.precision))
}

/** Whether a text ends with points, and not with percentage points, and changes of a unit are said so. */
export function saysPoints(text: string, unit: string): boolean {
  return /[\s-](?:points?|puntos?|pts)$/iu.test(text) && isCountedInPoints(unit)
}

/** Whether changes of a unit are said in points: of an index, of a balance of opinion. */
export function isCountedInPoints(unit: string): boolean {
  return /^(?:ind(?:ex|ice)|points?|puntos?|punkte?)(?:-|$)/.test(unit)
}

const bounds: Readonly<Record<Qualifier, 'below' | 'above' | 'around'>> = {
  over: 'above',
  'at least': 'above',
  nearly: 'below',
  under: 'below',
  'at most': 'below',
  about: 'around',
}

/** Whether two numbers are bounded the same way, if at all: over and at least. */
export function sameBound(one: Qualifier | undefined, other: Qualifier | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && bounds[one] === bounds[other])
}

/** About may be said of any figure: it claims less. */
function agree(said: Qualifier | undefined, meant: Qualifier | undefined): boolean {
  return sameBound(said, meant) || (said === 'about' && meant === undefined)
}

/** The observation of the same unit whose number is nearest, by the logarithm of the quotient; for a hint. */
export function nearestFigure(index: FigureIndex, mention: NumberMention): Observation | undefined {
  const size = Math.abs(mention.value.toNumber())
  const distance = (figure: PrintableNumber) =>
    figure.unit || size === 0 || figure.size === 0
      ? Math.abs(size - figure.size)
      : Math.abs(Math.log(size / figure.size))
  const alike = index.filter(({ unit }) => unit === mention.unit)
  const [first, ...rest] = alike
  if (!first) return undefined
  return rest.reduce((best, figure) => (distance(figure) < distance(best) ? figure : best), first).observation
}
