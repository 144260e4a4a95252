import type { Diagnostic } from '../../../diagnostic.ts'
import { isWholePng } from '../../../graphics/png.ts'
import { readBytesInside } from '../../spec/links/loader.ts'
import type { Chart } from '../../types.ts'
import { type LoadedPicture, placedItems, type SceneMark } from '../scene/scene.ts'
import { vegaDiagnostic } from '../vega/vega-log.ts'
import { fromDataAddress, toDataAddress, toPicture } from './pictures.ts'

/** Loads a scene's pictures from their addresses, below the folder, each once, and takes those that transforms have painted; an error for each that cannot be had. */
export function loadPictures(root: SceneMark, chart: Chart, folder: string): Diagnostic[] {
  const loaded = new Map<string, LoadedPicture | Diagnostic>()
  for (const { mark, item } of placedItems(root, [0, 0])) {
    if (mark.marktype !== 'image') continue
    if (item.image && 'toPng' in item.image) item.image = painted(item.image.toPng())
    if (item.url === undefined) continue
    const picture = loaded.get(item.url) ?? load(item.url, chart, folder)
    loaded.set(item.url, picture)
    if ('bytes' in picture) item.image = picture
  }
  return [...loaded.values()].filter((picture) => 'message' in picture)
}

/** A picture without an address, as Vega wants it. */
function painted(bytes: Uint8Array): LoadedPicture | undefined {
  const picture = toPicture(bytes)
  return picture && { ...picture, complete: true, src: toDataAddress(picture), url: undefined }
}

function load(url: string, chart: Chart, folder: string): LoadedPicture | Diagnostic {
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
