import { parseXml, type XmlSpans } from './parse-xml.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { XmlElement } from './xml.ts'

/** A deck of a thousand slides and five hundred charts has 840,000, one of ten thousand slides with notes 2.5 million. As a tree each takes some 300 bytes, however short it is. */
const mostTags = 3_000_000

/** Reads the parts of one package. Throws UnreadableFile for one that is not well formed, and where the tags of all are more than a report's, unless they are our own. */
export function createXmlReader({ isOurs, spans }: { isOurs?: boolean; spans?: XmlSpans } = {}) {
  let tags = 0
  return (name: string, part: Uint8Array): XmlElement => {
    for (let at = part.indexOf(lessThan); at >= 0; at = part.indexOf(lessThan, at + 1)) tags += 1
    if (tags > mostTags && !isOurs) throw new UnreadableFile(`holds more than ${mostTags / 1e6} million tags of XML`)
    try {
      return parseXml(Buffer.from(part).toString('utf8'), spans)
    } catch (error) {
      throw new UnreadableFile(`damaged: ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

const lessThan = 0x3c
