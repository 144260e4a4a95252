import { type Diagnostic, hasErrors, type Outcome } from '../../diagnostic.ts'
import type { Document } from '../../document/types.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import type { Locale } from '../../locale/types.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import type { Reference } from '../../reference/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { layoutApart } from '../pieces/apart.ts'
import type { Setting } from '../text/setting.ts'
import { slideStyles } from '../text/styles.ts'
import type { Page } from '../types.ts'
import { layoutSlide } from './slide.ts'
import { addFooters } from './slide-foot.ts'
import { toSlideParts } from './slide-parts.ts'
import { uniqueNames } from './unique-names.ts'

/** The deck's slides, everything placed. An error names what fits nowhere, at its line of the template. */
export function layoutSlides(
  document: Document,
  theme: Theme,
  fonts: Fonts,
  locale: Locale,
  reference?: Reference,
  memory: Memory = noMemory,
): Outcome<Page[]> {
  const diagnostics: Diagnostic[] = []
  let ids = 0
  const setting: Setting = {
    medium: 'slide',
    theme,
    styles: slideStyles(theme),
    fonts,
    locale,
    reference,
    memory,
    nextId: () => `s${++ids}`,
    report: (diagnostic) => {
      // A layout that a template lacks is told once, where it is first asked for.
      if (!reference || diagnostics.every(({ message }) => message !== diagnostic.message)) diagnostics.push(diagnostic)
    },
  }
  const slides = toSlideParts(document, setting.report).flatMap((parts) =>
    layoutApart(parts.heading.id, [parts], setting, (own) => layoutSlide(parts, own)),
  )
  const pages = slides.map((page, index) => ({ ...page, number: index + 1 }))
  diagnostics.push(...repeatedTitles(pages))
  const footed = addFooters(pages, document, setting).map((page) => ({ ...page, items: uniqueNames(page.items) }))
  return { value: hasErrors(diagnostics) ? undefined : footed, diagnostics }
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
      {
        severity: 'error' as const,
        message: `two slides have one title: ${page.title}`,
        place: page.place,
        hint: `slide ${before.number} (line ${before.place.line}) has it too; screen readers and outlines need each its own`,
      },
    ]
  })
}
