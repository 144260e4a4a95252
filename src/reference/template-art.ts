import type { Box } from '../layout/types.ts'
import { derived } from '../memory/derived.ts'
import { childElements, childNamed, type XmlElement } from '../opc/xml.ts'
import { contrast } from '../theme/check-contrast.ts'
import { colorIn, type DrawnShapes, drawShape, type Ground, joinMarks, type ShapeDrawing } from './template-shapes.ts'
import type { ReferenceColors, ReferenceLayout, Slot, TemplateDeck } from './types.ts'

/** A layout's decoration as an SVG in points: background, shapes, groups and pictures, also of its master. */
export function templateArt(
  template: TemplateDeck,
  layout: ReferenceLayout,
  setWords: ShapeDrawing['setWords'],
): DrawnShapes {
  const { opened, width, height, colors } = template
  const master = opened.related(layout.part, 'slideMaster')[0]
  const own = opened.xml(layout.part)
  const inherited = own?.attributes.showMasterSp === '0' ? undefined : master
  const parts = [inherited, layout.part].filter((part) => part !== undefined)
  const ground = [layout.part, master].flatMap((part) => getGround(opened.xml(part ?? ''), colors))[0]
  const page: Ground = { box: { x: 0, y: 0, width, height }, color: ground ? ground.color : colors.bg1 }
  const drawn = parts.flatMap((part) => {
    const tree = childNamed(childNamed(opened.xml(part), 'p:cSld'), 'p:spTree')
    return childElements(tree).map((shape) => drawShape(shape, { part, opened, colors, setWords }))
  })
  const { svg: marks, leftOut, grounds } = joinMarks(drawn)
  const isPlain = page.color === undefined || (page.color === colors.bg1 && marks === '')
  const paper = isPlain ? '' : `<rect width="${width}" height="${height}" fill="${page.color}"/>`
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const svg = marks === '' && isPlain ? '' : `<svg ${names} ${size}>${paper}${marks}</svg>`
  return { svg, leftOut: leftOut + (page.color === undefined ? 1 : 0), grounds: [page, ...grounds] }
}

/** The grounds of each layout of a template. */
export const templateGrounds = derived((template: TemplateDeck) =>
  derived((layout: ReferenceLayout): readonly Ground[] => templateArt(template, layout, () => '').grounds),
)

/**
 * The colour below a box's middle; on a picture, white or black as the template's words are dark or light.
 * Undefined where nothing tells.
 */
export function groundAt({ x, y, width, height }: Box, grounds: readonly Ground[], slot?: Slot): string | undefined {
  if (slot?.fill !== undefined) return slot.fill
  const [across, down] = [x + width / 2, y + height / 2]
  const ground = grounds.findLast(
    ({ box }) => across >= box.x && across <= box.x + box.width && down >= box.y && down <= box.y + box.height,
  )
  const words = slot?.levels[0]?.color
  if (!ground || ground.color !== undefined || words === undefined) return ground?.color
  return contrast(words, '#ffffff') < lightest ? unknownDark : '#ffffff'
}

/** What is taken for a dark ground that nobody can tell: a picture may be as light as this under white words. */
const unknownDark = '#595959'

/** Words with less contrast to white than this are made for dark grounds. */
const lightest = 2

/** A part's background, where it has one of its own: in no colour that could be told where it is a picture. */
export function getGround(root: XmlElement | undefined, colors: ReferenceColors): Pick<Ground, 'color'>[] {
  const ground = childNamed(childNamed(root, 'p:cSld'), 'p:bg')
  const fill = childNamed(childNamed(ground, 'p:bgPr'), 'a:solidFill') ?? childNamed(ground, 'p:bgRef')
  return ground ? [{ color: colorIn(fill, colors) }] : []
}
