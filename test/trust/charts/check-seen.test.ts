import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHere } from '../../cli/run-command.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** What `check` says of a slide with this title over a spec of a central bank's report. */
async function told(title: string, spec: object): Promise<string> {
  const folder = temporaryFolder()
  cpSync('test/trust/charts/payments/data', join(folder, 'data'), { recursive: true })
  mkdirSync(join(folder, 'templates/charts'), { recursive: true })
  writeFileSync(join(folder, 'templates/charts/own.vl.json'), JSON.stringify(spec))
  const slide = `# ${title}\n## Third quarter of 2025\n\n![](charts/own.vl.json)\n`
  writeFileSync(join(folder, 'templates/deck.md.hbs'), slide)
  return (await runHere(['check', folder])).stderr
}

/** Cash machines by region, one of them in a colour of its own. */
const machines = (region: string) => ({
  data: { name: 'atm-density[region]' },
  transform: [{ filter: 'datum.current' }],
  mark: 'bar',
  encoding: {
    y: { field: 'regionLabel', type: 'nominal', sort: '-x', title: null },
    x: { field: 'value', type: 'quantitative', title: null },
    color: { condition: { test: `datum.region == '${region}'`, value: '#c8102e' }, value: '#b8bec6' },
  },
})

test('a slide’s title about one region above a chart in which another stands out is a warning', async () => {
  expect(await told('Hills has most cash machines per head', machines('coast'))).toContain(
    'templates/deck.md.hbs:1:1: warning: the title names Cash machines, Hills, and Cash machines, Coast alone stands out',
  )
})

test.each([
  ['the one that it names', 'Hills has most cash machines per head', 'hills'],
  ['one of two that it names', 'The capital has fewer cash machines per head than the Hills', 'capital'],
  ['one where it names none', 'Cash machines are unevenly spread', 'coast'],
])('and none where it is %s', async (_, title, region) => {
  expect(await told(title, machines(region))).toMatch(/^no errors or warnings/)
})

/** People who pay by phone, by age, women in blue and men in orange, women to the left. */
const payers = (subtitle: string) => ({
  title: { text: 'People who pay by phone', subtitle },
  data: { name: 'phone-payers[age, sex]' },
  transform: [
    { filter: 'datum.current' },
    { calculate: "datum.sex == 'women' ? -datum.value : datum.value", as: 'side' },
  ],
  mark: 'bar',
  encoding: {
    y: { field: 'ageLabel', type: 'nominal', sort: null, title: null },
    x: { field: 'side', type: 'quantitative', title: null, axis: { labelExpr: "format(abs(datum.value), ',')" } },
    color: { field: 'sexLabel', scale: { domain: ['Women', 'Men'], range: ['#1f6fb4', '#e67e22'] }, legend: null },
  },
})

test.each([
  ['Women (orange) and men (blue)', 'says “Women (orange”, and that is drawn in #1f6fb4'],
  ['← Men · Women →', 'says “← Men · Women →”, and they are drawn the other way round'],
  ['Men on the left, women on the right', 'drawn the other way round'],
])('a legend in words that is exchanged is an error at the words: %s', async (subtitle, message) => {
  const found = await told('How people pay', payers(subtitle))
  expect(found).toContain('templates/charts/own.vl.json:1:')
  expect(found).toContain(
    `error: ${message.startsWith('drawn') ? `says “${subtitle}”, and they are ${message}` : message}`,
  )
})

test.each([['Women (blue) and men (orange)'], ['← Women · Men →'], ['Left: women; right: men']])(
  'and one that is right is none: %s',
  async (subtitle) => {
    expect(await told('How people pay', payers(subtitle))).toMatch(/^no errors or warnings/)
  },
)
