import { emu } from '../../opc/shape-box.ts'

/** Points as English Metric Units, the whole numbers in which PowerPoint measures: 12,700 to a point. */
export function toEmu(points: number): number {
  return Math.round(points * emu)
}

/** Points as the hundredths in which PowerPoint gives sizes of type and spaces between lines. */
export function toHundredths(points: number): number {
  return Math.round(points * 100)
}
