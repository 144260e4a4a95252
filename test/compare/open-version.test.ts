import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiffOrder, runDiff } from '../../src/command/run-diff.ts'
import { openVersion } from '../../src/compare/open-version.ts'
import { createLog } from '../../src/log.ts'
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
        `HEAD → ${folder}`,
        'figures: 1 revised, 1 derived follows',
        '  revised     netizens.change@2023-06  11.09 million people → 12.09 million people  (data/figures.yaml:11)',
        '  follows     netizens.rate@2023-06    1.0% → 1.1%  (data/figures.yaml:11)',
        'deck: 1 of 2 slides differ',
        '  slide 2',
        '    Title: Netizens are up 11.09 million on December 2022 → Netizens are up 12.09 million on December 2022',
        'briefing: 1 of 1 pages differ',
        '  page 1',
        '    cell, Table: Figures of June 2023: Netizens, Change: 11.09 million → 12.09 million',
      ]),
    )
  })

  it('says it in Markdown, and as data', async () => {
    const folder = changedReport()
    expect((await diff({ folder, format: 'markdown' })).said).toContain(
      '| revised | Netizens, June 2023, change | 11.09 million people | 12.09 million people |',
    )
    const data: unknown = JSON.parse((await diff({ folder, format: 'json' })).said ?? '')
    expect(data).toMatchObject({ figures: [{ kind: 'revised', key: 'netizens.change@2023-06' }, { derived: true }] })
  })

  it('pictures what changed, before and after', { timeout: 30_000 }, async () => {
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
