import type { Diagnostic } from '../diagnostic.ts'
import { isWholePng } from '../render/decode-png.ts'
import { readBytesInside } from './loader.ts'
import { fromDataAddress, toDataAddress, toPicture } from './pictures.ts'
import { placedItems, type SceneItem, type SceneMark } from './scene.ts'
import type { Chart } from './types.ts'
import { vegaDiagnostic } from './vega-log.ts'

type Loaded = NonNullable<SceneItem['image']>

/** Loads a scene's pictures from their addresses, below the folder, each once; an error for each that cannot be had. */
export function loadPictures(root: SceneMark, chart: Chart, folder: string): Diagnostic[] {
  const loaded = new Map<string, Loaded | Diagnostic>()
  for (const { mark, item } of placedItems(root, [0, 0])) {
    if (mark.marktype !== 'image' || item.url === undefined) continue
    const picture = loaded.get(item.url) ?? load(item.url, chart, folder)
    loaded.set(item.url, picture)
    if ('bytes' in picture) item.image = picture
  }
  return [...loaded.values()].filter((picture) => 'message' in picture)
}

function load(url: string, chart: Chart, folder: string): Loaded | Diagnostic {
  try {
    const bytes = fromDataAddress(url) ?? readBytesInside(folder, url)
    const picture = toPicture(bytes)
    if (!picture) throw new Error(`neither PNG nor JPEG: ${url}`)
    if (bytes[0] === 0x89 && !isWholePng(bytes)) throw new Error(`a damaged PNG: ${url}`)
    return { ...picture, complete: true, src: toDataAddress(picture), url }
  } catch (error) {
    return vegaDiagnostic(chart, 'error', ['picture cannot be loaded', error])
  }
}
