import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'

const levels = (category: string, ...values: number[]) =>
  [1990, 2000, 2010, 2021, 2022, 2023, 2024]
    .map((year, at) => `{ period: ${year}, ${category}value: ${values[at] ?? 0}, source: harbour }`)
    .join(', ')

/** What is said of a deck and briefing on emissions in millions of tonnes since 1990, of which two changes are stated. */
async function told(body: string, language = 'en', unit = 'million tonnes of CO₂') {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml':
        lakeReport('mt')
          .replace('{ label: mt }', `{ label: ${unit}, said: true }`)
          .replace('language: en', `language: ${language}`) +
        'dimensions: { part: { label: Part, total: All, categories: { north: North, south: South } } }\n',
      'data/figures.yaml': `indicators:\n  gas: { label: Emissions, unit: mt, type: flow, dimensions: [part], observations: [${levels(
        '',
        90,
        80,
        70,
        60,
        55,
        52,
        50,
      ).replace(
        '{ period: 2024, value: 50',
        '{ period: 2024, value: 50, changes: [{ since: 1990, by: -40 }, { since: 2023, by: -2 }]',
      )}, ${levels('category: north, ', 50, 45, 40, 35, 32, 31, 30)}, ${levels('category: south, ', 40, 35, 30, 25, 23, 21, 20)}] }
  cap: { label: Cap, unit: mt, type: stock, observations: [{ period: 2024-12, value: 55, source: harbour }] }
  goal: { label: Target, unit: mt, type: flow, observations: [{ period: 2030, value: 40, status: forecast, source: harbour }] }
  mean: { label: Mean emissions, unit: mt, type: ratio, observations: [${['2022', '2023', '2024', '2024-01', '2024-02']
    .map((period, at) => `{ period: ${period}, value: ${at + 31}, source: harbour }`)
    .join(', ')}] }\n`,
      'templates/deck.md.hbs': `# Emissions\n\n## The lake, CO₂\n\n${body}\n`,
    },
    ['pptx'],
  )
  const texts = diagnostics.map(({ severity, message }) => `${severity}: ${message}`)
  const [deck] = value?.documents ?? []
  const parts = Object.entries(deck ? unzipSync(deck.bytes) : {})
  const charts = parts.filter(([name]) => /charts\/chart/.test(name)).map(([, bytes]) => strFromU8(bytes))
  return { texts, isMade: value !== undefined, charts }
}

it('takes the change since the time that the report compares with, where there are others', async () => {
  expect(await told('![](chart:waterfall figures="gas[part]" total="gas" measure="change")')).toMatchObject({
    texts: [],
    isMade: true,
  })
})

it.each([
  ['en', 'million tonnes of CO₂'],
  ['de', 'Millionen Tonnen CO₂'],
  ['fr', 'millions de tonnes de CO₂'],
])('knows a number of a unit that begins with a scale: %s', async (language, unit) => {
  const made = await told('![](chart:line figures="gas")', language, unit)
  expect(made.texts.filter((text) => text.startsWith('error'))).toEqual([])
  expect(made.isMade).toBe(true)
})

it('shortens years that stand close, the first of a century too', async () => {
  const stacked = '![](chart:stacked figures="gas[part]" "CO₂")'
  const { texts, charts } = await told(`${stacked}\n\n![](chart:columns figures="gas" "CO₂")`)
  expect(texts).toEqual([])
  expect(charts[0]).toContain('’00')
})

it('does not say beside a number what the heading or the caption says of its unit', async () => {
  const stacked = 'chart:stacked figures="gas[part]"'
  const { charts: plain } = await told(`![](${stacked})`)
  const { charts: captioned, texts } = await told(`![](${stacked} "By part, million tonnes of CO₂")`)
  expect(plain[0]).toContain('million tonnes of CO₂')
  expect(texts).toEqual([])
  expect(captioned[0]).not.toContain('million tonnes of CO₂')
})

it('does not leave out in silence a target of another time than its own', async () => {
  const { texts } = await told('![](chart:line figures="gas" target="goal")')
  expect(texts).toEqual(['error: no value of the target at 2024: goal'])
})

it('draws the line of a target that is of the end of the chart’s time', async () => {
  const { texts, charts } = await told('![](chart:columns figures="gas" target="cap")')
  expect(texts.filter((text) => text.startsWith('error'))).toEqual([])
  expect(charts).toHaveLength(1)
})

it('draws means of years and of their months apart', async () => {
  const valuesOf = async (each: string) => {
    const { charts } = await told(`![](chart:columns figures="mean" ${each})`)
    return charts.join().match(/<c:v>3\d<\/c:v>/g)
  }
  expect(await valuesOf('')).toEqual(['<c:v>31</c:v>', '<c:v>32</c:v>', '<c:v>33</c:v>'])
  expect(await valuesOf('each="month"')).toEqual(['<c:v>34</c:v>', '<c:v>35</c:v>'])
})
