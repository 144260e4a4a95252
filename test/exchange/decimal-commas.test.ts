import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { runHere } from '../cli/run-command.ts'
import { portReport, rewrite } from '../living/port.ts'

/** The workbook of a report; its cells by name and what each shows: `2.427 millones`. */
async function exported(folder: string) {
  const file = join(folder, 'figures.xlsx')
  await runHere(['export', file, '--report', folder])
  return openXlsx(readFileSync(file), { readStyles: true })
}

it('a Spanish report is exported as numbers, whose formats show scales and percentages as it writes them', async () => {
  const { sheets } = await exported(portReport())
  const shown = (row: number, column: number) => {
    const cell = sheets[0]?.cells?.get(`${row},${column}`)
    return [cell?.value, cell?.style?.numFmt]
  }
  expect(sheets[0]?.rows[1]?.slice(0, 4)).toEqual(['cargo', 'Mercancías', null, '2026-09'])
  expect(shown(1, 4)).toEqual([2_427_000, '0.000,,"\u0020millones"'])
  expect(shown(1, 7)).toEqual([0.048, '0.0"\u0020"%'])
})

it.each([
  ['es', '2,427 millones', '4,8 %', '2.365.000', '2.372.000'],
  ['fr', '2,427 millions', '4,8 %', '2 365 000', '2 372 000'],
  ['de', '2,427 Mio.', '4,8 %', '2.365.000', '2.372.000'],
])(
  'numbers that are edited in the workbook of a report in %s are written back as it writes them',
  async (language, value, rate, whole, then) => {
    const folder = portReport()
    rewrite(folder, 'data/report.yaml', 'language: es', `language: ${language}`)
    rewrite(folder, 'data/figures.yaml', '2,427 millones', value)
    rewrite(folder, 'data/figures.yaml', '1,021 millones', '1021000')
    rewrite(folder, 'data/figures.yaml', '4,8 %', rate)
    for (const month of ['2.365.000', '2.391.000', '2.322.000'])
      rewrite(folder, 'data/monthly.csv', month, month === '2.365.000' ? whole : '2365000')
    const workbook = await exported(folder)
    const [sheet] = workbook.sheets
    const edit = (from: number, to: number) => {
      const found = [...(sheet?.cells ?? [])].find(([, cell]) => cell.value === from)
      if (!sheet || !found) throw new Error(`no cell holds ${from}`)
      const [row = 0, column = 0] = found[0].split(',').map(Number)
      const cells = sheet.rows[row]
      if (cells) cells[column] = to
      sheet.cells?.set(found[0], { ...found[1], value: to })
    }
    edit(2_427_000, 2_428_000)
    edit(112_000, 113_000)
    edit(0.048, 0.049)
    edit(651_000, 652_000)
    edit(2_365_000, 2_372_000)
    writeFileSync(join(folder, 'figures.xlsx'), await saveXlsx(workbook))
    const { code, stderr } = await runHere(['import', join(folder, 'figures.xlsx'), '--report', folder])
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')])
    const figures = readFileSync(join(folder, 'data/figures.yaml'), 'utf8')
    expect(figures).toContain(`value: '${value.replace('7', '8')}'`)
    expect(figures).toContain("by: '113000', rate: '4,9 %'")
    expect(readFileSync(join(folder, 'data/monthly.csv'), 'utf8')).toContain(then)
  },
)
