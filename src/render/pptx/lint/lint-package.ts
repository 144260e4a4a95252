import { derived } from '../../../memory/derived.ts'
import { getShapes, type OpenedDeck } from '../../../opc/opened-deck.ts'
import { descendants, visit, type XmlElement } from '../../../opc/xml.ts'
import { safeAddress } from '../links.ts'
import { error, type LintFinding } from './finding.ts'

/** Faults of the package: what PowerPoint would call damaged. */
export function lintPackage(deck: OpenedDeck): LintFinding[] {
  return rules.flatMap((rule) => rule(deck))
}

const rules: readonly ((deck: OpenedDeck) => LintFinding[])[] = [
  falseMedia,
  danglingRelations,
  danglingReferences,
  unreachedParts,
  unsafeLinks,
  repeatedShapeIds,
  sectionFaults,
]

/** The first bytes of the pictures that a deck may hold, by content type. */
const signatures: Readonly<Record<string, string>> = {
  'image/png': '89504e470d0a1a0a',
  'image/jpeg': 'ffd8ff',
  'image/gif': '474946',
}

/** pptxgenjs puts SVG into files called .png, and declares `image/jpg`. */
function falseMedia(deck: OpenedDeck): LintFinding[] {
  return deck.names.flatMap((name) => {
    if (!name.startsWith('/ppt/media/')) return []
    const type = deck.contentType(name) ?? ''
    if (type === 'image/svg+xml') return []
    const signature = signatures[type]
    if (signature === undefined) return [error(`a picture of an unknown type: ${name} (${type})`, undefined, name)]
    const found = Buffer.from(deck.bytes(name)?.subarray(0, signature.length / 2) ?? []).toString('hex')
    return found === signature
      ? []
      : [error(`a picture that is not what it is declared to be: ${name} (${type})`, undefined, name)]
  })
}

function danglingRelations({ names, relations }: OpenedDeck): LintFinding[] {
  const parts = new Set(names)
  return ['/', ...names].flatMap((source) => [
    ...relations(source)
      .filter(({ external, target }) => !external && !parts.has(target))
      .map(({ id, target }) => error(`${source}: relation ${id} leads to a part that does not exist: ${target}`)),
    ...repeated(relations(source).map(({ id }) => id)).map((id) =>
      error(`${source}: two relations have one id: ${id}`),
    ),
  ])
}

function danglingReferences({ names, xml, relations }: OpenedDeck): LintFinding[] {
  return names.flatMap((name) => {
    const root = xml(name)
    const known = new Set(relations(name).map(({ id }) => id))
    return (root ? usedRelations(root) : [])
      .filter((id) => !known.has(id))
      .map((id) => error(`${name}: refers to a relation that does not exist: ${id}`))
  })
}

/** The ids in attributes such as `r:id` and `r:embed`; an empty one means none. */
const usedRelations = derived((root: XmlElement): readonly string[] => {
  const used: string[] = []
  visit(root, ({ attributes }) => {
    for (const key in attributes) if (key.startsWith('r:') && attributes[key]) used.push(attributes[key])
  })
  return used
})

/** The values that are there before, once for each time more. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.has(value) || !seen.add(value))
}

/** PowerPoint drops what nothing refers to. */
function unreachedParts(deck: OpenedDeck): LintFinding[] {
  const reached = reach(deck)
  return deck.names.filter((name) => !reached.has(name)).map((name) => error(`nothing refers to a part: ${name}`))
}

function reach({ relations }: OpenedDeck): Set<string> {
  const reached = new Set(['/'])
  for (const name of reached) {
    for (const { target, external } of relations(name)) if (!external) reached.add(target)
  }
  return reached
}

/** pptxgenjs passes `javascript:` links. */
function unsafeLinks({ names, relations }: OpenedDeck): LintFinding[] {
  return ['/', ...names].flatMap((source) =>
    relations(source)
      .filter(({ external, target }) => external && safeAddress(target) === undefined)
      .map(({ target }) =>
        error(`${source}: a link that is neither http, https nor mailto: ${target}`, undefined, source),
      ),
  )
}

/** pptxgenjs issue 1532. */
function repeatedShapeIds({ names, xml }: OpenedDeck): LintFinding[] {
  return names.flatMap((name) => {
    const root = xml(name)
    if (!root || !/^p:(sld|sldLayout|sldMaster|notes|notesMaster)$/.test(root.name)) return []
    const shapes = getShapes(root)
    // The tree of shapes itself has id 1.
    return repeated(['1', ...shapes.map(({ id }) => id)]).map((id) => {
      const names = shapes.filter((shape) => shape.id === id).map((shape) => shape.name)
      return error(`${name}: shapes have one id, ${id}: ${names.join(', ')}`, undefined, name)
    })
  })
}

/** pptxgenjs writes their GUIDs in lower case; a slide in no section, or in two, makes PowerPoint repair the file. */
function sectionFaults({ presentation, slides }: OpenedDeck): LintFinding[] {
  const sections = descendants(presentation, 'p14:section')
  if (sections.length === 0) return []
  const guids = sections.map(({ attributes }) => attributes.id ?? '')
  const members = sections.flatMap((section) =>
    descendants(section, 'p14:sldId').map(({ attributes }) => attributes.id ?? ''),
  )
  return [
    ...guids
      .filter((id) => !/^\{[\dA-F-]{36}\}$/.test(id))
      .map((id) => error(`the id of a section is no upper-case GUID: ${id}`)),
    ...repeated(guids).map((id) => error(`two sections have one id: ${id}`)),
    ...slides
      .filter(({ id }) => members.filter((member) => member === id).length !== 1)
      .map(({ number }) => error('not in exactly one section', number)),
  ]
}
