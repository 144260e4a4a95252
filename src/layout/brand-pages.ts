import type { Picture } from '../graphics/types.ts'
import { getCoverLook, isCover } from '../theme/cover-looks.ts'
import type { Theme } from '../theme/theme.ts'
import { rectItem } from './rect-item.ts'
import { getFrame } from './slides/slide-frame.ts'
import type { Box, Item, Page, PictureItem } from './types.ts'

/** The pictures of a theme, as they were read. */
export interface Brand {
  logo?: Picture | undefined
  cover?: Picture | undefined
}

/** So much of a cover's width, from the right, its picture takes. */
export const coverPart = 0.4

/**
 * Adds the theme's pictures: the logo on cover, back and a briefing's first page, and the cover's picture.
 * Decoration: the words already say whose they are.
 */
export function brandPages(pages: readonly Page[], brand: Brand, theme: Theme): Page[] {
  return pages.map((page) => {
    const items = brandItems(page, brand, theme)
    // Behind all else, and read first: words may stand on them.
    return items.length === 0 ? page : { ...page, items: [...items, ...page.items] }
  })
}

function brandItems(page: Page, { logo, cover }: Brand, theme: Theme): Item[] {
  const isCover = page.layout === 'title'
  const photo = cover && isCover ? [coverItem(cover, theme)] : []
  const hasLogo = isCover || page.layout === 'back' || (page.layout === 'page' && page.number === 1)
  return logo && hasLogo ? [...photo, ...logoItems(logo, page, theme)] : photo
}

/** At the right edge from top to bottom, cut about its middle. */
function coverItem(picture: Picture, { slide }: Theme): PictureItem {
  const width = slide.width * coverPart
  const box = { x: slide.width - width, y: 0, width, height: slide.height }
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const whole = { width: picture.width * scale, height: picture.height * scale }
  const at = { x: box.x - (whole.width - box.width) / 2, y: box.y - (whole.height - box.height) / 2 }
  return decoration('Cover picture', picture, box, { ...at, ...whole })
}

/**
 * The logo in its own proportions: on slides above the title at the left, on pages beside the head at the right.
 * On a coloured slide it stands on a tab of paper.
 */
function logoItems(picture: Picture, { layout, width }: Page, theme: Theme): Item[] {
  const isPage = layout === 'page'
  const given = theme.logo?.height ?? 28
  const height = isPage ? given : given * 1.4
  const size = { height, width: (picture.width * height) / picture.height }
  const { left } = getFrame(theme)
  const at = isPage
    ? { x: width - theme.page.margin.right - size.width, y: theme.page.margin.top - 6 }
    : { x: left, y: theme.slide.margin.top + 8 }
  const isOnColor = isCover(layout) && getCoverLook(layout, theme.colors).ground === 'accent'
  const box = { ...at, ...size, x: at.x + (isOnColor ? tabEdge : 0) }
  const tab = { x: at.x, y: 0, width: size.width + 2 * tabEdge, height: at.y + height + tabEdge }
  return [
    ...(isOnColor ? [rectItem('Logo ground', tab, { fill: 'paper' })] : []),
    decoration('Logo', picture, box, box),
  ]
}

/** The paper around a logo on a ground of colour, in points. */
const tabEdge = 12

function decoration(name: string, picture: Picture, box: Box, whole: Box): PictureItem {
  return { type: 'picture', name, role: 'artifact', box, picture, whole, alt: undefined, tags: [] }
}
