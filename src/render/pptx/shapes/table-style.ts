import type { Page, Stroke, TableItem, TextStyle } from '../../../layout/types.ts'
import { makePart, type Part } from '../../../opc/package.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import { colorElement, fillElement, lineElement } from '../color.ts'

/** How the deck's tables look where a cell does not say otherwise. */
export interface TableStyle {
  header: CellCharacters
  body: CellCharacters
  rules: TableItem['rules']
}

type CellCharacters = Pick<TextStyle, 'weight' | 'color'>

/** The deck's own style, made from these parts; its fixed id lets merged decks share it. */
export const tableStyleId = '{8D2F6A51-3C4E-4B7A-9E60-2B1F5C7D9A01}'

/** The style of the deck's first table, so that a table which a person adds looks like the others. */
export function learnTableStyle(pages: readonly Page[]): TableStyle {
  const table = pages.flatMap((page) => page.items).find((item): item is TableItem => item.type === 'table')
  const characters = (isHeader: boolean): CellCharacters | undefined => {
    const style = table?.rows.find((row) => row.header === isHeader)?.cells[0]?.paragraph.style
    return style && { weight: style.weight, color: style.color }
  }
  return {
    header: characters(true) ?? { weight: 'bold', color: 'muted' },
    body: characters(false) ?? { weight: 'regular', color: 'ink' },
    rules: table?.rules ?? { header: { color: 'ink', width: 0.75 }, row: { color: 'rule', width: 0.5 } },
  }
}

/** `ppt/tableStyles.xml`. */
export function tableStylesPart({ header, body, rules }: TableStyle, theme: Theme): Part {
  return makePart(
    'tableStyles',
    '/ppt/tableStyles.xml',
    element(
      'a:tblStyleLst',
      { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', def: tableStyleId },
      [
        element('a:tblStyle', { styleId: tableStyleId, styleName: 'Briefwright' }, [
          element('a:wholeTbl', {}, [
            textElement(body, theme),
            element('a:tcStyle', {}, [
              borders(rules.row, theme, 'bottom', 'insideH'),
              element('a:fill', {}, [element('a:noFill')]),
            ]),
          ]),
          element('a:band1H', {}, [
            element('a:tcStyle', {}, [element('a:tcBdr'), element('a:fill', {}, [fillElement('panel', theme)])]),
          ]),
          element('a:firstRow', {}, [
            textElement(header, theme),
            element('a:tcStyle', {}, [borders(rules.header, theme, 'bottom')]),
          ]),
        ]),
      ],
    ),
  )
}

function textElement({ weight, color }: CellCharacters, theme: Theme): XmlElement {
  const font = element('a:fontRef', { idx: 'minor' }, [element('a:prstClr', { val: 'black' })])
  return element('a:tcTxStyle', { b: weight === 'bold' ? 'on' : 'off' }, [font, colorElement(color, theme)])
}

function borders(stroke: Stroke, theme: Theme, ...sides: readonly ('bottom' | 'insideH')[]): XmlElement {
  return element(
    'a:tcBdr',
    {},
    sides.map((side) => element(`a:${side}`, {}, [lineElement(stroke, theme)])),
  )
}
