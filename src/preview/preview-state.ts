import { findObservation } from '../dataset/find.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import { type Diagnostic, formatDiagnostic } from '../diagnostic.ts'
import type { DocumentKind } from '../document/formats.ts'
import { sayFigure } from '../document/say/figure.ts'
import { nameFigure } from '../document/say/name-figure.ts'
import type { Page } from '../layout/types.ts'
import type { Locale } from '../locale/types.ts'
import { traceDocuments } from '../trust/trace/trace.ts'

/** A figure as the preview lists it. */
export interface PreviewFigure {
  key: string
  label: string
  printed: string
  /** Worked out from others: it is edited through them. */
  isDerived: boolean
  /** Whether its source says where: a paragraph, page or table; if derived, those of all that it comes from. */
  isTraced: boolean
  /** What was printed before the last change. */
  before?: string | undefined
  /** `data/figures.yaml:37:16`. */
  place: string
  /** Source, paragraph, speaker and form printed there; or the formula. */
  origin: string
  note: string
  /** Where else it stands: `deck 3: Title`. */
  places: { document: DocumentKind; page: number; item: string; printed: string }[]
}

export interface PreviewPage {
  document: DocumentKind
  number: number
  title: string
  svg: string
  /** As it was drawn before the last change, where that changed it. */
  before?: string | undefined
  /** The speaker notes of a slide, a paragraph each. */
  notes: string[]
}

/** All that the page of the preview shows; of a report that does not build, the former pages with what is wrong now. */
export interface PreviewState {
  /** Counts the builds. */
  build: number
  title: string
  /** The languages that the report can be shown in, and the one that it is. */
  languages: readonly string[]
  language: string | undefined
  pages: PreviewPage[]
  figures: PreviewFigure[]
  diagnostics: { severity: Diagnostic['severity']; text: string }[]
}

/** A report laid out. */
interface LaidOut {
  dataset: Dataset
  locale: Locale
  documents: readonly { kind: DocumentKind; pages: readonly Page[] }[]
}

/** The figures of a report, where each stands, and what each was in the dataset before. */
export function previewFigures({ dataset, locale, documents }: LaidOut, former: Dataset | undefined): PreviewFigure[] {
  const { prints } = traceDocuments(documents, dataset, locale)
  return [...dataset.observations.values()].map((observation) => {
    const then = former?.observations.get(observation.key)
    const printed = sayFigure(observation, dataset, locale)
    const before = former && then && sayFigure(then, former, locale)
    const { file, line, column } = observation.place
    return {
      key: observation.key,
      label: nameFigure(observation, dataset, locale),
      printed,
      isDerived: observation.status === 'derived',
      isTraced: isTraced(observation, dataset),
      ...(before !== undefined && before !== printed && { before }),
      place: `${file}:${line}:${column}`,
      origin: getOrigin(observation, dataset, locale),
      note: observation.note ? locale.text(observation.note) : '',
      places: prints
        .filter(({ figure }) => figure === observation.key)
        .map(({ document, page, item, printed }) => ({ document, page, item, printed })),
    }
  })
}

/** Diagnostics as the preview lists them. */
export function previewDiagnostics(diagnostics: readonly Diagnostic[]): PreviewState['diagnostics'] {
  return diagnostics.map((diagnostic) => ({ severity: diagnostic.severity, text: formatDiagnostic(diagnostic) }))
}

/** Whether its way back ends at a place in a source. */
function isTraced({ statement, inputs }: Observation, dataset: Dataset): boolean {
  if (statement) return statement.paragraphs.length > 0 || statement.locator !== undefined
  return inputs.every((key) => {
    const input = findObservation(dataset, key)
    return input !== undefined && isTraced(input, dataset)
  })
}

function getOrigin({ statement, formula }: Observation, { sources, speakers }: Dataset, locale: Locale): string {
  if (!statement) return `${locale.word('derived')}: ${formula ?? ''}`
  const { source, paragraphs, locator, speaker, printed } = statement
  return [
    locale.text(sources.get(source)?.cite ?? {}),
    paragraphs.length > 0 ? locale.paragraphs(paragraphs) : undefined,
    locator,
    locale.text((speaker && speakers.get(speaker)?.name) || {}),
    `“${printed}”`,
  ]
    .filter(Boolean)
    .join(', ')
}
