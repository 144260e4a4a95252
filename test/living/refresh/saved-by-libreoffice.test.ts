import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import type { Present } from '../../../src/living/run-refresh.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { editDeck } from '../../trust/verify/edit-deck.ts'
import { moveToOctober, port } from '../port.ts'
import { buildAfter, present, refresh } from '../reports.ts'

async function presentWith(change: (figures: string) => string): Promise<Present> {
  const folder = temporaryFolder()
  cpSync('test/reports/gallery', folder, { recursive: true })
  rmSync(join(folder, 'templates/briefing.md.hbs'))
  const slide = (chart: string, index: number) =>
    `# Chart ${index + 1}\n::slide{layout="chart"}\n\n![](chart:${chart})\n`
  const charts = ['dumbbell figures="unemployment[region]" since=2014', 'ranking list=revenue-parts measure=change']
  writeFileSync(join(folder, 'templates/deck.md.hbs'), charts.map(slide).join('\n'))
  const figures = join(folder, 'data/figures.csv')
  writeFileSync(figures, change(readFileSync(figures, 'utf8')))
  return present(folder)
}

/** The deck as LibreOffice saves it: series as long as the longest, places by a grid of its own, signs in formats with a stroke before them. */
function asSaved(deck: Uint8Array): Uint8Array {
  return editDeck(deck, (parts) => {
    for (const name of parts.names()) {
      const text = parts.get(name)
      if (name.startsWith('ppt/charts/chart') && text.includes('<c:xVal>'))
        parts.set(name, text.replace(/<c:ptCount val="[2-9]"/g, '<c:ptCount val="11"'))
      if (name.startsWith('ppt/drawings/')) parts.set(name, text.replace(/(<cdr:[xy]>0\.\d+)/g, '$10049'))
      if (name.startsWith('ppt/charts/chart'))
        parts.set(
          name,
          parts.get(name).replaceAll('formatCode="+', 'formatCode="\\+').replaceAll('&quot;−&quot;', '\\−'),
        )
    }
  })
}

test('a deck that LibreOffice has saved follows the report in its charts, and nothing is to settle', async () => {
  const built = await presentWith((figures) => figures)
  const now = await presentWith((figures) =>
    figures
      .replace('north,2014,9.3%', 'north,2014,6.4%')
      .replace('sales-tax,,2023,137 million', 'sales-tax,,2023,125 million')
      .replace('customs,,2023,54 million', 'customs,,2023,30 million')
      .replace('revenue,,2023,376 million', 'revenue,,2023,340 million'),
  )
  const saved = asSaved(built.bytes)
  expect(saved).not.toEqual(built.bytes)
  const refreshed = refresh(saved, now)
  expect(refreshed.entries.filter(({ kind }) => kind === 'settle')).toEqual([])
  const drawn = (bytes: Uint8Array) =>
    readLivingDeck(openPackage(bytes)).charts.map(({ series, drawings, settings }) => ({
      values: series.map(({ vectors }) => vectors.map(({ values }) => values)),
      drawings: drawings
        .map(({ box, texts }) => [...box.split(' ').map((corner) => Number(corner).toFixed(3)), texts[0]?.text])
        .sort(),
      formats: settings
        .filter(({ key }) => key.endsWith('numFmt'))
        .map(({ value }) => value.replaceAll(/["\\]/g, ''))
        .sort(),
    }))
  expect(drawn(refreshed.bytes ?? saved)).toEqual(drawn(now.bytes))
})

test('a format of which a save has left one comma of several divides by as much as before once the deck is refreshed', async () => {
  const built = await presentWith((figures) => figures)
  const cut = editDeck(built.bytes, (parts) => {
    for (const name of parts.names().filter((one) => one.startsWith('ppt/charts/chart')))
      parts.set(
        name,
        parts.get(name).replaceAll(/numFmt formatCode="[^"]*"/g, (format) => format.replaceAll(/,{2,}/g, ',')),
      )
  })
  const formats = (bytes: Uint8Array) =>
    readLivingDeck(openPackage(bytes)).charts.flatMap(({ settings }) => settings.map(({ value }) => value))
  expect(formats(cut)).not.toEqual(formats(built.bytes))
  expect(formats(refresh(cut, built).bytes ?? cut)).toEqual(formats(built.bytes))
})

test('slides of little but a chart or table are known again where all shapes have other names, with their source lines', async () => {
  const [september, october] = [await buildAfter([], port), await buildAfter([moveToOctober], port)]
  const renamed = editDeck(september.bytes, (parts) => {
    for (const slide of parts.names().filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))) {
      let number = 0
      const saved = parts
        .get(slide)
        .replace(/(<p:cNvPr id="\d+" name=")[^"]*("(?:(?!<\/p:nvSpPr>).)*<p:ph)/gs, (_, head, rest) => {
          number += 1
          return `${head}PlaceHolder ${number}${rest}`
        })
      parts.set(slide, saved)
    }
  })
  const { bytes = renamed } = refresh(renamed, october)
  const said = (deck: Uint8Array) =>
    readLivingDeck(openPackage(deck)).texts.flatMap(({ kind, slide, text }) =>
      kind === 'text' ? [`${slide} ${text}`] : [],
    )
  expect(said(bytes)).toEqual(said(october.bytes))
})
