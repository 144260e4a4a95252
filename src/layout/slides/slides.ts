import { type Diagnostic, errorAt, hasErrors, type Outcome, warningAt } from '../../diagnostic.ts'
import type { Document } from '../../document/types.ts'
import { noMemory } from '../../memory/memory.ts'
import { layoutApart } from '../pieces/apart.ts'
import { unparted } from '../text/hyphenation.ts'
import type { Look, Setting } from '../text/setting.ts'
import { slideStyles } from '../text/styles.ts'
import type { Page } from '../types.ts'
import { layoutSlide } from './slide.ts'
import { addFooters } from './slide-foot.ts'
import { type SlideParts, toSlideParts } from './slide-parts.ts'
import { chosenByPlaces } from './template-layout.ts'
import { uniqueNames } from './unique-names.ts'

/** The deck's slides, everything placed. An error names what fits nowhere, at its line of the template. */
export function layoutSlides(document: Document, look: Look): Outcome<Page[]> {
  const { theme, fonts, locale, reference, memory = noMemory } = look
  const diagnostics: Diagnostic[] = []
  let ids = 0
  const setting: Setting = {
    medium: 'slide',
    theme,
    styles: slideStyles(theme),
    fonts,
    locale,
    reference,
    sect: [],
    hyphenate: theme.slide.justify ? unparted : undefined,
    memory,
    nextId: () => `s${++ids}`,
    report: (diagnostic) => {
      // A layout that a template lacks is reported once, where it is first asked for.
      if (!reference || diagnostics.every(({ message }) => message !== diagnostic.message)) diagnostics.push(diagnostic)
    },
  }
  const said = toSlideParts(document)
  diagnostics.push(...longRun(said))
  diagnostics.push(
    ...chosenByPlaces(
      said.map(({ layout }) => layout),
      setting,
    ),
  )
  const slides = said.flatMap((parts) =>
    layoutApart(parts.heading.id, [parts], setting, (own) => layoutSlide(parts, own)),
  )
  const pages = slides.map((page, index) => ({ ...page, number: index + 1 }))
  diagnostics.push(...repeatedTitles(pages))
  const footed = addFooters(pages, document, setting).map((page) => ({ ...page, items: uniqueNames(page.items) }))
  return { value: hasErrors(diagnostics) ? undefined : footed, diagnostics }
}

/** So many slides of one layout after each other tire an audience. */
const mostAlike = 4

/** A warning of the longest run of slides in one layout, where it is too long. */
function longRun(slides: readonly SlideParts[]): Diagnostic[] {
  const runs: SlideParts[][] = []
  for (const slide of slides) {
    const run = runs.at(-1)
    if (run?.[0]?.layout === slide.layout) run.push(slide)
    else runs.push([slide])
  }
  const [longest = []] = runs.toSorted((a, b) => b.length - a.length)
  const slide = longest[mostAlike]
  if (!slide) return []
  const hint = 'show one of them otherwise: as a big-number, a comparison or a statement'
  return [warningAt(slide.place, `${longest.length} slides of one layout in a row: ${slide.layout}`, { hint })]
}

function repeatedTitles(pages: readonly Page[]): Diagnostic[] {
  const first = new Map<string, Page>()
  return pages.flatMap((page) => {
    const before = first.get(page.title)
    if (!before) {
      first.set(page.title, page)
      return []
    }
    return [
      errorAt(page.place, `two slides have one title: ${page.title}`, {
        hint: `slide ${before.number} (line ${before.place.line}) has it too; screen readers and outlines need each its own`,
      }),
    ]
  })
}
