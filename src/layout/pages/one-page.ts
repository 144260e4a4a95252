import type { Outcome } from '../../diagnostic.ts'
import type { Document } from '../../document/types.ts'
import type { Theme } from '../../theme/theme.ts'
import type { Look } from '../text/setting.ts'
import type { Page } from '../types.ts'
import { layoutPages } from './pages.ts'

/** How much larger than on other pages text may be that has a page to itself. */
const larger = [1.15, 1.1, 1.05] as const

/** A document that is to have one page, its text as large as that has room for. */
export function layoutOnePage(document: Document, look: Look): Outcome<Page[]> {
  for (const part of larger) {
    const laid = layoutPages(document, { ...look, theme: withText(look.theme, part) })
    if (laid.value?.length === 1) return laid
  }
  return layoutPages(document, look)
}

/** The theme with the sizes of a page's text, but for its title, so much larger, to half points. */
function withText(theme: Theme, part: number): Theme {
  const size = (points: number) => Math.round(points * part * 2) / 2
  const { baseline, heading, subheading, body, small, keyFigure } = theme.page
  const page = {
    ...theme.page,
    baseline: size(baseline),
    heading: size(heading),
    subheading: size(subheading),
    body: size(body),
    small: size(small),
    keyFigure: size(keyFigure),
  }
  return { ...theme, page }
}
