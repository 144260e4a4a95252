import type { Item, Role, TextItem } from './types.ts'

/** Text items that follow each other in one column as one item, so that a slide has one text box for one text. */
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
  const aligned = Math.abs(above.box.x - below.box.x) < 0.01 && Math.abs(above.box.width - below.box.width) < 0.01
  return aligned && isFlowing(above) && isFlowing(below) && below.box.y >= above.box.y
}

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
