import type { Diagnostic } from '../diagnostic.ts'
import { readBytesInside } from './loader.ts'
import { fromDataAddress, toDataAddress, toPicture } from './pictures.ts'
import { placedItems, type SceneMark } from './scene.ts'
import type { Chart } from './types.ts'
import { vegaDiagnostic } from './vega-log.ts'

/** Loads a scene's pictures from their addresses, below the folder; an error for each that cannot be had. */
export function loadPictures(root: SceneMark, chart: Chart, folder: string): Diagnostic[] {
  return [...placedItems(root, [0, 0])].flatMap(({ mark, item }) => {
    if (mark.marktype !== 'image' || item.url === undefined) return []
    const { url } = item
    try {
      const picture = toPicture(fromDataAddress(url) ?? readBytesInside(folder, url))
      if (!picture) throw new Error(`neither PNG nor JPEG: ${url}`)
      item.image = { ...picture, complete: true, src: toDataAddress(picture), url }
      return []
    } catch (error) {
      return [vegaDiagnostic(chart, 'error', ['picture cannot be loaded', error])]
    }
  })
}
