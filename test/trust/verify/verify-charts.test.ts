import { expect, it } from 'vitest'
import { readDeck } from '../../../src/trust/verify/read/read-deck.ts'
import { verifyCharts } from '../../../src/trust/verify/verify-charts.ts'
import { buildReport } from './built-report.ts'

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
