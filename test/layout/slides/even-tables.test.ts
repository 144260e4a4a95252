import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'
import { readPptx } from '../../pptx.ts'

/** The tables of a deck that shows trips by harbour, each slide's rows without the head, and the columns' widths of the first in points. */
async function tables(harbours: number, options = 'columns="period"', language = 'en') {
  const unit = language === 'zh' ? 'yuan: { label: 元, said: true }' : 'boats: { label: boats }'
  const names = Array.from(
    { length: harbours },
    (_, at) => `h${at}: "${at === 1 ? 'Harbour at the mouth' : `H ${at}`}"`,
  )
  const rows = Array.from({ length: harbours }, (_, at) =>
    [2023, 2024].map((year) => `trips,h${at},${year},${language === 'zh' ? `${20 + at}.5亿元` : 1000 + at},harbour`),
  )
  const { value } = await makeFiles(
    {
      'data/report.yaml': `${lakeReport('boats').replace('boats: { label: boats }', unit).replace('language: en', `language: ${language}`)}dimensions: { harbour: { label: Harbour, total: All, categories: { ${names.join(', ')} } } }\n`,
      'data/figures.yaml': `indicators:\n  trips: { label: Trips, unit: ${unit.split(':')[0]}, type: flow, dimensions: [harbour], observations: [] }\n`,
      'data/figures.csv': `indicator,category,period,value,source\n${rows.flat().join('\n')}\n`,
      'templates/theme.yaml':
        "fallback: [{ regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' }]\n",
      'templates/deck.md.hbs':
        `# Trips\n\n:::table[Trips]\n{{table "trips" rows=${options.includes('rows') ? '' : '"harbour" '}${options} total=false}}\n:::\n`.replace(
          'rows=rows=',
          'rows=',
        ),
    },
    ['pptx'],
  )
  const deck = readPptx(value?.documents[0]?.bytes ?? new Uint8Array())
  const slide = deck.files.get('ppt/slides/slide1.xml') ?? ''
  const widths = [...slide.matchAll(/<a:gridCol w="(\d+)"/g)].map(([, width]) => Number(width) / 12700)
  return {
    rows: deck.slides.flatMap((one) => one.tables.map((table) => table.slice(1))),
    head: deck.slides[0]?.tables[0]?.[0],
    widths,
  }
}

it('parts a long table into as many rows on each slide', async () => {
  const { rows } = await tables(24)
  expect(rows.map(({ length }) => length)).toEqual([8, 8, 8])
})

it('sets a table of fourteen rows and a caption smaller rather than on two slides', async () => {
  const { rows } = await tables(14)
  expect(rows.map(({ length }) => length)).toEqual([14])
})

it('gives columns of numbers one width where there is room', async () => {
  const { widths } = await tables(3, 'rows="period" columns="harbour"')
  const [, ...numbers] = widths
  expect(numbers).toHaveLength(3)
  expect(Math.max(...numbers) - Math.min(...numbers)).toBeLessThan(1)
})

it('says the scale with the unit in the head, once: 亿元', async () => {
  const { head, rows } = await tables(3, 'columns="period"', 'zh')
  expect(head?.[0]).toBe('Harbour（亿元）')
  expect(rows[0]?.[0]?.slice(1)).toEqual(['20.5', '20.5'])
})
