import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository, which is a report folder too. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** The command as it is shipped. */
export const command = fileURLToPath(new URL('../../dist/briefwright.cjs', import.meta.url))

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
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
