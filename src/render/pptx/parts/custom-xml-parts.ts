import { contentTypes, makePart, type Part, type Relation, relationTypes } from '../../../opc/package.ts'
import { element, toXml, type XmlElement } from '../../../opc/xml.ts'

/** Makes a deck's hidden data as a custom XML part, the only thing that PowerPoint and LibreOffice both keep. */
export interface Carrier {
  /** Its content, made of the parts of the deck. */
  make(parts: readonly Part[], roots: readonly Relation[]): XmlElement
  /** The same with what can only be said of the files as they are written; `name` is the file that carries it. */
  seal(content: XmlElement, files: ReadonlyMap<string, Uint8Array>, name: string): XmlElement
}

const propertiesNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'

/** Of the part, not of its content: the same in every deck. */
const itemId = '{6D2E1B7A-94C3-4F0E-8B52-7A1C3E5D9F40}'

/**
 * A deck's parts with another custom XML part, known to the presentation, and its name.
 * One like it, carried by the deck's template, is left out.
 */
export function addCustomXml(theirs: readonly Part[], content: XmlElement): { parts: Part[]; name: string } {
  const parts = withoutLike(theirs, content)
  const taken = new Set(parts.map(({ name }) => name))
  const number = Array.from({ length: parts.length + 1 }, (_, index) => index + 1).find(
    (free) => !taken.has(`/customXml/item${free}.xml`) && !taken.has(`/customXml/itemProps${free}.xml`),
  )
  const [name, properties] = [`/customXml/item${number}.xml`, `/customXml/itemProps${number}.xml`]
  const item = makePart('customXml', name, content, [
    { id: 'rId1', type: relationTypes.customXmlProperties, target: properties },
  ])
  const described = makePart(
    'customXmlProperties',
    properties,
    element('ds:datastoreItem', { 'ds:itemID': itemId, 'xmlns:ds': propertiesNamespace }, [
      element('ds:schemaRefs', {}, [element('ds:schemaRef', { 'ds:uri': content.attributes.xmlns })]),
    ]),
  )
  const known = parts.map((part) =>
    part.contentType === contentTypes.presentation
      ? { ...part, relations: [...part.relations, { id: 'deckBase', type: relationTypes.customXml, target: name }] }
      : part,
  )
  return { parts: [...known, item, described], name }
}

/** A template may be a deck of ours: what that one carried is not true of the new one. */
function withoutLike(parts: readonly Part[], { name, attributes }: XmlElement): readonly Part[] {
  const isLike = ({ content }: Part) =>
    !(content instanceof Uint8Array) && content.name === name && content.attributes.xmlns === attributes.xmlns
  const like = parts.filter(isLike)
  if (like.length === 0) return parts
  const gone = new Set(like.flatMap((part) => [part.name, ...part.relations.map(({ target }) => target)]))
  return parts
    .filter((part) => !gone.has(part.name))
    .map((part) => ({ ...part, relations: part.relations.filter(({ target }) => !gone.has(target)) }))
}

/** The files of a package with what it carries sealed. */
export function sealFiles(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  content: XmlElement,
  carrier: Carrier,
): Map<string, Uint8Array> {
  const file = name.slice(1)
  return new Map([...files]).set(file, Buffer.from(toXml(carrier.seal(content, files, file)), 'utf8'))
}
