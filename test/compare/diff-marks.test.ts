import { expect, it } from 'vitest'
import { lakeReport } from '../build/lake-report.ts'
import { runHere } from '../cli/run-command.ts'
import { edit } from '../edit-file.ts'
import { copyRegions } from '../fixtures.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A report of boats of two kinds, in a chart by name and a table. */
function boats(period: string, sail: number): string {
  const rows = (kind: string, values: readonly number[]) =>
    values.map((value, index) => `boats,${kind},${2023 + index},${value},harbour\n`).join('')
  return temporaryFolder({
    'data/report.yaml': lakeReport('boats').replace(/^period: .*$/m, `period: ${period}`),
    'data/figures.yaml': `dimensions:
  kind: { label: Kind, total: All, categories: { sail: { label: Sailing boats }, motor: { label: Motor boats } } }
indicators:
  boats: { label: Boats, unit: boats, type: stock, dimensions: [kind] }
`,
    'data/boats.csv': `indicator,category,period,value,source\n${rows('sail', [310, 320, sail])}${rows('motor', [110, 120, 140])}`,
    'templates/deck.md.hbs': `# Boats\n\n![](chart:grouped figures="boats[kind]")\n\n# In a table\n\n{{table "boats[kind]" columns="previous value"}}\n`,
  })
}

it('says each mark of a chart by name that reads otherwise, whichever category it is of, and no spec that nobody wrote', async () => {
  const { stdout } = await runHere(['diff', boats('2024', 300), boats('2024', 300)])
  expect(stdout).toContain('nothing differs')
  const revised = await runHere(['diff', boats('2025', 330), boats('2025', 340)])
  expect(revised.stdout).toMatch(/chart:grouped figures="boats\[kind\]": Boats, sailing boats, 2025: 330 → 340/i)
  expect(revised.stdout).not.toMatch(/spec/)
})

it('compares the variant that is asked for', async () => {
  const [before, after] = [copyRegions(), copyRegions()]
  edit(after, 'templates/briefing.md.hbs', 'Ships carry', 'Boats carry')
  expect((await runHere(['diff', before, after])).stdout).not.toContain('Boats carry')
  expect((await runHere(['diff', before, after, '--variant', 'islands'])).stdout).toContain('Boats carry')
  expect((await runHere(['diff', before, after, '--variant', 'islnds'])).stderr).toContain('did you mean islands?')
})

it('says both heads of a cell whose column is another', async () => {
  const { stdout } = await runHere(['diff', boats('2024', 330), boats('2025', 330)])
  expect(stdout).toMatch(/Motor boats, 2024 → 2025: 120 → 140/)
})
