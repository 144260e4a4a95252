// What a chart costs, step by step, with 10, 1,000 and 100,000 points; part of npm run bench, alone: node test/bench/charts.mjs [POINTS...].
// Medians of warm runs in one process, each as a part of the whole; the first run of 10 points, cold, is told apart.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import * as vega from 'vega'
import * as vegaLite from 'vega-lite'

process.env.TZ = 'UTC'
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)
const parts = await loadParts()
const sizes = process.argv.slice(2).map(Number)
for (const points of sizes.length > 0 ? sizes : [10, 1000, 100_000]) await measure(points)

async function measure(points) {
  const spec = scatter(points)
  const text = JSON.stringify(spec)
  const cold = points === 10 ? await once(spec, text) : undefined
  const runs = []
  for (let run = 0; run < (points > 10_000 ? 1 : 7); run++) runs.push(await once(spec, text))
  const middle = Object.fromEntries(Object.keys(runs[0]).map((step) => [step, median(runs.map((run) => run[step]))]))
  const total = Object.values(middle).reduce((sum, spent) => sum + spent, 0)
  console.log(
    `\nchart of ${points} points: ${total.toFixed(0)} ms in all formats, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  )
  for (const [step, spent] of Object.entries(middle)) {
    const first = cold ? `   cold ${cold[step].toFixed(1)} ms` : ''
    console.log(
      `  ${step.padEnd(28)} ${`${spent.toFixed(1)} ms`.padStart(10)} ${`${Math.round((spent / total) * 100)} %`.padStart(6)}${first}`,
    )
  }
}

/** The milliseconds of each step. */
async function once(spec, text) {
  const { theme, fonts, locale, rasterizer } = parts
  const steps = {}
  const time = async (name, step) => {
    const start = performance.now()
    const value = await step()
    steps[name] = performance.now() - start
    return value
  }
  // Once by Vega alone, to tell its own share of the drawing.
  const runtime = await time('Vega: compile', () => vega.parse(vegaLite.compile(spec).spec))
  const view = new vega.View(runtime, { renderer: 'none' })
  await time('Vega: run', () => view.runAsync())
  view.finalize()
  const vegas = steps['Vega: compile'] + steps['Vega: run']
  const read = parts.readFreeSpec({ file: 'bench.vl.json', text }).value
  const chart = (medium) => parts.toFreeChart(read, { theme, locale, medium, size: {} })
  const options = { theme, fonts, folder: root }
  const page = chart('page')
  const drawing = await time('SVG', async () => (await parts.drawNatural(page, options)).value)
  steps.SVG = Math.max(0, steps.SVG - vegas)
  const one = { chart: page, title: 'Bench', theme, fonts, locale, date: new Date(0) }
  await time('PDF', () => parts.renderChartPdf(drawing, one))
  await time('PNG', () => rasterizer.rasterize(drawing, 2))
  const slide = chart('slide')
  const onSlide = await time('native chart', async () => (await parts.drawNatural(slide, options)).value)
  steps['native chart'] = Math.max(0, steps['native chart'] - vegas - steps.SVG)
  const laidOut = parts.layoutChartSlide({ ...one, chart: slide, date: new Date('1980-01-01T00:00:00Z') }).value
  const isNative = onSlide.native?.type === 'native'
  await time(isNative ? 'PowerPoint, native' : 'PowerPoint, picture', () =>
    parts.renderChartPptx(laidOut, onSlide, isNative ? undefined : new Uint8Array(64), {
      ...one,
      chart: slide,
      date: new Date('1980-01-01T00:00:00Z'),
    }),
  )
  return steps
}

function scatter(points) {
  const values = Array.from({ length: points }, (_, index) => ({
    x: Math.round(1000 * Math.sin(index * 12.9898)) / 10,
    y: Math.round(1000 * Math.sin(index * 78.233)) / 10,
  }))
  const axis = (field) => ({ field, type: 'quantitative' })
  return { data: { values }, mark: { type: 'point', filled: true }, encoding: { x: axis('x'), y: axis('y') } }
}

async function loadParts() {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outfile = join(cache, 'bench-charts.mjs')
  const from = (path, names) => `export { ${names} } from './src/${path}'`
  const contents = [
    from('chart/draw/draw.ts', 'drawNatural'),
    from('free-chart/free-chart.ts', 'readFreeSpec, toFreeChart'),
    from('chart/draw/pictures/rasterize.ts', 'createRasterizer'),
    from('fonts/fonts.ts', 'openFonts'),
    from('locale/get-locale.ts', 'getLocale'),
    from('theme/read-theme.ts', 'readTheme'),
    from('free-chart/one-chart.ts', 'renderChartPdf, layoutChartSlide, renderChartPptx'),
  ].join('\n')
  const stdin = { contents, resolveDir: root, loader: 'ts' }
  const shared = { absWorkingDir: root, bundle: true, platform: 'node', packages: 'external' }
  await build({ ...shared, stdin, format: 'esm', outfile })
  // The thread that draws pictures starts from a file beside it.
  const worker = 'rasterize-worker.cjs'
  await build({ ...shared, entryPoints: [`src/chart/draw/pictures/${worker}`], outfile: join(cache, worker) })
  const loaded = await import(pathToFileURL(outfile).href)
  const theme = loaded.readTheme(root).value
  const fonts = loaded.openFonts(theme, root)
  return { ...loaded, theme, fonts, locale: loaded.getLocale('en'), rasterizer: loaded.createRasterizer(fonts, theme) }
}

function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]
}
