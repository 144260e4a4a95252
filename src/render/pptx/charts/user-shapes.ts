import type {
  NativeChart,
  NativeFigure,
  NativeRule,
  NativeShape,
  NativeText,
} from '../../../chart/native/native-types.ts'
import type { Size } from '../../../graphics/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import { outlineElement, paintElement, textRun } from './paint-elements.ts'

/** `<c:userShapes>`: words and lines that belong to the chart and move with it, but are no data. */
export function userShapes(chart: NativeChart, theme: Theme, language: string): XmlElement {
  return element(
    'c:userShapes',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:cdr': 'http://schemas.openxmlformats.org/drawingml/2006/chartDrawing',
    },
    chart.shapes.map((shape, index) => anchored(shape, index + 2, chart, theme, language)),
  )
}

function anchored(shape: NativeShape, id: number, chart: NativeChart, theme: Theme, language: string): XmlElement {
  switch (shape.type) {
    case 'text':
      return textShape(shape, id, chart, theme, language)
    case 'rule':
      return ruleShape(shape, id, chart.size, theme)
    case 'figure':
      return figureShape(shape, id, chart.size, theme)
  }
}

function anchor(from: [number, number], to: [number, number], { width, height }: Size, shape: XmlElement): XmlElement {
  const corner = (name: string, [x, y]: [number, number]) =>
    element(name, {}, [element('cdr:x', {}, [part(x / width)]), element('cdr:y', {}, [part(y / height)])])
  return element('cdr:relSizeAnchor', {}, [corner('cdr:from', from), corner('cdr:to', to), shape])
}

function part(value: number): string {
  return String(Math.round(Math.max(0, Math.min(1, value)) * 1e5) / 1e5)
}

const anchors = { left: 'l', center: 'ctr', right: 'r' } as const

/** The box has extra room on the side without an edge to keep: PowerPoint's text may be wider than Vega's. */
function textShape(
  { text, box, align, angle, font }: NativeText,
  id: number,
  chart: NativeChart,
  theme: Theme,
  language: string,
): XmlElement {
  const slack = font.size
  const isTurned = Math.abs(angle) > 45
  // A turned shape is placed by its box before the turn.
  const [width, height] = isTurned ? [box.height, box.width] : [box.width, box.height]
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2]
  const left = cx - width / 2 - (align === 'left' && !isTurned ? 0 : slack)
  const right = cx + width / 2 + (align === 'right' && !isTurned ? 0 : slack)
  const shape = element('cdr:sp', { macro: '', textlink: '' }, [
    element('cdr:nvSpPr', {}, [
      element('cdr:cNvPr', { id, name: `Text ${id - 1}: ${text.replace(/\s+/g, ' ')}` }),
      element('cdr:cNvSpPr', { txBox: true }),
    ]),
    element('cdr:spPr', {}, [
      isTurned ? element('a:xfrm', { rot: Math.round(angle * 60000) }) : undefined,
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
      paintElement(standsOnGrid(box, chart) ? { color: theme.colors.paper, opacity: 1 } : undefined, theme),
    ]),
    element('cdr:txBody', {}, [
      element('a:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }),
      element('a:lstStyle'),
      ...text
        .split('\n')
        .map((line) =>
          element('a:p', {}, [
            element('a:pPr', { algn: isTurned ? 'ctr' : anchors[align] }),
            textRun(line, font, theme, language),
          ]),
        ),
    ]),
  ])
  return anchor([left, cy - height / 2], [right, cy + height / 2], chart.size, shape)
}

/** Whether words are only on grid lines: among lines and points, with no rectangle behind them outside these. */
function standsOnGrid({ x, y, width, height }: NativeText['box'], { plots, plotArea, shapes }: NativeChart): boolean {
  const isOpen = plots.every(({ kind }) => kind === 'line' || kind === 'scatter')
  const isInside =
    x >= plotArea.x &&
    x + width <= plotArea.x + plotArea.width &&
    y >= plotArea.y &&
    y + height <= plotArea.y + plotArea.height
  return isOpen && isInside && shapes.every(({ type }) => type !== 'figure')
}

function ruleShape({ from, to, line }: NativeRule, id: number, size: Size, theme: Theme): XmlElement {
  const [x1, x2] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [y1, y2] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  const rises = (to[0] - from[0]) * (to[1] - from[1]) < 0
  const shape = element('cdr:cxnSp', { macro: '' }, [
    element('cdr:nvCxnSpPr', {}, [element('cdr:cNvPr', { id, name: `Line ${id - 1}` }), element('cdr:cNvCxnSpPr')]),
    element('cdr:spPr', {}, [
      rises ? element('a:xfrm', { flipV: true }) : undefined,
      element('a:prstGeom', { prst: 'line' }, [element('a:avLst')]),
      outlineElement(line, theme),
    ]),
  ])
  return anchor([x1, y1], [x2, y2], size, shape)
}

function figureShape({ shape, box, fill, line }: NativeFigure, id: number, size: Size, theme: Theme): XmlElement {
  const drawn = element('cdr:sp', { macro: '', textlink: '' }, [
    element('cdr:nvSpPr', {}, [element('cdr:cNvPr', { id, name: `Figure ${id - 1}` }), element('cdr:cNvSpPr')]),
    element('cdr:spPr', {}, [
      element('a:prstGeom', { prst: shape }, [element('a:avLst')]),
      paintElement(fill, theme),
      outlineElement(line, theme),
    ]),
  ])
  return anchor([box.x, box.y], [box.x + box.width, box.y + box.height], size, drawn)
}
