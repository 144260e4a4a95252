import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Piscina from 'piscina'
import { vi } from 'vitest'
import { runTask as runBatchTask } from '../../src/batch/batch-task.ts'
import { main } from '../../src/command/cli.ts'
import { runTask as runChartTask } from '../../src/free-chart/chart-task.ts'

/** The repository, which is a report folder too. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** The command as it is shipped. */
export const command = fileURLToPath(new URL('../../dist/briefwright.cjs', import.meta.url))

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/** What threads run. */
const tasks: Record<string, (task: never) => Promise<unknown>> = {
  'src/batch/batch-task.ts': runBatchTask,
  'src/free-chart/chart-task.ts': runChartTask,
}

/**
 * Runs the command in this process, without the threads that draw charts and make batches: all that it loads is loaded and its code is warm, so it takes a
 * quarter of the time. The folder and environment are put back.
 */
export async function runHere(
  args: readonly string[],
  { cwd = repository, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const said = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof said) => ({
    write: (text: string | Uint8Array) => {
      said[name] += Buffer.from(text).toString()
    },
  })
  const before = process.cwd()
  const { run } = Piscina.prototype
  const threads = vi.spyOn(Piscina.prototype, 'run')
  threads.mockImplementation(async function (this: Piscina, task) {
    const own = tasks[this.options.name]
    // Pictures are drawn in their thread all the same.
    return own ? own(task as never) : run.call(this, task)
  })
  process.chdir(cwd)
  try {
    const environment = { ...process.env, SOURCE_DATE_EPOCH: undefined, NO_COLOR: '1', ...env }
    return { code: await main(args, { stdout: stream('stdout'), stderr: stream('stderr'), environment }), ...said }
  } finally {
    threads.mockRestore()
    process.chdir(before)
  }
}

/** Runs the bundled command as a user would, in a process of its own. */
export function runCommand(
  args: readonly string[],
  { cwd = repository, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Ran {
  if (!existsSync(command)) throw new Error('the command is not bundled: run npm test, or node src/bundle.mjs first')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    env: { ...process.env, SOURCE_DATE_EPOCH: undefined, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    timeout: 240_000,
  })
  return { code: status, stdout, stderr }
}
