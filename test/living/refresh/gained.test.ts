import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBase } from '../../../src/build/base/carry-base.ts'
import type { LivingDeck } from '../../../src/build/base/living-types.ts'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import { seriesName } from '../../../src/living/merge/merge-series.ts'
import type { Present } from '../../../src/living/refresh/build-present.ts'
import { refreshDeck } from '../../../src/living/refresh/refresh-deck.ts'
import { openReader } from '../../../src/trust/verify/read/package-reader.ts'
import { readCells } from '../../../src/trust/verify/read/read-workbook.ts'
import { type DeckParts, editDeck } from '../../trust/verify/edit-deck.ts'
import { growReport, internet, present, presentAfter } from '../reports.ts'

let monday: Present
let grown: Present
beforeAll(async () => {
  monday = await present(internet)
  grown = await presentAfter(growReport)
}, 120_000)

/** The deck after an edit, refreshed to the report that has grown. */
function friday(edit: (parts: DeckParts) => void = () => {}, addsSlides = false) {
  const wednesday = editDeck(monday.bytes, edit)
  return again(wednesday, addsSlides)
}

function again(deck: Uint8Array, addsSlides = false) {
  const date = new Date('2024-03-22T00:00:00Z')
  const refreshed = refreshDeck({ deck, present: grown, report: grown.report, date, addsSlides })
  const bytes = refreshed.bytes ?? deck
  return { ...refreshed, deck: bytes, parts: unzipSync(bytes), living: readLivingDeck(openReader(bytes)) }
}

const textsOn = ({ texts }: LivingDeck, slide: number, item = 'Text') =>
  texts
    .filter((one) => one.slide === slide && one.item === item && one.kind === 'text')
    .map(({ text }) => text.replaceAll('\u00a0', ' '))

describe('paragraphs', () => {
  it('that the report has gained come after those that they follow, in their looks; those that it has lost go', () => {
    const { living } = friday()
    expect(textsOn(living, 4)[2]).toBe('164 million people in the countryside are offline.')
    expect(textsOn(living, 9).join(' ')).not.toContain('Netizens as a whole')
  })

  it('look as people have made those around them', () => {
    const { parts } = friday((edit) => {
      const slide = edit.get('ppt/slides/slide4.xml')
      edit.set(
        'ppt/slides/slide4.xml',
        slide.replace(/<a:rPr lang="en-US"\/>(<a:t>[^<]*go online by mobile)/, '<a:rPr lang="en-US" sz="2800"/>$1'),
      )
    })
    expect(strFromU8(parts['ppt/slides/slide4.xml'] ?? new Uint8Array())).toMatch(
      /sz="2800"[^>]*\/><a:t>164.million people/,
    )
  })

  it('that people have edited stay where the report has them no more, and are told', () => {
    const { living, entries } = friday((edit) =>
      edit.replace(edit.saying('Netizens as a whole'), 'Netizens as a whole', 'All netizens together'),
    )
    expect(textsOn(living, 9)).toContain('All netizens together: up 2.3%.')
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'settle',
        slide: 9,
        message: 'the report says this no more, and it was edited here',
      }),
    )
  })
})

describe('tables', () => {
  it('gain rows and columns in their own style, and are as wide as before', () => {
    const { living, parts } = friday()
    const [table] = living.tables
    expect(table?.rows[0]?.cells.map(({ text }) => text).at(-1)).toBe('Rank')
    expect(table?.rows.map(({ cells }) => cells[0]?.text)).toContain('Mobile netizens')
    const widths = (files: Record<string, Uint8Array>) =>
      [...strFromU8(files['ppt/slides/slide14.xml'] ?? new Uint8Array()).matchAll(/gridCol w="(\d+)"/g)].map(
        ([, width]) => Number(width),
      )
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
    expect(widths(parts)).toHaveLength(6)
    expect(Math.abs(sum(widths(parts)) - sum(widths(unzipSync(monday.bytes))))).toBeLessThan(6)
  })

  it('keep a column that people have added', () => {
    const { living } = friday((edit) => {
      const slide = edit.get('ppt/slides/slide14.xml')
      const wider = slide
        .replace(/<\/a:tblGrid>/, '<a:gridCol w="900000"/></a:tblGrid>')
        .replace(
          /(<a:tc>(?:(?!<\/a:tc>).)*<\/a:tc>)<\/a:tr>/g,
          (_, cell: string) => `${cell}${cell.replace(/<a:t>[^<]*<\/a:t>/, '<a:t>ours</a:t>')}</a:tr>`,
        )
      edit.set('ppt/slides/slide14.xml', wider)
    })
    expect(living.tables[0]?.rows[0]?.cells.map(({ text }) => text).slice(-2)).toEqual(['Rank', 'ours'])
  })
})

describe('a chart', () => {
  it('gains a series in the looks of the one beside it, with its cells in the workbook and its table', () => {
    const { living, parts } = friday()
    const chart = living.charts.find(({ slide }) => slide === 5)
    expect(chart?.series.map(seriesName)).toEqual(['Urban', 'Rural', 'Netizens'])
    const book = parts['ppt/embeddings/Microsoft_Excel_Worksheet3.xlsx'] ?? new Uint8Array()
    expect(readCells(openReader(book)).get('Sheet1!D1')).toBe('Netizens')
    expect(strFromU8(unzipSync(book)['xl/tables/table1.xml'] ?? new Uint8Array())).toContain('ref="A1:D10"')
  })

  it('gains the line that people have made thicker', () => {
    const { parts } = friday((edit) =>
      edit.set('ppt/charts/chart3.xml', edit.get('ppt/charts/chart3.xml').replaceAll('w="38100"', 'w="50800"')),
    )
    const widths = strFromU8(parts['ppt/charts/chart3.xml'] ?? new Uint8Array())
      .match(/<c:ser>.*?<a:ln w="\d+"/gs)
      ?.map((found) => found.slice(-6))
    expect(widths).toEqual(['50800"', '50800"', '50800"'])
  })

  it('gains a category', () => {
    const chart = friday().living.charts.find(({ slide }) => slide === 7)
    expect(chart?.series[0]?.vectors.find(({ role }) => role === 'c:cat')?.values).toEqual([
      'All others together',
      'Online video',
      'Instant messaging',
    ])
  })
})

describe('a slide that the deck lacks', () => {
  it('is told each time, and put in when asked, with its chart and notes, after the one before it', () => {
    const first = friday()
    const lacks = 'a slide of the present build that the deck has not: Men and women are online (--add puts it in)'
    expect(first.entries.map(({ message }) => message)).toContain(lacks)
    expect(again(first.deck).entries.map(({ message }) => message)).toEqual([lacks])
    const { living, deck, slides } = again(first.deck, true)
    expect(slides).toBe(19)
    expect(textsOn(living, 17, 'Title')).toEqual(['Men and women are online'])
    expect(living.charts.filter(({ slide }) => slide === 17)).toHaveLength(1)
    expect(
      living.texts.some(
        ({ slide, kind, text }) => slide === 17 && kind === 'notes' && text.startsWith('Each netizen is counted'),
      ),
    ).toBe(true)
    expect(again(deck, true)).toMatchObject({ bytes: undefined, entries: [] })
    expect(findBase(openReader(deck))?.base?.lacks).toBeUndefined()
  })

  it('is not put in again once people have taken it out', () => {
    const { deck } = friday(() => {}, true)
    const without = editDeck(deck, (edit) => {
      const list = edit.get('ppt/presentation.xml')
      edit.set(
        'ppt/presentation.xml',
        list.replace(/(<p:sldId [^>]*\/>)(?=(?:<p:sldId [^>]*\/>){2}<\/p:sldIdLst>)/, ''),
      )
    })
    expect(again(without, true).slides).toBe(18)
  })
})
