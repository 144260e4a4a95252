import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { command, runCommand } from './run-command.ts'

/** `briefwright build --watch` on a starter report, in a process of its own. */
async function watchStarter() {
  const folder = join(temporaryFolder(), 'library')
  runCommand(['init', folder])
  const child = spawn(process.execPath, [command, 'build', '--watch'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  /** Waits until it says so, and forgets what it said before. */
  const says = async (expected: RegExp) => {
    await vi.waitFor(() => expect(said).toMatch(expected), { timeout: 30_000, interval: 20 })
    said = ''
  }
  await says(/watching /)
  return {
    file: (name: string) => join(folder, name),
    says,
    stop: () => {
      child.kill('SIGINT')
      return exited
    },
  }
}

const made = /library-visits\.pptx .*\n.*library-visits\.pdf/

test('the watch outlives broken, half-saved, deleted and renamed files, and builds each good state', async () => {
  const { file, says, stop } = await watchStarter()
  const figures = readFileSync(file('data/figures.yaml'), 'utf8')

  writeFileSync(file('data/figures.yaml'), figures.replace('by: 87000', 'by: 78000'))
  await says(/changed: data\/figures\.yaml[\s\S]*data\/figures\.yaml:\d+:\d+: error[\s\S]*nothing was written/)

  writeFileSync(file('data/figures.yaml'), figures.slice(0, 700))
  await says(/error[\s\S]*nothing was written/)

  rmSync(file('data/figures.yaml'))
  await says(/error[\s\S]*nothing was written/)

  // As editors save: written beside, then renamed over the old one.
  writeFileSync(file('data/.figures.yaml.tmp'), figures)
  renameSync(file('data/.figures.yaml.tmp'), file('data/figures.yaml'))
  await says(made)

  renameSync(file('templates/charts/visits.vl.json'), file('templates/charts/doors.vl.json'))
  await says(/unknown chart: charts\/visits\.vl\.json[\s\S]*nothing was written/)

  copyFileSync(file('templates/charts/doors.vl.json'), file('templates/charts/visits.vl.json'))
  await says(made)

  writeFileSync(file('templates/theme.yaml'), 'colors:\n  accent: "#7a1f5c"\n')
  await says(made)

  expect(await stop()).toBe(0)
})
