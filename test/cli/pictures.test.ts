import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writePng } from '../../src/graphics/png.ts'
import { colorAt, drawPages, readPdf } from '../pdf.ts'
import { readPptx } from '../pptx.ts'
import { runHere } from './run-command.ts'
import { starterReport } from './starter.ts'

/** Left half red, right half blue. */
function twoHalves(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++)
    data.set(pixel % width < width / 2 ? [255, 0, 0, 255] : [0, 0, 255, 255], pixel * 4)
  return writePng({ width, height, data })
}

/** A report whose deck is a cover and one slide that shows what is given. */
function reportWith(slide: string, pictures: Record<string, Uint8Array>): string {
  const folder = starterReport()
  mkdirSync(join(folder, 'pictures'))
  for (const [name, bytes] of Object.entries(pictures)) writeFileSync(join(folder, 'pictures', name), bytes)
  writeFileSync(join(folder, 'templates/deck.md.hbs'), `# Cover\n\n# A slide\n\n${slide}\n`)
  return folder
}

const build = (folder: string) => runHere(['build', folder, '--to', 'pptx,deck.pdf'])

test('a picture beside text is cut to its half about its focus, and is described or decoration', async () => {
  const halves = { 'halves.png': twoHalves(3600, 1100) }
  const folder = reportWith('![Red beside blue](pictures/halves.png#focus=90,50 "Photo: A. Winter")\n\n- Words', halves)
  expect(await build(folder)).toMatchObject({ code: 0, stderr: expect.not.stringContaining('warning') })
  const pdf = readFileSync(join(folder, 'out/library-visits.deck.pdf'))
  const [, slide] = await drawPages(pdf, 0.5)
  // The focus lies at the right: nothing of the left half is left.
  expect(slide && [60, 200, 400].map((x) => colorAt(slide, x, 300, 0.5))).toEqual(['#0000ff', '#0000ff', '#0000ff'])
  const { pages } = await readPdf(pdf)
  expect(JSON.stringify(pages)).toContain('Photo: A. Winter')
  const deck = readPptx(readFileSync(join(folder, 'out/library-visits.pptx')))
  const xml = deck.files.get('ppt/slides/slide2.xml') ?? ''
  expect(xml).toMatch(/descr="Red beside blue"/)
  expect(Number(/srcRect l="(\d+)"/.exec(xml)?.[1])).toBeGreaterThan(50_000)
})

test('a picture alone goes from edge to edge', async () => {
  const folder = reportWith('![decorative](pictures/halves.png)', { 'halves.png': twoHalves(2800, 1800) })
  expect(await build(folder)).toMatchObject({ code: 0, stderr: expect.not.stringContaining('warning') })
  const [, slide] = await drawPages(readFileSync(join(folder, 'out/library-visits.deck.pdf')), 0.5)
  expect(slide && [2, 957].map((x) => colorAt(slide, x, 5, 0.5))).toEqual(['#ff0000', '#0000ff'])
  const deck = readPptx(readFileSync(join(folder, 'out/library-visits.pptx')))
  expect(deck.files.get('ppt/slides/slide2.xml')).toMatch(/name="Picture: halves.png"[\s\S]*decorative/)
})

test('a picture as high as wide is whole in a column, and cut where a focus is named', async () => {
  const shown = async (address: string) => {
    const columns = `::::columns\n:::column\nWords\n:::\n:::column\n![decorative](${address})\n:::\n::::`
    const folder = reportWith(`::slide{layout="comparison"}\n\n${columns}`, { 'code.png': twoHalves(1400, 1400) })
    expect(await build(folder)).toMatchObject({ code: 0 })
    const deck = readPptx(readFileSync(join(folder, 'out/library-visits.pptx')))
    return Number(/<a:srcRect l="0" t="(\d+)"/.exec(deck.files.get('ppt/slides/slide2.xml') ?? '')?.[1])
  }
  expect(await shown('pictures/code.png')).toBe(0)
  expect(await shown('pictures/code.png#focus=50,50')).toBeGreaterThan(10_000)
})

test('what is wrong with a picture is told at its line', async () => {
  const small = { 'small.png': twoHalves(200, 100), 'words.png': new TextEncoder().encode('no picture') }
  const errors = async (slide: string) => (await build(reportWith(slide, small))).stderr
  expect(await errors('![](pictures/small.png)')).toMatch(
    /templates\/deck\.md\.hbs:5:1: error: a picture without alternative text: pictures\/small\.png/,
  )
  expect(await errors('![x](pictures/none.jpg)')).toMatch(/:5:1: error: no such picture: pictures\/none\.jpg/)
  expect(await errors('::slide{layout="picture"}\n\n![x](pictures/none.jpg)')).toContain('failed: 1 error;')
  expect(await errors('![x](pictures/words.png)')).toMatch(
    /:5:1: error: neither PNG, JPEG, WebP nor SVG: pictures\/words\.png/,
  )
  expect(await errors('![x](../../etc/x.png)')).toMatch(/:5:1: error: (no such picture|leads out of the report folder)/)
  expect(await errors('![x](pictures/small.png#focus=300,1)')).toMatch(/:5:1: error: not a focus: focus=300,1/)
  expect(await errors('![x](pictures/small.png)')).toMatch(
    /:5:1: warning: coarse in print: pictures\/small\.png has \d+ pixels an inch/,
  )
})

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><metadata>Where I live</metadata><rect width="40" height="20" fill="#00ff00"/></svg>'

test('an SVG is a picture, sharp in PowerPoint, without what its editor wrote of it', async () => {
  const text = new TextEncoder()
  const folder = reportWith('![A green field](pictures/field.svg)', { 'field.svg': text.encode(logo) })
  expect(await build(folder)).toMatchObject({ code: 0, stderr: expect.not.stringContaining('warning') })
  const [, slide] = await drawPages(readFileSync(join(folder, 'out/library-visits.deck.pdf')), 0.5)
  expect(slide && colorAt(slide, 480, 200, 0.5)).toBe('#00ff00')
  const deck = readPptx(readFileSync(join(folder, 'out/library-visits.pptx')))
  expect(deck.files.get('ppt/slides/slide2.xml')).toMatch(/asvg:svgBlip/)
  const svg = [...deck.files].find(([name]) => name.endsWith('.svg'))?.[1]
  expect(svg).toContain('#00ff00')
  expect(svg).not.toContain('Where I live')
  const wrong = async (svg: string) =>
    (await build(reportWith('![A](pictures/a.svg)', { 'a.svg': text.encode(svg) }))).stderr
  expect(await wrong(logo.replace('<rect', '<script>1</script><rect'))).toMatch(/an SVG that holds a program or a page/)
  expect(await wrong(logo.replace('<rect', '<image href="http://example.com/a.png"/><rect'))).toMatch(
    /reads other files/,
  )
  expect(await wrong(logo.replace('<rect', '<text>Words</text><rect'))).toMatch(/turn words into outlines/)
})

test('the theme’s logo and cover picture stand on cover and first page', async () => {
  const folder = reportWith('- Words', {
    'logo.svg': new TextEncoder().encode(logo),
    'cover.png': twoHalves(900, 1000),
  })
  writeFileSync(
    join(folder, 'templates/theme.yaml'),
    'logo: { file: ./pictures/logo.svg, height: 20 }\ncover: ./pictures/cover.png\n',
  )
  expect(await runHere(['build', folder, '--to', 'pptx,deck.pdf,pdf'])).toMatchObject({ code: 0 })
  const [cover] = await drawPages(readFileSync(join(folder, 'out/library-visits.deck.pdf')), 0.5)
  expect(cover && [52, 64, 600, 950].map((x) => colorAt(cover, x, 45, 0.5))).toEqual([
    ...['#ffffff', '#00ff00'],
    ...['#ff0000', '#0000ff'],
  ])
  const [page] = await drawPages(readFileSync(join(folder, 'out/library-visits.pdf')), 0.5)
  expect(page && colorAt(page, 530, 68, 0.5)).toBe('#00ff00')
  const deck = readPptx(readFileSync(join(folder, 'out/library-visits.pptx')))
  expect(deck.files.get('ppt/slides/slide1.xml')).toMatch(/name="Cover picture"[\s\S]*name="Logo"/)
  writeFileSync(join(folder, 'templates/theme.yaml'), 'logo: { file: ./pictures/none.svg }\n')
  expect((await build(folder)).stderr).toMatch(
    /templates\/theme.yaml:1:1: error: logo: no such picture: pictures\/none.svg/,
  )
})
