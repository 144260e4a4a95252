// npm run site:pages: writes docs/lookup from the code.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const lookup = join(here, '../lookup')
// Beside the sources, so that packages are found.
const staging = mkdtempSync(join(here, 'made-'))
try {
  const outfile = join(staging, 'pages.mjs')
  await build({
    entryPoints: [join(here, 'reference-pages.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const { referencePages } = await import(pathToFileURL(outfile).href)
  mkdirSync(lookup, { recursive: true })
  for (const [name, text] of await referencePages()) writeFileSync(join(lookup, name), text)
} finally {
  rmSync(staging, { recursive: true })
}
