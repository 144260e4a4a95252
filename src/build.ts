import { dateOf } from './build/build-date.ts'
import type { Tools } from './build/build-tools.ts'
import { checkNumbers } from './build/check-numbers.ts'
import { type Composed, compose, type Material } from './build/compose.ts'
import { dataAttachments } from './build/data-attachments.ts'
import { embargoOf } from './build/embargo.ts'
import { type Format, formatsOf, type SlidesPerPage } from './build/formats.ts'
import { readTelling } from './build/read-report.ts'
import { renderPictures } from './build/render-pictures.ts'
import { renderSlides } from './build/render-slides.ts'
import type { Stopwatch } from './build/stopwatch.ts'
import { createTroubles } from './build/troubles.ts'
import { drawOnce } from './chart/draw/draw-once.ts'
import type { Chart, Size } from './chart/types.ts'
import { revisionsSince } from './compare/revisions-since.ts'
import { readDataset } from './dataset/read/read.ts'
import type { Outcome } from './diagnostic.ts'
import type { Output } from './files/write-outputs.ts'
import { type DrawnCharts, drawCharts, pictureRemarks, rasterizeCharts, toDrawings } from './layout/drawings.ts'
import { getLocale } from './locale/get-locale.ts'
import { adoptReference } from './reference/adopt-reference.ts'
import { renderPdf } from './render/pdf.ts'
import { renderLintedPptx } from './render/pptx.ts'
import { readTheme } from './theme/read-theme.ts'
import { toGreyTheme } from './theme/theme-colors.ts'

/** What is to be built, from which report folder. */
export interface BuildRequest {
  /** Absolute path of the report folder. */
  folder: string
  /** Undefined: pptx and pdf, as far as the report has their templates. */
  formats: readonly Format[] | undefined
  /** BCP 47 tag of a known language; undefined: the report's own. */
  language: string | undefined
  /** The date that the documents carry; undefined: the report's date of release. */
  date: Date | undefined
  /** How many slides a page of the handout shows; undefined: 3. */
  slidesPerPage?: SlidesPerPage | undefined
  /** Absolute path of the organisation's own template; undefined: what the theme names, if anything. */
  reference?: string | undefined
  /** In black, white and greys. */
  isGrey?: boolean | undefined
  /** An earlier version, a folder or git revision: the documents say what was revised since. */
  since?: string | undefined
}

/** A document as a file, not yet on the disk. */
export interface BuiltFile extends Output {
  format: Format
  count?: { number: number; of: 'slides' | 'pages' } | undefined
  /** What its reader might wonder about, a line each; no troubles. */
  remarks?: string[] | undefined
}

/** A report laid out and its charts drawn: all but the files themselves. */
export interface Draft extends Material {
  documents: Drafted[]
}

interface Drafted extends Composed {
  drawings: DrawnCharts
  /** The same with their pictures, being made in a thread meanwhile; for slides only. */
  pictures: Promise<DrawnCharts>
}

/**
 * Figures → words → pages → drawings. Each stage tells all its troubles, and what does not depend on a stage that failed
 * is still checked; with any error there is no draft.
 */
export async function draftReport(request: BuildRequest, tools: Tools, stopwatch: Stopwatch): Promise<Outcome<Draft>> {
  const { folder, language } = request
  const { note, outcome } = createTroubles()
  const { time } = stopwatch
  const { memory } = tools

  const own = note(time('read theme', () => readTheme(folder)))
  const adopted = own && note(time('read template', () => adoptReference(own, request.reference, folder)))
  const theme = adopted && request.isGrey ? toGreyTheme(adopted.theme) : adopted?.theme
  const dataset = note(time('read data', () => readDataset(folder, memory)))
  const telling = note(time('read templates', () => readTelling(folder, request.formats)))
  if (!adopted || !theme || !dataset || !telling) return outcome()

  note(time('check numbers', () => checkNumbers(telling, dataset, request.formats === undefined, memory)))

  const { fonts, rasterizer } = tools.open(theme, folder)
  const languages = [language ?? dataset.report.language, dataset.report.language] as const
  const locale = memory.remember('locale', languages, () => getLocale(...languages))
  const revisions =
    request.since === undefined
      ? undefined
      : note(time('compare', () => revisionsSince(request.since ?? '', folder, dataset, locale)))
  const embargo = embargoOf(dataset.report, request.date, locale)
  if (embargo) note({ value: undefined, diagnostics: [embargo.diagnostic] })
  const { reference } = adopted
  const material = { dataset, telling, theme, reference, fonts, locale, revisions, embargo: embargo?.words, memory }
  const now = dateOf(dataset.report, request.date).getTime()
  const documents: Drafted[] = []
  for (const kind of telling.templates.keys()) {
    const composed = note(compose(kind, material, stopwatch))
    if (!composed) continue
    const draw = (chart: Chart, size: Size) => drawOnce(chart, size, { theme, fonts, folder, now }, memory)
    const drawings = note(await time('draw charts', () => drawCharts(composed.pages, draw)))
    if (!drawings) continue
    const pictures = rasterizeCharts(kind === 'deck' && isAsked('pptx', request) ? drawings : new Map(), (drawing) =>
      rasterizer.rasterize(drawing, 2),
    )
    // Where the build stops before it asks for them, pictures that fail are no trouble.
    pictures.catch(() => {})
    documents.push({ ...composed, drawings, pictures })
  }
  return outcome({ ...material, documents })
}

/** Pages → files, in the formats asked for. A deck is looked over as PowerPoint and its Accessibility Checker would; with an error there are no files. */
export async function renderReport(
  draft: Draft,
  request: BuildRequest,
  { time }: Stopwatch,
): Promise<Outcome<BuiltFile[]>> {
  const { note, outcome } = createTroubles()
  const { dataset, theme, fonts } = draft
  const { id } = dataset.report
  const date = dateOf(dataset.report, request.date)

  const render = async (
    { kind, pages, document, markdown, ...drafted }: Drafted,
    format: Format,
  ): Promise<BuiltFile | BuiltFile[] | undefined> => {
    switch (format) {
      case 'pptx': {
        const drawings = toDrawings(await time('wait for pictures', () => drafted.pictures))
        const linted = await time('write deck', () =>
          renderLintedPptx(pages, document, drawings, theme, date, draft.reference, draft.memory),
        )
        const bytes = note(linted)
        const remarks = pictureRemarks(drafted.drawings)
        return bytes && { format, name: `${id}.pptx`, bytes, count: { number: pages.length, of: 'slides' }, remarks }
      }
      case 'pdf': {
        const drawings = toDrawings(drafted.drawings)
        const options = { date, attachments: dataAttachments(request.folder) }
        const bytes = await time('write briefing', () => renderPdf(pages, document, drawings, theme, fonts, options))
        return { format, name: `${id}.pdf`, bytes, count: { number: pages.length, of: 'pages' } }
      }
      case 'deck.pdf':
      case 'handout':
      case 'notes': {
        if (draft.reference) note(undrawnTemplate(draft.reference.file))
        const options = { date, attachments: dataAttachments(request.folder) }
        const paper = { format, perPage: request.slidesPerPage ?? 3, name: id, options }
        return note(await time('write handout', () => renderSlides({ ...drafted, pages, document }, paper, draft)))
      }
      case 'png': {
        if (draft.reference) note(undrawnTemplate(draft.reference.file))
        const paper = { format: 'deck.pdf' as const, perPage: 1 as const, name: id, options: { date } }
        const deck = note(await renderSlides({ ...drafted, pages, document }, paper, draft))
        return deck && time('draw slides', () => renderPictures(deck.bytes, id))
      }
      case 'md':
        return { format, name: `${id}.${kind}.md`, bytes: Buffer.from(markdown) }
    }
  }
  // Side by side: while the thread finishes the slides' pictures, the briefing is written.
  const files = await Promise.all(
    draft.documents.flatMap((drafted) =>
      formatsOf[drafted.kind].filter((format) => isAsked(format, request)).map((format) => render(drafted, format)),
    ),
  )
  return outcome(files.flat().filter((file) => file !== undefined))
}

/** What a .pptx shows of its template is PowerPoint's to draw. */
function undrawnTemplate(file: string): Outcome<undefined> {
  const message = `PDF and pictures show the slides without what ${file} draws behind them: logos, bands, backgrounds`
  return { value: undefined, diagnostics: [{ severity: 'warning', message, hint: 'open the .pptx for those' }] }
}

function isAsked(format: Format, { formats }: BuildRequest): boolean {
  return (formats ?? ['pptx', 'pdf']).includes(format)
}
