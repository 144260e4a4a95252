import { type Relation, relationsElement } from '../../opc/package.ts'
import { childNamed, toXml, type XmlElement } from '../../opc/xml.ts'
import type { Refreshing } from '../refresh/types.ts'
import { addPart, freeName, presentationPart } from '../write/add-parts.ts'

/** Copies a slide of the present build into the deck; returns its part. `known` maps slides of build to deck. */
export function copySlide(refreshing: Refreshing, slide: string, known: ReadonlyMap<number, string>): string {
  const { slides } = refreshing.built.deck
  return createPartCopier(refreshing, (to) => known.get(slides.findIndex(({ part }) => part === to) + 1))(slide)
}

/**
 * Copies parts of the build into the deck, once each, with what they refer to; returns the part's name there.
 * `slideOf` maps a slide of the build to one of the deck.
 */
export function createPartCopier(
  refreshing: Refreshing,
  slideOf: (part: string) => string | undefined,
): (part: string) => string {
  const copied = new Map<string, string>()
  const place = (part: string): string => {
    const name = copied.get(part) ?? newName(part, refreshing)
    copied.set(part, name)
    return name
  }
  const target = ({ type, target: to }: Relation): string | undefined => {
    switch (type.replace(/^.*\//, '')) {
      case 'slideLayout':
        return findLayout(to, refreshing)
      case 'notesMaster':
        return refreshing.editor.related(presentationPart(refreshing.editor), 'notesMaster')[0]
      case 'slide':
        return copied.get(to) ?? slideOf(to)
      case 'notesSlide':
        return refreshing.editor.related(presentationPart(refreshing.editor), 'notesMaster').length > 0
          ? copy(to)
          : undefined
      default:
        return copy(to)
    }
  }
  const copy = (part: string): string => {
    if (copied.has(part)) return copied.get(part) ?? part
    const name = place(part)
    writeCopy(refreshing, part, name, target)
    return name
  }
  return copy
}

/** The name of a part with a number that no part of the deck has. */
function newName(part: string, { editor }: Refreshing): string {
  const [, stem = part, ending = ''] = /^(.*?)\d*(\.\w+)$/.exec(part) ?? []
  return freeName((number) => `${stem}${number}${ending}`, new Set([...editor.names, ...editor.changed()]))
}

function writeCopy(
  { editor, built: { opened } }: Refreshing,
  part: string,
  name: string,
  targetOf: (relation: Relation) => string | undefined,
): void {
  // The name is taken before other parts look for theirs.
  addPart(editor, name, opened.contentType(part) ?? 'application/octet-stream', '')
  const relations = opened.relations(part).map((one) => ({ ...one, target: one.external ? one.target : targetOf(one) }))
  const kept = relations.flatMap(({ target, ...rest }) => (target === undefined ? [] : [{ ...rest, target }]))
  const lost = relations.filter(({ target }) => target === undefined).map(({ id }) => id)
  const bytes = opened.bytes(part) ?? new Uint8Array()
  editor.set(name, lost.length === 0 ? bytes : withoutLinks(Buffer.from(bytes).toString('utf8'), lost))
  if (kept.length > 0) editor.set(name.replace(/([^/]*)$/, '_rels/$1.rels'), toXml(relationsElement(kept, name)))
}

/** Words that lead to a slide which the deck has not lead nowhere. */
function withoutLinks(xml: string, ids: readonly string[]): string {
  return ids.reduce((text, id) => text.replace(new RegExp(`<a:hlinkClick [^>]*r:id="${id}"[^>]*/>`, 'g'), ''), xml)
}

/** The layout of the deck that is called as a layout of the build is, else one of its type, else the deck's first. */
function findLayout(layout: string, { editor, built: { opened } }: Refreshing): string | undefined {
  const layouts = editor.names.filter((name) => /^\/ppt\/slideLayouts\/[^/]+\.xml$/.test(name))
  const wanted = opened.xml(layout)
  const find = (isSame: (root: XmlElement | undefined) => boolean) => layouts.find((name) => isSame(editor.xml(name)))
  const type = wanted?.attributes.type
  return (
    find((root) => getName(root) === getName(wanted)) ??
    find((root) => type !== undefined && root?.attributes.type === type) ??
    layouts[0]
  )
}

function getName(layout: XmlElement | undefined): string | undefined {
  return childNamed(layout, 'p:cSld')?.attributes.name
}
