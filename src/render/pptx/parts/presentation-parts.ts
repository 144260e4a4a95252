import type { Document } from '../../../document/types.ts'
import type { Page } from '../../../layout/types.ts'
import { toGuid } from '../../../opc/guid.ts'
import { createRelations, makePart, type Part, relationTypes } from '../../../opc/package.ts'
import { masterName, notesMasterName, presentationName, slideName, themeName } from '../../../opc/part-names.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Deck } from '../deck.ts'
import { toEmu } from '../emu.ts'
import { slideNamespaces } from '../shapes/shape.ts'
import { listStyleElement } from './list-style.ts'
import { masterIds, plainLevels } from './master-part.ts'
import { notesSize } from './notes-parts.ts'

/** A run of slides under one name. */
interface Section {
  name: string
  /** Numbers of its slides. */
  slides: number[]
}

const propertiesName = '/ppt/presProps.xml'

/** The id of the slide of that number; PowerPoint counts from 256. */
const slideId = (number: number): number => 255 + number

/** The presentation: which masters and slides there are, in which order, size and sections. */
export function presentationParts({ pages, theme, document }: Deck): Part[] {
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

/** Sections of all slides, the first perhaps named for the document; none where no slide names one. */
function toSections(pages: readonly Page[], { title }: Document): Section[] {
  if (pages.every((page) => page.section === undefined)) return []
  const sections: Section[] = []
  for (const page of pages) {
    const going = sections.at(-1)
    const name = page.section ?? going?.name ?? title
    if (going?.name === name) sections[sections.length - 1] = { name, slides: [...going.slides, page.number] }
    else sections.push({ name, slides: [page.number] })
  }
  return sections
}

/** The presentation's extension that lists sections. */
function sectionsElement(sections: readonly Section[], slideId: (number: number) => number): XmlElement {
  return element('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, [
    element(
      'p14:sectionLst',
      { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
      sections.map(({ name, slides }, index) =>
        element('p14:section', { name, id: toGuid(`section ${index} ${name}`) }, [
          element(
            'p14:sldIdLst',
            {},
            slides.map((number) => element('p14:sldId', { id: slideId(number) })),
          ),
        ]),
      ),
    ),
  ])
}
