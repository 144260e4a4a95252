import { UnreadableFile } from './unreadable-file.ts'

/** A deck of a thousand slides and five hundred charts has 840,000. As a tree each takes some 300 bytes, however short it is. */
const mostTags = 2_000_000

/** Counts the tags of the parts that are read of one package; throws UnreadableFile where they are more than a report's. */
export function createTagLimit(): (part: Uint8Array) => void {
  let tags = 0
  return (part) => {
    for (let at = part.indexOf(lessThan); at >= 0; at = part.indexOf(lessThan, at + 1)) tags += 1
    if (tags > mostTags) throw new UnreadableFile(`holds more than ${mostTags / 1e6} million tags of XML`)
  }
}

const lessThan = 0x3c
