import { derived } from '../memory/derived.ts'
import { childElements, childNamed, type XmlElement } from '../opc/xml.ts'
import { colorIn, type Drawing, drawShape, type Ground, joinMarks } from './template-shapes.ts'
import type { ReferenceColors, ReferenceLayout, TemplateDeck } from './types.ts'

/** What a template draws behind the words of a layout, as an SVG of the slide's size in points, and how many things of it are left out: shapes that it has no outline of, pictures of other kinds. */
export interface TemplateArt {
  svg: string
  leftOut: number
  /** Its grounds in one colour, from the back. */
  grounds: Ground[]
}

/** The background, shapes, groups and pictures of a layout and its master; undefined where they draw nothing. */
export function templateArt(
  template: TemplateDeck,
  layout: ReferenceLayout,
  setWords: Drawing['setWords'],
): TemplateArt | undefined {
  const { opened, width, height, colors } = template
  const master = opened.related(layout.part, 'slideMaster')[0]
  const own = opened.xml(layout.part)
  const inherited = own?.attributes.showMasterSp === '0' ? undefined : master
  const parts = [inherited, layout.part].filter((part) => part !== undefined)
  const ground = [layout.part, master].flatMap((part) => groundOf(opened.xml(part ?? ''), colors))[0]
  const page: Ground = { box: { x: 0, y: 0, width, height }, color: ground ? ground.color : colors.bg1 }
  const drawn = parts.flatMap((part) => {
    const tree = childNamed(childNamed(opened.xml(part), 'p:cSld'), 'p:spTree')
    return childElements(tree).map((shape) => drawShape(shape, { part, opened, colors, setWords }))
  })
  const { svg: marks, leftOut, grounds } = joinMarks(drawn)
  const isPlain = page.color === undefined || page.color === colors.bg1
  if (marks === '' && isPlain && leftOut === 0) return undefined
  const paper = isPlain ? '' : `<rect width="${width}" height="${height}" fill="${page.color}"/>`
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const svg = marks === '' && isPlain ? '' : `<svg ${names} ${size}>${paper}${marks}</svg>`
  return { svg, leftOut, grounds: [page, ...grounds] }
}

/** The grounds of each layout of a template. */
export const templateGrounds = derived((template: TemplateDeck) =>
  derived((layout: ReferenceLayout): readonly Ground[] => templateArt(template, layout, () => '')?.grounds ?? []),
)

/** A part's background, where it has one of its own: in no colour that could be told where it is a picture. */
function groundOf(root: XmlElement | undefined, colors: ReferenceColors): Pick<Ground, 'color'>[] {
  const ground = childNamed(childNamed(root, 'p:cSld'), 'p:bg')
  const fill = childNamed(childNamed(ground, 'p:bgPr'), 'a:solidFill') ?? childNamed(ground, 'p:bgRef')
  return ground ? [{ color: colorIn(fill, colors) }] : []
}
