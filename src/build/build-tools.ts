import { statSync } from 'node:fs'
import { createRasterizer, type Rasterizer } from '../chart/draw/pictures/rasterize.ts'
import { type Fonts, openFonts } from '../fonts/fonts.ts'
import { type Memory, noMemory } from '../memory/memory.ts'
import type { Theme } from '../theme/theme.ts'

/** What builds keep open for the next: a theme's fonts, the picture thread, and the results of stages. */
export interface Tools {
  memory: Memory
  open(theme: Theme, folder: string): OpenTools
  close(): Promise<void>
}

export interface OpenTools {
  fonts: Fonts
  rasterizer: Rasterizer
}

/** Tools for one build, or with a memory for many; a changed theme or font file opens new ones. */
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
