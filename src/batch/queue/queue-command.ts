import { Argument } from 'commander'
import type { CommandSetting } from '../../console/command-setting.ts'
import { formatOption, wholeNumber } from '../../console/options.ts'
import { type QueueFlags, queueAddress, queueOptions } from './queue-options.ts'
import type { QueueAction, StateFormat } from './run-queue.ts'
import { usingQueue } from './using-queue.ts'

interface ActionFlags extends QueueFlags {
  format: StateFormat
  rate?: number
}

const actions: readonly QueueAction[] = ['state', 'pause', 'resume', 'retry', 'drain']

/** Adds `queue`, which shows a queue and rules it. */
export function addQueueCommand({ command, log, finish, stdout }: CommandSetting): void {
  const added = command('queue', 'show a queue of variants, or pause, resume and drain it', [
    ['queue --queue redis://queue.example', 'how many wait, and what failed'],
    ['queue pause --queue redis://queue.example', 'workers finish what they are making, and take no more'],
    ['queue --queue redis://queue.example --format prometheus', 'for what watches your machines'],
  ])
    .addArgument(
      new Argument('[ACTION]', 'state; pause and resume; retry what failed; drain: take off what waits')
        .choices(actions)
        .default('state'),
    )
    .option(
      '--rate <N>',
      'from now on all workers together begin at most so many a minute; 0: as many as they can',
      wholeNumber(0, 9_999_999),
    )
    .addOption(formatOption(['text', 'json', 'prometheus']))
    .action(async (action: QueueAction, { format, rate, ...flags }: ActionFlags) => {
      const { runQueue } = await import('./run-queue.ts')
      finish(
        await usingQueue(queueAddress(flags), log, async (address) => {
          stdout.write(await runQueue(address, { action, rate, format }))
          return 0
        }),
      )
    })
  for (const option of queueOptions()) added.addOption(option)
}
