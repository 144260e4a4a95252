import {
  type MarkedStatus,
  type Marking,
  markedStatuses,
  orderStatuses,
  sayMark,
} from '../../dataset/figure/status-marks.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import { innerBlocks } from '../inner-blocks.ts'
import { countFigures } from '../say/count-figures.ts'
import { nameFigure } from '../say/name-figure.ts'
import { splitSlides } from '../slides.ts'
import type { Block, Document, FigureInline, Inline, SourceLine } from '../types.ts'
import { mapBlockLists, mapInlines } from './map-blocks.ts'
import { statusesIn } from './observations-in.ts'

/** How figures are marked, and what that is called. */
interface Setting {
  marking: Marking
  dataset: Dataset
  locale: Locale
}

/**
 * The document with the marks of official statistics, a `[p]` after each provisional number wherever it stands (but in
 * speaker notes, which say it in words).
 * What the marks mean is said in a slide's source line, at a page's foot; of figures in a chart that does not print
 * theirs, the line below names them.
 */
export function markStatuses(document: Document, marking: Marking, dataset: Dataset, locale: Locale): Document {
  const setting = { marking, dataset, locale }
  const blocks = mapBlockLists(document.blocks, (list) => list.map((block) => markBlock(block, marking)))
  if (document.kind === 'deck')
    return { ...document, blocks: splitSlides(blocks).flatMap((slide) => explainSlide(slide, setting)) }
  return {
    ...document,
    blocks: mapBlockLists(blocks, (list) => explainCharts(list, setting)),
    legend: Object.fromEntries(orderStatuses(shownMarks(blocks)).map((status) => [status, explain(status, setting)])),
  }
}

function markBlock(block: Block, marking: Marking): Block {
  if (block.type === 'speakerNotes') return block
  return mapInlines(block, (inline) =>
    inline.type === 'figure' && inline.mark === undefined ? markFigure(inline, marking) : inline,
  )
}

function markFigure(figure: FigureInline, marking: Marking): Inline {
  const statuses = markedStatuses(figure.observation, marking)
  return statuses.length === 0 ? figure : { ...figure, mark: { text: sayMark(statuses, marking), statuses } }
}

/** The statuses that blocks show marks of, those that charts print themselves too. */
function shownMarks(blocks: readonly Block[]): MarkedStatus[] {
  return [...statusesIn(blocks), ...chartsIn(blocks).flatMap(({ chart }) => [...(chart.marked?.values() ?? [])].flat())]
}

function chartsIn(blocks: readonly Block[]) {
  return innerBlocks(blocks).filter((block) => block.type === 'chart')
}

/** `[p] provisional`. */
function explain(status: MarkedStatus, { marking, locale }: Setting): string {
  return `${sayMark([status], marking)}\u00a0${locale.word(status)}`
}

/** The legend and the names of marked figures in charts become part of the slide's source line. */
function explainSlide(slide: Block[], setting: Setting): Block[] {
  const shown = slide.filter(({ type }) => type !== 'speakerNotes')
  const marks = orderStatuses(shownMarks(shown))
  const found = chartsIn(shown).flatMap((chart) => unmarked(chart, setting))
  const legend = marks.filter((one) => found.every(({ status }) => status !== one)).map((one) => explain(one, setting))
  const named = nameCharted(found, setting, marks)
  const words = [...(legend.length > 0 ? [legend.join(setting.locale.word('comma'))] : []), ...named]
  const [first] = slide
  if (words.length === 0 || !first) return slide
  const line = slide.findLast((block): block is SourceLine => block.type === 'sourceLine')
  return line
    ? slide.map((block) => (block === line ? extendLine(line, words, setting) : block))
    : [...slide, { type: 'sourceLine', children: [getText(words, setting)], place: first.place }]
}

/** Below each chart of a briefing that prints no marks, in its source line: the figures that would have one. */
function explainCharts(blocks: Block[], setting: Setting): Block[] {
  return blocks.map((block, index) => {
    const above = blocks[index - 1]
    if (block.type !== 'sourceLine' || above?.type !== 'chart') return block
    const words = nameCharted(unmarked(above, setting), setting)
    return words.length === 0 ? block : extendLine(block, words, setting)
  })
}

function extendLine(line: SourceLine, words: readonly string[], setting: Setting): SourceLine {
  const end: Inline = { type: 'text', value: setting.locale.word('sentenceEnd') }
  return { ...line, children: [...line.children, end, getText(words, setting)] }
}

const getText = (words: readonly string[], { locale }: Setting): Inline => ({
  type: 'text',
  value: words.join(locale.word('sentenceEnd')),
})

/** The marked figures of a chart whose marks it does not print. */
function unmarked(block: Block, { marking }: Setting): { status: MarkedStatus; key: string }[] {
  if (block.type !== 'chart') return []
  const { marked, observations } = block.chart
  return observations.flatMap((observation) =>
    markedStatuses(observation, marking)
      .filter((status) => !marked?.get(observation.key)?.includes(status))
      .map((status) => ({ status, key: observation.key })),
  )
}

/** More figures than that are counted, not named one by one. */
const mostNamed = 3

/**
 * `Provisional: Netizens, Dec 2023; …` or `Provisional: 25 figures, December 2023`, a part for each status;
 * `[f] forecast: 25 figures, 2026 to 2030` where its mark needs explaining too.
 */
function nameCharted(
  found: readonly { status: MarkedStatus; key: string }[],
  setting: Setting,
  marks: readonly MarkedStatus[] = [],
): string[] {
  const { dataset, locale } = setting
  return orderStatuses(found.map(({ status }) => status)).map((status) => {
    const keys = new Set(found.flatMap((one) => (one.status === status ? [one.key] : [])))
    const figures = [...keys].flatMap((key) => dataset.observations.get(key) ?? [])
    const said =
      figures.length > mostNamed
        ? countFigures(figures, locale)
        : figures.map((figure) => nameFigure(figure, dataset, locale, 'brief')).join(locale.word('semicolon'))
    return locale.labelled(
      marks.includes(status) ? explain(status, setting) : locale.capital(locale.word(status)),
      said,
    )
  })
}
