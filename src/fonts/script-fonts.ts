import type { FontStyle, Fonts } from './fonts.ts'
import { getFile, scripts } from './glyph-lacks.ts'

/** The fonts that serve the characters of one script, by their files. */
export interface ScriptFonts {
  script: string
  files: string[]
  /** Characters that none of them has. */
  missing: string[]
  /** A font of it that a package brings. */
  install: string
}

const style: FontStyle = { font: 'body', weight: 'regular', italic: false }

/** Which fonts serve the scripts beyond Latin, Greek and Cyrillic that a text is in, each once. */
export function fontsByScript(text: string, fonts: Fonts): ScriptFonts[] {
  const characters = [...new Set(text)]
  return scripts.flatMap(({ name, letters, font }) => {
    const own = characters.filter((character) => letters.test(character))
    if (own.length === 0) return []
    const served = own.map((character) => {
      const [{ fallback } = { fallback: undefined }] = fonts.cover(character, style)
      const isServed = fonts.missing(character, { ...style, fallback }).length === 0
      return { character, file: isServed ? fonts.file({ ...style, fallback }) : undefined }
    })
    const files = [...new Set(served.flatMap(({ file }) => file ?? []))]
    const missing = served.flatMap(({ character, file }) => (file === undefined ? [character] : []))
    return [{ script: name, files, missing, install: getFile(font) }]
  })
}
