import type { Nodes, PhrasingContent, Root } from 'mdast'
import { findObservation } from '../../../dataset/find.ts'
import type { Observation } from '../../../dataset/types.ts'
import { getOffset, getSource, type Parsing } from '../parsing.ts'
import { readInlines } from './read-markdown.ts'

/** Words read in one go (a paragraph, title, item, cell, caption or alternative text), and the figures among them. */
export interface Passage {
  /** As it reads, without marks of emphasis. */
  text: string
  /** Of each character of the text, where it stands in the filled Markdown. */
  offsets: readonly number[]
  figures: readonly PrintedFigure[]
}

/** A helper's number in a passage. */
export interface PrintedFigure {
  start: number
  end: number
  observation: Observation
}

/** All passages of a part of a document, in reading order. */
export function passagesIn(tree: Root, parsing: Parsing): Passage[] {
  return getPassages(tree, parsing).filter(({ text }) => text.trim() !== '')
}

function getPassages(node: Nodes, parsing: Parsing): Passage[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'leafDirective':
      return [join(node.children.flatMap((child) => getSegment(child, parsing))), ...imageTexts(node.children, parsing)]
    default:
      return 'children' in node ? node.children.flatMap((child) => getPassages(child, parsing)) : []
  }
}

/** The caption and the alternative text of a chart. */
function imageTexts(nodes: readonly PhrasingContent[], parsing: Parsing): Passage[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'image') return []
    const title = node.data?.rawTitle
    const caption = title ? parsing.memory.remember('read caption', [title.text], () => readInlines(title.text)) : []
    const at = { ...parsing, base: parsing.base + (title?.offset ?? 0) }
    const alt = getSource(node, parsing).slice(2, getSource(node, parsing).indexOf(']('))
    return [
      join([aligned(node.alt ?? '', alt, getOffset(node, parsing) + 2)]),
      join(caption.flatMap((child) => getSegment(child, at))),
    ]
  })
}

interface Segment {
  text: string
  offsets: readonly number[]
  observation?: Observation | undefined
}

function getSegment(node: PhrasingContent, parsing: Parsing): Segment[] {
  const start = getOffset(node, parsing)
  switch (node.type) {
    case 'text':
      return [{ ...aligned(node.value, getSource(node, parsing), start), text: node.value.replaceAll('\n', ' ') }]
    case 'figure':
      return [figureSegment(node.value, node.key, start, parsing)]
    case 'break':
      return [{ text: '\n', offsets: [start] }]
    case 'link':
    case 'linkReference': {
      const words = node.children.flatMap((child) => getSegment(child, parsing))
      if (node.type !== 'link' || !node.url.startsWith('obs:')) return words
      return [figureSegment(words.map(({ text }) => text).join(''), node.url.slice('obs:'.length), start, parsing)]
    }
    case 'emphasis':
    case 'strong':
      return node.children.flatMap((child) => getSegment(child, parsing))
    default:
      return []
  }
}

function figureSegment(text: string, key: string, start: number, { dataset }: Parsing): Segment {
  return {
    text,
    offsets: Array.from(text, () => start + 1),
    observation: findObservation(dataset, key.replace(/^.*;/, '')),
  }
}

/** A decoded text with its characters' offsets in the source, where escapes and character references are longer. */
function aligned(value: string, source: string, start: number): Segment {
  let from = 0
  const offsets = Array.from({ length: value.length }, (_, index) => {
    const character = value.charAt(index)
    const found = source.startsWith(character, from) ? from : source.indexOf(character, from)
    if (found >= from && found - from <= 8) from = found
    from += 1
    return start + from - 1
  })
  return { text: value, offsets }
}

function join(segments: readonly Segment[]): Passage {
  let length = 0
  const figures = segments.flatMap(({ text, observation }) => {
    const start = length
    length += text.length
    return observation ? [{ start, end: length, observation }] : []
  })
  const text = segments.map((segment) => segment.text).join('')
  return { text, offsets: segments.flatMap(({ offsets }) => offsets), figures }
}
