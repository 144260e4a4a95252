import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyRegions } from '../fixtures.ts'
import { getText, readPdf } from '../pdf.ts'
import { readPptx } from '../pptx.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { command, runCommand, runHere } from './run-command.ts'
import { starterReport } from './starter.ts'

const letters = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: 'Letters',
  width: 200,
  height: 100,
  data: { url: 'data/letters.csv' },
  mark: 'bar',
  encoding: {
    x: { field: 'letter', type: 'nominal' },
    y: { field: 'count', type: 'quantitative' },
    href: { value: 'https://example.org/letters' },
  },
}
const csv = 'letter,count\nA,28\nB,55\nC,43\n'
const write = (spec: object) => JSON.stringify(spec, null, 2)

/** A folder with the spec of the letters, changed, and its data. */
const folderWith = (change: object = {}) =>
  temporaryFolder({ 'letters.vl.json': write({ ...letters, ...change }), 'data/letters.csv': csv })

const read = (folder: string, name: string) => readFileSync(join(folder, name))
const run = (cwd: string, ...args: string[]) => runHere(['chart', ...args], { cwd })

/** As it is shipped, in a process and threads of its own: where these are what is tested. */
const runShipped = (cwd: string, ...args: string[]) => runCommand(['chart', ...args], { cwd })

describe('briefwright chart', () => {
  it('draws a spec in every format, by the ending of the output', () => {
    const cwd = folderWith()
    const outputs = ['svg', 'pdf', 'png', 'pptx'].map((ending) => `out/letters.${ending}`)
    const { code, stdout, stderr } = runShipped(cwd, 'letters.vl.json', ...outputs.flatMap((output) => ['-o', output]))
    expect({ code, stdout, stderr: stderr.replaceAll(/ {2}.*/g, '') }).toEqual({
      code: 0,
      stdout: '',
      stderr: `${outputs.join('\n')}\n`,
    })
    expect(read(cwd, 'out/letters.png').readUInt32BE(0)).toBe(0x89504e47)
  })

  it('makes a page as large as the drawing, one tagged figure with what the spec says of it', async () => {
    const cwd = folderWith({ description: 'Counts of three letters.' })
    await run(cwd, 'letters.vl.json', '-o', 'a.pdf', '-o', 'a.svg')
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(String(read(cwd, 'a.svg'))) ?? []
    const { pages, info } = await readPdf(read(cwd, 'a.pdf'))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toMatchObject({ width: Number(width), height: Number(height) })
    expect(JSON.stringify(pages[0]?.structure)).toContain('"alt":"Counts of three letters."')
    expect(pages[0]?.structure && getText(pages[0].structure)).toContain('Letters')
    expect(info.Title).toBe('Letters')
  })

  it('keeps links in the PDF, each with its words', async () => {
    const cwd = folderWith()
    await run(cwd, 'letters.vl.json', '-o', 'a.pdf')
    const { pages } = await readPdf(read(cwd, 'a.pdf'))
    expect(pages[0]?.links.map(({ url }) => url)).toEqual(Array(3).fill('https://example.org/letters'))
    expect(pages[0]?.links[1]?.contents).toBe('letter: B; count: 55')
  })

  it('derives alternative text where the spec has none', async () => {
    const cwd = folderWith()
    await run(cwd, 'letters.vl.json', '-o', 'a.pdf')
    const { pages } = await readPdf(read(cwd, 'a.pdf'))
    expect(JSON.stringify(pages[0]?.structure)).toContain('"alt":"Letters. Bar chart, y: count, x: letter."')
  })

  it('makes a slide to present: the title in its place and nowhere else, the chart as large as there is room', async () => {
    const cwd = folderWith({ title: { text: 'Letters', subtitle: 'Counted by hand' }, description: 'Three letters.' })
    await run(cwd, 'letters.vl.json', '-o', 'a.pptx')
    const [slide, ...others] = readPptx(read(cwd, 'a.pptx')).slides
    expect(others).toEqual([])
    expect(slide?.title).toBe('Letters')
    expect(slide?.texts).toEqual(['Letters', 'Counted by hand'])
    const chart = slide?.shapes.find(({ kind }) => kind === 'chart')
    expect(chart?.alt).toBe('Three letters.')
    // Of a slide of 960 × 540 points.
    expect(chart?.box?.width).toBeGreaterThan(800)
    expect(chart?.box?.height).toBeGreaterThan(300)
    expect(
      JSON.stringify([...readPptx(read(cwd, 'a.pptx')).files].filter(([name]) => name.includes('chart'))),
    ).not.toContain('Counted by hand')
  })

  it.each([
    [
      'of several views',
      {
        ...{ mark: undefined, encoding: undefined, facet: { field: 'letter' }, columns: 1 },
        spec: { mark: 'bar', encoding: { y: letters.encoding.y } },
      },
      [],
    ],
    ['with radii in points', { mark: { type: 'arc', innerRadius: 20 }, encoding: { theta: letters.encoding.y } }, []],
    ['with marks so many points from an edge', { encoding: { ...letters.encoding, y: { value: 50 } } }, []],
    ['that is given a size', {}, ['--width', '100']],
  ])('keeps the proportions of a chart %s, in the middle of the slide', async (_, change, args) => {
    const cwd = folderWith(change)
    await run(cwd, 'letters.vl.json', '-o', 'a.pptx', ...args)
    const { shapes = [] } = readPptx(read(cwd, 'a.pptx')).slides[0] ?? {}
    const { x = 0, width = 0 } = shapes.find(({ kind }) => kind === 'picture' || kind === 'chart')?.box ?? {}
    expect(x + width / 2).toBeCloseTo(480, 0)
    expect(width).toBeLessThan(800)
  })

  it('says why a chart is a picture on its slide', async () => {
    const cwd = folderWith({ mark: { type: 'boxplot' }, encoding: { y: letters.encoding.y } })
    const { code, stderr } = await run(cwd, 'letters.vl.json', '-o', 'a.pptx')
    expect(code).toBe(0)
    expect(stderr).toMatch(/^letters\.vl\.json: a picture on the slide: /m)
  })

  it('draws a chart of a report as the report does, with its figures, theme and language', async () => {
    const cwd = temporaryFolder()
    starterReport(cwd)
    const charts = join(cwd, 'library/templates/charts')
    const [name = ''] = readdirSync(charts)
    const { code, stdout, stderr } = await run(charts, name)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^<svg [^>]*width="480" /)
    expect(await run(cwd, join('library/templates/charts', name), '-o', 'a.pptx', '-o', 'a.pdf')).toMatchObject({
      code: 0,
    })
    expect(readPptx(read(cwd, 'a.pptx')).slides[0]?.shapes.map(({ kind }) => kind)).toContain('chart')
    // Elsewhere nothing gives it rows.
    writeFileSync(join(cwd, name), readFileSync(join(charts, name)))
    expect((await run(cwd, name)).stderr).toMatch(
      /error: no data of that name: .*\n.*hint: give url, values or datasets/s,
    )
  })

  it('writes SVG to the standard output where it is told of no other, and reads - from the standard input', () => {
    const cwd = folderWith()
    const named = runShipped(cwd, 'letters.vl.json')
    expect(named).toMatchObject({ code: 0, stderr: '' })
    expect(named.stdout).toMatch(/^<svg .*<\/svg>$/s)
    const piped = spawnSync(process.execPath, [command, 'chart', '-', '-o', '-', '--to', 'pdf'], {
      cwd,
      input: read(cwd, 'letters.vl.json'),
    })
    expect(piped.stdout.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7')
    expect(piped.status).toBe(0)
  })

  it('draws several specs into a folder', () => {
    const other = write({ ...letters, mark: 'line' })
    const both = temporaryFolder({ 'a.vl.json': write(letters), 'b.json': other, 'data/letters.csv': csv })
    runShipped(both, 'a.vl.json', 'b.json', '-o', 'made/', '--to', 'svg,pdf')
    expect(readdirSync(join(both, 'made')).sort()).toEqual(['a.pdf', 'a.svg', 'b.pdf', 'b.svg'])
  })

  it('takes a Vega spec, by its $schema or its name', async () => {
    const vega = {
      ...{ width: 100, height: 50, padding: 5 },
      marks: [{ type: 'rect', encode: { enter: { width: { value: 100 }, height: { value: 50 } } } }],
    }
    const cwd = temporaryFolder({ 'box.vg.json': write(vega) })
    expect((await run(cwd, 'box.vg.json')).stdout).toMatch(/^<svg [^>]*width="110" height="60"/)
  })

  it('takes width and height in place of the spec’s', async () => {
    const cwd = folderWith()
    const getWidth = (svg: string) => Number(/width="([\d.]+)"/.exec(svg)?.[1])
    const usual = getWidth((await run(cwd, 'letters.vl.json')).stdout)
    expect(getWidth((await run(cwd, 'letters.vl.json', '--width', '300')).stdout)).toBe(usual + 100)
  })

  it('gives the same bytes each time, whatever the time zone of the machine', () => {
    const cwd = folderWith({
      data: { values: [{ letter: 'Jan 1 2020 00:30', count: 1 }] },
      encoding: { x: { field: 'letter', type: 'temporal' }, y: letters.encoding.y },
    })
    const bytes = ['UTC', 'Pacific/Auckland'].map((TZ) => {
      runCommand(['chart', 'letters.vl.json', '-o', 'a.pdf', '-o', 'a.pptx', '-o', 'a.svg'], { cwd, env: { TZ } })
      return ['a.pdf', 'a.pptx', 'a.svg'].map((name) => read(cwd, name).toString('base64'))
    })
    expect(bytes[0]).toEqual(bytes[1])
  })

  it('takes fonts and colours from a theme, and leaves Vega’s own where asked', async () => {
    const cwd = folderWith()
    const theme = temporaryFolder({ 'theme.yaml': "colors:\n  accent: '#123456'\n" })
    expect((await run(cwd, 'letters.vl.json', '--theme', join(theme, 'theme.yaml'))).stdout).toContain('fill="#123456"')
    expect((await run(cwd, 'letters.vl.json', '--no-theme')).stdout).toContain('fill="#4c78a8"')
  })
})

it('says once what is wrong with the report of several charts', async () => {
  const cwd = copyRegions()
  const row = readFileSync(join(cwd, 'data/report.yaml'), 'utf8').replace('sources:', 'indicators-of: 1\nsources:')
  writeFileSync(join(cwd, 'data/report.yaml'), row)
  const { stderr } = await run(cwd, 'templates/charts/homes.vl.json', 'templates/charts/regions.vl.json', '-o', 'out/')
  expect(stderr.match(/unknown key/g)).toHaveLength(1)
})

describe('specs that cannot be drawn', () => {
  it.each([
    [{ data: { url: 'data/none.csv' } }, /^letters\.vl\.json:\d+:\d+: error: .*no such file: data\/none\.csv/],
    [{ data: { url: '../x.csv' } }, /^letters\.vl\.json:\d+:\d+: error: /],
    [{ data: { url: 'https://example.org/x.csv' } }, /not a file of the folder: https:\/\/example\.org/],
    [
      { mark: 'bars' },
      /^letters\.vl\.json:9:11: error: wrong value of mark: "bars"\n.* hint: did you mean bar\?\nfailed: 1 error; nothing was written\n$/s,
    ],
    [{ width: 20_000 }, /^letters\.vl\.json:1:1: error: the drawing is larger than a page of PDF can be: /],
    [
      { encoding: { href: { value: 'javascript:alert(1)' } } },
      /error: encoding\.href\.value: link refused: javascript:alert\(1\)/,
    ],
    [{ data: { sequence: { start: 0, stop: 1e9 } } }, /error: data\.sequence: "sequence" asks for 1\.00e\+9 rows/],
    [
      { transform: [{ calculate: 'sequence(1e9)', as: 'x' }] },
      /error: transform\[0\]\.calculate: "sequence" asks for 1\.00e\+9 rows/,
    ],
    [{ title: 'smile \u{1f600}' }, /error: the theme's fonts have no glyph for: \u{1f600}/u],
    [{ $schema: 'https://example.org/schema.json' }, /error: unknown \$schema: https:\/\/example\.org\/schema\.json/],
  ])('%j', async (change, message) => {
    const cwd = folderWith(change)
    const { code, stderr } = await run(cwd, 'letters.vl.json', '-o', 'a.pdf')
    expect(stderr).toMatch(message)
    expect(code).toBe(1)
    expect(existsSync(join(cwd, 'a.pdf'))).toBe(false)
  })

  it('writes nothing where any of the folders takes nothing', async () => {
    const cwd = folderWith()
    writeFileSync(join(cwd, 'file'), '')
    expect(await run(cwd, 'letters.vl.json', '-o', 'a.svg', '-o', 'file/b.svg')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^error: a file stands where the folder should be: .*; nothing was written\n$/s),
    })
    expect(readdirSync(cwd).sort()).toEqual(['data', 'file', 'letters.vl.json'])
  })

  it('lets a spec that fails, or never ends, cost itself only, and tells all faults in the order of the specs', () => {
    const endless = {
      ...letters,
      data: { values: [{ letter: `${'a'.repeat(60)}b` }] },
      transform: [{ calculate: 'test(/^(a+)+$/, datum.letter)', as: 'count' }],
    }
    const specs = { 'a.vl.json': '{', 'b.vl.json': write(endless), 'c.vl.json': write(letters), 'd.vl.json': 'x' }
    const cwd = temporaryFolder({ ...specs, 'data/letters.csv': csv })
    // Eight seconds: a machine that is busy with others draws the one that is sound in that time.
    const { code, stderr } = runShipped(cwd, ...Object.keys(specs), '-o', 'out/', '--to', 'svg,pptx', '--timeout', '8')
    expect(code).toBe(1)
    expect(stderr.match(/^[a-d]\.vl\.json:.*error: .*|^failed.*|^out.*?pptx/gm)).toEqual([
      expect.stringMatching(/^a\.vl\.json:1:\d+: error: /),
      'b.vl.json:1:1: error: not done after 8 seconds: stopped',
      expect.stringContaining('c.pptx'),
      expect.stringMatching(/^d\.vl\.json:1:\d+: error: /),
      'failed: 3 errors; 1 of 4 charts were drawn',
    ])
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['c.pptx', 'c.svg'])
  })

  it.each([
    ['none.vl.json', 'none.vl.json:1:1: error: no such file'],
    ['data', 'data:1:1: error: a folder'],
    ['bytes.vl.json', 'bytes.vl.json:1:1: error: not UTF-8'],
  ])('says why there is no spec: %s', async (spec, message) => {
    const cwd = folderWith()
    writeFileSync(join(cwd, 'bytes.vl.json'), Uint8Array.of(0xff, 0xfe, 0x7b))
    expect(await run(cwd, spec)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
  })

  it('says that the standard input is empty', () => {
    expect(runShipped(folderWith(), '-')).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: expect.stringContaining('<stdin>:1:1: error: an empty file'),
    })
  })

  it('stops a spec that needs too much memory', () => {
    const large = {
      data: { sequence: { start: 0, stop: 1.9e6, as: 'count' } },
      transform: [{ calculate: 'sequence(4000)', as: 'letter' }],
    }
    expect(runShipped(folderWith(large), 'letters.vl.json', '--memory', '200', '--timeout', '300')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/needs more than 200 MB of memory: stopped/),
    })
  })

  it.each([
    [['-o', 'a.gif'], 'no format: a.gif'],
    [['-o', 'a.pdf', 'letters.vl.json'], 'several specs go into a folder'],
    [['-o', 'a.pdf', '--to', 'svg'], 'ends as pdf, and --to says svg: a.pdf'],
    [['--to', 'svg,pdf'], 'the standard output takes one chart'],
    [['--scale', '0'], 'not a number above 0'],
  ])('is misused: %j', async (args, message) => {
    const { code, stderr } = await run(folderWith(), 'letters.vl.json', ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('charts of a report', () => {
  it('describes a chart that shows no figures of the report by its spec', async () => {
    const cwd = temporaryFolder()
    starterReport(cwd)
    writeFileSync(
      join(cwd, 'library/templates/charts/letters.vl.json'),
      write({ ...letters, data: { values: [{ letter: 'A', count: 28 }] } }),
    )
    expect(await run(cwd, 'library/templates/charts/letters.vl.json', '-o', 'a.pdf')).toMatchObject({ code: 0 })
    const { pages } = await readPdf(read(cwd, 'a.pdf'))
    expect(JSON.stringify(pages[0]?.structure)).toContain('"alt":"Letters. Bar chart, y: count, x: letter."')
  })

  it.each([
    ['"type": "ordinal"', '"type": "zzz"', ['7:44: error: wrong value of encoding.x.type: "zzz"']],
    ['"field": "value"', '"field": "valeu"', ['8:21: error: unknown field: valeu']],
    ['"sort": null', '"sort": null,', ['7:69: error: not valid JSON']],
    ['"axis": null', '"axis": { "title": 4 }', ['8:73: warning: wrong value of encoding.y.axis.title: 4']],
  ])('%s as %s is told once, for slide and page, and nothing that follows from it', async (sound, faulty, told) => {
    const cwd = temporaryFolder()
    starterReport(cwd)
    const spec = join(cwd, 'library/templates/charts/visits.vl.json')
    writeFileSync(spec, readFileSync(spec, 'utf8').replace(sound, faulty))
    const { stderr } = await runHere(['check', 'library'], { cwd })
    const [...lines] = stderr.matchAll(/^library\/([^:]*:(.*: .*))$/gm)
    expect(lines.map(([, , line]) => line).filter((line) => !line?.includes('labels lie on each other'))).toEqual(told)
  })
})

describe('now() in a spec', () => {
  const clock = {
    data: { values: [{}] },
    mark: 'text',
    encoding: { text: { value: { expr: "utcFormat(now(), '%Y-%m-%d') + ' ' + utcFormat(datetime(), '%Y-%m-%d')" } } },
  }
  const words = (svg: string) => /<text[^>]*>([^<]+)</.exec(svg)?.[1]
  const day = { SOURCE_DATE_EPOCH: '1711065600' }
  const today = () => new Date().toISOString().slice(0, 10)

  it('is SOURCE_DATE_EPOCH, else the clock', async () => {
    const cwd = temporaryFolder({ 'clock.vl.json': write(clock) })
    expect(words((await runHere(['chart', 'clock.vl.json'], { cwd, env: day })).stdout)).toBe('2024-03-22 2024-03-22')
    const before = today()
    const said = words((await run(cwd, 'clock.vl.json')).stdout)
    expect([`${before} ${before}`, `${today()} ${today()}`]).toContain(said)
  })

  it('is the release in a chart of a report, in its documents too', async () => {
    const cwd = starterReport()
    const report = read(cwd, 'data/report.yaml').toString()
    writeFileSync(join(cwd, 'data/report.yaml'), report.replace(/^released: \S+/m, 'released: 2026-02-11'))
    const spec: object = JSON.parse(read(cwd, 'templates/charts/visits.vl.json').toString())
    const title = { text: { expr: "'drawn on ' + utcFormat(now(), '%Y-%m-%d')" } }
    writeFileSync(join(cwd, 'templates/charts/visits.vl.json'), write({ ...spec, title }))
    const { stdout } = await run(cwd, 'templates/charts/visits.vl.json')
    expect(stdout).toContain('>drawn on 2026-02-11<')
    const printed = async (env = {}) => {
      await runHere(['build', '--to', 'pdf'], { cwd, env })
      const { pages } = await readPdf(read(cwd, 'out/library-visits.pdf'))
      return pages.map(({ text }) => text).join('\n')
    }
    expect(await printed()).toContain('drawn on 2026-02-11')
    expect(await printed(day)).toContain('drawn on 2024-03-22')
  })
})
