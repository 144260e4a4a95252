import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import { createTools } from '../src/build/build-tools.ts'
import { makeReport } from '../src/build.ts'
import { createMemory, settling } from '../src/memory/memory.ts'
import { temporaryFolder } from './temporary-folder.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Two slides, so that two hundred builds are done soon. */
const deck = `# {{title}}

# Central had {{value "central-visits@2024"}}

![](charts/visits.vl.json)

:::notes
In 2024.
:::
`

/** Bytes that are still needed. */
function heap(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

test('two hundred saves in a row, each of another figure, take no more memory than fifty', {
  timeout: 600_000,
}, async () => {
  const folder = temporaryFolder()
  cpSync('src/init/starter', folder, { recursive: true })
  writeFileSync(join(folder, 'templates/deck.md.hbs'), deck)
  writeFileSync(
    join(folder, 'templates/briefing.md.hbs'),
    `# {{title}}\n\nIn 2024 Central had {{value "central-visits@2024"}}.\n`,
  )
  const file = join(folder, 'data/figures.yaml')
  const text = readFileSync(file, 'utf8')
  const tools = createTools(createMemory())
  onTestFinished(() => tools.close())
  const request = { folder }
  const save = async (number: number) => {
    // Every tenth save is half a file.
    const changed = text.replace('value: 588000', `value: ${588_000 + number}`)
    writeFileSync(file, number % 10 === 9 ? changed.slice(0, changed.indexOf('value: 588')) : changed)
    const { value } = await settling(tools.memory, () => makeReport(request, tools))
    // Between two saves Node does what waits, such as letting go of streams.
    await setImmediate()
    expect(value === undefined).toBe(number % 10 === 9)
    // What only several collections let go of would else be counted now and then: up to a megabyte.
    if (number % 25 === 24) collect()
  }
  for (let number = 0; number < 50; number++) await save(number)
  const early = heap()
  for (let number = 50; number < 200; number++) await save(number)
  // Ten kilobytes a save; six are texts of late, of which some thousands are kept.
  expect(heap() - early).toBeLessThan(1_500_000)
})
