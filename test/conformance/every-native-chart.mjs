// A deck with every native chart of the sample specs, from the charts that the renderer's own tests use; and the workbook in each.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { unzipSync } from 'fflate'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Renders it into a temporary folder; the paths of the deck and of its workbooks. */
export async function writeEveryNativeChart() {
  const script = join(root, 'node_modules/.cache/every-native-chart.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['test/render/native-chart/native-deck.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: script,
  })
  const { renderNativeDeck } = await import(pathToFileURL(script).href)
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  const deck = await renderNativeDeck()
  const path = join(folder, 'every-native-chart.pptx')
  writeFileSync(path, deck)
  const workbooks = Object.entries(unzipSync(deck, { filter: ({ name }) => name.endsWith('.xlsx') }))
  return [path, ...workbooks.map(([name, bytes]) => writeWorkbook(join(folder, name.replace(/.*\//, '')), bytes))]
}

function writeWorkbook(path, bytes) {
  writeFileSync(path, bytes)
  return path
}
