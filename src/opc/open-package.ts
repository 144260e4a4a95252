import type { Part, Relation } from './package.ts'
import { childElements, type XmlElement } from './xml.ts'
import { createXmlReader } from './xml-reader.ts'
import { readZip } from './zip.ts'

/** A package as it stands in its archive; what it declares need not be true. Names are absolute: `/ppt/slides/slide1.xml`. */
export interface OpenedPackage {
  files: ReadonlyMap<string, Uint8Array>
  /** The parts that are XML, relations and content types included. */
  xml: ReadonlyMap<string, XmlElement>
  /** Content types by the extension of a name, in lower case, and by name. */
  defaults: ReadonlyMap<string, string>
  overrides: ReadonlyMap<string, string>
  /** By the name of the part that they start from; `/` for the package's own. Internal targets are absolute. */
  relations: ReadonlyMap<string, readonly Relation[]>
}

/** Opens a package. Throws UnreadableFile where openArchive does, where its XML is more than memory holds, and where it is not well formed. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const files = new Map([...readZip(bytes)].map(([name, content]) => [`/${name}`, content]))
  const read = createXmlReader()
  const parts = [...files].filter(([name]) => /\.(xml|rels)$/.test(name))
  const xml = new Map(parts.map(([name, content]) => [name, read(name, content)]))
  const types = childElements(xml.get('/[Content_Types].xml'))
  return { files, xml, ...readContentTypes(types), relations: readAllRelations(xml) }
}

/** The package that parts will make, without writing and reading it: its XML is well formed, and what it declares is true. */
export function openParts(parts: readonly Part[], roots: readonly Relation[]): OpenedPackage {
  const nothing = new Uint8Array()
  return {
    files: new Map(parts.map(({ name, content }) => [name, content instanceof Uint8Array ? content : nothing])),
    xml: new Map(parts.flatMap(({ name, content }) => (content instanceof Uint8Array ? [] : [[name, content]]))),
    defaults: new Map(),
    overrides: new Map(parts.map(({ name, contentType }) => [name, contentType])),
    relations: new Map([['/', roots], ...parts.map(({ name, relations }) => [name, relations] as const)]),
  }
}

function readContentTypes(types: readonly XmlElement[]): Pick<OpenedPackage, 'defaults' | 'overrides'> {
  const read = (kind: string, key: string): [string, string][] =>
    types
      .filter(({ name }) => name === kind)
      .map(({ attributes }) => [attributes[key] ?? '', attributes.ContentType ?? ''])
  const defaults = read('Default', 'Extension').map(([extension, type]): [string, string] => [
    extension.toLowerCase(),
    type,
  ])
  return { defaults: new Map(defaults), overrides: new Map(read('Override', 'PartName')) }
}

function readAllRelations(xml: ReadonlyMap<string, XmlElement>): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>()
  for (const [name, root] of xml) {
    const source = /^(.*\/)_rels\/([^/]*)\.rels$/.exec(name)
    if (source) relations.set(`${source[1]}${source[2]}`, childElements(root).map(toRelation(source[1] ?? '/')))
  }
  return relations
}

/** Reads a `Relationship` of a part in a folder. */
export function toRelation(folder: string): (relationship: XmlElement) => Relation {
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

/** The content type that is declared for a part. */
export function getContentType(name: string, { defaults, overrides }: OpenedPackage): string | undefined {
  return overrides.get(name) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}
