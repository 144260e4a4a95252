import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { expect, it } from 'vitest'
import { runCommand } from '../../cli/run-command.ts'
import { copyRegions } from '../../fixtures.ts'
import { isReady, madeBy, type Running, start } from './processes.ts'
import { type Server, startServer } from './server.ts'

// A few in CI; `npm run faults -- queue 2000 SEED` says how many, and which random numbers.
const variants = Number(process.env.QUEUE_VARIANTS ?? 36)
const seed = Number(process.env.QUEUE_SEED ?? 53)
const kills = Math.max(3, Math.round(variants / 38))
const minutes = Math.max(5, variants / 20)

const regions = ['north', 'south', 'islands']
const rows = Array.from({ length: variants }, (_, index) => `r${index},${regions[index % 3]}\n`)
const table = { 'list.csv': `id,region\n${rows.join('')}` }

const contents = (folder: string) =>
  readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name) && name !== 'batch.jsonl')
    .sort()
    .map((name) => [name, readFileSync(join(folder, 'out', name)).toString('base64')])

it(
  'makes every document once and whole, whatever becomes of workers, server and disks',
  async () => {
    const [together, alone] = [copyRegions(table), copyRegions(table)]
    const server = await startServer()
    // Nothing is taken before all is there, some of it twice.
    runCommand(['queue', 'pause', '--queue', server.url])
    const args = ['--variants', join(together, 'list.csv'), '--to', 'pdf', '--queue', server.url]
    const batch = start(['batch', together, ...args])
    await deliverTwice(server)
    const crew = await startCrew(server, join(together, 'out'))
    await crew.until(Math.floor(variants / 2))
    await server.crash()
    const code = await batch.ended
    const errors = batch.lines.filter(({ severity }) => severity === 'error')
    expect({ code, errors, said: batch.lines.at(-1)?.message }).toEqual({
      ...{ code: 0, errors: [] },
      said: expect.stringMatching(
        new RegExp(`^${grouped(variants)} of ${grouped(variants)} reports; [\\d,]+ an hour$`),
      ),
    })
    await emptied(server)
    expect(await crew.stop()).toEqual(new Set([0]))
    for (const ids of chunks(200)) {
      expect(
        runCommand(['build', alone, '--variants', join(alone, 'list.csv'), '--to', 'pdf', '--variant', ids]).code,
      ).toBe(0)
    }
    expect(contents(together)).toEqual(contents(alone))
  },
  minutes * 60_000,
)

/** Four workers: one whose disk is full, which is the first to take a job, and three that are killed when they have made some, and replaced, until there were enough kills. */
async function startCrew(server: Server, out: string) {
  const random = createRandom()
  const args = ['worker', '--queue', server.url, '--out', out, '--concurrency', '1']
  const full = start(args, { limit: '-f 20' })
  runCommand(['queue', 'resume', '--queue', server.url])
  await full.until((lines) => lines.some(({ message }) => message?.includes('the disk is full')))
  const all: Running[] = []
  const killed = new Set<Running>()
  let isOver = false
  const one = () => {
    const worker = start(args)
    all.push(worker)
    if (all.length > kills) return
    // All together less than there are variants: one at least comes to its end.
    const limit = 1 + Math.floor(random() * Math.floor((variants / kills) * 0.9))
    const kill = () => {
      killed.add(worker)
      worker.kill('SIGKILL')
      if (!isOver) one()
    }
    // Stopped before it had made so many, it is none to be killed.
    worker.until(() => madeBy(worker).length >= limit).then(kill, () => {})
  }
  for (let count = 0; count < 3; count += 1) one()
  return {
    until: async (count: number) => {
      while (new Set(all.flatMap(madeBy)).size < count) await wait(50)
    },
    /** Stops those that were not killed; their exit codes. */
    stop: async () => {
      while (killed.size === 0) await wait(50)
      isOver = true
      // A signal ends at once what is still loading: the last to be started may have had no job.
      await Promise.all(all.filter((worker) => !killed.has(worker)).map((worker) => worker.until(isReady)))
      for (const worker of [full, ...all]) worker.kill('SIGTERM')
      const ended = await Promise.all(all.map(async (worker) => ({ worker, code: await worker.ended })))
      const left = ended.filter(({ worker }) => !killed.has(worker))
      return new Set([await full.ended, ...left.map(({ code }) => code)])
    },
  }
}

/** Waits until all jobs are on the queue, and puts some on it once more, as where a queue delivers one to two workers. */
async function deliverTwice(server: Server): Promise<void> {
  const queue = await openRaw(server)
  while ((await queue.count()) < variants) await wait(100)
  for (const job of await queue.getJobs(['waiting'], 0, 5))
    await queue.add('variant', job.data, { jobId: `again-${job.data.variant}`, attempts: 8 })
  expect(await queue.count()).toBeGreaterThan(variants)
  await queue.close()
}

/** Waits until no job is left to be done, and none has failed. */
async function emptied(server: Server): Promise<void> {
  const queue = await openRaw(server)
  for (;;) {
    const { failed = 0, ...left } = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
    expect(failed).toBe(0)
    if (Object.values(left).every((count) => count === 0)) break
    await wait(100)
  }
  await queue.close()
}

/** The only queue of a server, as BullMQ sees it. */
async function openRaw({ url }: Server): Promise<Queue> {
  const { of } = JSON.parse(runCommand(['queue', '--queue', url, '--format', 'json']).stdout)
  return new Queue(`briefwright-${of}`, { connection: { url, maxRetriesPerRequest: null } })
}

function chunks(size: number): string[] {
  const ids = rows.map((row) => row.split(',')[0])
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size).join(','),
  )
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function createRandom(): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
