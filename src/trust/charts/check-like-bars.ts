import type { Chart } from '../../chart/types.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Block, ChartBlock } from '../../document/types.ts'

/** The bars of a chart by name: what is to be alike for them to be compared, and the number at which its scale ends. */
interface Bars {
  kind: string
  end: number
}

/** Scales that end this much apart, as parts of the shorter, show one number at two lengths that are told apart. */
const mostApart = 1.1

/** Charts of one slide whose bars are of one measure and stand on two scales: a warning, for one compares their lengths all the same. */
export function likeBars(below: readonly Block[], dataset: Dataset): Diagnostic[] {
  const [first, ...others] = below.flatMap(chartsIn).flatMap((block) => {
    const bars = getBars(block.chart, dataset)
    return bars ? [{ block, bars }] : []
  })
  const other = others.find(({ bars }) => first && isOtherScale(first.bars, bars))
  if (!other) return []
  return [
    {
      severity: 'warning',
      kind: 'charts',
      message: 'bars of one measure on two scales, on one slide',
      place: other.block.place,
      hint: 'draw them in one chart, or shares with whole=yes: lengths beside each other are compared',
    },
  ]
}

function chartsIn(block: Block): ChartBlock[] {
  if (block.type === 'columns') return block.columns.flat().flatMap(chartsIn)
  return block.type === 'chart' ? [block] : []
}

/** Of charts whose scale goes from zero to their largest figure; a spec of one's own may set another. */
function getBars({ file, observations }: Chart, { indicators }: Dataset): Bars | undefined {
  const [, name] = /^chart:(ranking|columns|grouped)\b/.exec(file) ?? []
  const units = new Set(observations.map(({ indicator, measure }) => `${measure} ${indicators.get(indicator)?.unit}`))
  const sizes = observations.map(({ quantity }) => quantity.value.toNumber())
  if (name === undefined || units.size !== 1 || sizes.some((size) => !(size >= 0 && Number.isFinite(size))))
    return undefined
  return { kind: [name, ...units].join(' '), end: /\bwhole="?yes\b/.test(file) ? 100 : Math.max(...sizes) }
}

function isOtherScale(one: Bars, other: Bars): boolean {
  const [short, long] = [one.end, other.end].toSorted((a, b) => a - b)
  return one.kind === other.kind && (long ?? 0) > (short ?? 0) * mostApart
}
