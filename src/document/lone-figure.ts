import type { FigureInline, Inline } from './types.ts'

/** The number that a cell holds and nothing beside, in bold or italics too. */
export function loneFigure([only, ...others]: readonly Inline[]): FigureInline | undefined {
  if (!only || others.length > 0) return undefined
  if (only.type === 'figure') return only
  return only.type === 'strong' || only.type === 'emphasis' ? loneFigure(only.children) : undefined
}
