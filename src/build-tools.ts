import { createRasterizer, type Rasterizer } from './chart/rasterize.ts'
import { type Fonts, openFonts } from './fonts.ts'
import type { Theme } from './theme.ts'

/** What builds open and keep for the next build: a theme's fonts, and the thread that draws pictures with them. */
export interface Tools {
  open(theme: Theme, folder: string): OpenTools
  close(): Promise<void>
}

export interface OpenTools {
  fonts: Fonts
  rasterizer: Rasterizer
}

/** Tools for one build, or for many on end; a changed theme opens its own. */
export function createTools(): Tools {
  let opened: (OpenTools & { key: string }) | undefined
  const close = async () => {
    const closing = opened
    opened = undefined
    await closing?.rasterizer.close()
  }
  return {
    open: (theme, folder) => {
      const key = JSON.stringify([folder, theme])
      if (opened?.key === key) return opened
      void close()
      const fonts = openFonts(theme, folder)
      opened = { key, fonts, rasterizer: createRasterizer(fonts, theme) }
      return opened
    },
    close,
  }
}
