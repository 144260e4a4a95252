import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { runHere } from '../../cli/run-command.ts'
import { editDeck } from '../../trust/verify/edit-deck.ts'
import { portReport, rewrite } from '../port.ts'

const chart = 'ppt/charts/chart1.xml'

/** The port's deck with another chart and workbook in it, refreshed after a berth's figures were revised. */
async function refreshed(edit: (xml: string) => string, editSheet: (xml: string) => string = (xml) => xml) {
  const folder = portReport()
  await runHere(['build', folder])
  const deck = join(folder, 'out/puerto-2026-09.pptx')
  const files = unzipSync(
    editDeck(readFileSync(deck), (parts) => {
      parts.set(chart, edit(parts.get(chart)))
    }),
  )
  const workbook = 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'
  const sheets = unzipSync(files[workbook] ?? new Uint8Array())
  const sheet = 'xl/worksheets/sheet1.xml'
  sheets[sheet] = strToU8(editSheet(strFromU8(sheets[sheet] ?? new Uint8Array())))
  writeFileSync(deck, zipSync({ ...files, [workbook]: zipSync(sheets) }))
  rewrite(folder, 'data/figures.yaml', "value: '651000'", "value: '652000'")
  rewrite(folder, 'data/figures.yaml', "value: '258000'", "value: '257000'")
  rewrite(folder, 'data/figures.yaml', "value: '655000'", "value: '654000'")
  rewrite(folder, 'data/figures.yaml', "value: '468000'", "value: '469000'")
  const { stdout, code } = await runHere(['refresh', deck, '--report', folder])
  const again = await runHere(['refresh', deck, '--report', folder])
  const now = strFromU8(unzipSync(readFileSync(deck))[chart] ?? new Uint8Array())
  return { code, again: again.code, said: stdout, values: [...now.matchAll(/<c:v>([^<]*)/g)].map(([, value]) => value) }
}

/** A series more, with the values of the first in place of which others stand. */
const withSeries =
  (name: string, ...values: readonly number[]) =>
  (xml: string): string => {
    const [series = ''] = /<c:ser>.*?<\/c:ser>/s.exec(xml) ?? []
    let at = 0
    const own = series
      .replace('<c:v>sept 2026', `<c:v>${name}`)
      .replace(/<c:(idx|order) val="0"\/>/g, '<c:$1 val="1"/>')
      .replaceAll('$B$', '$C$')
      .replace(/<c:v>\d+</g, () => `<c:v>${values[at++]}<`)
    return xml.replace(series, series + own)
  }

it('says that other data stand in a chart, and leaves them', async () => {
  const names = ['Personal', 'Oficina', 'Taller', 'Grúas', 'Remolque', '11', '12', '13', '14']
  const found = await refreshed((xml) => {
    let at = 0
    return xml.replace(/<c:v>[^<]*/g, () => `<c:v>${names[at++]}`)
  })
  expect(found.values).toEqual(names)
  expect(found.said).toContain('to settle: other data stand where the report draws sept 2026')
  expect([found.code, found.again]).toEqual([1, 1])
})

it('brings a series of people’s own up to date that draws figures', async () => {
  const { code, values } = await refreshed(withSeries('sept 2025', 962000, 655000, 468000, 230000))
  expect(values.slice(-4)).toEqual(['962000', '654000', '469000', '230000'])
  expect(code).toBe(0)
})

it('leaves a series that draws none, and asks about it where figures beside it are new', async () => {
  const { code, values, said, again } = await refreshed(withSeries('Objetivo', 900001, 700002, 500003, 300004))
  expect(values.slice(-4)).toEqual(['900001', '700002', '500003', '300004'])
  expect(said).toContain('to settle: the series Objetivo stands as it was, beside figures that are new')
  expect([code, again]).toEqual([1, 1])
})

it('asks for a formula of a chart’s data that gives a former figure', async () => {
  const formula = (xml: string) => xml.replace('<v>651000</v>', '<f>655000-4000</f><v>651000</v>')
  const { code, said, again } = await refreshed((xml) => xml, formula)
  expect(said).toContain('to settle: cell B3 of its data has a formula: it is 652.000 now')
  expect([code, again]).toEqual([1, 1])
})
