import { expect, it } from 'vitest'
import { jobId, queueJob, toSentResult } from '../../src/batch/queue/queue-job.ts'
import { isSafe } from '../../src/batch/queue/sent-report.ts'

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
