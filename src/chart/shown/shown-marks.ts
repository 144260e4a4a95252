import type { Outcome } from '../../diagnostic.ts'
import { compileSpec } from '../bind/compile-spec.ts'
import { openView } from '../bind/open-view.ts'
import type { SceneMark } from '../draw/scene/scene.ts'
import { viewScene } from '../draw/scene/view-scene.ts'
import { limitTime } from '../draw/vega/limit-time.ts'
import { mostSeconds } from '../draw/vega/run-view.ts'
import { parseVega, restartChance, type VegaSpec, type View } from '../draw/vega/vega.ts'
import { createVegaLog, placedDiagnostic, type VegaLog } from '../draw/vega/vega-log.ts'
import { isJsonObject, type JsonObject, objectsIn, walkObjects } from '../spec/json/json.ts'
import { readDataInside } from '../spec/links/loader.ts'
import { placeDiagnostics } from '../spec/place-diagnostics.ts'
import type { Chart, ChartRow } from '../types.ts'
import { type Lineage, noLineage, rowLineage, stringsIn, transformed } from './lineage.ts'
import { axisScales, numberScales } from './number-scales.ts'
import { type TaggedSpec, tagSpec } from './tag-spec.ts'
import { onScales, type ShownMark, toShownMark } from './to-shown-mark.ts'

/** Where a chart's data is run: the folder that its files are in, and the time that it is. */
export interface DataSetting {
  folder: string
  now: number
}

/**
 * What each mark of a chart shows of the bound rows, in drawing order. Vega runs the chart's own data flow, without
 * drawing, and the rows carry through
 * it which of the bound rows they are made from: nothing here reads a filter. Errors: what Vega would say at drawing.
 */
export function shownMarks(
  chart: Chart,
  rows: ReadonlyMap<string, readonly ChartRow[]>,
  { folder, now }: DataSetting,
): Outcome<ShownMark[]> {
  if (rows.size === 0) return { value: [], diagnostics: [] }
  const log = createVegaLog(chart)
  try {
    const { spec, diagnostics } = compileSpec(chart)
    log.diagnostics.push(...diagnostics)
    const tagged = tagSpec(spec, rows, (address) => readDataInside(folder, address))
    const value = runFlow(chart, tagged, { folder, now }, log, (view) => toShownMarks(spec, tagged, view, rows))
    return { value, diagnostics: [] }
  } catch (error) {
    const thrown = error === notRun ? [] : [placedDiagnostic(chart, [error])]
    return { value: undefined, diagnostics: placeDiagnostics(chart, [...log.diagnostics, ...thrown], []) }
  }
}

const notRun = Symbol('not run')

/** Runs a data flow and reads its marks. Throws `notRun` where Vega said an error. */
function runFlow(
  chart: Chart,
  { spec }: TaggedSpec,
  setting: DataSetting,
  log: VegaLog,
  read: (view: View) => ShownMark[],
): ShownMark[] {
  const view = openView(chart, parseVega(spec as unknown as VegaSpec), setting, log)
  try {
    restartChance()
    limitTime(mostSeconds, () => view.run())
    if (log.diagnostics.some(({ diagnostic }) => diagnostic.severity === 'error')) throw notRun
    return read(view)
  } finally {
    view.finalize()
  }
}

function toShownMarks(
  spec: JsonObject,
  { marks }: TaggedSpec,
  view: View,
  rows: ReadonlyMap<string, readonly ChartRow[]>,
): ShownMark[] {
  const lineages = getLineages(spec, rows)
  const items = new Map<string, object[]>()
  collectItems(viewScene(view).root, items)
  const all = [...rows.values()].flat()
  const getLineage = ({ from }: JsonObject) =>
    (isJsonObject(from) ? lineages.get(String(from.data)) : undefined) ?? noLineage
  const numbers = numberScales(spec)
  const shared = new Set(objectsIn(spec.scales).map(({ name }) => String(name)))
  const founded = marks.flatMap(({ mark }) => onScales(mark, getLineage(mark)).filter(({ isFounded }) => isFounded))
  const saying = new Set([...founded.map(({ scale }) => scale), ...axisScales(spec)])
  const scales = new Map([...numbers].map((scale) => [scale, saying.has(scale)]))
  const panels = walkObjects(spec).flatMap(([{ facet }]) => (isJsonObject(facet) ? stringsIn(facet.groupby) : []))
  return marks.map(({ name, mark }) =>
    toShownMark({ mark, lineage: getLineage(mark), items: items.get(name) ?? [], scales, shared, panels }, all),
  )
}

/** The rows behind the items of each named mark, of all its facets. */
function collectItems({ name, items }: SceneMark, found: Map<string, object[]>): void {
  for (const item of items) {
    for (const inner of item.items ?? []) collectItems(inner, found)
    if (name?.startsWith('shown_') && item.datum instanceof Object)
      found.set(name, [...(found.get(name) ?? []), item.datum])
  }
}

/** What the fields of each data set are made from, facets' too. */
function getLineages(spec: JsonObject, rows: ReadonlyMap<string, readonly ChartRow[]>): Map<string, Lineage> {
  const lineages = new Map<string, Lineage>()
  const of = (name: string) => lineages.get(name) ?? noLineage
  const addGroup = (group: JsonObject): void => {
    const facet = isJsonObject(group.from) ? group.from.facet : undefined
    if (isJsonObject(facet)) lineages.set(String(facet.name), of(String(facet.data)))
    for (const { name, source, transform } of objectsIn(group.data)) {
      const start = typeof source === 'string' ? of(source) : rows.has(String(name)) ? rowLineage : noLineage
      lineages.set(
        String(name),
        objectsIn(transform).reduce((lineage, one) => transformed(lineage, one, of), start),
      )
    }
    for (const mark of objectsIn(group.marks)) addGroup(mark)
  }
  addGroup(spec)
  return lineages
}
