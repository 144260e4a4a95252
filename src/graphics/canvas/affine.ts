/** An affine map: x′ = a x + c y + e, y′ = b x + d y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The map that first does `inner`, then `outer`. */
export function composeMaps([a, b, c, d, e, f]: Affine, [a2, b2, c2, d2, e2, f2]: Affine): Affine {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f]
}

/** Where a point goes. */
export function apply([a, b, c, d, e, f]: Affine, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** How much lengths grow: exact where both axes grow alike, the mean where they do not. */
export function lengthScale([a, b, c, d]: Affine): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

/** Whether the map neither turns, slants nor mirrors. */
export function isUpright([a, b, c, d]: Affine): boolean {
  return b === 0 && c === 0 && a > 0 && a === d
}
