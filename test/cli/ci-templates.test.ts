import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { initReport } from '../../src/command/init/init.ts'
import { edit } from '../edit-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { command, repository } from './run-command.ts'

// Slow: it runs the steps that the templates of ci/ have, in a repository with two commits.

const read = (name: string): unknown => parse(readFileSync(join(repository, 'ci', name), 'utf8'))

/** The starter in a repository: a figure changed since the first commit. */
function changedReport() {
  const root = temporaryFolder()
  const folder = join(root, 'report')
  initReport(folder)
  const programs = join(root, 'bin')
  mkdirSync(programs)
  const program = (name: string, script: string) => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(programs, name), 0o755)
  }
  program('npm', 'exit 0')
  program('npx', `[ "$1" != --no-install ] || shift\nshift\nexec "${process.execPath}" "${command}" "$@"`)
  program('gh', `while [ $# -gt 0 ]; do [ "$1" != --body-file ] || cp "$2" "${root}/comment.md"; shift; done`)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'first')
  edit(folder, 'data/visits.csv', '486000', '487000')
  git('commit', '--quiet', '--all', '--message', 'more visits')
  const base = git('rev-parse', 'HEAD~1')
  const run = (script: string, env: Record<string, string> = {}) => {
    const path = `${programs}${delimiter}${process.env.PATH}`
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: folder,
      env: { ...process.env, ...env, PATH: path },
      encoding: 'utf8',
    })
    return { code: status, said: `${stdout}${stderr}` }
  }
  const file = (name: string) => readFileSync(join(root, name), 'utf8')
  return { folder, base, run, file }
}

const steps = z.array(z.object({ if: z.string().optional(), run: z.string().optional(), shell: z.string().optional() }))

/** What the workflow runs. */
function githubSteps(): string[] {
  const workflow = z.object({ jobs: z.object({ report: z.object({ steps }) }) })
  return workflow.parse(read('github.yml')).jobs.report.steps.flatMap((step) => step.run ?? [])
}

it('checks, builds, verifies and comments by the template for GitHub', () => {
  const { base, run, file } = changedReport()
  for (const step of githubSteps()) expect(run(step, { BASE: base, NUMBER: '1' })).toMatchObject({ code: 0 })
  expect(file('comment.md')).toContain('| revised | Visits, 2020 | 486,000 visits | 487,000 visits |')
  expect(run('ls out out/changes').said).toMatch(/library-visits\.pdf.*deck\.pdf/s)
})

it('does the same by the composite action', () => {
  const { runs } = z.object({ runs: z.object({ using: z.literal('composite'), steps }) }).parse(read('action.yml'))
  const ran = runs.steps.filter(({ run }) => run !== undefined)
  expect(ran.map(({ run }) => run)).toEqual(githubSteps())
  // What a composite action runs names its shell.
  expect(ran.map(({ shell }) => shell)).toEqual(ran.map(() => 'bash'))
  expect(ran.filter((step) => step.if !== undefined)).toHaveLength(2)
})

it('does the same by the template for GitLab, in other words for the comment alone, and fails where the report does', () => {
  const { report } = z.object({ report: z.object({ script: z.array(z.string()) }) }).parse(read('gitlab.yml'))
  const [comment = '', ...others] = report.script.toReversed()
  expect(others.toReversed()).toEqual(githubSteps().slice(0, others.length))
  const { folder, base, run } = changedReport()
  expect(run(`mkdir out; ${comment}`, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).toMatchObject({ code: 0 })
  expect(run('cat out/changes.md').said).toContain('| revised | Visits, 2020 |')
  edit(folder, 'data/figures.yaml', 'value: 96400', 'value: 99400')
  expect(run(others.find((step) => step.endsWith(' check')) ?? '').code).toBe(1)
})

it('commits nothing that does not check', () => {
  const { folder, run } = changedReport()
  expect(run(`cp ${repository}/ci/pre-commit .git/hooks/pre-commit`).code).toBe(0)
  edit(folder, 'data/figures.yaml', 'value: 96400', 'value: 99400')
  const commit = 'git -c user.name=A -c user.email=a@example.org commit --quiet --all --message x'
  const { code, said } = run(commit)
  expect(code).toBe(1)
  expect(said).toContain('contradiction')
  edit(folder, 'data/figures.yaml', 'value: 99400', 'value: 96400')
  edit(folder, 'data/figures.yaml', 'status: provisional', 'status: revised')
  expect(run(commit).code).toBe(0)
})
