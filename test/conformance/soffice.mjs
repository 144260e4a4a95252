// LibreOffice as a converter, for all that asks it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Converts files as LibreOffice does, with a profile of its own in `folder`, where `out` lies too; returns where each is then. The format may name its
 * filter: `xlsx:Calc MS Excel 2007 XML`. Throws where a file has not come out.
 */
export function convert(paths, format, folder, { out = folder } = {}) {
  mkdirSync(out, { recursive: true })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  const args = [profile, '--headless', '--convert-to', format, '--outdir', out, ...paths]
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 180_000 })
  const made = paths.map((path) => join(out, basename(path).replace(/\.[^.]*$/, `.${format.replace(/:.*/s, '')}`)))
  const missing = made.filter((path) => !existsSync(path))
  if (status !== 0 || missing.length > 0) throw new Error(`soffice failed: ${missing.join(', ')} ${stderr}`)
  return made
}
