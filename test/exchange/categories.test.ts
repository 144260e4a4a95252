import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createLog } from '../../src/console/log.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import { readDatasetTexts } from '../../src/edit/dataset-texts.ts'
import { toSdmxCsv } from '../../src/edit/sdmx.ts'
import { runExport } from '../../src/exchange/run-export.ts'
import { runImport } from '../../src/exchange/run-import.ts'
import { runUpdate } from '../../src/feeds/run-update.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const survey = fileURLToPath(new URL('../reports/labour-force', import.meta.url))

function copyOfSurvey(): string {
  const folder = temporaryFolder()
  cpSync(join(survey, 'data'), join(folder, 'data'), { recursive: true })
  return folder
}

const lines: string[] = []
const log = createLog('text', { write: (text) => lines.push(text) }, {})

/** What an import says, on either stream. */
async function said(order: Parameters<typeof runImport>[0]): Promise<string> {
  lines.length = 0
  const answer = await runImport(order, log)
  return `${lines.join('')}${answer ?? ''}`
}

it.each(['csv', 'xlsx'] as const)('a table (%s) of figures by category comes back as it was', async (format) => {
  const folder = copyOfSurvey()
  const before = readDatasetTexts(folder)
  const order = { file: join(folder, `figures.${format}`), format, folder }
  await runExport(order, log)
  expect(await said({ ...order, prefer: undefined })).toBe('nothing differs\n')
  expect(readDatasetTexts(folder)).toEqual(before)
})

it('an edit of one category changes its line alone', async () => {
  const folder = copyOfSurvey()
  const file = join(folder, 'figures.csv')
  const order = { file, format: 'csv' as const, folder }
  await runExport(order, log)
  const row = 'unemployment-rate,"women,16-24",P3M/2024-06,'
  writeFileSync(file, readFileSync(file, 'utf8').replace(`${row}11.2%`, `${row}11.3%`))
  expect(await said({ ...order, prefer: undefined })).toContain(
    'unemployment-rate[women,16-24] in P3M/2024-06: value 11.2% → 11.3%',
  )
  const { value } = readDataset(folder)
  expect(value?.observations.get('unemployment-rate[women,16-24]@P3M/2024-06')?.statement?.printed).toBe('11.3%')
  expect(value?.observations.get('unemployment-rate[men,16-24]@P3M/2024-06')?.statement?.printed).toBe('12.9%')
})

it('SDMX has a column for each dimension, and ranges of time as it writes them', () => {
  const { value } = readDataset(survey)
  const lines = value ? toSdmxCsv(value).split('\n') : []
  expect(lines[0]).toBe(
    'STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,SEX,AGE,MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,DECIMALS,QUALIFIER,FORMS,BASE_PER,SOURCE,TITLE',
  )
  expect(lines).toContain(
    'dataflow,BRIEFWRIGHT:LABOUR_FORCE(1.0),I,unemployment-rate,women,16-24,value,2024-04-01/P3M,11.2,A,percent,0,1,,,,lfs,Unemployment rate',
  )
  expect(lines.some((line) => line.includes(',unemployment-rate,_T,_T,value,'))).toBe(true)
  expect(lines.some((line) => line.includes(',hours,_Z,_Z,value,'))).toBe(true)
})

it('a feed brings the categories of its codes', async () => {
  const folder = copyOfSurvey()
  writeFileSync(
    join(folder, 'data/feeds.yaml'),
    `feeds:
  - csv: rates.csv
    source: lfs
    indicator: unemployment-rate
    dimensions: { sex: { column: SX, categories: { F: women, M: men, T: total } }, age: { column: AGE, categories: { Y16: 16-24 } } }
`,
  )
  writeFileSync(
    join(folder, 'rates.csv'),
    'SX,AGE,TIME_PERIOD,OBS_VALUE\nF,Y16,2019-04-01/P3M,13.1\nT,Y16,2019-04-01/P3M,13.9\nF,Y99,2019-04-01/P3M,1.0\n',
  )
  await runUpdate({ folder, mayRun: false, day: '2024-08-14' }, log)
  const series = readFileSync(join(folder, 'data/series.csv'), 'utf8')
  expect(series).toContain('unemployment-rate,"women,16-24",2019-04/2019-06,13.1%,lfs')
  expect(series).toContain('unemployment-rate,16-24,2019-04/2019-06,13.9%,lfs')
  expect(series).not.toContain('1.0%,lfs,retrieved')
})

it('a new row of a category is written as one of it, in YAML too', async () => {
  const folder = temporaryFolder({
    'data/report.yaml': `id: boats
title: Boats
publisher: Harbour office
geography: Lake
period: 2024
comparison: 2023
released: 2025-01-15
language: en
units: { boats: { label: boats } }
sources: { log: { kind: primary, title: T, publisher: P, cite: C } }
dimensions: { kind: { label: Kind, total: All, categories: { sail: { label: Sail }, motor: { label: Motor } } } }
`,
    'data/figures.yaml': `indicators:
  boats:
    label: Boats
    unit: boats
    type: stock
    dimensions: [kind]
    observations:
      - { period: 2024, value: 30, source: log }
      - { period: 2023, category: sail, value: 20, source: log }
`,
  })
  const file = join(folder, 'figures.csv')
  const order = { file, format: 'csv' as const, folder }
  await runExport(order, log)
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const values: Record<string, string> = {
    indicator: 'boats',
    category: 'sail',
    period: '2024',
    value: '21',
    source: 'log',
  }
  const row = header.split(',').map((name) => values[name.replace('\uFEFF', '')] ?? '')
  writeFileSync(file, [header, ...rows.filter((one) => !one.startsWith('boats,sail,2024')), row.join(',')].join('\n'))
  expect(await said({ ...order, prefer: undefined })).toContain('boats[sail] in 2024: added: value 21')
  const { value } = readDataset(folder)
  expect(value?.observations.get('boats[sail]@2024')?.statement?.printed).toBe('21')
  expect(value?.observations.get('boats@2024')?.statement?.printed).toBe('30')
})
