// LibreOffice as a converter, for all that asks it.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A folder that goes when this process ends, with the profile of all runs, which takes the first of them seconds to make. */
const own = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
process.once('exit', () => rmSync(own, { recursive: true, force: true }))

/** Where the PDFs of decks are that LibreOffice has drawn. */
const drawn = new Map()

/** Decks as LibreOffice draws them: where the PDF of each is. Those that were not drawn before are drawn in one run of it. */
export function drawDecks(paths) {
  const fresh = paths.filter((path) => !drawn.has(path))
  // Two decks may have one name.
  const copies = fresh.map((path, index) => join(own, `${drawn.size + index}-${basename(path)}`))
  for (const [index, path] of fresh.entries()) copyFileSync(path, copies[index])
  const pdfs = fresh.length > 0 ? convert(copies, 'pdf', own) : []
  for (const [index, path] of fresh.entries()) drawn.set(path, pdfs[index])
  return paths.map((path) => drawn.get(path))
}

/**
 * Converts files as LibreOffice does, into `out`; returns where each is then. The format may name its filter: `xlsx:Calc MS Excel 2007 XML`. Throws
 * where a file has not come out. A profile says how it is set; else all runs share one.
 */
export function convert(paths, format, out, profile = join(own, 'profile')) {
  mkdirSync(out, { recursive: true })
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    out,
    ...paths,
  ]
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 + 60_000 * paths.length })
  const made = paths.map((path) => join(out, basename(path).replace(/\.[^.]*$/, `.${format.replace(/:.*/s, '')}`)))
  const missing = made.filter((path) => !existsSync(path))
  if (status !== 0 || missing.length > 0) throw new Error(`soffice failed: ${missing.join(', ')} ${stderr}`)
  return made
}
