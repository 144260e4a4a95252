import type { CanvasSettings } from '../types.ts'
import type { Affine } from './affine.ts'

/** What a canvas saves and restores. */
export interface CanvasState extends CanvasSettings {
  matrix: Affine
  dash: readonly number[]
  /** PDF states that clips have opened since the last save. */
  clips: number
}

/** The state of a new canvas, but for its matrix. */
export const initialState: Omit<CanvasState, 'matrix'> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  dash: [],
  font: '10px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
  clips: 0,
}

/** What a canvas would restore: its state of the moment. */
export function getState(canvas: CanvasState): CanvasState {
  const { matrix, fillStyle, strokeStyle, globalAlpha, globalCompositeOperation, lineWidth, lineCap, lineJoin } = canvas
  const { miterLimit, lineDashOffset, dash, font, textAlign, textBaseline, clips } = canvas
  return {
    ...{ matrix, fillStyle, strokeStyle, globalAlpha, globalCompositeOperation, lineWidth, lineCap, lineJoin },
    ...{ miterLimit, lineDashOffset, dash, font, textAlign, textBaseline, clips },
  }
}
