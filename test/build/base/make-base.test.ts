import { join } from 'node:path'
import { expect, it } from 'vitest'
import { present } from '../../living/reports.ts'

it('a number that a table says twice is the figure of each of its cells', async () => {
  const { base } = await present(join(process.cwd(), 'examples/survey'))
  const [table] = base.tables
  const keyOf = (words: string, column: number) =>
    table?.rows.find(([head]) => head?.text === words)?.[column]?.marks.map(([, , key]) => key)
  // Both are 51.7%.
  expect(keyOf('Aged 16 and over', 4)).toEqual(['reading-rate[hills]@2025'])
  expect(keyOf('35 to 59', 1)).toEqual(['reading-rate[35-59]@2025'])
})
