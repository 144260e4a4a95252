// The workbook of figures in LibreOffice Calc: saved there unchanged it changes nothing; the formulas of derived figures give what this tool derives.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is otherwise after a round trip through LibreOffice, each in a line. */
export function checkSpreadsheet() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-calc-'))
  try {
    cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true })
    briefwright('export', join(folder, 'figures.xlsx'), '--report', folder)
    convert(folder, 'ods', 'figures.xlsx')
    convert(folder, 'xlsx:Calc MS Excel 2007 XML', 'figures.ods')
    const said = briefwright('import', join(folder, 'figures.xlsx'), '--report', folder)
    const before = readFileSync(join(root, 'data/figures.yaml'))
    const isSame = before.equals(readFileSync(join(folder, 'data/figures.yaml')))
    return isSame && said.includes('nothing differs') ? [] : [said]
  } catch (error) {
    return [String(error.stderr ?? error)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function briefwright(...args) {
  return execFileSync('sh', ['-c', '"$0" "$@" 2>&1', process.execPath, join(root, 'dist/briefwright.cjs'), ...args], {
    encoding: 'utf8',
  })
}

function convert(folder, format, file) {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = [profile, '--headless', '--convert-to', format, '--outdir', folder, join(folder, file)]
  execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 })
}
