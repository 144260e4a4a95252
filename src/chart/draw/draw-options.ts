import type { Fonts } from '../../fonts/fonts.ts'
import type { Theme } from '../../theme/theme.ts'

/** What charts are drawn with. */
export interface DrawOptions {
  theme: Theme
  fonts: Fonts
  /** The report folder, or a spec's: files that it names are read below it only. */
  folder: string
  /** What `now()` is in a spec, milliseconds, so that the same figures give the same drawing; undefined: the clock. */
  now?: number | undefined
}
