import { layoutNames } from '../../../document/layout-names.ts'
import type { Words } from '../../../locale/words/words.ts'
import { makePart, type Part, relationTypes } from '../../../opc/package.ts'
import { layoutName, masterName } from '../../../opc/part-names.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { isCover } from '../../../theme/cover-looks.ts'
import { fillElement } from '../color.ts'
import type { Deck } from '../deck.ts'
import { placeholderElement, rectangleAt, shapeElement, slideElement, slideTree } from '../shapes/shape.ts'
import { numberPrompt, promptParagraphs, textFrame } from '../shapes/text-body.ts'
import { decorationShape } from '../slides.ts'
import { backgroundElement } from './background.ts'
import type { LayoutToWrite } from './layouts.ts'
import { listStyleElement } from './list-style.ts'
import { dateShape } from './master-part.ts'
import type { Placeholder, PlaceholderRole } from './placeholder.ts'

/** The deck's slide layouts, each with placeholders that say what belongs in them. */
export function layoutParts(deck: Deck): Part[] {
  const relations = [{ id: 'rId1', type: relationTypes.slideMaster, target: masterName }]
  return deck.layouts.map((layout, index) =>
    makePart('slideLayout', layoutName(index + 1), layoutElement(layout, deck), relations),
  )
}

/** The kinds of layout that PowerPoint itself knows, so that it matches them when slides change decks. */
const knownTypes: Readonly<Record<string, string>> = { title: 'title', section: 'secHead' }

function layoutElement(layout: LayoutToWrite, deck: Deck): XmlElement {
  const { theme } = deck
  const decorations = layout.decorations.map((item, index) =>
    decorationShape(item, { id: index + 2, name: item.name }, theme),
  )
  const places = layout.placeholders.map((place, index) =>
    placeholderShape(place, layout.name, decorations.length + index + 2, deck),
  )
  const shapes = [...decorations, ...places, ...dateShapes(layout, decorations.length + places.length + 2, deck)]
  const tree = slideTree(shapes, backgroundElement(layout.background, theme), layoutTitle(layout.name, deck))
  return slideElement('p:sldLayout', tree, { type: knownTypes[layout.name], preserve: true, userDrawn: true })
}

/** A place for a date where there is a footer with a number. */
function dateShapes({ placeholders }: LayoutToWrite, id: number, deck: Deck): XmlElement[] {
  const [footer, pageNumber] = (['footer', 'pageNumber'] as const).map((role) =>
    placeholders.find((place) => place.role === role),
  )
  const hasDate = placeholders.some((place) => place.role === 'date')
  return footer && pageNumber && !hasDate ? [dateShape(id, footer, pageNumber, deck)] : []
}

function placeholderShape(
  place: Placeholder,
  layout: string,
  id: number,
  { theme, language, words }: Deck,
): XmlElement {
  const { text, role, box } = place
  const ph = placeholderElement(place, layout)
  const prompt = { ...ph, attributes: { ...ph.attributes, ...(hasPrompt(role) && { hasCustomPrompt: '1' }) } }
  const body = element('p:txBody', {}, [
    text ? textFrame(text.verticalAlign) : element('a:bodyPr'),
    text ? listStyleElement('a:lstStyle', text.levels, theme) : element('a:lstStyle'),
    ...prompts(place, layout, language, words),
  ])
  return shapeElement(
    { id, name: placeholderName(place, words), placeholder: prompt },
    [...rectangleAt(box), text?.fill ? fillElement(text.fill, theme) : undefined],
    body,
  )
}

/** PowerPoint's own prompts are kept where they are right as they are. */
const hasPrompt = (role: PlaceholderRole): boolean => role !== 'footer' && role !== 'date' && role !== 'pageNumber'

/** What PowerPoint's gallery calls a layout; one of the template's own keeps its name. */
function layoutTitle(name: string, { words }: Deck): string {
  const layout = layoutNames.find((known) => known === name)
  return layout ? words.layouts[layout] : name
}

function placeholderName({ role, order }: Placeholder, { names }: Words): string {
  const name = names[role === 'body' ? 'text' : role === 'pageNumber' ? 'slideNumber' : role]
  return order === 0 ? name : `${name} ${order + 1}`
}

/** The words that stand in an empty placeholder, a paragraph for each level worth showing. */
function prompts({ role, text }: Placeholder, layout: string, language: string, words: Words): XmlElement[] {
  if (role === 'pageNumber') return [numberPrompt(language)]
  return promptParagraphs(promptWords(role, layout, words).slice(0, text?.levels.length ?? 1), language)
}

function promptWords(role: PlaceholderRole, layout: string, { names, prompts }: Words): string[] {
  switch (role) {
    case 'title':
      return [isCover(layout) ? names.title : prompts.finding]
    case 'subtitle':
      return [isCover(layout) ? names.subtitle : prompts.measure]
    case 'keyFigure':
      return [prompts.number, prompts.whatItIs, prompts.howItMoved]
    case 'chart':
      return [prompts.picture]
    case 'table':
    case 'caption':
    case 'source':
    case 'footer':
    case 'date':
      return [names[role]]
    default:
      return [names.text, prompts.secondLevel, prompts.thirdLevel]
  }
}
