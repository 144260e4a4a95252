import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTools } from '../build/build-tools.ts'
import type { BuildRequest } from '../build/types.ts'
import type { Log } from '../console/log.ts'
import type { Dataset } from '../dataset/types.ts'
import { errorCode } from '../files/explain-write-failure.ts'
import { packageRoot } from '../files/package-root.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { createMemory } from '../memory/memory.ts'
import { createFigureEditor, type FigureEditor } from './edit-figure.ts'
import { type PreviewServer, type Resource, servePreview } from './serve-preview.ts'
import { type Shown, showReport } from './show-report.ts'

/** What `briefwright preview` was asked for. */
export interface PreviewOrder extends BuildRequest {
  /** Undefined: any that is free. */
  port: number
}

/** The page's own files; beside this file in the source, beside the bundle in the package. */
const client = join(packageRoot, 'src/preview/client')

const files: Readonly<Record<string, [file: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/app.js': ['app.js', 'text/javascript; charset=utf-8'],
  '/pages.js': ['pages.js', 'text/javascript; charset=utf-8'],
  '/elements.js': ['elements.js', 'text/javascript; charset=utf-8'],
  '/app.css': ['app.css', 'text/css; charset=utf-8'],
  '/icon.svg': ['icon.svg', 'image/svg+xml'],
}

/** Serves a page that shows the report as it will be, and shows it anew after each change, until the signal aborts. */
export async function runPreview(order: PreviewOrder, log: Log, signal: AbortSignal): Promise<boolean> {
  const tools = createTools(createMemory())
  const token = randomBytes(16).toString('hex')
  const editor = createFigureEditor(order.folder)
  let request: BuildRequest = order
  let shown = await showReport(request, tools, undefined)
  let server: PreviewServer | undefined
  const rebuild = async () => {
    shown = await showReport(request, tools, shown)
    server?.announce(shown.state.build)
  }
  const act = async (path: string, body: string) => {
    const asked = parseAsked(body)
    if (path !== '/language') return editFigure(path, asked, editor, shown.dataset)
    if (!shown.state.languages.includes(asked.language)) return undefined
    request = { ...request, language: asked.language }
    // In another language no page is a changed one.
    shown = { ...shown, state: { ...shown.state, pages: [] } }
    await rebuild()
    return {}
  }
  try {
    server = await servePreview(order.port, (path) => find(path, shown, token), { act, token })
    const { address } = server
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

interface Asked {
  key: string
  written: string
  language: string
}

/** What the page asks for, as far as it is texts. */
function parseAsked(body: string): Asked {
  const nothing = { key: '', written: '', language: '' }
  try {
    const value: unknown = JSON.parse(body)
    const texts = Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string')
    return { ...nothing, ...Object.fromEntries(texts) }
  } catch {
    return nothing
  }
}

function editFigure(path: string, { key, written }: Asked, editor: FigureEditor, dataset: Dataset | undefined) {
  if (path === '/undo') return editor.undo()
  if (!dataset) return undefined
  if (path === '/written') return editor.read(dataset, key)
  return path === '/figure' ? editor.write(dataset, key, written) : undefined
}

function find(path: string, { state, charts, fonts }: Shown, token: string): Resource | undefined {
  const own = Object.hasOwn(files, path) ? files[path] : undefined
  if (own) {
    const body = readFileSync(join(client, own[0]), 'utf8')
    return {
      type: own[1],
      body: path === '/' ? body.replace('name="token" content=""', `name="token" content="${token}"`) : body,
    }
  }
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
