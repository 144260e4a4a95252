import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPackage } from '../../../src/opc/open-package.ts'
import { descendants, getText } from '../../../src/opc/xml.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { present, refresh } from '../reports.ts'

test('a figure of a table that has become provisional has its mark, as its legend says, and loses it again', async () => {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  const figures = join(folder, 'data/figures.yaml')
  const final = readFileSync(figures, 'utf8')
  const former = await present(folder)
  writeFileSync(figures, final.replace(/(eastgate-visits:.*?period: 2025, value: [^,]*,)/s, '$1 status: provisional,'))
  const now = await present(folder)
  const refreshed = refresh(former.bytes, now)
  expect(refreshed.entries.filter(({ kind }) => kind === 'settle')).toEqual([])
  const marks = (deck: Uint8Array) =>
    tables(deck).map((table) => table.match(/<a:t>[^<]*<\/a:t><\/a:r><a:r>(?:(?!<\/a:r>).)*\[p\]/g))
  expect(marks(now.bytes).flat()).toContainEqual(expect.stringContaining('[p]'))
  expect(marks(refreshed.bytes ?? former.bytes)).toEqual(marks(now.bytes))
  expect(marks(refresh(refreshed.bytes ?? former.bytes, former).bytes ?? former.bytes)).toEqual(marks(former.bytes))
})

test('a figure amid words has its mark behind it, with the number that is new too', async () => {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  const figures = join(folder, 'data/figures.yaml')
  const former = await present(folder)
  const final = readFileSync(figures, 'utf8')
  writeFileSync(figures, final.replace('value: 2.460 million', 'value: 2.462 million, status: provisional'))
  const now = await present(folder)
  const { entries, bytes = former.bytes } = refresh(former.bytes, now)
  expect(entries.filter(({ kind }) => kind === 'settle')).toEqual([])
  const marked = (deck: Uint8Array) => paragraphs(deck).filter((text) => text.includes('[p]'))
  expect(marked(now.bytes)).toContainEqual(expect.stringMatching(/^738,000 of 2.462.million\[p\] loans/))
  expect(marked(bytes)).toEqual(marked(now.bytes))
  expect(refresh(bytes, now).entries).toEqual([])
})

function paragraphs(deck: Uint8Array): string[] {
  const opened = openPackage(deck)
  const slides = opened.names.filter((name) => /^\/ppt\/slides\/slide\d+\.xml$/.test(name)).sort()
  return slides.flatMap((name) =>
    descendants(opened.xml(name), 'a:p').map((one) => descendants(one, 'a:t').map(getText).join('')),
  )
}

function tables(deck: Uint8Array): string[] {
  const opened = openPackage(deck)
  const slides = opened.names.filter((name) => /^\/ppt\/slides\/slide\d+\.xml$/.test(name)).sort()
  return slides.flatMap(
    (name) =>
      Buffer.from(opened.bytes(name) ?? [])
        .toString('utf8')
        .match(/<a:tbl>.*?<\/a:tbl>/gs) ?? [],
  )
}
