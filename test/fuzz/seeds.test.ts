import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../cli/run-command.ts'

const seeds = 'test/fuzz/seeds'

// Files that once ended the command, or took gigabytes; npm run fuzz finds more.
it.each(readdirSync(seeds))('%s is refused with a reason', (file) => {
  const { code, stdout, stderr } = runCommand(['verify', join(seeds, file), '--report', 'src/init/starter'])
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(
    /^error: cannot verify test\/fuzz\/seeds\/\S+: (damaged: .+|a part of it unpacks to more than 16 MB)\n$/,
  )
})
