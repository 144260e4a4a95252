import { derived } from '../memory/derived.ts'
import { noMemory } from '../memory/memory.ts'
import { type Opening, openArchive } from './open-archive.ts'
import type { Part, Relation } from './package.ts'
import { parseXml, type XmlSpans } from './parse-xml.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { childElements, type XmlElement } from './xml.ts'

/**
 * An Open XML package whose parts are unpacked on demand; what it declares may be untrue.
 * Names are absolute: `/ppt/slides/slide1.xml`.
 */
export interface OpenedPackage {
  names: readonly string[]
  bytes(name: string | undefined): Uint8Array | undefined
  /** Throws UnreadableFile for a part that is not well formed. */
  xml(name: string | undefined): XmlElement | undefined
  /** As the package declares it; undefined where it does not. */
  contentType(name: string): string | undefined
  /** What a part refers to; `/` for the package itself. Internal targets are absolute. */
  relations(name: string | undefined): readonly Relation[]
  /** The parts related by a type that ends so: strict and transitional files name types differently. */
  related(name: string | undefined, type: string): string[]
  /** The part that a part refers to by the id of a relation, as its elements name it: `r:id`, `r:embed`. */
  target(name: string, id: string | undefined): string | undefined
}

/**
 * Opens a package; `spans` receives where each element of each part is. Throws UnreadableFile as openArchive does.
 * A part also throws it where all parts read by then exceed memory.
 */
export function openPackage(archive: Uint8Array, opening: Opening & { spans?: XmlSpans } = {}): OpenedPackage {
  const { memory = noMemory } = opening
  const files = new Map(
    [...openArchive(archive, opening)].map(([name, unpack]) => [`/${name.replace(/^\//, '')}`, unpack]),
  )
  const bytes = (name = '') => files.get(name)?.()
  const read = createXmlReader(opening)
  const xml = (name = '') => {
    const content = bytes(name)
    return content && memory.remember('read XML', [content], () => read(name, content))
  }
  // Needed for each kind of part that a slide refers to, and small; trees of whole parts would be too large.
  const known = new Map<string, readonly Relation[]>()
  const relations = (name = ''): readonly Relation[] => {
    const found = known.get(name) ?? readRelations(name)
    known.set(name, found)
    return found
  }
  const readRelations = (name: string): Relation[] => {
    const [folder, file] = [name.slice(0, name.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1)]
    return childElements(xml(`${folder}_rels/${file}.rels`)).map(toRelation(folder))
  }
  let types: readonly XmlElement[] | undefined
  const contentType = (name: string) => {
    types ??= childElements(xml('/[Content_Types].xml'))
    return getContentType(name, types)
  }
  return { names: [...files.keys()], bytes, xml, contentType, relations, ...referring(relations) }
}

/** The package that parts make, as a reader would find it. */
export function openParts(parts: readonly Part[], roots: readonly Relation[]): OpenedPackage {
  const byName = new Map(parts.map((part) => [part.name, part]))
  const content = (name = '') => byName.get(name)?.content
  const relations = (name = '') => (name === '/' ? roots : (byName.get(name)?.relations ?? []))
  return {
    names: [...byName.keys()],
    bytes: (name) => {
      const found = content(name)
      return found instanceof Uint8Array ? found : undefined
    },
    xml: (name) => {
      const found = content(name)
      return found instanceof Uint8Array ? undefined : found
    },
    contentType: (name) => byName.get(name)?.contentType,
    relations,
    ...referring(relations),
  }
}

/** All parts of a package, those of XML read. Throws UnreadableFile for one that is not well formed. */
export function readParts(opened: OpenedPackage): Part[] {
  const names = opened.names.filter((name) => name !== '/[Content_Types].xml' && !name.endsWith('.rels'))
  return names.map((name) => ({
    name,
    contentType: opened.contentType(name) ?? '',
    content: (name.endsWith('.xml') ? opened.xml(name) : opened.bytes(name)) ?? new Uint8Array(),
    relations: opened.relations(name),
  }))
}

function referring(relations: OpenedPackage['relations']): Pick<OpenedPackage, 'related' | 'target'> {
  return {
    related: (name, type) =>
      relations(name)
        .filter((relation) => !relation.external && relation.type.endsWith(`/${type}`))
        .map(({ target }) => target),
    target: (name, id = '') => targets(relations(name)).get(id),
  }
}

const targets = derived(
  (relations: readonly Relation[]): ReadonlyMap<string, string> =>
    new Map(relations.map(({ id, target }) => [id, target])),
)

/** Of the part itself, else of its ending. */
function getContentType(name: string, types: readonly XmlElement[]): string | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const own = types.find(({ attributes }) => attributes.PartName === name)
  const usual = types.find(({ attributes }) => attributes.Extension?.toLowerCase() === ending)
  return (own ?? usual)?.attributes.ContentType
}

/** Reads a `Relationship` of a part in a folder. */
function toRelation(folder: string): (relationship: XmlElement) => Relation {
  return ({ attributes }) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attributes
    const external = TargetMode === 'External'
    return { id: Id, type: Type, target: external ? Target : resolveName(folder, Target), external }
  }
}

/** `../media/image1.png` seen from `/ppt/slides/`: `/ppt/media/image1.png`. */
function resolveName(folder: string, target: string): string {
  const parts = (target.startsWith('/') ? target : `${folder}${target}`).split('/')
  const resolved: string[] = []
  for (const part of parts) {
    if (part === '..') resolved.pop()
    else if (part !== '.' && part !== '') resolved.push(part)
  }
  return `/${resolved.join('/')}`
}

/**
 * A deck of 1,000 slides and 500 charts has 840,000, one of 10,000 slides with notes 2.5 million.
 * As a tree each takes some 300 bytes, however short it is.
 */
const mostTags = 3_000_000

/**
 * Reads one package's parts.
 * Throws UnreadableFile if one is not well formed, or all have too many tags, unless they are our own.
 */
function createXmlReader({ isOurs, spans }: { isOurs?: boolean; spans?: XmlSpans } = {}) {
  let tags = 0
  return (name: string, part: Uint8Array): XmlElement => {
    for (let at = part.indexOf(lessThan); at >= 0; at = part.indexOf(lessThan, at + 1)) tags += 1
    if (tags > mostTags && !isOurs) throw new UnreadableFile(`holds more than ${mostTags / 1e6} million tags of XML`)
    try {
      return parseXml(Buffer.from(part).toString('utf8'), spans, name)
    } catch (error) {
      throw new UnreadableFile(`damaged: ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

const lessThan = 0x3c
