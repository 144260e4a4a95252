import type { Html, Node, RootContent } from 'mdast'
import type { ChartSurroundings } from '../../chart/named/types.ts'
import type { Chart } from '../../chart/types.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Diagnostic, Outcome, Place } from '../../diagnostic.ts'
import type { Picture } from '../../graphics/types.ts'
import type { Memory } from '../../memory/memory.ts'
import type { Filled } from '../template/filled.ts'
import type { Block, Document } from '../types.ts'

/** Binds the chart at a template's address, such as `charts/netizens.vl.json`; `place` is where it stands. */
export type BindChart = (address: string, place: Place, around: ChartSurroundings) => Outcome<Chart>

/** What reads the picture at an address below the report folder; what is wrong where it cannot be shown. */
export type ReadPicture = (address: string) => Picture | { message: string; hint?: string }

/** What stays the same while filled Markdown is parsed, and what has been met so far. */
export interface Parsing {
  filled: Filled
  kind: Document['kind']
  dataset: Dataset
  bindChart: BindChart
  /** Of what a directive holds. */
  parseBlocks(nodes: readonly RootContent[], parsing: Parsing): Block[]
  readPicture: ReadPicture
  memory: Memory
  /** The offset in the filled Markdown of the text that nodes count from: 0, or a caption's. */
  base: number
  diagnostics: Diagnostic[]
  /** The charts of absent figures alone, a line each. */
  leftOut: string[]
  /** Where these charts stand. */
  goneCharts: Place[]
  /** Ids of headings, charts and tables, each given once, and how many wished for it. */
  ids: Map<string, number>
  /**
   * What precedes the current block: figures that the title of the slide, or a page's heading, names,
   * the words of the last heading, and the addresses of all named charts on the slide.
   */
  above: { titled: Set<Observation>; heading: string; charts: Set<string> }
  /** Links into the document, whose targets may come later. */
  links: { id: string; place: Place }[]
  /** How link references such as `[words][label]` are resolved, by their label. */
  definitions: ReadonlyMap<string, string>
}

/** Where a node begins in the filled Markdown. */
export function getOffset(node: Node, { base }: Parsing): number {
  return base + (node.position?.start.offset ?? 0)
}

/** Where a node, or a character so far into it, stands in the template. */
export function getPlace(node: Node, parsing: Parsing, into = 0): Place {
  return parsing.filled.placeOf(getOffset(node, parsing) + into)
}

/** A node as it is written in the filled Markdown. */
export function getSource(node: Node, parsing: Parsing): string {
  return parsing.filled.markdown.slice(getOffset(node, parsing), parsing.base + (node.position?.end.offset ?? 0))
}

/** Notes an error at a place of the template. */
export function report(
  { filled, diagnostics }: Parsing,
  message: string,
  place: Place,
  hint?: string,
  about?: Diagnostic['about'],
): void {
  diagnostics.push({ severity: 'error', message, place, excerpt: filled.lineAt(place), hint, about })
}

/** Notes an error at a node, which the document gets nothing of. */
export function refuse(node: Node, parsing: Parsing, message: string, hint: string): never[] {
  report(parsing, message, getPlace(node, parsing), hint)
  return []
}

/** Refuses raw HTML; a tag that closes goes with the one that opened, which was refused. */
export function refuseHtml(node: Html, parsing: Parsing, where: string, hint: string): never[] {
  const message = `raw HTML has no place ${where}`
  const isSaid = node.value.startsWith('</') && parsing.diagnostics.some((one) => one.message === message)
  return isSaid ? [] : refuse(node, parsing, message, hint)
}

/** Notes that a node lacks something, unless what should be there has failed, and that has been reported. */
export function reportLack(node: Node, parsing: Parsing, message: string, hint: string): void {
  const start = getOffset(node, parsing)
  if (!parsing.filled.hasGap(start, start + getSource(node, parsing).length)) refuse(node, parsing, message, hint)
}

/** An id that nothing else in the document has: the wish, or the wish with a number. */
export function claimId({ ids }: Parsing, wish: string): string {
  let number = (ids.get(wish) ?? 0) + 1
  while (number > 1 && ids.has(`${wish}-${number}`)) number++
  ids.set(wish, number)
  const id = number === 1 ? wish : `${wish}-${number}`
  ids.set(id, ids.get(id) ?? 1)
  return id
}
