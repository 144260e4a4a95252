import { element, type XmlElement } from '../../../opc/xml.ts'
import type { ColorName, Theme } from '../../../theme/theme.ts'
import { fillElement } from '../color.ts'

/** `<p:bg>` of one colour; undefined where there is none of its own. */
export function backgroundElement(color: ColorName | undefined, theme: Theme): XmlElement | undefined {
  if (color === undefined) return undefined
  return element('p:bg', {}, [element('p:bgPr', {}, [fillElement(color, theme), element('a:effectLst')])])
}
