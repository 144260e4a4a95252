import type { Chart } from '../../chart/types.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import { inlineFigures } from '../../document/complete/observations-in.ts'
import { innerBlocks } from '../../document/inner-blocks.ts'
import { plainText } from '../../document/plain-text.ts'
import { columnsIn, headedSections } from '../../document/slides.ts'
import { plainMarkdown } from '../../document/template/filled.ts'
import type { Block, Document, Inline, KeyFigure } from '../../document/types.ts'
import { getLanguage } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import type { Memory } from '../../memory/memory.ts'
import { dataTexts } from '../numbers/data-texts.ts'
import { checkWords } from '../words/check-words.ts'

/** What cards are of, and what keeps the findings in those that did not change. */
interface Report {
  dataset: Dataset
  locale: Locale
  memory: Memory
}

/**
 * Reads cards as sentences ended by their labels (72.1% of the increase is rural),
 * and headings without a figure over one card (The newcomers are rural: 72.1%).
 */
export function checkCards({ blocks }: Document, report: Report): Diagnostic[] {
  const sections = columnsIn(blocks).flatMap(headedSections)
  const inner = sections.map(({ heading, below }) => ({ heading, all: new Set(innerBlocks(below)) }))
  const above = (block: Block) =>
    inner.flatMap(({ heading, all }) => (all.has(block) ? plainText(heading.children) : [])).join(' ')
  const cards = innerBlocks(blocks).flatMap((block) => (block.type === 'keyFigures' ? [block] : []))
  const labels = cards.flatMap((block) =>
    block.figures.flatMap((card) => {
      // What stands below a label without a figure is said of it too.
      const label = inlineFigures(card.change).length > 0 ? card.label : [...card.label, ...words(' '), ...card.change]
      const rest = afterName({ ...card, label }, report)?.trim()
      if (rest === '') return []
      const found = held([...card.value, ...words(' '), ...label], above(block), block.place, report)
      // 36 hours, and below it Hours lost in the South: its name.
      return rest === undefined ? found : found.filter(({ message }) => !isBesideIt.test(message))
    }),
  )
  const headings = sections.flatMap(({ heading: { children, place }, below: [first] }) => {
    const [card, ...others] = first?.type === 'keyFigures' ? first.figures : []
    if (!card || others.length > 0 || inlineFigures(children).length > 0) return []
    return held([...children, ...words(': '), ...card.value], '', place, report)
  })
  return [...labels, ...headings]
}

/** What words of a chart's author at one figure say of it, as cards do: Target met. */
export function checkChartNotes({ notes = [], rows, observations, place }: Chart, report: Report): Diagnostic[] {
  return notes.flatMap(({ text, row }) => {
    const { series, period, valueText = '' } = rows[row] ?? {}
    const observation = observations.find((one) => one.series === series && one.period === period)
    const printed = observation?.measure === 'value' ? [{ type: 'figure' as const, text: valueText, observation }] : []
    // Its axis says of when it is.
    return held([...printed, ...words(` ${text}`)], '', place, report).filter(({ message }) => isJudged.test(message))
  })
}

const isJudged = /^not true:/
const isBesideIt = /beside a figure that is printed whole/

/** What the title and subtitle of the report say of things by their names, wherever these are printed. */
export function checkReportWords({ dataset, locale, memory }: Report): Diagnostic[] {
  const texts = dataTexts(dataset).filter(
    ({ language, what }) => getLanguage(language) === locale.primary && /^the (?:sub)?title of the report$/.test(what),
  )
  return texts.flatMap(({ text, what, place = { file: 'data/report.yaml', line: 1, column: 1 } }) =>
    held(words(text), '', place, { dataset, locale, memory }).map((one) => ({
      ...one,
      message: `${what}: ${one.message}`,
    })),
  )
}

/** What a card says after what its figure is called, where it begins with that. */
function afterName({ label, observation }: KeyFigure, { dataset, locale }: Report): string | undefined {
  const own = dataset.indicators.get(observation.indicator)
  const text = plainText(label)
  const names = [own?.label, own?.short].map((name) => name && locale.text(name))
  const name = names.find((one) => one && text.startsWith(one))
  return name && text.slice(name.length)
}

function words(value: string): Inline[] {
  return [{ type: 'text', value }]
}

/** What is wrong in a sentence of its own, with its figures, below a heading. */
function held(inlines: readonly Inline[], heading: string, place: Place, report: Report): Diagnostic[] {
  const text = plainText(inlines)
  let from = 0
  const figures = inlineFigures(inlines).map(({ text: printed, observation }) => {
    const start = text.indexOf(printed, from)
    from = start + printed.length
    return { start, end: from, observation }
  })
  const before = `# ${heading}\n\n`
  const passage = { text, offsets: Array.from(text, (_, at) => before.length + at), figures }
  const filled = plainMarkdown(place.file, before + text)
  const found = checkWords({ ...report, passages: [passage], filled })
  return found.flatMap(({ diagnostic }) =>
    diagnostic?.severity === 'error' ? [{ ...diagnostic, kind: 'words' as const, place }] : [],
  )
}
