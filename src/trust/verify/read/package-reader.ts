import { noMemory } from '../../../memory/memory.ts'
import { type Opening, openArchive } from '../../../opc/open-archive.ts'
import { toRelation } from '../../../opc/open-package.ts'
import type { Part, Relation } from '../../../opc/package.ts'
import type { XmlSpans } from '../../../opc/parse-xml.ts'
import { childElements, type XmlElement } from '../../../opc/xml.ts'
import { createXmlReader } from '../../../opc/xml-reader.ts'

/** An Open XML package, of which a part is unpacked and read when it is asked for. Names are absolute: `/ppt/slides/slide1.xml`. */
export interface PackageReader {
  names: readonly string[]
  bytes(name: string): Uint8Array | undefined
  /** Throws UnreadableFile for a part that is not well formed. */
  xml(name: string): XmlElement | undefined
  /** What a part refers to; `/` for the package itself. Targets are absolute. */
  relations(name: string): readonly Relation[]
  /** The parts that a part refers to by a relation whose type ends so; strict and transitional files name types differently. */
  related(name: string, type: string): string[]
}

/** Opens a package; `spans` takes where each element of each part stands. Throws UnreadableFile where openArchive does, and a part where all that are read by then are more than memory holds. */
export function openReader(archive: Uint8Array, opening: Opening & { spans?: XmlSpans } = {}): PackageReader {
  const { memory = noMemory } = opening
  const files = new Map(
    [...openArchive(archive, opening)].map(([name, unpack]) => [`/${name.replace(/^\//, '')}`, unpack]),
  )
  const bytes = (name: string) => files.get(name)?.()
  const read = createXmlReader(opening)
  const xml = (name: string) => {
    const content = bytes(name)
    return content && memory.remember('read XML', [content], () => read(name, content))
  }
  // They are asked for at each kind of part that a slide refers to, and are small; trees of whole parts would be too much to keep.
  const known = new Map<string, readonly Relation[]>()
  const relations = (name: string): readonly Relation[] => {
    const found = known.get(name) ?? readRelations(name)
    known.set(name, found)
    return found
  }
  const readRelations = (name: string): Relation[] => {
    const [folder, file] = [name.slice(0, name.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1)]
    return childElements(xml(`${folder}_rels/${file}.rels`)).map(toRelation(folder))
  }
  return { names: [...files.keys()], bytes, xml, relations, related: relatedBy(relations) }
}

/** The package that parts will make, as a reader would find it. */
export function getReader(parts: readonly Part[], roots: readonly Relation[]): PackageReader {
  const byName = new Map(parts.map((part) => [part.name, part]))
  const content = (name: string) => byName.get(name)?.content
  const relations = (name: string) => (name === '/' ? roots : (byName.get(name)?.relations ?? []))
  return {
    names: ['/[Content_Types].xml', ...byName.keys()],
    bytes: (name) => {
      const found = content(name)
      return found instanceof Uint8Array ? found : undefined
    },
    xml: (name) => {
      const found = content(name)
      return found instanceof Uint8Array ? undefined : found
    },
    relations,
    related: relatedBy(relations),
  }
}

function relatedBy(relations: PackageReader['relations']): PackageReader['related'] {
  return (name, type) =>
    relations(name)
      .filter((relation) => !relation.external && relation.type.endsWith(`/${type}`))
      .map(({ target }) => target)
}
