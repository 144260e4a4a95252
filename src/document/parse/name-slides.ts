import { splitSlides } from '../slides.ts'
import type { Block, SlideOptions } from '../types.ts'
import { type Parsing, report } from './parsing.ts'

/** The blocks with the titles of those slides renamed that name themselves: `::slide{id="sources"}`. */
export function nameSlides(blocks: readonly Block[], parsing: Parsing): Block[] {
  return splitSlides(blocks).flatMap((slide) => {
    const options = slide.find((block): block is SlideOptions => block.type === 'slideOptions')
    const [title, ...rest] = slide
    if (title?.type !== 'heading' || options?.id === undefined || options.id === title.id) return slide
    if (!/^[\p{Letter}\p{Number}-]+$/u.test(options.id)) {
      report(
        parsing,
        `not an id: ${options.id}`,
        options.place,
        'an id is letters, digits and hyphens, such as sources',
      )
      return slide
    }
    if (parsing.ids.has(options.id)) {
      report(parsing, `an id that is taken: ${options.id}`, options.place, 'ids are unique in a document')
      return slide
    }
    parsing.ids.delete(title.id)
    parsing.ids.set(options.id, 1)
    return [{ ...title, id: options.id }, ...rest]
  })
}
