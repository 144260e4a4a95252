import type { Block, Heading } from '../types.ts'
import { type Parsing, report } from './parsing.ts'

/** Reports wrong block order: a deck is slides, each begun by its title; a briefing has one title, at its top. */
export function checkStructure(blocks: readonly Block[], parsing: Parsing): void {
  const titles = blocks.filter((block): block is Heading => block.type === 'heading' && block.depth === 1)
  const [first] = blocks
  if (titles.length === 0) {
    const place = parsing.filled.placeOf(0)
    report(parsing, `a ${parsing.kind} without a title`, place, 'begin with # Title')
  } else if (first && first !== titles[0]) {
    report(parsing, `a ${parsing.kind} begins with its title`, first.place, 'put # Title before it')
  }
  if (parsing.kind === 'briefing') checkTitles(titles, parsing)
  if (parsing.kind === 'deck') checkSlideOptions(blocks, parsing)
}

function checkTitles(titles: readonly Heading[], parsing: Parsing): void {
  for (const { place } of titles.slice(1)) {
    report(parsing, 'a briefing has one title', place, 'a section begins with two signs: ## Section')
  }
}

function checkSlideOptions(blocks: readonly Block[], parsing: Parsing): void {
  let seen = false
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === 1) seen = false
    if (block.type !== 'slideOptions') continue
    if (seen) report(parsing, 'a second ::slide on this slide', block.place, 'write both attributes in one')
    seen = true
  }
}
