import { expect, it } from 'vitest'
import { composeVersion } from '../../src/compare/compose-version.ts'
import { pageSvg } from '../../src/preview/page-svg.ts'
import { previewDiagnostics, previewFigures } from '../../src/preview/preview-state.ts'
import { historyReport } from '../edition/history-report.ts'

function composed() {
  const version = { name: 'r', folder: historyReport(), close: () => {} }
  const { value } = composeVersion(version, { languages: ['en'] })
  const { report, documents = [], dataset } = value ?? {}
  if (!report || !dataset) throw new Error('the report does not compose')
  const { theme, locale } = report
  const pages = documents.flatMap((document) => document.pages)
  const svgs = pages.map((page) => pageSvg(page, theme, () => '/chart.svg'))
  return { dataset, documents, pages, svgs, theme, locale }
}

it('draws a page as text, each number a link to its figure', () => {
  const [, second = ''] = composed().svgs
  expect(second.replaceAll('\u00a0', ' ')).toMatch(
    /<a href="#figure=netizens.change%402023-06" class="figure"><text [^>]*>11.09 million<\/text><\/a>/,
  )
})

it('has neither script nor style of its own, whatever the report says', () => {
  const { pages, svgs, theme } = composed()
  expect(svgs.join('')).not.toMatch(/<script|<style|style=|onload/)
  const [page] = pages
  const evil = page && { ...page, title: '"><script>alert(1)</script>' }
  expect(evil && pageSvg(evil, theme, () => '"onload="x')).not.toMatch(/<script|"onload/)
})

it('lists each figure with its line, its source and the places where it stands', () => {
  const { dataset, documents, locale } = composed()
  const figure = previewFigures({ dataset, documents, locale }, undefined).find(({ key }) => key === 'netizens@2023-06')
  expect(figure).toMatchObject({
    label: 'Netizens, June 2023',
    printed: '1.079 billion people',
    place: 'data/figures.yaml:9:16',
    origin: 'CNNIC, 52nd Statistical Report, “1.079 billion”',
  })
  expect(figure?.before).toBeUndefined()
  expect(figure?.places.map(({ document, page }) => `${document} ${page}`)).toContain('deck 1')
  expect(figure?.places.map(({ document, page }) => `${document} ${page}`)).toContain('briefing 1')
})

it('says what a figure was before it changed', () => {
  const { dataset, documents, locale } = composed()
  const former = composed().dataset
  const netizens = former.observations.get('netizens@2023-06')
  if (!netizens) throw new Error('no netizens')
  const quantity = { ...netizens.quantity, value: netizens.quantity.value.plus(1_000_000) }
  const changed = {
    ...former,
    observations: new Map([...former.observations, [netizens.key, { ...netizens, quantity }]]),
  }
  const figures = previewFigures({ dataset, documents, locale }, changed)
  expect(figures.flatMap(({ key, before }) => (before ? [`${key}: ${before}`] : []))).toEqual([
    'netizens@2023-06: 1.080 billion people',
  ])
})

it('gives diagnostics as they are printed', () => {
  const place = { file: 'data/figures.yaml', line: 3, column: 1 }
  expect(previewDiagnostics([{ severity: 'error', message: 'wrong', place }])).toEqual([
    { severity: 'error', text: 'data/figures.yaml:3:1: error: wrong' },
  ])
})
