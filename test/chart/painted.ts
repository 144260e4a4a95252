import type { Drawing } from '../../src/chart/types.ts'
import { apply } from '../../src/graphics/canvas/affine.ts'
import { PathCanvas } from '../../src/graphics/canvas/path-canvas.ts'

interface PaintedText {
  text: string
  x: number
  y: number
}

class TextRecorder extends PathCanvas {
  readonly texts: PaintedText[] = []

  fillText(text: string, left: number, top: number): void {
    const [x, y] = apply(this.matrix, left, top)
    this.texts.push({ text, x, y })
  }

  measureText = () => ({ width: 0 })
  stroke(): void {}
  clip(): void {}
  clearRect(): void {}
  strokeText(): void {}
  drawImage(): void {}
  protected fillPath(): void {}
  protected endClips(): void {}
}

/** The texts that a drawing paints, each with the point that it is anchored at. */
export function paintedTexts(drawing: Drawing): PaintedText[] {
  const recorder = new TextRecorder()
  drawing.paint(recorder)
  return recorder.texts
}
