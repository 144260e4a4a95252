// The starter report's deck in templates of three origins: this project's writer, pptxgenjs, LibreOffice Impress.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { strFromU8, unzipSync } from 'fflate'
import { convert } from './soffice.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const command = join(root, 'dist/briefwright.cjs')

/** Builds them into a temporary folder; their paths. */
export async function writeDecksInTemplates() {
  const { ownTemplate, scriptedTemplate } = await loadTemplates()
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  const own = save(join(folder, 'own.pptx'), await ownTemplate())
  const scripted = save(join(folder, 'scripted.pptx'), await scriptedTemplate())
  return [
    deckIn(own, folder, ''),
    deckIn(scripted, folder, 'layouts: { title: Brand Cover, default: Brand Content }\n'),
    inImpress(throughImpress(folder), folder),
  ]
}

/** In the layout of its second master, which Impress calls Beehive1, or Beehive1 16:9 since its version 26.8. */
function inImpress(template, folder) {
  const parts = Object.entries(unzipSync(readFileSync(template)))
  const layouts = parts.filter(([name]) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(name))
  const names = layouts.map(([, bytes]) => /<p:cSld name="([^"]+)"/.exec(strFromU8(bytes))?.[1])
  const name = names.find((one) => one?.startsWith('Beehive1'))
  return deckIn(template, folder, `layouts: { default: ${JSON.stringify(name ?? 'Beehive1')} }\n`)
}

async function loadTemplates() {
  const script = join(root, 'node_modules/.cache/templates.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['test/reference/templates.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: script,
  })
  return import(pathToFileURL(script).href)
}

function save(path, bytes) {
  writeFileSync(path, bytes)
  return path
}

/** One of the templates that come with Impress. */
const beehive = '/usr/lib/libreoffice/share/template/common/presnt/Beehive.otp'

/** The same as a .pptx, as Impress writes it. */
function throughImpress(folder) {
  const [made] = convert([beehive], 'pptx', join(folder, 'impress'))
  return save(join(folder, 'impress.pptx'), readFileSync(made))
}

function deckIn(template, folder, theme) {
  const name = template.slice(folder.length + 1).replace('.pptx', '')
  const report = join(folder, `report-${name}`)
  execFileSync('node', [command, 'init', report], { stdio: 'ignore' })
  if (theme) writeFileSync(join(report, 'templates/theme.yaml'), theme)
  const out = join(folder, `in-${name}`)
  const { status, stderr } = spawnSync(
    'node',
    [command, 'build', report, '--to', 'pptx', '--reference', template, '--out', out],
    { encoding: 'utf8', timeout: 60_000 },
  )
  if (status !== 0) throw new Error(`no deck in the template ${name}: ${stderr}`)
  const made = /(\S+\.pptx) {2}/.exec(stderr)?.[1]
  return save(join(folder, `in-${name}.pptx`), readFileSync(join(out, made.split('/').at(-1))))
}
