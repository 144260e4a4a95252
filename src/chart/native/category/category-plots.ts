import { groupBy } from '../../../dataset/group-by.ts'
import type { PlacedSeries } from '../facts/placed.ts'
import type { CategorySlots } from '../facts/slots.ts'
import type { BarPlot, Grouping, LinePlot, NativePlot } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import type { BarSeries } from './category-series.ts'

function isBar(series: PlacedSeries): series is BarSeries {
  return series.kind === 'bar'
}

/** A plot to be, with the series that it is made of. */
export interface Planned {
  plot: NativePlot
  series: PlacedSeries[]
}

/** Groups series that PowerPoint draws as one plot; bars of another width or values of another scale go in a second. */
export function planPlots(series: readonly PlacedSeries[], slots: CategorySlots): Planned[] {
  const scales = [...new Set(series.map(({ scale }) => scale))]
  if (scales.length > 2) throw new NotPossible('PowerPoint has no third axis of values')
  const axesOfScale = (scale: string) => (scale === scales[0] ? 'primary' : 'secondary')
  const toBars = (one: BarSeries) =>
    `${one.scale} ${one.grouping} ${one.grouping === 'standard' ? '' : one.layer} ${one.offset === undefined ? breadthClass(one) : 'side by side'}`
  const bars = [...groupBy(series.filter(isBar), toBars).values()]
  if (bars.length > 2 || (bars.length > 1 && scales.length > 1 && bars[0]?.[0]?.scale === bars[1]?.[0]?.scale))
    throw new NotPossible('its bars are of too many widths for one chart of PowerPoint')
  if (bars.length > 1 && new Set(bars.map(([first]) => first?.grouping)).size > 1)
    throw new NotPossible('PowerPoint stacks bars that float on those that they lie over')
  if (series.length > mostSeries) throw new NotPossible(`a chart of PowerPoint has no more than ${mostSeries} series`)
  const others = series.filter((one) => !isBar(one))
  const areas = lineGroups(others.filter(({ kind }) => kind === 'area'))
  if (areas.length > new Set(areas.map(([first]) => first?.scale)).size)
    throw new NotPossible('PowerPoint stacks the bands and areas of all layers on each other')
  return [
    ...areas.map((own) => linePlan(own, axesOfScale)),
    ...bars.map((own, index) =>
      barPlan(own, bars.length > 1 && index > 0 ? 'secondary' : axesOfScale(own[0]?.scale ?? ''), slots),
    ),
    ...lineGroups(others.filter(({ kind }) => kind !== 'area')).map((own) => linePlan(own, axesOfScale)),
  ]
}

/** Excel's limit. */
const mostSeries = 255

function lineGroups(series: readonly PlacedSeries[]): PlacedSeries[][] {
  const toLines = ({ scale, grouping, layer }: PlacedSeries) =>
    `${scale} ${grouping} ${grouping === 'standard' ? '' : layer}`
  return [...groupBy(series, toLines).values()]
}

/** Bars whose widths differ by less than a twentieth are of one width to the eye. */
function breadthClass({ breadth }: BarSeries): string {
  return String(Math.round(Math.log(Math.max(breadth, 0.1)) / Math.log(1.05)))
}

function linePlan(series: PlacedSeries[], axesOfScale: (scale: string) => 'primary' | 'secondary'): Planned {
  const [first] = series
  const plot: LinePlot = {
    kind: first?.kind === 'area' ? 'area' : 'line',
    axes: axesOfScale(first?.scale ?? ''),
    grouping: first?.grouping ?? 'standard',
    series: [],
  }
  // What overlaps is drawn by PowerPoint in the order of the series, as by Vega.
  return { plot, series }
}

function barPlan(series: BarSeries[], axes: 'primary' | 'secondary', { step, category }: CategorySlots): Planned {
  const [first, second] = series
  const grouping: Grouping = first?.grouping ?? 'standard'
  const isSideBySide = first?.offset !== undefined && second?.offset !== undefined
  const breadth = first?.breadth ?? 1
  const distance = isSideBySide ? Math.max(0.1, (second?.offset ?? 0) - (first?.offset ?? 0)) : 0
  const plot: BarPlot = {
    kind: 'bar',
    axes,
    direction: category === 'x' ? 'column' : 'bar',
    grouping,
    gapWidth: clamp(((step - breadth - distance * (isSideBySide ? series.length - 1 : 0)) / breadth) * 100, 0, 500),
    overlap: isSideBySide ? clamp(((breadth - distance) / breadth) * 100, -100, 100) : 100,
    series: [],
  }
  return { plot, series }
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(most, value)))
}

/** The scales of values, the primary axis' first. */
export function getScaleNames(planned: readonly Planned[]): string[] {
  return [...new Set(planned.flatMap(({ series }) => series.map(({ scale }) => scale)))]
}
