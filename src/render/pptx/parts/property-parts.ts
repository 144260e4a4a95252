import { makePart, type Part } from '../../../opc/package.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Deck } from '../deck.ts'

export const corePropertiesName = '/docProps/core.xml'
export const extendedPropertiesName = '/docProps/app.xml'

/** What file managers, search and screen readers show: title, author, language, dates and slide titles. */
export function propertyParts(deck: Deck, date: Date): Part[] {
  return [corePart(deck, date), extendedPart(deck)]
}

function corePart({ document, language }: Deck, date: Date): Part {
  const instant = `${date.toISOString().slice(0, 19)}Z`
  const words = (name: string, text: string): XmlElement | undefined =>
    text === '' ? undefined : element(name, {}, [text])
  const time = (name: string): XmlElement => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, [instant])
  return makePart(
    'coreProperties',
    corePropertiesName,
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [
        words('dc:title', document.title),
        words('dc:subject', document.subject),
        words('dc:creator', document.author),
        words('cp:keywords', document.keywords.join(', ')),
        words('dc:description', document.subtitle ?? ''),
        words('cp:lastModifiedBy', document.author),
        element('cp:revision', {}, ['1']),
        time('dcterms:created'),
        time('dcterms:modified'),
        words('dc:language', language),
        words('cp:category', document.edition),
      ],
    ),
  )
}

function extendedPart({ pages, document, theme }: Deck): Part {
  const fonts = [
    ...new Set([theme.fonts.heading, theme.fonts.body].flatMap((font) => [font.powerpoint, font.eastAsian])),
  ]
  const groups: [string, string[]][] = [
    ['Fonts Used', fonts],
    ['Theme', ['Briefwright']],
    ['Slide Titles', pages.map((page) => page.title)],
  ]
  const filled = groups.filter(([, names]) => names.length > 0)
  const count = (name: string, value: number): XmlElement => element(name, {}, [String(value)])
  return makePart(
    'extendedProperties',
    extendedPropertiesName,
    element(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      [
        element('Application', {}, ['Briefwright']),
        count('Slides', pages.length),
        count('Notes', pages.filter((page) => page.notes.length > 0).length),
        element('HeadingPairs', {}, [
          vector(
            'variant',
            filled.flatMap(([name, names]) => [
              element('vt:variant', {}, [element('vt:lpstr', {}, [name])]),
              element('vt:variant', {}, [element('vt:i4', {}, [String(names.length)])]),
            ]),
          ),
        ]),
        element('TitlesOfParts', {}, [
          vector(
            'lpstr',
            filled.flatMap(([, names]) => names.map((name) => element('vt:lpstr', {}, [name]))),
          ),
        ]),
        element('Company', {}, [document.publisher]),
      ],
    ),
  )
}

function vector(baseType: string, children: readonly XmlElement[]): XmlElement {
  return element('vt:vector', { size: children.length, baseType }, children)
}
