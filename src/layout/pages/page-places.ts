import type { Page, SetParagraph } from '../types.ts'

/** On which pages things stand, known once the pages are laid out. */
export interface PagePlaces {
  /** Page of each anchor. */
  anchors: ReadonlyMap<string, number>
  /** By a source's id: the pages on which a number of the text refers to it, in order. */
  sources: ReadonlyMap<string, readonly number[]>
}

export const noPlaces: PagePlaces = { anchors: new Map(), sources: new Map() }

/** Where things stand on these pages. */
export function findPlaces(pages: readonly Page[]): PagePlaces {
  const anchors = new Map<string, number>()
  const sources = new Map<string, number[]>()
  for (const { number, items } of pages) {
    for (const paragraph of items.flatMap((item) => (item.type === 'text' ? item.paragraphs : []))) {
      if (paragraph.anchor !== undefined) anchors.set(paragraph.anchor, number)
      for (const id of sourcesIn(paragraph)) {
        const known = sources.get(id) ?? []
        sources.set(id, known.at(-1) === number ? known : [...known, number])
      }
    }
  }
  return { anchors, sources }
}

function sourcesIn({ lines }: SetParagraph): string[] {
  return lines.flatMap(({ runs }) => runs.flatMap(({ href }) => href?.match(/^#source-(.+)$/)?.slice(1) ?? []))
}

/** Whether things stand on the same pages. */
export function isSamePlaces(a: PagePlaces, b: PagePlaces): boolean {
  const text = ({ anchors, sources }: PagePlaces): string => JSON.stringify([[...anchors], [...sources]])
  return text(a) === text(b)
}
