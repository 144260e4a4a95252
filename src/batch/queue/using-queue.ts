import type { Log } from '../../console/log.ts'
import { plainError } from '../../diagnostic.ts'
import type { QueueAddress } from './open-queue.ts'

/** The exit code of what uses a queue: 2 where none is named, 1 where it cannot be used, which is reported. */
export async function usingQueue(
  address: QueueAddress | undefined,
  log: Log,
  use: (address: QueueAddress) => Promise<number>,
): Promise<number> {
  if (!address) {
    log.diagnostic(plainError('no queue is named', { hint: 'name one: --queue redis://HOST' }))
    return 2
  }
  try {
    return await use(address)
  } catch (error) {
    const { QueueFault } = await import('./open-queue.ts')
    if (!(error instanceof QueueFault)) throw error
    log.diagnostic(plainError(error.message, { hint: error.hint }))
    return 1
  }
}
