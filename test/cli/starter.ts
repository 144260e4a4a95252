import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { initReport } from '../../src/command/init/init.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runCommand } from './run-command.ts'

/** A new folder `library` with the starter report in it, as `init` makes it. */
export function starterReport(parent: string = temporaryFolder()): string {
  const folder = join(parent, 'library')
  expect(initReport(folder)).toEqual([])
  return folder
}

let outputs: Map<string, Uint8Array> | undefined

/** The same with its documents in `out`. They are built once, and copied after that. */
export function builtStarter(): string {
  const folder = starterReport()
  const out = join(folder, 'out')
  if (outputs) {
    mkdirSync(out)
    for (const [name, bytes] of outputs) writeFileSync(join(out, name), bytes)
  } else {
    expect(runCommand(['build'], { cwd: folder })).toMatchObject({ code: 0 })
    outputs = new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]))
  }
  return folder
}
