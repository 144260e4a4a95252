import { splitSlides } from '../slides.ts'
import type { Block, Heading, Inline, SlideOptions } from '../types.ts'

/** A deck's blocks with each `::contents` filled: a link to the first slide of each section, or to each slide where there are no sections. */
export function linkSlides(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== 'list' || !block.isContents) return block
    const { place } = block
    return { ...block, items: entries(blocks).map((link): Block[] => [{ type: 'paragraph', children: [link], place }]) }
  })
}

/** The slide that holds the contents is not listed, nor is the first, which is the cover. */
function entries(blocks: readonly Block[]): Inline[] {
  const slides = splitSlides(blocks).flatMap((slide) => {
    const [title] = slide
    if (title?.type !== 'heading') return []
    const options = slide.find((block): block is SlideOptions => block.type === 'slideOptions')
    const isContents = slide.some((block) => block.type === 'list' && block.isContents)
    return [{ title, section: options?.section, isContents }]
  })
  const [, ...later] = slides
  const others = later.filter(({ isContents }) => !isContents)
  // A section may begin with the contents, which show where we are then.
  const sections = later.flatMap(({ title, section }) =>
    section === undefined ? [] : [linkTo(title, [{ type: 'text', value: section }])],
  )
  return sections.length > 0 ? sections : others.map(({ title }) => linkTo(title, title.children))
}

function linkTo({ id }: Heading, children: Inline[]): Inline {
  return { type: 'link', href: `#${id}`, children }
}
