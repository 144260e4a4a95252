import { type Diagnostic, hasErrors, type Outcome } from '../../diagnostic.ts'
import type { Document } from '../../document/types.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import type { Locale } from '../../locale/types.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import type { Reference } from '../../reference/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { layoutApart } from '../pieces/apart.ts'
import { plainText, toRuns } from '../text/runs.ts'
import type { Setting } from '../text/setting.ts'
import { slideStyles } from '../text/styles.ts'
import type { Page } from '../types.ts'
import { continuation, continued } from './continued.ts'
import { coverSlide } from './cover-slide.ts'
import { addReferenceFooters } from './reference-footers.ts'
import { referenceSlides } from './reference-slide.ts'
import { bodyItems } from './slide-body.ts'
import { addFooters, sourceItems } from './slide-foot.ts'
import { blankPage, type Frame, frameOf, sectTags } from './slide-frame.ts'
import { headItems } from './slide-head.ts'
import { type SlideParts, toSlideParts } from './slide-parts.ts'

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
  const add = setting.reference ? addReferenceFooters : addFooters
  const footed = add(pages, document, setting)
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

/** Slides of which the number is not known yet. */
function layoutSlide(parts: SlideParts, setting: Setting): Page[] {
  if (setting.reference) return referenceSlides(parts, setting.reference, setting)
  return parts.layout === 'title' || parts.layout === 'section'
    ? [coverSlide(parts, setting)]
    : contentSlides(parts, setting)
}

function contentSlides(parts: SlideParts, setting: Setting): Page[] {
  const { theme } = setting
  const frame = frameOf(theme)
  const sect = sectTags(setting)
  const head = headItems(parts, frame, sect, setting)
  const foot = sourceItems(parts, frame, sect, setting)
  const ground: Frame = { ...frame, top: head.bottom + 16, bottom: foot.top - 10 }
  const bodies = bodyItems(parts, ground, sect, setting)
  return bodies.map((items, index) => {
    const title = `${plainText(toRuns(parts.heading.children))}${continuation(index, setting)}`
    return {
      ...blankPage(parts, theme),
      title,
      items: [
        ...(index === 0
          ? head.items
          : headItems(continued(parts, index, setting), frame, sectTags(setting), setting).items),
        ...items,
        ...foot.items,
      ],
      notes: index === 0 ? parts.notes : [],
    }
  })
}
