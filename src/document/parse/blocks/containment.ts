import type { Block } from '../../types.ts'
import { type Parsing, report } from '../parsing.ts'

type Container = 'list' | 'quote' | 'note' | 'footnote' | 'speakerNotes' | 'column'

/** What may stand in what; at the top of a document anything may. */
const allowed: Record<Container, readonly Block['type'][]> = {
  list: ['paragraph', 'list'],
  quote: ['paragraph', 'list'],
  note: ['paragraph', 'list', 'table'],
  footnote: ['paragraph', 'list'],
  speakerNotes: ['paragraph', 'list', 'quote'],
  column: ['heading', 'paragraph', 'list', 'table', 'chart', 'picture', 'keyFigures', 'quote', 'note', 'sourceLine'],
}

/** How kinds of blocks are called in messages. */
const names: Record<Block['type'], string> = {
  heading: 'a heading',
  paragraph: 'a paragraph',
  list: 'a list',
  table: 'a table',
  chart: 'a chart',
  picture: 'a picture',
  keyFigures: ':::key-figures',
  columns: ':::columns',
  quote: 'a quote',
  note: ':::note',
  speakerNotes: ':::notes',
  sourceLine: ':::source',
  slideOptions: '::slide',
  pageBreak: '::page-break',
  contents: '::contents',
  sourceList: '::sources',
  footnote: 'a footnote',
}

const containerNames: Record<Container, string> = {
  list: 'a list item',
  quote: 'a quote',
  note: ':::note',
  footnote: 'a footnote',
  speakerNotes: ':::notes',
  column: ':::column',
}

/** The blocks that may stand in the container; an error for each other. */
export function keepAllowed(container: Container, blocks: readonly Block[], parsing: Parsing): Block[] {
  return blocks.filter((block) => {
    const isAllowed = allowed[container].includes(block.type)
    if (!isAllowed) {
      const message = `${names[block.type]} has no place in ${containerNames[container]}`
      report(parsing, message, block.place, `there may be ${allowed[container].map((type) => names[type]).join(', ')}`)
    }
    return isAllowed
  })
}
