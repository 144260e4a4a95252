// The workbook of figures in LibreOffice Calc: saved there unchanged it changes nothing, an edited cell changes its own line of the YAML, and the formulas
// of derived figures give what this tool derives, before the edit and after it.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { convert } from './soffice.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const report = join(root, 'test/fixtures/internet')

/** A sum of which two derived figures are worked out, and the line of data/figures.yaml that says it. */
const edited = {
  indicator: 'online-retail-sales',
  before: { cell: '15400000000000', line: '        value: 15.4 trillion yuan' },
  after: { cell: '15600000000000', line: '        value: 15.6 trillion yuan' },
}

/** Recalculate all that is loaded: else Calc trusts the results that the file brings. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${['OOXMLRecalcMode', 'ODFRecalcMode'].map((mode) => `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${mode}" oor:op="fuse"><value>0</value></prop></item>`).join('\n')}
</oor:items>
`

/** What Calc does otherwise to a large report's workbook: `[name, faults]` each. */
export function checkSpreadsheet() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-calc-'))
  try {
    cpSync(join(report, 'data'), join(folder, 'data'), { recursive: true })
    mkdirSync(join(folder, 'profile/user'), { recursive: true })
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), alwaysRecalculate)
    briefwright('export', join(folder, 'figures.xlsx'), '--report', folder)
    const sheets = toSheets(folder, 'figures.xlsx')
    writeFileSync(join(folder, 'unedited.fods'), sheets)
    writeFileSync(join(folder, 'edited.fods'), edit(sheets))
    inCalc(folder, ['unedited.fods', 'edited.fods'], 'xlsx:Calc MS Excel 2007 XML')
    return [
      ['LibreOffice Calc gives the figures back as they were', checkUnedited(folder)],
      ...checkEdited(folder, sheets),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function checkUnedited(folder) {
  const said = briefwright('import', join(folder, 'unedited.xlsx'), '--report', folder)
  return [
    ...(said.trim() === 'nothing differs' ? [] : [said]),
    ...changedLines(folder).map((change) => `changed: ${change}`),
  ]
}

/** The derived figures are asked of the dataset before the edited workbook is imported, and after; two must have moved with it. */
function checkEdited(folder, sheets) {
  const before = derivedFigures(folder)
  const said = briefwright('import', join(folder, 'edited.xlsx'), '--report', folder)
  const expected = `figures.yaml: ${edited.before.line} → ${edited.after.line}`
  const changes = changedLines(folder)
  const isAlone = changes.length === 1 && changes[0] === expected && !/error|warning/.test(said)
  const now = derivedFigures(folder)
  const moved = [...now].filter(([key, { value }]) => before.get(key)?.value !== value)
  const unmoved = moved.length === 2 ? [] : [`the edit should move 2 derived figures, and moved ${moved.length}`]
  return [
    ['a cell edited in LibreOffice Calc changes its own line, no other', isAlone ? [] : [said, ...changes]],
    [
      'LibreOffice Calc works out what the dataset derives',
      [...compareDerived(before, sheets), ...compareDerived(now, toSheets(folder, 'edited.xlsx')), ...unmoved],
    ],
  ]
}

/** Where Calc's results are not the dataset's derived figures, within half of the last digit that is printed. */
function compareDerived(derived, sheets) {
  const results = calcResults(sheets)
  const missing = [...derived.keys()].filter((key) => !results.has(key)).map((key) => `no formula gives ${key}`)
  const unlike = [...results].flatMap(([key, result]) => {
    const { value, half } = derived.get(key) ?? {}
    return Math.abs(result - value) <= half * 1.000001 ? [] : [`${key}: ${result} in Calc, ${value} here`]
  })
  return [...missing, ...unlike]
}

/** By key: what the sheet of derived figures shows, as Calc works it out. Percentages are hundredths there. */
function calcResults(sheets) {
  const rows = sheets.split('<table:table table:name="Derived"')[1].split('</table:table>')[0].split('<table:table-row')
  return new Map(
    rows.flatMap((row) => {
      const key = /<text:p>([^<]+@[^<]+)<\/text:p>/.exec(row)?.[1]
      const [, type, value] =
        /table:formula="[^"]*" office:value-type="(\w+)"(?: office:value="([^"]*)")?/.exec(row) ?? []
      return key && type ? [[key, Number(value) * (type === 'percentage' ? 100 : 1)]] : []
    }),
  )
}

/** By key: a figure that the dataset derives, and half of its last printed digit. */
function derivedFigures(folder) {
  briefwright('export', join(folder, 'derived.csv'), '--sdmx', '--report', folder)
  const [head, ...rows] = readFileSync(join(folder, 'derived.csv'), 'utf8').trim().split('\n')
  const at = (name) => head.split(',').indexOf(name)
  return new Map(
    rows
      .map((row) => row.split(','))
      .filter((row) => row[at('OBS_STATUS')] === 'I')
      .map((row) => {
        const measure = row[at('MEASURE')]
        const unit = 10 ** Number(row[at('UNIT_MULT')])
        const key = `${row[at('INDICATOR')]}${measure === 'value' ? '' : `.${measure}`}@${row[at('TIME_PERIOD')]}`
        return [key, { value: row[at('OBS_VALUE')] * unit, half: (unit * 10 ** -row[at('DECIMALS')]) / 2 }]
      }),
  )
}

/** A workbook as Calc understands it, all its formulas worked out, in flat XML. */
function toSheets(folder, name) {
  return readFileSync(inCalc(folder, [name], 'fods')[0], 'utf8')
}

/** Files of the folder as Calc saves them, beside them; where they are. */
function inCalc(folder, names, format) {
  const paths = names.map((name) => join(folder, name))
  return convert(paths, format, folder, join(folder, 'profile'))
}

/** What typing another value into the cell does. */
function edit(sheets) {
  const { indicator, before, after } = edited
  const row = new RegExp(
    `(<text:p>${indicator}</text:p>(?:(?!</table:table-row>)[\\s\\S])*? office:value=")${before.cell}"`,
  )
  if (!row.test(sheets)) throw new Error(`no cell of ${indicator} holds ${before.cell}`)
  return sheets.replace(row, (_, start) => `${start}${after.cell}"`)
}

/** Lines of the dataset's files that are not as in the report: `file: before → after`. */
function changedLines(folder) {
  return readdirSync(join(report, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => {
      const [before, after] = [report, folder].map((one) => readFileSync(join(one, 'data', name), 'utf8').split('\n'))
      const length = before.length === after.length ? [] : [`${name}: ${before.length} lines → ${after.length}`]
      return [
        ...length,
        ...before.flatMap((line, index) => (line === after[index] ? [] : [`${name}: ${line} → ${after[index]}`])),
      ]
    })
}

function briefwright(...args) {
  return execFileSync('sh', ['-c', '"$0" "$@" 2>&1', process.execPath, join(root, 'dist/briefwright.cjs'), ...args], {
    encoding: 'utf8',
  })
}
