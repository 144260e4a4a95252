import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import { drawDocuments } from '../../../src/build/documents/draw-documents.ts'
import { runEdition } from '../../../src/edition/run-edition.ts'
import type { Present } from '../../../src/living/run-refresh.ts'
import { once } from '../../../src/memory/derived.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { indexFigures } from '../../../src/trust/numbers/figure-index.ts'
import { expectedTexts } from '../../../src/trust/verify/expected-text.ts'
import { readDeck } from '../../../src/trust/verify/read/read-deck.ts'
import { verifyDocument } from '../../../src/trust/verify/verify-document.ts'
import { lakeReport } from '../../build/lake-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { editDeck } from '../../trust/verify/edit-deck.ts'
import { writeNextYear } from '../next-year.ts'
import { present, refresh } from '../reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let year2025: Present
let year2026: Present
beforeAll(async () => {
  cpSync('src/init/starter', folder, { recursive: true })
  year2025 = await present(folder)
  const silent = { diagnostic: () => {}, say: () => {}, progress: () => {}, made: () => {}, built: () => {} }
  await runEdition({ folder, edition: 'next', period: undefined, comparison: undefined, released: undefined }, silent)
  writeNextYear(folder)
  year2026 = await present(folder)
})

const slide = (deck: Uint8Array, number: number) =>
  strFromU8(unzipSync(deck)[`ppt/slides/slide${number}.xml`] ?? new Uint8Array())

describe('last year’s deck, refreshed after the edition has moved on', () => {
  it('is this year’s deck where nobody has edited it: figures, periods, sources, colours of changes, order of rows', () => {
    const refreshed = refresh(year2025.bytes, year2026).bytes ?? year2025.bytes
    const numbers = [1, 2, 3, 4, 5, 6, 7]
    const texts = (deck: Uint8Array) =>
      numbers.map((number) =>
        slide(deck, number)
          .match(/<a:p>.*?<\/a:p>/g)
          ?.map((one) => one.replace(/<[^>]*>/g, '')),
      )
    // Where a mark of status has gone, what stood around it are still two runs.
    const colors = (deck: Uint8Array) =>
      numbers.map((number) =>
        (slide(deck, number).match(/<a:p>.*?<\/a:p>/g) ?? []).map((one) => [
          ...new Set(one.match(/schemeClr val="[^"]*/g)),
        ]),
      )
    expect(texts(refreshed)).toEqual(texts(year2026.bytes))
    expect(colors(refreshed)).toEqual(colors(year2026.bytes))
  })

  it('keeps what people have written, with this year’s figures', () => {
    const edited = editDeck(year2025.bytes, (parts) => {
      parts.replace('ppt/slides/slide3.xml', 'Visits are at ', 'Our visits stand at ')
      parts.replace('ppt/slides/slide5.xml', 'loans, up', 'loans altogether, up')
    })
    const refreshed = refresh(edited, year2026).bytes ?? edited
    expect(slide(refreshed, 3)).toContain('Our visits stand at 96.9% of their number in 2019')
    expect(slide(refreshed, 5).replaceAll('\u00a0', ' ')).toContain(' of 2.505 million loans altogether, up ')
  })

  it('colours no place of a key figure by the news of this year', () => {
    const layouts = Object.entries(unzipSync(year2025.bytes)).flatMap(([name, bytes]) =>
      /slideLayout\d+\.xml$/.test(name) ? [strFromU8(bytes)] : [],
    )
    const places = layouts.flatMap((layout) => layout.match(/<p:sp>(?:(?!<\/p:sp>).)*Key figure.*?<\/p:sp>/gs) ?? [])
    expect(places.length).toBeGreaterThan(0)
    expect(places.join('')).not.toMatch(/accent[45]/)
  })

  it('tells the numbers of a row of people’s own, which stands under the heads of this year', () => {
    const edited = editDeck(year2025.bytes, (parts) => {
      const slide4 = parts.get('ppt/slides/slide4.xml')
      const row = slide4.match(/<a:tr [^>]*>.*?<\/a:tr>/gs)?.at(-1) ?? ''
      const texts = ['Mobile library', '7.6', '3.4%']
      const own = row.replace(/<a:t>[^<]*<\/a:t>/g, () => `<a:t>${texts.shift()}</a:t>`)
      parts.set('ppt/slides/slide4.xml', slide4.replace(row, row + own))
    })
    const { entries } = refresh(edited, year2026)
    expect(entries.flatMap(({ kind, message }) => (kind === 'settle' ? [message] : []))).toEqual(
      expect.arrayContaining([
        '“7.6” stands as it was, beside figures that are new',
        '“3.4%” stands as it was, beside figures that are new',
      ]),
    )
  })

  it('tells a head of people’s own that still names last year, and no sentence or note that does', () => {
    const edited = editDeck(year2025.bytes, (parts) => {
      const box = (id: number, text: string) =>
        `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Box ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
      const boxes =
        box(901, 'Our branches in 2025') + box(902, 'In 2025 the roof was mended.') + box(903, '2025 and 2026')
      parts.replace('ppt/slides/slide4.xml', '</p:spTree>', `${boxes}</p:spTree>`)
    })
    const settled = refresh(edited, year2026).entries.filter(({ kind, slide: at }) => kind === 'settle' && at === 4)
    expect(settled.map(({ item, message }) => `${item}: ${message}`)).toContain(
      'Box 901: names 2025; the report is about 2026 now',
    )
    expect(settled.filter(({ item }) => /90[23]/.test(item))).toEqual([])
  })

  it('leaves words that are true no more to a person, with a comment', () => {
    const { entries } = refresh(year2025.bytes, year2026)
    const settle = entries.filter(({ kind }) => kind === 'settle')
    expect(settle.map(({ slide: at, message }) => `${at} ${message}`)).toEqual([
      '4 not true any more: “gained visitors” (each rose branches)',
    ])
  })
})

it('leaves to their own time what a later report has no more: the notes and the chart of a slide that it dropped, a row of a table', async () => {
  const things = ['Boats', 'Rafts', 'Kites']
  const deck = (year: number, drawn: readonly string[]) => {
    const columns = drawn.map(
      (name) => `# ${name}\n\n## The lake\n\n![](chart:columns figures="${name.toLowerCase()}")\n`,
    )
    const rows = drawn.map((name) => name.toLowerCase()).join(' ')
    return {
      'data/report.yaml': lakeReport('things')
        .replace('period: 2024', `period: ${year}`)
        .replace('2023', `${year - 1}`)
        .replace('2025-01', `${year + 1}-01`),
      'data/figures.yaml': `indicators:\n${things
        .map((name, at) => {
          const years = [2022, 2023, 2024, ...[2025, 2026].filter((of) => of <= year && drawn.includes(name))]
          const values = years.map(
            (of) => `{ period: ${of}, value: ${(at + 1) * 1000 + (of - 2000) * 11 * (at + 2)}, source: harbour }`,
          )
          return `  ${name.toLowerCase()}: { label: ${name}, unit: things, type: stock, observations: [${values.join(', ')}] }\n`
        })
        .join('')}`,
      'templates/deck.md.hbs': `${columns.join('\n')}\n# All\n\n## The lake\n\n:::table[Things]\n{{table "${rows}" columns="previous value change"}}\n:::\n`,
    }
  }
  const then = await present(temporaryFolder(deck(2024, things)))
  const now = await present(temporaryFolder(deck(2025, ['Boats', 'Kites'])))
  const { bytes = then.bytes, entries } = refresh(then.bytes, now)
  const parts = unzipSync(bytes)
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const cells = [...text('ppt/charts/chart2.xml').matchAll(/<c:v>([^<]*)/g)].map(([, cell]) => cell)
  expect(cells).toEqual(['Rafts', '2022', '2023', '2024', '2726', '2759', '2792'])
  const notes = [...text('ppt/notesSlides/notesSlide2.xml').matchAll(/<a:t>([^<]*)/g)]
    .map(([, words]) => words)
    .join('')
  const said = notes.replaceAll('\u00a0', ' ')
  expect(said).toContain('Rafts, 2022: 2,726 things.')
  expect(said).toContain('Rafts, 2024: 2,792 things. Previous value: 2,759 (2023).')
  const settled = entries.filter(({ kind }) => kind === 'settle')
  expect(settled.map(({ slide: at, message }) => `${at} ${message}`)).toEqual([
    '2 the report draws this chart no more: its numbers are those of its build',
  ])
  const later = await present(temporaryFolder(deck(2026, ['Boats', 'Kites'])))
  const third = refresh(bytes, later)
  const after = unzipSync(third.bytes ?? bytes)
  const kept = ['slides/slide2', 'notesSlides/notesSlide2', 'charts/chart2'].map((part) => `ppt/${part}.xml`)
  expect(kept.map((part) => strFromU8(after[part] ?? new Uint8Array()))).toEqual(kept.map(text))
  expect(strFromU8(after['ppt/charts/chart1.xml'] ?? new Uint8Array())).toContain('2026')
  // Its chart is none of those that the report draws.
  const { value: drawn = [] } = await drawDocuments(later.report, later.report.documents)
  const expected = drawn.flatMap((document) => expectedTexts(document, document.drawings))
  const figures = once(() => indexFigures(later.report.dataset))
  const verified = verifyDocument(readDeck('deck.pptx', third.bytes ?? bytes), { language: 'en', expected, figures })
  expect(verified.findings.filter(({ medium }) => medium === 'chart')).toEqual([])
})

it('leaves the words of a dropped slide to their own time, dated or not, and asks nothing of it when it is refreshed once more', async () => {
  const deck = (year: number, slides: string) => ({
    'data/report.yaml': lakeReport('things')
      .replace('period: 2024', `period: ${year}`)
      .replace('2023', `${year - 1}`)
      .replace('2025-01', `${year + 1}-01`),
    'data/figures.yaml': `indicators:\n  boats: { label: Boats, unit: things, type: stock, observations: [${[
      2023, 2024, 2025, 2026,
    ]
      .filter((of) => of <= year)
      .map((of, at) => `{ period: ${of}, value: ${[1022, 1101, 1063, 1087][at]}, source: harbour }`)
      .join(', ')}] }\n`,
    'templates/deck.md.hbs': `# Boats at the lake: {{value "boats"}}\n\n## The lake\n\nThe harbour counts each boat once.\n\n${slides}`,
  })
  const calm =
    '# A good year\n\nBoats rose by {{by "boats"}}, to {{value "boats"}}, from {{previous "boats"}}.\n\n:::table[Boats]\n{{table "boats" columns="value change"}}\n:::\n'
  const then = await present(temporaryFolder(deck(2024, calm)))
  const now = await present(temporaryFolder(deck(2025, '')))
  const { bytes = then.bytes, entries } = refresh(then.bytes, now)
  const said = (number: number) =>
    [...slide(bytes, number).matchAll(/<a:t>([^<]*)/g)]
      .map(([, words]) => words)
      .join('|')
      .replaceAll('\u00a0', ' ')
  expect(said(1)).toContain('1,063')
  expect(said(2)).toContain('Boats rose by 79, to 1,101, from 1,022.')
  expect(said(2)).toContain('|1,101|+79|')
  expect(entries.filter(({ kind }) => kind === 'settle')).toEqual([])
  const again = refresh(bytes, now)
  expect(again.bytes ?? bytes).toEqual(bytes)
  expect(again.entries.filter(({ kind }) => kind !== 'note')).toEqual([])
  const later = await present(temporaryFolder(deck(2026, '')))
  const third = refresh(bytes, later)
  expect(slide(third.bytes ?? bytes, 1)).toContain('1,087')
  expect(slide(third.bytes ?? bytes, 2)).toEqual(slide(bytes, 2))
  expect(third.entries.filter(({ slide: at, kind }) => at === 2 && kind !== 'note')).toEqual([])
})

it('labels a chart as a build does where a part has changed its sign, and an axis that was even has dates of its own', async () => {
  const report = (period: string) =>
    lakeReport('things')
      .replace('period: 2024', `period: ${period}`)
      .replace('2023', period.replace('2024', '2023'))
      .replace('2025-01', '2024-04')
  const months = [
    ...Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`),
    '2024-01',
    '2024-02',
  ]
  const deck = (period: string, parts: Record<string, number>) => ({
    'data/report.yaml': report(period),
    'data/figures.yaml': `indicators:\n${Object.entries(parts)
      .map(
        ([name, value]) =>
          `  ${name}: { label: ${name}, unit: things, type: stock, note: Net, observations: [{ period: ${period}, value: ${value}, source: harbour, plausible: they leave }] }\n`,
      )
      .join(
        '',
      )}  goal: { label: Goal, unit: things, type: stock, observations: [{ period: ${period}, value: 1160, source: harbour }] }
  boats: { label: Boats, unit: things, type: stock, observations: [${months
    .filter((month) => month <= period)
    .map((month, at) => `{ period: ${month}, value: ${1000 + 13 * at}, source: harbour }`)
    .join(', ')}, { period: 2025-01, value: 1290, status: forecast, source: harbour }] }\n`,
    'templates/deck.md.hbs':
      '# Parts\n\n## The lake\n\n![](chart:waterfall figures="Sails, Oars, Motors" total="All")\n\n# Boats\n\n## The lake\n\n![](chart:line figures="boats" target="goal")\n\n# Boats again\n\n## The lake\n\n![](chart:line figures="boats")\n'.replace(
        /Sails|Oars|Motors|All/g,
        (name) => name.toLowerCase(),
      ),
  })
  const then = await present(temporaryFolder(deck('2024-01', { sails: 52, oars: -13, motors: 31, all: 70 })))
  const now = await present(temporaryFolder(deck('2024-02', { sails: 52, oars: 11, motors: 31, all: 94 })))
  const { bytes = then.bytes, entries } = refresh(then.bytes, now)
  const chart = (deck: Uint8Array, number: number) =>
    strFromU8(unzipSync(deck)[`ppt/charts/chart${number}.xml`] ?? new Uint8Array())
  expect(entries.filter(({ kind }) => kind === 'settle')).toEqual([])
  expect(chart(then.bytes, 1)).toContain('−13')
  expect(chart(bytes, 1)).not.toContain('−13')
  const axis = (deck: Uint8Array, number: number) =>
    /<c:dateAx>.*?formatCode="([^"]*)".*?<c:tickLblPos val="(\w+)"/s.exec(chart(deck, number))?.slice(1)
  const built = [2, 3].map((number) => axis(then.bytes, number))
  expect(built).toEqual(Array(2).fill(['[$-409]mmm yyyy', 'low']))
  expect([axis(now.bytes, 2)?.[1], axis(now.bytes, 3)?.[1]]).toEqual(['none', 'none'])
  // Where words can be drawn below it, and where the chart has no room for any.
  expect([axis(bytes, 2)?.[1], axis(bytes, 3)]).toEqual(['none', ['[$-409]mmm yyyy', 'low']])
})

it('draws a chart as a build does where another column is the last, dots have changed sides, and now is what then was', async () => {
  const ends = (number: number) => ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'].slice(0, number)
  const deck = (number: number, oars: readonly [number, number]) => {
    const period = ends(number).at(-1) ?? ''
    const before = ends(number).at(-2) ?? ''
    const observations = ends(number).map(
      (one, at) => `{ period: ${one}, value: ${1640000 + 13000 * at}, source: harbour }`,
    )
    const pair = (name: string, [first, last]: readonly [number, number]) =>
      `  ${name}: { label: ${name}, unit: things, type: flow, observations: [{ period: ${before}, value: ${first}, source: harbour }, { period: ${period}, value: ${last}, source: harbour }] }\n`
    return {
      'data/report.yaml': lakeReport('things')
        .replace('label: things', 'label: crossings, said: true')
        .replace('period: 2024', `period: ${period}`)
        .replace('2023', before)
        .replace('2025-01', '2025-04'),
      'data/figures.yaml': `indicators:\n  boats: { label: Boats, unit: things, type: flow, observations: [${observations.join(', ')}] }\n${pair('oars', oars)}${pair('sails', [2000, 9000])}`,
      'templates/deck.md.hbs':
        '# Boats\n\n## The lake\n\n![](chart:columns figures="boats")\n\n# Both\n\n## The lake\n\n![](chart:dumbbell figures="oars, sails")\n\n# Each\n\n## The lake\n\n![](chart:grouped figures="oars, sails")\n\n# Course\n\n## The lake\n\n![](chart:slope figures="oars, sails")\n',
    }
  }
  const then = await present(temporaryFolder(deck(4, [9600, 9000])))
  const now = await present(temporaryFolder(deck(5, [9000, 9700])))
  const { bytes = then.bytes } = refresh(then.bytes, now)
  const labels = (deck: Uint8Array, number: number) => {
    const chart = strFromU8(unzipSync(deck)[`ppt/charts/chart${number}.xml`] ?? new Uint8Array())
    return (chart.match(/<c:dLbl>.*?<\/c:dLbl>/gs) ?? []).map((label) =>
      [/idx val="(\d+)"/, /<c:manualLayout>.*<\/c:manualLayout>/, /dLblPos val="(\w+)"/].map((part) =>
        part.exec(label)?.at(-1),
      ),
    )
  }
  for (const number of [1, 2]) {
    expect(labels(then.bytes, number)).not.toEqual(labels(now.bytes, number))
    expect(labels(bytes, number)).toEqual(labels(now.bytes, number))
  }
  const series = (deck: Uint8Array) =>
    readLivingDeck(openPackage(deck)).charts.map((chart) =>
      chart.series.map(({ vectors }) => vectors.map(({ values }) => values)),
    )
  expect(series(bytes)).toEqual(series(now.bytes))
})
