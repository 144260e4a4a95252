import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path'
import { getBuildDate } from '../build/build-date.ts'
import type { Tools } from '../build/build-tools.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { chooseVariant } from '../build/read/read-variants.ts'
import { bindChart, createBoundSpecs } from '../chart/bind/bind.ts'
import type { DrawOptions } from '../chart/draw/draw-options.ts'
import type { Rasterizer } from '../chart/draw/pictures/rasterize.ts'
import { type ChartHeading, getHeading, withoutTitle } from '../chart/draw/scene/without-title.ts'
import { isSingle } from '../chart/spec/is-single.ts'
import { isJsonObject, type JsonObject, walkSpec } from '../chart/spec/json/json.ts'
import type { Chart, Medium } from '../chart/types.ts'
import { readDataset } from '../dataset/read/read.ts'
import type { Outcome } from '../diagnostic.ts'
import { parseJsonAs } from '../files/parse-json.ts'
import { isThere } from '../files/read-file.ts'
import type { Size } from '../graphics/types.ts'
import { getLocale } from '../locale/get-locale.ts'
import type { Locale } from '../locale/types.ts'
import { noMemory } from '../memory/memory.ts'
import { readTheme, readThemeFile } from '../theme/read-theme.ts'

import type { FreeChartSetting } from './chart-order.ts'
import { readFreeSpec, toFreeChart } from './free-chart.ts'
import { describeSpec } from './free-description.ts'

/** A spec with all that it is drawn with. */
export interface ChartSource extends DrawOptions {
  /** The chart in a medium; on a slide without its title, and where it can as large as the room there. */
  chart(medium: Medium, room?: Size): Outcome<Chart>
  heading: ChartHeading
  /** How large it is where it is not on a slide; undefined: as large as its spec says. */
  size: Size | undefined
  locale: Locale
  rasterizer: Rasterizer
}

/** A spec's file as it was named, and what stands in it; `path` undefined: the standard input. */
export interface NamedSpec {
  name: string
  path: string | undefined
  text: string
}

/** A spec by itself, or, in a report's templates folder, as the report draws it: its figures, theme and language. */
export function openChart(spec: NamedSpec, order: FreeChartSetting, tools: Tools): Outcome<ChartSource> {
  const report = spec.path === undefined ? undefined : getReport(spec.path)
  return report === undefined ? openFree(spec, order, tools) : openBound(spec, report, order, tools)
}

function openFree({ name, path, text }: NamedSpec, order: FreeChartSetting, tools: Tools): Outcome<ChartSource> {
  const { note, outcome } = collectDiagnostics()
  const theme = note(readThemeFile(order.theme, order.themeFolder))
  const read = note(readFreeSpec({ file: name, text }))
  if (!theme || !read) return outcome()
  const locale = getLocale(order.language ?? 'en')
  const setting = { locale, size: order.size, theme: order.isThemed ? theme : undefined }
  const source: ChartSource = {
    chart: (medium, room) => {
      const fills = room && canFill(read.spec, order) ? { room } : {}
      return { value: toFreeChart(read, { ...setting, medium, ...fills }), diagnostics: [] }
    },
    heading: getHeading(read.spec),
    size: undefined,
    ...{ theme, locale, ...tools.open(theme, order.themeFolder) },
    folder: order.base ?? (path === undefined ? resolve('.') : dirname(path)),
    now: order.now,
  }
  return outcome(source)
}

function openBound(
  { path = '', text }: NamedSpec,
  report: string,
  order: FreeChartSetting,
  tools: Tools,
): Outcome<ChartSource> {
  const { note, outcome } = collectDiagnostics()
  const theme = note(order.theme === undefined ? readTheme(report) : readThemeFile(order.theme, order.themeFolder))
  const whole = note(readDataset(report))
  const dataset = whole && note(chooseVariant(whole, { folder: report }, noMemory))
  if (!theme || !dataset) return outcome()
  const opened = tools.open(theme, order.theme === undefined ? report : order.themeFolder)
  const locale = getLocale(order.language ?? dataset.report.language, dataset.report.language)
  const file = relative(report, path).split(sep).join(posix.sep)
  const folder = order.base ?? report
  const now = order.now ?? getBuildDate(dataset.report).getTime()
  const input = { file, text, dataset, locale, theme, fonts: opened.fonts, folder, now }
  const spec = parseJsonAs(text.replace(/^\uFEFF/, ''), isJsonObject) ?? {}
  const specs = createBoundSpecs()
  const source: ChartSource = {
    chart: (medium) => {
      const { value, diagnostics } = bindChart({ ...input, medium }, specs)
      if (!value) return { value, diagnostics }
      // What shows no figures of the report is described by its spec.
      const described = { ...value, alt: value.alt || describeSpec(spec) }
      return {
        value: medium === 'slide' ? { ...described, spec: withoutTitle(described.spec) } : described,
        diagnostics,
      }
    },
    heading: getHeading(spec),
    size: sizeInReport(spec, order.size),
    ...{ theme, locale, ...opened },
    folder,
    now,
  }
  return outcome(source)
}

/** The report that a spec is a chart of: it stands below `templates/` beside `data/report.yaml`. */
function getReport(path: string): string | undefined {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    if (basename(folder) === 'templates' && isThere(join(folder, '../data/report.yaml'))) return dirname(folder)
  }
  return undefined
}

/** About as wide as the column of a page. */
const usualWidth = 480
const usualAspect = 0.42

/** A chart of a report has the size of its place; one by itself that of its spec or of the command. */
function sizeInReport({ width, height }: JsonObject, asked: Partial<Size>): Size {
  const isSized = typeof width === 'number' && typeof height === 'number' && width > 0
  const aspect = isSized ? height / width : usualAspect
  const wide = asked.width ?? (asked.height === undefined ? (isSized ? width : usualWidth) : asked.height / aspect)
  return { width: wide, height: asked.height ?? wide * aspect }
}

/** Whether a spec may be resized: not where the command sets a size, or marks are placed in points from an edge. */
function canFill(spec: JsonObject, { size, isThemed }: FreeChartSetting): boolean {
  const isPlaced = walkSpec(spec).some(([object]) => isPlacedByPoints(object))
  return isThemed && Object.keys(size).length === 0 && isSingle(spec) && !('marks' in spec) && !isPlaced
}

function isPlacedByPoints(object: JsonObject): boolean {
  const isAt = (name: string) => {
    const channel = object[name]
    return isJsonObject(channel) && typeof channel.value === 'number' && channel.value !== 0
  }
  const isFar = (name: string) => typeof object[name] === 'number' && object[name] !== 0
  return ['x', 'y', 'x2', 'y2', 'radius'].some(isAt) || ['innerRadius', 'outerRadius', 'radius'].some(isFar)
}
