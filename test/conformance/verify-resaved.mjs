import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { convert } from './soffice.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const command = join(root, 'dist/briefwright.cjs')
const report = join(root, 'test/fixtures/internet')

/** What a colleague does in LibreOffice: a number edited before the file is saved again there, in the first text that has it. */
const edits = [
  ['digits transposed', '1.092', '1.029'],
  ['a qualifier lost', 'over\u00a047', '47'],
  ['another figure', '317\u00a0million', '326\u00a0million'],
  ['another unit', '4.4\u00a0percentage points', '4.4%'],
  ['a table’s cell', '>+36.13<', '>+63.13<'],
  ['a date', 'December 2022 to', 'December 2021 to'],
]

/** A report's own deck, saved again by LibreOffice, is proved; edited before that, it is found out. */
export const verifyResavedChecks = [
  {
    name: 'briefwright verify knows a deck that LibreOffice saved',
    run: () =>
      withDeck((path, folder) => [...proves(resave(path, folder, 'pptx')), ...proves(resaveByOdp(path, folder))]),
  },
  ...edits.map(([name, from, to]) => ({
    name: `briefwright verify finds ${name} in a deck that LibreOffice saved`,
    run: () =>
      withDeck((path, folder) => {
        const { status, stdout } = verify(resave(edit(path, folder, from, to), folder, 'pptx'))
        return status === 1 ? [] : [`exit ${status}: ${stdout.trim()}`]
      }),
  })),
]

/** The report's deck in a new folder. */
function withDeck(work) {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
  try {
    execFileSync(process.execPath, [command, 'build', report, '--to', 'pptx', '--out', folder], { stdio: 'ignore' })
    return work(join(folder, 'cnnic-53.pptx'), folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function edit(path, folder, from, to) {
  const parts = unzipSync(readFileSync(path))
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const slide = slides.find((name) => strFromU8(parts[name]).includes(from))
  if (slide === undefined) throw new Error(`no slide says: ${from}`)
  parts[slide] = strToU8(strFromU8(parts[slide]).replace(from, () => to))
  const edited = join(folder, 'edited.pptx')
  writeFileSync(edited, zipSync(parts))
  return edited
}

/** Each conversion in a folder of its own, so that it does not overwrite what it reads. */
function resave(path, folder, format) {
  return convert([path], format, join(folder, `as-${format}`))[0]
}

function resaveByOdp(path, folder) {
  return resave(resave(path, folder, 'odp'), join(folder, 'again'), 'pptx')
}

function proves(path) {
  const { status, stdout, stderr } = verify(path)
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n')
}

function verify(path) {
  return spawnSync(process.execPath, [command, 'verify', path, '--report', report], {
    encoding: 'utf8',
    timeout: 120_000,
  })
}
