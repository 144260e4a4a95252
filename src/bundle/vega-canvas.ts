// What Vega's transforms get for a canvas, in place of a native one.
export { createPixelCanvas as canvas } from '../chart/pixel-canvas.ts'
