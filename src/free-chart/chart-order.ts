import { basename, dirname, join, resolve } from 'node:path'
import type { Size } from '../graphics/types.ts'

export const chartFileFormats = ['svg', 'pdf', 'png', 'pptx'] as const
export type ChartFormat = (typeof chartFileFormats)[number]

/** Where a chart goes: an absolute path, or `-` for the standard output. */
export interface ChartTarget {
  target: string
  format: ChartFormat
}

/** What `briefwright chart` was asked for, in values that a thread can be given. */
export interface ChartOrder extends FreeChartSetting {
  /** Each with the name that diagnostics are reported under; `file` undefined: the standard input. */
  specs: { name: string; file: string | undefined; targets: ChartTarget[] }[]
}

/** How charts are to be drawn. */
export interface FreeChartSetting {
  /** Absolute path of the folder that data files are read below; undefined: the spec's own. */
  base: string | undefined
  /** Absolute path of a theme's file; undefined: Briefwright's own. */
  theme: string | undefined
  /** Whether charts look as the theme says; else as Vega has them, in the theme's fonts. */
  isThemed: boolean
  /** Where that theme's own font files are. */
  themeFolder: string
  size: Partial<Size>
  /** Pixels a point, of PNG. */
  scale: number
  /** Undefined: that of the report whose chart it is, else English. */
  language: string | undefined
  /** The date that files carry. */
  date: Date
  /** What `now()` is in a spec by itself, milliseconds; undefined: the clock. */
  now: number | undefined
}

/** A use of the command that cannot be right, in words. */
export class Misuse extends Error {}

/** Which file each spec goes to. Throws a `Misuse` where outputs and specs do not fit. */
export function planTargets(
  specs: readonly string[],
  outputs: readonly string[],
  formats: readonly ChartFormat[] | undefined,
  isFolder: (path: string) => boolean,
): ChartOrder['specs'] {
  const getTargets = (spec: string) =>
    (outputs.length === 0 ? ['-'] : outputs).flatMap((output) => targetsAt(spec, output, formats, specs, isFolder))
  const planned = specs.map((spec) => ({
    name: spec === '-' ? '<stdin>' : spec,
    file: spec === '-' ? undefined : resolve(spec),
    targets: getTargets(spec),
  }))
  const all = planned.flatMap(({ targets }) => targets.map(({ target }) => target))
  const twice = all.find((target, index) => all.indexOf(target) !== index)
  if (twice !== undefined)
    throw new Misuse(twice === '-' ? 'the standard output takes one chart' : `written twice: ${twice}`)
  if (specs.filter((spec) => spec === '-').length > 1) throw new Misuse('the standard input is one spec')
  return planned
}

function targetsAt(
  spec: string,
  output: string,
  formats: readonly ChartFormat[] | undefined,
  specs: readonly string[],
  isFolder: (path: string) => boolean,
): ChartTarget[] {
  if (output === '-') return (formats ?? ['svg']).map((format) => ({ target: '-', format }))
  if (/[/\\]$/.test(output) || isFolder(output)) {
    const stem = spec === '-' ? 'chart' : basename(spec).replace(/(\.v[lg])?(\.json)?$/, '')
    return (formats ?? ['svg']).map((format) => ({ target: join(resolve(output), `${stem}.${format}`), format }))
  }
  if (specs.length > 1)
    throw new Misuse(`several specs go into a folder: ${join(dirname(output), 'charts/')}, not ${output}`)
  const ending = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase()
  const named = chartFileFormats.find((format) => format === ending)
  const [only, ...more] = formats ?? []
  const format = only !== undefined && more.length === 0 ? only : named
  if (named && format !== named) throw new Misuse(`ends as ${named}, and --to says ${format}: ${output}`)
  if (!format)
    throw new Misuse(
      `no format: ${output}; end it in ${chartFileFormats.map((name) => `.${name}`).join(', ')}, or give --to`,
    )
  return [{ target: resolve(output), format }]
}

/** The folder below which a theme's font files are: the report whose `templates/` holds it, else its own. */
export function folderOfTheme(path: string): string {
  const folder = dirname(path)
  return basename(folder) === 'templates' ? join(folder, '..') : folder
}
