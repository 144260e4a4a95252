// What Vega's transforms get for a canvas, in place of a native one.
export { createPixelCanvas as canvas } from '../chart/draw/pictures/pixel-canvas.ts'
