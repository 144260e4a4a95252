import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'

const years = [2020, 2021, 2022, 2023, 2024]
const series = (id: string, first: number) =>
  `  ${id}: { label: ${id}, unit: boats, type: stock, observations: [${years
    .map((period, index) => `{ period: ${period}, value: ${first + index}, source: harbour }`)
    .join(', ')}] }`

/** Where the scale of a line chart begins in PowerPoint. */
async function leastOf(address: string): Promise<string | undefined> {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n${['Sail:360', 'Oars:210', 'Steam:1']
        .map((one) => series(one.split(':')[0]?.toLowerCase() ?? '', Number(one.split(':')[1])))
        .join('\n')}\n`,
      'templates/deck.md.hbs': `# Boats\n\n## Boats, the lake\n\n![](${address})\n`,
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([])
  const files = unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())
  const axes = strFromU8(files['ppt/charts/chart1.xml'] ?? new Uint8Array()).split('<c:valAx>')
  return /<c:min val="([^"]+)"/.exec(axes[1] ?? '')?.[1]
}

it('lines begin at zero where the lowest is near it, so that no axis goes below what can be', async () => {
  expect(await leastOf('chart:line figures="sail, oars, steam" event="2022: Storm"')).toBe('0')
  expect(Number(await leastOf('chart:line figures="sail, oars" event="2022: Storm"'))).toBeGreaterThan(0)
})
