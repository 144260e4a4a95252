import type { Fonts } from '../fonts/fonts.ts'
import type { Theme } from '../theme/theme.ts'
import { isRightHand } from './pages/page-grid.ts'
import { pageStyles, slideStyles } from './text/styles.ts'
import type { Item, Page } from './types.ts'
import { wordsItem } from './words-item.ts'

/** Each page or slide with words in the margin at its upper right: that it is under embargo. */
export function stampPages(pages: readonly Page[], words: string, theme: Theme, fonts: Fonts): Page[] {
  return pages.map((page) => ({ ...page, items: [...page.items, stamp(page, words, theme, fonts)] }))
}

function stamp({ number, width, layout, background }: Page, words: string, theme: Theme, fonts: Fonts): Item {
  const isPage = layout === 'page'
  const { margin } = isPage ? theme.page : theme.slide
  const { running } = isPage ? pageStyles(theme) : slideStyles(theme)
  const color = background === 'accent' ? 'onAccent' : 'accentText'
  const style = { ...running, weight: 'bold', align: 'right', color } as const
  const height = style.leading
  const right = margin.right + (isPage && !isRightHand(number) ? theme.page.binding : 0)
  const box = { x: width / 2, y: Math.max(4, margin.top / 4 - height / 4), width: width / 2 - right, height }
  return wordsItem(words, { name: words, role: 'artifact', box }, style, fonts)
}
