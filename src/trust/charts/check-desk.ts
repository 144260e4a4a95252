import { compileSpec } from '../../chart/bind/compile-spec.ts'
import { isJsonObject, type JsonObject, objectsIn } from '../../chart/spec/json/json.ts'
import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart } from '../../chart/types.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, warningAt } from '../../diagnostic.ts'
import { innerBlocks } from '../../document/inner-blocks.ts'
import { plainText } from '../../document/plain-text.ts'
import { headedSections } from '../../document/slides.ts'
import type { Block, Document, Heading } from '../../document/types.ts'
import { marksIn } from './check-axes.ts'

/** What the desks of newsrooms and statistics offices send back, as far as a program sees it: reasoned warnings. */
export function checkDesk({ kind, blocks }: Document): Diagnostic[] {
  if (kind !== 'deck') return innerBlocks(blocks).flatMap(noCaption)
  const slides = headedSections(blocks).filter(({ heading }) => heading.depth === 1)
  return slides.flatMap(({ heading, below }) => [...longTitle(heading), ...noSubtitle(heading, innerBlocks(below))])
}

/** Titles of more words are not read: the ONS asks for fifteen at most. */
const mostWords = 15

function longTitle({ children, place }: Heading): Diagnostic[] {
  const count = plainText(children).split(/[\s\u00a0]+/).length
  if (count <= mostWords) return []
  const hint = `${mostWords} are read at a glance: leave the rest to the subtitle`
  return [warningAt(place, `a title of ${count} words`, { hint, kind: 'charts' })]
}

/** On a page nothing but its caption says what a chart shows. */
function noCaption(block: Block): Diagnostic[] {
  if (block.type !== 'chart' || block.caption !== undefined) return []
  const hint = 'write measure, place and period in quotes after the chart’s name: ![](chart:line … "Visits, Northport")'
  return [warningAt(block.place, 'a chart without a caption', { hint, kind: 'charts' })]
}

function noSubtitle({ place }: Heading, below: readonly Block[]): Diagnostic[] {
  const says = (block: Block): boolean =>
    (block.type === 'heading' && block.depth === 2) || (block.type === 'chart' && block.caption !== undefined)
  if (!below.some(({ type }) => type === 'chart') || below.some(says)) return []
  const hint = 'write ## measure, place and period, for a chart is cut out of its slide and must say them itself'
  return [warningAt(place, 'a chart under a title alone', { hint, kind: 'charts' })]
}

/** More slices than these cannot be compared. */
const mostSlices = 6

/** As many things have a colour of their own, where a spec gives none. */
const mostColors = 8

/** Charts that hide what they show: pies of many slices, maps of amounts, alphabetical bars, things of one colour. */
export function checkKind(chart: Chart, { indicators }: Dataset): Diagnostic[] {
  const { spec } = compileSpec(chart)
  const marks = marksIn(spec)
  const slices = chart.observations.length
  const isPie = marks.some(({ type }) => type === 'arc')
  const isMap = marks.some(({ type }) => type === 'shape')
  const [amount] = chart.observations.filter(({ indicator }) => indicators.get(indicator)?.type !== 'ratio')
  const areBars = marks.some(({ type }) => type === 'rect')
  const things = countColored(chart, spec)
  const told = [
    isPie && slices > mostSlices
      ? [`a pie of ${slices} slices`, `no eye compares more than ${mostSlices} angles: draw bars, chart:ranking`]
      : [],
    isMap && amount
      ? [`a map of amounts: ${amount.indicator}`, 'large places look like much: show a share or rate, or bars']
      : [],
    areBars && isByAlphabet(spec) && isOutOfOrder(chart)
      ? ['bars in the order of the alphabet', 'sort them by size: "sort": { "field": "value", "order": "descending" }']
      : [],
    !isPie && things > mostColors
      ? [
          `${things} things in ${mostColors} colours`,
          'draw fewer, or chart:multiples, or colour them yourself: scale.range',
        ]
      : [],
  ]
  return told.flatMap(([message, hint]): Diagnostic[] =>
    message === undefined
      ? []
      : [{ ...specError(chart, ['mark'], message), severity: 'warning', kind: 'charts', hint }],
  )
}

/** How many things the colours of the theme tell apart. */
function countColored({ observations, rows }: Chart, { scales }: JsonObject): number {
  const shown = new Set(observations.map(({ series }) => series))
  const counts = objectsIn(scales ?? null).flatMap(({ type, range, domain }) => {
    const field = isJsonObject(domain) ? domain.field : undefined
    if (type !== 'ordinal' || range !== 'category' || typeof field !== 'string') return []
    return [new Set(rows.flatMap((row) => (shown.has(row.series) ? [Reflect.get(row, field)] : []))).size]
  })
  return Math.max(0, ...counts)
}

/** Whether names of indicators stand along an axis in the order that they get where none is asked for. */
function isByAlphabet({ scales }: JsonObject): boolean {
  return objectsIn(scales ?? null).some(({ type, domain }) => {
    const { field, sort } = isJsonObject(domain) ? domain : {}
    return type === 'band' && sort === true && (field === 'label' || field === 'indicatorLabel')
  })
}

/** Whether three or more indicators, one number each, stand in alphabetical order instead of an order of size. */
function isOutOfOrder({ observations, rows }: Chart): boolean {
  const names = observations.map(({ series }) => rows.find((row) => row.series === series)?.label ?? '')
  const isOneEach =
    new Set(names).size === observations.length && observations.every(({ categories }) => isEmpty(categories))
  if (!isOneEach || observations.length < 3) return false
  const values = observations
    .map(({ quantity }, index) => ({ name: names[index] ?? '', value: quantity.value.toNumber() }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ value }) => value)
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? value))
  return steps.some((step) => step > 0) && steps.some((step) => step < 0)
}

const isEmpty = (categories: object): boolean => Object.keys(categories).length === 0
