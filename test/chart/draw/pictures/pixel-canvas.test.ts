import { expect, test } from 'vitest'
import { createPixelCanvas, setCanvasFonts } from '../../../../src/chart/draw/pictures/pixel-canvas.ts'
import { decodePng } from '../../../../src/graphics/png.ts'
import { fonts, theme } from '../../sample.ts'

setCanvasFonts({ theme, fonts })

/** Whether anything is at points of the canvas. */
function takenAt(canvas: ReturnType<typeof createPixelCanvas>, points: [number, number][]): boolean[] {
  const { width, height } = canvas
  const { data } = canvas.getContext().getImageData(0, 0, width, height)
  return points.map(([x, y]) => (data[(y * width + x) * 4 + 3] ?? 0) > 0)
}

test('what is drawn takes its place, in the coordinates of the moment', () => {
  const canvas = createPixelCanvas(60, 40)
  const context = canvas.getContext()
  context.fillStyle = 'rgba(255, 0, 0, 0.1)'
  context.save()
  context.translate(10, 10)
  context.fillRect(0, 0, 10, 10)
  context.restore()
  context.strokeStyle = 'blue'
  context.lineWidth = 4
  context.beginPath()
  context.arc(40, 20, 8, 0, 2 * Math.PI)
  context.stroke()
  expect(
    takenAt(canvas, [
      [15, 15],
      [5, 5],
      [48, 20],
      [40, 20],
    ]),
  ).toEqual([true, false, true, false])
  context.clearRect()
  expect(takenAt(canvas, [[15, 15]])).toEqual([false])
})

test('words take the place of their letters, turned too', () => {
  const canvas = createPixelCanvas(60, 60)
  const context = canvas.getContext()
  context.font = 'bold 40px Arial'
  context.textAlign = 'center'
  context.translate(30, 30)
  context.rotate(Math.PI / 2)
  context.fillText('I', 0, 0)
  // The letter lies, its foot on the left.
  expect(
    takenAt(canvas, [
      [45, 30],
      [20, 30],
      [45, 45],
    ]),
  ).toEqual([true, false, false])
  expect(context.measureText('II').width).toBeCloseTo(2 * context.measureText('I').width)
})

test('pixels that are put on it come back as a PNG with its clear parts', () => {
  const canvas = createPixelCanvas(2, 1)
  const context = canvas.getContext()
  const image = context.getImageData(0, 0, 2, 1)
  image.data.set([10, 20, 30, 255, 40, 50, 60, 128])
  context.putImageData(image)
  expect([...decodePng(canvas.toPng()).data]).toEqual([10, 20, 30, 255, 40, 50, 60, 128])
})
