import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { initReport } from '../../src/command/init/init.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { command, repository } from './run-command.ts'

const recipes = readFileSync(join(repository, 'docs/reference/updating.md'), 'utf8')

/** The report that init makes, in a repository of its own, with a program that yields its members. */
function fedReport(): {
  folder: string
  feed(members: number): void
  run(script: string): { code: number | null; said: string }
} {
  const root = temporaryFolder()
  const folder = join(root, 'report')
  initReport(folder)
  const reportFile = join(folder, 'data/report.yaml')
  const feeds =
    'feeds:\n  - { command: [cat, members.csv], source: annual-return, indicator: members, map: { period: year, value: members } }\n'
  writeFileSync(reportFile, `${readFileSync(reportFile, 'utf8')}${feeds}`)
  const feed = (members: number) => writeFileSync(join(folder, 'members.csv'), `year,members\n2025,${members}\n`)
  feed(96_400)
  writeFileSync(join(folder, '.gitignore'), 'out\n')
  const programs = join(root, 'bin')
  mkdirSync(programs)
  // `npx briefwright` as it is in a folder where it is installed.
  writeFileSync(join(programs, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${command}" "$@"\n`)
  chmodSync(join(programs, 'npx'), 0o755)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'first')
  git('init', '--quiet', '--bare', join(root, 'origin.git'))
  git('remote', 'add', 'origin', join(root, 'origin.git'))
  git('push', '--quiet', '--set-upstream', 'origin', 'HEAD')
  const run = (script: string) => {
    const env = {
      ...process.env,
      PATH: `${programs}${delimiter}${process.env.PATH}`,
      GITHUB_STEP_SUMMARY: join(root, 'summary.md'),
    }
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    return { code: status, said: `${stdout}${stderr}` }
  }
  return { folder, feed, run }
}

it('builds by cron as the documentation says: silent where all goes well, loud where not', () => {
  const [, recipe = ''] = /^ {4}0 6 \* \* 1 {2}cd \/srv\/report && (.*)$/m.exec(recipes) ?? []
  const { folder, feed, run } = fedReport()
  expect(run(recipe)).toEqual({ code: 0, said: '' })
  const deck = join(folder, 'out/library-visits.pptx')
  feed(96_500)
  expect(run(recipe)).toEqual({ code: 0, said: '' })
  expect(readFileSync(join(folder, 'data/figures.yaml'), 'utf8')).toMatch(/value: 96500\n/)
  const { mtimeMs } = statSync(deck)
  // The change and the rate that the dataset states are no longer true of it.
  feed(99_500)
  const { code, said } = run(recipe)
  expect(code).toBe(1)
  expect(said).toContain('contradiction: ')
  expect(said).toContain('failed: 1 error; the dataset is as it was')
  expect(statSync(deck).mtimeMs).toBe(mtimeMs)
})

it('builds by GitHub Actions as the documentation says, and commits what came in', () => {
  const [, text = ''] = /```yaml\n(name: report\n[^`]*)```/.exec(recipes) ?? []
  const workflow = z.object({
    jobs: z.object({ build: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
  })
  const { steps } = workflow.parse(parse(text)).jobs.build
  const scripts = steps.flatMap(({ run }) => (run && run !== 'npm ci' ? [run] : []))
  expect(scripts).toHaveLength(4)
  const { feed, run } = fedReport()
  feed(96_500)
  for (const script of scripts) expect(run(script)).toMatchObject({ code: 0 })
  expect(run('cat "$GITHUB_STEP_SUMMARY"').said).toContain(
    '| revised | Members, 2025 | 96,400 people | 96,500 people |',
  )
  expect(run("git log -1 --format=%s '@{upstream}'").said).toMatch(/^Figures of \d{4}-\d\d-\d\d\n$/)
  feed(99_500)
  expect(run(scripts[0] ?? '').code).toBe(1)
})
