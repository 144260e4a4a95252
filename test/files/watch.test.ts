import { EventEmitter, once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { FSWatcher } from 'chokidar'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchReport } from '../../src/files/watch.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A watched report folder; `calls` is what each rebuild was told, `figures` what each found in the file of figures. */
async function watched() {
  const folder = temporaryFolder({
    'data/figures.yaml': 'a',
    'templates/deck.md.hbs': 'b',
    'templates/charts/c.vl.json': '{}',
    'out/a.pdf': '',
  })
  const calls: (readonly string[])[] = []
  const figures: string[] = []
  const rebuilt = new EventEmitter()
  const controller = new AbortController()
  let done: Promise<void> = Promise.resolve()
  await new Promise<void>((ready) => {
    const rebuild = async (changed: readonly string[]) => {
      calls.push(changed)
      const file = join(folder, 'data/figures.yaml')
      figures.push(existsSync(file) ? readFileSync(file, 'utf8') : 'no file')
      rebuilt.emit('rebuilt')
    }
    done = watchReport(folder, rebuild, controller.signal, ready)
  })
  onTestFinished(() => controller.abort())
  return {
    folder,
    calls,
    figures,
    rebuilt,
    stop: () => {
      controller.abort()
      return done
    },
  }
}

const soon = { timeout: 60_000, interval: 20 }

test('tells a saved file once, however many steps the save takes', async () => {
  const { folder, calls, stop } = await watched()
  writeFileSync(join(folder, 'data/figures.yaml'), '')
  writeFileSync(join(folder, 'data/figures.yaml'), 'half')
  writeFileSync(join(folder, 'data/figures.yaml'), 'all of it')
  await vi.waitFor(() => expect(calls).toEqual([['data/figures.yaml']]), soon)
  await stop()
})

test('waits for a file that was emptied, or taken away, to be written', async () => {
  const listening = vi.spyOn(FSWatcher.prototype, 'on')
  const { folder, figures } = await watched()
  const [watcher] = listening.mock.contexts
  listening.mockRestore()
  const file = join(folder, 'data/figures.yaml')
  // However slow the machine, a timer of 40 ms that begins with the watcher's own is over before that: no test of its speed.
  const noticed = async (event: 'all' | 'raw', step: () => void) => {
    const seen = once(watcher as FSWatcher, event)
    step()
    await seen
    await setTimeout(40)
  }
  await noticed('all', () => writeFileSync(file, ''))
  writeFileSync(file, 'all of it')
  await vi.waitFor(() => expect(figures).toContain('all of it'), soon)
  await setTimeout(200)
  await noticed('raw', () => rmSync(file))
  writeFileSync(file, 'once more')
  await vi.waitFor(() => expect(figures).toContain('once more'), soon)
  await setTimeout(200)
  expect([...new Set(figures)]).toEqual(['all of it', 'once more'])
})

test('sees a file that is saved again as soon as it was read', async () => {
  const { folder, figures, rebuilt } = await watched()
  const file = join(folder, 'data/figures.yaml')
  rebuilt.once('rebuilt', () => writeFileSync(file, 'at once'))
  writeFileSync(file, 'first')
  await vi.waitFor(() => expect(figures).toContain('at once'), soon)
})

test('waits until git has written all files of a switch of branches', async () => {
  const { folder, calls } = await watched()
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, '.git/index.lock'), '')
  writeFileSync(join(folder, 'data/figures.yaml'), 'of the other branch')
  await setTimeout(300)
  expect(calls).toEqual([])
  writeFileSync(join(folder, 'templates/deck.md.hbs'), 'of the other branch')
  rmSync(join(folder, '.git/index.lock'))
  // On a busy machine the second file may be told in a call of its own.
  await vi.waitFor(() => expect(calls.flat()).toEqual(['data/figures.yaml', 'templates/deck.md.hbs']), soon)
})

test('sees a file that is saved by renaming another over it, as editors do', async () => {
  const { folder, calls } = await watched()
  writeFileSync(join(folder, 'templates/.deck.md.hbs.swp'), 'new')
  renameSync(join(folder, 'templates/.deck.md.hbs.swp'), join(folder, 'templates/deck.md.hbs'))
  await vi.waitFor(() => expect(calls.flat()).toContain('templates/deck.md.hbs'), soon)
  expect(calls.flat()).not.toContain('templates/.deck.md.hbs.swp')
})

test('sees files that are added and deleted, and folders that come back', async () => {
  const { folder, calls } = await watched()
  rmSync(join(folder, 'templates/charts'), { recursive: true })
  await vi.waitFor(() => expect(calls.flat()).toContain('templates/charts/c.vl.json'), soon)
  calls.length = 0
  mkdirSync(join(folder, 'templates/charts'))
  writeFileSync(join(folder, 'templates/charts/d.vl.json'), '{}')
  await vi.waitFor(() => expect(calls.flat()).toContain('templates/charts/d.vl.json'), soon)
})

test('does not see its own outputs', async () => {
  const { folder, calls } = await watched()
  writeFileSync(join(folder, 'out/a.pdf'), 'new')
  writeFileSync(join(folder, 'data/figures.yaml'), 'new')
  await vi.waitFor(() => expect(calls).toEqual([['data/figures.yaml']]), soon)
})

test('ends when it is told to, with nothing left running', async () => {
  const { folder, calls, stop } = await watched()
  await stop()
  writeFileSync(join(folder, 'data/figures.yaml'), 'after the end')
  expect(calls).toEqual([])
})
