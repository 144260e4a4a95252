import type { Block } from '../../../document/types.ts'
import { noteLines } from '../../../layout/page-words.ts'
import type { Box } from '../../../layout/types.ts'
import { createRelations, makePart, type Part, relationTypes } from '../../../opc/package.ts'
import { notesMasterName, notesName, slideName } from '../../../opc/part-names.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import type { Deck } from '../deck.ts'
import { getLinks } from '../links.ts'
import { rectangleAt, shapeElement, slideElement, slideNamespaces, slideTree } from '../shapes/shape.ts'
import {
  type LeveledParagraph,
  numberPrompt,
  promptParagraphs,
  slideNumberField,
  textBody,
} from '../shapes/text-body.ts'
import { type ListStyle, levelAt, listLevels, listStyleElement, oneLevel, plainStyle } from './list-style.ts'
import { colorMap, masterBackground, type PlaceholderAttributes } from './master-part.ts'
import { themePart } from './theme-part.ts'

/** A portrait page, 7.5 by 10 inches: what PowerPoint takes for notes. Points. */
export const notesSize = { width: 540, height: 720 }

/** Where things stand on a page of notes. */
const boxes = {
  header: { x: 0, y: 0, width: 234, height: 36 },
  date: { x: 306, y: 0, width: 234, height: 36 },
  body: { x: 54, y: 346.5, width: 432, height: 283.5 },
  footer: { x: 0, y: 684, width: 234, height: 36 },
  number: { x: 306, y: 684, width: 234, height: 36 },
} satisfies Record<string, Box>

const notesStyle = { ...plainStyle, size: 12 }

/** The style of speaker notes: text, and lists below it. */
const notesLevels: ListStyle = [
  { style: notesStyle, left: 0, hanging: 0, spaceBefore: 6 },
  ...listLevels(notesStyle, notesStyle.size, 3),
]

/** The notes master with its theme, and notes of slides that have some (pptxgenjs: one en-US run on every slide). */
export function notesParts(deck: Deck): Part[] {
  const slides = deck.pages.filter((page) => page.notes.length > 0)
  const { notesTheme, notesMaster, theme, language, memory, document } = deck
  const { title, asOf, publisher } = document
  const master = memory.remember('write notes master', [notesTheme, theme, language, title, asOf, publisher], () =>
    notesTheme === undefined ? [] : [notesMasterPart(deck, notesTheme), themePart(notesTheme, theme)],
  )
  const inputs = [notesMaster, theme, language]
  return [
    ...master,
    ...slides.map((page) =>
      memory.remember('write notes', [page.number, page.notes, ...inputs], () => notesPart(page, deck)),
    ),
  ]
}

function notesPart(page: Deck['pages'][number], deck: Deck): Part {
  const { names } = deck.words
  const relations = createRelations()
  relations.add(relationTypes.notesMaster, deck.notesMaster)
  relations.add(relationTypes.slide, slideName(page.number))
  const context = {
    theme: deck.theme,
    language: deck.language,
    // Without anchors: PowerPoint takes any slide that notes refer to for the slide that they belong to.
    link: getLinks(relations, new Map()),
  }
  const paragraphs = notesParagraphs(page.notes, notesLevels)
  const number = element('a:p', {}, [
    slideNumberField([element('a:rPr', { lang: deck.language }), element('a:t', {}, [String(page.number)])]),
  ])
  const words = textBody('p:txBody', element('a:bodyPr'), paragraphs, notesLevels, context)
  const shapes = [
    placeholderShape(2, names.slideImage, { type: 'sldImg' }, undefined),
    placeholderShape(3, names.notes, { type: 'body', idx: 1 }, words),
    placeholderShape(4, names.slideNumber, { type: 'sldNum', sz: 'quarter', idx: 5 }, plainBody([number])),
  ]
  const content = slideElement('p:notes', slideTree(shapes, undefined))
  return makePart('notesSlide', notesName(page.number), content, relations.list())
}

function placeholderShape(
  id: number,
  name: string,
  ph: PlaceholderAttributes,
  body: XmlElement | undefined,
  properties: readonly XmlElement[] = [],
): XmlElement {
  return shapeElement({ id, name, placeholder: element('p:ph', ph) }, properties, body)
}

function plainBody(paragraphs: readonly XmlElement[], style: XmlElement = element('a:lstStyle')): XmlElement {
  return element('p:txBody', {}, [element('a:bodyPr'), style, ...paragraphs])
}

function notesMasterPart(deck: Deck, notesTheme: string): Part {
  const { theme, document, language } = deck
  const { names } = deck.words
  const words = (text: string): XmlElement[] => promptParagraphs([text], language)
  const small = (id: number, name: string, ph: PlaceholderAttributes, box: Box, text: XmlElement[]): XmlElement =>
    placeholderShape(id, name, ph, plainBody(text, smallStyle(box, theme)), rectangleAt(box))
  const shapes = [
    small(2, names.header, { type: 'hdr', sz: 'quarter' }, boxes.header, words(document.title)),
    small(3, names.date, { type: 'dt', idx: 1 }, boxes.date, words(document.asOf)),
    slideImage(deck),
    placeholderShape(
      5,
      names.notes,
      { type: 'body', sz: 'quarter', idx: 3 },
      plainBody(words(names.notes)),
      rectangleAt(boxes.body),
    ),
    small(6, names.footer, { type: 'ftr', sz: 'quarter', idx: 4 }, boxes.footer, words(document.publisher)),
    small(7, names.slideNumber, { type: 'sldNum', sz: 'quarter', idx: 5 }, boxes.number, [numberPrompt(language)]),
  ]
  const content = element('p:notesMaster', slideNamespaces, [
    slideTree(shapes, masterBackground()),
    colorMap(),
    listStyleElement('p:notesStyle', notesLevels, theme),
  ])
  return makePart('notesMaster', notesMasterName, content, [
    { id: 'rId1', type: relationTypes.theme, target: notesTheme },
  ])
}

function smallStyle({ x }: Box, theme: Theme): XmlElement {
  const align = x > 0 ? 'right' : 'left'
  return listStyleElement('a:lstStyle', oneLevel({ size: 10, align }), theme)
}

/** The slide's picture, as wide as the notes and as high as its shape asks. */
function slideImage({ pages, theme, words }: Deck): XmlElement {
  const { width, height } = pages[0] ?? theme.slide
  const scale = Math.min(boxes.body.width / width, 260 / height)
  const size = { width: width * scale, height: height * scale }
  const box = { x: (notesSize.width - size.width) / 2, y: 60, ...size }
  const line = element('a:ln', { w: 6350 }, [element('a:solidFill', {}, [element('a:schemeClr', { val: 'tx2' })])])
  return shapeElement(
    { id: 4, name: words.names.slideImage, placeholder: element('p:ph', { type: 'sldImg', idx: 2 }) },
    [...rectangleAt(box), element('a:noFill'), line],
  )
}

/** Speaker notes as paragraphs. Notes are black on white; a link has its own colour. */
function notesParagraphs(blocks: readonly Block[], levels: ListStyle): LeveledParagraph[] {
  return noteLines(blocks).map(({ runs, level, start }) => ({
    runs: runs.map((run) => ({ ...run, color: undefined })),
    wanted: { ...levelAt(levels, level), ...(start !== undefined && { bullet: undefined }) },
    level,
    extras: { numbering: start === undefined ? undefined : { scheme: 'arabicPeriod', start } },
  }))
}
