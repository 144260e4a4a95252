import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeReport } from '../../built-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { getText } from '../stage.ts'

/** What a briefing's pages say, with lines added to what its report says of itself. */
async function pagesWith(lines: string): Promise<string[][]> {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  const file = join(folder, 'data/report.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('geography:', `${lines}geography:`))
  const { pages } = await composeReport(folder, 'briefing')
  return pages.map(({ items }) =>
    items.flatMap((item) =>
      item.type === 'text' ? item.paragraphs.map((one) => getText(one).replaceAll('\u00a0', ' ')) : [],
    ),
  )
}

test('a briefing says when it came out, when the next does, whom to ask, and on each page where', async () => {
  const pages = await pagesWith('contact: Ask Ada Winter\naddress: www.larkhaven.example\nnext-release: 2027-02-09\n')
  expect(pages[0]).toContain('Released 10 February 2026  |  Next release 9 February 2027  |  Ask Ada Winter')
  for (const page of pages) expect(page).toContain('In 2025  |  www.larkhaven.example')
})

test('one that has neither a contact nor a next edition says its day beside its publisher, or when it was compiled', async () => {
  const [first] = await pagesWith('')
  expect(first?.[0]).toBe('Larkhaven City Library  |  Released 10 February 2026')
  const [back] = await pagesWith('compiled: 2026-09-01\n')
  expect(back?.[0]).toBe('Larkhaven City Library  |  Compiled 1 September 2026')
  expect(back?.join(' ')).not.toContain('Released')
})
