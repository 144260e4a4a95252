import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build, verify } from '../../../src/api/api.ts'
import { readDeck } from '../../../src/trust/verify/read/read-deck.ts'
import { verifyCharts } from '../../../src/trust/verify/verify-charts.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { buildReport } from './built-report.ts'
import { editDeck } from './edit-deck.ts'

// LibreOffice drops what a chart's alternative text says, and charts by name have their kind for a name.
it('knows charts of one name without alternative texts by what they draw', { timeout: 300_000 }, async () => {
  const { deck, standard } = await buildReport()
  const charts = readDeck('deck.pptx', deck).charts.map((chart) => ({ ...chart, item: 'Chart: ranking', alt: '' }))
  const expected = standard.expected.map((text) =>
    text.medium === 'chart' ? { ...text, item: 'Chart: ranking' } : text,
  )
  const verify = (pageOf: (page: number) => number | undefined) =>
    verifyCharts(charts, expected, pageOf, { figures: standard.figures, language: 'en' })
  expect(charts.length).toBeGreaterThan(3)
  expect(verify((page) => page).findings).toEqual([])
  // In a deck whose slides are known no more.
  expect(verify(() => undefined).findings).toEqual([])
})

it('misses the legend of a chart and the names on its axes', { timeout: 300_000 }, async () => {
  const folder = 'test/reports/labour-force'
  const out = temporaryFolder()
  await build(folder, { out })
  const deck = join(out, readdirSync(out).find((name) => name.endsWith('.pptx')) ?? '')
  const built = readFileSync(deck)
  const without = async (part: string, lost: RegExp, left: string) => {
    const edited = editDeck(built, (parts) => {
      const chart = parts.saying(part, /charts\/chart\d+\.xml$/)
      parts.set(chart, parts.get(chart).replace(lost, left))
    })
    writeFileSync(deck, edited)
    const { files } = await verify([deck], { report: folder })
    return files.flatMap(({ reworded }) => reworded.map(({ what, was, is }) => `${what}: ${was} → ${is}`))
  }
  expect(await without('<c:legend>', /$/, '')).toEqual([])
  expect(await without('<c:legend>', /<c:legend>.*?<\/c:legend>/s, '')).toEqual(['reworded: legend → '])
  const names = /(<c:(?:cat|date)Ax>.*?<c:delete val=")0/s
  expect(await without('<c:legend>', names, '$11')).toEqual(['reworded: names on an axis → '])
})
