import { isJsonObject, type Json, type JsonPath, jsonAt } from '../../chart/spec/json/json.ts'
import { parseSpec, specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart, DrawnText } from '../../chart/types.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Observation, Period } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import { inlineFigures, observationsIn } from '../../document/complete/observations-in.ts'
import { innerBlocks } from '../../document/inner-blocks.ts'
import { plainText } from '../../document/plain-text.ts'
import { columnsIn, type HeadedSection, headedSections } from '../../document/slides.ts'
import type { Block, ChartBlock, Document, FigureInline, Table, TableCell } from '../../document/types.ts'
import { specTexts } from '../numbers/spec-texts.ts'

/** Words above figures: a title, a caption, the head of a column, the label of a card, an alternative text. */
export interface Head {
  where: string
  text: string
  place: Place
  figures: readonly Observation[]
  /** Whether it says what stands below it, and nothing else: the caption of a table or chart. */
  isCaption?: boolean | undefined
  /** Whether it says at least whose its figures are, and of when: the label of a card, a heading within a page. */
  isTitle?: boolean | undefined
  /** Whether it is a heading with all below it, which may be nothing but a name. */
  isName?: boolean | undefined
  /** Whether it is text that prints no figure, beside those of its section. */
  isProse?: boolean | undefined
  /** Whether words stand below it, whose figures are of many things. */
  isOverText?: boolean | undefined
  /** Of a cell, the heads of its column and row, which together are its own. */
  heads?: readonly Head[] | undefined
  /** Of words at one figure of a chart, all that it shows. */
  beside?: readonly Observation[] | undefined
  /** Where it stands in the spec of a chart, whose sentences no template has. */
  path?: JsonPath | undefined
  /** The figures as they are printed below it; a chart prints its own. */
  printed?: readonly FigureInline[] | undefined
  /** The numbers that a chart by name prints, each with its scale; other charts say them as their specs do. */
  said?: readonly string[] | undefined
  /** Of a chart that works out what it shows: all times it may use, besides those of the figures that are seen. */
  times?: readonly Period[] | undefined
  /** Of a chart: all its words. */
  drawn?: readonly DrawnText[] | undefined
  /** Of a caption: in which orders its figures stand below it. */
  getOrders?: (() => readonly Ordered[]) | undefined
}

/** Figures in the order in which they stand in a column or along an axis, and the names beside them. */
export interface Ordered {
  figures: readonly Observation[]
  names: readonly string[]
}

/** The words of each chart as it is drawn. */
export type DrawnWords = ReadonlyMap<Chart, readonly DrawnText[]>

/** All words of a document that stand above figures. */
export function readHeads({ kind, blocks }: Document, drawn: DrawnWords): Head[] {
  const sections = headedSections(blocks)
  return [
    ...sections.flatMap(headingHead),
    ...columnsIn(blocks).flatMap(textHeads),
    ...(kind === 'deck' ? sections.flatMap((section) => subtitleHead(section, drawn)) : []),
    ...innerBlocks(blocks).flatMap((block) => blockHeads(block, drawn)),
  ]
}

/** The line below a slide's title says of the chart or table right after it, or of both charts, what captions would. */
function subtitleHead({ heading: { depth, children, place }, below }: HeadedSection, drawn: DrawnWords): Head[] {
  const shown = below.filter(({ type }) => type !== 'slideOptions')
  if (depth !== 2 || (shown[0]?.type !== 'chart' && shown[0]?.type !== 'table')) return []
  const held = shown.filter(({ type }) => type === 'chart' || type === 'table')
  const charts = held.filter((block) => block.type === 'chart')
  const said =
    charts.length === held.length && charts.every(({ chart }) => chart.origin) ? charts.flatMap(saidBy) : undefined
  return [
    {
      where: 'the heading says',
      text: plainText(children),
      place,
      figures: observationsIn(held),
      printed: charts.some(({ chart }) => isMade(chart)) ? [] : undefined,
      said,
      getOrders: () => charts.flatMap(({ chart }) => chartOrders(chart, drawn)),
      isCaption: true,
    },
  ]
}

/** Whether a chart works out or scales what it shows, so that it has a unit of its own; slices of a pie are shares. */
export function isMade({ workedOut, text }: Chart): boolean {
  return workedOut !== undefined || /datum\.value\s*[*/]|"arc"/.test(text)
}

/** Titles and headings without a figure, with all that is drawn below them, and captions with their own. */
export function readTitles({ blocks }: Document): Head[] {
  const titles = columnsIn(blocks)
    .flatMap(headedSections)
    .map(({ heading: { children, place }, below }) => {
      const shown = innerBlocks(below).filter(({ type }) => /^(?:chart|keyFigures|table)$/.test(type))
      const isOverText = shown.length === 0
      const figures = observationsIn(isOverText ? untilHeading(below) : shown)
      return { where: 'the title says', children, place, figures, isOverText }
    })
  const inner = innerBlocks(blocks)
  const prose = headedSections(blocks).flatMap(({ below }) => {
    const section = untilHeading(below)
    const figures = observationsIn(section)
    return innerBlocks(section)
      .filter((block) => block.type === 'paragraph')
      .map(({ children, place }) => ({ where: 'the text says', children, place, figures, isProse: true }))
  })
  const written = [...titles, ...inner.flatMap(ownTitles), ...prose]
    .filter(({ children }) => inlineFigures(children).length === 0)
    .map(({ children, ...head }) => ({ ...head, text: plainText(children) }))
  const charts = inner.filter((block) => block.type === 'chart')
  return [
    ...written,
    ...inner.flatMap((block) => (block.type === 'table' ? wordCells(block) : [])),
    ...charts.flatMap((block) => [
      ...(block.chart.origin ? [] : specTitles(block.chart)),
      ...noteHeads(block.chart, block.place),
      ...altHeads(block),
    ]),
  ]
}

/** What stands below a heading up to the next, whatever its depth. */
function untilHeading(below: readonly Block[]): readonly Block[] {
  const end = below.findIndex(({ type }) => type === 'heading')
  return end < 0 ? below : below.slice(0, end)
}

/** The caption of a chart or table, and what cards say. */
function ownTitles(block: Block) {
  const { place, type } = block
  if (type === 'chart' || type === 'table') {
    const figures = observationsIn([block])
    return [{ where: 'the caption says', children: block.caption ?? [], place, figures }]
  }
  const cards = type === 'keyFigures' ? block.figures : []
  return cards.map(({ label, change, observation }) => {
    const children = [...label, { type: 'text' as const, value: ' ' }, ...change]
    return { where: 'the card says', children, place, figures: [observation] }
  })
}

/** Cells of words beside the one figure of their row: On the year: down. */
function wordCells({ header, rows, place }: Table): Head[] {
  return rows.flatMap((row) => {
    const figures = row.flatMap(({ children }) => inlineFigures(children)).map(({ observation }) => observation)
    return row.slice(1).flatMap(({ children }, at) => {
      const text = `${plainText(header[at + 1]?.children ?? [])}: ${plainText(children)}`
      const isOfOne = figures.length === 1 && inlineFigures(children).length === 0 && plainText(children) !== ''
      return isOfOne ? [{ where: 'a cell says', text, place, figures }] : []
    })
  })
}

/** The alternative text that an author gives to a chart. */
function altHeads({ alt, chart, place }: ChartBlock): Head[] {
  const text = alt === chart.alt ? '' : alt
  return [{ where: 'the alternative text says', text, place, figures: chart.observations, isTitle: true }]
}

/** The words of a chart's author that stand at a figure of it. */
export function noteHeads({ notes = [], rows, observations: beside }: Chart, place: Place): Head[] {
  return notes.map(({ text, row }) => {
    const figures = beside.filter(({ series, period }) => series === rows[row]?.series && period === rows[row]?.period)
    return { where: 'a note on the chart says', text, place, figures, beside }
  })
}

/** The titles in the spec of a chart, and what else it says in words of its own. */
export function specTitles(chart: Chart): (Head & { path: JsonPath })[] {
  const { value: spec } = parseSpec(chart)
  const texts = spec ? specTexts(spec) : []
  return texts
    .filter(({ path }) => path.some((key) => saying.includes(key)))
    .map(({ path, text }) => {
      const { place = chart.place } = specError(chart, path, '')
      const isCaption = (path.includes('title') || path.includes('subtitle')) && !isOfNames(spec, path)
      const view = path[path.findIndex((key) => /concat$/.test(String(key))) + 1]
      const figures = chart.views?.get(String(view)) ?? chart.observations
      return { where: 'the title says', text, path, place, figures, isCaption }
    })
}

/** Whether a title is of an axis or legend of names or times, which has no unit: Month. */
function isOfNames(spec: Json | undefined, path: JsonPath): boolean {
  const channel = jsonAt(spec, path.slice(0, path.indexOf('encoding') + 2))
  return (
    path.includes('encoding') && isJsonObject(channel) && /^(?:nominal|ordinal|temporal)$/.test(String(channel.type))
  )
}

const saying: JsonPath = ['title', 'subtitle', 'text', 'description']

/** Each heading with the cards and tables up to the next of its depth, where it prints no change of its own. */
function headingHead({ heading, below }: HeadedSection): Head[] {
  if (observationsIn([heading]).some(({ measure }) => measure !== 'value')) return []
  const shown = innerBlocks(below).filter(({ type }) => type === 'keyFigures' || type === 'table')
  const figures = shown.flatMap((one) => observationsIn([one]))
  const head = { where: 'the heading says', text: plainText(heading.children), place: heading.place, figures }
  const [cards] = below
  const isShown = below.some(({ type }) => /^(?:chart|keyFigures|table)$/.test(type))
  const whole = { ...head, figures: observationsIn(isShown && heading.depth <= 2 ? below : []), isName: true }
  if (heading.depth === 1 || cards?.type !== 'keyFigures') return [head, whole]
  const own = cards.figures.map(({ observation }) => observation)
  return [head, { ...head, figures: own, isTitle: true, isOverText: true }]
}

/** Headings within a page or column, and titles of notes, with the figures of the text right below them. */
function textHeads(blocks: readonly Block[]): Head[] {
  const sections = headedSections(blocks).flatMap(({ heading: { depth, children, place }, below }) => {
    return depth > 1 ? [textHead(plainText(children), place, untilHeading(below))] : []
  })
  const notes = blocks.filter((block) => block.type === 'note')
  return [...sections, ...notes.map(({ title = '', place, children }) => textHead(title, place, children))]
}

function textHead(text: string, place: Place, below: readonly Block[]): Head {
  // A heading above a chart or table is that one's.
  const isOfText = below.every(({ type }) => !/^(?:chart|keyFigures|table|columns)$/.test(type))
  return {
    where: 'the heading says',
    text,
    place,
    figures: isOfText ? observationsIn(below) : [],
    isTitle: true,
    isOverText: true,
  }
}

function blockHeads(block: Block, drawn: DrawnWords): Head[] {
  const { place } = block
  switch (block.type) {
    case 'table':
      return tableHeads(block)
    case 'keyFigures':
      return block.figures.flatMap(({ label, change, observation }) => {
        const figures = inlineFigures(change).map((figure) => figure.observation)
        const card = { where: 'the card says', text: plainText(label), place }
        const own = { ...card, figures: [observation], isTitle: true }
        const said = plainText(change)
        const beside = { ...card, text: `${card.text} ${said}`, figures, heads: [own] }
        const isWritten = figures.length === 0 && said !== ''
        // How far a thing went may be called by what that makes.
        const isLevel = observation.measure === 'value'
        return [{ ...card, figures }, ...(isLevel ? [own, isWritten ? { ...own, text: said } : beside] : [])]
      })
    case 'chart': {
      const figures = block.chart.observations
      const printed = isMade(block.chart) ? [] : undefined
      const said = block.chart.origin && saidBy(block)
      const text = plainText(block.caption ?? [])
      return [
        {
          where: 'the caption says',
          text,
          place,
          figures,
          printed,
          said,
          drawn: said ? undefined : drawn.get(block.chart),
          times: getTimes(block.chart),
          isCaption: true,
          getOrders: () => chartOrders(block.chart, drawn),
        },
        ...altHeads(block),
      ]
    }
    default:
      return []
  }
}

/** The figures of each time beside the names of an axis, or of a legend, where each name has one. */
export function chartOrders(chart: Chart, drawn: DrawnWords): Ordered[] {
  const named = (drawn.get(chart) ?? []).filter(({ tick }) => typeof tick?.value === 'string')
  const figures = new Map(chart.observations.map((figure) => [`${figure.series} ${figure.period}`, figure]))
  return [...groupBy(named, ({ tick }) => tick?.axis).values()].flatMap((labels) => {
    const names = labels.map(({ tick }) => String(tick?.value))
    const places = new Map(names.map((name, at) => [name, at]))
    const beside = chart.rows.flatMap((row) => {
      const figure = figures.get(`${row.series} ${row.period}`)
      const name = Object.values(row).find((value) => places.has(value))
      return figure && name !== undefined ? [{ figure, at: places.get(name) ?? 0 }] : []
    })
    return [...groupBy(beside, ({ figure }) => figure.period).values()]
      .filter(({ length }) => length === names.length)
      .map((one) => ({ figures: one.toSorted((a, b) => a.at - b.at).map(({ figure }) => figure), names }))
  })
}

/** The times of all rows of a chart that works out what it shows, or shows the lowest or highest of several. */
export function getTimes({ workedOut, rows, text }: Chart): Period[] | undefined {
  return workedOut || /"aggregate"/.test(text) ? rows.map(({ period }) => period) : undefined
}

function saidBy({ chart }: ChartBlock): string[] {
  return chart.rows.map(({ valueText }) => valueText)
}

function tableHeads({ caption, header, rows, place }: Table): Head[] {
  const getHead = (text: string, cells: readonly TableCell[]) => {
    const printed = inlineFigures(cells.flatMap(({ children }) => children))
    const figures = printed.map(({ observation }) => observation)
    return { where: 'the head says', text, place, figures, printed, isCaption: true }
  }
  const columns = header.map(({ over = [], children }, column) => {
    const cells = rows.flatMap((row) => row[column] ?? [])
    return getHead([...over, children].map(plainText).join(' '), cells)
  })
  const heads = rows.map(([first, ...cells]) => getHead(plainText(first?.children ?? []), cells))
  const printed = columns.flatMap((column) => column.printed)
  const figures = columns.flatMap((column) => column.figures)
  const text = plainText(caption ?? [])
  const names = rows.map(([first]) => plainText(first?.children ?? []))
  const getOrders = () => columns.map((column) => ({ figures: column.figures, names }))
  const own = { getOrders, isCaption: true }
  const cells = rows.flatMap((row, at) =>
    row.map(({ children }, column): Head => {
      const over = [heads[at], columns[column]].filter((one) => one !== undefined)
      const shown = column === 0 ? [] : inlineFigures(children).map(({ observation }) => observation)
      const said = over.map((one) => one.text).join('; ')
      return {
        where: 'the heads of a cell say',
        text: said,
        place,
        figures: shown.length === 1 ? shown : [],
        heads: over,
      }
    }),
  )
  return [{ where: 'the caption says', text, place, figures, printed, ...own }, ...columns, ...heads, ...cells]
}
