import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openPackage } from '../../../src/opc/open-package.ts'
import { placedShapes } from '../../../src/trust/verify/read/placed-shapes.ts'
import { lakeReport } from '../../build/lake-report.ts'
import { scriptedTemplate } from '../../reference/templates.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { present, refresh } from '../reports.ts'

it('in an organisation’s template news has the colours of now, and a longer source line its room above the footer', async () => {
  const template = await scriptedTemplate()
  const report = (last: number, cite: string) =>
    temporaryFolder({
      'brand.pptx': template,
      'data/report.yaml': lakeReport('boats').replace('cite: C', `cite: "${cite}"`),
      'data/figures.yaml': `indicators:\n  boats: { label: Boats, unit: boats, type: stock, good: up, observations: [{ period: 2024, value: ${last}, source: harbour }, { period: 2023, value: 70, source: harbour }, { period: 2022, value: 60, source: harbour }] }\n  oars: { label: Oars, unit: boats, type: stock, good: up, observations: [{ period: 2024, value: 8, source: harbour }, { period: 2023, value: 7, source: harbour }] }\n`,
      'templates/theme.yaml': 'reference: ./brand.pptx\n',
      'templates/deck.md.hbs':
        '# Boats\n\n## The lake\n\n:::key-figures\n{{key-figure "boats"}}\n{{key-figure "oars"}}\n:::\n',
    })
  const then = await present(report(90, 'Harbour office, count of boats'))
  const office = 'as returned to the Office of Lakes, Rivers and Canals of the Northern Provinces and published by it'
  const now = await present(report(50, `Harbour office, count of boats, ${office}, with a note on its methods`))
  const { bytes = then.bytes } = refresh(then.bytes, now)
  const colors = (deck: Uint8Array) =>
    strFromU8(unzipSync(deck)['ppt/slides/slide1.xml'] ?? new Uint8Array()).match(/<a:s(?:rgb|cheme)Clr val="\w+"/g)
  expect(colors(then.bytes)).not.toEqual(colors(now.bytes))
  expect(colors(bytes)).toEqual(colors(now.bytes))
  const source = (deck: Uint8Array) =>
    placedShapes(openPackage(deck), '/ppt/slides/slide1.xml').find(({ name }) => name === 'Source')?.box
  expect(source(then.bytes)).not.toEqual(source(now.bytes))
  expect(source(bytes)).toEqual(source(now.bytes))
})
