// Decks with every layout, with any text and with many slides, from the pages that the renderer's own tests use.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Renders them into a temporary folder; their paths. */
export async function writeSampleDecks() {
  const script = join(root, 'node_modules/.cache/every-layout.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['test/render/deck-fixture.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: script,
  })
  const { renderSamples } = await import(pathToFileURL(script).href)
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  return [...(await renderSamples())].map(([name, bytes]) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  })
}
