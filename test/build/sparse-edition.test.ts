import { expect, it } from 'vitest'
import { readPptx } from '../pptx.ts'
import { lakeReport, makeFiles } from './lake-report.ts'

const bars = JSON.stringify({
  data: { name: 'boats, bridges' },
  transform: [{ filter: 'datum.current' }],
  mark: 'bar',
  encoding: { y: { field: 'label', type: 'nominal' }, x: { field: 'value', type: 'quantitative' } },
})
const observed = (now: string) =>
  `observations: [{ period: 2024, ${now} }, { period: 2023, value: 10 thousand, source: harbour }]`
const files = {
  'data/report.yaml': lakeReport('things'),
  'data/figures.yaml': `indicators:
  visitors: { label: Visitors, unit: things, type: flow, ${observed('value: 20 thousand, source: harbour')} }
  boats: { label: Boats, unit: things, type: flow, ${observed('value: not stated')} }
  bridges: { label: Bridges, unit: things, type: flow, ${observed('value: not stated')} }
`,
  'templates/charts/bars.vl.json': bars,
  'templates/deck.md.hbs': `# {{value "visitors"}} came

- {{capital (change "visitors")}}.

# {{value "boats"}} boats were counted

::slide{layout="chart-and-text"}

- Counted in summer.

![](charts/bars.vl.json)

# What else there is to say

- Nothing of boats.

![](charts/bars.vl.json)
`,
}

it('is built of the figures that it has; slides and charts of absent ones are left out and listed', async () => {
  const { value, diagnostics } = await makeFiles(files, ['pptx'])
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const [deck] = value?.documents ?? []
  if (!deck) throw new Error('no deck')
  const { slides } = readPptx(deck.bytes)
  expect(slides.map(({ texts }) => texts[0]?.replaceAll('\u00a0', ' '))).toEqual([
    '20,000 came',
    'What else there is to say',
  ])
  expect(deck.remarks).toEqual([
    'left out, not stated (boats@2024): templates/deck.md.hbs:5: “… boats were counted”',
    'left out, not stated (boats@2024): templates/deck.md.hbs:17: the chart charts/bars.vl.json',
  ])
})

it('leaves out a slide and a section of which a chart of absent figures leaves a heading alone', async () => {
  const templates = {
    ...files,
    'templates/deck.md.hbs':
      '# {{value "visitors"}} came\n\n- They came.\n\n# Bridges overtake boats\n## By kind\n\n![](charts/bars.vl.json)\n\n- {{value "boats"}}.\n',
    'templates/briefing.md.hbs':
      '# {{value "visitors"}} came\n\n## Bridges overtake boats\n\n![](charts/bars.vl.json)\n\n## People\n\nThey came.\n',
  }
  const { value, diagnostics } = await makeFiles(templates, ['pptx', 'md'])
  expect(diagnostics.map(({ message }) => message)).toEqual([])
  const [deck] = value?.documents ?? []
  expect(deck && readPptx(deck.bytes).slides).toHaveLength(1)
})

it('leaves out a chart of growth by name whose figures are all absent, and says of a slide that is empty then why', async () => {
  const ranking = '![](chart:ranking figures="boats, bridges" measure=rate)'
  const named = (deck: string) => ({ ...files, 'templates/deck.md.hbs': deck })
  const { value, diagnostics } = await makeFiles(named(`# {{value "visitors"}} came\n\n- They came.\n\n${ranking}\n`), [
    'pptx',
  ])
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(value?.documents[0]?.remarks?.join()).toContain('left out, not stated (boats@2024)')
  const empty = await makeFiles(named(`# {{value "visitors"}} came\n::slide{layout="chart"}\n\n${ranking}\n`), ['pptx'])
  expect(empty.diagnostics.map(({ message, hint }) => `${message}; ${hint}`)).toEqual([
    expect.stringMatching(/the layout chart does not fit this slide: it is empty; .*said to be absent is left out/),
  ])
})

it('warns of a chart that is nearly empty', async () => {
  const nearlyEmpty = {
    ...files,
    'templates/charts/bars.vl.json': bars.replace('boats, bridges', 'visitors, boats, bridges'),
  }
  const { diagnostics } = await makeFiles(nearlyEmpty, ['pptx'])
  expect(diagnostics.map(({ severity, message, place }) => `${place?.line}: ${severity}: ${message}`)).toContain(
    '17: warning: a chart with 1 of 3 figures: charts/bars.vl.json',
  )
})
