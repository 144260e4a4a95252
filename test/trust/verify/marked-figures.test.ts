import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build, verify } from '../../../src/api/api.ts'
import { lakeReport } from '../../build/lake-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const card = '\n:::key-figures\n{{key-figure "boats"}}\n{{key-figure "rafts"}}\n:::\n'

it('proves cards of provisional figures that read alike but for their numbers, and a level that is only bounded', async () => {
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('things'),
    'data/figures.yaml': `indicators:
  boats: { label: Boats, unit: things, type: stock, observations: [{ period: 2024, value: 214600, status: provisional, source: harbour, change: { since: 2023, by: -9300 } }] }
  rafts: { label: Rafts, unit: things, type: stock, observations: [{ period: 2024, value: over 6100, status: provisional, source: harbour, change: { since: 2023, by: -1450 } }] }
`,
    'templates/deck.md.hbs': `# The lake\n${card}`,
    'templates/briefing.md.hbs': `# The lake\n\nOn the lake.\n${card}`,
  })
  const out = join(folder, 'out')
  expect(await build(folder, { out })).toMatchObject({ ok: true })
  const files = readdirSync(out).filter((name) => /\.(?:pptx|pdf)$/.test(name))
  const verified = await verify(
    files.map((name) => join(out, name)),
    { report: folder },
  )
  expect(verified.files.map(({ kind, findings }) => ({ kind, findings }))).toEqual([
    { kind: 'briefing', findings: [] },
    { kind: 'deck', findings: [] },
  ])
})
