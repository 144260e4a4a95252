import type { Box, RectItem } from './types.ts'

/** A rectangle or a rule that only the eye sees: an artifact. */
export function rectItem(name: string, box: Box, look: Pick<RectItem, 'fill' | 'stroke'>): RectItem {
  return { type: 'rect', name, role: 'artifact', box, ...look }
}
