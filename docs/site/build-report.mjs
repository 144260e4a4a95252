import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** A folder of its own for a purpose. */
export function makeFolder() {
  return mkdtempSync(join(tmpdir(), 'briefwright-site-'))
}

/** What the command, as it is bundled, says. */
export function runCommand(...args) {
  return execFileSync(process.execPath, [join(root, 'dist/briefwright.cjs'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Whether a report has a template for a kind of document: `deck`, `briefing`. */
export function hasTemplate(folder, kind) {
  return readdirSync(join(folder, 'templates')).some((file) => file.startsWith(`${kind}.`))
}

/** Builds the report in a folder into another: the names of its documents, and of the pictures of its slides where they are asked for. */
export function buildReport(folder, out, { slides = false } = {}) {
  mkdirSync(out, { recursive: true })
  const formats = [
    ...(hasTemplate(folder, 'deck') ? ['pptx', 'png'] : []),
    ...(hasTemplate(folder, 'briefing') ? ['pdf'] : []),
  ]
  const options = slides ? ['--to', formats.join(',')] : []
  runCommand('build', folder, '--out', out, ...options)
  const files = readdirSync(out).sort()
  return {
    documents: files.filter((file) => /\.(pptx|pdf)$/.test(file)),
    slides: files.filter((file) => /-slide-\d+\.png$/.test(file)),
  }
}
