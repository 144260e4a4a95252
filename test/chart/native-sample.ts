import { readdirSync, readFileSync } from 'node:fs'
import { drawChart } from '../../src/chart/draw/draw.ts'
import type { Native, NativeChart } from '../../src/chart/native/native-types.ts'
import type { Chart, Drawing } from '../../src/chart/types.ts'
import { formatDiagnostic, hasErrors } from '../../src/diagnostic.ts'
import { bind, options } from './sample.ts'

const folder = 'test/chart/native-specs'

/** The specs of bars, lines, areas, arcs and points that people write, by name; their data are their own. */
export const nativeSpecs = readdirSync(folder)
  .filter((name) => name.endsWith('.vl.json'))
  .map((name) => name.replace('.vl.json', ''))
  .sort()

const size = { width: 480, height: 300 }

/** A spec's chart, bound for a slide. */
export function boundSpec(name: string): Chart {
  return boundText(readFileSync(`${folder}/${name}.vl.json`, 'utf8'))
}

function boundText(text: string): Chart {
  const { value, diagnostics } = bind(text)
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

/** A chart drawn for a slide; its warnings (labels that touch) are not asked about here. */
export async function drawn(chart: Chart): Promise<Drawing> {
  const { value, diagnostics } = await drawChart(chart, size, options)
  if (!value || hasErrors(diagnostics)) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

/** A spec's chart in PowerPoint's terms, or why there is none. */
export async function getNative(chart: Chart): Promise<Native> {
  const { native } = await drawn(chart)
  if (!native) throw new Error('a chart for a slide without its native form')
  return native
}

/** The one native chart that a spec is. Throws, saying why, where it is none, or several. */
export async function oneNative(chart: Chart): Promise<NativeChart> {
  const native = await getNative(chart)
  if (native.type === 'native') return native
  throw new Error(native.type === 'picture' ? native.reason : 'several charts')
}

/** The native chart of a spec given as an object. */
export function nativeChart(spec: object): Promise<NativeChart> {
  return oneNative(boundObject(spec))
}

/** The chart of a spec given as an object. */
export function boundObject(spec: object): Chart {
  return boundText(JSON.stringify({ data: { values: [] }, ...spec }))
}

/** Rows and headers of the sheet behind a chart, as its reader sees them. */
export function getSheet({ columns }: NativeChart): (string | number | null)[][] {
  const height = Math.max(...columns.map(({ cells }) => cells.length))
  return [
    columns.map(({ header }) => header),
    ...Array.from({ length: height }, (_, row) => columns.map(({ cells }) => cells[row] ?? null)),
  ]
}
