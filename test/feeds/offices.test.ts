import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { createLog } from '../../src/console/log.ts'
import { runUpdate } from '../../src/feeds/run-update.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** Tables as the offices give them: their columns and forms of periods, flags and numbers; the numbers are made up. */
const eurostat = `DATAFLOW,LAST UPDATE,freq,indic_is,unit,ind_type,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
ESTAT:ISOC_CI_IFP_IU(1.0),13/12/24 23:00:00,A,I_IU3,PC_IND,IND_TOTAL,DE,2023,92.31,,
ESTAT:ISOC_CI_IFP_IU(1.0),13/12/24 23:00:00,A,I_IU3,PC_IND,IND_TOTAL,EU27_2020,2022,89.9,b,
ESTAT:ISOC_CI_IFP_IU(1.0),13/12/24 23:00:00,A,I_IU3,PC_IND,IND_TOTAL,EU27_2020,2023,91.5,bp,
ESTAT:ISOC_CI_IFP_IU(1.0),13/12/24 23:00:00,A,I_IU3,PC_IND,IND_TOTAL,EU27_2020,2024,:,c,
ESTAT:ISOC_CI_IFP_IU(1.0),13/12/24 23:00:00,A,I_IU3,PC_HH,IND_TOTAL,EU27_2020,2023,44.2,,
`

const oecd = `\ufeffSTRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,"Reference area",MEASURE,"Measure, in full",TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,DECIMALS
DATAFLOW,OECD.STI:DF_BROADBAND(1.0),I,FRA,France,BB,"Subscriptions, fixed",2023-Q2,32.1412345,A,6,2
DATAFLOW,OECD.STI:DF_BROADBAND(1.0),I,FRA,France,BB,"Subscriptions, fixed",2023-Q4,32.5067891,P,6,2
DATAFLOW,OECD.STI:DF_BROADBAND(1.0),I,JPN,Japan,BB,"Subscriptions, fixed",2023-Q4,46.2,A,6,2
DATAFLOW,OECD.STI:DF_BROADBAND(1.0),I,FRA,France,BB,"Subscriptions, fixed",2024-Q1,,O,6,2
`

const ilo = `"ref_area","source","indicator","sex","time","obs_value","obs_status","note_source"
"FRA","BA:148","EMP_TEMP_SEX_NB","SEX_T","2023M11",28490.5,"","R1:3903"
"FRA","BA:148","EMP_TEMP_SEX_NB","SEX_T","2023M12",2.85125e+04,"U","R1:3903"
"FRA","BA:148","EMP_TEMP_SEX_NB","SEX_F","2023M12",13890.1,"","R1:3903"
`

function report(feed: string, table: string): string {
  return temporaryFolder({
    'data/report.yaml': `id: europe
title: Europe online
publisher: An office
geography: Europe
period: 2023-12
comparison: 2022-12
released: 2024-03-01
language: en
units:
  people: { label: people }
  lines: { label: lines }
sources:
  office: { kind: primary, title: Database, publisher: The office, cite: The office }
feeds:
  - { csv: table.csv, source: office, ${feed} }
`,
    'data/figures.yaml': `indicators:
  online: { label: Individuals online, unit: percent, type: ratio }
  broadband: { label: Fixed broadband, unit: lines, type: stock }
  employed: { label: Employed, unit: people, type: stock }
`,
    'table.csv': table,
  })
}

const observation = z.object({ period: z.coerce.string(), value: z.string(), status: z.string().optional() })
const indicator = z.object({ observations: z.array(observation).optional() })

/** The figures that come in, and what is told. */
function update(folder: string): { written: string[]; told: string[] } {
  const lines: string[] = []
  const log = createLog('text', { write: (text) => lines.push(...text.trimEnd().split('\n')) }, {})
  runUpdate({ folder, mayRun: false, day: '2024-03-01' }, log)
  const text = readFileSync(join(folder, 'data/figures.yaml'), 'utf8')
  const { indicators } = z.object({ indicators: z.record(z.string(), indicator) }).parse(parse(text))
  const figures = Object.values(indicators).flatMap(({ observations = [] }) => observations)
  const written = figures.map(({ period, value, status = '' }) => `${period} ${value} ${status}`.trim())
  return { written, told: lines.filter((line) => /^\S+: (warning|error)|^observations|^failed/.test(line)) }
}

it('takes Eurostat’s SDMX-CSV, and tells the flags that a status cannot say', () => {
  const { written, told } = update(report('indicator: online, rows: { geo: EU27_2020, unit: PC_IND }', eurostat))
  expect(written).toEqual(['2022 89.9%', '2023 91.5% provisional'])
  expect(told).toEqual([
    'table.csv:3:90: warning: not kept of online in 2022: break in the series',
    'table.csv:4:90: warning: not kept of online in 2023: break in the series',
    'observations: 2 added; in data/figures.yaml',
  ])
})

it('refuses a feed that asks for too much, and says what to ask for', () => {
  const folder = report('indicator: online, rows: { geo: EU27_2020 }', eurostat)
  expect(update(folder).told[2]).toBe('table.csv:6:84: error: two rows are online in 2023: 91.5% (line 4) and 44.2%')
  expect(update(folder).written).toEqual([])
})

it('takes the OECD’s, with labels, to the decimals that it means', () => {
  const { written } = update(report('indicator: broadband, rows: { REF_AREA: FRA }', oecd))
  expect(written).toEqual(['2023-Q2 32.14 million', '2023-Q4 32.51 million provisional'])
})

it('takes the ILO’s tables, whose numbers may be written as programs do', () => {
  const { written, told } = update(
    report("indicator: employed, rows: { ref_area: FRA, sex: SEX_T }, write: '{value} thousand'", ilo),
  )
  expect(written).toEqual(['2023-11 28490.5 thousand', '2023-12 28512.5 thousand'])
  expect(told[0]).toContain('warning: not kept of employed in 2023-12: low reliability')
})

it('takes only what a later table has changed', () => {
  const folder = report('indicator: broadband, rows: { REF_AREA: FRA }', oecd)
  update(folder)
  writeFileSync(join(folder, 'table.csv'), oecd.replace('32.5067891,P', '32.6,A'))
  expect(update(folder).told).toEqual(['observations: 1 changed; in data/figures.yaml'])
})
