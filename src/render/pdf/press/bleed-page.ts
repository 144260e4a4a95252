import type { Box, Item, Page } from '../../../layout/types.ts'

/** A page whose panels and pictures that reach its edges are printed beyond them. */
export function bleedPage(page: Page, bleed: number): Page {
  return { ...page, items: page.items.map((item) => bleedItem(item, page, bleed)) }
}

function bleedItem(item: Item, page: Page, bleed: number): Item {
  if (item.type !== 'rect' && item.type !== 'picture') return item
  const box = beyondEdges(item.box, page, bleed)
  if (item.type === 'rect' || box === item.box) return { ...item, box }
  return { ...item, box, whole: covering(item.whole, box) }
}

/** A box with its sides on the page's edges moved outwards. */
function beyondEdges(box: Box, { width, height }: Page, bleed: number): Box {
  const isAt = (place: number, edge: number) => Math.abs(place - edge) < 0.5
  const left = isAt(box.x, 0) ? bleed : 0
  const top = isAt(box.y, 0) ? bleed : 0
  const right = isAt(box.x + box.width, width) ? bleed : 0
  const bottom = isAt(box.y + box.height, height) ? bleed : 0
  if (left + top + right + bottom === 0) return box
  return { x: box.x - left, y: box.y - top, width: box.width + left + right, height: box.height + top + bottom }
}

/** A picture about its own middle so large that it covers a box. */
function covering(whole: Box, box: Box): Box {
  const [cx, cy] = [whole.x + whole.width / 2, whole.y + whole.height / 2]
  const across = Math.max(cx - box.x, box.x + box.width - cx) / (whole.width / 2)
  const down = Math.max(cy - box.y, box.y + box.height - cy) / (whole.height / 2)
  const scale = Math.max(1, across, down)
  const [width, height] = [whole.width * scale, whole.height * scale]
  return { x: cx - width / 2, y: cy - height / 2, width, height }
}
