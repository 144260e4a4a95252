import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach } from 'vitest'
import { command } from '../../cli/run-command.ts'

/** A line that a command tells as JSON. */
export interface Line {
  type: string
  message?: string
  severity?: string
  path?: string
}

export interface Running {
  lines: readonly Line[]
  /** Resolves with the exit code; null where a signal ended it. */
  ended: Promise<number | null>
  /** Waits until what it has said so far is so. */
  until(isSo: (lines: readonly Line[]) => boolean): Promise<void>
  kill(signal: NodeJS.Signals): void
}

const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

/** Starts the command as it is shipped in a process of its own, telling in JSON; with a limit, under `ulimit`. */
export function start(
  args: readonly string[],
  { limit, env = {} }: { limit?: string; env?: NodeJS.ProcessEnv } = {},
): Running {
  const all = [process.execPath, command, ...args, '--log-format', 'json']
  const [program = '', ...rest] =
    limit === undefined ? all : ['/bin/sh', '-c', `ulimit ${limit}; exec "$@"`, 'sh', ...all]
  const options = { ...process.env, SOURCE_DATE_EPOCH: undefined, BRIEFWRIGHT_QUEUE: undefined, ...env }
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], env: options })
  running.add(child)
  const lines: Line[] = []
  const waiting = new Set<() => void>()
  const closed = once(createInterface(child.stderr).on('line', hear), 'close')
  const exited = once(child, 'exit')
  function hear(text: string) {
    // Node itself may say something too.
    lines.push(text.startsWith('{') ? JSON.parse(text) : { type: 'other', message: text })
    for (const look of waiting) look()
  }
  const ended = Promise.all([exited, closed]).then(([[code]]): number | null => {
    running.delete(child)
    return code
  })
  return {
    ...{ lines, ended },
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!isSo(lines)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
        ended.then(() => reject(new Error(`it ended: ${JSON.stringify(lines.slice(-5))}`)))
      }),
    kill: (signal) => child.kill(signal),
  }
}

/** The variants that a worker has made. */
export function madeBy({ lines }: Pick<Running, 'lines'>): string[] {
  return lines.flatMap(({ type, path }) => (type === 'made' && path !== undefined ? [path] : []))
}

/** Whether a worker has begun to take jobs. */
export function isReady(lines: readonly Line[]): boolean {
  return lines.some(({ message }) => message?.startsWith('takes variants'))
}
