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

/** A report's own deck, saved again by LibreOffice, is proved; edited before that, it is found out: `[name, faults]` each. */
export function checkResaved() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
  try {
    execFileSync(process.execPath, [command, 'build', report, '--to', 'pptx', '--out', folder], { stdio: 'ignore' })
    const deck = join(folder, 'cnnic-53.pptx')
    const edited = edits.map(([, from, to], index) => edit(deck, join(folder, `edited-${index}.pptx`), from, to))
    // Into folders of their own, so that none is written over what it is made of.
    const [resaved, ...others] = convert([deck, ...edited], 'pptx', join(folder, 'resaved'))
    const byOdp = convert(convert([deck], 'odp', join(folder, 'odp')), 'pptx', join(folder, 'by-odp'))
    return [
      ['briefwright verify knows a deck that LibreOffice saved', [resaved, ...byOdp].flatMap(proves)],
      ...edits.map(([name], index) => [
        `briefwright verify finds ${name} in a deck that LibreOffice saved`,
        refutes(others[index]),
      ]),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function edit(path, edited, from, to) {
  const parts = unzipSync(readFileSync(path))
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const slide = slides.find((name) => strFromU8(parts[name]).includes(from))
  if (slide === undefined) throw new Error(`no slide says: ${from}`)
  parts[slide] = strToU8(strFromU8(parts[slide]).replace(from, () => to))
  writeFileSync(edited, zipSync(parts))
  return edited
}

function proves(path) {
  const { status, stdout, stderr } = verify(path)
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n')
}

function refutes(path) {
  const { status, stdout } = verify(path)
  return status === 1 ? [] : [`exit ${status}: ${stdout.trim()}`]
}

function verify(path) {
  return spawnSync(process.execPath, [command, 'verify', path, '--report', report], {
    encoding: 'utf8',
    timeout: 120_000,
  })
}
