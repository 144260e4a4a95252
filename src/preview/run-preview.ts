import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTools, type Tools } from '../build/build-tools.ts'
import { checkInput } from '../build/check-input.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { createStopwatch } from '../build/stopwatch.ts'
import type { BuildRequest, DrawnReport } from '../build/types.ts'
import { drawReport } from '../build.ts'
import type { Log } from '../console/log.ts'
import type { Dataset } from '../dataset/types.ts'
import type { Outcome } from '../diagnostic.ts'
import { errorCode } from '../files/explain-write-failure.ts'
import { packageRoot } from '../files/package-root.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { noteTexts } from '../layout/page-words.ts'
import { createMemory, settling } from '../memory/memory.ts'
import { pageSvg } from './page-svg.ts'
import { type PreviewState, previewDiagnostics, previewFigures } from './preview-state.ts'
import { type PreviewServer, type Resource, servePreview } from './serve-preview.ts'

/** What `briefwright preview` was asked for. */
export interface PreviewOrder extends BuildRequest {
  /** Undefined: any that is free. */
  port: number
}

/** What the server has to give. */
interface Shown {
  state: PreviewState
  charts: ReadonlyMap<string, string>
  fonts: Fonts | undefined
  dataset: Dataset | undefined
}

/** The page's own files; beside this file in the source, beside the bundle in the package. */
const client = join(packageRoot, 'src/preview/client')

const files: Readonly<Record<string, [file: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/app.js': ['app.js', 'text/javascript; charset=utf-8'],
  '/app.css': ['app.css', 'text/css; charset=utf-8'],
}

/** Serves a page that shows the report as it will be, and shows it anew after each change, until the signal aborts. */
export async function runPreview(order: PreviewOrder, log: Log, signal: AbortSignal): Promise<boolean> {
  const tools = createTools(createMemory())
  let shown = await show(order, tools, undefined)
  let server: PreviewServer | undefined
  try {
    server = await servePreview(order.port, (path) => find(path, shown))
    const { address, announce } = server
    const rebuild = async () => {
      shown = await show(order, tools, shown)
      announce(shown.state.build)
    }
    const { watchReport } = await import('../files/watch.ts')
    await watchReport(order.folder, rebuild, signal, () => log.say(`preview: ${address} (Ctrl+C ends it)`))
    return true
  } catch (error) {
    const inUse = errorCode(error) === 'EADDRINUSE' ? `something else is at port ${order.port}` : undefined
    const reason = inUse ?? (error instanceof Error ? error.message : String(error))
    log.diagnostic({
      severity: 'error',
      message: `the preview cannot be served: ${reason}`,
      hint: 'name another port: --port 0',
    })
    return false
  } finally {
    await server?.close()
    await tools.close()
  }
}

/** The report as it is now; where it does not build, as it was, with what is wrong. */
async function show(order: PreviewOrder, tools: Tools, former: Shown | undefined): Promise<Shown> {
  const build = (former?.state.build ?? 0) + 1
  const { value: draft, diagnostics } = await settling(tools.memory, () => drawAndCheck(order, tools))
  const told = previewDiagnostics(diagnostics)
  if (!draft) {
    const empty = { title: 'Preview', pages: [], figures: [] }
    const { state = empty, charts = new Map<string, string>(), fonts, dataset } = former ?? {}
    return { state: { ...state, build, diagnostics: told }, charts, fonts, dataset }
  }
  const { dataset, locale, theme, fonts, documents } = draft
  const charts = new Map<string, string>()
  const pages = documents.flatMap(({ kind, pages: own, drawings }) =>
    own.map((page) => {
      const getAddress = (item: Parameters<Parameters<typeof pageSvg>[2]>[0]) => {
        const svg = drawings.get(item)?.drawing.svg ?? ''
        // By its content, so that a chart that did not change is not fetched again, and its page stays.
        const address = `/charts/${createHash('sha256').update(svg).digest('hex').slice(0, 16)}.svg`
        charts.set(address, svg)
        return address
      }
      return {
        document: kind,
        number: page.number,
        title: page.title,
        svg: pageSvg(page, theme, getAddress),
        notes: noteTexts(page),
      }
    }),
  )
  const figures = previewFigures({ dataset, locale, documents }, former?.dataset)
  const state = { build, title: locale.text(dataset.report.title), pages, figures, diagnostics: told }
  return { state, charts, fonts, dataset }
}

async function drawAndCheck(order: PreviewOrder, tools: Tools): Promise<Outcome<DrawnReport>> {
  const { note, add, outcome } = collectDiagnostics()
  const stopwatch = createStopwatch(() => {})
  const report = note(await drawReport(order, tools, stopwatch))
  if (report) add(checkInput(report, stopwatch))
  return outcome(report)
}

function find(path: string, { state, charts, fonts }: Shown): Resource | undefined {
  const own = Object.hasOwn(files, path) ? files[path] : undefined
  if (own) return { type: own[1], body: readFileSync(join(client, own[0])) }
  if (path === '/state.json') return { type: 'application/json; charset=utf-8', body: JSON.stringify(state) }
  if (path === '/fonts.css') return { type: 'text/css; charset=utf-8', body: fontSheet }
  const chart = charts.get(path)
  if (chart !== undefined) return { type: 'image/svg+xml; charset=utf-8', body: chart }
  const face = faces.find((one) => fontPath(one) === path)
  return face && fonts ? { type: 'font/ttf', body: readFileSync(fonts.file(face)) } : undefined
}

type Face = Parameters<Fonts['file']>[0]

const faces: readonly Face[] = (['heading', 'body'] as const).flatMap((font) =>
  (['regular', 'bold'] as const).flatMap((weight) => [false, true].map((italic) => ({ font, weight, italic }))),
)

function fontPath({ font, weight, italic }: Face): string {
  return `/fonts/${font}-${weight}${italic ? '-italic' : ''}.ttf`
}

/** The theme's fonts by name, as the pages' texts ask for them. */
const fontSheet = [
  ...faces.map(
    (face) =>
      `@font-face { font-family: bw-${face.font}; src: url(${fontPath(face)}); font-weight: ${face.weight === 'bold' ? 700 : 400}; font-style: ${face.italic ? 'italic' : 'normal'}; }`,
  ),
  '.heading { font-family: bw-heading, sans-serif; }',
  '.body { font-family: bw-body, sans-serif; }',
].join('\n')
