import { hasErrors, type Outcome } from '../diagnostic.ts'
import type { Document } from '../document/types.ts'
import type { Drawings } from '../layout/drawings.ts'
import type { Page } from '../layout/types.ts'
import { type Memory, noMemory } from '../memory/memory.ts'
import { type Part, packageFiles, type Relation, relationTypes } from '../opc/package.ts'
import { presentationName, themeName } from '../opc/part-names.ts'
import { writeZip } from '../opc/zip.ts'
import type { TemplateDeck } from '../reference/types.ts'
import type { Theme } from '../theme/theme.ts'
import { writeNativeCharts } from './pptx/charts/write-charts.ts'
import { createDeck, type Deck } from './pptx/deck.ts'
import { lintParts } from './pptx/lint/lint.ts'
import { addCustomXml, type Carrier, sealFiles } from './pptx/parts/custom-xml-parts.ts'
import { layoutParts } from './pptx/parts/layout-parts.ts'
import { masterPart } from './pptx/parts/master-part.ts'
import { notesParts } from './pptx/parts/notes-parts.ts'
import { presentationParts } from './pptx/parts/presentation-parts.ts'
import { corePropertiesName, extendedPropertiesName, propertyParts } from './pptx/parts/property-parts.ts'
import { referenceParts } from './pptx/parts/reference/reference-parts.ts'
import { themePart } from './pptx/parts/theme-part.ts'
import { learnTableStyle, type TableStyle, tableStylesPart } from './pptx/shapes/table-style.ts'
import { slideParts } from './pptx/slides.ts'

/** What a deck is made with besides its pages. */
export interface DeckOptions {
  /** The document's own where not given. */
  date?: Date | undefined
  /** The organisation's template that it is made in. */
  reference?: TemplateDeck | undefined
  memory?: Memory | undefined
  /** Of what it carries unseen. */
  carrier?: Carrier | undefined
}

/**
 * The bytes of a .pptx that PowerPoint opens without repair and a person can go on working with: slides in named
 * layouts on one
 * master, native text and tables, native charts (SVG with PNG where PowerPoint has no such chart), notes, sections. The
 * same input gives the same bytes.
 * It is looked over before it is written: no bytes where the lint finds an error; its warnings name the slide's place
 * in the template.
 */
export async function renderPptx(
  pages: readonly Page[],
  document: Document,
  drawings: Drawings,
  theme: Theme,
  { date = new Date(`${document.date}T00:00:00Z`), reference, memory = noMemory, carrier }: DeckOptions = {},
): Promise<Outcome<Uint8Array>> {
  const deck = createDeck({ pages, document, theme, reference, memory })
  const own = pptxParts(deck, drawings, date)
  const carried = carrier?.make(own, rootRelations)
  const { parts, name } = carried ? addCustomXml(own, carried) : { parts: own, name: undefined }
  const diagnostics = lintParts(
    parts,
    rootRelations,
    (slide) => pages[slide - 1]?.place,
    (part) => reference?.opened.names.includes(part) === true && !part.startsWith('/ppt/slides/'),
  )
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics }
  const files = packageFiles(parts, rootRelations)
  const sealed = carrier && carried && name !== undefined ? sealFiles(files, name, carried, carrier) : files
  return { value: writeZip(sealed, date), diagnostics }
}

function pptxParts(deck: Deck, drawings: Drawings, date: Date): Part[] {
  const { pages, theme, reference } = deck
  const nativeCharts = writeNativeCharts(deck, drawings, date)
  const tableStyle = learnTableStyle(pages)
  const design = reference
    ? referenceParts(reference, presentationParts(deck), tableStylesPart(tableStyle, theme))
    : ownDesign(deck, tableStyle)
  return [
    ...propertyParts(deck, date),
    ...design,
    ...notesParts(deck),
    ...slideParts(deck, tableStyle, drawings, nativeCharts),
  ]
}

/** The presentation with one master, its layouts and its theme. */
function ownDesign(deck: Deck, tableStyle: TableStyle): Part[] {
  const { theme, layouts, document, memory } = deck
  const inputs = [tableStyle, theme, layouts, document.language, document.asOf]
  const design = memory.remember('write design', inputs, () => [
    themePart(themeName, theme),
    tableStylesPart(tableStyle, theme),
    masterPart(deck),
    ...layoutParts(deck),
  ])
  return [...presentationParts(deck), ...design]
}

const rootRelations: readonly Relation[] = [
  { id: 'rId1', type: relationTypes.presentation, target: presentationName },
  { id: 'rId2', type: relationTypes.coreProperties, target: corePropertiesName },
  { id: 'rId3', type: relationTypes.extendedProperties, target: extendedPropertiesName },
]
