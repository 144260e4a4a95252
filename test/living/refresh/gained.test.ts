import { strFromU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBase } from '../../../src/build/base/carry-base.ts'
import type { LivingDeck } from '../../../src/build/base/living-types.ts'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import { wordsBox } from '../../../src/living/add/add-items.ts'
import { seriesName } from '../../../src/living/merge/merge-series.ts'
import { refreshDeck } from '../../../src/living/refresh/refresh-deck.ts'
import type { Present } from '../../../src/living/run-refresh.ts'
import { openEditor } from '../../../src/living/write/edit-package.ts'
import { once } from '../../../src/memory/derived.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { shared } from '../../../src/opc/shape-box.ts'
import { placedShapes } from '../../../src/trust/verify/read/placed-shapes.ts'
import { readCells } from '../../../src/trust/verify/read/read-workbook.ts'
import { type DeckParts, editDeck } from '../../trust/verify/edit-deck.ts'
import { baseOf, growReport, presentAfter, showMore, showOtherTable } from '../reports.ts'

let monday: Present
let grown: Present
let more: Present
beforeAll(async () => {
  monday = await presentAfter()
  grown = await presentAfter(growReport)
  more = await presentAfter(showMore)
})

/** The deck after an edit, refreshed to the report that has grown. */
function friday(edit: (parts: DeckParts) => void = () => {}, addsSlides = false) {
  const wednesday = editDeck(monday.bytes, edit)
  return again(wednesday, addsSlides)
}

function again(deck: Uint8Array, addsSlides = false, now = grown) {
  const date = new Date('2024-03-22T00:00:00Z')
  const refreshed = refreshDeck({ deck, base: baseOf(deck), present: now, report: now.report, date, addsSlides })
  const bytes = refreshed.bytes ?? deck
  return { ...refreshed, deck: bytes, parts: unzipSync(bytes), living: readLivingDeck(openPackage(bytes)) }
}

const unedited = once(() => friday())
const shownMore = once(() => again(monday.bytes, true, more))

const textsOn = ({ texts }: LivingDeck, slide: number, item = 'Text') =>
  texts
    .filter((one) => one.slide === slide && one.item === item && one.kind === 'text')
    .map(({ text }) => text.replaceAll('\u00a0', ' '))

describe('paragraphs', () => {
  it('that the report has gained come after those that they follow, in their looks; those that it has lost go', () => {
    const { living } = unedited()
    expect(textsOn(living, 4)[2]).toBe('164 million people in the countryside are offline.')
    expect(textsOn(living, 9).join(' ')).not.toContain('Netizens as a whole')
  })

  it('look as people have made those around them', () => {
    const { parts } = friday((edit) => {
      const slide = edit.get('ppt/slides/slide4.xml')
      edit.set(
        'ppt/slides/slide4.xml',
        slide.replace(
          /<a:rPr lang="en-US"[^>]*\/>(<a:t>[^<]*go online by mobile)/,
          '<a:rPr lang="en-US" sz="2800"/>$1',
        ),
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
    const { living, parts } = unedited()
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

  it('that the report shows no more keep their rows and columns, and are told', async () => {
    const { entries, living } = again(monday.bytes, false, await presentAfter(showOtherTable))
    expect(living.tables.map(({ rows }) => rows.length)).toEqual(
      readLivingDeck(openPackage(monday.bytes)).tables.map(({ rows }) => rows.length),
    )
    expect(entries.flatMap(({ kind, message }) => (kind === 'settle' ? message : []))).toEqual([
      'the report shows this table no more: its rows and columns stay as they are',
    ])
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
    const { living, parts } = unedited()
    const chart = living.charts.find(({ slide }) => slide === 5)
    expect(chart?.series.map(seriesName)).toEqual(['Urban', 'Rural', 'Netizens'])
    const book = parts['ppt/embeddings/Microsoft_Excel_Worksheet3.xlsx'] ?? new Uint8Array()
    expect(readCells(openPackage(book)).get('Sheet1!D1')).toBe('Netizens')
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

  it('loses the series that the report has no more', () => {
    const { entries, living } = again(grown.bytes, false, monday)
    const chart = living.charts.find(({ slide }) => slide === 5)
    expect(chart?.series.map(seriesName)).toEqual(['Urban', 'Rural'])
    expect(entries.filter(({ kind, slide }) => kind === 'settle' && slide === 5)).toEqual([])
  })

  it('gains a category', () => {
    const chart = unedited().living.charts.find(({ slide }) => slide === 7)
    expect(chart?.series[0]?.vectors.find(({ role }) => role === 'c:cat')?.values).toEqual([
      'All others together',
      'Online video',
      'Instant messaging',
    ])
  })
})

describe('a slide that the deck lacks', () => {
  it('is told each time, and put in when asked, with its chart and notes, after the one before it', () => {
    const first = unedited()
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
    expect(findBase(openPackage(deck))?.base?.lacks).toBeUndefined()
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

describe('slides of which the present build shows more', () => {
  const told = (entries: readonly { message?: string | undefined }[]) =>
    entries.flatMap(({ message }) =>
      message?.includes('shows more here now') ? [message.replaceAll('\u00a0', ' ')] : [],
    )

  it('are told each time, until they are given it', () => {
    const first = again(monday.bytes, false, more)
    const lacks = [
      'slide 3: the report shows more here now: Text (“317 million people are offline.”) (--add puts it in)',
      'slide 11: the report shows more here now: Table (--add puts it in)',
      'slide 16: the report shows more here now: Chart: gap (--add puts it in)',
    ]
    expect(told(first.entries)).toEqual(lacks)
    const second = again(first.deck, false, more)
    expect([second.bytes, told(second.entries)]).toEqual([undefined, lacks])
    const added = again(first.deck, true, more)
    expect([told(added.entries), told(again(added.deck, true, more).entries)]).toEqual([[], []])
    expect(again(added.deck, true, more).bytes).toBeUndefined()
  })

  it('are given it where it covers no words, with its workbook, and say so where it does', () => {
    const { living, parts, entries } = shownMore()
    expect(textsOn(living, 3)).toEqual(['317 million people are offline.'])
    expect(living.tables.find(({ slide }) => slide === 11)?.rows[1]?.cells.map(({ text }) => text)).toEqual([
      'Car-hailing',
      '528',
      '+90.57',
    ])
    const gaps = living.charts.filter(({ item }) => item === 'Chart: gap')
    expect(gaps.map(({ slide }) => slide)).toEqual([6, 16])
    expect(gaps[1]?.series[0]?.vectors).toMatchObject(
      gaps[0]?.series[0]?.vectors.map(({ values }) => ({ values })) ?? [],
    )
    const opened = openEditor(zipSync(parts, { level: 0 }))
    expect(opened.related(gaps[1]?.part ?? '', 'package')).toHaveLength(1)
    // No two shapes of a slide have one id.
    for (const number of [3, 11, 16]) {
      const ids = [
        ...strFromU8(parts[`ppt/slides/slide${number}.xml`] ?? new Uint8Array()).matchAll(/<p:cNvPr id="(\d+)"/g),
      ].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const boxOf = (name: string) => placedShapes(opened, '/ppt/slides/slide16.xml').find((one) => one.name === name)
    const [chart, words, source] = [boxOf('Chart: gap'), boxOf('Text'), boxOf('Source')]
    expect(chart && words && source && [shared(chart.box, wordsBox(words)), shared(chart.box, source.box)]).toEqual([
      0, 0,
    ])
    expect(entries.filter(({ kind }) => kind === 'settle')).toEqual([])

    // A slide that people have filled with words.
    const full = editDeck(monday.bytes, (edit) => {
      const box = `<p:sp><p:nvSpPr><p:cNvPr id="77" name="Minutes"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="300000" y="1200000"/><a:ext cx="11000000" cy="5000000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>${'We spoke of it. '.repeat(80)}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>`
      edit.replace('ppt/slides/slide16.xml', '</p:spTree>', box)
    })
    const settle = again(full, true, more).entries.filter(({ kind, slide }) => kind === 'settle' && slide === 16)
    expect(settle.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^put in where it covers least, over .*Minutes: move one of them$/),
    ])
  })

  it('are not given again what people have taken out', () => {
    const { deck } = shownMore()
    const without = editDeck(deck, (edit) => {
      const slide = edit.get('ppt/slides/slide16.xml')
      edit.set(
        'ppt/slides/slide16.xml',
        slide.replace(/<p:graphicFrame>(?:(?!<p:graphicFrame>).)*?name="Chart: gap".*?<\/p:graphicFrame>/s, ''),
      )
    })
    expect(again(without, true, more)).toMatchObject({ bytes: undefined, entries: [] })
  })
})
