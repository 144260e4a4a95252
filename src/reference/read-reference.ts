import { failed, type Outcome, plainError } from '../diagnostic.ts'
import { readFile } from '../files/read-file.ts'
import { noMemory } from '../memory/memory.ts'
import { type OpenedPackage, openPackage, openParts, readParts } from '../opc/open-package.ts'
import { listedParts, mainPart } from '../opc/opened-deck.ts'
import { relationTypes } from '../opc/package.ts'
import { emu } from '../opc/shape-box.ts'
import { isUnreadable } from '../opc/unreadable-file.ts'
import { childElements, childNamed, type XmlElement } from '../opc/xml.ts'
import { readSlots } from './read-slots.ts'
import { withSampleColors } from './sample-colors.ts'
import { colorSlots, type ReferenceColors, type ReferenceLayout, type TemplateDeck, type Typefaces } from './types.ts'

/** Reads an organisation's template (.pptx or .potx) from a path; `file` is what messages call it. */
export function readReference(path: string, file: string, memory = noMemory): Outcome<TemplateDeck> {
  const { bytes, why } = readFile(path)
  if (!bytes) return fault(`the template cannot be read: ${file} (${why})`, 'name a .pptx or .potx file')
  return memory.remember('read template', [bytes, file], () => parseTemplateDeck(bytes, file))
}

/** The same from bytes, or from a package that is open. */
export function parseTemplateDeck(from: Uint8Array | OpenedPackage, file: string): Outcome<TemplateDeck> {
  try {
    return readDeck(from instanceof Uint8Array ? openPackage(from) : from, file)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return fault(`not a PowerPoint file: ${file} (${error.message})`, 'save it again in PowerPoint')
  }
}

function readDeck(archive: OpenedPackage, file: string): Outcome<TemplateDeck> {
  const opened = openParts(withSampleColors(readParts(archive)), archive.relations('/'))
  const presentation = mainPart(opened)
  const size = childNamed(presentation?.xml, 'p:sldSz')?.attributes
  const masters = presentation ? listedParts(opened, presentation, 'p:sldMasterIdLst').map(({ part }) => part) : []
  const [first] = masters
  const design = first && getTheme(opened, first)
  if (!first || !design) return fault(`a template without a slide master: ${file}`, 'save it again in PowerPoint')
  const width = Number(size?.cx ?? 9144000) / emu
  const height = Number(size?.cy ?? 6858000) / emu
  // PowerPoint has slides of 1 to 56 inches.
  if (![width, height].every((points) => points >= 72 && points <= 4032))
    return fault(
      `a template whose slides are not from 1 to 56 inches wide and high: ${file}`,
      'set its slide size in PowerPoint',
    )
  const look = {
    colors: readColors(design, childNamed(opened.xml(first), 'p:clrMap')),
    fonts: readTypefaces(design),
  }
  const layouts = masters.flatMap((master) => readLayouts(opened, master, look))
  return {
    value: {
      file,
      opened,
      width,
      height,
      layouts,
      ...look,
    },
    diagnostics: [],
  }
}

function fault(message: string, hint?: string): Outcome<never> {
  return failed(plainError(message, { hint }))
}

function getTheme({ relations, xml }: OpenedPackage, master: string): XmlElement | undefined {
  const theme = relations(master).find(({ type }) => type === relationTypes.theme)
  return theme && xml(theme.target)
}

function readLayouts(
  opened: OpenedPackage,
  master: string,
  look: Pick<TemplateDeck, 'colors' | 'fonts'>,
): ReferenceLayout[] {
  const root = opened.xml(master)
  if (!root) return []
  return listedParts(opened, { name: master, xml: root }, 'p:sldLayoutIdLst').flatMap(({ part }) => {
    const layout = opened.xml(part)
    if (!layout) return []
    const name = childNamed(layout, 'p:cSld')?.attributes.name ?? ''
    return [{ part, name, type: layout.attributes.type ?? '', slots: readSlots(layout, root, look) }]
  })
}

/** The colours of a theme part by the names that slides call them: the master's map says which is which. */
function readColors(design: XmlElement, map: XmlElement | undefined): ReferenceColors {
  const scheme = childNamed(childNamed(design, 'a:themeElements'), 'a:clrScheme')
  const named = (slot: string): string =>
    getColor(childNamed(scheme, `a:${map?.attributes[slot] ?? standardMap[slot] ?? slot}`))
  return Object.fromEntries(colorSlots.map((slot) => [slot, named(slot)])) as ReferenceColors
}

const standardMap: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }

/** A literal colour, or the last one that a system colour was. */
function getColor(slot: XmlElement | undefined): string {
  const [color] = childElements(slot)
  const hex = color?.attributes.lastClr ?? color?.attributes.val ?? ''
  return /^[\da-f]{6}$/i.test(hex) ? `#${hex.toLowerCase()}` : '#000000'
}

/** The typefaces of a theme part. */
function readTypefaces(design: XmlElement): TemplateDeck['fonts'] {
  const scheme = childNamed(childNamed(design, 'a:themeElements'), 'a:fontScheme')
  const read = (kind: string): Typefaces => {
    const fonts = childNamed(scheme, kind)
    const face = (name: string): string => childNamed(fonts, name)?.attributes.typeface ?? ''
    return { latin: face('a:latin'), eastAsian: face('a:ea') }
  }
  return { heading: read('a:majorFont'), body: read('a:minorFont') }
}
