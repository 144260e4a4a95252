const cells = /<a:tc[ >].*?<\/a:tc>/gs

/** What is as large as a build makes it in a cell: type, lines, margins. */
const sizes = [
  /\ssz="\d+"/g,
  /<a:spcPts val="\d+"\/>/g,
  ...['L', 'R', 'T', 'B'].map((side) => new RegExp(`\\smar${side}="\\d+"`, 'g')),
]

/** The largest type in rows, in hundredths of a point. */
export function largestType(rows: readonly string[]): number {
  return Math.max(0, ...rows.flatMap((row) => [...row.matchAll(/\ssz="(\d+)"/g)].map(([, size]) => Number(size))))
}

/** A row as high, and its cells in such type and margins, as another. */
export function inSizesOf(row: string, model: string): string {
  const models = model.match(cells) ?? []
  const [height] = /\sh="\d+"/.exec(model) ?? []
  let at = -1
  const sized = row.replace(cells, (cell) => {
    at += 1
    return sizes.reduce((xml, size) => {
      const [own] = models[at]?.match(size) ?? []
      return own ? xml.replace(size, own) : xml
    }, cell)
  })
  return height ? sized.replace(/\sh="\d+"/, height) : sized
}
