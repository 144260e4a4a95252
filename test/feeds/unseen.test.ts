import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { createLog } from '../../src/console/log.ts'
import { getPeriod } from '../../src/edit/sdmx.ts'
import { runUpdate } from '../../src/feeds/run-update.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const report = `id: unseen
title: Unseen
publisher: Office
geography: Larkhaven
period: 2024
comparison: 2023
released: 2025-12-10
language: en
units: { visits: { label: visits } }
sources: { office: { kind: primary, title: T, publisher: Office, published: 2025-12-01, cite: Office } }
`
const dataset = `dimensions:
  region: { label: Region, total: All regions, categories: { north: North, south: South } }
indicators:
  visits:
    label: Visits
    unit: visits
    type: flow
    observations:
      - { period: 2022, value: 1100, source: office }
      - { period: 2023, value: 1204, source: office }
      - { period: 2024, value: 1317, source: office }
  prices:
    label: Prices
    unit: index-2015
    type: stock
    observations:
      - { period: 2022, value: 110.2, source: office }
      - { period: 2023, value: 112.2, source: office }
      - { period: 2024, value: 114.2, source: office }
  output:
    label: Output
    unit: EUR
    type: flow
    observations: []
  trips:
    label: Trips
    unit: visits
    type: flow
    dimensions: [region]
    observations: []
`
const simple = 'indicator: visits, map: { period: period, value: value }'
const output = 'indicator: output, map: { period: TIME_PERIOD, value: OBS_VALUE }'
const regions =
  'indicator: trips, map: { period: period, value: value }, dimensions: { region: { column: region, categories: { N: north, S: south } } }'

/** What an update says of a table, and the figures after it. */
function update(feed: string, table: string, figures = dataset): { said: string; after: string } {
  const folder = temporaryFolder({
    'data/report.yaml': `${report}feeds:\n  - { csv: table.csv, source: office, ${feed} }\n`,
    'data/figures.yaml': figures,
  })
  writeFileSync(join(folder, 'table.csv'), table)
  const lines: string[] = []
  runUpdate({ folder, day: '2025-12-02' }, createLog('text', { write: (text) => lines.push(text) }, {}))
  return { said: lines.join(''), after: readFileSync(join(folder, 'data/figures.yaml'), 'utf8') }
}

describe('a feed takes nothing for something else', () => {
  it('reads no column without a head, as pandas writes its index', () => {
    expect(update(simple, ',period,value\n7,2024,1400\n').after).toContain('{ period: 2024, value: 1400, source')
  })

  it('reads words of status as words, and no letter of a word that it does not know', () => {
    const table = (status: string) => `TIME_PERIOD,OBS_VALUE,OBS_STATUS\n2024,1400,${status}\n`
    expect(update('indicator: visits', table('Provisional')).after).toContain(
      'value: 1400, source: office, status: provisional',
    )
    expect(update('indicator: visits', table('P: Provisional value')).after).toContain('status: provisional')
    const { said, after } = update('indicator: visits', table('vorläufig'))
    expect(after).not.toContain('status')
    expect(said).toContain('warning: not kept of visits in 2024: vorläufig')
  })

  it('writes no noughts of a program behind figures that have no decimals', () => {
    expect(update(simple, 'period,value\n2024,1400.0\n2023,1204.0\n').after).toContain(
      '{ period: 2024, value: 1400, source',
    )
    const scaled = `${simple}, write: '{value} thousand'`
    expect(update(scaled, 'period,value\n2024,1400.0\n').after).toContain('value: 1400.0 thousand')
  })

  it('reads digits that thin spaces part', () => {
    const spaced = `${simple}, decimal: comma`
    expect(update(spaced, 'period;value\n2024;1\u2009400\n').after).toContain('{ period: 2024, value: 1400, source')
  })

  it('asks what dates stand for where a figure has longer periods, once, and takes them as it is told', () => {
    const table = 'period,value\n2023-01-01,1204\n2024-01-01,1400\n'
    const { said, after } = update(simple, table)
    expect(said.match(/error: .*/g)).toEqual(['error: a day, where visits has longer periods: 2023-01-01'])
    expect(after).not.toContain('1400')
    expect(update(`${simple}, dates: year`, table).after).toContain('{ period: 2024, value: 1400, source')
    expect(update(`${simple}, dates: year`, 'period,value\n01.01.2024,1400\n').after).toContain(
      '{ period: 2024, value: 1400',
    )
  })

  it('says of an empty table that it has no header', () => {
    expect(update(simple, '').said).toContain('table.csv:1:1: error: file is empty\n  expected: a header\n')
  })

  it('names a period that is none once, whatever the number of rows', () => {
    const { said } = update(simple, 'period,value\n46008,1204\n46009,1400\n')
    expect(said.match(/table.*error: .*/g)).toEqual(['table.csv:2:1: error: unknown form of period: 46008'])
  })

  it('reads a month and a year that SDMX gives as a day and how long it lasts', () => {
    expect(getPeriod('2020-01-01/P1M')).toBe('2020-01')
    expect(['2020T4', '2020-T4', 'T4 2020', 'Q4/2020', '2020Q4'].map((text) => getPeriod(text))).toEqual(
      Array(5).fill('2020-Q4'),
    )
    expect(getPeriod('2020-01-01/P1Y')).toBe('2020')
    expect(getPeriod('2020-01-01/P12M')).toBe('2020')
    expect(getPeriod('2020-04-01/P1Y')).toBe('2020/21')
    expect(getPeriod('2020-01-01/P2M')).toBe('2020-01/2020-02')
    expect(getPeriod('2025-11-30T00:00:00', 'quarter')).toBe('2025-Q4')
  })

  it('takes no figure that SDMX takes back', () => {
    const table = 'ACTION,TIME_PERIOD,OBS_VALUE\nI,2023,1205\nD,2024,1400\n'
    expect(update('indicator: visits', table).said).toBe('observations: 1 changed; in data/figures.yaml\n')
  })

  it('writes a fraction with the mark of the scale behind it', () => {
    const table = 'TIME_PERIOD,OBS_VALUE\n2024,1.283\n'

    expect(update("indicator: output, write: '{value} milliards'", table).after).toMatch(/value: .?1,283 milliards/)
  })

  it('keeps the scale of a number whose digits are grouped', () => {
    const table = (scale: string) => `TIME_PERIOD,OBS_VALUE,UNIT_MULT\n2024,"1,204.5",${scale}\n`
    expect(update('indicator: output', table('6')).after).toContain('value: 1204.5 million')
    expect(update('indicator: output', table('x')).said).toContain('table.csv:2:16: error: not a power of ten: x')
  })

  test.each([
    ['the columns are exchanged', simple, 'period,value\n1100,2022\n1204,2023\n', '2:1: error: columns exchanged'],
    [
      'its rows are in two units',
      output,
      'unit,TIME_PERIOD,OBS_VALUE\nCLV,2023,5\nCP,2024,6\n',
      '3:1: error: output: two units, CLV and CP',
    ],
    [
      'its unit names a scale, and its numbers do not',
      output,
      'unit,TIME_PERIOD,OBS_VALUE\nCP_MEUR,2024,1204\n',
      '2:1: error: output: CP_MEUR says million, and the number is 1204',
    ],
    [
      'its currency is another',
      output,
      'UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\nUSD,2024,1204\n',
      '2:1: error: output: USD in the table, and EUR in the dataset',
    ],
    [
      'its index has another base',
      'indicator: prices',
      'BASE_PER,TIME_PERIOD,OBS_VALUE\n2020,2024,114.5\n',
      '2:1: error: prices: 2020 in the table, and index-2015 in the dataset',
    ],
    [
      'none of its codes is there any more',
      regions,
      'region,period,value\nNorthern,2024,5\n',
      'no row of table.csv is what the feed asks for',
    ],
    [
      'a figure comes in thousands',
      simple,
      'period,value\n2024,1.32\n',
      '2:6: error: hardly a revision: visits in 2024',
    ],
    [
      'an index comes on another base',
      'indicator: prices, map: { period: period, value: value }',
      'period,value\n2022,100.0\n2023,101.8\n2024,103.6\n',
      '2:6: error: all 3 figures change by one factor: prices in 2022: 110.2 (data/figures.yaml:17) → 100.0',
    ],
  ])('and is refused where %s', (_, feed, table, message) => {
    const { said, after } = update(feed, table)
    expect(said).toContain(message)
    expect(after).toBe(dataset)
  })

  it('takes a number in millions that says how it is written, and a revision that is accepted', () => {
    const table = 'unit,TIME_PERIOD,OBS_VALUE\nMIO_EUR,2024,1204\n'
    expect(update(`${output}, write: '{value} million'`, table).after).toContain('value: 1204 million')
    const accepted = dataset.replace('value: 1317,', 'value: 1317, plausible: counted anew,')
    expect(update(simple, 'period,value\n2024,1.32\n', accepted).after).toContain('value: 1.32,')
  })

  it('says which figures have no value or no row any more', () => {
    const { said } = update(simple, 'period,value\n2022,1100\n2024,:\n')
    expect(said).toContain(
      'warning: no longer in the table, and kept: visits in 2023: 1204 (data/figures.yaml:10), 2024: 1317 (data/figures.yaml:11)',
    )
    // A window that moves on leaves older figures behind.
    expect(update(simple, 'period,value\n2023,1204\n2024,1317\n').said).toBe('nothing differs\n')
  })

  it('says which of its codes no row has, and which it does not list', () => {
    const { said } = update(regions, 'region,period,value\nN,2024,5\nSouthern,2024,6\n')
    expect(said).toContain('warning: no row has the region that is listed: S')
    expect(said).toContain('hint: the column’s codes that the feed does not list: Southern')
  })

  it('names a period at its own place', () => {
    expect(update(simple, 'value,period\n1400,late 2024\n').said).toContain('table.csv:2:6: error')
  })
})
