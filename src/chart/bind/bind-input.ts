import type { Marking } from '../../dataset/figure/status-marks.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import type { Locale } from '../../locale/types.ts'
import type { Theme } from '../../theme/theme.ts'
import type { DataSetting } from '../shown/shown-marks.ts'
import type { Medium } from '../types.ts'

/** What a spec is bound to. */
export interface BindInput extends DataSetting {
  /** The spec's file, relative to the report folder. */
  file: string
  text: string
  dataset: Dataset
  locale: Locale
  theme: Theme
  fonts: Fonts
  medium: Medium
  /** How figures are marked by their status; see `statusMark`. */
  marking?: Marking | undefined
}
