/**
 * How much two pictures of one chart differ. Both are drawn several times as large and brought down by mixing, for programs snap thin shapes to pixels.
 * A pixel differs where no pixel of the other picture, at most one away, has nearly its colour, in either direction; the measure is the number of those as a part of
 * all that is not background in either picture. So it is blind to a shift by a pixel, and sees what is missing, added, of another colour, or elsewhere.
 */

/** Of 255, in each channel: letters have other edges in each program. */
const nearly = 64

/** A picture brought down by mixing `factor` × `factor` pixels into one. Pixels are RGBA, or RGB with `channels` 3. */
export function bringDown({ width, height, data, channels = 4 }, factor) {
  const small = { width: Math.floor(width / factor), height: Math.floor(height / factor) }
  const mixed = new Float32Array(small.width * small.height * 3)
  const area = factor * factor
  for (let to = 0; to < mixed.length; to++) {
    const [pixel, channel] = [Math.floor(to / 3), to % 3]
    const [x, y] = [(pixel % small.width) * factor, Math.floor(pixel / small.width) * factor]
    let sum = 0
    for (let row = y; row < y + factor; row++) {
      const start = (row * width + x) * channels + channel
      for (let from = start; from < start + factor * channels; from += channels) sum += data[from]
    }
    mixed[to] = sum / area
  }
  return { ...small, data: mixed }
}

/** The part of the pixels drawn that differ, from 0 to 1, and which they are. Pictures of other sizes differ in all. */
export function difference(one, other) {
  const { width, height } = one
  if (Math.abs(width - other.width) > 1 || Math.abs(height - other.height) > 1) return { share: 1, differing: [] }
  const size = { width: Math.min(width, other.width), height: Math.min(height, other.height) }
  const ground = [one.data[0], one.data[1], one.data[2]]
  const differing = []
  let drawn = 0
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      if (isGround(one, x, y, ground) && isGround(other, x, y, ground)) continue
      drawn++
      if (!hasNear(one, other, x, y, size) || !hasNear(other, one, x, y, size)) differing.push([x, y])
    }
  }
  return { share: drawn === 0 ? 0 : differing.length / drawn, differing }
}

function isGround(picture, x, y, ground) {
  const at = (y * picture.width + x) * 3
  return ground.every((value, channel) => Math.abs(picture.data[at + channel] - value) < 8)
}

/** Whether the second picture has the colour of the first one's pixel there, or one away. */
function hasNear(one, other, x, y, { width, height }) {
  const at = (y * one.width + x) * 3
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      const there = (row * other.width + column) * 3
      if (
        Math.abs(one.data[at] - other.data[there]) <= nearly &&
        Math.abs(one.data[at + 1] - other.data[there + 1]) <= nearly &&
        Math.abs(one.data[at + 2] - other.data[there + 2]) <= nearly
      )
        return true
    }
  }
  return false
}
