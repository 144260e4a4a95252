import type { Place } from '../../diagnostic.ts'
import { inlineFigures } from '../../document/complete/observations-in.ts'
import { plainText } from '../../document/plain-text.ts'
import type { Block, FigureInline, Inline, List } from '../../document/types.ts'

/**
 * Words without a figure that what follows is read with: a paragraph up to its colon, a heading above a list,
 * an item in words alone, a head in bold.
 */
export interface Lead {
  text: string
  place: Place
  items: readonly LedItem[]
  isNumbered: boolean
  /** Whether it is a heading, which may say something of the whole of what is listed below by its parts. */
  isHeading: boolean
}

type Words = Pick<Lead, 'text' | 'place' | 'isHeading'>

/** What stands under such words: an item, or the words after a head in bold. */
export interface LedItem {
  /** Without its figures. */
  text: string
  place: Place
  figures: readonly FigureInline[]
}

/** All of them in a part of a document, speaker notes too. */
export function readLeads(blocks: readonly Block[], title?: Words): Lead[] {
  const shown = blocks.filter(({ type }) => type !== 'slideOptions')
  return shown.flatMap((block, at) => {
    const above = shown[at - 1]
    switch (block.type) {
      case 'list':
        return [...listLead(block, above ? getWords(above) : title), ...block.items.flatMap(itemLeads)]
      case 'paragraph':
        return boldLead(block.children, block.place)
      case 'columns':
        return block.columns.flatMap((column) => readLeads(column))
      case 'note':
        return readLeads(
          block.children,
          block.title ? { text: block.title, place: block.place, isHeading: true } : undefined,
        )
      case 'quote':
      case 'footnote':
      case 'speakerNotes':
        return readLeads(block.children)
      default:
        return []
    }
  })
}

/** The words of an item lead on to a list within it, without a colon too. */
function itemLeads(item: readonly Block[]): Lead[] {
  const [first, ...others] = item
  if (first?.type !== 'paragraph') return readLeads(item)
  return [...readLeads([first]), ...readLeads(others, leading(first.children, first.place, /[^.!?。！？]\s*$/))]
}

function getWords(block: Block): Words | undefined {
  if (block.type === 'heading') return leading(block.children, block.place, /[^?？]\s*$/, true)
  return block.type === 'paragraph' ? leading(block.children, block.place, /[:：]\s*$/) : undefined
}

/** The last sentence of what leads on, where it ends so, without its colon. */
function leading(children: readonly Inline[], place: Place, end: RegExp, isHeading = false): Words | undefined {
  const text = plainText(children)
  if (inlineFigures(children).length > 0 || !end.test(text)) return undefined
  const [last = ''] = text.split(/(?<=[.!?]\s|[。！？])/).slice(-1)
  return { text: last.replace(/[\s:：]+$/, ''), place, isHeading }
}

function listLead({ items, ordered }: List, lead: Words | undefined): Lead[] {
  const led = items.flatMap(([first]) => (first?.type === 'paragraph' ? [getItem(first.children, first.place)] : []))
  return lead && led.length === items.length ? [{ ...lead, items: led, isNumbered: ordered }] : []
}

/** **North.** Landings of …: a head in bold with the words after it. */
function boldLead([first, ...others]: readonly Inline[], place: Place): Lead[] {
  if (first?.type !== 'strong' || inlineFigures([first]).length > 0) return []
  const [, text] = /^(.*\S)\s*[.:。：]\s*$/.exec(plainText([first])) ?? []
  return text === undefined
    ? []
    : [{ text, place, items: [getItem(others, place)], isNumbered: false, isHeading: false }]
}

function getItem(children: readonly Inline[], place: Place): LedItem {
  const figures = inlineFigures(children)
  const text = figures.reduce((words, figure) => words.replace(figure.text, ''), plainText(children))
  return { text, place, figures }
}
