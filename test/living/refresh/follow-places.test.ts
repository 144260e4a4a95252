import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Present } from '../../../src/living/run-refresh.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { descendants } from '../../../src/opc/xml.ts'
import { placedShapes } from '../../../src/trust/verify/read/placed-shapes.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { editDeck } from '../../trust/verify/edit-deck.ts'
import { present, refresh } from '../reports.ts'

function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(from, () => to),
  )
}

/** The starter's deck, and that of the report whose title of slide 3 and source lines have become longer. */
async function editions(): Promise<{ short: Present; long: Present }> {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  const short = await present(folder)
  edit(
    folder,
    'templates/deck.md.hbs',
    '# Visits are at {{value "recovery"}} of their number in {{period "2019"}}',
    '# Six years after the doors were shut, visits to the four branches are at {{value "recovery"}} of their number in {{period "2019"}}',
  )
  const cited = 'Larkhaven City Library, annual return 2025'
  const office = 'returned to the Office of Libraries, Museums and Archives of the Northern Provinces'
  edit(folder, 'data/report.yaml', `cite: ${cited}`, `cite: "${cited}, ${office}, first published on 10 February 2026"`)
  return { short, long: await present(folder) }
}

const slideParts = [1, 2, 3, 4, 5, 6, 7].map((number) => `/ppt/slides/slide${number}.xml`)

/** Where each shape of a slide stands, and how much of its right side its text keeps free. */
function places(deck: Uint8Array, part: string) {
  const opened = openPackage(deck)
  return placedShapes(opened, part).map(({ name, box, element }) => [
    name,
    box,
    descendants(element, 'a:bodyPr')[0]?.attributes.rIns,
  ])
}

describe('a deck whose titles and source lines have become longer', () => {
  it('is laid out as a build lays it out, where nobody has edited it', async () => {
    const { short, long } = await editions()
    const refreshed = refresh(short.bytes, long).bytes ?? short.bytes
    for (const part of slideParts) expect(places(refreshed, part)).toEqual(places(long.bytes, part))
    expect(places(refreshed, slideParts[2] ?? '')).not.toEqual(places(short.bytes, slideParts[2] ?? ''))
    expect(refresh(refreshed, long).bytes).toBeUndefined()
  })

  it('keeps what people have moved where they have put it', async () => {
    const { short, long } = await editions()
    const [chart] = /<p:xfrm><a:off [^>]*><a:ext [^>]*>/.exec(partOf(short.bytes, slideParts[2] ?? '')) ?? []
    const own = '<p:xfrm><a:off x="700000" y="2000000"/><a:ext cx="5000000" cy="3000000"/>'
    const moved = editDeck(short.bytes, (parts) => parts.replace('ppt/slides/slide3.xml', chart ?? '', own))
    const refreshed = refresh(moved, long).bytes ?? moved
    expect(partOf(refreshed, slideParts[2] ?? '')).toContain(own)
    const named = (deck: Uint8Array) =>
      places(deck, slideParts[2] ?? '').filter(([name]) => !/^Chart/.test(String(name)))
    expect(named(refreshed)).toEqual(named(long.bytes))
  })

  it('leaves a title of a colleague’s own the room that it has, and says where it has too little', async () => {
    const { short, long } = await editions()
    const own = 'Since the doors were shut, readers have come back one by one'
    const title = (deck: Uint8Array) => places(deck, slideParts[2] ?? '').find(([name]) => name === 'Title')?.[1]
    const titled = (words: string) =>
      editDeck(long.bytes, (parts) =>
        parts.replace(
          'ppt/slides/slide3.xml',
          'Six years after the doors were shut, visits to the four branches are at',
          words,
        ),
      )
    const { bytes, entries } = refresh(titled(`${own}, at`), short)
    expect(title(bytes ?? long.bytes)).toEqual(title(long.bytes))
    const notes = (all: typeof entries) => all.flatMap(({ kind, message }) => (kind === 'note' ? [message] : []))
    expect(notes(entries)).toEqual([])
    expect(notes(refresh(titled(`${own}, ${own}, at`), short).entries)).toEqual([
      'slide 3: Title has more words than room: shorten it',
    ])
  })

  it('tells what people have put where a longer source line stands now', async () => {
    const { short, long } = await editions()
    const [, source] = places(short.bytes, slideParts[2] ?? '').find(([name]) => name === 'Source') ?? []
    const { y = 0 } = source as { y?: number }
    const box = `<p:sp><p:nvSpPr><p:cNvPr id="77" name="Remark"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="700000" y="${y - 400000}"/><a:ext cx="3000000" cy="390000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>Ask Ada.</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>`
    const edited = editDeck(short.bytes, (parts) => parts.replace('ppt/slides/slide3.xml', '</p:spTree>', box))
    const settle = refresh(edited, long).entries.filter(({ kind }) => kind === 'settle')
    expect(settle.map(({ slide, item, message }) => `${slide} ${item}: ${message}`)).toEqual([
      '3 Source: needs more room now, and stands over Remark: move that',
    ])
  })
})

function partOf(deck: Uint8Array, part: string): string {
  return Buffer.from(openPackage(deck).bytes(part) ?? []).toString('utf8')
}
