import { placedItems, type SceneItem, type SceneMark } from '../../draw/scene/scene.ts'
import type { ChartLink } from '../../types.ts'

/**
 * The marks of a scene that link to an address; neighbours with equal addresses stay apart, each being a mark.
 * `origin` is the root's place in the drawing.
 */
export function sceneLinks(root: SceneMark, origin: readonly [number, number]): ChartLink[] {
  return placedItems(root, origin).flatMap(({ item, x, y }) => {
    const { href, bounds } = item
    if (!href || !bounds) return []
    const [width, height] = [bounds.x2 - bounds.x1, bounds.y2 - bounds.y1]
    return [{ href, text: getWords(item, href), box: { x: bounds.x1 + x, y: bounds.y1 + y, width, height } }]
  })
}

/** The same link in a drawing of another scale. */
export function scaleLink(link: ChartLink, scale: number): ChartLink {
  const { x, y, width, height } = link.box
  return { ...link, box: { x: x * scale, y: y * scale, width: width * scale, height: height * scale } }
}

/** What a link is about: the mark's words, else its description, else where it leads. */
function getWords({ text, description }: SceneItem, href: string): string {
  const said = [text].flat().join(' ').trim()
  return said || description || href
}
