import type { Item, Role, TextItem } from '../types.ts'

/** Joins consecutive text items of one column, so that one text has one text box; nested lists are included. */
export function mergeText(items: readonly Item[], role: Role): Item[] {
  const merged: Item[] = []
  for (const item of items) {
    const last = merged.at(-1)
    if (item.type === 'text' && last?.type === 'text' && canMerge(last, item))
      merged[merged.length - 1] = joinText(last, item)
    else merged.push(item.type === 'text' && item.role === 'body' ? { ...item, role } : item)
  }
  return merged
}

function canMerge(above: TextItem, below: TextItem): boolean {
  const isInside = below.box.x > above.box.x - 0.01 && Math.abs(rightEdge(above) - rightEdge(below)) < 0.01
  return isInside && isFlowing(above) && isFlowing(below) && below.box.y >= above.box.y
}

const rightEdge = ({ box }: TextItem): number => box.x + box.width

const isFlowing = ({ role }: TextItem): boolean => role === 'body' || role === 'source'

function joinText(above: TextItem, below: TextItem): TextItem {
  const gap = below.box.y - above.box.y - above.box.height
  const [first, ...rest] = below.paragraphs
  return {
    ...above,
    box: { ...above.box, height: below.box.y + below.box.height - above.box.y },
    paragraphs: [...above.paragraphs, ...(first ? [{ ...first, spaceBefore: gap }, ...rest] : [])],
  }
}
