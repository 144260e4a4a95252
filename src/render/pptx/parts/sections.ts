import type { Document } from '../../../document/types.ts'
import type { Page } from '../../../layout/types.ts'
import { toGuid } from '../../../opc/guid.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'

/** A run of slides under one name. */
export interface Section {
  name: string
  /** Numbers of its slides. */
  slides: number[]
}

/** Sections of all slides, the first perhaps named for the document; none where no slide names one. */
export function toSections(pages: readonly Page[], { title }: Document): Section[] {
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
export function sectionsElement(sections: readonly Section[], slideId: (number: number) => number): XmlElement {
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
