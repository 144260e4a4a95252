/** A label among others: where it would stand, in points from the foot of the plot, its lines, and the room of each. */
export interface ClearLabel {
  stands: number
  lines: number
  leading: number
}

/**
 * How far a label is moved down to stand clear of the others, all of them within so many points and as close to their
 * places, by least squares, as can be:
 * those that would lie on each other share what they are moved by.
 */
export function clearOf(label: ClearLabel, labels: readonly ClearLabel[], room: number): number {
  const blocks: { sum: number; count: number }[] = []
  const order = labels.toSorted((one, other) => one.stands - other.stands)
  let below = 0
  const middles = order.map(({ lines, leading }) => {
    below += lines * leading
    return below - (lines * leading) / 2
  })
  for (const [index, { stands }] of order.entries()) {
    let block = { sum: stands - (middles[index] ?? 0), count: 1 }
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count }
      blocks.pop()
    }
    blocks.push(block)
  }
  const moved = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count))
  const index = order.indexOf(label)
  const foot = Math.max(0, Math.min(moved[index] ?? 0, room - below))
  return label.stands - foot - (middles[index] ?? 0)
}
