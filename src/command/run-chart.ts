import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { drawNatural, type Fit } from '../chart/draw.ts'
import { toFreeChart } from '../chart/free-chart.ts'
import { isSingle } from '../chart/is-single.ts'
import { isJsonObject } from '../chart/json.ts'
import { createRasterizer, type Rasterizer } from '../chart/rasterize.ts'
import type { Drawing } from '../chart/types.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { type Fonts, openFonts } from '../fonts.ts'
import { getLocale } from '../locale/get-locale.ts'
import type { Locale } from '../locale/types.ts'
import { formatTroubles, type Log } from '../log.ts'
import { readThemeFile } from '../read-theme.ts'
import { contained, layoutChartSlide, type OneChart, renderChartPdf, renderChartPptx } from '../render/one-chart.ts'
import { groupBy } from '../render/package/group-by.ts'
import { showPath } from '../show-path.ts'
import type { Theme } from '../theme.ts'
import { createTroubles } from '../troubles.ts'
import { writeOutputs } from '../write-outputs.ts'
import type { ChartFormat, ChartOrder, ChartTarget } from './chart-order.ts'

/** Draws charts in the files or on the standard output that were asked for; what goes there, or undefined where any chart failed. Nothing is written then. */
export async function runChart(
  order: ChartOrder,
  log: Log,
  begin: (spec: string) => void,
): Promise<Uint8Array | undefined> {
  const started = performance.now()
  const { note, outcome } = createTroubles()
  const theme = note(readThemeFile(order.theme, order.themeFolder))
  const tools = theme && openTools(theme, order)
  try {
    const made: MadeChart[] = []
    for (const spec of tools ? order.specs : []) {
      begin(spec.name)
      if (tools) made.push(...(note(await makeChart(spec, order, tools, log)) ?? []))
    }
    const { value: files, diagnostics } = outcome(made)
    const unwritten = files ? writeFiles(files) : []
    const troubles = [...diagnostics, ...unwritten]
    for (const trouble of troubles) log.diagnostic(trouble)
    if (!files || hasErrors(unwritten)) {
      log.say(`failed: ${formatTroubles(troubles)}; nothing was written`)
      return undefined
    }
    const milliseconds = Math.round(performance.now() - started)
    for (const { target, format, bytes } of files) {
      if (target !== '-') log.made({ path: showPath(target), format, bytes: bytes.length, milliseconds })
    }
    return files.find(({ target }) => target === '-')?.bytes ?? new Uint8Array()
  } finally {
    await tools?.close()
  }
}

/** What all charts of an order are drawn with; the thread for pictures starts where some are asked for. */
interface ChartTools {
  theme: Theme
  fonts: Fonts
  locale: Locale
  rasterizer(): Rasterizer
  close(): Promise<void>
}

function openTools(theme: Theme, { language, themeFolder }: ChartOrder): ChartTools {
  const fonts = openFonts(theme, themeFolder)
  let rasterizer: Rasterizer | undefined
  return {
    theme,
    fonts,
    locale: getLocale(language),
    rasterizer: () => {
      rasterizer ??= createRasterizer(fonts, theme)
      return rasterizer
    },
    close: async () => rasterizer?.close(),
  }
}

/** A file that holds a chart, not yet on the disk. */
interface MadeChart extends ChartTarget {
  bytes: Uint8Array
}

/** One spec in all the formats asked for: compiled and run once. */
async function makeChart(
  { name, file, targets }: ChartOrder['specs'][number],
  order: ChartOrder,
  tools: ChartTools,
  log: Log,
): Promise<Outcome<MadeChart[]>> {
  const { note, outcome } = createTroubles()
  const asks = (format: ChartFormat) => targets.some((target) => target.format === format)
  const text = note(readSpec(name, file))
  const { theme, fonts, locale } = tools
  const free =
    text === undefined
      ? undefined
      : note(
          toFreeChart({
            ...{ file: name, text, locale, size: order.size },
            theme: order.isThemed ? theme : undefined,
            medium: asks('pptx') ? 'slide' : 'page',
          }),
        )
  if (!free) return outcome()
  const title = free.title ?? basename(name).replace(/(\.v[lg])?(\.json)?$/, '')
  const one: OneChart = { chart: free.chart, title, theme, fonts, locale, date: order.date }
  const slide = asks('pptx') ? note(layoutChartSlide(one)) : undefined
  const fits: Fit[] = [
    asked(free.chart.spec, order),
    ...(slide ? [(natural: Drawing | { width: number; height: number }) => contained(natural, slide.item.box)] : []),
  ]
  const folder = order.base ?? (file === undefined ? resolve('.') : dirname(file))
  const [drawing, onSlide] = note(await drawNatural(free.chart, fits, { theme, fonts, folder })) ?? []
  if (!drawing) return outcome()
  const made = targets.map(async (target) => {
    const bytes = note(await render(target.format, drawing, onSlide, slide, one, order, tools))
    return bytes ? [{ ...target, bytes }] : []
  })
  const files = (await Promise.all(made)).flat()
  if (onSlide?.native?.type === 'picture') log.say(`${name}: a picture on the slide, for ${onSlide.native.reason}`)
  return outcome(files)
}

/** Compositions keep their own sizes, and are scaled as a whole. */
function asked(spec: unknown, { size }: ChartOrder): Fit {
  const isScaled = isJsonObject(spec) && !isSingle(spec) && !('marks' in spec)
  if (!isScaled || (size.width === undefined && size.height === undefined)) return (natural) => natural
  return (natural) => contained(natural, { width: size.width ?? Infinity, height: size.height ?? Infinity })
}

async function render(
  format: ChartFormat,
  drawing: Drawing,
  onSlide: Drawing | undefined,
  slide: Parameters<typeof renderChartPptx>[0] | undefined,
  one: OneChart,
  { scale }: ChartOrder,
  { rasterizer }: ChartTools,
): Promise<Outcome<Uint8Array>> {
  switch (format) {
    case 'svg':
      return { value: Buffer.from(drawing.svg, 'utf8'), diagnostics: [] }
    case 'png':
      return { value: await rasterizer().rasterize(drawing, scale), diagnostics: [] }
    case 'pdf':
      return { value: await renderChartPdf(drawing, one), diagnostics: [] }
    case 'pptx': {
      if (!slide || !onSlide) return { value: undefined, diagnostics: [] }
      const png = onSlide.native?.type === 'native' ? undefined : await rasterizer().rasterize(onSlide, 2)
      return renderChartPptx(slide, onSlide, png, one)
    }
  }
}

/** The text of a spec; `file` undefined: the standard input. */
function readSpec(name: string, file: string | undefined): Outcome<string> {
  const failed = (message: string): Outcome<string> => ({
    value: undefined,
    diagnostics: [{ severity: 'error', message, place: { file: name, line: 1, column: 1 } } satisfies Diagnostic],
  })
  if (file !== undefined && !existsSync(file)) return failed(`no such file: ${name}`)
  try {
    // Descriptor 0 is the standard input.
    const bytes = readFileSync(file ?? 0)
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] }
  } catch (error) {
    return failed(error instanceof TypeError ? 'not UTF-8' : `cannot be read: ${String(error)}`)
  }
}

/** All files of a folder at once, each atomically. */
function writeFiles(files: readonly MadeChart[]): Diagnostic[] {
  const onDisk = files.filter(({ target }) => target !== '-')
  const folders = groupBy(onDisk, ({ target }) => dirname(target))
  return [...folders].flatMap(([folder, inIt]) =>
    writeOutputs(
      folder,
      inIt.map(({ target, bytes }) => ({ name: basename(target), bytes })),
    ),
  )
}
