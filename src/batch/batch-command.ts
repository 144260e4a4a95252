import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { readBuildDate } from '../build/build-date.ts'
import { formatsOption } from '../build/formats-option.ts'
import type { CommandSetting } from '../console/command-setting.ts'
import { interruption } from '../console/interruption.ts'
import {
  addReportOptions,
  askedReport,
  folderArgument,
  getOption,
  overwriteOption,
  parsePath,
  type ReportFlags,
  wholeNumber,
} from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import { refusedOut } from '../files/is-among-sources.ts'
import type { BatchOrder } from './batch-order.ts'
import { type QueueFlags, queueAddress, queueOptions } from './queue/queue-options.ts'
import { usingQueue } from './queue/using-queue.ts'

interface BatchFlags
  extends ReportFlags,
    QueueFlags,
    Pick<BatchOrder, 'formats' | 'resumes' | 'isFailFast' | 'overwrites'> {
  out?: string
  threads?: number
  priority: number
}

/** Adds `batch`, which makes all variants of a report on all cores, or by the workers of a queue. */
export function addBatchCommand(setting: CommandSetting): void {
  const command = setting
    .command('batch', 'make the documents of all variants of a report, on all cores', [
      ['batch', 'a report for each of the variants that data/report.yaml names'],
      ['batch --variants readers.csv --to pdf', 'a briefing for each row of a table'],
      ['batch --resume', 'go on after an interruption'],
      ['batch --queue redis://queue.example --out /mnt/reports', 'by the workers of a queue'],
    ])
    .addArgument(folderArgument())
    .option(
      '--out <DIR>',
      'where they go, a folder each (default: out in the report folder); with --queue also s3://BUCKET/FOLDER',
      parsePath,
    )
    .addOption(formatsOption())
    .option('--threads <N>', 'how many are made at a time (default: one on each core)', wholeNumber(1, 999))
    .addOption(
      getOption<BatchOrder>(
        'resumes',
        '--resume',
        'go on with a batch that was interrupted: what is there, made of the same, stands',
      ),
    )
    .addOption(getOption<BatchOrder>('isFailFast', '--fail-fast', 'stop at the first that cannot be made'))
    .addOption(overwriteOption())
    .option('--priority <N>', 'on a queue: lower numbers come first', wholeNumber(0, 999_999), 0)
    .action(async (folder = resolve('.'), flags: BatchFlags) => setting.finish(await batch(folder, flags, setting)))
  addReportOptions(command, "their languages, such as en,zh (default: the report's own)")
  for (const option of queueOptions()) command.addOption(option)
}

async function batch(folder: string, flags: BatchFlags, { environment, ...setting }: CommandSetting): Promise<number> {
  const log = reportLog(folder, setting.log)
  const { value: date, diagnostics } = readBuildDate(environment)
  const address = queueAddress(flags)
  const bucket = address && flags.out?.startsWith('s3://') ? flags.out : undefined
  // The record of what goes to a bucket is kept in the report folder.
  const out = flags.out === undefined || bucket !== undefined ? join(folder, 'out') : resolve(flags.out)
  diagnostics.push(...refusedOut(out, folder, flags.out))
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (diagnostics.length > 0) return 2
  const { runBatch } = await import('./run-batch.ts')
  const { queue, queueName, priority, threads = availableParallelism(), ...asked } = flags
  const order = { ...askedReport(folder, asked), out, date, threads }
  if (!address) return (await runBatch(order, log, interruption())) ? 0 : 1
  const { onQueue } = await import('./queue/queue-makers.ts')
  return usingQueue(address, log, async () => {
    const makers = onQueue({ ...address, results: bucket ?? out, priority }, log)
    return (await runBatch(order, log, interruption(), makers)) ? 0 : 1
  })
}
