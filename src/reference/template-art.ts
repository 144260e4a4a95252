import type { Box } from '../layout/types.ts'
import type { OpenedPackage } from '../opc/open-package.ts'
import { relationTypes } from '../opc/package.ts'
import { childElements, childNamed, descendants, type XmlElement } from '../opc/xml.ts'
import { luminate } from './luminate.ts'
import type { ReferenceColors, ReferenceLayout, TemplateDeck } from './types.ts'

/** What a template draws behind the words of a layout, as an SVG of the slide's size in points, and how many things of it are left out: words, free shapes, pictures of other kinds. */
export interface TemplateArt {
  svg: string
  leftOut: number
  /** Its grounds in one colour, from the back. */
  grounds: Ground[]
}

export interface Ground {
  box: Box
  color: string
}

/** The background, bands, lines and pictures of a layout and its master; undefined where they draw nothing. */
export function templateArt(template: TemplateDeck, layout: ReferenceLayout): TemplateArt | undefined {
  const { opened, width, height, colors } = template
  const master = related(opened, layout.part, relationTypes.slideMaster)[0]?.target
  const own = opened.xml.get(layout.part)
  const inherited = own?.attributes.showMasterSp === '0' ? undefined : master
  const parts = [inherited, layout.part].filter((part) => part !== undefined)
  const ground = [layout.part, master].flatMap((part) => groundOf(opened.xml.get(part ?? ''), colors))[0]
  const page: Ground = { box: { x: 0, y: 0, width, height }, color: ground ?? colors.bg1 }
  const drawn = parts.flatMap((part): Mark[] => {
    const tree = childNamed(childNamed(opened.xml.get(part), 'p:cSld'), 'p:spTree')
    return childElements(tree).map((shape) => drawShape(shape, part, { opened, colors }))
  })
  const marks = drawn.map(({ svg = '' }) => svg).join('')
  const leftOut = drawn.filter(({ svg }) => svg === undefined).length
  const isPlain = page.color === colors.bg1
  if (marks === '' && isPlain && leftOut === 0) return undefined
  const paper = isPlain ? '' : `<rect width="${width}" height="${height}" fill="${page.color}"/>`
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const svg = marks === '' && isPlain ? '' : `<svg ${names} ${size}>${paper}${marks}</svg>`
  return { svg, leftOut, grounds: [page, ...drawn.flatMap((mark) => mark.ground ?? [])] }
}

/** A shape as SVG, empty where nothing of it is to be seen, and none where it is left out; with its ground where it is one. */
interface Mark {
  svg?: string
  ground?: Ground
}

interface Drawing {
  opened: OpenedPackage
  colors: ReferenceColors
}

function related({ relations }: OpenedPackage, part: string, type: string) {
  return (relations.get(part) ?? []).filter((relation) => relation.type === type)
}

/** The colour of a part's background; none where it has none, or a picture. */
function groundOf(root: XmlElement | undefined, colors: ReferenceColors): string[] {
  const ground = childNamed(childNamed(root, 'p:cSld'), 'p:bg')
  const fill = childNamed(childNamed(ground, 'p:bgPr'), 'a:solidFill') ?? childNamed(ground, 'p:bgRef')
  const color = colorIn(fill, colors)
  return color === undefined ? [] : [color]
}

function drawShape(shape: XmlElement, part: string, drawing: Drawing): Mark {
  if (descendants(shape, 'p:ph').length > 0) return { svg: '' }
  switch (shape.name) {
    case 'p:sp':
    case 'p:cxnSp':
      return drawOutline(shape, drawing.colors)
    case 'p:pic':
      return drawPicture(shape, part, drawing)
    case 'p:grpSp':
    case 'p:graphicFrame':
    case 'mc:AlternateContent':
      return {}
    default:
      return { svg: '' }
  }
}

function frameOf(properties: XmlElement | undefined): Box | undefined {
  const [transform] = childElements(properties).filter(({ name }) => name === 'a:xfrm')
  const [at, size] = [childNamed(transform, 'a:off')?.attributes, childNamed(transform, 'a:ext')?.attributes]
  if (!at || !size || transform?.attributes.rot) return undefined
  const [x = 0, y = 0, width = 0, height = 0] = [at.x, at.y, size.cx, size.cy].map((emu) => Number(emu) / 12700)
  return { x, y, width, height }
}

/** A rectangle, an ellipse or a line in its colours; words in it are left out. */
function drawOutline(shape: XmlElement, colors: ReferenceColors): Mark {
  const properties = childNamed(shape, 'p:spPr')
  const frame = frameOf(properties)
  const kind = childNamed(properties, 'a:prstGeom')?.attributes.prst
  const hasWords = descendants(shape, 'a:t').length > 0
  if (!frame || kind === undefined) return {}
  const fill = fillOf(shape, properties, colors)
  const line = lineOf(shape, properties, colors)
  if (fill === undefined && line === undefined) return hasWords ? {} : { svg: '' }
  const { x, y, width, height } = frame
  const look = `fill="${fill ?? 'none'}"${line ? ` stroke="${line.color}" stroke-width="${line.width}"` : ''}`
  switch (kind) {
    case 'rect':
    case 'roundRect':
    case 'flowChartProcess':
      return {
        svg: `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${look}/>`,
        ...(fill ? { ground: { box: frame, color: fill } } : {}),
      }
    case 'ellipse':
      return {
        svg: `<ellipse cx="${x + width / 2}" cy="${y + height / 2}" rx="${width / 2}" ry="${height / 2}" ${look}/>`,
      }
    case 'line':
    case 'straightConnector1':
      return { svg: `<path d="M${x} ${y}L${x + width} ${y + height}" ${look}/>` }
    default:
      return {}
  }
}

function fillOf(shape: XmlElement, properties: XmlElement | undefined, colors: ReferenceColors): string | undefined {
  if (childNamed(properties, 'a:noFill') || shape.name === 'p:cxnSp') return undefined
  const [stop] = childElements(childNamed(childNamed(properties, 'a:gradFill'), 'a:gsLst'))
  const styled = childNamed(childNamed(shape, 'p:style'), 'a:fillRef')
  const own = childNamed(properties, 'a:solidFill') ?? stop
  return colorIn(own ?? (styled?.attributes.idx === '0' ? undefined : styled), colors)
}

function lineOf(shape: XmlElement, properties: XmlElement | undefined, colors: ReferenceColors) {
  const own = childNamed(properties, 'a:ln')
  if (childNamed(own, 'a:noFill')) return undefined
  const styled = childNamed(childNamed(shape, 'p:style'), 'a:lnRef')
  const color = colorIn(childNamed(own, 'a:solidFill') ?? (styled?.attributes.idx === '0' ? undefined : styled), colors)
  return color === undefined ? undefined : { color, width: Number(own?.attributes.w ?? 9525) / 12700 }
}

/** The colour that a fill names, as the theme and its own changes of lightness make it. */
function colorIn(fill: XmlElement | undefined, colors: ReferenceColors): string | undefined {
  const [color] = childElements(fill)
  const named = color?.attributes.val ?? ''
  const hex =
    color?.name === 'a:srgbClr' && /^[\da-f]{6}$/i.test(named)
      ? `#${named}`
      : Object.entries(colors).find(([name]) => name === (schemeNames[named] ?? named))?.[1]
  if (hex === undefined) return undefined
  const part = (name: string, otherwise: number) =>
    Number(childNamed(color, name)?.attributes.val ?? otherwise * 1e5) / 1e5
  return luminate(hex, part('a:lumMod', 1), part('a:lumOff', 0))
}

/** The names of a theme, where shapes may use them too. */
const schemeNames: Readonly<Record<string, string>> = { lt1: 'bg1', dk1: 'tx1', lt2: 'bg2', dk2: 'tx2' }

const pictureTypes: readonly [pattern: RegExp, type: string][] = [
  [/\.png$/i, 'png'],
  [/\.jpe?g$/i, 'jpeg'],
]

/** A PNG or JPEG in its frame, as much of it as its crop leaves. */
function drawPicture(shape: XmlElement, part: string, { opened }: Drawing): Mark {
  const frame = frameOf(childNamed(shape, 'p:spPr'))
  const fill = childNamed(shape, 'p:blipFill')
  const id = childNamed(fill, 'a:blip')?.attributes['r:embed']
  const target = related(opened, part, relationTypes.image).find((relation) => relation.id === id)?.target ?? ''
  const bytes = opened.files.get(target)
  const type = pictureTypes.find(([pattern]) => pattern.test(target))?.[1]
  const isCropped = Object.keys(childNamed(fill, 'a:srcRect')?.attributes ?? {}).length > 0
  if (!frame || !bytes || type === undefined || isCropped) return {}
  const { x, y, width, height } = frame
  const data = `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
  return {
    svg: `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" xlink:href="${data}"/>`,
  }
}
