import { bindChart } from '../chart/bind/bind.ts'
import { dataNamesOf, knownIndicators } from '../chart/spec/spec-data.ts'
import { standInChart } from '../chart/spec/stand-in-chart.ts'
import type { Chart, Medium } from '../chart/types.ts'
import { sliceDataset } from '../dataset/figure/slice.ts'
import { type Marking, toMarking } from '../dataset/figure/status-marks.ts'
import type { Revisions } from '../dataset/revisions.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome, type Place, suggest } from '../diagnostic.ts'
import { addSourceLines } from '../document/complete/add-source-lines.ts'
import { addTrends } from '../document/complete/add-trends.ts'
import { checkPeriods } from '../document/complete/check-periods.ts'
import { completeNotes } from '../document/complete/complete-notes.ts'
import { markStatuses } from '../document/complete/mark-statuses.ts'
import { noteRounding } from '../document/complete/note-rounding.ts'
import { numberFigures } from '../document/complete/number-figures.ts'
import { numberNotes } from '../document/complete/number-notes.ts'
import { placeSources } from '../document/complete/place-sources.ts'
import { tagLanguages } from '../document/complete/tag-languages.ts'
import { tellRevisions } from '../document/complete/tell-revisions.ts'
import { parseDocument } from '../document/parse/parse.ts'
import { fillTemplate } from '../document/template/fill.ts'
import type { Filled } from '../document/template/filled.ts'
import type { Document } from '../document/types.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { layoutPages } from '../layout/pages/pages.ts'
import { layoutSlides } from '../layout/slides/slides.ts'
import { stampPages } from '../layout/stamp-pages.ts'
import type { Page } from '../layout/types.ts'
import type { Locale } from '../locale/types.ts'
import type { Reference } from '../reference/types.ts'
import type { Theme } from '../theme/theme.ts'
import { checkAsOf } from '../trust/check-fresh.ts'
import type { DocumentKind } from './formats.ts'
import { type Memory, noMemory } from './memory.ts'
import type { Telling } from './read-report.ts'
import type { Stopwatch } from './stopwatch.ts'
import { createTroubles } from './troubles.ts'

/** All that the documents of a report are made from. */
export interface Material {
  dataset: Dataset
  telling: Telling
  theme: Theme
  /** The organisation's template that the deck is made in. */
  reference?: Reference | undefined
  fonts: Fonts
  locale: Locale
  /** What every page says while the report is under embargo. */
  embargo?: string | undefined
  /** What changed since an earlier version, where the documents are to say it. */
  revisions?: Revisions | undefined
  /** Keeps what their parts were made into, for the next build. */
  memory?: Memory | undefined
}

/** A document with its pages; its charts are bound, but not yet drawn. */
export interface Composed {
  kind: DocumentKind
  /** The filled template. */
  markdown: string
  /** The words in it that are held to figures, and whether they are true. */
  claims: Filled['claims']
  document: Document
  pages: Page[]
}

/** Fills a document's template, parses what that says, and lays it out on slides or pages; with any error there is no document. */
export function compose(kind: DocumentKind, material: Material, stopwatch: Stopwatch): Outcome<Composed> {
  const { value, diagnostics } = composeDraft(kind, material, stopwatch)
  return { value: hasErrors(diagnostics) ? undefined : value, diagnostics }
}

/** The same with errors too, as far as it can be laid out: what has failed prints nothing, and what is not true is there. */
export function composeDraft(kind: DocumentKind, material: Material, { time }: Stopwatch): Outcome<Composed> {
  const { note, outcome } = createTroubles()
  const { dataset, telling, theme, fonts, locale, reference, memory } = material
  const template = telling.templates.get(kind)
  if (!template) return outcome()
  const filled = note(time('fill', () => fillTemplate({ template, partials: telling.partials, dataset, locale })))
  if (!filled) return outcome()
  const bind = chartBinder(kind, material)
  const parsed = note(time('parse', () => parseDocument(filled, { kind, dataset, locale, bindChart: bind, memory })))
  if (!parsed) return outcome()
  note({ value: undefined, diagnostics: [...checkPeriods(parsed, dataset), ...checkAsOf(parsed, dataset)] })
  const document = time('complete', () => complete(parsed, material))
  const layout = () =>
    kind === 'deck'
      ? layoutSlides(document, theme, fonts, locale, reference, memory)
      : layoutPages(document, theme, fonts, locale, memory)
  const laid = note(time('lay out', layout))
  const pages = laid && material.embargo ? stampPages(laid, material.embargo, theme, fonts) : laid
  const { markdown, claims } = filled
  return { ...outcome(), value: pages && { kind, markdown, claims, document, pages } }
}

/** Adds what an author need not write: source lines, numbers of figures and tables, marks of status, the figures in a speaker's notes, languages. */
function complete(parsed: Document, material: Material): Document {
  return tagLanguages(completeWords(parsed, material))
}

function completeWords(parsed: Document, material: Material): Document {
  const { dataset, locale, revisions } = material
  // First of all, so that a note's figures are told on the slide or page where it stands.
  const noted = numberNotes(parsed)
  const told = revisions ? tellRevisions(noted, dataset, locale, revisions) : noted
  const sourced = addSourceLines(addTrends(told, dataset, locale), dataset, locale)
  const mark = (document: Document) => markStatuses(document, markingOf(material), dataset, locale)
  if (parsed.kind === 'deck') return completeNotes(mark(noteRounding(sourced, dataset, locale)), dataset, locale)
  const numbered = placeSources(numberFigures(sourced, locale), dataset, locale)
  return mark(noteRounding(numbered, dataset, locale))
}

function markingOf({ theme, locale, revisions }: Material): Marking {
  return toMarking(theme.marks, locale.text, revisions?.revised.keys())
}

/** Binds a chart's spec by the address that a template gives. A spec that is shown twice is one chart, and its troubles are told once. */
function chartBinder(kind: DocumentKind, material: Material): (address: string, place: Place) => Outcome<Chart> {
  const { telling, theme, fonts, locale, memory = noMemory } = material
  const marking = markingOf(material)
  const medium: Medium = kind === 'deck' ? 'slide' : 'page'
  const bound = new Map<string, Chart>()
  const standIn = (file: string, place: Place) => standInChart(file, locale.language, medium, place)
  return (address, place) => {
    const known = bound.get(address)
    if (known) return { value: known, diagnostics: [] }
    const spec = telling.charts.get(address)
    if (!spec) return { value: standIn(address, place), diagnostics: [unknownChart(address, place, telling)] }
    const { file, text } = spec
    // Of no other figures than it shows, so that it stays the same chart while those do.
    const dataset = memory.part(material.dataset, (whole) => {
      const names = memory.remember('data of a spec', [spec], () => dataNamesOf(spec))
      const indicators = names && knownIndicators(names, whole)
      return indicators && sliceDataset(whole, indicators)
    })
    const input = { theme, fonts, locale, marking, dataset, file, text, medium }
    const { value, diagnostics } = memory.remember('bind chart', [input], () => bindChart(input))
    const chart = value ?? standIn(file, place)
    bound.set(address, chart)
    return { value: chart, diagnostics }
  }
}

function unknownChart(address: string, place: Place, { charts }: Telling): Diagnostic {
  const hint = suggest(address, charts.keys()) ?? 'charts are templates/charts/*.vl.json'
  return { severity: 'error', message: `unknown chart: ${address}`, place, hint }
}
