import { expect, it } from 'vitest'
import { formatBatchSummary, formatProgress } from '../../src/batch/run-batch.ts'

const hour = 3_600_000

it('says how far a batch is, how fast it goes and how long it takes', () => {
  const progress = { all: 10_000, made: 1201, failed: 3, kept: 0 }
  expect(formatProgress(progress, hour / 4)).toBe('1,204 of 10,000, 3 failed; 4,816 an hour, 1 h 50 min left')
})

it('reckons with what it has done itself, not with what it found', () => {
  const progress = { all: 1000, made: 100, failed: 0, kept: 800 }
  expect(formatProgress(progress, hour)).toBe('900 of 1,000; 100 an hour, 1 h 0 min left')
  expect(formatProgress({ ...progress, made: 0 }, 0)).toBe('800 of 1,000; 0 an hour')
})

it('says in the end what is there, what failed and what was not begun', () => {
  const progress = { all: 1000, made: 100, failed: 2, kept: 800 }
  expect(formatBatchSummary(progress, ['a', 'b'], hour)).toBe(
    '900 of 1,000 reports; 800 of them from before; failed: a, b; 98 not begun: --resume goes on; 102 an hour',
  )
  const many = Array.from({ length: 12 }, (_, index) => `v${index}`)
  expect(formatBatchSummary({ all: 12, made: 0, failed: 12, kept: 0 }, many, hour)).toContain(
    'failed: v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, and 2 more',
  )
})
