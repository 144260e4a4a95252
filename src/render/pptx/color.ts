import { element, type XmlElement } from '../../opc/xml.ts'
import type { ReferenceColors } from '../../reference/types.ts'
import type { ColorName, SchemeColor, Theme } from '../../theme/theme.ts'
import { toEmu } from './emu.ts'

/** Our colours as PowerPoint's theme colours, so that a change of theme recolours what uses them. */
const schemeColors: Readonly<Record<Exclude<ColorName, 'onAccent'>, keyof ReferenceColors>> = {
  ink: 'tx1',
  paper: 'bg1',
  muted: 'tx2',
  panel: 'bg2',
  accent: 'accent1',
  second: 'accent2',
  context: 'accent3',
  good: 'accent4',
  bad: 'accent5',
  rule: 'accent6',
  accentText: 'hlink',
}

/**
 * A colour of the PowerPoint theme, which has twelve places for our twelve, but none for text on the accent.
 * That is the background's colour or, where it differs, a literal.
 */
export function colorElement(name: ColorName, { colors, scheme }: Theme): XmlElement {
  if (scheme) return adoptedColor(scheme[name], colors[name])
  if (name !== 'onAccent') return element('a:schemeClr', { val: schemeColors[name] })
  if (colors.onAccent.toLowerCase() === colors.paper.toLowerCase()) return element('a:schemeClr', { val: 'bg1' })
  return literalColor(colors.onAccent)
}

/** A colour of an organisation's own theme, or the literal where it has none that means the same. */
function adoptedColor(color: SchemeColor | undefined, hex: string): XmlElement {
  if (!color) return literalColor(hex)
  const { slot, lumMod, lumOff } = color
  return element('a:schemeClr', { val: slot }, [
    lumMod === undefined ? undefined : element('a:lumMod', { val: lumMod }),
    lumOff === undefined ? undefined : element('a:lumOff', { val: lumOff }),
  ])
}

/** A fill of one colour; none where there is none. */
export function fillElement(name: ColorName | undefined, theme: Theme): XmlElement {
  return name === undefined ? element('a:noFill') : element('a:solidFill', {}, [colorElement(name, theme)])
}

/** An outline in points; none where there is none. */
export function lineElement(
  stroke: { color: ColorName; width: number } | undefined,
  theme: Theme,
  name = 'a:ln',
): XmlElement {
  if (!stroke) return element(name, {}, [element('a:noFill')])
  return element(name, { w: toEmu(stroke.width) }, [fillElement(stroke.color, theme)])
}

/** The colours of a PowerPoint theme, in the order that its schema wants. */
export function colorSchemeElement({ colors }: Theme): XmlElement {
  const scheme: [string, string][] = [
    ['dk1', colors.ink],
    ['lt1', colors.paper],
    ['dk2', colors.muted],
    ['lt2', colors.panel],
    ['accent1', colors.accent],
    ['accent2', colors.second],
    ['accent3', colors.context],
    ['accent4', colors.good],
    ['accent5', colors.bad],
    ['accent6', colors.rule],
    ['hlink', colors.accentText],
    ['folHlink', colors.accentText],
  ]
  return element(
    'a:clrScheme',
    { name: 'Briefwright' },
    scheme.map(([slot, color]) => element(`a:${slot}`, {}, [literalColor(color)])),
  )
}

function literalColor(hex: string): XmlElement {
  return element('a:srgbClr', { val: hex.slice(1).toUpperCase() })
}
