import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { revisionsSince } from '../../src/build/revisions-since.ts'
import { composeVersion } from '../../src/compare/compose-version.ts'
import { layoutSideBySide } from '../../src/compare/draw-pictures.ts'
import { type DiffOrder, runDiff } from '../../src/compare/run-diff.ts'
import { createLog } from '../../src/console/log.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import { openVersion } from '../../src/files/open-version.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { edit } from '../edit-file.ts'
import { historyReport } from '../edition/history-report.ts'
import { readPdf } from '../pdf.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function git(folder: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' })
}

/** The small report in a repository of its own, committed, with a figure changed since. */
function changedReport(): string {
  const folder = historyReport()
  git(folder, 'init', '--quiet')
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '--message', 'first')
  const path = join(folder, 'data/figures.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('11.09 million', '12.09 million'))
  return folder
}

async function diff(
  order: Partial<DiffOrder> & { folder: string },
): Promise<{ said: string | undefined; log: string }> {
  const lines: string[] = []
  const log = createLog('text', { write: (text) => lines.push(text) }, {})
  const said = await runDiff(
    { before: 'HEAD', after: order.folder, format: 'text', language: undefined, ...order },
    log,
  )
  return { said, log: lines.join('') }
}

describe('diff', () => {
  it('compares a git revision with the folder as it is', async () => {
    const folder = changedReport()
    const { said } = await diff({ folder })
    expect(said?.split('\n')).toEqual(
      expect.arrayContaining([
        'HEAD → now',
        'figures: 1 revised, 1 derived follows',
        '  revised     netizens.change@2023-06  11.09 million people → 12.09 million people  (data/figures.yaml:11)',
        '  follows     netizens.rate@2023-06    1.0% → 1.1%  (data/figures.yaml:11)',
        'deck: 1 of 2 slides differ',
        '  slide 2',
        '    Title: Netizens are up 11.09 million on December 2022 → Netizens are up 12.09 million on December 2022',
        'briefing: 1 of 1 pages differ',
        '  page 1',
        '    cell, Table: Figures of June 2023: Netizens, Change: +11.09 million → +12.09 million',
      ]),
    )
  })

  it('counts slides that are gone among those that there were', async () => {
    const folder = changedReport()
    const path = join(folder, 'templates/deck.md.hbs')
    const [cover = ''] = readFileSync(path, 'utf8').split('# Netizens are ')
    writeFileSync(path, cover)
    expect((await diff({ folder })).said).toContain('deck: 1 of 2 slides differ (1 now)')
  })

  it('says it in Markdown, and as data', async () => {
    const folder = changedReport()
    expect((await diff({ folder, format: 'markdown' })).said).toContain(
      '| revised | Netizens, June 2023, change | 11.09 million people | 12.09 million people |',
    )
    const data: unknown = JSON.parse((await diff({ folder, format: 'json' })).said ?? '')
    expect(data).toMatchObject({ figures: [{ kind: 'revised', key: 'netizens.change@2023-06' }, { derived: true }] })
  })

  it('pictures what changed, before and after', async () => {
    const folder = changedReport()
    const pictures = join(folder, 'pictures')
    await diff({ folder, pictures })
    const { pages } = await readPdf(readFileSync(join(pictures, 'deck.pdf')))
    expect(pages).toHaveLength(1)
    const text = pages[0]?.text.replaceAll('\u00a0', ' ')
    expect(text).toContain('HEAD: slide 2')
    expect(text).toContain('Netizens are up 11.09 million on December 2022')
    expect(text).toContain('Netizens are up 12.09 million on December 2022')
    expect((await readPdf(readFileSync(join(pictures, 'briefing.pdf')))).pages).toHaveLength(1)
  })

  it('says which claims no longer hold, and compares the documents all the same', async () => {
    const folder = changedReport()
    edit(folder, 'data/figures.yaml', 'value: 1.044 billion', 'value: 1.064 billion')
    const { said, log } = await diff({ folder })
    expect(said?.split('\n')).toEqual(
      expect.arrayContaining([
        'claims: 1 not true now',
        '  not true    “Fewer than 1.05 billion” in “Fewer than 1.05 billion people watch video: 1.064 billion.”  (templates/deck.md.hbs:9)',
        '    text: …billion people watch video: 1.044 billion. → …billion people watch video: 1.064 billion.',
      ]),
    )
    expect(log).toBe('')
    expect((await diff({ folder, format: 'markdown' })).said).toContain('- **not true**: “Fewer than 1.05 billion” in')
    const back = await diff({ folder, before: folder, after: 'HEAD' })
    expect(back.said).toContain('claims: 1 true again')
  })

  it('compares the figures of a dataset that is not whole, and says why nothing else', async () => {
    const folder = changedReport()
    edit(folder, 'data/figures.yaml', 'formula: netizens@2023-06 - video-users@2023-06', 'formula: netizens@2031 - 1')
    const { said, log } = await diff({ folder })
    expect(said).toContain('revised     netizens.change@2023-06  11.09 million people → 12.09 million people')
    expect(said).not.toContain('deck: ')
    expect(log).toContain('data/figures.yaml:31:18: warning: no observation: netizens in 2031')
    expect(log).toContain('warning: now: its documents are not compared, as its figures are not whole; its figures are')
  })

  it('takes a slide that stands between others for a new one, and a title in other words for the old one', async () => {
    const folder = changedReport()
    const fresh = '# Fresh\n\n{{value "penetration"}} of them.\n\n# Netizens now are'
    edit(folder, 'templates/deck.md.hbs', '# Netizens are', fresh)
    const lines = (await diff({ folder })).said?.split('\n') ?? []
    expect(lines.filter((line) => line.startsWith('    Title: '))).toEqual([
      '    Title: added: Fresh',
      '    Title: Netizens are up 11.09 million on December 2022 → Netizens now are up 12.09 million on December 2022',
    ])
  })

  it('says which document cannot be laid out', async () => {
    const folder = changedReport()
    edit(folder, 'templates/deck.md.hbs', '# Netizens are', '{{#if}}# Netizens are')
    const { said, log } = await diff({ folder })
    expect(log).toContain('warning: now: its deck cannot be laid out, and is not compared')
    expect(said).toContain('briefing: ')
  })

  it('names a place in the folder as it is by its path, and one of a revision by its name', async () => {
    const folder = changedReport()
    edit(folder, 'templates/deck.md.hbs', '{{edition}} report', '{{editoin}} report')
    expect((await diff({ folder })).log).toMatch(/^templates\/deck.md.hbs:4:3: warning: unknown/m)
    git(folder, 'commit', '--all', '--quiet', '--message', 'second')
    expect((await diff({ folder })).log).toContain('HEAD:templates/deck.md.hbs:4:3: warning: unknown')
  })

  it('frames what reads otherwise, in another colour what is not true, on the slide’s own background', () => {
    const before = historyReport()
    const after = historyReport()
    edit(after, 'data/figures.yaml', 'value: 1.079 billion', 'value: 1.078 billion')
    edit(after, 'data/figures.yaml', 'value: 1.044 billion', 'value: 1.064 billion')
    const [then, now] = [before, after].map((folder) => {
      const version = { name: folder, folder, close: () => {} }
      return composeVersion(version, {}).value
    })
    const [old, current] = [then?.documents[0], now?.documents[0]]
    if (!old || !current || !now?.report) throw new Error('the report cannot be laid out')
    const untrue = ['Fewer than 1.05 billion people watch video: 1.064 billion.']
    const { theme, fonts } = now.report
    const pages = layoutSideBySide(old, current, untrue, ['then', 'now'], theme, fonts)
    const [cover = [], slide = []] = pages.map(({ items }) =>
      items.flatMap((item) => (item.type === 'rect' ? [item] : [])),
    )
    expect(cover.filter(({ fill, box }) => fill === 'accent' && box.width === theme.slide.width)).toHaveLength(2)
    expect(cover.filter(({ stroke }) => stroke?.color === 'onAccent')).toHaveLength(2)
    expect(slide.filter(({ stroke }) => stroke?.color === 'bad')).toHaveLength(1)
  })

  it('counts as revised what is printed otherwise, and not what follows and is printed as it was', () => {
    const folder = changedReport()
    edit(folder, 'data/figures.yaml', '12.09 million', '11.10 million')
    const { value: dataset } = readDataset(folder)
    if (!dataset) throw new Error('the report does not read')
    const { value } = revisionsSince('HEAD', folder, dataset, getLocale('en'))
    // The rate that follows is 1.0% still.
    expect([...(value?.revised.keys() ?? [])]).toEqual(['netizens.change@2023-06'])
  })

  it('finds nothing between a version and itself', async () => {
    const folder = changedReport()
    expect((await diff({ folder, after: 'HEAD' })).said).toBe('HEAD → HEAD\nnothing differs\n')
  })

  it('compares folders, and folders of data alone', async () => {
    const folder = changedReport()
    const other = historyReport()
    expect((await diff({ folder, before: other })).said).toContain('figures: 1 revised')
    expect((await diff({ folder, before: join(other, 'data') })).said).toContain('figures: 1 revised')
  })

  it.each([
    ['no-such-name', 'error: neither a folder nor a git revision: no-such-name'],
    ['--output=x', 'error: neither a folder nor a git revision: --output=x'],
  ])('refuses %s', async (before, message) => {
    const { said, log } = await diff({ folder: changedReport(), before })
    expect(said).toBeUndefined()
    expect(log).toContain(message)
  })

  it('refuses a folder without a report', async () => {
    expect((await diff({ folder: changedReport(), before: temporaryFolder() })).log).toContain(
      'error: no report in the folder',
    )
  })
})

it('leaves nothing behind', () => {
  const { value } = openVersion('HEAD', changedReport())
  expect(value && existsSync(join(value.folder, 'data/report.yaml'))).toBe(true)
  value?.close()
  expect(value && existsSync(value.folder)).toBe(false)
})
