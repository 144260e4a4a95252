import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drawRefreshed, findChangedSlides } from '../../src/living/pictures/draw-refreshed.ts'
import { openEditor } from '../../src/living/write/edit-package.ts'
import { edit } from '../edit-file.ts'
import { colorAt, drawPages, readPdf } from '../pdf.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { runCommand, runHere } from './run-command.ts'
import { starterReport } from './starter.ts'

let folder: string
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))

/** Monday's deck and Friday's, refreshed; each with the slides as a build draws them. */
beforeAll(async () => {
  folder = starterReport(mkdtempSync(join(tmpdir(), 'briefwright-test-')))
  const run = async (...args: string[]) => expect(await runHere(args, { cwd: folder })).toMatchObject({ code: 0 })
  await run('build', '--to', 'pptx,deck.pdf')
  for (const ending of ['pptx', 'deck.pdf'])
    copyFileSync(join(folder, `out/library-visits.${ending}`), join(folder, `monday.${ending}`))
  edit(folder, 'data/figures.yaml', 'value: 96400', 'value: 96,900')
  edit(folder, 'data/figures.yaml', 'by: 5200, rate: 5.7%', 'by: 5700, rate: 6.3%')
  await run('refresh', 'monday.pptx', '-o', 'friday.pptx')
  await run('build', '--to', 'pptx,deck.pdf')
})
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }))

const toSettle = { kind: 'settle', slide: 4, item: 'Title', message: 'not true' } as const
const drawn = (after: Uint8Array) =>
  drawRefreshed({
    before: read('monday.pptx'),
    after,
    entries: [toSettle],
    toPdf: async () => ({ value: [read('monday.deck.pdf'), read('out/library-visits.deck.pdf')], diagnostics: [] }),
    folder,
    language: 'en',
    title: 'monday.pptx',
    date: new Date('2026-02-10T00:00:00Z'),
  })

it('shows the slides that changed before and after, the changed shapes in frames', async () => {
  const { value: [output] = [], diagnostics } = await drawn(read('friday.pptx'))
  expect([diagnostics, output?.name]).toEqual([[], 'deck.pdf'])
  const { pages } = await readPdf(output?.bytes ?? new Uint8Array())
  expect(pages.map(({ text }) => text.trim())).toEqual(
    [1, 2, 4].map((number) => `before: slide ${number} after: slide ${number}`),
  )
  const [title, figures, settled] = await drawPages(output?.bytes ?? new Uint8Array(), 2)
  // In points: each slide is 960 wide, 18 from the left and 44 from the top; the frame is 3 outside its shape.
  const [, { box = { x: 0, y: 0, height: 0 } } = {}] = placesOn(2, 0)
  const edge = (page: typeof figures, x: number, y: number) => page && colorAt(page, x, y, 2)
  expect(edge(figures, 18 + box.x - 3, 44 + box.y + box.height / 2)).toBe('#0b5fa5')
  expect(edge(figures, 18 + 978 + box.x - 3, 44 + box.y + box.height / 2)).toBe('#0b5fa5')
  // On a dark slide frames are light; what is to be settled is framed in the colour of bad news, on the slide as it is now.
  const [{ box: subtitle = { x: 0, y: 0, height: 0 } } = {}] = placesOn(1, 0)
  expect(edge(title, 18 + subtitle.x - 3, 44 + subtitle.y + subtitle.height / 2)).toBe('#ffffff')
  const [{ box: heading = { x: 0, y: 0, height: 0 } } = {}] = placesOn(4, 1)
  expect(edge(settled, 18 + 978 + heading.x - 3, 44 + heading.y + heading.height / 2)).toBe('#b3352b')
  expect(edge(settled, 18 + heading.x - 3, 44 + heading.y + heading.height / 2)).toBe('#ffffff')
})

const changed = (before: Uint8Array = read('monday.pptx'), after: Uint8Array = read('friday.pptx')) =>
  findChangedSlides(openEditor(before), openEditor(after), [toSettle])

const placesOn = (slide: number, side: 0 | 1) => changed().find(({ after }) => after === slide)?.places[side] ?? []

it('finds shapes in groups where they are seen', () => {
  const grouped = (deck: Uint8Array) =>
    editDeck(deck, (parts) => {
      const part = 'ppt/slides/slide2.xml'
      const xml = parts.get(part)
      const start = xml.indexOf('<p:sp>', xml.indexOf('name="Title'))
      const frame = (scale: number) =>
        `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="999" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="1270000" y="0"/><a:ext cx="${12192000 * scale}" cy="${6858000 * scale}"/><a:chOff x="0" y="0"/><a:chExt cx="12192000" cy="6858000"/></a:xfrm></p:grpSpPr>`
      parts.set(
        part,
        xml.slice(0, start) + frame(0.5) + xml.slice(start).replace('</p:spTree>', '</p:grpSp></p:spTree>'),
      )
    })
  const boxes = (found: ReturnType<typeof changed>) => found.find(({ after }) => after === 2)?.places[1][0]?.box
  const alone = boxes(changed())
  const inGroup = boxes(changed(grouped(read('monday.pptx')), grouped(read('friday.pptx'))))
  const half = alone && [alone.width / 2, 100 + alone.x / 2].map(Math.round)
  expect(inGroup && [inGroup.width, inGroup.x].map(Math.round)).toEqual(half)
})

it('draws nothing where nothing that can be seen has changed', async () => {
  expect(changed(read('monday.pptx'), read('monday.pptx')).map(({ after }) => after)).toEqual([4])
  expect(findChangedSlides(openEditor(read('monday.pptx')), openEditor(read('monday.pptx')), [])).toEqual([])
})

it('says that LibreOffice is not there, and then writes nothing', () => {
  copyFileSync(join(folder, 'monday.pptx'), join(folder, 'talk.pptx'))
  const args = ['refresh', 'talk.pptx', '--pictures', 'changes']
  const { code, stdout, stderr } = runCommand(args, { cwd: folder, env: { PATH: folder } })
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain('error: LibreOffice is not there: it draws the slides that people have edited')
  expect(Buffer.compare(read('talk.pptx'), read('monday.pptx'))).toBe(0)
})
