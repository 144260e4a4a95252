import type { Run, TextStyle } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import { fillElement } from '../color.ts'
import { toEmu, toHundredths } from '../emu.ts'
/** A style of which parts are left to what is inherited. */
export type PartialStyle = { readonly [Key in keyof TextStyle]?: TextStyle[Key] | undefined }

export type CharacterStyle = Pick<PartialStyle, 'font' | 'size' | 'weight' | 'italic' | 'color'>

/** The part of a style that is its characters'. */
export function characterStyle({ font, size, weight, italic, color }: PartialStyle): CharacterStyle {
  return { font, size, weight, italic, color }
}

/** What a run has beside its style. */
export interface RunExtras {
  /** BCP 47, with a region. */
  language?: string | undefined
  superscript?: boolean | undefined
  link?: LinkTarget | undefined
}

/** A link as its slide knows it. */
export interface LinkTarget {
  relation: string
  /** Jumps to a slide of this deck. */
  toSlide: boolean
}

/**
 * `<a:rPr>` or its like: only what differs from what is inherited, so that a change of layout, master or theme reaches
 * the
 * text, and "Reset slide" changes nothing.
 */
export function runProperties(
  name: 'a:rPr' | 'a:defRPr' | 'a:endParaRPr',
  wanted: CharacterStyle,
  inherited: CharacterStyle,
  theme: Theme,
  extras: RunExtras = {},
): XmlElement {
  const { language, superscript, link } = extras
  const { weight, size, italic, color, font } = difference(wanted, inherited)
  return element(
    name,
    {
      lang: language,
      sz: size === undefined ? undefined : toHundredths(size),
      b: weight === undefined ? undefined : weight === 'bold',
      i: italic,
      baseline: superscript ? 30000 : undefined,
    },
    [
      color === undefined ? undefined : fillElement(color, theme),
      ...(font === undefined ? [] : fontElements(font)),
      link && linkElement(link, wanted.color !== 'accentText'),
    ],
  )
}

function difference<T extends object>(wanted: T, inherited: T): Partial<T> {
  const different: Partial<T> = {}
  for (const key in wanted) if (wanted[key] !== inherited[key]) different[key] = wanted[key]
  return different
}

/** The theme's fonts by reference, East Asian and complex scripts' too (pptxgenjs writes Latin there: issue 1288). */
export function fontElements(font: TextStyle['font']): XmlElement[] {
  const which = font === 'heading' ? '+mj' : '+mn'
  return [
    element('a:latin', { typeface: `${which}-lt` }),
    element('a:ea', { typeface: `${which}-ea` }),
    element('a:cs', { typeface: `${which}-cs` }),
  ]
}

/** PowerPoint gives every link the theme's link colour, unless this extension says to keep the text's own. */
function linkElement({ relation, toSlide }: LinkTarget, keepsColor: boolean): XmlElement {
  const namespace = 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor'
  const own = element('a:extLst', {}, [
    element('a:ext', { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' }, [
      element('ahyp:hlinkClr', { 'xmlns:ahyp': namespace, val: 'tx' }),
    ]),
  ])
  const action = toSlide ? 'ppaction://hlinksldjump' : undefined
  return element('a:hlinkClick', { 'r:id': relation, action }, [keepsColor ? own : undefined])
}

/** What a paragraph has beside what its level says. */
export interface LevelExtras {
  /** From 0. */
  level?: number | undefined
  rightToLeft?: boolean | undefined
  justified?: boolean | undefined
  /** Numbered rather than bulleted, and the number that its list starts with. */
  numbering?: { scheme: string; start: number } | undefined
}

/**
 * `<a:pPr>` or a list style's level: what differs from the inherited level, or everything if none is.
 * Line spacing is exact, so that lines stay where the layout put them.
 */
export function paragraphProperties(
  name: string,
  wanted: Level,
  inherited: Level | undefined,
  children: readonly XmlElement[] = [],
  { level, rightToLeft, justified, numbering }: LevelExtras = {},
): XmlElement {
  const { align, leading } = difference(wanted.style, inherited?.style ?? {})
  const isMoved = !inherited || !isNear(wanted.left, inherited.left) || !isNear(wanted.hanging, inherited.hanging)
  return element(
    name,
    {
      marL: isMoved ? toEmu(wanted.left) : undefined,
      lvl: level || undefined,
      indent: isMoved ? -toEmu(wanted.hanging) || 0 : undefined,
      algn: justified ? 'just' : align && { left: 'l', center: 'ctr', right: 'r' }[align],
      rtl: rightToLeft,
    },
    [
      leading === undefined ? undefined : spacing('a:lnSpc', leading),
      inherited && isNear(wanted.spaceBefore, inherited.spaceBefore)
        ? undefined
        : spacing('a:spcBef', wanted.spaceBefore),
      ...bulletElements(wanted, inherited, numbering),
      ...children,
    ],
  )
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.01

function spacing(name: string, points: number): XmlElement {
  return element(name, {}, [element('a:spcPts', { val: toHundredths(points) })])
}

function bulletElements(
  { bullet }: Level,
  inherited: Level | undefined,
  numbering: LevelExtras['numbering'],
): XmlElement[] {
  if (numbering) {
    const startAt = numbering.start === 1 ? undefined : numbering.start
    return [element('a:buAutoNum', { type: numbering.scheme, startAt })]
  }
  if (inherited && inherited.bullet === bullet) return []
  if (bullet === undefined) return [element('a:buNone')]
  return [element('a:buFont', { typeface: '+mn-lt' }), element('a:buChar', { char: bullet })]
}

/** One level of a placeholder's text: what its paragraphs have where they do not say otherwise. Points. */
export interface Level {
  style: PartialStyle
  /** Where the text starts, and how far before it the bullet hangs. */
  left: number
  hanging: number
  bullet?: string | undefined
  /** White space above. */
  spaceBefore: number
}

export interface TextRun extends Run {
  /** Prints the slide's number, whatever it comes to be. */
  isSlideNumber?: boolean
}
