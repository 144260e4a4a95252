import type { Box, TextItem, TextStyle } from '../layout/types.ts'
import { emu } from '../opc/shape-box.ts'
import { childElements, childNamed, getText, type XmlElement } from '../opc/xml.ts'
import type { ReferenceColors } from './types.ts'

/** The words of a template's own shape, which are no placeholder's. Lengths in points. */
export interface ShapeWords {
  /** Within what its frame keeps clear. */
  box: Box
  /** Whether lines end at the box's edge. */
  isWrapped: boolean
  anchor: TextItem['verticalAlign']
  paragraphs: WordsParagraph[]
}

/** A paragraph as its first words look. */
export interface WordsParagraph extends Pick<TextStyle, 'font' | 'size' | 'weight' | 'italic' | 'align'> {
  text: string
  /** `#rrggbb` */
  color: string
}

/** Reads a shape's `<p:txBody>`; undefined for vertical text or columns. `colorOf` gives a fill's colour. */
export function readShapeWords(
  shape: XmlElement,
  { x, y, width, height }: Box,
  colors: ReferenceColors,
  colorOf: (fill: XmlElement | undefined) => string | undefined,
): ShapeWords | undefined {
  const body = childNamed(shape, 'p:txBody')
  const frame = childNamed(body, 'a:bodyPr')
  const { vert = 'horz', numCol = '1', wrap, anchor = 't' } = frame?.attributes ?? {}
  if (vert !== 'horz' || numCol !== '1') return undefined
  const inset = (key: string, standard: number) => Number(frame?.attributes[key] ?? standard) / emu
  const [left, top] = [inset('lIns', 91440), inset('tIns', 45720)]
  const scale = Number(childNamed(frame, 'a:normAutofit')?.attributes.fontScale ?? 100_000) / 100_000
  const level = childNamed(childNamed(body, 'a:lstStyle'), 'a:lvl1pPr')
  const styled = colorOf(childNamed(childNamed(shape, 'p:style'), 'a:fontRef'))
  const paragraphs = childElements(body).filter(({ name }) => name === 'a:p')
  return {
    box: {
      x: x + left,
      y: y + top,
      width: width - left - inset('rIns', 91440),
      height: height - top - inset('bIns', 45720),
    },
    isWrapped: wrap !== 'none',
    anchor: ({ ctr: 'middle', b: 'bottom' } as const)[anchor] ?? 'top',
    paragraphs: paragraphs.map((paragraph) => {
      const runs = childElements(paragraph).filter(({ name }) => /^a:(r|fld|br)$/.test(name))
      const looks = [childNamed(runs[0], 'a:rPr'), childNamed(level, 'a:defRPr')]
      const said = (key: string) => looks.find((look) => look?.attributes[key])?.attributes[key]
      const isYes = (key: string) => /^(1|true)$/.test(said(key) ?? '')
      const face = looks.flatMap((look) => childNamed(look, 'a:latin')?.attributes.typeface ?? [])[0]
      const align = [childNamed(paragraph, 'a:pPr'), level].flatMap((one) => one?.attributes.algn ?? [])[0] ?? ''
      return {
        text: runs
          .map((run) =>
            run.name === 'a:br'
              ? '\n'
              : childElements(run)
                  .flatMap((one) => (one.name === 'a:t' ? getText(one) : []))
                  .join(''),
          )
          .join(''),
        font: face === '+mj-lt' ? 'heading' : 'body',
        size: (Number(said('sz') ?? 1800) / 100) * scale,
        weight: isYes('b') ? 'bold' : 'regular',
        italic: isYes('i'),
        align: ({ ctr: 'center', r: 'right' } as const)[align] ?? 'left',
        color: looks.flatMap((look) => colorOf(childNamed(look, 'a:solidFill')) ?? [])[0] ?? styled ?? colors.tx1,
      }
    }),
  }
}
