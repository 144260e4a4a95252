import { contentTypes, relationTypes, relativeName } from '../../opc/package.ts'
import { escapeAttribute } from '../../opc/xml.ts'
import type { PackageEditor } from './edit-package.ts'

/** Adds a part to a package, with what it is declared to be. */
export function addPart(editor: PackageEditor, name: string, contentType: string, content: Uint8Array | string): void {
  editor.set(name, content)
  const types = editor.text('/[Content_Types].xml')
  if (types.includes(`PartName="${name}"`)) return
  const override = `<Override PartName="${name}" ContentType="${contentType}"/>`
  editor.set(
    '/[Content_Types].xml',
    types.replace(/<\/(?:\w+:)?Types>\s*$/, (end) => `${override}${end}`),
  )
}

/** Adds a relation from a part to another; returns its id. */
export function addRelation(editor: PackageEditor, from: string, type: string, target: string): string {
  const name = from.replace(/([^/]*)$/, '_rels/$1.rels')
  const before =
    editor.text(name) ||
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const whole = before.replace(/(<Relationships\b[^>]*?)\s*\/>\s*$/, '$1></Relationships>')
  const ids = new Set([...whole.matchAll(/\sId="([^"]*)"/g)].map(([, id]) => id))
  const id = freeName((number) => `rIdBw${number}`, ids)
  const relation = `<Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(relativeName(from, target))}"/>`
  editor.set(
    name,
    whole.replace(/<\/Relationships>\s*$/, (end) => `${relation}${end}`),
  )
  return id
}

/** Adds a part of a kind under the first name that is free, and a relation to it; returns the relation's id. */
export function addRelated(
  editor: PackageEditor,
  from: string,
  kind: keyof typeof contentTypes & keyof typeof relationTypes,
  nameOf: (number: number) => string,
  content: string,
): string {
  const name = freeName(nameOf, new Set([...editor.names, ...editor.changed()]))
  addPart(editor, name, contentTypes[kind], content)
  return addRelation(editor, from, relationTypes[kind], name)
}

/** The first name that is not taken. */
export function freeName(nameOf: (number: number) => string, taken: ReadonlySet<string | undefined>): string {
  let number = 1
  while (taken.has(nameOf(number))) number += 1
  return nameOf(number)
}

/** The part that a presentation is. */
export function presentationPart(editor: PackageEditor): string {
  return editor.related('/', 'officeDocument')[0] ?? '/ppt/presentation.xml'
}

const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'

/** Puts what a deck carries into it: in the part that has carried it, else in a new one. */
export function writeCarried(editor: PackageEditor, part: string | undefined, xml: string): string {
  if (part !== undefined) {
    editor.set(part, xml)
    return part
  }
  const taken = new Set(editor.names)
  const name = freeName((number) => `/customXml/item${number}.xml`, taken)
  const properties = freeName((number) => `/customXml/itemProps${number}.xml`, taken)
  addPart(editor, name, contentTypes.customXml, xml)
  addPart(
    editor,
    properties,
    contentTypes.customXmlProperties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{6D2E1B7A-94C3-4F0E-8B52-7A1C3E5D9F40}" xmlns:ds="${namespace}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:briefwright:deck-base"/></ds:schemaRefs></ds:datastoreItem>`,
  )
  addRelation(editor, name, relationTypes.customXmlProperties, properties)
  addRelation(editor, presentationPart(editor), relationTypes.customXml, name)
  return name
}
