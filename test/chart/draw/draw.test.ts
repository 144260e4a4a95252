import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collectDiagnostics } from '../../../src/build/collect-diagnostics.ts'
import { drawChart } from '../../../src/chart/draw/draw.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { paintedTexts } from '../painted.ts'
import { bind, bound, fonts, gapColumns, netizensLine, options, soundValue, theme } from '../sample.ts'

const size = { width: 480, height: 210 }
const draw = async (spec: object, box = size) =>
  soundValue(await drawChart(bound(spec, { medium: 'page' }), box, options))
const messages = async (spec: object, folder = options.folder) => {
  const { note, outcome } = collectDiagnostics()
  const chart = note(bind(spec, { medium: 'page' }))
  const { value, diagnostics } = outcome(chart && note(await drawChart(chart, size, { ...options, folder })))
  return { isDrawn: value !== undefined, messages: diagnostics.map(formatDiagnostic) }
}
const words = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map((match) => match[1]?.replaceAll('\u00a0', ' '))

describe('one drawing, two forms', () => {
  test('the SVG says each number as it is printed, in the theme’s font', async () => {
    const { svg } = await draw(gapColumns)
    expect(words(svg)).toEqual([
      'Dec 2020',
      'Dec 2022',
      'Dec 2023',
      '23.9 percentage points',
      '21.2 percentage points',
      '16.8 percentage points',
    ])
    expect(svg).toContain('font-family="Arial"')
  })

  test('what is painted says the same', async () => {
    const drawing = await draw(gapColumns)
    expect(paintedTexts(drawing).map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual(words(drawing.svg))
  })

  test('a drawing can be painted more than once', async () => {
    const drawing = await draw(gapColumns)
    expect(paintedTexts(drawing)).toEqual(paintedTexts(drawing))
  })

  test('axes speak the locale, numbers with the digits of their step', async () => {
    const { svg } = await draw(netizensLine)
    expect(words(svg)).toEqual(
      expect.arrayContaining(['Mar 2020', 'Dec 2023', '0.90 billion', '0.95 billion', '1.00 billion', '1.05 billion']),
    )
  })

  test('colours are the theme’s', async () => {
    const { svg } = await draw(gapColumns)
    expect(svg).toContain(`fill="${theme.colors.accent}"`)
  })
})

describe('what a spec need not style', () => {
  const value = { field: 'value', type: 'quantitative' }
  const year = { field: 'date', type: 'ordinal', timeUnit: 'year' }

  test('periods under points stand upright, as those under bars do', async () => {
    const encoding = { x: { field: 'periodLabel', type: 'ordinal' }, y: value }
    const { svg } = await draw({ data: { name: 'netizens' }, mark: 'point', encoding })
    expect(svg).not.toContain('rotate(')
  })

  test('years beside the cells of a heat map stand clear of them, and no cell is darker than words on it can be read', async () => {
    const encoding = { x: { ...year, timeUnit: 'month' }, y: year, color: value }
    const drawing = await draw({ data: { name: 'netizens' }, mark: 'rect', encoding })
    const [cells = ''] = /<g class="mark-rect role-mark.*?<\/g>/.exec(drawing.svg) ?? []
    // Three fifths of the accent, which is #0b5fa5.
    expect([...cells.matchAll(/fill="(.*?)"/g)].at(-1)?.[1]).toBe('rgb(109, 159, 201)')
    const [, plot] = /translate\((\d+),/.exec(drawing.svg) ?? []
    const years = paintedTexts(drawing).filter(({ text }) => /^20\d\d$/.test(text))
    expect(years).toHaveLength(4)
    expect(Math.max(...years.map(({ x }) => x))).toBeLessThan(Number(plot))
  })

  const rows = ['a', 'b'].flatMap((name) => [1, 2, 4].map((value) => ({ name, value })))

  test('error bars are data, drawn in ink without a word about what cannot be clicked', async () => {
    const encoding = { x: { field: 'name' }, y: { field: 'value', type: 'quantitative' } }
    const { svg } = await draw({ data: { values: rows }, mark: 'errorbar', encoding })
    expect(svg.match(/mark-rule role-mark.*?stroke="(.*?)"/)?.[1]).toBe(theme.colors.ink)
  })

  test('the title of a legend is set as the title of an axis is', async () => {
    const size = { field: 'value', type: 'quantitative', title: 'Sizes' }
    const y = { field: 'value', type: 'quantitative', title: 'Levels' }
    const { svg } = await draw({ data: { values: rows }, mark: 'circle', encoding: { x: { field: 'name' }, y, size } })
    const style = (words: string) =>
      svg.match(new RegExp(`<text([^>]*)>${words}<`))?.[1]?.match(/(font|fill)[^ ]*="[^"]*"/g)
    expect(style('Sizes')).toEqual(style('Levels'))
  })

  test('the first date of an axis and the next do not touch', async () => {
    const values = Array.from({ length: 33 }, (_, month) => ({ date: Date.UTC(2024, month), value: month }))
    const encoding = { x: { field: 'date', type: 'temporal' }, y: { field: 'value', type: 'quantitative', axis: null } }
    const drawing = await draw({ data: { values }, mark: 'line', encoding }, { width: 290, height: 120 })
    expect(words(drawing.svg).slice(0, 2)).toEqual(['2024', 'July'])
  })
})

describe('areas and dates', () => {
  const values = Array.from({ length: 10 }, (_, quarter) => ({ date: Date.UTC(2023, 3 * quarter), value: quarter + 1 }))
  const encoding = {
    x: { field: 'date', type: 'temporal' },
    y: { field: 'value', type: 'quantitative' },
  }

  test('areas on each other are as dark as their legend, one alone is light', async () => {
    const opacity = async (color: object) =>
      (await draw({ data: { values }, mark: 'area', encoding: { ...encoding, ...color } })).svg.match(
        /mark-area.*?<path[^>]*? opacity="([\d.]+)"/,
      )?.[1] ?? '1'
    expect([await opacity({}), await opacity({ color: { field: 'kind' } })]).toEqual(['0.12', '1'])
  })

  test('dates that no spec names follow each other evenly', async () => {
    const chart = bound({ data: { values }, mark: 'line', encoding }, { medium: 'slide' })
    const { svg } = soundValue(await drawChart(chart, { width: 760, height: 210 }, options))
    expect(words(svg).slice(0, 7)).toEqual(['2023', 'May', 'September', '2024', 'May', 'September', '2025'])
  })
})

describe('size', () => {
  test('the drawing is exactly the box, whatever stands around the plot', async () => {
    const { svg, width, height } = await draw(netizensLine, { width: 482.5, height: 210.25 })
    expect([width, height]).toEqual([482.5, 210.25])
    expect(svg).toMatch(/^<svg [^>]*width="482.5" height="210.25" viewBox="0 0 482.5 210.25"/)
  })

  test('a composition is scaled as a whole', async () => {
    const view = { ...gapColumns, width: 300, height: 100 }
    const { svg } = await draw({ vconcat: [view, view] })
    expect(svg).toMatch(/width="480" height="210" viewBox="0 0 \d+ 2\d\d"/)
  })

  test('text is measured with the font that prints it: a label that just fits is not cut', async () => {
    const label = '23.9 percentage points'
    const spec = {
      data: { values: [{ label }] },
      mark: { type: 'text', align: 'left', limit: 200 },
      encoding: { text: { field: 'label' }, x: { value: 0 }, y: { value: 100 } },
    }
    const { svg } = await draw(spec)
    expect(fonts.width(label, { font: 'body', weight: 'regular', italic: false }, 9)).toBeLessThan(200)
    expect(words(svg)).toEqual([label])
  })
})

describe('the same bytes', () => {
  const gradient = {
    x1: 0,
    y1: 0,
    x2: 1,
    y2: 1,
    gradient: 'linear',
    stops: [
      { offset: 0, color: 'white' },
      { offset: 1, color: 'navy' },
    ],
  }

  test('ids of clips and gradients do not count on from the chart before', async () => {
    const spec = { ...gapColumns, layer: [{ mark: { type: 'bar', clip: true, color: gradient } }] }
    const [first, second] = [await draw(spec), await draw(spec)]
    expect(first.svg).toMatch(/url\(#gradient_\d\)[\s\S]*url\(#clip\d\)|url\(#clip\d\)[\s\S]*url\(#gradient_\d\)/)
    expect(second.svg).toBe(first.svg)
  })

  test('charts drawn at once do not mix', async () => {
    const [alone, other] = [await draw(gapColumns), await draw(netizensLine)]
    const both = await Promise.all([draw(gapColumns), draw(netizensLine)])
    expect(both.map(({ svg }) => svg)).toEqual([alone.svg, other.svg])
  })
})

describe('troubles', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
    mkdirSync(join(folder, 'report'))
    writeFileSync(join(folder, 'secret.csv'), 'a\n1')
    writeFileSync(join(folder, 'report', 'own.csv'), 'a\n1')
    writeFileSync(join(folder, 'report', 'broken.json'), '[{')
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const from = (url: string) => ({ data: { url }, mark: 'bar', encoding: { x: { field: 'a', type: 'quantitative' } } })
  const load = (url: string) => messages(from(url), join(folder, 'report'))

  test('a file of the report is read', async () => {
    expect(await load('own.csv')).toEqual({ isDrawn: true, messages: [] })
  })

  test.each([
    ['missing.csv', 'no such file'],
    ['broken.json', 'malformed: broken.json: '],
    ['../secret.csv', 'leads out of the folder'],
    ['/etc/hostname', 'not a file of the folder'],
    ['file:///etc/hostname', 'not a file of the folder'],
    ['https://example.org/a.csv', 'not a file of the folder'],
  ])('data from %s fails the chart, at its address in the spec: %s', async (url, reason) => {
    const outcome = await load(url)
    expect(outcome.isDrawn).toBe(false)
    expect(outcome.messages[0]).toMatch(/^charts\/sample\.vl\.json:3:12: error: /)
    expect(outcome.messages[0]).toContain(reason)
  })

  test('a spec that Vega-Lite cannot compile', async () => {
    expect(await messages({ data: { name: 'gap' } })).toEqual({
      isDrawn: false,
      messages: [expect.stringMatching(/^charts\/sample\.vl\.json:1:1: error: nothing to draw in it\n/)],
    })
  })

  test('an expression that cannot be parsed is shown at its line', async () => {
    const spec = { ...gapColumns, transform: [{ filter: 'datum.value >' }] }
    const { messages: told } = await messages(spec)
    expect(told[0]).toMatch(
      /error: transform\[0\]\.filter: expression cannot be read: unexpected end of input\n {2}\d+ \| {7}"filter": "datum\.value >"\n/,
    )
  })

  test('what Vega-Lite warns of is a warning, and the chart is drawn', async () => {
    const spec = {
      ...gapColumns,
      layer: [{ mark: 'bar', encoding: { shape: { field: 'unit', type: 'quantitative' } } }],
    }
    const outcome = await messages(spec)
    expect(outcome.isDrawn).toBe(true)
    expect(outcome.messages[0]).toMatch(/warning: /)
  })

  test('a filter that leaves nothing', async () => {
    expect(await messages({ ...gapColumns, transform: [{ filter: 'datum.value > 1e9' }] })).toEqual({
      isDrawn: false,
      messages: [expect.stringMatching(/error: nothing to draw.*\n {2}\d+ \| {3}"transform": /)],
    })
  })

  test('a legend that does not fit, with what would make it', async () => {
    const values = Array.from({ length: 9 }, (_, at) => ({ name: `A name of some length, ${at}`, value: at + 1 }))
    const value = { field: 'value', type: 'quantitative' }
    const spec = { data: { values }, mark: 'bar', encoding: { x: value, y: value, color: { field: 'name' } } }
    const titled = (columns: number) => ({ ...spec.encoding, color: { field: 'name', legend: { columns } } })
    const [message] = (await messages({ ...spec, encoding: titled(9) })).messages
    expect(message).toMatch(/error: label does not fit the drawing .*\n.*"legend": \{[\s\S]*"columns": 3/)
    const { messages: rest } = await messages({ ...spec, encoding: titled(3) })
    expect(rest.filter((one) => one.includes('does not fit'))).toEqual([])
    // Of which a spec says nothing, it is set in as many rows as it takes.
    const { svg } = await draw(spec)
    const tops = [...svg.matchAll(/translate\([\d.]+,([\d.]+)\)"><path class="background"[^>]*? d="M0,0h107/g)]
    expect(new Set(tops.map(([, top]) => top)).size).toBe(3)
    expect((await messages(spec)).messages.filter((one) => one.includes('does not fit'))).toEqual([])
  })

  test('a label that does not fit', async () => {
    const text = {
      ...gapColumns,
      layer: [{ mark: { type: 'text', dx: 9999 }, encoding: { text: { field: 'valueShort' } } }],
    }
    const [message] = (await messages(text)).messages
    expect(message).toContain('label does not fit the drawing (480 × 210 points): 23.9')
    expect(message).toMatch(/\n {2}\d+ \| {7}"mark": \{\n {5}\| {15}\^/)
  })

  test('labels on each other', async () => {
    const spec = {
      ...gapColumns,
      layer: [
        { mark: 'bar' },
        { mark: 'text', encoding: { text: { field: 'label' }, y: { value: 50 }, x: { value: 100 } } },
        { mark: 'text', encoding: { text: { field: 'unit' }, y: { value: 52 }, x: { value: 110 } } },
      ],
    }
    expect((await messages(spec)).messages).toContainEqual(
      expect.stringMatching(
        /:22:15: warning: labels lie on each other .*: Urban-rural gap \| percentage-points\n {2}22 \| {7}"mark": "text",/,
      ),
    )
  })

  test('a character that the fonts lack', async () => {
    const spec = { ...gapColumns, layer: [{ mark: { type: 'text', text: '网' } }] }
    expect((await messages(spec)).messages[0]).toMatch(
      /error: the theme\u0027s fonts have no glyph for: 网\n {2}\d+ \| {9}"text": "网"/,
    )
  })

  test('a link to a program', async () => {
    const spec = { ...gapColumns, layer: [{ mark: { type: 'bar', href: 'javascript:alert(1)' } }] }
    const outcome = await messages(spec)
    expect(outcome.isDrawn).toBe(false)
    expect(outcome.messages[0]).toContain('link refused: javascript:alert(1)')
  })

  test('an animated spec leaves no timer behind', async () => {
    const spec = {
      ...gapColumns,
      params: [{ name: 'frame', select: { type: 'point', fields: ['period'], on: 'timer' } }],
      layer: undefined,
      mark: 'bar',
      encoding: { ...gapColumns.encoding, time: { field: 'period' } },
    }
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
    const before = timers()
    // Vega-Lite compiles it to data that it does not make: it is refused, and what was begun for that must end too.
    expect(bind(spec).diagnostics.map(({ message }) => message)).toContain('undefined data set name: "data_0_curr"')
    expect(timers()).toBeLessThanOrEqual(before)
  })
})
