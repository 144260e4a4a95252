import type { OpenedPackage } from '../../../../opc/open-package.ts'
import { mainPart } from '../../../../opc/opened-deck.ts'
import { contentTypes, type Part, type Relation, relationTypes } from '../../../../opc/package.ts'
import { presentationName } from '../../../../opc/part-names.ts'
import { childElements, childNamed, element, type XmlElement } from '../../../../opc/xml.ts'
import type { TemplateDeck } from '../../../../reference/types.ts'

/** The template's relations that a deck keeps: masters, themes, properties; not samples, comments or editing notes. */
const keptTypes = /\/(slideMaster|notesMaster|handoutMaster|theme|presProps|viewProps|tableStyles|font|customXml)$/

/**
 * The parts of an organisation's template for a deck: masters, layouts, themes and their pictures, unused ones too,
 * without its sample
 * slides; its presentation with the deck's slides, sections and table styles in place of its own. `own` are the
 * presentation's parts
 * as they are without a template.
 */
export function referenceParts({ opened }: TemplateDeck, own: readonly Part[], tableStyles: Part): Part[] {
  const source = mainPart(opened)
  const presentation = own.find(({ name }) => name === presentationName)
  if (!source || !presentation) throw new RangeError('a template without a presentation')
  const relations = opened.relations(source.name).filter(({ type }) => keptTypes.test(type))
  const kept = reachedParts(opened, relations)
  const styles = kept.find(({ contentType }) => contentType === contentTypes.tableStyles)
  const parts = kept.filter((part) => part !== styles)
  const styled = styles ? joinTableStyles(styles, tableStyles) : tableStyles
  const joined = joinPresentations(source.xml, relations, presentation, styled.name)
  const properties = parts.some(({ contentType }) => contentType === contentTypes.presentationProperties)
    ? []
    : own.filter(({ contentType }) => contentType === contentTypes.presentationProperties)
  return [joined, ...properties, styled, ...parts]
}

/** Whether a template brings its own notes master. */
export function getNotesMaster({ opened }: TemplateDeck): string | undefined {
  const source = mainPart(opened)
  return opened.relations(source?.name ?? '').find(({ type }) => type === relationTypes.notesMaster)?.target
}

/** All parts that relations lead to, and theirs in turn. */
function reachedParts(opened: OpenedPackage, relations: readonly Relation[]): Part[] {
  const reached = new Set(relations.filter(({ external }) => !external).map(({ target }) => target))
  for (const name of reached) {
    for (const { target, external } of getRelations(name, opened)) if (!external) reached.add(target)
  }
  return [...reached].flatMap((name) => {
    const content = opened.xml(name) ?? opened.bytes(name)
    if (!content) return []
    return [{ name, contentType: getType(name, opened), content, relations: getRelations(name, opened) }]
  })
}

/** Relations of a part but those to slides, which are left behind. */
function getRelations(name: string, { relations }: OpenedPackage): Relation[] {
  return relations(name).filter(({ type }) => type !== relationTypes.slide)
}

/** pptxgenjs declares `image/jpg`. */
function getType(name: string, opened: OpenedPackage): string {
  const type = opened.contentType(name) || 'application/octet-stream'
  return type === 'image/jpg' ? 'image/jpeg' : type
}

function joinTableStyles(theirs: Part, ours: Part): Part {
  if (theirs.content instanceof Uint8Array || ours.content instanceof Uint8Array) return ours
  const own = childElements(ours.content)
  const ids = new Set(own.map((style) => style.attributes.styleId))
  // A template may be a deck of ours.
  const others = childElements(theirs.content).filter((style) => !ids.has(style.attributes.styleId))
  return { ...theirs, content: element(theirs.content.name, theirs.content.attributes, [...others, ...own]) }
}

/** Elements of a presentation that the deck says itself, or that speak of slides that are gone. */
const replaced = new Set([
  'p:sldIdLst',
  'p:custShowLst',
  'p:modifyVerifier',
  'p:extLst',
  'p:photoAlbum',
  'p:custDataLst',
])

/** The template's presentation with the slides of the deck's: ids of relations made new where they would meet. */
function joinPresentations(root: XmlElement, relations: readonly Relation[], own: Part, tableStyles: string): Part {
  if (own.content instanceof Uint8Array) throw new TypeError('a presentation that is not XML')
  const hasNotes = relations.some(({ type }) => type === relationTypes.notesMaster)
  const added = own.relations.filter(
    ({ type }) => type === relationTypes.slide || (type === relationTypes.notesMaster && !hasNotes),
  )
  const renamed = new Map(added.map(({ id }) => [id, `deck${id}`]))
  const extra = [
    ...added.map((relation) => ({ ...relation, id: renamed.get(relation.id) ?? relation.id })),
    ...missing(relations, own, relationTypes.presentationProperties),
    ...(relations.some(({ type }) => type === relationTypes.tableStyles)
      ? []
      : [{ id: 'deckStyles', type: relationTypes.tableStyles, target: tableStyles }]),
  ]
  const ours = (name: string): XmlElement[] => {
    const found = childNamed(own.content as XmlElement, name)
    return found ? [rename(found, renamed)] : []
  }
  const theirs = childElements(root).filter(({ name }) => !replaced.has(name))
  const masters = theirs.filter(({ name }) => name === 'p:sldMasterIdLst')
  const notes = hasNotes ? theirs.filter(({ name }) => name === 'p:notesMasterIdLst') : ours('p:notesMasterIdLst')
  const handouts = theirs.filter(({ name }) => name === 'p:handoutMasterIdLst')
  const rest = theirs.filter(({ name }) => !/^p:(sld|notes|handout)MasterIdLst$/.test(name))
  return {
    ...own,
    content: element(root.name, root.attributes, [
      ...masters,
      ...notes,
      ...handouts,
      ...ours('p:sldIdLst'),
      ...rest,
      ...ours('p:extLst'),
    ]),
    relations: [...relations, ...extra],
  }
}

function missing(relations: readonly Relation[], own: Part, wanted: string): Relation[] {
  if (relations.some(({ type }) => type === wanted)) return []
  return own.relations
    .filter(({ type }) => type === wanted)
    .map((relation) => ({ ...relation, id: `deck${relation.id}` }))
}

/** The element with the ids of relations in it renamed. */
function rename(node: XmlElement, ids: ReadonlyMap<string, string>): XmlElement {
  const { 'r:id': id, ...rest } = node.attributes
  const attributes = id === undefined ? rest : { ...rest, 'r:id': ids.get(id) ?? id }
  return element(
    node.name,
    attributes,
    node.children.map((child) => (typeof child === 'string' ? child : rename(child, ids))),
  )
}
