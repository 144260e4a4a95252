import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTools, type Tools } from '../build/build-tools.ts'
import { checkInput } from '../build/check-input.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { inThemeOf } from '../build/compose.ts'
import type { BuildRequest, DrawnReport } from '../build/types.ts'
import { drawReport } from '../build.ts'
import type { Log } from '../console/log.ts'
import { isMap } from '../dataset/is-map.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Outcome, plainError } from '../diagnostic.ts'
import { errorCode } from '../files/explain-write-failure.ts'
import { packageRoot } from '../files/package-root.ts'
import { parseJsonAs } from '../files/parse-json.ts'
import { sha256 } from '../files/sha256.ts'
import { type FontStyle, type Fonts, fontStyles } from '../fonts/fonts.ts'
import { noteTexts } from '../layout/page-words.ts'
import { createMemory, settling } from '../memory/memory.ts'
import { createFigureEditor, type FigureEditor } from './edit-figure.ts'
import { pageSvg } from './page-svg.ts'
import { type PreviewPage, type PreviewState, previewDiagnostics, previewFigures } from './preview-state.ts'
import { type PreviewServer, type Resource, servePreview } from './serve-preview.ts'

/** What `briefwright preview` was asked for. */
export interface PreviewOrder extends Pick<BuildRequest, 'folder' | 'variant'> {
  /** BCP 47 tag; undefined: the report's own. */
  language?: string | undefined
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
export async function runPreview(
  { language, port, ...order }: PreviewOrder,
  log: Log,
  signal: AbortSignal,
): Promise<boolean> {
  const tools = createTools(createMemory())
  const token = randomBytes(16).toString('hex')
  const editor = createFigureEditor(order.folder)
  let request: BuildRequest = { ...order, languages: language ? [language] : undefined }
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
    request = { ...request, languages: [asked.language] }
    // In another language no page is a changed one.
    shown = { ...shown, state: { ...shown.state, pages: [] } }
    await rebuild()
    return {}
  }
  try {
    server = await servePreview(port, (path) => find(path, shown, token), { act, token })
    const { address } = server
    const { watchReport } = await import('../files/watch.ts')
    await watchReport(order.folder, rebuild, signal, () => log.say(`preview: ${address} (Ctrl+C ends it)`))
    return true
  } catch (error) {
    const inUse = errorCode(error) === 'EADDRINUSE' ? `something else is at port ${port}` : undefined
    const reason = inUse ?? (error instanceof Error ? error.message : String(error))
    log.diagnostic(plainError(`the preview cannot be served: ${reason}`, { hint: 'name another port: --port 0' }))
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
  const texts = Object.entries(parseJsonAs(body, isMap) ?? {}).filter(([, text]) => typeof text === 'string')
  return { ...nothing, ...Object.fromEntries(texts) }
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
  const face = fontStyles.find((one) => fontPath(one) === path)
  return face && fonts ? { type: 'font/ttf', body: readFileSync(fonts.file(face)) } : undefined
}

function fontPath({ font, weight, italic }: FontStyle): string {
  return `/fonts/${font}-${weight}${italic ? '-italic' : ''}.ttf`
}

/** The theme's fonts by name, as the pages' texts ask for them. */
const fontSheet = [
  ...fontStyles.map(
    (face) =>
      `@font-face { font-family: bw-${face.font}; src: url(${fontPath(face)}); font-weight: ${face.weight === 'bold' ? 700 : 400}; font-style: ${face.italic ? 'italic' : 'normal'}; }`,
  ),
  '.heading { font-family: bw-heading, sans-serif; }',
  '.body { font-family: bw-body, sans-serif; }',
].join('\n')

/** What the server has to give. */
interface Shown {
  state: PreviewState
  charts: ReadonlyMap<string, string>
  fonts: Fonts | undefined
  dataset: Dataset | undefined
}

/** The present report, and each changed page as it was; if it does not build, the former, with what is wrong. */
async function showReport(request: BuildRequest, tools: Tools, former: Shown | undefined): Promise<Shown> {
  const build = (former?.state.build ?? 0) + 1
  const { value: draft, diagnostics } = await settling(tools.memory, () => drawAndCheck(request, tools))
  const shown = previewDiagnostics(diagnostics)
  if (!draft) {
    const { state = empty, ...rest } = former ?? { charts: new Map(), fonts: undefined, dataset: undefined }
    return { ...rest, state: { ...state, build, diagnostics: shown } }
  }
  const { dataset, locale, fonts, documents, languages } = draft
  const drawn = new Map<string, string>()
  const pages = documents.flatMap(({ kind, pages: own, drawings }) =>
    own.map((page): PreviewPage => {
      const getAddress = (item: Parameters<Parameters<typeof pageSvg>[2]>[0]) => {
        const svg = drawings.get(item)?.drawing.svg ?? ''
        // By its content, so that a chart that did not change is not fetched again, and its page stays.
        const address = `/charts/${sha256(svg).slice(0, 16)}.svg`
        drawn.set(address, svg)
        return address
      }
      const svg = pageSvg(page, inThemeOf(draft, kind).theme, getAddress)
      return { document: kind, number: page.number, title: page.title, svg, notes: noteTexts(page) }
    }),
  )
  const state = {
    build,
    title: locale.text(dataset.report.title),
    languages: [...new Set([...dataset.report.languages, ...languages])],
    language: locale.language,
    pages: pages.map((page) => withBefore(page, former?.state.pages ?? [])),
    figures: previewFigures({ dataset, locale, documents }, former?.dataset),
    diagnostics: shown,
  }
  // The pages as they were show the charts as they were.
  return { state, charts: new Map([...(former?.charts ?? []), ...drawn]), fonts, dataset }
}

const empty = { title: 'Preview', languages: [], language: undefined, pages: [], figures: [] }

function withBefore(page: PreviewPage, former: readonly PreviewPage[]): PreviewPage {
  const same = former.find(({ document, number }) => document === page.document && number === page.number)
  return same && same.svg !== page.svg ? { ...page, before: same.svg } : page
}

async function drawAndCheck(request: BuildRequest, tools: Tools): Promise<Outcome<DrawnReport>> {
  const { note, add, outcome } = collectDiagnostics()
  const report = note(await drawReport(request, tools))
  if (report) add(checkInput([report]))
  return outcome(report)
}
