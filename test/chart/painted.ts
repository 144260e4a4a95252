import type { Drawing } from '../../src/chart/types.ts'
import { type Affine, apply, compose } from '../../src/graphics/canvas/affine.ts'
import { createGradient } from '../../src/graphics/canvas/create-gradient.ts'
import type { Context2D } from '../../src/graphics/types.ts'

interface PaintedText {
  text: string
  x: number
  y: number
}

/** The texts that a drawing paints, each with the point that it is anchored at. */
export function paintedTexts(drawing: Drawing): PaintedText[] {
  const texts: PaintedText[] = []
  let matrix: Affine = [1, 0, 0, 1, 0, 0]
  const saved: Affine[] = []
  const change = (...by: Affine) => {
    matrix = compose(matrix, by)
  }
  const nothing = () => undefined
  const context: Context2D = {
    ...{
      fillStyle: '',
      strokeStyle: '',
      globalAlpha: 1,
      globalCompositeOperation: '',
      lineWidth: 1,
      lineCap: '',
      lineJoin: '',
    },
    ...{
      miterLimit: 4,
      lineDashOffset: 0,
      font: '',
      textAlign: '',
      textBaseline: '',
      imageSmoothingEnabled: true,
      pixelRatio: 1,
    },
    ...{
      beginPath: nothing,
      closePath: nothing,
      moveTo: nothing,
      lineTo: nothing,
      bezierCurveTo: nothing,
      quadraticCurveTo: nothing,
    },
    ...{
      arc: nothing,
      rect: nothing,
      fill: nothing,
      stroke: nothing,
      clip: nothing,
      fillRect: nothing,
      clearRect: nothing,
    },
    ...{ setLineDash: nothing, strokeText: nothing, drawImage: nothing, measureText: () => ({ width: 0 }) },
    createLinearGradient: (x1, y1, x2, y2) => createGradient('linear', { x1, y1, r1: 0, x2, y2, r2: 0 }),
    createRadialGradient: (x1, y1, r1, x2, y2, r2) => createGradient('radial', { x1, y1, r1, x2, y2, r2 }),
    save: () => void saved.push(matrix),
    restore: () => {
      matrix = saved.pop() ?? matrix
    },
    scale: (x, y) => change(x, 0, 0, y, 0, 0),
    rotate: (angle) => change(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0),
    translate: (x, y) => change(1, 0, 0, 1, x, y),
    transform: change,
    fillText: (text, left, top) => {
      const [x, y] = apply(matrix, left, top)
      texts.push({ text, x, y })
    },
  }
  drawing.paint(context)
  return texts
}
