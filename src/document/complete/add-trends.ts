import { getTrend } from '../../chart/bind/describe.ts'
import { gapEnds } from '../../dataset/figure/gaps.ts'
import { areAlike, comparePeriods, periodEnd } from '../../dataset/figure/period.ts'
import { getObservations } from '../../dataset/find.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import { splitSlides } from '../slides.ts'
import type { Block, Document, KeyFigure, Trend } from '../types.ts'
import { mapBlockLists } from './map-blocks.ts'
import { observationsIn } from './observations-in.ts'

/** Fewer make no course. */
const fewest = 4

/** Adds a trend to each key figure with at least four known levels of one kind, unless its slide charts them. */
export function addTrends(document: Document, dataset: Dataset, locale: Locale): Document {
  const isDeck = document.kind === 'deck'
  const blocks = (isDeck ? splitSlides(document.blocks) : [document.blocks]).flatMap((part) => {
    const drawn = new Set(isDeck ? observationsIn(part.filter(({ type }) => type === 'chart')) : [])
    const add = (figure: KeyFigure): KeyFigure => {
      const trend = toTrend(figure.observation, dataset, locale)
      return { ...figure, trend: trend?.observations.every((one) => drawn.has(one)) ? undefined : trend }
    }
    return mapBlockLists(part, (list) =>
      list
        .map((block) => (block.type === 'keyFigures' ? { ...block, figures: block.figures.map(add) } : block))
        .map(even),
    )
  })
  return { ...document, blocks }
}

/** Columns of which one has no course beside them have none: what is below their figures starts at one height. */
function even(block: Block): Block {
  if (block.type !== 'columns') return block
  const figures = block.columns.flat().flatMap((one) => (one.type === 'keyFigures' ? one.figures : []))
  if (figures.every(({ trend }) => trend !== undefined)) return block
  const plain = (one: Block): Block =>
    one.type === 'keyFigures'
      ? { ...one, figures: one.figures.map((figure) => ({ ...figure, trend: undefined })) }
      : one
  return { ...block, columns: block.columns.map((column) => column.map(plain)) }
}

function toTrend(observation: Observation, dataset: Dataset, locale: Locale): Trend | undefined {
  const observations = getHistory(observation, dataset)
  const [first, last] = [observations[0], observations.at(-1)]
  const unit = dataset.units.get(observation.quantity.unit)
  if (observations.length < fewest || !first || !last || !unit) return undefined
  const days = scaled(observations.map(({ period }) => Date.parse(periodEnd(period))))
  const numbers = observations.map(({ quantity }) => quantity.value.toNumber())
  const levels = scaled(numbers)
  const words = locale.descriptions
  const say = ({ quantity }: Observation): string => locale.quantity(quantity, unit)
  const span = words.span(locale.period(first.period, 'long'), locale.period(last.period, 'long'))
  return {
    points: observations.map((_, index) => ({ x: days[index] ?? 0, y: levels[index] ?? 0 })),
    observations,
    alt: words.sentences([span, words.course(words.fromTo(say(first), say(last)), getTrend(numbers))]),
  }
}

/** The comparable levels up to an observation, since the last gap: of periods as long, and numbers, not bounds. */
function getHistory({ series, measure, period }: Observation, dataset: Dataset): Observation[] {
  if (measure !== 'value') return []
  const history = getObservations(dataset, series)
    .filter((other) => other.measure === measure)
    .filter((other) => areAlike(other.period, period) && comparePeriods(other.period, period) <= 0)
    .filter(({ quantity: { qualifier, interval } }) => {
      const isBound = qualifier !== undefined && qualifier !== 'about'
      return !isBound && interval.low.isFinite() && interval.high.isFinite()
    })
    .toSorted((one, other) => comparePeriods(one.period, other.period))
  return history.slice(gapEnds(history.map((one) => one.period)).at(-1) ?? 0)
}

/** Numbers on a scale from the least of them, 0, to the greatest, 1; all halfway where they are equal. */
function scaled(values: readonly number[]): number[] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  return values.map((value) => (greatest > least ? (value - least) / (greatest - least) : 0.5))
}
