import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import { readDataset } from '../../../src/dataset/read/read.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { runHere } from '../../cli/run-command.ts'
import { moveToOctober, portReport } from '../port.ts'
import { createDeckWriter } from './hand-made-deck.ts'

it('a Spanish deck made by hand moves on with its months, whole or short', async () => {
  const folder = portReport()
  const deck = createDeckWriter(readDataset(folder), 'es')
  deck.slide('El puerto en septiembre de 2026')
  deck.lines('Mercancías, sept 2026: {cargo@2026-09}', 'Mercancías en sept. de 2026: {cargo@2026-09}')
  deck.slide('Pasajeros')
  deck.table([
    ['', 'sept 2025', 'sept 2026'],
    ['Pasajeros', '{passengers@2025-09}', '{passengers@2026-09}'],
  ])
  const file = join(folder, 'hoja.pptx')
  writeFileSync(file, (await deck.write()).bytes)
  await runHere(['adopt', file, '--report', folder])
  moveToOctober(folder)
  const { code, stdout } = await runHere(['refresh', file, '--report', folder])
  expect([code, stdout]).toEqual([0, expect.stringContaining('nothing to settle')])
  const { texts, tables } = readLivingDeck(openPackage(readFileSync(file)))
  expect(texts.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual(
    expect.arrayContaining([
      'El puerto en octubre de 2026',
      'Mercancías, oct 2026: 2,502 millones de toneladas',
      'Mercancías en oct. de 2026: 2,502 millones de toneladas',
    ]),
  )
  expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['', 'oct 2025', 'oct 2026'],
    ['Pasajeros', '146.400', '142.300'],
  ])
})
