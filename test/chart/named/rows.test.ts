import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'

const piers = Array.from({ length: 27 }, (_, at) => `pier-${at}`)

/** What is said of a chart of so many piers at two times, and the sizes of type of its chart in PowerPoint, in points. */
async function drawn(call: string) {
  const rows = piers.flatMap((pier, at) =>
    [2023, 2024].map(
      (year) => `{ period: ${year}, category: ${pier}, value: ${300 - at * 7 + year - 2023}, source: harbour }`,
    ),
  )
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': `${lakeReport('boats')}dimensions: { pier: { label: Pier, total: All, categories: { ${piers.map((pier, at) => `${pier}: Pier ${at + 1}`).join(', ')} } } }\n`,
      'data/figures.yaml': `indicators:\n  boats: { label: Boats, unit: boats, type: ratio, dimensions: [pier], observations: [${rows.join(', ')}] }\n`,
      'templates/deck.md.hbs': `# Boats\n\n![](${call} "Boats by pier, the lake")\n`,
    },
    ['pptx'],
  )
  const parts = value?.documents[0] ? unzipSync(value.documents[0].bytes) : {}
  const chart = strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array())
  return {
    faults: diagnostics.map(({ message }) => message).filter((message) => message.includes('label')),
    sizes: [...chart.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100),
  }
}

it.each(['ranking', 'dots', 'dumbbell', 'heat'])(
  'sets the words of 27 rows so small that none lies on another: %s',
  async (name) => {
    const { faults, sizes } = await drawn(`chart:${name} figures="boats[pier]"`)
    expect(faults).toEqual([])
    expect(Math.min(...sizes)).toBeGreaterThan(9)
  },
)
