import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/console/log.ts'
import { parseDatasetTexts, readDatasetTexts } from '../../src/edit/dataset-texts.ts'
import { toSdmxCsv } from '../../src/edit/sdmx.ts'
import { runEdition } from '../../src/edition/run-edition.ts'
import { runExport } from '../../src/exchange/run-export.ts'
import { runUpdate } from '../../src/feeds/run-update.ts'
import { historyReport } from '../edition/history-report.ts'
import { internet } from '../fixtures.ts'

/** The small report with a feed, and the table that it yields. */
function fedReport(feed: string, table = ''): string {
  const folder = historyReport()
  const path = join(folder, 'data/report.yaml')
  writeFileSync(path, `${readFileSync(path, 'utf8')}feeds:\n  - ${feed}\n`)
  writeFileSync(join(folder, 'table.csv'), table)
  return folder
}

function update(folder: string, mayRun = false): string {
  const lines: string[] = []
  runUpdate({ folder, mayRun, day: '2023-08-28' }, createLog('text', { write: (text) => lines.push(text) }, {}))
  return lines.join('')
}

const silent = createLog('text', { write: () => {} }, {})

const figures = (folder: string) => readFileSync(join(folder, 'data/figures.yaml'), 'utf8')

describe('a feed', () => {
  const simple = '{ csv: table.csv, source: earlier, indicator: penetration, map: { period: when, value: share } }'

  it('writes what came in into the dataset, with its day', () => {
    const folder = fedReport(simple, 'when,share\n2023-06,76.5\n')
    expect(update(folder)).toBe('observations: 1 changed; in data/figures.yaml\n')
    expect(figures(folder)).toContain(
      '{ period: 2023-06, value: 76.5%, source: earlier, locator: retrieved 2023-08-28 }',
    )
  })

  it('writes the first figures of an indicator below its empty brackets, a line a key', () => {
    const folder = fedReport(
      '{ csv: table.csv, source: earlier, map: { indicator: i, period: t, value: v } }',
      'i,t,v\nfresh,2023-06,12\n',
    )
    writeFileSync(
      join(folder, 'data/fresh.yaml'),
      'indicators:\n  fresh:\n    label: Fresh\n    unit: people\n    type: stock\n    observations: [] # none yet\n',
    )
    update(folder)
    expect(readFileSync(join(folder, 'data/fresh.yaml'), 'utf8')).toContain(
      '    observations: # none yet\n      - period: 2023-06\n        value: 12\n        source: earlier\n        locator: retrieved 2023-08-28\n',
    )
  })

  it('leaves alone what it has already, whatever the day', () => {
    const folder = fedReport(simple, 'when,share\n2023-06,76.4\n')
    const before = readDatasetTexts(folder)
    expect(update(folder)).toBe('nothing differs\n')
    expect(readDatasetTexts(folder)).toEqual(before)
  })

  it('keeps the noughts that say how far a number is known', () => {
    const folder = fedReport(simple, 'when,share\n2023-06,76.0\n')
    update(folder)
    expect(figures(folder)).toContain('value: 76.0%')
  })

  it('fills a new edition in one step, and says in one list what it still lacks', () => {
    const feed =
      '{ csv: table.csv, source: earlier, indicators: { P: penetration, N: netizens }, map: { indicator: code, period: t, value: v } }'
    const folder = fedReport(feed, 'code,t,v\nP,2023-12,77.5\nN,2023-12,1092000000\n')
    runEdition({ folder, edition: 53, period: undefined, comparison: undefined, released: undefined }, silent)
    const said = update(folder)
    expect(said).toContain('observations: 2 added')
    expect(said.split('\n').filter((line) => line.includes('still open'))).toEqual([
      'still open of 2023-12: video-users; write them, or under absent: in the dataset why not; briefwright check names what else they are asked for',
    ])
    expect(figures(folder)).toContain('formula: netizens@2023-12 - video-users@2023-12')
    writeFileSync(join(folder, 'table.csv'), 'code,t,v\nP,2023-12,77.4\n')
    expect(update(folder)).toContain('observations: 1 changed')
  })

  it('leaves a status alone of which it says nothing', () => {
    const folder = fedReport(simple, 'when,share\n2023-06,76.4\n')
    const path = join(folder, 'data/figures.yaml')
    writeFileSync(path, figures(folder).replace('value: 76.4%', 'value: 76.4%, status: provisional'))
    expect(update(folder)).toBe('nothing differs\n')
    writeFileSync(join(folder, 'table.csv'), 'when,share\n2023-06,76.5\n')
    update(folder)
    expect(figures(folder)).toContain('{ period: 2023-06, value: 76.5%, status: provisional, source: earlier,')
  })

  it('takes the rows that it asks for, by codes, in the words that it asks for', () => {
    const feed =
      '{ csv: table.csv, source: earlier, rows: { geo: CN }, indicators: { I_N: netizens }, map: { indicator: code, period: t, value: v }, write: "{value} million" }'
    const folder = fedReport(feed, 'geo,code,t,v\nCN,I_N,2023-06,1080\nDE,I_N,2023-06,78\nCN,I_X,2023-06,5\n')
    expect(update(folder)).toContain('error: table.csv:2: contradiction')
    const right = fedReport(feed, 'geo,code,t,v\nCN,I_N,2020-12,989\nDE,I_N,2020-12,78\nCN,I_X,2020-12,5\n')
    update(right)
    // data/history.csv has no column for the day: the figure cannot be kept there.
    expect(update(right)).toContain('data/history.csv has no column for it: locator')
  })

  it('reads SDMX-CSV as it is, with status, multiplier and decimals', () => {
    const table = [
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,DECIMALS',
      'dataflow,OECD:DF_NET(1.0),I,CHN,2023-M06,1.080,P,9,4',
      'dataflow,OECD:DF_NET(1.0),I,USA,2023-M06,311,A,6,0',
    ].join('\n')
    const folder = fedReport(
      '{ csv: table.csv, source: earlier, indicator: video-users, rows: { REF_AREA: CHN } }',
      table,
    )
    expect(update(folder)).toContain('contradiction')
    const fitting = fedReport(
      '{ csv: table.csv, source: earlier, indicator: video-users, rows: { REF_AREA: CHN } }',
      table.replace('1.080', '1.045'),
    )
    expect(update(fitting)).toBe('observations: 1 changed; in data/figures.yaml\n')
    expect(figures(fitting)).toContain(
      '{ period: 2023-06, value: 1.0450 billion, source: earlier, status: provisional, locator: retrieved 2023-08-28 }',
    )
  })

  it('runs a program only where it is allowed to', () => {
    const folder = fedReport(
      `{ command: [${JSON.stringify(process.execPath)}, -e, "console.log('when,share'); console.log('2023-06,76.5')"], source: earlier, indicator: penetration, map: { period: when, value: share } }`,
    )
    expect(update(folder)).toContain('hint: look at it; then allow it: briefwright update --run')
    expect(update(folder, true)).toBe('observations: 1 changed; in data/figures.yaml\n')
  })

  it.each([
    [simple.replace('share }', 'shar }'), 'error: no such column: shar\n  17 |'],
    [simple.replace('table.csv', 'tabel.csv'), 'error: cannot be read: tabel.csv (no such file)'],
    [simple.replace('table.csv', '../../../../../../etc/hostname'), 'out of the report folder'],
    [simple.replace('penetration', 'penetratio'), 'error: unknown indicator: penetratio'],
    [simple.replace('source: earlier', 'source: nowhere'), 'error: table.csv:2: unknown source: nowhere'],
    [
      '{ command: [echo, x], source: earlier, indicator: penetration, map: { period: a, value: b } }',
      'the feed wants to run a program',
    ],
    ['{ source: earlier, indicator: penetration }', 'error: a feed is a csv or a command'],
    [
      '{ csv: table.csv, source: earlier, indicator: penetration }',
      'error: the feed does not say which column is the period',
    ],
    ['{ csv: table.csv, sauce: earlier }', 'error: unknown key: sauce'],
  ])('tells what is wrong with %s', (feed, message) => {
    const folder = fedReport(feed, 'when,share\n2023-06,76.5\n')
    const before = readDatasetTexts(folder)
    expect(update(folder)).toContain(message.split('\n')[0])
    expect(readDatasetTexts(folder)).toEqual(before)
  })

  it.each([
    ['when,share\n2023-06,76,5\n', 'table.csv:2:12: error: the row has 3 fields'],
    ['<?xml version="1.0"?><message:GenericData/>', 'table.csv:1:1: error: XML, where a CSV table is read'],
    ['{"version":"2.0","class":"dataset"}', 'table.csv:1:1: error: JSON, where a CSV table is read'],
  ])('takes nothing of a table that it cannot read whole: %s', (table, message) => {
    const folder = fedReport(simple, table)
    const before = readDatasetTexts(folder)
    const said = update(folder)
    expect(said).toContain(message)
    expect(said.match(/error: /g)).toHaveLength(1)
    expect(readDatasetTexts(folder)).toEqual(before)
  })

  it('reads signs in place of numbers as the feed says, and asks what others stand for', () => {
    const signs = simple.replace(/ \}$/, ", signs: { '.': suppressed, '-': 0, x: not applicable } }")
    const table = 'when,share\n2021-06,.\n2021-12,-\n2022-06,74.4\n2020-12,x\n'
    const folder = fedReport(signs, table)
    const path = join(folder, 'data/history.csv')
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('source', 'source,locator').replaceAll(',earlier', ',earlier,'),
    )
    expect(update(folder)).not.toContain('error')
    const written = readFileSync(path, 'utf8')
    expect(written).toContain('penetration,2021-06,suppressed,earlier,retrieved 2023-08-28')
    expect(written).toContain('penetration,2021-12,0%,earlier,')
    expect(written).toContain('penetration,2020-12,not applicable,earlier,')
    expect(update(folder)).toBe('nothing differs\n')
    expect(update(fedReport(simple, 'when,share\n2021-06,/\n'))).toContain(
      "say what it stands for: signs: { '/': suppressed }",
    )
  })

  describe('of a table as a German spreadsheet saves it', () => {
    const commas = simple.replace(/ \}$/, ', decimal: comma }')

    it('reads semicolons and a decimal comma', () => {
      const folder = fedReport(commas, '\uFEFFwhen;share;note\r\n2023-06;76,5 %;"a; b"\r\n')
      expect(update(folder)).toBe('observations: 1 changed; in data/figures.yaml\n')
      expect(figures(folder)).toContain('{ period: 2023-06, value: 76.5%, source: earlier')
    })

    it('reads points as what groups digits', () => {
      const feed =
        '{ csv: table.csv, source: earlier, indicator: netizens, decimal: comma, map: { period: when, value: n } }'
      const folder = fedReport(feed, 'when;n\n2023-06;1.078.000.000\n')
      expect(update(folder)).not.toContain('error')
      expect(figures(folder)).toMatch(/period: 2023-06\s+value: 1078000000/)
    })

    it.each([
      [simple, '76,5', 'table.csv:2:9: error: not clear which sign parts decimals: 76,5\n  hint: write decimal: comma'],
      [commas, '76.5', 'table.csv:2:9: error: not a number with a decimal comma: 76.5'],
    ])('never guesses which sign parts decimals: %s, %s', (feed, number, message) => {
      const folder = fedReport(feed, `when;share\n2023-06;${number}\n2022-06;${number}\n`)
      const before = readDatasetTexts(folder)
      const said = update(folder)
      expect(said).toContain(message)
      expect(said.match(/not clear/g) ?? ['']).toHaveLength(1)
      expect(readDatasetTexts(folder)).toEqual(before)
    })
  })

  it('says that a workbook is none of the tables that it reads', () => {
    const folder = fedReport(simple)
    writeFileSync(join(folder, 'table.csv'), Buffer.from([0x50, 0x4b, 3, 4, 0xfc, 0]))
    expect(update(folder)).toContain(
      'table.csv:1:1: error: a workbook, where a CSV table is read\n  hint: save its sheet as CSV',
    )
  })

  it('fails where a program fails', () => {
    const folder = fedReport(
      `{ command: [${JSON.stringify(process.execPath)}, -e, "process.exit(3)"], source: earlier, indicator: penetration, map: { period: a, value: b } }`,
    )
    expect(update(folder, true)).toContain('error: the feed’s program failed')
  })
})

describe('SDMX-CSV', () => {
  it('goes out with measure, status, unit, multiplier and decimals, and comes back as it was', async () => {
    const folder = historyReport()
    const log = createLog('text', { write: () => {} }, {})
    await runExport({ file: join(folder, 'table.csv'), format: 'csv', folder, isSdmx: true }, log)
    const lines = readFileSync(join(folder, 'table.csv'), 'utf8').split('\n')
    expect(lines[0]).toBe(
      'STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,DECIMALS,QUALIFIER,FORMS,BASE_PER,SOURCE,TITLE',
    )
    expect(lines).toContain(
      'dataflow,BRIEFWRIGHT:CNNIC_52(1.0),I,netizens,value,2023-06,1.079,A,people,9,3,,,,cnnic-52,Netizens',
    )
    expect(lines).toContain(
      'dataflow,BRIEFWRIGHT:CNNIC_52(1.0),I,netizens,change,2023-06,11.09,A,people,6,2,,,2022-12,cnnic-52,Netizens',
    )
    const path = join(folder, 'data/report.yaml')
    writeFileSync(path, `${readFileSync(path, 'utf8')}feeds:\n  - { csv: table.csv, source: earlier }\n`)
    const said = update(folder)
    expect(said).toMatch(
      /^data\/report\.yaml:\d+:5: warning: left out of table\.csv: derived figures, which follow from the others: \d+; changes and rates, which no feed brings: \d+\nnothing differs\n$/,
    )
  })

  it('is no formula in a spreadsheet, whatever a label says', () => {
    const { dataset } = parseDatasetTexts(readDatasetTexts(internet))
    const netizens = dataset.indicators.get('netizens')
    if (!netizens) throw new Error('no netizens')
    const hostile = { ...netizens, label: { en: "=cmd|'/c calc'!A1" } }
    const table = toSdmxCsv({ ...dataset, indicators: new Map([['netizens', hostile]]) })
    expect(table).toContain(`,'=cmd|'/c calc'!A1\n`)
    expect(table).not.toContain(',=')
  })

  it('keeps a qualifier, and takes a figure for imputed only where another program says so', () => {
    const head = 'STRUCTURE_ID,INDICATOR,MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,DECIMALS,QUALIFIER'
    const feed = '{ csv: table.csv, source: earlier }'
    const own = fedReport(feed, `${head}\nBRIEFWRIGHT:X(1.0),video-users,value,2023-06,1.04,A,9,2,over\n`)
    expect(update(own)).toContain('observations: 1 changed')
    expect(figures(own)).toContain('value: over 1.04 billion')
    const other = fedReport(feed, `${head}\nOECD:X(1.0),video-users,value,2023-06,1.045,I,9,3,\n`)
    expect(update(other)).toContain('not kept of video-users in 2023-06: imputed')
  })

  it('keeps how many digits are printed where that is no more than hundreds', () => {
    const { dataset } = parseDatasetTexts(readDatasetTexts(internet))
    const row = toSdmxCsv(dataset)
      .split('\n')
      .find((line) => line.includes(',online-retail-sales-per-netizen,'))
    expect(row).toContain(',value,2023,14.1,I,yuan,3,1,')
  })
})
