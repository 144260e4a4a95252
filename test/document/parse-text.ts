import type { Chart } from '../../src/chart/types.ts'
import { findObservation } from '../../src/dataset/find.ts'
import type { Dataset } from '../../src/dataset/types.ts'
import { formatDiagnostic, type Outcome, type Place, suggest } from '../../src/diagnostic.ts'
import { parseDocument } from '../../src/document/parse/parse.ts'
import { type Filled, plainMarkdown } from '../../src/document/template/filled.ts'
import type { Block, Document, Inline } from '../../src/document/types.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { smallDataset } from './dataset.ts'
import { fill } from './fill-text.ts'

type Kind = Document['kind']

/** A template filled with the small dataset and parsed. */
export function parseTemplateText(
  text: string,
  kind: Kind = 'deck',
  partials: Record<string, string> = {},
  dataset?: Dataset,
): Outcome<Document> {
  const filled = fill(text, partials)
  if (!filled.value) return { value: undefined, diagnostics: filled.diagnostics }
  const parsed = parse(filled.value, kind, dataset)
  return { value: parsed.value, diagnostics: [...filled.diagnostics, ...parsed.diagnostics] }
}

/** Markdown as an author writes it, in `templates/deck.md.hbs`. */
export function parseMarkdown(text: string, kind: Kind = 'deck'): Outcome<Document> {
  return parse(plainMarkdown('templates/deck.md.hbs', text), kind)
}

const noPictures = (address: string) => ({ message: `no pictures here: ${address}` })

function parse(filled: Filled, kind: Kind, dataset = smallDataset()): Outcome<Document> {
  return parseDocument(filled, { kind, dataset, locale: getLocale('en'), bindChart, readPicture: noPictures })
}

/** The blocks below the title of a slide that hold the text; throws where there are troubles. */
export function getBlocks(text: string, kind: Kind = 'deck'): Block[] {
  const { value, diagnostics } = parseTemplateText(`# T\n\n${text}`, kind)
  if (diagnostics.length > 0) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return (value?.blocks ?? []).slice(1)
}

/** The inlines of a text that is one paragraph. */
export function getInlines(text: string): Inline[] {
  const [paragraph] = getBlocks(text)
  return paragraph?.type === 'paragraph' ? paragraph.children : []
}

/** Charts of the tests: `charts/netizens.vl.json` shows the history of netizens, `charts/video.vl.json` one number. */
function bindChart(file: string, place: Place): Outcome<Chart> {
  const data = smallDataset()
  const shown = new Map([
    ['charts/netizens.vl.json', ['netizens@2022-06', 'netizens@2022-12', 'netizens@2023-12']],
    ['charts/video.vl.json', ['online-video-users@2023-12']],
    ['charts/all.vl.json', [...data.observations.keys()]],
    ['charts/worked-out.vl.json', []],
  ])
  const references = shown.get(file)
  if (!references) {
    const hint = suggest(file, shown.keys())
    return { value: undefined, diagnostics: [{ severity: 'error', message: `unknown chart: ${file}`, place, hint }] }
  }
  const observations = references.flatMap((reference) => findObservation(data, reference) ?? [])
  // Only what a document asks of a chart.
  const alt = observations.length > 0 ? 'Derived words' : ''
  const chart = { file, text: '{}', observations, alt, rows: [] as Chart['rows'], language: 'en', place } as Chart
  return { value: chart, diagnostics: [] }
}
