import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { runTask } from '../../src/batch/batch-task.ts'
import { jobId, queueJob, toSentResult } from '../../src/batch/queue/queue-job.ts'
import { isSafe, packReport, receiveReport } from '../../src/batch/queue/sent-report.ts'
import { getInputs } from '../../src/batch/run-batch.ts'
import { hashInputFiles } from '../../src/build/manifest.ts'
import { temporaryFolder } from '../temporary-folder.ts'

it.each([
  ['report/data/report.yaml', true],
  ['table/readers.csv', true],
  ['reference/Unsere Vorlage.pptx', true],
  ['report/../../etc/passwd', false],
  ['/etc/passwd', false],
  ['report', false],
  ['report//data', false],
  ['report/data\\..\\x', false],
  ['out/x', false],
])('lets a worker unpack only below its own folders: %s', (path, safe) => {
  expect(isSafe(path)).toBe(safe)
})

const report = 'a'.repeat(64)

it('takes no job that says more than which variant of which report', () => {
  expect(queueJob.safeParse({ report, variant: 'north' }).success).toBe(true)
  for (const bad of [
    { report, variant: '../x' },
    { report: 'x', variant: 'a' },
    { report, variant: 'a', run: 'rm' },
    {},
  ])
    expect(queueJob.safeParse(bad).success).toBe(false)
  expect(jobId({ report, variant: 'north' })).toBe(`${'a'.repeat(32)}-north`)
})

it('sends what became of a variant in bounded size', () => {
  const diagnostics = Array.from({ length: 500 }, () => ({ severity: 'warning' as const, message: 'x'.repeat(5000) }))
  const sent = toSentResult({ outputs: {}, bytes: 0, milliseconds: 0, diagnostics })
  expect(JSON.stringify(sent).length).toBeLessThan(60_000)
  expect(sent.diagnostics.at(-1)?.message).toBe('and 450 more, not sent by the worker')
})

/** The starter with a picture in its deck. */
function reportWithPicture(): string {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  mkdirSync(join(folder, 'pictures'))
  writeFileSync(join(folder, 'pictures/door.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  appendFileSync(join(folder, 'templates/deck.md.hbs'), '\n# A door\n\n## Central\n\n![A door](pictures/door.svg)\n')
  return folder
}

const orderOf = (folder: string) => ({
  ...{ folder, out: join(folder, 'out') },
  ...{ only: undefined, threads: 1, resumes: false, isFailFast: false, overwrites: false },
})

it('sends what templates show beside data and templates, as the manifest lists it', () => {
  const folder = reportWithPicture()
  const { files } = packReport(orderOf(folder), { inputs: '', key: '' })
  expect([...files.keys()]).toEqual(expect.arrayContaining(['report/data/report.yaml', 'report/pictures/door.svg']))
  const sent = [...files.keys()].map((path) => path.replace('report/', ''))
  expect(sent).toEqual(expect.arrayContaining(Object.keys(hashInputFiles({ folder }))))
})

it('tells in words why a worker cannot unpack a report', async () => {
  const folder = reportWithPicture()
  const { hash, order, files } = packReport(orderOf(folder), { inputs: '', key: '' })
  const parts = new Map([...files, ['order', Buffer.from(order)] as const])
  const client = {
    hkeys: async () => [...parts.keys()],
    hstrlen: async (_key: string, path: string) => parts.get(path)?.length ?? 0,
    hget: async () => order,
    hgetBuffer: async (_key: string, path: string) => parts.get(path),
  }
  const into = join(temporaryFolder(), 'file')
  writeFileSync(into, '')
  await expect(receiveReport({ client, name: 'queue' } as never, hash, into)).rejects.toThrow(
    `a file stands where the folder should be: ${into}`,
  )
})

it('takes a document that people have edited for no fault of a machine, which might pass', async () => {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  const out = join(folder, 'out')
  const request = { folder, out, overwrites: false, formats: ['pptx' as const] }
  const task = { request, inputs: getInputs(request).inputs }
  expect(Object.keys((await runTask(task)).outputs ?? {})).toContain('library-visits.pptx')
  const deck = join(out, 'library-visits.pptx')
  const parts = unzipSync(readFileSync(deck))
  const slide = strFromU8(parts['ppt/slides/slide2.xml'] ?? new Uint8Array())
  parts['ppt/slides/slide2.xml'] = strToU8(slide.replace('library', 'house'))
  writeFileSync(deck, zipSync(parts))
  const again = await runTask(task)
  expect(again.outputs).toBeUndefined()
  expect(again.diagnostics.map(({ message }) => message).join()).toContain('edited')
  expect(again.mayPass).toBe(false)
})
