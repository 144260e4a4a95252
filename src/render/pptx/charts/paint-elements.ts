import { getDigits } from '../../../chart/draw/vega/vega.ts'
import type {
  NativeChart,
  NativeFont,
  NativeGradient,
  NativeLine,
  NativePaint,
} from '../../../chart/native/native-types.ts'
import { parseCssColor } from '../../../graphics/css-color.ts'
import { derived } from '../../../memory/derived.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { ColorName, Theme } from '../../../theme/theme.ts'
import { colorElement } from '../color.ts'
import { toEmu, toHundredths } from '../emu.ts'
import { fontElements } from '../shapes/text-properties.ts'

/** What the elements of a chart are written with. */
export interface ChartContext {
  chart: NativeChart
  theme: Theme
  /** With its region. */
  language: string
}

/** `<a:solidFill>` or `<a:gradFill>`; `<a:noFill>` for none. */
export function paintElement(paint: NativePaint | undefined, theme: Theme): XmlElement {
  if (paint?.gradient) return gradientElement(paint.gradient, paint.opacity, theme)
  const color = paint && getColor(paint, theme)
  return color ? element('a:solidFill', {}, [color]) : element('a:noFill')
}

function gradientElement({ angle, stops }: NativeGradient, opacity: number, theme: Theme): XmlElement {
  return element('a:gradFill', { rotWithShape: true }, [
    element(
      'a:gsLst',
      {},
      stops.map(({ at, color, opacity: own = 1 }) =>
        element('a:gs', { pos: Math.round(at * 100000) }, [getColor({ color, opacity: opacity * own }, theme)]),
      ),
    ),
    element('a:lin', { ang: angle * 60000, scaled: true }),
  ])
}

/** The theme's colour by its name where it is one of the theme's, so that a change of theme recolours the chart. */
function getColor({ color, opacity }: NativePaint, theme: Theme): XmlElement | undefined {
  const parsed = parseCssColor(color)
  if (!parsed) return undefined
  const hex = parsed.color.startsWith('#') ? parsed.color.slice(1) : getDigits(parsed.color)
  const name = colorNames(theme).get(hex.toLowerCase())
  const own = name ? colorElement(name, theme) : element('a:srgbClr', { val: hex.toUpperCase() })
  const whole = opacity * parsed.opacity
  const alpha = whole < 1 ? [element('a:alpha', { val: Math.round(whole * 100000) })] : []
  return { ...own, children: [...own.children, ...alpha] }
}

/** The names of a theme's colours by their hexadecimal digits; of equal ones that of the first. */
const colorNames = derived(({ colors }: Theme): ReadonlyMap<string, ColorName> => {
  const names = Object.keys(colors) as ColorName[]
  return new Map(names.toReversed().map((name) => [colors[name].slice(1).toLowerCase(), name]))
})

const dashes: Readonly<Record<NativeLine['dash'], string>> = {
  solid: 'solid',
  dash: 'dash',
  dot: 'sysDot',
  longDash: 'lgDash',
}

/** `<a:ln>`; one of no fill for none, for without it PowerPoint draws its own. */
export function outlineElement(line: NativeLine | undefined, theme: Theme): XmlElement {
  if (!line) return element('a:ln', {}, [element('a:noFill')])
  return element('a:ln', { w: toEmu(line.width), cap: 'rnd' }, [
    paintElement(line.paint, theme),
    element('a:prstDash', { val: dashes[line.dash] }),
    element('a:round'),
  ])
}

/** `<c:spPr>` of a fill and an outline. */
export function shapeProperties(fill: NativePaint | undefined, line: NativeLine | undefined, theme: Theme): XmlElement {
  return element('c:spPr', {}, [paintElement(fill, theme), outlineElement(line, theme)])
}

/**
 * `<a:rPr>` or `<a:defRPr>`: size, weight, colour, and the theme's fonts by reference, East Asian ones too.
 * pptxgenjs writes a Latin font by name, and no other.
 */
export function fontElement(name: 'a:rPr' | 'a:defRPr', font: NativeFont, theme: Theme, language?: string): XmlElement {
  return element(name, { lang: language, sz: toHundredths(font.size), b: font.bold, i: font.italic }, [
    paintElement(font.paint, theme),
    ...fontElements(font.family),
  ])
}

/** `<c:txPr>`: how the words of a part of the chart are set. */
export function textProperties(
  font: NativeFont,
  theme: Theme,
  language: string,
  frame: XmlElement = bodyProperties(),
): XmlElement {
  return wordsElement('c:txPr', frame, font, theme, [[element('a:endParaRPr', { lang: language })]])
}

/** `<c:tx>` of lines of words; several are flush left. */
export function richText(
  lines: readonly (readonly XmlElement[])[],
  font: NativeFont,
  angle: number,
  theme: Theme,
): XmlElement {
  return element('c:tx', {}, [wordsElement('c:rich', bodyProperties(angle), font, theme, lines)])
}

/** `<a:r>`. */
export function textRun(text: string, font: NativeFont, theme: Theme, language: string): XmlElement {
  return element('a:r', {}, [fontElement('a:rPr', font, theme, language), element('a:t', {}, [text])])
}

/** Lines in a frame, each a paragraph: of their own words, or none. */
function wordsElement(
  name: string,
  frame: XmlElement,
  font: NativeFont,
  theme: Theme,
  lines: readonly (readonly XmlElement[])[],
): XmlElement {
  const algn = lines.length > 1 ? 'l' : undefined
  const look = element('a:pPr', { algn }, [fontElement('a:defRPr', font, theme)])
  return element(name, {}, [frame, element('a:lstStyle'), ...lines.map((line) => element('a:p', {}, [look, ...line]))])
}

/** Text that is not broken into lines, with the insets that PowerPoint itself gives; `angle` in degrees clockwise. */
export function bodyProperties(angle = 0): XmlElement {
  const insets = { lIns: 38100, tIns: 19050, rIns: 38100, bIns: 19050 }
  return element('a:bodyPr', { rot: Math.round(angle * 60000), vert: 'horz', wrap: 'none', ...insets, anchor: 'ctr' })
}

/** `<c:layout>`: places and lengths in parts of the chart. */
export function layoutElement(modes: readonly XmlElement[], parts: Readonly<Record<string, number>>): XmlElement {
  const rounded = Object.entries(parts).map(([name, part]) => valueElement(`c:${name}`, Math.round(part * 1e5) / 1e5))
  return element('c:layout', {}, [element('c:manualLayout', {}, [...modes, ...rounded])])
}

/** `<c:NAME val="…"/>`. */
export function valueElement(name: string, val: string | number | boolean): XmlElement {
  return element(name, { val })
}
