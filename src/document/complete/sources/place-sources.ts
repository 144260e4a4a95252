import type { Dataset } from '../../../dataset/types.ts'
import type { Locale } from '../../../locale/types.ts'
import { innerBlocks } from '../../inner-blocks.ts'
import type { Block, Document, Inline, ListedSource } from '../../types.ts'
import { mapBlockLists, mapInlines } from '../map-blocks.ts'
import { observationsIn } from '../observations-in.ts'
import { statedSources } from './stated-sources.ts'

/**
 * The document with its list of sources filled: each source with the figures and tables that show what it states; and
 * each number of
 * the running text linked to the source that states it. A document without such a list is left.
 */
export function placeSources(document: Document, dataset: Dataset, locale: Locale): Document {
  if (!document.blocks.some(({ type }) => type === 'sourceList')) return document
  const entries = toEntries(document, dataset, locale)
  const linked = mapBlockLists(document.blocks, (blocks) => blocks.map((block) => linkNumbers(block, dataset)))
  return { ...document, blocks: linked.map((block) => (block.type === 'sourceList' ? { ...block, entries } : block)) }
}

function toEntries({ blocks, sources }: Document, dataset: Dataset, locale: Locale): ListedSource[] {
  const shown = innerBlocks(blocks).flatMap((block) =>
    (block.type === 'chart' || block.type === 'table') && block.number !== undefined && block.id !== undefined
      ? [{ type: block.type, id: block.id, number: block.number, sources: getIds(observationsIn([block]), dataset) }]
      : [],
  )
  return inOrder(sources, dataset).map(({ id, cite, url }) => {
    const places = (type: 'chart' | 'table') => shown.filter((one) => one.type === type && one.sources.has(id))
    const isAddress = url !== undefined && /^https?:\/\//.test(url)
    return {
      id,
      cite: locale.text(cite),
      ...(isAddress ? { href: url } : {}),
      figures: places('chart'),
      tables: places('table'),
    }
  })
}

/** Primary sources first, each kind in the order in which the dataset declares them. */
function inOrder(sources: Document['sources'], dataset: Dataset): Document['sources'] {
  const used = new Set(sources.map(({ id }) => id))
  const declared = [...dataset.sources.values()].filter(({ id }) => used.has(id))
  return [...declared.filter(({ kind }) => kind === 'primary'), ...declared.filter(({ kind }) => kind !== 'primary')]
}

function getIds(observations: ReturnType<typeof observationsIn>, dataset: Dataset): Set<string> {
  return new Set(statedSources(dataset, observations).map(({ id }) => id))
}

function linkNumbers(block: Block, dataset: Dataset): Block {
  if (block.type !== 'paragraph') return block
  return mapInlines(block, (inline): Inline => {
    if (inline.type !== 'figure') return inline
    const [source] = statedSources(dataset, [inline.observation])
    return source ? { ...inline, source: source.id } : inline
  })
}
