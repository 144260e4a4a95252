// A PDF with every kind of item, run and tag, from the pages that the renderer's own tests use.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Renders it into a temporary folder; its path. */
export async function writeEveryItem() {
  const script = join(root, 'node_modules/.cache/every-item.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['test/render/pdf-pages.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: script,
  })
  const { everyItem, render } = await import(pathToFileURL(script).href)
  const path = join(mkdtempSync(join(tmpdir(), 'briefwright-')), 'every-item.pdf')
  writeFileSync(path, await render(everyItem()))
  return path
}
