import { expect, test } from 'vitest'
import { namedSlides } from './named-slides.ts'

const gallery = 'test/reports/gallery'

/** Each chart of some addresses, and what was told of them. */
async function draw(...addresses: string[]) {
  return await namedSlides(
    gallery,
    addresses.map((address, index) => [`Chart ${index}`, address]),
  )
}

/** What is told of an address that is wrong, without excerpts. */
async function wrong(address: string): Promise<string> {
  const { told } = await draw(address)
  return told.map((text) => text.replaceAll(/\n {2}\d? *\|.*/g, '').replaceAll('\n ', ';')).join('\n')
}

test('a waterfall ends at its total, or is refused', async () => {
  const { slides, told } = await draw(
    'chart:waterfall list=revenue-parts total=revenue',
    'chart:waterfall list=revenue-parts total=revenue measure=change',
  )
  expect(told).toEqual([])
  expect(slides.map(({ drawing }) => drawing.native?.type)).toEqual(['native', 'native'])
  expect(slides[0]?.texts).toEqual(
    expect.arrayContaining(['Customs', '62 million', 'Income tax', '148', 'All revenue', '370']),
  )
  expect(slides[1]?.texts).toContain('−11')
  expect(await wrong('chart:waterfall figures="customs, income-tax" total=revenue')).toMatch(
    /the parts of the waterfall do not add up to their total: revenue; hint: add the part that is missing/,
  )
})

test('categories of a dimension stand in rows and sides', async () => {
  const { slides, told } = await draw(
    'chart:pyramid figures="population[age,sex]"',
    'chart:diverging list=trust',
    'chart:grouped figures="unemployment[region,sex]" by=sex',
    'chart:dumbbell figures="unemployment[region,sex]" by=sex',
    'chart:ranking figures="unemployment[region]" target=unemployment',
  )
  expect(told).toEqual([])
  expect(slides.map(({ drawing }) => drawing.native?.type)).toEqual(Array(5).fill('native'))
  const [pyramid, diverging, grouped, dumbbell, ranking] = slides.map(({ texts }) => texts)
  expect(pyramid).toEqual(expect.arrayContaining(['Women', 'Men', '80 and over', '124,000', '83,000']))
  expect(pyramid?.some((text) => text.includes('−'))).toBe(false)
  expect(diverging).toEqual(expect.arrayContaining(['Courts', 'Strongly agree', 'Neither', '43%']))
  expect(grouped).toEqual(expect.arrayContaining(['North', 'Women', 'Men', '7.5%', '8.3%']))
  expect(dumbbell).toEqual(expect.arrayContaining(['North', 'Women', 'Men']))
  expect(slides[3]?.alt).toMatch(/: Coast, Men 4\.5%; Coast, Women 3\.7%; .*; South, Women 4\.4%\.$/)
  expect(ranking).toEqual(expect.arrayContaining(['North', '7.9%', 'Norland\u20024.9%']))
  expect(await wrong('chart:pyramid figures="population[women,age]"')).toMatch(/a pyramid has two sides/)
  expect(await wrong('chart:grouped figures="unemployment[region]" by=sex')).toMatch(
    /figures that do not differ in sex/,
  )
})

test('the lines of small multiples begin at zero where that is asked for', async () => {
  const address = 'chart:multiples figures="unemployment[region]"'
  const { slides, told } = await draw(address, `${address} zero=yes`)
  expect(told).toEqual([])
  expect(slides.map(({ texts }) => texts.includes('0%') || texts.includes('0'))).toEqual([false, true])
})

test('the line of a target crosses bars of PowerPoint’s whole, the number that it would run through within its bar', async () => {
  const { slides } = await draw(
    'chart:ranking figures="unemployment[region]" target=unemployment',
    'chart:ranking figures="unemployment[region]"',
  )
  const charts = slides.map(({ drawing: { native } }) => (native?.type === 'native' ? native : undefined))
  expect(charts.map((native) => native?.shapes.filter(({ type }) => type === 'rule').length)).toEqual([1, 0])
  const places = charts.map((native) => native?.plots[0]?.series.flatMap(({ labels }) => labels ?? []))
  expect(places.map((labels) => labels?.some(({ position }) => position === 'inEnd'))).toEqual([true, false])
})

test('each of nine columns has its number where all have room', async () => {
  const { slides } = await draw('chart:columns figures=balance')
  expect(slides[0]?.texts).toEqual(
    expect.arrayContaining(['12', '18', '9', '−4', '−47', '−31', '−8', '5', '14 million']),
  )
})

test('targets are ticks over columns, in PowerPoint too, and as many as figures', async () => {
  const { slides, told } = await draw('chart:bullet figures="glass, paper" target="glass-goal, paper-goal"')
  expect(told).toEqual([])
  const [slide] = slides
  expect(slide?.texts).toEqual(expect.arrayContaining(['71%', 'target\u200275%']))
  const native = slide?.drawing.native
  const shapes =
    native?.type === 'native' ? native.plots.flatMap(({ series }) => series.map((one) => one.marker?.shape)) : []
  expect(shapes).toContain('dash')
  expect(await wrong('chart:bullet figures="glass, paper" target="glass-goal"')).toMatch(
    /a target for each figure, in their order: 2 figures, 1 targets/,
  )
})

test('shares before bars of the whole have one scale in all charts, and are native', async () => {
  const { slides, told } = await draw(
    'chart:ranking figures="glass, paper" whole=yes',
    'chart:ranking figures="plastic, food" whole=yes',
  )
  expect(told).toEqual([])
  const tops = slides.map(({ drawing: { native } }) => (native?.type === 'native' ? native.axes?.primary.value.max : 0))
  expect(tops).toEqual([100, 100])
  expect(await wrong('chart:ranking list=revenue-parts whole=yes')).toMatch(/whole=yes is for shares in per cent/)
})

test('numbers that the line of a target would run through stand within their columns; a line with its zero ends there', async () => {
  const { slides, told } = await draw(
    'chart:columns figures=glass target=glass-goal',
    'chart:line figures=library-visits zero=yes',
  )
  expect(told).toEqual([])
  const [columns, line] = slides.map(({ drawing: { native } }) => (native?.type === 'native' ? native : undefined))
  expect(slides[0]?.texts).toEqual(expect.arrayContaining(['71%', 'Glass goal\u200275%']))
  expect(columns?.plots[0]?.series[0]?.labels?.at(-1)?.position).toBe('inEnd')
  expect(line?.axes?.primary.value.min).toBe(0)
})

test('TopoJSON draws the same map as GeoJSON, from the object that is named where there are several', async () => {
  const map = (shapes: string) => `chart:map figures="unemployment[region]" shapes="maps/${shapes}" key=code`
  const { slides, told } = await draw(map('regions.geojson'), `${map('regions.topojson')} object=regions`)
  expect(told).toEqual([])
  const paths = slides.map(({ drawing }) => drawing.svg.match(/ d="[^"]+"/g) ?? [])
  expect(paths[0]?.length).toBeGreaterThan(6)
  expect(paths[1]).toEqual(paths[0])
  expect(await wrong(map('regions.topojson'))).toMatch(/no such object; there are seas, regions/)
})

test('a forecast stands in its bands; a map takes rates alone, for all its places', async () => {
  const { slides, told } = await draw(
    'chart:fan figures=pop low="pop-low-95, pop-low-80" high="pop-high-95, pop-high-80"',
    'chart:map figures="unemployment[region]" shapes="maps/regions.geojson" key=code',
    'chart:map figures="unemployment[region]" tiles="maps/tiles.csv"',
  )
  expect(told).toEqual([])
  expect(slides[0]?.texts).toEqual(expect.arrayContaining(['Likely', 'Almost certain', '4.57 million [f]']))
  const regions = ['North', 'Coast', 'Lakes', 'Plain', 'Hills', 'South']
  const rates = ['7.9%', '4.1%', '5.2%', '3.6%', '6.3%', '4.8%']
  const bounds = ['4%', '5%', '6%', '7%']
  expect(slides[1]?.texts.filter(Boolean)).toEqual([...regions, ...rates, 'no figure', ...bounds])
  expect(slides[1]?.alt).toBe(
    'Chart of unemployment rate, 2024: North 7.9%; Hills 6.3%; Lakes 5.2%; South 4.8%; Coast 4.1%; Plain 3.6%.',
  )
  expect(slides[2]?.texts).toEqual(expect.arrayContaining(['Hills', '6.3%']))
  // A tile for each of the six, 1.75 times as wide as high, on a slide that is wider than high.
  const tiles = [...(slides[2]?.drawing.svg.matchAll(/ d="M[^"]*?h([\d.]+)v([\d.]+)h-[^"]*"/g) ?? [])]
  const shapes = tiles.map(([, across, down]) => (Number(across) / Number(down)).toFixed(2))
  expect(shapes.filter((shape) => shape === '1.75')).toHaveLength(6)
  expect(await wrong('chart:map figures="population[women,age]" shapes="maps/regions.geojson" key=code')).toMatch(
    /a map of amounts/,
  )
  expect(await wrong('chart:map figures="unemployment[region]" shapes="maps/regions.geojson"')).toMatch(
    /categories without a place in maps\/regions.geojson: north, coast.*key="code" names the property/,
  )
  expect(await wrong('chart:map figures="unemployment[region]" shapes="maps/none.json"')).toMatch(/no such file/)
})

test('events, bands and notes are words at their place, clear of the lines, and hold no numbers', async () => {
  const { slides, told } = await draw(
    'chart:line figures=library-visits event="2019: New main building" note="2020: Doors shut for a while"',
    'chart:line figures=balance band="2019..2022: Crisis programme"',
    'chart:timeline events="2016: First count; 2020-03: Doors shut; 2020-07: Doors open again"',
    'chart:line figures="library-visits, pop" note="library-visits@2022: Open again"',
  )
  expect(told).toEqual([])
  expect(slides[0]?.texts).toEqual(
    expect.arrayContaining(['New main building', 'Doors shut for a while', 'not stated']),
  )
  expect(slides[0]?.drawing.native?.type).toBe('native')
  expect(slides[1]?.texts).toContain('Crisis programme')
  expect(slides[2]?.alt).toBe('2016: First count; Mar 2020: Doors shut; Jul 2020: Doors open again')
  const several = slides[3]?.drawing.native
  const charts = several?.type === 'native' ? [several] : []
  expect(charts.flatMap(({ columns }) => columns.map(({ header }) => header)).slice(1)).toEqual([
    'Library visits',
    'Inhabitants',
    'Inhabitants: forecast',
    'Library visits: not stated',
  ])
  const series = charts.flatMap(({ plots }) => plots.flatMap((plot) => plot.series))
  expect(series.map(({ line, labels }) => [line?.dash !== 'solid', labels.length])).toEqual([
    [false, 2],
    [false, 0],
    [true, 1],
    [true, 0],
  ])
  const line = 'chart:line figures=library-visits'
  expect(await wrong(`${line} event="2031: Too late"`)).toMatch(/not a time that the chart shows: 2031/)
  expect(await wrong(`${line} note="2021: No number"`)).toMatch(/not a figure that the chart shows: 2021/)
  expect(await wrong(`${line} event="2019: 40 branches"`)).toMatch(/a number in a remark, which comes from no figure/)
  expect(await wrong(`${line} event="2019: ${'Words '.repeat(9)}"`)).toMatch(/a remark of 53 characters/)
})
