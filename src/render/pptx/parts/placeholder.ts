import type { Box, Role, TextItem } from '../../../layout/types.ts'
import type { XmlElement } from '../../../opc/xml.ts'
import type { ColorName } from '../../../theme/theme.ts'
import type { ListStyle } from './list-style.ts'

/** A place on a layout that slides fill. */
export interface Placeholder {
  role: PlaceholderRole
  /** Which of its role on the slide it is, from 0 in reading order. */
  order: number
  box: Box
  /** For text: how it is set, level by level. */
  text?: { levels: ListStyle; verticalAlign: TextItem['verticalAlign']; fill?: ColorName | undefined } | undefined
  /** Of an organisation's template. */
  adopted?: AdoptedPlaceholder | undefined
}

/** The roles that have a place on a layout. */
export type PlaceholderRole = Exclude<Role, 'artifact'>

/** What a placeholder of a template says of itself. */
export interface AdoptedPlaceholder {
  /** What items name it by. */
  slot: string
  /** `<p:ph>` as slides write it. */
  element: XmlElement
  /** Points that its frame keeps clear of text. */
  inset: { left: number; top: number; right: number; bottom: number }
  /** Of each level whether its own colour can be read on its ground. */
  areLegible: readonly boolean[]
}
