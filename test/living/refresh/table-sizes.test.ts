import { expect, it } from 'vitest'
import { openPackage } from '../../../src/opc/open-package.ts'
import { lakeReport } from '../../build/lake-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { editDeck } from '../../trust/verify/edit-deck.ts'
import { present, refresh } from '../reports.ts'

/** The deck of a table with a row for each of so many piers. */
function withPiers(count: number) {
  const piers = Array.from({ length: count }, (_, at) => `pier-${at}`)
  const rows = piers.map((pier, at) => `{ period: 2024, category: ${pier}, value: ${900 - at}, source: harbour }`)
  const names = piers.map((pier, at) => `${pier}: Pier number ${at + 1} of all`)
  const folder = temporaryFolder({
    'data/report.yaml': `${lakeReport('boats')}dimensions: { pier: { label: Pier, total: All, categories: { ${names.join(', ')} } } }\n`,
    'data/figures.yaml': `indicators:\n  boats: { label: Boats, unit: boats, type: flow, dimensions: [pier], observations: [${rows.join(', ')}] }\n`,
    'templates/deck.md.hbs': '# Boats by pier\n## The lake, boats in 2024\n\n{{table "boats[pier]" columns="value"}}\n',
  })
  return present(folder)
}

/** What is as large as a table's build makes it, in the order in which it stands. */
function sizes(deck: Uint8Array): string[] {
  const slide = Buffer.from(openPackage(deck).bytes('/ppt/slides/slide1.xml') ?? []).toString('utf8')
  return slide.match(/(?<=<a:tbl>.*)(?:<a:gridCol w="\d+"|<a:tr h="\d+"|\ssz="\d+"|\smar[TB]="\d+")/gs) ?? []
}

it('gives a table with more rows the sizes that a build gives it, so that it does not run off the slide', async () => {
  const [few, many] = await Promise.all([withPiers(3), withPiers(8)])
  const refreshed = refresh(few.bytes, many).bytes ?? few.bytes
  expect(sizes(refreshed)).toEqual(sizes(many.bytes))
  expect(sizes(refreshed).slice(0, 4)).not.toEqual(sizes(few.bytes).slice(0, 4))
})

it('leaves a table with a row of a colleague’s own as large as it is, and says that it has no room', async () => {
  const [few, many] = await Promise.all([withPiers(3), withPiers(8)])
  const ownRow = /<a:tr h="\d+">(?:(?!<a:tr ).)*?Pier number 3.*?<\/a:tr>/s
  const edited = editDeck(few.bytes, (parts) => {
    const xml = Buffer.from(openPackage(few.bytes).bytes('/ppt/slides/slide1.xml') ?? []).toString('utf8')
    const [row = ''] = ownRow.exec(xml) ?? []
    const own = row.replace('Pier number 3 of all', 'A raft').replace('898', 'none')
    return parts.replace('ppt/slides/slide1.xml', row, row + own)
  })
  const { entries } = refresh(edited, many)
  expect(entries.filter(({ kind }) => kind === 'settle').map(({ message }) => message)).toEqual([
    'has more rows or columns than it has room for: make it smaller',
  ])
})
