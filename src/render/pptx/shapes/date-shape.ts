import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Deck } from '../deck.ts'
import { listStyleElement } from '../parts/list-style.ts'
import type { Placeholder } from '../parts/placeholder.ts'
import { rectangleAt, shapeElement } from './shape.ts'
import { promptParagraphs, textFrame } from './text-body.ts'

/** The place that PowerPoint puts a date in when a person asks for one: between footer and slide number, over the footer's end where it leaves no room. */
export function dateShape(id: number, footer: Placeholder, pageNumber: Placeholder, deck: Deck): XmlElement {
  const { box, text } = pageNumber
  const left = Math.min(footer.box.x + footer.box.width, box.x - 80)
  return shapeElement(
    { id, name: deck.words.names.date, placeholder: element('p:ph', { type: 'dt', sz: 'half', idx: 10 }) },
    rectangleAt({ ...box, x: left, width: box.x - left }),
    element('p:txBody', {}, [
      textFrame(text?.verticalAlign ?? 'top'),
      listStyleElement('a:lstStyle', text?.levels ?? [], deck.theme),
      ...promptParagraphs([deck.document.asOf], deck.language),
    ]),
  )
}
