import { derived } from '../memory/derived.ts'
import { element, toXml, type XmlElement } from './xml.ts'

/** From a part to another (its absolute name), or to an address outside the package. */
export interface Relation {
  id: string
  type: string
  target: string
  external?: boolean | undefined
}

/** A file of an Open Packaging Conventions package (ECMA-376 part 2), with what it refers to. */
export interface Part {
  /** Absolute: `/ppt/slides/slide1.xml`. */
  name: string
  contentType: string
  content: XmlElement | Uint8Array
  relations: readonly Relation[]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The types of relations that a deck has. */
export const relationTypes = {
  presentation: `${office}/officeDocument`,
  coreProperties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  extendedProperties: `${office}/extended-properties`,
  slideMaster: `${office}/slideMaster`,
  slideLayout: `${office}/slideLayout`,
  slide: `${office}/slide`,
  notesMaster: `${office}/notesMaster`,
  notesSlide: `${office}/notesSlide`,
  theme: `${office}/theme`,
  presentationProperties: `${office}/presProps`,
  tableStyles: `${office}/tableStyles`,
  image: `${office}/image`,
  hyperlink: `${office}/hyperlink`,
  chart: `${office}/chart`,
  chartShapes: `${office}/chartUserShapes`,
  /** A chart's workbook. */
  package: `${office}/package`,
  customXml: `${office}/customXml`,
  customXmlProperties: `${office}/customXmlProps`,
  comments: `${office}/comments`,
  commentAuthors: `${office}/commentAuthors`,
  /** PowerPoint's newer comments, and who writes them. */
  threadedComments: 'http://schemas.microsoft.com/office/2018/10/relationships/comments',
  authors: 'http://schemas.microsoft.com/office/2018/10/relationships/authors',
} as const

const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml'

/** The content types of a deck's parts. */
export const contentTypes = {
  presentation: `${presentationType}.presentation.main+xml`,
  slideMaster: `${presentationType}.slideMaster+xml`,
  slideLayout: `${presentationType}.slideLayout+xml`,
  slide: `${presentationType}.slide+xml`,
  notesMaster: `${presentationType}.notesMaster+xml`,
  notesSlide: `${presentationType}.notesSlide+xml`,
  presentationProperties: `${presentationType}.presProps+xml`,
  tableStyles: `${presentationType}.tableStyles+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
  extendedProperties: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  chartShapes: 'application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml',
  customXml: 'application/xml',
  customXmlProperties: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  comments: `${presentationType}.comments+xml`,
  commentAuthors: `${presentationType}.commentAuthors+xml`,
  threadedComments: 'application/vnd.ms-powerpoint.comments+xml',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A part of a deck, which by default refers to no other. */
export function makePart(
  kind: keyof typeof contentTypes,
  name: string,
  content: Part['content'],
  relations: Part['relations'] = [],
): Part {
  return { name, contentType: contentTypes[kind], content, relations }
}

/** Names relations in the order in which they are asked for; one that is asked for again keeps its id. */
export interface Relations {
  /** The relation's id: `rId3`. */
  add(type: string, target: string, external?: boolean): string
  list(): Relation[]
}

export function createRelations(): Relations {
  const byKey = new Map<string, Relation>()
  return {
    add(type, target, external) {
      const key = `${type} ${target}`
      const relation = byKey.get(key) ?? { id: `rId${byKey.size + 1}`, type, target, external }
      byKey.set(key, relation)
      return relation.id
    },
    list: () => [...byKey.values()],
  }
}

/**
 * The files of a package by name, without the slash that absolute names begin with. What it declares is taken from the
 * parts that
 * there are, so that no content type names a part that does not exist (pptxgenjs issue 1444: one slide master declared
 * for each
 * slide), and no relation is left behind.
 */
export function packageFiles(parts: readonly Part[], roots: readonly Relation[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const add = (name: string, content: XmlElement | Uint8Array): void => {
    files.set(name.slice(1), content instanceof Uint8Array ? content : toBytes(content))
  }
  add('/[Content_Types].xml', contentTypesElement(parts))
  add('/_rels/.rels', relationsElement(roots, '/'))
  for (const part of parts) {
    add(part.name, part.content)
    if (part.relations.length > 0) add(part.name.replace(/([^/]*)$/, '_rels/$1.rels'), getRelations(part))
  }
  return files
}

/** By element: a part that stays the same from build to build is written once. */
const toBytes = derived((content: XmlElement): Uint8Array => Buffer.from(toXml(content), 'utf8'))
const getRelations = derived(({ relations, name }: Part) => relationsElement(relations, name))

function contentTypesElement(parts: readonly Part[]): XmlElement {
  const defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ])
  for (const { name, contentType, content } of parts) {
    if (content instanceof Uint8Array) defaults.set(extension(name), contentType)
  }
  const overrides = parts.filter(({ name, contentType }) => defaults.get(extension(name)) !== contentType)
  return element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    ...[...defaults].map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
    ...overrides.map(({ name, contentType }) => element('Override', { PartName: name, ContentType: contentType })),
  ])
}

const extension = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** What a part refers to, as its file of relations says it. */
export function relationsElement(relations: readonly Relation[], from: string): XmlElement {
  return element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    relations.map(({ id, type, target, external }) =>
      element('Relationship', {
        Id: id,
        Type: type,
        Target: external ? target : relativeName(from, target),
        TargetMode: external ? 'External' : undefined,
      }),
    ),
  )
}

/** A target relative to its part: `../media/chart1.png` (pptxgenjs's absolute chart targets break other tools). */
export function relativeName(from: string, target: string): string {
  const here = from.split('/').slice(1, -1)
  const there = target.split('/').slice(1)
  let shared = 0
  while (shared < here.length && here[shared] === there[shared]) shared++
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}
