import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { examples, initReport } from '../src/command/init/init.ts'
import { runHere } from './cli/run-command.ts'
import { expectFinished } from './finished-documents.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Slow: it builds each report of examples/ as a user does.

it('has a report in examples/ for each that init offers', () => {
  expect(readdirSync('examples').sort()).toEqual(examples.filter((name) => name !== 'library').toSorted())
})

it.each(examples)(
  'init --example %s makes a report that builds without a word of complaint, and whose finished documents are these',
  async (name) => {
    const folder = join(temporaryFolder(), name)
    expect(initReport(folder, name)).toEqual([])
    const { code, stderr } = await runHere(['build'], { cwd: folder })
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/error|warning/)
    const documents = readdirSync(join(folder, 'out')).filter((file) => /\.(pptx|pdf)$/.test(file))
    expect(documents).toHaveLength(name === 'city' ? 1 : 2)
    await expectFinished(name, join(folder, 'out'))
  },
)

it('takes in the feed of the monthly prices, and finds nothing new in it', async () => {
  const folder = join(temporaryFolder(), 'prices')
  initReport(folder, 'prices')
  const { code, stdout, stderr } = await runHere(['update'], { cwd: folder })
  expect({ code, said: `${stdout}${stderr}` }).toMatchObject({ code: 0 })
  expect(`${stdout}${stderr}`).not.toContain('added')
})
