import type { Observation } from '../../dataset/types.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import { observationsIn } from '../../document/complete/observations-in.ts'
import { plainText } from '../../document/plain-text.ts'
import type { Block, Document, Inline, Table } from '../../document/types.ts'
import { getLanguage, type Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { baseWords } from '../../locale/words/bases.ts'
import { hasBase, otherBase, readBases } from './bases.ts'

/** Words above changes: the figures that they are said of. */
interface Head {
  where: string
  text: string
  place: Place
  figures: readonly Observation[]
}

/** Words for a base in titles, captions, heads of tables, labels of cards and alternative texts, held to the changes below them. */
export function checkBaseHeads({ blocks }: Document, locale: Locale): Diagnostic[] {
  const language = getLanguage(locale.language)
  if (!language) return []
  return [...headingHeads(blocks), ...allBlocks(blocks).flatMap(blockHeads)].flatMap((head) =>
    checkHead(head, language, locale),
  )
}

function checkHead({ where, text, place, figures }: Head, language: Language, locale: Locale): Diagnostic[] {
  const changes = figures.filter(({ measure }) => measure !== 'value')
  // Over levels, since 2020 may be how far a table goes back.
  const isOfChanges = baseWords[language].change.test(text) || changes.length === figures.length
  if (changes.length === 0 || !isOfChanges) return []
  return readBases(text, language).flatMap((mention) => {
    // Where nobody states the base, the figure's own note says so.
    const other = changes.find((figure) => typeof figure.since === 'string' && !hasBase(figure, mention))
    const words = text.slice(mention.start, mention.end).trim()
    return other ? [{ ...otherBase(words, other, where, locale), place }] : []
  })
}

/** Each heading with the cards and tables up to the next of its depth, where it prints no change of its own. */
function headingHeads(blocks: readonly Block[]): Head[] {
  return blocks.flatMap((block, index): Head[] => {
    if (block.type !== 'heading' || observationsIn([block]).some(({ measure }) => measure !== 'value')) return []
    const rest = blocks.slice(index + 1)
    const end = rest.findIndex((other) => other.type === 'heading' && other.depth <= block.depth)
    const below = allBlocks(end < 0 ? rest : rest.slice(0, end))
    const figures = below.flatMap((one) =>
      one.type === 'keyFigures' || one.type === 'table' ? observationsIn([one]) : [],
    )
    const text = plainText(block.children)
    return [{ where: 'the heading says', text, place: block.place, figures }]
  })
}

function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...(block.type === 'columns' ? allBlocks(block.columns.flat()) : [])])
}

function blockHeads(block: Block): Head[] {
  const { place } = block
  switch (block.type) {
    case 'table':
      return tableHeads(block)
    case 'keyFigures':
      return block.figures.map(({ label, change }) => ({
        where: 'the card says',
        text: plainText(label),
        place,
        figures: figuresOf(change, place),
      }))
    case 'chart': {
      const figures = block.chart.observations
      const alt = block.alt === block.chart.alt ? '' : block.alt
      return [
        { where: 'the caption says', text: plainText(block.caption ?? []), place, figures },
        { where: 'the alternative text says', text: alt, place, figures },
      ]
    }
    default:
      return []
  }
}

function tableHeads({ caption, header, rows, place }: Table): Head[] {
  const columns = header.map(({ over = [], children }, column) => ({
    where: 'the head says',
    text: [...over, children].map(plainText).join(' '),
    place,
    figures: rows.flatMap((row) => figuresOf(row[column]?.children ?? [], place)),
  }))
  const figures = columns.flatMap((column) => column.figures)
  return [{ where: 'the caption says', text: plainText(caption ?? []), place, figures }, ...columns]
}

function figuresOf(children: Inline[], place: Place): Observation[] {
  return observationsIn([{ type: 'paragraph', children, place }])
}
