import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import type { Present } from '../../../src/living/run-refresh.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { present, refresh } from '../reports.ts'

/** The deck of one slide with small multiples, of the gallery's figures after a change. */
async function presentWith(change: (figures: string) => string, north = 'North'): Promise<Present> {
  const folder = temporaryFolder()
  cpSync('test/reports/gallery', folder, { recursive: true })
  rmSync(join(folder, 'templates/briefing.md.hbs'))
  const slide = '# Rates by region\n::slide{layout="chart"}\n\n![](chart:multiples figures="unemployment[region]")\n'
  writeFileSync(join(folder, 'templates/deck.md.hbs'), slide)
  const figures = join(folder, 'data/figures.csv')
  writeFileSync(figures, change(readFileSync(figures, 'utf8')))
  const dimensions = join(folder, 'data/figures.yaml')
  writeFileSync(
    dimensions,
    readFileSync(dimensions, 'utf8').replace('north: { label: North', `north: { label: ${north}`),
  )
  return present(folder)
}

test('each panel of a group follows the report, all on its new scale, and so does the alternative text of the group', async () => {
  const built = await presentWith((figures) => figures)
  const now = await presentWith((figures) => figures.replace('north,2014,9.3%', 'north,2014,10.4%'))
  const refreshed = refresh(built.bytes, now)
  const charts = (bytes: Uint8Array) => readLivingDeck(openPackage(bytes)).charts
  const valuesOf = (bytes: Uint8Array) =>
    charts(bytes).map(({ series }) => series[0]?.vectors.find(({ role }) => role === 'c:val')?.values)
  expect(valuesOf(built.bytes)[0]).toEqual(['9.3', '7.9'])
  expect(valuesOf(refreshed.bytes ?? built.bytes)).toEqual(valuesOf(now.bytes))
  const scaleOf = (bytes: Uint8Array) =>
    charts(bytes).map(({ settings }) =>
      settings.filter(({ key }) => /max|majorUnit/.test(key)).map(({ value }) => value),
    )
  expect(scaleOf(refreshed.bytes ?? built.bytes)).toEqual(scaleOf(now.bytes))
  expect(scaleOf(now.bytes)).not.toEqual(scaleOf(built.bytes))
  expect(new Set(scaleOf(now.bytes).map((scale) => scale.join())).size).toBe(1)
  const altOf = (bytes: Uint8Array) =>
    readLivingDeck(openPackage(bytes))
      .texts.filter(({ kind }) => kind === 'alt')
      .map(({ text }) => text)
  expect(altOf(built.bytes)).toEqual([expect.stringContaining('North from 9.3% to 7.9%')])
  expect(altOf(refreshed.bytes ?? built.bytes)).toEqual(altOf(now.bytes))
})

test('a panel whose name takes two lines follows in each of them', async () => {
  const long = 'North of the great river and all of the islands beyond the old lighthouse'
  const built = await presentWith((figures) => figures, long)
  const now = await presentWith((figures) => figures.replace('north,2024,7.9%', 'north,2024,8.4%'), long)
  const refreshed = refresh(built.bytes, now)
  const linesOf = (bytes: Uint8Array) =>
    readLivingDeck(openPackage(bytes)).charts.flatMap(({ drawings }) =>
      drawings.map(({ texts }) => texts.map(({ text }) => text)),
    )
  const [first] = linesOf(built.bytes)
  expect(first?.length).toBeGreaterThan(1)
  expect(linesOf(now.bytes)).not.toEqual(linesOf(built.bytes))
  expect(linesOf(refreshed.bytes ?? built.bytes)).toEqual(linesOf(now.bytes))
})

test('the title of a panel that the report sets otherwise now is to be settled', async () => {
  const built = await presentWith((figures) => figures)
  const long = 'North of the great river and all of the islands beyond the old lighthouse'
  const now = await presentWith((figures) => figures.replace('north,2024,7.9%', 'north,2024,8.4%'), long)
  const { entries } = refresh(built.bytes, now)
  expect(entries.filter(({ kind }) => kind === 'settle')).toEqual([expect.objectContaining({ before: 'North 7.9%' })])
})
