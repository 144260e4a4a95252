import type { Diagnostic, Place } from '../diagnostic.ts'
import type { Fonts } from '../fonts.ts'
import type { Locale } from '../locale/types.ts'
import type { Memory } from '../memory.ts'
import type { Reference } from '../reference/types.ts'
import type { Theme } from '../theme.ts'
import { coverRuns, fontStyle, type Hyphenate } from './set-text.ts'
import type { Styles } from './styles.ts'
import type { Run, TextStyle } from './types.ts'

/** What every layout function works with. */
export interface Setting {
  medium: 'slide' | 'page'
  theme: Theme
  styles: Styles
  fonts: Fonts
  locale: Locale
  /** The organisation's template that slides are fitted to. */
  reference?: Reference | undefined
  /** Parts words, where running text is justified. */
  hyphenate?: Hyphenate | undefined
  /** Keeps the parts of a document that are laid out apart. */
  memory: Memory
  /** An id for a structure element, unique in the file. */
  nextId(): string
  /** Takes a trouble; the layout goes on, so that all are told. */
  report(diagnostic: Diagnostic): void
}

/** Reports each character that the font of its run has no glyph for: it would print as an empty box. */
export function checkGlyphs(runs: readonly Run[], style: TextStyle, place: Place, { fonts, report }: Setting): void {
  for (const run of runs) {
    if (run.text === '\n') continue
    const missing = coverRuns([run], style, fonts).flatMap((part) => fonts.missing(part.text, fontStyle(part, style)))
    if (missing.length === 0) continue
    report({
      severity: 'error',
      message: `the font has no glyph for: ${missing.map(nameCharacter).join(', ')}`,
      place,
      hint: `in "${run.text.slice(0, 60)}"; write it otherwise, or name a font that has it under fallback: in templates/theme.yaml`,
    })
  }
}

function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /\p{C}/u.test(character) ? `U+${code}` : `${character} (U+${code})`
}
