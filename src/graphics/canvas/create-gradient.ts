import type { Gradient } from '../types.ts'

/** A gradient that a painter understands, with its stops. */
export function createGradient(
  kind: Gradient['kind'],
  ends: Pick<Gradient, 'x1' | 'y1' | 'r1' | 'x2' | 'y2' | 'r2'>,
  given: readonly { offset: number; color: string }[] = [],
): Gradient {
  const stops = [...given]
  return { kind, ...ends, stops, addColorStop: (offset, color) => void stops.push({ offset, color }) }
}
