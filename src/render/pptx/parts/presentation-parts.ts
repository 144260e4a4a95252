import { createRelations, makePart, type Part, relationTypes } from '../../../opc/package.ts'
import { masterName, notesMasterName, presentationName, slideName, themeName } from '../../../opc/part-names.ts'
import { element } from '../../../opc/xml.ts'
import type { Deck } from '../deck.ts'
import { toEmu } from '../emu.ts'
import { slideNamespaces } from '../shapes/shape.ts'
import { listStyleElement } from './list-style.ts'
import { masterIds, plainLevels } from './master-part.ts'
import { notesSize } from './notes-parts.ts'
import { sectionsElement, toSections } from './sections.ts'

const propertiesName = '/ppt/presProps.xml'

/** The id of the slide of that number; PowerPoint counts from 256. */
const slideId = (number: number): number => 255 + number

/** The presentation: which masters and slides there are, in which order, size and sections. */
export function presentationParts(deck: Deck): Part[] {
  const { pages, theme, document } = deck
  const relations = createRelations()
  const master = relations.add(relationTypes.slideMaster, masterName)
  const slides = pages.map((page) =>
    element('p:sldId', {
      id: slideId(page.number),
      'r:id': relations.add(relationTypes.slide, slideName(page.number)),
    }),
  )
  const notesMaster = relations.add(relationTypes.notesMaster, notesMasterName)
  relations.add(relationTypes.presentationProperties, propertiesName)
  relations.add(relationTypes.theme, themeName)
  relations.add(relationTypes.tableStyles, '/ppt/tableStyles.xml')
  const { width, height } = pages[0] ?? theme.slide
  const sections = toSections(pages, document)
  const content = element(
    'p:presentation',
    { ...slideNamespaces, saveSubsetFonts: true, autoCompressPictures: false },
    [
      masterIds(master),
      // Before the slides: pptxgenjs puts it behind them, against the schema.
      element('p:notesMasterIdLst', {}, [element('p:notesMasterId', { 'r:id': notesMaster })]),
      slides.length > 0 ? element('p:sldIdLst', {}, slides) : undefined,
      element('p:sldSz', { cx: toEmu(width), cy: toEmu(height) }),
      element('p:notesSz', { cx: toEmu(notesSize.width), cy: toEmu(notesSize.height) }),
      listStyleElement('p:defaultTextStyle', plainLevels(theme), theme),
      sections.length > 0 ? element('p:extLst', {}, [sectionsElement(sections, slideId)]) : undefined,
    ],
  )
  return [
    makePart('presentation', presentationName, content, relations.list()),
    makePart('presentationProperties', propertiesName, element('p:presentationPr', slideNamespaces)),
  ]
}
