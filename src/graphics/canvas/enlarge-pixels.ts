import type { Pixels } from '../png.ts'

/** The same picture with `factor` times as many pixels each way, its colours running from the middle of one of the old pixels to the next (bilinear). */
export function enlargePixels({ width, height, data }: Pixels, factor: number): Pixels {
  const large = { width: width * factor, height: height * factor }
  const enlarged = new Uint8Array(large.width * large.height * 4)
  const columns = Array.from({ length: large.width }, (_, x) => between(x, factor, width))
  for (let y = 0, to = 0; y < large.height; y++) {
    const row = between(y, factor, height)
    for (const column of columns) {
      const sum = [0, 0, 0]
      let opacity = 0
      for (const [at, share] of corners(row, column, width)) {
        const weight = share * (data[at * 4 + 3] ?? 0)
        opacity += weight
        for (let channel = 0; channel < 3; channel++)
          sum[channel] = (sum[channel] ?? 0) + weight * (data[at * 4 + channel] ?? 0)
      }
      // What is clear has no colour to give.
      for (let channel = 0; channel < 3; channel++) enlarged[to++] = Math.round((sum[channel] ?? 0) / (opacity || 1))
      enlarged[to++] = Math.round(opacity)
    }
  }
  return { ...large, data: enlarged }
}

/** Between which two of `count` old pixels a new one lies, and how near the second. */
function between(place: number, factor: number, count: number): { low: number; high: number; share: number } {
  const at = Math.max(0, Math.min(count - 1, (place + 0.5) / factor - 0.5))
  const low = Math.floor(at)
  return { low, high: Math.min(count - 1, low + 1), share: at - low }
}

type Between = ReturnType<typeof between>

function corners(row: Between, column: Between, width: number): [at: number, share: number][] {
  return [
    [row.low * width + column.low, (1 - row.share) * (1 - column.share)],
    [row.low * width + column.high, (1 - row.share) * column.share],
    [row.high * width + column.low, row.share * (1 - column.share)],
    [row.high * width + column.high, row.share * column.share],
  ]
}
