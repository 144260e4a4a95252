import { createHash } from 'node:crypto'
import { makePart, type Part } from '../../opc/package.ts'

/** The pictures of a package, each stored once however often it is shown (pptxgenjs stores it anew each time). */
export type Media = ReturnType<typeof createMedia>

/** Names that are taken are not given again. */
export function createMedia(taken: ReadonlySet<string>) {
  const byContent = new Map<string, Part>()
  return {
    /** The name of the part that holds these bytes. */
    add(content: Uint8Array, kind: 'png' | 'jpeg' | 'svg'): string {
      const key = createHash('sha1').update(content).digest('hex')
      const known = byContent.get(key)
      if (known) return known.name
      let number = byContent.size + 1
      while (taken.has(`/ppt/media/image${number}.${kind}`)) number += taken.size
      const name = `/ppt/media/image${number}.${kind}`
      byContent.set(key, makePart(kind, name, content))
      return name
    },
    list: (): Part[] => [...byContent.values()],
  }
}
