import type { FoundPicture } from '../trust/verify/read/found-document.ts'

/** More than the dictionary of a picture takes, in bytes. */
const longest = 20_000

/** The pictures that a PDF holds, by the dictionaries of their streams, which no PDF packs or encrypts; masks of others are none. */
export function pdfPictures(bytes: Uint8Array): FoundPicture[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const found = [...file.matchAll(/\/Subtype\s*\/Image\b/g)].map(({ index }) => {
    const begin = file.lastIndexOf(' obj', index)
    const end = file.indexOf('stream', index)
    const dictionary = index - begin < longest && end - index < longest ? file.slice(begin, end) : ''
    return { id: /\d+(?= \d+$)/.exec(file.slice(Math.max(0, begin - 20), begin))?.[0], dictionary }
  })
  const masks = new Set(
    found.flatMap(({ dictionary }) => [...dictionary.matchAll(/\/S?Mask (\d+) \d+ R/g)].map(([, id]) => id)),
  )
  const getNumber = (dictionary: string, name: string) =>
    Number(new RegExp(`/${name} (\\d+)`).exec(dictionary)?.[1] ?? 0)
  return found
    .filter(({ id }) => !masks.has(id))
    .map(({ dictionary }, index) => ({
      number: index + 1,
      item: 'Picture',
      width: getNumber(dictionary, 'Width'),
      height: getNumber(dictionary, 'Height'),
    }))
}
