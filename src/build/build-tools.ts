import { statSync } from 'node:fs'
import { createRasterizer, type Rasterizer } from '../chart/draw/pictures/rasterize.ts'
import { type Fonts, openFonts } from '../fonts/fonts.ts'
import { type Memory, noMemory } from '../memory/memory.ts'
import type { Theme } from '../theme/theme.ts'

/** What builds open and keep for the next build: a theme's fonts, the thread that draws pictures with them, and what stages have made. */
export interface Tools {
  memory: Memory
  open(theme: Theme, folder: string): OpenTools
  close(): Promise<void>
}

export interface OpenTools {
  fonts: Fonts
  rasterizer: Rasterizer
}

/** Tools for one build, or with a memory for many on end; a changed theme, or a font file that changed, opens its own. */
export function createTools(memory: Memory = noMemory): Tools {
  let opened: (OpenTools & { key: string }) | undefined
  const close = async () => {
    const closing = opened
    opened = undefined
    await closing?.rasterizer.close()
  }
  return {
    memory,
    open: (theme, folder) => {
      const fonts = openFonts(theme, folder)
      const key = JSON.stringify([folder, theme, fonts.files().map(getStamp)])
      if (opened?.key === key) return opened
      void close()
      opened = { key, fonts, rasterizer: createRasterizer(fonts, theme) }
      return opened
    },
    close,
  }
}

/** What tells a file from the one that stood there before; nothing of one that is gone, which opening it will tell. */
function getStamp(path: string): string {
  const { ino, size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return `${ino} ${size} ${mtimeMs}`
}
