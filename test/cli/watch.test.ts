import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readPdf } from '../pdf.ts'
import { readPptx } from '../pptx.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { command } from './run-command.ts'
import { starterReport } from './starter.ts'

/** `briefwright build --watch` on a starter report, in a process of its own. */
async function watchStarter() {
  const folder = starterReport()
  const child = spawn(process.execPath, [command, 'build', '--watch'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  let all = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    all += chunk.toString()
  })
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  /** Waits until it says so, and forgets what it said before. */
  const says = async (expected: RegExp) => {
    await vi.waitFor(() => expect(said).toMatch(expected), { timeout: 120_000, interval: 20 })
    said = ''
  }
  await says(/watching /)
  return {
    folder,
    /** All that was said so far. */
    heard: () => all,
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

test('a switch of branches in git is one build, of all files of the other branch', async () => {
  const { folder, file, says, heard, stop } = await watchStarter()
  const clone = join(temporaryFolder(), 'clone')
  const git = (where: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: where,
      stdio: 'ignore',
    })
  const edit = (name: string, from: string, to: string) =>
    writeFileSync(join(clone, name), readFileSync(join(clone, name), 'utf8').replaceAll(from, to))
  const printed = async () => {
    const { pages } = await readPdf(readFileSync(file('out/library-visits.pdf')))
    return pages.map(({ text }) => text).join('\n')
  }
  git(folder, 'init', '-b', 'main')
  git(folder, 'add', 'data', 'templates')
  git(folder, 'commit', '-m', 'main')

  // The other branch has another figure, and another name of one: half of either branch is an error.
  git(folder, 'clone', folder, clone)
  git(clone, 'checkout', '-b', 'other')
  edit('data/figures.yaml', '96400', '96900')
  edit('data/figures.yaml', 'by: 5200, rate: 5.7%', 'by: 5700, rate: 6.3%')
  edit('data/figures.yaml', 'recovery:', 'regained:')
  for (const template of ['templates/briefing.md.hbs', 'templates/deck.md.hbs'])
    edit(template, '"recovery"', '"regained"')
  git(clone, 'commit', '-am', 'other')
  git(clone, 'push', 'origin', 'other')
  expect(await printed()).toContain('96,400')

  const before = heard()
  git(folder, 'checkout', 'other')
  await says(made)
  expect(await printed()).toContain('96,900')
  expect(await printed()).not.toContain('96,400')
  const deck = JSON.stringify(readPptx(readFileSync(file('out/library-visits.pptx'))))
  expect(deck).toContain('96,900')
  expect(deck).not.toContain('96,400')

  git(folder, 'checkout', 'main')
  await says(made)
  expect(await printed()).toContain('96,400')
  const since = heard().slice(before.length)
  expect(since.match(/changed: .*/g)).toEqual(
    Array(2).fill(expect.stringMatching(/data\/figures\.yaml.*templates\/briefing\.md\.hbs/)),
  )
  expect(since).not.toContain('error')
  expect(await stop()).toBe(0)
})

test('the watch writes over no deck that people have edited meanwhile', async () => {
  const { file, says, stop } = await watchStarter()
  const deck = file('out/library-visits.pptx')
  const edited = editDeck(new Uint8Array(readFileSync(deck)), (parts) =>
    parts.replace('ppt/slides/slide3.xml', 'Visits are at ', 'Our visits stand at '),
  )
  const pdf = readFileSync(file('out/library-visits.pdf'))
  writeFileSync(deck, edited)
  const theme = 'colors:\n  accent: "#7a1f5c"\n'
  writeFileSync(file('templates/theme.yaml'), theme)
  await says(/error: deck edited after it was built: 1 paragraph \([\s\S]*nothing was written/)
  expect(Buffer.compare(readFileSync(deck), edited)).toBe(0)
  expect(Buffer.compare(readFileSync(file('out/library-visits.pdf')), pdf)).toBe(0)

  // Put aside, it is in nobody's way.
  renameSync(deck, file('out/talk.pptx'))
  writeFileSync(file('templates/theme.yaml'), theme.replace('7a1f5c', '7a1f5d'))
  await says(made)
  expect(Buffer.compare(readFileSync(file('out/talk.pptx')), edited)).toBe(0)
  expect(await stop()).toBe(0)
})
