import { Script } from 'node:vm'
import type { Diagnostic } from '../../../diagnostic.ts'

/** What `limitTime` throws where the time is over. */
export class OutOfTime extends Error {}

const notDone = 'not done after'

/** Whether a diagnostic says that the time was over. */
export function isOutOfTime({ message }: Diagnostic): boolean {
  return message.includes(notDone)
}

/** Under this name the work waits for the script that calls it. */
const slot = Symbol.for('briefwright.limited-work')
const call = new Script("globalThis[Symbol.for('briefwright.limited-work')]()")

/**
 * The result of work that is stopped after some seconds without giving control back: a loop, or a regular expression,
 * that
 * never ends. Of an asynchronous function that is the part before its first `await`. Throws OutOfTime.
 */
export function limitTime<T>(seconds: number, work: () => T): T {
  Reflect.set(globalThis, slot, work)
  try {
    return call.runInThisContext({ timeout: seconds * 1000 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new OutOfTime(`${notDone} ${seconds} seconds: stopped`)
    throw error
  } finally {
    Reflect.deleteProperty(globalThis, slot)
  }
}
