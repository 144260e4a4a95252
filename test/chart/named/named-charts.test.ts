import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../../src/theme/check-contrast.ts'
import { defaultTheme } from '../../default-theme.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { namedSlides } from './named-slides.ts'

const { accent } = defaultTheme().colors
const starter = 'src/init/starter'
const internet = 'test/fixtures/internet'

describe('a chart by name', () => {
  test('is a chart of PowerPoint’s own, with numbers, alternative text and nothing to tell', async () => {
    const { slides, told } = await namedSlides(starter, [
      ['Branches', 'chart:ranking list="branches"'],
      ['Visits', 'chart:line figures="visits"'],
      ['Visits by year', 'chart:columns figures="visits" measure=value'],
      ['Each branch', 'chart:grouped list=branches'],
    ])
    expect(told).toEqual([])
    expect(slides.map(({ drawing }) => drawing.native?.type)).toEqual(['native', 'native', 'native', 'native'])
    expect(slides.map(({ alt }) => alt.split(/[,:.]/)[0])).toEqual([
      'Bar chart',
      'Line chart of visits',
      'Column chart of visits',
      'Bar chart',
    ])
    const [ranking, line, columns, grouped] = slides.map(({ texts }) => texts)
    expect(ranking).toContain('Central')
    expect(line?.at(-1)).toBe('1.284 million')
    expect(columns).toEqual(expect.arrayContaining(['1.342', '0.486', '1.284 million']))
    expect(grouped?.filter((text) => /^20\d\d$/.test(text))).toEqual(['2024', '2025'])
  })

  test('says no change that it does not draw: a dumbbell since another time than the report’s has the later value', async () => {
    const { slides } = await namedSlides('test/reports/labour-force', [
      ['Within a year', 'chart:dumbbell figures="unemployment-rate[sex]"'],
      ['Since 2020', 'chart:dumbbell figures="unemployment-rate[sex]" since="P3M/2020-06"'],
    ])
    const [year, years] = slides.map(({ texts }) => texts.join(' '))
    expect(year).toContain('\u22120.1 percentage points')
    expect(years).toContain('4.6%')
    expect(years).not.toContain('percentage points')
  })

  test('says its periods as they are, where their first day names another: the three months to June', async () => {
    const { slides } = await namedSlides('test/reports/labour-force', [
      ['Work', 'chart:line figures="employed"'],
      ['Years', 'chart:columns figures="employed"'],
    ])
    for (const { texts, drawing } of slides) {
      expect(texts.join(' ')).toContain('Apr–Jun 2024')
      expect(texts.join(' ')).not.toMatch(/(?<![\p{L}–])Apr 20/u)
      expect(JSON.stringify(drawing.native)).toContain('Apr–Jun 2024')
    }
  })

  test('says its months as they are beside sums from January on, which it does not draw', async () => {
    const report = temporaryFolder()
    const files = {
      'data/report.yaml':
        'id: rail\ntitle: Rail\npublisher: P\ngeography: G\nperiod: 2025-03\ncomparison: 2025-02\nreleased: 2025-04-10\nlanguage: en\nunits: { trains: { label: trains } }\nsources: { s: { kind: primary, title: T, publisher: P, cite: C } }\n',
      'data/figures.yaml':
        'indicators:\n  trains:\n    label: Trains\n    unit: trains\n    type: flow\n    observations:\n' +
        ['2025-01: 410', '2025-02: 395', '2025-03: 420', 'P3M/2025-03: 1225']
          .map((one) => one.split(': '))
          .map(([period, value]) => `      - { period: ${period}, value: "${value}", source: s }\n`)
          .join(''),
      'templates/briefing.md.hbs': '# Rail\n',
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(report, dirname(path)), { recursive: true })
      writeFileSync(join(report, path), text)
    }
    const { slides } = await namedSlides(report, [['By month', 'chart:line figures="trains"']])
    const { told } = await namedSlides(report, [
      ['Changes', 'chart:ranking figures="trains" measure=change period="2025-01"'],
    ])
    expect(told.join('\n')).toContain('none of the figures has a change at 2025-01: trains')
    expect(slides[0]?.texts.join(' ')).toMatch(/Jan 2025.*Mar 2025/)
    expect(slides[0]?.texts.join(' ')).not.toContain('Jan–Mar')
  })

  test('is native where PowerPoint has such a chart, and clear of itself, with accents and many figures too', async () => {
    const native = [
      'chart:stacked list="branches"',
      'chart:stacked list="branches" share=yes accent=harbour-visits',
      'chart:slope list="branches"',
      'chart:dumbbell list="branches"',
      'chart:dots list="branches" accent=harbour-visits',
      'chart:ranking list="branches" measure=change order=given',
    ]
    const pictures = [
      'chart:multiples list="branches"',
      'chart:heat list="branches"',
      'chart:waffle figures="digital-share"',
    ]
    const { slides, told } = await namedSlides(
      starter,
      [...native, ...pictures].map((address, index) => [`Chart ${index}`, address]),
    )
    expect(told).toEqual([])
    expect(slides.flatMap(({ chart, drawing }) => (drawing.native?.type === 'native' ? [chart.file] : []))).toEqual(
      native,
    )
    expect(slides.map(({ alt }) => alt === '')).not.toContain(true)
    const [, shares, , dumbbell, , , multiples] = slides.map(({ texts }) => texts)
    expect(shares).toContain('Harbour\u200223%')
    expect(dumbbell).toEqual(expect.arrayContaining(['2024', '2025', '+39,000']))
    expect(multiples).toContain('Central\u2002612,000')
  })

  test('gives the accent to the part that the title names, else to the first', async () => {
    const address = 'chart:grouped figures="reading-rate[age,region]" by="region"'
    const { slides } = await namedSlides('examples/survey', [
      ['{{value "reading-rate[plains]"}} in the plains', address],
      ['By region', address],
    ])
    const accented = slides.map(({ drawing: { native } }) => {
      if (native?.type !== 'native') return undefined
      const series = native.plots.flatMap((plot) => plot.series).find(({ fill }) => fill?.color === accent)
      return native.columns[series?.values ?? 0]?.header
    })
    expect(accented).toEqual(['Plains', 'Coast'])
  })

  test('says what stands where columns have no number', async () => {
    const { slides } = await namedSlides(internet, [
      ['Sales', 'chart:columns figures="online-retail-sales"'],
      ['Parts', 'chart:stacked figures="rural-netizens, online-government-service-users"'],
    ])
    expect(slides[0]?.texts).toEqual(
      expect.arrayContaining(['2021', '2022', '2023', 'not stated', '15.4 trillion yuan']),
    )
    // A stack without one of its parts would be too low.
    const parts = slides[1]?.drawing.svg ?? ''
    expect(['2020', '2021', '2022', '2023'].filter((year) => parts.includes(year))).toEqual(['2020', '2023'])
    expect(slides[0]?.drawing.native?.type).toBe('native')
  })

  test('names the years of a line that has no number in one of them', async () => {
    const { slides } = await namedSlides(internet, [['Sales', 'chart:line figures="online-retail-sales"']])
    expect(slides[0]?.texts).toEqual(expect.arrayContaining(['2021', '2022', '2023', 'not stated']))
  })

  test('names each of few columns at uneven times, in PowerPoint too', async () => {
    const { slides, told } = await namedSlides(internet, [
      ['Town and country', 'chart:stacked figures="urban-netizens, rural-netizens"'],
    ])
    expect(told).toEqual([])
    const { texts = [], drawing } = slides[0] ?? {}
    const dates = ['Mar 2020', 'Jun 2020', 'Dec 2020', 'Jun 2021', 'Dec 2021', 'Jun 2022', 'Dec 2022', 'Dec 2023']
    // Over two lines each, for Jun 2020 has no room for one.
    const labels = [...(drawing?.svg ?? '').matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, label = '']) =>
      label.replaceAll(/<\/tspan><tspan[^>]*>/g, ' ').replaceAll(/<[^>]+>/g, ''),
    )
    expect(labels.filter((text) => /20\d\d$/.test(text))).toEqual(dates)
    // Its unit once.
    expect(texts.filter((text) => /illion/.test(text))).toHaveLength(1)
    const cells = drawing?.native?.type === 'native' ? drawing.native.columns[0]?.cells : []
    expect(dates.filter((date) => !cells?.includes(date))).toEqual([])
  })

  test.each(['columns', 'line'])('shows one time of each year where %s is asked for every year', async (chart) => {
    const { slides } = await namedSlides(internet, [
      ['Gap', `chart:${chart} figures="urban-rural-penetration-gap" every=year`],
    ])
    const dates = slides[0]?.texts.filter((text) => /20\d\d$/.test(text))
    expect(dates).toEqual(['Dec 2020', 'Dec 2021', 'Dec 2022', 'Dec 2023'])
  })

  test('labels the last date, and says all ticks in the scale of the figures', async () => {
    const address = 'chart:line figures="online-government-service-users"'
    const { slides } = await namedSlides(internet, [['Services', address]])
    const [texts = []] = slides.map((slide) => slide.texts)
    expect(texts.filter((text) => /20\d\d$/.test(text)).at(-1)).toBe('Dec 2023')
    expect(texts.filter((text) => /^\d.*illion$/.test(text))).toContain('900 million')
    expect(texts.join()).not.toContain('billion')
  })

  test('keeps labels at the ends of lines that nearly meet apart, says their unit once, and words in cells so that they can be read', async () => {
    const address = 'chart:line figures="online-video-users, netizens, short-video-users, instant-messaging-users"'
    const { slides, told } = await namedSlides(internet, [
      ['Lines', address],
      ['Cells', 'chart:heat list=applications'],
      ['Sales', 'chart:line figures="online-retail-sales, online-retail-sales-physical-goods"'],
    ])
    expect(told).toEqual([])
    const [, cells, sales] = slides
    // Months of different years each have theirs.
    expect(cells?.drawing.svg).toMatch(/>2022<.*>2023</s)
    // The unit once, at the highest.
    expect(sales?.texts.filter((text) => text.includes('yuan'))).toEqual([
      'Online retail sales\u200215.4 trillion yuan',
    ])
    // Words in a cell are light or dark, as can be read on it.
    const fills = (pattern: RegExp) =>
      [...(cells?.drawing.svg ?? '').matchAll(pattern)].map(([, fill = '']) => toHex(fill))
    const grounds = fills(/<path d="[^"]*" fill="(rgb[^"]*)"/g)
    const words = fills(/<text[^>]*fill="([^"]*)"[^>]*>[\d,.]+<\/text>/g)
    expect(words.length).toBe(grounds.length)
    const least = Math.min(...words.map((word, index) => contrast(word, grounds[index] ?? '')))
    expect(least).toBeGreaterThan(4)
  })
})

describe('the accent of a chart by name', () => {
  const accented = async (title: string, address: string) => {
    const { slides } = await namedSlides(starter, [[title, address]])
    return /"test": "(.*?)"/.exec(slides[0]?.chart.text.replaceAll('\\"', "'") ?? '')?.[1]
  }
  test('is on the figures that the title names', async () => {
    expect(await accented('Harbour gained {{by "harbour-visits"}}', 'chart:ranking list="branches"')).toBe(
      "datum.series === 'harbour-visits'",
    )
  })
  test('is on all where the title names none', async () => {
    expect(await accented('All branches', 'chart:ranking list="branches"')).toBeUndefined()
  })
  test('is where the template says', async () => {
    expect(
      await accented('Harbour gained {{by "harbour-visits"}}', 'chart:ranking list="branches" accent=central-visits'),
    ).toBe("datum.series === 'central-visits'")
  })
})

test('what a call has wrong is told at its line and column', async () => {
  const wrong = async (address: string) => {
    const { told } = await namedSlides(starter, [['Wrong', address]])
    return told.map((text) => text.replaceAll(/\n {2}\d? *\|.*/g, '').replaceAll('\n ', ';'))
  }
  const at = 'templates/deck.md.hbs:6'
  expect(await wrong('chart:rankin list="branches"')).toEqual([
    expect.stringMatching(
      `^${at}:5: error: unknown chart: rankin; expected: one of ranking, .*; hint: did you mean ranking\\?`,
    ),
  ])
  expect(await wrong('chart:ranking list="branchs"')).toEqual([
    `${at}:19: error: unknown list or indicator: branchs; expected: an indicator, a list, or several separated by commas; hint: did you mean branches?`,
  ])
  expect(await wrong('chart:ranking list="harbour-visits, central-visits"')).toEqual([])
  expect(await wrong('chart:ranking list="branches" acent="x" top=0')).toEqual([
    expect.stringMatching(`^${at}:35: error: unknown option of chart:ranking: acent; .*; hint: did you mean accent\\?`),
    `${at}:45: error: wrong value of top: 0; expected: a whole number from 1 to 99`,
  ])
  expect(await wrong('chart:ranking list="branches" __proto__="x" constructor="y"')).toEqual([
    expect.stringMatching(`^${at}:35: error: unknown option of chart:ranking: __proto__; `),
    expect.stringMatching(`^${at}:49: error: unknown option of chart:ranking: constructor; `),
  ])
  expect(await wrong('chart:line figures="visits, loanz"')).toEqual([
    expect.stringMatching(`^${at}:16: error: unknown list or indicator: loanz; .*; hint: did you mean loans\\?`),
  ])
  expect(await wrong('chart:line figures="visits, digital-share"')).toEqual([
    expect.stringMatching(`^${at}:5: error: figures of several units in one chart: `),
  ])
  // How fast they grew is in per cent.
  expect(await wrong('chart:ranking figures="visits, loans" measure=rate')).toEqual([])
  expect(await wrong('chart:ranking figures="visits, loans" measure=change')).toHaveLength(1)
  expect(await wrong('chart:ranking list="branches" accent="loans"')).toEqual([
    expect.stringMatching(`^${at}:35: error: accent is on a figure that the chart does not show: loans`),
  ])
})

/** `#23669a` for `rgb(35, 102, 154)`. */
function toHex(color: string): string {
  const channels = color.match(/^rgb\((\d+), (\d+), (\d+)\)$/)?.slice(1) ?? []
  return channels.length === 0 ? color : `#${channels.map((one) => Number(one).toString(16).padStart(2, '0')).join('')}`
}
