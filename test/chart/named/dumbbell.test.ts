import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'

const pier = (id: string, now: number, then: number) =>
  `  ${id}: { label: ${id}, unit: boats, type: stock, observations: [{ period: 2024, value: ${now}, source: harbour }, { period: 2023, value: ${then}, source: harbour }] }\n`

it('says its periods at a line with room beside it, where the longest one ends at the changes', async () => {
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:
${pier('east', 68400, 71900)}${pier('south', 52100, 54800)}${pier('west', 19100, 20200)}lists:
  piers: [east, south, west]
`,
      'templates/deck.md.hbs':
        '# Fewer boats\n\n## The lake, 2023 and 2024\n\n![](chart:dumbbell list="piers")\n\n- Boats.\n',
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([])
})

it('stands in the order of the later values, which are printed beside it', async () => {
  const { value } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n${pier('east', 520, 900)}${pier('south', 610, 600)}${pier('west', 190, 200)}`,
      'templates/deck.md.hbs': '# Boats\n\n## The lake\n\n![](chart:dumbbell figures="east, south, west")\n',
    },
    ['pptx'],
  )
  const chart = strFromU8(
    unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())['ppt/charts/chart1.xml'] ?? new Uint8Array(),
  )
  const cells = [...chart.matchAll(/<c:v>([^<]*)/g)].map(([, cell]) => cell)
  // Each later value, with its place from the foot.
  expect(cells.slice(-6)).toEqual(['520', '610', '190', '2', '3', '1'])
})

it('prints a number that looks like a year where its language parts no thousands', async () => {
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats').replace('language: en', 'language: es'),
      'data/figures.yaml': `indicators:\n${pier('este', 1930, 1790)}${pier('oeste', 7180, 7310)}`,
      'templates/deck.md.hbs': '# Barcos\n\n## El lago\n\n![](chart:grouped figures="este, oeste" since="2023")\n',
    },
    ['pptx'],
  )
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})

const chinese = {
  'data/report.yaml': lakeReport('boats').replace('language: en', 'language: zh'),
  'templates/theme.yaml':
    "fallback: [{ regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' }]\n",
}

it('prints a number that looks like a month where its scale is said once', async () => {
  const { diagnostics } = await makeFiles(
    {
      ...chinese,
      'data/figures.yaml': `indicators:\n${pier('east', 21517000, 20962000)}`,
      'templates/deck.md.hbs': '# 船只\n\n## 湖区\n\n![](chart:columns figures="east")\n',
    },
    ['pptx'],
  )
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})

it('counts in 万 along a lying axis in PowerPoint too', async () => {
  const { value } = await makeFiles(
    {
      ...chinese,
      'data/figures.yaml': `indicators:\n${pier('east', 21517000, 20962000)}${pier('west', 2042000, 1907000)}`,
      'templates/deck.md.hbs': '# 船只\n\n## 湖区\n\n![](chart:dumbbell figures="east, west")\n',
    },
    ['pptx'],
  )
  const chart = strFromU8(
    unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())['ppt/charts/chart1.xml'] ?? new Uint8Array(),
  )
  expect(chart).toMatch(/<c:numFmt formatCode="0&quot;万&quot;"/)
  expect([...chart.matchAll(/<c:v>(\d+\.\d)</g)].map(([, cell]) => cell)).toEqual(
    expect.arrayContaining(['2151.7', '2096.2', '204.2', '190.7']),
  )
})

it('keeps numbers below zero clear of the names and dates of bars that go both ways', async () => {
  const anomaly = (id: string, ...values: number[]) =>
    `  ${id}: { label: ${id}, unit: degrees-celsius, type: ratio, observations: [${values.map((value, year) => `{ period: ${2021 + year}, value: ${value}, source: harbour }`).join(', ')}] }\n`
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n${anomaly('air', -0.2, 1, 1.3, 0.6)}${anomaly('ice', -3, -7, -27.5, -31.6)}`,
      'templates/deck.md.hbs':
        '# Air\n\n## Air by year\n\n![](chart:columns list=air)\n\n# Ice\n\n## Air and ice\n\n![](chart:grouped figures="air, ice")\n',
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([])
})

it('keeps the numbers of two near ends of a slope apart in PowerPoint, on an axis that reaches no further', async () => {
  const slip = (id: string, then: number, now: number) => pier(id, now, then)
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n${slip('east', 520, 1044)}${slip('south', 480, 455)}${slip('west', 110, 120)}lists:\n  piers: [east, south, west]\n`,
      'templates/deck.md.hbs': '# Boats\n\n## The lake, 2023 and 2024\n\n![](chart:slope list="piers")\n',
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([])
  const deck = value?.documents[0]?.bytes ?? new Uint8Array()
  const chart = strFromU8(unzipSync(deck)['ppt/charts/chart1.xml'] ?? new Uint8Array())
  expect(chart).toMatch(/<c:valAx>(?:(?!<\/c:valAx>).)*<c:max val="/)
})
