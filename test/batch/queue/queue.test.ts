import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { runCommand } from '../../cli/run-command.ts'
import { edit } from '../../edit-file.ts'
import { copyRegions } from '../../fixtures.ts'
import { isReady, madeBy, start } from './processes.ts'
import { startServer } from './server.ts'

const north = 'home-internet.north.pdf'

const state = (url: string): { isPaused: boolean; counts: Record<string, number>; failed: object[] } =>
  JSON.parse(runCommand(['queue', '--queue', url, '--format', 'json']).stdout)

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(100)
}

it('names what fails in a list with its errors, once, and makes the others', async () => {
  const { url } = await startServer()
  const folder = copyRegions()
  edit(folder, 'data/homes.csv', 'share,south,2024,93.1%,survey\n', '')
  const worker = start(['worker', '--queue', url, '--out', join(folder, 'out'), '--concurrency', '2'])
  const { code, stderr } = runCommand(['batch', folder, '--queue', url, '--to', 'pdf'])
  expect(code).toBe(1)
  expect(stderr).toContain('error: no observation: share[south] in 2024')
  expect(stderr).toMatch(/2 of 3 reports; failed: south; [\d,]+ an hour\n$/)
  const { failed } = state(url)
  const error = expect.stringContaining('no observation: share[south] in 2024')
  expect(failed).toEqual([{ variant: 'south', attempts: 1, error }])
  expect(runCommand(['queue', '--queue', url]).stdout).toMatch(
    /\n0 waiting, 0 delayed, 0 active, 2 completed, 1 failed\nsouth: failed at attempt 1: /,
  )
  const metrics = runCommand(['queue', '--queue', url, '--format', 'prometheus']).stdout
  expect(metrics).toMatch(/^bullmq_job_count\{queue="briefwright-[^"]+", state="completed"\} 2$/m)
  // With the figure back, what was made of the former ones does not stand.
  edit(folder, 'data/homes.csv', 'share,islands', 'share,south,2024,93.1%,survey\nshare,islands')
  expect(runCommand(['batch', folder, '--queue', url, '--to', 'pdf', '--resume'])).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^3 of 3 reports; \d/),
  })
  expect(runCommand(['batch', folder, '--queue', url, '--to', 'pdf', '--resume']).stderr).toMatch(
    /^3 of 3 reports; 3 of them from before\n$/,
  )
  worker.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
})

it('lets a queue be paused, goes by priority, and leaves on it what a stopped batch has not got', async () => {
  const { url } = await startServer()
  const folder = copyRegions()
  expect(runCommand(['queue', 'pause', '--queue', url]).stdout).toMatch(/^paused, 0 workers of /)
  const asked = (variant: string, priority: string) =>
    start(['batch', folder, '--queue', url, '--to', 'pdf', '--resume', '--variant', variant, '--priority', priority])
  const batches = [asked('north', '30'), asked('south', '20'), asked('islands', '10')]
  await until(() => state(url).counts.prioritized === 3)
  for (const batch of batches) batch.kill('SIGTERM')
  expect(await Promise.all(batches.map(({ ended }) => ended))).toEqual([1, 1, 1])
  expect(batches[0]?.lines.at(-1)?.message).toBe('0 of 1 reports; 1 not begun: --resume goes on')
  const worker = start(['worker', '--queue', url, '--out', join(folder, 'out'), '--concurrency', '1'])
  await worker.until(isReady)
  expect(madeBy(worker)).toEqual([])
  runCommand(['queue', 'resume', '--queue', url])
  await worker.until(() => madeBy(worker).length === 3)
  expect(madeBy(worker)).toEqual(['islands', 'south', 'north'])
  expect(existsSync(join(folder, 'out/north', north))).toBe(true)
})

it('holds all workers together to a rate, and takes the rest off where a batch fails fast', async () => {
  const { url } = await startServer()
  const folder = copyRegions()
  edit(folder, 'data/homes.csv', 'share,north,2024,90.0%,survey\n', '')
  runCommand(['queue', '--rate', '1', '--queue', url])
  // The next would begin a minute later.
  const worker = start(['worker', '--queue', url, '--out', join(folder, 'out')])
  const { code, stderr } = runCommand(['batch', folder, '--queue', url, '--to', 'pdf', '--fail-fast'])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/\n0 of 3 reports; failed: north; 2 not begun: --resume goes on\n$/),
  })
  expect(state(url).counts).toMatchObject({ waiting: 0, delayed: 0, failed: 1 })
  worker.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
})

it('takes off a queue what waits there, which its batch says', async () => {
  const { url } = await startServer()
  const folder = copyRegions()
  runCommand(['queue', 'pause', '--queue', url])
  const batch = start(['batch', folder, '--queue', url, '--to', 'pdf'])
  await until(() => state(url).counts.waiting === 3)
  runCommand(['queue', 'drain', '--queue', url])
  expect(await batch.ended).toBe(1)
  expect(batch.lines.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
    'taken off the queue',
  ])
})

it('asks for a password where the server does, and never shows it', async () => {
  const { url } = await startServer('--requirepass', 'a-secret')
  const withPassword = (password: string) => url.replace('//', `//:${password}@`)
  expect(runCommand(['queue', '--queue', withPassword('a-secret')])).toMatchObject({ code: 0, stderr: '' })
  for (const wrong of [url, withPassword('guessed')]) {
    const { code, stderr } = runCommand(['queue', '--queue', wrong])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error: cannot reach the queue: redis:\/\/127/),
    })
    expect(stderr).not.toContain('guessed')
  }
  expect(runCommand(['queue'], { env: { BRIEFWRIGHT_QUEUE: withPassword('a-secret') } }).code).toBe(0)
})

it('ends a worker at the first signal, also while its server is away', async () => {
  const server = await startServer()
  const worker = start(['worker', '--queue', server.url, '--out', join(copyRegions(), 'out')])
  await worker.until(isReady)
  await server.end()
  await worker.until((lines) => lines.some(({ message }) => message?.startsWith('queue: ')))
  worker.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
  expect(worker.lines.map(({ message }) => message)).toContain(
    'the server is away: what was being made is left to other workers',
  )
})

it('says what is the matter with a queue that cannot be used', () => {
  const folder = copyRegions()
  expect(runCommand(['batch', folder, '--queue', 'redis://127.0.0.1:1'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cannot reach the queue: redis://127.0.0.1:1 (ECONNREFUSED)'),
  })
  expect(runCommand(['queue', '--queue', 'http://example.org'])).toMatchObject({ code: 2 })
  expect(runCommand(['worker', '--out', folder])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no queue is named'),
  })
})

/** A store that speaks as much of the protocol of S3 as is asked of it: PUT and HEAD of objects with checksums, behind paths. */
async function startStore() {
  const objects = new Map<string, { bytes: Buffer; type: string | undefined }>()
  const server = createServer(async (request, response) => {
    const { method, url = '', headers } = request
    const [path = ''] = url.split('?')
    const found = objects.get(path)
    if (method === 'PUT') {
      const bytes = Buffer.concat(await request.toArray())
      const isWhole = sha256(bytes) === headers['x-amz-checksum-sha256']
      if (isWhole) objects.set(path, { bytes, type: headers['content-type'] })
      response.writeHead(isWhole ? 200 : 400).end()
      return
    }
    response.writeHead(found ? 200 : 404, found && { 'x-amz-checksum-sha256': sha256(found.bytes) }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { objects, endpoint: `http://127.0.0.1:${port}` }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}

it('brings documents to a bucket, the same to the byte', async () => {
  const { url } = await startServer()
  const { objects, endpoint } = await startStore()
  const [folder, alone] = [copyRegions(), copyRegions()]
  const env = {
    ...{ AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: 'us-east-1' },
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
  }
  const worker = start(['worker', '--queue', url, '--out', 's3://reports/2026'], { env })
  const args = ['batch', folder, '--queue', url, '--out', 's3://reports/2026', '--to', 'pdf']
  const batch = start(args, { env })
  expect({ code: await batch.ended, said: batch.lines.at(-1)?.message }).toEqual({
    code: 0,
    said: expect.stringMatching(/^3 of 3 reports;/),
  })
  runCommand(['build', alone, '--to', 'pdf'])
  expect(objects.size).toBe(9)
  const stored = objects.get(`/reports/2026/north/${north}`)
  expect(stored?.type).toBe('application/pdf')
  expect(stored?.bytes.equals(readFileSync(join(alone, 'out/north', north)))).toBe(true)
  objects.delete(`/reports/2026/north/${north}`)
  const again = start([...args, '--resume'], { env })
  expect({ code: await again.ended, said: again.lines.at(-1)?.message }).toEqual({
    code: 0,
    said: expect.stringMatching(/^3 of 3 reports; 2 of them from before; /),
  })
  expect(objects.size).toBe(9)
  worker.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
})
