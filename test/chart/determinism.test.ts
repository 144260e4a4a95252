import { execFileSync } from 'node:child_process'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

// Vega's own labels of months, and columns that are one month wide, are where a time zone would be seen; chance wherever it plays.
const program = `
  import { drawChart } from './src/chart/draw/draw.ts'
  import { bound, gapColumns, netizensLine, options } from './test/chart/sample.ts'
  const months = {
    data: { name: 'netizens' },
    transform: [{ calculate: 'month(datum.date)', as: 'month' }],
    mark: 'bar',
    encoding: { x: { field: 'date', timeUnit: 'yearmonth', type: 'temporal' }, y: { field: 'month', type: 'quantitative' } },
  }
  const chance = {
    data: { name: 'netizens' },
    transform: [{ calculate: 'random()', as: 'chance' }, { sample: 3 }],
    mark: { type: 'errorband', extent: 'ci' },
    encoding: { x: { field: 'chance', type: 'quantitative' }, y: { field: 'value', type: 'quantitative' } },
  }
  for (const spec of [netizensLine, gapColumns, months, chance, netizensLine, chance]) {
    const { value } = await drawChart(bound(spec), { width: 480, height: 210 }, options)
    process.stdout.write(value.svg + '\\n')
  }
`

test('the same bytes in another process, time zone and locale', async () => {
  const bundle = await build({
    stdin: { contents: program, resolveDir: '.', loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
  })
  const run = (TZ: string, LANG: string) =>
    execFileSync(process.execPath, ['--input-type=module'], {
      input: bundle.outputFiles[0]?.text ?? '',
      env: { ...process.env, TZ, LANG, LC_ALL: LANG },
      encoding: 'utf8',
    })
  const [west, east] = [run('America/Los_Angeles', 'C'), run('Pacific/Kiritimati', 'de_DE.UTF-8')]
  expect(west).toContain('Mar 2020')
  expect(east).toBe(west)
})
