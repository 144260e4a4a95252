import { relationTypes } from '../../opc/package.ts'
import { childElements, childNamed, descendants, type XmlElement } from '../../opc/xml.ts'
import type { Refreshing } from '../refresh/types.ts'
import { addRelation, presentationPart } from '../write/add-parts.ts'
import { insert } from '../write/edit-elements.ts'
import type { PackageEditor } from '../write/edit-package.ts'
import { copySlide } from './copy-slide.ts'

/** Adds the numbered slides of the present build to a deck, each after its predecessor there, on the deck's layouts. */
export function addSlides(refreshing: Refreshing, numbers: readonly number[]): void {
  const { editor, built } = refreshing
  const main = presentationPart(editor)
  const known = new Map<number, string>()
  built.deck.slides.forEach((_, index) => {
    const part = findStanding(index + 1, refreshing)
    if (part !== undefined) known.set(index + 1, part)
  })
  const root = editor.xml(main)
  let next = Math.max(255, ...slideIds(root).map(({ attributes }) => Number(attributes.id))) + 1
  const entries = new Map<string | undefined, { id: number; xml: string }[]>()
  for (const number of numbers) {
    const before = [...known.keys()].filter((one) => one < number && !numbers.includes(one)).sort((a, b) => b - a)[0]
    const part = copySlide(refreshing, built.deck.slides[number - 1]?.part ?? '', known)
    known.set(number, part)
    const relation = addRelation(editor, main, relationTypes.slide, part)
    const after = before === undefined ? undefined : known.get(before)
    const own = { id: next, xml: `<p:sldId id="${next}" r:id="${relation}"/>` }
    entries.set(after, [...(entries.get(after) ?? []), own])
    next += 1
  }
  for (const [after, own] of entries) list(editor, main, after, own)
}

/** The slide of the deck that a slide of the present build is; of copies the last. */
function findStanding(number: number, { theirs, slides }: Refreshing): string | undefined {
  const former = slides.ours.get(number)
  return theirs.slides.findLast((_, index) => former !== undefined && slides.theirs.get(index + 1) === former)?.part
}

function slideIds(presentation: XmlElement | undefined): XmlElement[] {
  return childElements(childNamed(presentation, 'p:sldIdLst'))
}

/** Lists new slides after a slide, in its section too; without one at the beginning. */
function list(
  editor: PackageEditor,
  main: string,
  after: string | undefined,
  fresh: readonly { id: number; xml: string }[],
): void {
  const root = editor.xml(main)
  const ids = slideIds(root)
  const found = ids.find(({ attributes }) => editor.target(main, attributes['r:id']) === after)
  const model = found ?? ids[0]
  if (!root || !model) return
  const side = found ? 'end' : 'start'
  insert(editor, model, side, fresh.map(({ xml }) => xml).join(''))
  const listed = descendants(root, 'p14:sldId').find(({ attributes }) => attributes.id === model.attributes.id)
  if (listed) insert(editor, listed, side, fresh.map(({ id }) => `<p14:sldId id="${id}"/>`).join(''))
}
