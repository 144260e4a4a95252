import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { expect, it, onTestFinished, vi } from 'vitest'
import { command, runCommand, runHere } from '../cli/run-command.ts'
import { edit } from '../edit-file.ts'
import { copyRegions } from '../fixtures.ts'

const record = (folder: string) =>
  readFileSync(join(folder, 'out/batch.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { variant: string; outputs?: Record<string, string>; errors: string[] } => JSON.parse(line))

const contents = (folder: string) =>
  readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(pptx|pdf|json)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(folder, 'out', name)).toString('base64')])

it('makes what single builds make, to the byte, and records it', async () => {
  const [together, alone] = [copyRegions(), copyRegions()]
  const { code, stderr } = runCommand(['batch', together, '--threads', '2'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^3 of 3 reports; [\d,]+ an hour\n$/) })
  for (const id of ['north', 'south', 'islands'])
    expect((await runHere(['build', alone, '--variant', id])).code).toBe(0)
  expect(contents(together)).toEqual(contents(alone))
  const entries = record(together)
  expect(entries.map(({ variant }) => variant).sort()).toEqual(['islands', 'north', 'south'])
  const names = ['home-internet.north.pptx', 'home-internet.north.pdf', 'trace.json', 'manifest.json']
  expect(Object.keys(entries.find(({ variant }) => variant === 'north')?.outputs ?? {})).toEqual(names)
})

it('names what fails, makes the others, and goes on where it is asked to', async () => {
  const folder = copyRegions()
  edit(folder, 'data/homes.csv', 'share,south,2024,93.1%,survey\n', '')
  const first = await runHere(['batch', folder, '--to', 'pdf', '--threads', '1'])
  expect(first.code).toBe(1)
  expect(first.stderr).toContain('error: no observation: share[south] in 2024')
  expect(first.stderr).toContain('south: failed: 1 error\n')
  expect(first.stderr).toMatch(/2 of 3 reports; failed: south; [\d,]+ an hour\n$/)
  expect(record(folder).find(({ variant }) => variant === 'south')?.errors).toEqual([
    'no observation: share[south] in 2024',
  ])
  rmSync(join(folder, 'out/north/home-internet.north.pdf'))
  const again = await runHere(['batch', folder, '--to', 'pdf', '--threads', '1', '--resume'])
  expect(again.stderr).toMatch(/2 of 3 reports; 1 of them from before; failed: south; /)
  expect(existsSync(join(folder, 'out/north/home-internet.north.pdf'))).toBe(true)
  edit(folder, 'data/homes.csv', 'share,islands', 'share,south,2024,93.1%,survey\nshare,islands')
  // The figures have changed: what was made of the former ones does not stand.
  const mended = await runHere(['batch', folder, '--to', 'pdf', '--threads', '1', '--resume'])
  expect(mended).toMatchObject({ code: 0, stderr: expect.stringMatching(/^3 of 3 reports; \d/) })
  const fast = await runHere(['batch', folder, '--variant', 'north,nowhere'])
  expect(fast).toMatchObject({ code: 1, stderr: expect.stringContaining('unknown variant: nowhere') })
})

it('makes anew what shows a picture that has changed, wherever in the report that lies', async () => {
  const square = (color: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="${color}"/></svg>`
  const folder = copyRegions({ 'view.svg': square('#246') })
  const template = join(folder, 'templates/briefing.md.hbs')
  writeFileSync(template, `${readFileSync(template, 'utf8')}\n![A square](view.svg)\n`)
  const run = () => runHere(['batch', folder, '--variant', 'north', '--to', 'pdf', '--threads', '1', '--resume'])
  expect(await run()).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 of 1 reports; \d/) })
  expect(await run()).toMatchObject({ code: 0, stderr: expect.stringContaining('1 of them from before') })
  writeFileSync(join(folder, 'view.svg'), square('#642'))
  expect(await run()).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 of 1 reports; \d/) })
})

it('waits once for a chart that never ends', async () => {
  const endless = { calculate: "test(/(a+)+$/, pad('', 60, 'a') + '!')", as: 'x' }
  const folder = copyRegions()
  const [name = ''] = readdirSync(join(folder, 'templates/charts'))
  const file = join(folder, 'templates/charts', name)
  const spec = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...spec, transform: [endless, ...(spec.transform ?? [])] }))
  const { runInThisContext } = Script.prototype
  const sooner = vi.spyOn(Script.prototype, 'runInThisContext')
  sooner.mockImplementation(function (this: Script, options) {
    return runInThisContext.call(this, { ...options, ...(options?.timeout && { timeout: 1000 }) })
  })
  onTestFinished(() => sooner.mockRestore())
  const { code, stderr } = await runHere(['batch', folder, '--to', 'pdf', '--threads', '1'])
  expect(code).toBe(1)
  expect(stderr).toMatch(/not done after 15 seconds/)
  expect(stderr).toMatch(/0 of 3 reports; failed: \w+; 2 not begun: --resume goes on\n$/)
})

/** Starts a batch of many, and ends it by the signal when its first report is there and recorded. */
function interrupt(folder: string, signal: NodeJS.Signals): Promise<{ code: number | null; stderr: string }> {
  const args = [command, 'batch', folder, '--variants', join(folder, 'list.csv'), '--to', 'pdf', '--threads', '2']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString()
  })
  const timer = setInterval(() => {
    const file = join(folder, 'out/batch.jsonl')
    if (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n')) return
    clearInterval(timer)
    child.kill(signal)
  }, 5)
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, stderr })))
}

it.each(['SIGTERM', 'SIGKILL'] as const)(
  'leaves nothing half-written after %s, and goes on from there',
  async (signal) => {
    const rows = Array.from({ length: 24 }, (_, index) => `r${index},${['north', 'south', 'islands'][index % 3]}\n`)
    const folder = copyRegions({ 'list.csv': `id,region\n${rows.join('')}` })
    const { code, stderr } = await interrupt(folder, signal)
    if (signal === 'SIGTERM') {
      expect(code).toBe(1)
      expect(stderr).toMatch(/^\d+ of 24 reports; \d+ not begun: --resume goes on; [\d,]+ an hour\n$/)
    }
    const documents = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    )
    const whole = documents.filter((name) =>
      readFileSync(join(folder, 'out', name), 'latin1')
        .trimEnd()
        .endsWith('%%EOF'),
    )
    expect(whole).toEqual(documents)
    // As where a power failure cut a line off.
    writeFileSync(
      join(folder, 'out/batch.jsonl'),
      `${readFileSync(join(folder, 'out/batch.jsonl'), 'utf8')}{"variant":"r3`,
    )
    const args = ['batch', folder, '--variants', join(folder, 'list.csv'), '--to', 'pdf', '--resume']
    const { code: done, stderr: said } = await runHere(args)
    expect({ done, said }).toEqual({
      done: 0,
      said: expect.stringMatching(/^24 of 24 reports; \d+ of them from before; /),
    })
    expect(readdirSync(join(folder, 'out')).length).toBe(25)
  },
)
