import { createRelations, makePart, type Part, relationTypes } from '../../../opc/package.ts'
import { layoutName, masterName, themeName } from '../../../opc/part-names.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import type { Deck } from '../deck.ts'
import { rectangleAt, shapeElement, slideNamespaces, slideTree } from '../shapes/shape.ts'
import { numberPrompt, promptParagraphs, textFrame } from '../shapes/text-body.ts'
import { defaultPlaceholders } from './default-placeholders.ts'
import { type ListStyle, listStyleElement, plainStyle } from './list-style.ts'
import type { Placeholder, PlaceholderRole } from './placeholder.ts'

/** The least id that PowerPoint gives masters and layouts. */
const firstId = 2 ** 31

/** The one slide master: what is common to all layouts, and the styles of text from which theirs are taken. */
export function masterPart(deck: Deck): Part {
  const relations = createRelations()
  const layoutIds = deck.layouts.map((_, index) =>
    element('p:sldLayoutId', {
      id: firstId + 1 + index,
      'r:id': relations.add(relationTypes.slideLayout, layoutName(index + 1)),
    }),
  )
  relations.add(relationTypes.theme, themeName)
  const places = masterPlaces(deck)
  const content = element('p:sldMaster', slideNamespaces, [
    slideTree(masterShapes(places, deck), masterBackground()),
    colorMap(),
    element('p:sldLayoutIdLst', {}, layoutIds),
    textStyles(places, deck),
    element('p:extLst', {}, [guidesElement(places, deck)]),
  ])
  return makePart('slideMaster', masterName, content, relations.list())
}

/** `<p:sldMasterIdLst>` of the presentation. */
export function masterIds(relation: string): XmlElement {
  return element('p:sldMasterIdLst', {}, [element('p:sldMasterId', { id: firstId, 'r:id': relation })])
}

/** The master's guides ([MS-PPTX] 2.2.11), fixed on slides: margins, middle, content's ends; in eighths of a point. */
function guidesElement({ body }: MasterPlaces, { theme }: Deck): XmlElement {
  const { width, margin } = theme.slide
  const right = width - margin.right
  const vertical = [margin.left, (margin.left + right) / 2, right].map((pos) => ({ pos }))
  const horizontal = [margin.top, body.box.y, body.box.y + body.box.height].map((pos) => ({ orient: 'horz', pos }))
  return element('p:ext', { uri: '{27BBF7A9-308A-43DC-89C8-2F10F3537804}' }, [
    element(
      'p15:sldGuideLst',
      { 'xmlns:p15': 'http://schemas.microsoft.com/office/powerpoint/2012/main' },
      [...vertical, ...horizontal].map(({ pos, ...orient }, index) =>
        element('p15:guide', { id: index + 1, ...orient, pos: Math.round(pos * 8), userDrawn: true }, [
          element('p15:clr', {}, [element('a:schemeClr', { val: 'tx2' })]),
        ]),
      ),
    ),
  ])
}

/** The ground that a master's theme has. */
export function masterBackground(): XmlElement {
  return element('p:bg', {}, [element('p:bgRef', { idx: 1001 }, [element('a:schemeClr', { val: 'bg1' })])])
}

/** Which theme colour each name means on slides. */
export function colorMap(): XmlElement {
  const accents = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`accent${number}`, `accent${number}`]))
  return element('p:clrMap', {
    bg1: 'lt1',
    tx1: 'dk1',
    bg2: 'lt2',
    tx2: 'dk2',
    ...accents,
    hlink: 'hlink',
    folHlink: 'folHlink',
  })
}

type MasterPlaces = ReturnType<typeof masterPlaces>

/** The places of the plain text layout, as most slides have them. */
function masterPlaces({ layouts, theme }: Deck) {
  const known = layouts.find(({ name }) => name === 'text')?.placeholders ?? []
  const defaults = defaultPlaceholders('text', known, theme)
  const find = (role: PlaceholderRole): Placeholder => {
    const found = [...known, ...defaults].find((place) => place.role === role)
    if (!found) throw new RangeError(`no placeholder: ${role}`)
    return found
  }
  return { title: find('title'), body: find('body'), footer: find('footer'), pageNumber: find('pageNumber') }
}

function masterShapes(places: MasterPlaces, deck: Deck): XmlElement[] {
  const { names, prompts } = deck.words
  const words = (...lines: string[]): XmlElement[] => promptParagraphs(lines, deck.language)
  const title = { type: 'title' }
  const body = { type: 'body', idx: 1 }
  const footer = { type: 'ftr', sz: 'quarter', idx: 11 }
  const number = { type: 'sldNum', sz: 'quarter', idx: 12 }
  const bodyWords = words(names.text, prompts.secondLevel, prompts.thirdLevel, prompts.fourthLevel, prompts.fifthLevel)
  return [
    masterShape(2, names.title, title, places.title, words(names.title), deck),
    masterShape(3, names.text, body, places.body, bodyWords, deck),
    dateShape(4, places.footer, places.pageNumber, deck),
    masterShape(5, names.footer, footer, places.footer, words(names.footer), deck),
    masterShape(6, names.slideNumber, number, places.pageNumber, [numberPrompt(deck.language)], deck),
  ]
}

/** Of a `<p:ph>`. */
export type PlaceholderAttributes = { type: string; idx?: number; sz?: string }

function masterShape(
  id: number,
  name: string,
  ph: PlaceholderAttributes,
  { box, text }: Placeholder,
  words: readonly XmlElement[],
  { theme }: Deck,
): XmlElement {
  // Title and body take theirs from the master's text styles.
  const isStyled = ph.type !== 'title' && ph.type !== 'body'
  const levels = isStyled ? (text?.levels.slice(0, 1) ?? []) : []
  return shapeElement(
    { id, name, placeholder: element('p:ph', ph) },
    rectangleAt(box),
    element('p:txBody', {}, [
      textFrame(text?.verticalAlign ?? 'top'),
      listStyleElement('a:lstStyle', levels, theme),
      ...words,
    ]),
  )
}

/** The place of a date, if a person wants one: between footer and slide number, else over the footer's end. */
export function dateShape(id: number, footer: Placeholder, pageNumber: Placeholder, deck: Deck): XmlElement {
  const { box } = pageNumber
  const left = Math.min(footer.box.x + footer.box.width, box.x - 80)
  const place = { ...pageNumber, box: { ...box, x: left, width: box.x - left } }
  const words = promptParagraphs([deck.document.asOf], deck.language)
  return masterShape(id, deck.words.names.date, { type: 'dt', sz: 'half', idx: 10 }, place, words, deck)
}

function textStyles({ title, body }: MasterPlaces, { theme }: Deck): XmlElement {
  return element('p:txStyles', {}, [
    listStyleElement('p:titleStyle', title.text?.levels.slice(0, 1) ?? [], theme),
    listStyleElement('p:bodyStyle', body.text?.levels ?? [], theme),
    listStyleElement('p:otherStyle', plainLevels(theme), theme),
  ])
}

/** What text inherits that stands in no placeholder: as large as body text, spaced by its own size. */
export function plainLevels({ slide }: Theme): ListStyle {
  const style = { ...plainStyle, size: slide.body }
  return Array.from({ length: 9 }, (_, level) => ({ style, left: level * 36, hanging: 0, spaceBefore: 0 }))
}
