import type { Diagnostic, Place } from '../../diagnostic.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { lackError } from '../../fonts/glyph-lacks.ts'
import type { Locale } from '../../locale/types.ts'
import type { Memory } from '../../memory/memory.ts'
import type { TemplateDeck } from '../../reference/types.ts'
import type { Theme } from '../../theme/theme.ts'
import type { Run, Tag, TextStyle } from '../types.ts'
import type { Hyphenate } from './hyphenation.ts'
import { coverRuns, fontStyle } from './run-style.ts'
import type { Styles } from './styles.ts'
import { measureText } from './text-atoms.ts'

/** What pages of a document are laid out with. */
export interface Look {
  theme: Theme
  fonts: Fonts
  locale: Locale
  /** The organisation's template that slides are fitted to. */
  reference?: TemplateDeck | undefined
  /** Keeps the parts of a document that are laid out apart. */
  memory?: Memory | undefined
}

/** What every layout function works with. */
export interface Setting extends Look {
  medium: 'slide' | 'page'
  styles: Styles
  /** Parts words, where running text is justified. */
  hyphenate?: Hyphenate | undefined
  /** The structure elements in which all stands that is laid out: a slide's section. */
  sect: Tag[]
  memory: Memory
  /** An id for a structure element, unique in the file. */
  nextId(): string
  /** Takes a diagnostic; the layout goes on, so that all are reported. */
  report(diagnostic: Diagnostic): void
}

/** Reports the characters that the fonts of a text have no glyph for: they would print as empty boxes. */
export function checkGlyphs(runs: readonly Run[], style: TextStyle, place: Place, { fonts, report }: Setting): void {
  if (!measureText(runs, style, fonts).lacksGlyphs()) return
  for (const run of runs) {
    if (run.text === '\n') continue
    const missing = coverRuns([run], style, fonts).flatMap((part) => fonts.missing(part.text, fontStyle(part, style)))
    const text = run.text.slice(0, 60)
    if (missing.length > 0) report(lackError(missing.map((character) => ({ character, text, place }))))
  }
}

/** The setting for a pass whose diagnostics another reports. */
export function quiet(setting: Setting): Setting {
  return { ...setting, report: () => {} }
}
