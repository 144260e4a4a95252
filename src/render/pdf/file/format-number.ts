/** A number as PDF syntax, to a thousandth of a point, without an exponent. Throws for what is no number. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number that a PDF can hold: ${value}`)
  return String(Math.round(value * 1000) / 1000 || 0)
}
