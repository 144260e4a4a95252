import { type NativeChart, nativeCharts, panelName } from '../../chart/native/native-types.ts'
import type { Observation } from '../../dataset/types.ts'
import type { Document } from '../../document/types.ts'
import type { DrawnCharts } from '../../layout/drawings.ts'
import { splitAtBreaks } from '../../layout/text/text-atoms.ts'
import type { Run } from '../../layout/types.ts'
import { derived } from '../../memory/derived.ts'
import { type NumberInText, readNumbers } from '../numbers/numbers-in-text.ts'
import { type PrintedText, printedElements, printedTexts, runsText } from '../numbers/printed-texts.ts'
import type { TracedDocument } from '../trace/trace.ts'
import type { FoundText } from './read/found-document.ts'
import { svgTexts } from './read/svg-texts.ts'

/** A number that a text of the report says, with its observation where it says one. */
export interface ExpectedMention {
  mention: NumberInText
  observation: Observation | undefined
  /** Whether a qualifier before it is the template's own word: a claim, which is tested as such. */
  isClaim: boolean
}

/** What the report's own build prints in one place. */
export interface ExpectedText extends Omit<PrintedText, 'medium'> {
  medium: FoundText['medium']
  text: string
  /** BCP 47 tag of the document's language. */
  language: string
  /** The same in runs, which know their observations. */
  runs: readonly Run[]
  /** The marks of footnotes and statuses in it, such as 1 and [p]. */
  marks?: string | undefined
  /** Of a chart that PowerPoint draws itself: its data. */
  native?: NativeChart | undefined
  /** The charts of its panels, where it has several. */
  panels?: readonly NativeChart[] | undefined
}

/** A document with its pages, and what it says of itself. */
export interface PrintedDocument extends TracedDocument {
  document: Pick<Document, 'title' | 'subtitle' | 'subject' | 'keywords' | 'edition' | 'language'>
}

/** All that a build prints, charts with the words that they draw. Marks of footnotes are left out. */
export function expectedTexts(made: PrintedDocument, drawings: DrawnCharts): ExpectedText[] {
  // A PDF tells its elements apart, a deck its shapes.
  return made.kind === 'deck'
    ? toExpected(made, printedTexts(made.kind, made.pages), drawings).flatMap(inPanels)
    : expectedElements(made, drawings)
}

/** The same as a PDF prints it; of a deck with its notes, as handouts and pages of notes have them. */
export function expectedElements(made: PrintedDocument, drawings: DrawnCharts): ExpectedText[] {
  const { kind, pages } = made
  const notes = printedTexts(kind, pages).filter(({ medium }) => medium === 'notes')
  return toExpected(made, [...printedElements(kind, pages), ...notes.flatMap(getLines)], drawings)
}

function getLines(text: PrintedText): PrintedText[] {
  return splitAtBreaks(text.runs).map((runs) => ({ ...text, runs }))
}

function toExpected(
  { kind, document }: PrintedDocument,
  texts: readonly PrintedText[],
  drawings: DrawnCharts,
): ExpectedText[] {
  const printed = texts.flatMap(({ runs, ...where }): ExpectedText[] => {
    const drawing = where.medium === 'chart' && where.chart ? drawings.get(where.chart)?.drawing : undefined
    const words = drawing ? [{ text: svgTexts(drawing.svg).join('\n') }] : runs.filter((run) => !run.superscript)
    const marks = runs.filter(({ superscript }) => superscript).map((run) => run.text.trim())
    const text = { ...where, text: runsText(words), language: document.language, runs: words, marks: marks.join('') }
    const charts = nativeCharts(drawing?.native)
    return [{ ...text, native: charts[0], panels: charts.length > 1 ? charts : undefined }]
  })
  return [...printed, ...propertyTexts(kind, document)]
}

/** A deck has a chart for each panel, a PDF one drawing. */
function inPanels(text: ExpectedText): ExpectedText[] {
  if (!text.panels) return [text]
  return text.panels.map((native, index) => {
    const title = native.title?.text ?? ''
    return { ...text, item: panelName(text.item, index), text: title, runs: [{ text: title }], native }
  })
}

/** What a file says of itself; on no page, which is page 0. */
function propertyTexts(
  kind: PrintedDocument['kind'],
  { title, subtitle = '', subject, keywords, edition = '', language }: PrintedDocument['document'],
): ExpectedText[] {
  const texts = { Title: title, Subject: subject, Comments: subtitle, Keywords: keywords.join(', '), Category: edition }
  return Object.entries(texts).map(([name, text]) => ({
    document: kind,
    page: 0,
    item: `${name} of the document`,
    medium: 'properties',
    text,
    language,
    runs: [{ text }],
  }))
}

/** The numbers of a text; read once, and only where something is to be held against them. */
export const mentionsIn: (text: ExpectedText) => readonly ExpectedMention[] = derived(({ runs, language }) =>
  readMentions(runs, language),
)

function readMentions(runs: readonly Run[], language: string): ExpectedMention[] {
  let start = 0
  const spans = runs.map(({ text, observation, language: own = language }) => {
    const span = { start, end: start + text.length, observation, language: observation ? own : language }
    start = span.end
    return span
  })
  const text = runsText(runs)
  const mentions = [...new Set(spans.map((span) => span.language))].flatMap((spoken) =>
    readNumbers(text, spoken).flatMap((mention) => {
      const at = mention.kind === 'number' ? mention.numberStart : mention.start
      const span = spans.find(({ start, end }) => start <= at && at < end)
      if ((span?.language ?? language) !== spoken) return []
      return [{ mention, observation: span?.observation, isClaim: mention.start < (span?.start ?? 0) }]
    }),
  )
  return mentions.sort((one, other) => one.mention.start - other.mention.start)
}
