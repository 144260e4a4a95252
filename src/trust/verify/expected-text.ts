import type { Observation } from '../../dataset/types.ts'
import type { DrawnCharts } from '../../layout/drawings.ts'
import type { Run } from '../../layout/types.ts'
import { type NumberInText, readNumbers } from '../numbers-in-text.ts'
import { type PrintedText, printedElements, printedTexts, runsText } from '../printed-texts.ts'
import type { TracedDocument } from '../trace.ts'
import { svgTexts } from './svg-texts.ts'

/** A number that a text of the report says, with its observation where it says one. */
export interface ExpectedMention {
  mention: NumberInText
  observation: Observation | undefined
}

/** What the report's own build prints in one place. */
export interface ExpectedText extends Omit<PrintedText, 'runs'> {
  text: string
  mentions: readonly ExpectedMention[]
}

/** All that a build prints, charts with the words that they draw. Marks of footnotes are left out. */
export function expectedTexts({ kind, pages }: TracedDocument, drawings: DrawnCharts): ExpectedText[] {
  // A PDF tells its elements apart, a deck its shapes.
  const texts = kind === 'briefing' ? printedElements(kind, pages) : printedTexts(kind, pages)
  return texts.map(({ runs, ...where }) => {
    const drawing = where.medium === 'chart' && where.chart ? drawings.get(where.chart)?.drawing : undefined
    const words = drawing ? [{ text: svgTexts(drawing.svg).join('\n') }] : runs.filter((run) => !run.superscript)
    return { ...where, text: runsText(words), mentions: mentionsOf(words) }
  })
}

function mentionsOf(runs: readonly Run[]): ExpectedMention[] {
  let start = 0
  const spans = runs.map((run) => {
    const span = { start, end: start + run.text.length, observation: run.observation }
    start = span.end
    return span
  })
  return readNumbers(runsText(runs)).map((mention) => {
    const at = mention.kind === 'number' ? mention.numberStart : mention.start
    return { mention, observation: spans.find((span) => span.start <= at && at < span.end)?.observation }
  })
}
