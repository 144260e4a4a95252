import type { ColorName, Theme } from '../../theme.ts'
import { fillElement } from './color.ts'
import { element, type XmlElement } from './xml.ts'

/** `<p:bg>` of one colour; undefined where there is none of its own. */
export function backgroundElement(color: ColorName | undefined, theme: Theme): XmlElement | undefined {
  if (color === undefined) return undefined
  return element('p:bg', {}, [element('p:bgPr', {}, [fillElement(color, theme), element('a:effectLst')])])
}
