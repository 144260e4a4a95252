import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { CommandSetting } from '../../console/command-setting.ts'
import { interruption } from '../../console/interruption.ts'
import { parsePath, wholeNumber } from '../../console/options.ts'
import { type QueueFlags, queueAddress, queueOptions } from './queue-options.ts'
import { usingQueue } from './using-queue.ts'

/** Adds `worker`, which makes the variants that batches put on a queue. */
export function addWorkerCommand({ command, log, finish }: CommandSetting): void {
  const added = command('worker', 'make the documents of variants that batches put on a queue, until it is stopped', [
    ['worker --queue redis://queue.example --out /mnt/reports', 'on any number of machines'],
    ['worker --queue rediss://queue.example --out s3://reports/2026 --concurrency 8', 'to a bucket, eight at a time'],
  ])
    .requiredOption(
      '--out <DIR>',
      'where documents go, a folder each: one that all workers see, or s3://BUCKET/FOLDER',
      parsePath,
    )
    .option('--concurrency <N>', 'how many are made at a time (default: one on each core)', wholeNumber(1, 999))
    .action(async ({ out, concurrency, ...flags }: QueueFlags & { out: string; concurrency?: number }) => {
      const { isBucket } = await import('./results.ts')
      const { runWorker } = await import('./run-worker.ts')
      const order = { results: isBucket(out) ? out : resolve(out), concurrency: concurrency ?? availableParallelism() }
      finish(
        await usingQueue(queueAddress(flags), log, async (address) => {
          await runWorker({ ...address, ...order }, log, interruption())
          return 0
        }),
      )
    })
  for (const option of queueOptions()) added.addOption(option)
}
