import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/console/log.ts'
import { readDatasetTexts } from '../../src/edit/dataset-texts.ts'
import { runEdition } from '../../src/edition/run-edition.ts'
import { runExport } from '../../src/exchange/run-export.ts'
import { type ImportOrder, runImport } from '../../src/exchange/run-import.ts'
import { edit } from '../edit-file.ts'
import { historyReport } from '../edition/history-report.ts'
import { copyInternet } from '../fixtures.ts'

type Format = 'xlsx' | 'csv'

/** What a command says, on either stream. */
async function run(
  verb: typeof runExport | typeof runImport,
  folder: string,
  format: Format,
  options: Partial<ImportOrder> = {},
): Promise<string> {
  const lines: string[] = []
  const log = createLog('text', { write: (text) => lines.push(text) }, {})
  const said = await verb({ file: join(folder, `figures.${format}`), format, folder, ...options }, log)
  return `${lines.join('')}${typeof said === 'string' ? said : ''}`
}

/** A large dataset in a new folder. */
const largeReport = () => copyInternet('data')

type Workbook = Awaited<ReturnType<typeof openXlsx>>
type Sheet = Workbook['sheets'][number]

/** Opens the exported workbook as a spreadsheet does, changes its first sheet, and saves it. */
async function editWorkbook(folder: string, change: (sheet: Sheet, workbook: Workbook) => void): Promise<void> {
  const path = join(folder, 'figures.xlsx')
  const workbook = await openXlsx(readFileSync(path), { readStyles: true })
  const [sheet] = workbook.sheets
  if (sheet) change(sheet, workbook)
  writeFileSync(path, await saveXlsx(workbook))
}

/** Row and column, from 0, of an indicator's figure in a period. */
function getCell(sheet: Sheet, indicator: string, period: string, column: string): [row: number, column: number] {
  const head = sheet.rows[0] ?? []
  const at = (name: string) => head.indexOf(name)
  return [sheet.rows.findIndex((row) => row[at('indicator')] === indicator && row[at('period')] === period), at(column)]
}

function setCell(sheet: Sheet, [row, column]: [number, number], value: string | number | Date, format?: string): void {
  const cells = sheet.rows[row] ?? []
  while (cells.length <= column) cells.push(null)
  cells[column] = value
  const own = sheet.cells?.get(`${row},${column}`)
  const style = format ? { style: { numFmt: format } } : own?.style ? { style: own.style } : {}
  const type = typeof value === 'number' ? 'number' : value instanceof Date ? 'date' : 'string'
  sheet.cells?.set(`${row},${column}`, { value, type, ...style })
}

/** An archive of one file: forty million zeros. */
const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(40_000_000) })

/** The archive with a table of contents that says its file is small. */
function hideSize(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive)
  bytes.writeUInt32LE(1000, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  return bytes
}

/** Types texts into the first row of figures, by column. */
async function editTable(folder: string, format: Format, fields: Record<string, string>): Promise<void> {
  if (format === 'xlsx') {
    return editWorkbook(folder, (sheet) => {
      for (const [column, text] of Object.entries(fields)) {
        setCell(sheet, [1, sheet.rows[0]?.indexOf(column) ?? 0], text, '@')
      }
    })
  }
  const path = join(folder, 'figures.csv')
  const [head = '', first = '', ...rest] = readFileSync(path, 'utf8').split('\n')
  const names = head.split(',')
  const cells = first.split(',').map((text, index) => fields[names[index] ?? ''] ?? text)
  writeFileSync(path, [head, cells.join(','), ...rest].join('\n'))
}

/** The lines of the dataset that differ, as `file:line: before → after`. */
function differences(before: ReadonlyMap<string, string>, folder: string): string[] {
  const after = readDatasetTexts(folder)
  return [...before].flatMap(([file, text]) => {
    const [old, now] = [text.split('\n'), (after.get(file) ?? '').split('\n')]
    if (old.length !== now.length) return [`${file}: ${now.length - old.length} lines more`]
    return old.flatMap((line, index) => (line === now[index] ? [] : [`${file}:${index + 1}: ${line} → ${now[index]}`]))
  })
}

describe.each(['xlsx', 'csv'] as const)('%s', (format) => {
  it.each([
    ['a large report', largeReport],
    ['a small one', historyReport],
  ])('gives back the data of %s byte for byte', async (_, create) => {
    const folder = create()
    const before = readDatasetTexts(folder)
    await run(runExport, folder, format)
    expect(await run(runImport, folder, format)).toBe('nothing differs\n')
    expect(readDatasetTexts(folder)).toEqual(before)
  })

  it('is the same, byte for byte, each time', async () => {
    const folder = historyReport()
    await run(runExport, folder, format)
    const first = readFileSync(join(folder, `figures.${format}`))
    await run(runExport, folder, format)
    expect(readFileSync(join(folder, `figures.${format}`)).equals(first)).toBe(true)
  })
})

describe('a workbook edited by hand', () => {
  async function edited(change: (sheet: Sheet, workbook: Workbook) => void, create = largeReport) {
    const folder = create()
    const before = readDatasetTexts(folder)
    await run(runExport, folder, 'xlsx')
    await editWorkbook(folder, change)
    return { said: await run(runImport, folder, 'xlsx'), changes: differences(before, folder) }
  }

  it('changes one line for one cell, and keeps how it is written', async () => {
    const { changes } = await edited((sheet) =>
      setCell(sheet, getCell(sheet, 'netizens', '2023-12', 'value'), 1_092_400_000),
    )
    expect(changes).toEqual([
      expect.stringMatching(/figures.yaml:\d+: +value: 1.092 billion → +value: 1.0924 billion$/),
    ])
  })

  it.each([
    ['domestic-goods-buyers-share', '2023', 'value', 0.584, 'value: 58.3%', 'value: 58.4%'],
    ['online-travel-booking-users', '2023-12', 'by', 86_310_000, 'by: 86.29 million', 'by: 86.31 million'],
    ['online-consumer-apps-users', '2023', 'by', 61_000_000, 'by: over 60 million', 'by: over 61 million'],
    ['netizens', '2022-06', 'value', 1_052_000_000, '1.051 billion', '1.052 billion'],
    ['netizens', '2023-12', 'paragraph', '4, 5', 'paragraph: [4, 5, 14]', 'paragraph: [4, 5]'],
  ])('%s %s, %s: %s', async (indicator, period, column, value, from, to) => {
    const { changes } = await edited((sheet) => setCell(sheet, getCell(sheet, indicator, period, column), value))
    expect(changes).toHaveLength(1)
    const [before, after] = changes[0]?.split(' → ') ?? []
    expect(before).toContain(from)
    expect(after).toContain(to)
  })

  it('takes a value as people write it', async () => {
    const { changes } = await edited((sheet) =>
      setCell(sheet, getCell(sheet, 'netizens', '2023-12', 'by'), 'about 24.8 million'),
    )
    expect(changes[0]).toMatch(/by: 24.8 million → +by: about 24.8 million$/)
  })

  it('adds a new row beside the indicator’s others', async () => {
    const { said, changes } = await edited((sheet) => {
      sheet.rows.push(['penetration', '', '2021-12', '73.0%', '', '', '', '', '', 'earlier'])
    }, historyReport)
    expect(said).toContain('observations: 1 added; in data/history.csv')
    expect(changes).toEqual(['data/history.csv: 1 lines more'])
  })

  it('keeps an observation whose row was deleted, and says so', async () => {
    const { said, changes } = await edited((sheet) => {
      const [row] = getCell(sheet, 'netizens', '2022-06', 'value')
      sheet.rows[row] = []
      for (const key of [...(sheet.cells?.keys() ?? [])]) if (key.startsWith(`${row},`)) sheet.cells?.delete(key)
    }, historyReport)
    expect(said).toContain('data/history.csv:2:1: warning: in no row, and kept: netizens in 2022-06')
    expect(changes).toEqual([])
  })

  it.each(['es', 'fr', 'de'])('takes decimal commas where the report writes them, in %s', async (language) => {
    const folder = historyReport()
    edit(folder, 'data/report.yaml', 'language: en', `language: ${language}`)
    edit(folder, 'data/report.yaml', '{ en: Internet Development in China }', 'Internet')
    edit(folder, 'data/report.yaml', 'en: Briefing', `${language}: Briefing`)
    edit(folder, 'data/figures.yaml', 'value: 76.4%', "value: '76,4 %'")
    edit(folder, 'data/figures.yaml', 'value: 1.044 billion', "value: '1.044,0 Mio.'")
    expect(await run(runExport, folder, 'xlsx')).not.toContain('error')
    expect(await run(runImport, folder, 'xlsx')).toContain('nothing differs')
    await editWorkbook(folder, (sheet) =>
      setCell(sheet, getCell(sheet, 'penetration', '2023-06', 'value'), '76,5 %', '@'),
    )
    expect(await run(runImport, folder, 'xlsx')).toContain('1 changed')
    expect(readFileSync(join(folder, 'data/figures.yaml'), 'utf8')).toContain('76,5 %')
  })

  it.each<[string, (sheet: Sheet, workbook: Workbook) => void, string]>([
    [
      'a number stored as text',
      (sheet) => setCell(sheet, getCell(sheet, 'netizens', '2023-06', 'value'), '1080000000'),
      'error: Figures!D2: a number stored as text: 1080000000',
    ],
    [
      'a number without the scale that its cell shows',
      (sheet) => setCell(sheet, getCell(sheet, 'netizens', '2023-06', 'value'), 1.08),
      'error: Figures!D2: a number too small for how it is printed: 1.08\n  hint: type 1.08 billion, or all its digits',
    ],
    [
      'a comma as decimal sign',
      (sheet) => setCell(sheet, getCell(sheet, 'penetration', '2023-06', 'value'), '76,4%'),
      'error: Figures!D3: a comma as decimal sign: 76,4%\n  hint: write 76.4%',
    ],
    [
      'a date made of 1.10',
      (sheet) =>
        setCell(sheet, getCell(sheet, 'netizens', '2023-06', 'value'), new Date('2023-10-01T00:00:00Z'), 'dd.mm.yyyy'),
      'error: Figures!D2: a date, 2023-10-01, that the spreadsheet made of what was typed',
    ],
    [
      'a date made of a period',
      (sheet) => setCell(sheet, getCell(sheet, 'netizens', '2023-06', 'period'), 'Jun-23'),
      'error: Figures!C2: a date that the spreadsheet made of a period: Jun-23',
    ],
    [
      'merged cells',
      (sheet) => {
        sheet.merges = [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }]
      },
      'error: Figures!C2:C3: merged cells',
    ],
    [
      'hidden rows',
      (sheet) => {
        sheet.rowDefs = new Map([[2, { hidden: true }]])
      },
      'warning: Figures: hidden rows are read like the others: 3',
    ],
    [
      'a missing sheet',
      (sheet) => {
        sheet.name = 'Tabelle1'
      },
      'error: no sheet named Figures: there is Tabelle1, Derived, Sources, Indicators',
    ],
    [
      'an unknown indicator',
      (sheet) => setCell(sheet, [1, 0], 'netizen'),
      'error: Figures!A2: unknown indicator: netizen\n  hint: did you mean netizens?',
    ],
    [
      'an unknown column',
      (sheet) => setCell(sheet, [0, 3], 'valu'),
      'error: Figures!D1: unknown column: valu\n  hint: did you mean value?',
    ],
    [
      'a number in another format',
      (sheet) => setCell(sheet, getCell(sheet, 'penetration', '2023-06', 'value'), 0.77, '0.00E+00'),
      'error: Figures!D3: a number whose format does not say how it is printed: 0.77 (0.00E+00)',
    ],
    [
      'a wrong unit',
      (sheet) => setCell(sheet, getCell(sheet, 'penetration', '2023-06', 'value'), '76.5 pp'),
      'error: Figures!D3: wrong unit: pp',
    ],
    [
      'figures that contradict others',
      (sheet) => setCell(sheet, getCell(sheet, 'netizens', '2023-06', 'value'), 1_179_000_000),
      'Figures!D2: contradiction',
    ],
    [
      'figures that contradict those of another line',
      (sheet) => setCell(sheet, getCell(sheet, 'netizens', '2022-12', 'value'), 1_167_000_000),
      'data/figures.yaml:11:39: error: Figures!D6: contradiction: netizens@2023-06 - netizens@2022-12',
    ],
    [
      'an unknown source',
      (sheet) => setCell(sheet, getCell(sheet, 'netizens', '2023-06', 'source'), 'cnnic'),
      'Figures!J2: unknown source: cnnic',
    ],
  ])('tells %s, and leaves the dataset alone', async (_, change, message) => {
    const { said, changes } = await edited(change, historyReport)
    expect(said).toContain(message)
    expect(changes).toEqual([])
  })

  it.each([
    ['what is no workbook', Buffer.from('indicator,period'), 'not a zip archive'],
    [
      'one with a password',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'it has a password, or is in the older format .xls',
    ],
    ['a zip bomb, unpacked', bomb, 'would unpack to 40 MB, as a zip bomb does'],
    ['one that hides its size', hideSize(bomb), 'damaged: xl/workbook.xml cannot be unpacked'],
  ])('refuses %s', async (_, bytes, why) => {
    const folder = historyReport()
    writeFileSync(join(folder, 'figures.xlsx'), bytes)
    expect(await run(runImport, folder, 'xlsx')).toContain(`error: not an Excel workbook: figures.xlsx: ${why}`)
  })

  it('takes nothing into a dataset of which a file cannot be read', async () => {
    const folder = historyReport()
    writeFileSync(join(folder, 'figures.csv'), 'indicator,period,value\n')
    writeFileSync(join(folder, 'data/more.csv'), Uint8Array.of(0x69, 0xff, 0x0a))
    expect(await run(runImport, folder, 'csv')).toContain('data/more.csv:1:2: error: not UTF-8')
  })

  it('refuses a formula where a figure is typed', async () => {
    const folder = historyReport()
    const cells = new Map([['1,2', { value: 1, type: 'formula' as const, formula: '1+1', formulaResult: 2 }]])
    const rows = [
      ['indicator', 'period', 'value'],
      ['netizens', '2023-06', 2],
    ]
    writeFileSync(join(folder, 'figures.xlsx'), await writeXlsx({ sheets: [{ name: 'Figures', rows, cells }] }))
    expect(await run(runImport, folder, 'xlsx')).toContain('error: Figures!C2: a formula')
  })
})

it('is not made larger than import reads', async () => {
  const folder = largeReport()
  const note = 'x'.repeat(390_000)
  const row = (year: number) => `netizens,${year},1 million,cnnic-53,1,${note}`
  for (const start of [1900, 1910, 1920, 1930, 1940, 1950, 1960]) {
    const rows = Array.from({ length: 10 }, (_, index) => row(start + index))
    writeFileSync(
      join(folder, `data/notes-${start}.csv`),
      `indicator,period,value,source,paragraph,note\n${rows.join('\n')}\n`,
    )
  }
  expect(await run(runExport, folder, 'csv')).toMatch(
    /error: too large to be imported again: \S+figures\.csv has \d+\.\d MB, more than 50\.0 MB\n/,
  )
  expect(readdirSync(folder)).not.toContain('figures.csv')
})

describe.each(['xlsx', 'csv'] as const)('an older export (%s)', (format) => {
  /** Exports, edits the table as given, edits the dataset behind its back, and imports. */
  async function importOlder(
    cells: Record<string, string>,
    dataset: readonly (readonly [from: string, to: string])[],
    options: Partial<ImportOrder> = {},
  ) {
    const folder = historyReport()
    await run(runExport, folder, format)
    await editTable(folder, format, cells)
    const path = join(folder, 'data/figures.yaml')
    const edited = dataset.reduce((text, [from, to]) => text.replace(from, to), readFileSync(path, 'utf8'))
    writeFileSync(path, edited)
    const before = readDatasetTexts(folder)
    const said = await run(runImport, folder, format, options)
    return { said, changes: differences(before, folder) }
  }

  const cell = (column: string) => (format === 'xlsx' ? `Figures!${column}2: ` : '')
  const newer = ['value: 1.079 billion', 'value: 1.078 billion'] as const

  it('leaves newer edits of the dataset alone', async () => {
    const { said, changes } = await importOlder({}, [newer])
    expect(said).toBe('nothing differs\n')
    expect(changes).toEqual([])
  })

  it('takes what was edited in it, beside newer edits, and says what it wrote', async () => {
    const { said, changes } = await importOlder({ note: 'from the preface' }, [newer])
    expect(changes).toEqual(['data/figures.yaml: 1 lines more'])
    expect(said).toContain('observations: 1 changed; in data/figures.yaml\n')
    expect(said).toContain('data/figures.yaml:12: netizens in 2023-06: note (none) → from the preface\n')
  })

  it('stops where both were edited, with both values and what it was, and writes nothing', async () => {
    const { said, changes } = await importOlder({ value: '1.0782 billion', note: 'from the preface' }, [newer])
    expect(said).toContain(
      `error: ${cell('D')}value of netizens in 2023-06: 1.0782 billion here, 1.078 billion in data/figures.yaml:9; 1.079 billion before\n`,
    )
    expect(said).toContain('the dataset is as it was; --prefer sheet takes what came in for these')
    expect(changes).toEqual([])
  })

  it('stops where one changed the number, and the other its source', async () => {
    const { said, changes } = await importOlder({ value: '1.0782 billion' }, [['source: cnnic-52', 'source: earlier']])
    expect(said).toContain(
      `${cell('D')}value of netizens in 2023-06: changed here from 1.079 billion to 1.0782 billion, while data/figures.yaml:10 changed source from cnnic-52 to earlier`,
    )
    expect(changes).toEqual([])
  })

  it('takes the side that is preferred', async () => {
    const edits = { value: '1.0782 billion', note: 'from the preface' }
    const sheet = await importOlder(edits, [newer], { prefer: 'sheet' })
    expect(sheet.said).toContain('data/figures.yaml:9: netizens in 2023-06: value 1.078 billion → 1.0782 billion\n')
    const dataset = await importOlder(edits, [newer], { prefer: 'dataset' })
    expect(dataset.said).not.toContain('value')
    expect(dataset.said).toContain('note (none) → from the preface')
  })

  it('is content where both made the same edit', async () => {
    const { said } = await importOlder({ value: '1.078 billion' }, [newer])
    expect(said).toBe('nothing differs\n')
  })

  it('may stay open: what it was when last imported counts, not when exported', async () => {
    const folder = historyReport()
    await run(runExport, folder, format)
    await editTable(folder, format, { value: '1.0782 billion' })
    await run(runImport, folder, format)
    // Another edit of the same figure, and one that takes the first back.
    await editTable(folder, format, { value: '1.0783 billion' })
    expect(await run(runImport, folder, format)).toContain('value 1.0782 billion → 1.0783 billion')
    await editTable(folder, format, { value: '1.079 billion' })
    expect(await run(runImport, folder, format)).toContain('value 1.0783 billion → 1.079 billion')
    // Since then the dataset was edited, and the table was not.
    const path = join(folder, 'data/figures.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(...newer))
    expect(await run(runImport, folder, format)).toBe('nothing differs\n')
    await editTable(folder, format, { value: '1.0784 billion' })
    expect(await run(runImport, folder, format)).toContain(
      '1.0784 billion here, 1.078 billion in data/figures.yaml:9; 1.079 billion before',
    )
  })

  it('neither brings back what was taken out since, nor loses an edit of it', async () => {
    const gone = ['      - { period: 2023-06, value: 76.4%, source: cnnic-52 }', '      []'] as const
    const { said, changes } = await importOlder({}, [gone])
    expect(said).toContain('warning: ')
    expect(said).toContain('no longer in the dataset, and left out: penetration in 2023-06')
    expect(changes).toEqual([])
  })

  it.each([
    [(row: string) => row, 'warning: figures.csv:5: the same row as figures.csv:2: '],
    [(row: string) => row.replace('1.079', '1.078'), 'error: figures.csv:5: the same figure as figures.csv:2: '],
  ])('tells a row that stands twice', async (change, message) => {
    const folder = historyReport()
    await run(runExport, folder, 'csv')
    const path = join(folder, 'figures.csv')
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    writeFileSync(path, `${[...lines.slice(0, 4), change(lines[1] ?? ''), ...lines.slice(4)].join('\n')}\n`)
    const said = await run(runImport, folder, 'csv')
    expect(said).toContain(message)
    expect(said).not.toContain('no longer in the dataset')
  })

  it('says what it would write, and writes nothing, in a dry run', async () => {
    const { said, changes } = await importOlder({ value: '1.0782 billion' }, [], { isDryRun: true })
    expect(said).toContain('a dry run: nothing is written')
    expect(said).toContain('data/figures.yaml:9: netizens in 2023-06: value 1.079 billion → 1.0782 billion')
    expect(changes).toEqual([])
  })
})

describe('a CSV file that a spreadsheet saved', () => {
  it.each([
    [
      'semicolons',
      (text: string) => text.replaceAll(',', ';'),
      'figures.csv:1:1: error: its fields are parted by semicolons',
    ],
    [
      'dates',
      (text: string) => text.replace('2023-06', 'Jun-23'),
      'figures.csv:2:10: error: a date that the spreadsheet made of a period: Jun-23',
    ],
    [
      'a missing period',
      (text: string) => text.replace('netizens,2023-06', 'netizens,'),
      'error: unknown form of period: nothing',
    ],
  ])('is told of %s', async (_, change, message) => {
    const folder = historyReport()
    await run(runExport, folder, 'csv')
    const path = join(folder, 'figures.csv')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    expect(await run(runImport, folder, 'csv')).toContain(message)
  })
})

it('keeps numbers that a spreadsheet has saved in another form', async () => {
  const folder = historyReport()
  await run(runExport, folder, 'csv')
  const path = join(folder, 'figures.csv')
  // What is edited in such a row is taken all the same.
  const saved = readFileSync(path, 'utf8')
    .replace('2023-06,76.4%,,,,,,cnnic-52', '2023-06,76.40%,,,,,,earlier')
    .replace(',75.6%,', ',75.60%,')
  writeFileSync(path, saved)
  const said = await run(runImport, folder, 'csv')
  expect(said).toContain(
    'figures.csv:1:1: warning: a spreadsheet has written numbers in another form; they are kept as they were: penetration in 2023-06 and 1 more',
  )
  expect(said).toContain('observations: 1 changed')
  expect(said).toContain('penetration in 2023-06: source cnnic-52 → earlier')
  expect(readFileSync(join(folder, 'data/figures.yaml'), 'utf8')).toContain('value: 76.4%, source: earlier')
})

describe('a table that does not say what it was', () => {
  it.each([
    [
      undefined,
      'value of penetration in 2023-06: 76.5% here, 76.4% in data/figures.yaml:17; the file does not say which is newer',
    ],
    ['sheet', 'penetration in 2023-06: value 76.4% → 76.5%'],
    ['dataset', 'nothing differs'],
  ] as const)('is asked about each difference (%s)', async (prefer, message) => {
    const folder = historyReport()
    writeFileSync(join(folder, 'figures.csv'), 'indicator,period,value\npenetration,2023-06,76.5%\n')
    expect(await run(runImport, folder, 'csv', { prefer })).toContain(message)
  })

  it('adds what is new', async () => {
    const folder = historyReport()
    writeFileSync(join(folder, 'figures.csv'), 'indicator,period,value,source\npenetration,2021-12,73.0%,earlier\n')
    expect(await run(runImport, folder, 'csv')).toContain('penetration in 2021-12: added: value 73.0%, source earlier')
  })
})

describe('a table exported before a figure was written', () => {
  it.each(['xlsx', 'csv'] as const)('does not empty it (%s)', async (format) => {
    const folder = historyReport()
    const log = createLog('text', { write: () => {} }, {})
    runEdition({ folder, edition: 53, period: undefined, comparison: '2022-12', released: '2024-03-22' }, log)
    await run(runExport, folder, format)
    const path = join(folder, 'data/history.csv')
    writeFileSync(path, `${readFileSync(path, 'utf8')}penetration,2023-12,77.5%,earlier\n`)
    const before = readDatasetTexts(folder)
    expect(await run(runImport, folder, format)).toBe('nothing differs\n')
    expect(differences(before, folder)).toEqual([])
  })
})

describe('text', () => {
  const noted = (note: string): string => {
    const folder = historyReport()
    const path = join(folder, 'data/history.csv')
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    const quoted = `"${note.replaceAll('"', '""')}"`
    writeFileSync(
      path,
      `${lines.map((line, index) => `${line},${index === 0 ? 'note' : index === 1 ? quoted : ''}`).join('\n')}\n`,
    )
    return folder
  }

  it.each(['=HYPERLINK("http://example.org")', '+1', '@SUM(A1)', '-2', "'quoted"])(
    'is never a formula: %s',
    async (note) => {
      const folder = noted(note)
      const before = readDatasetTexts(folder)
      await run(runExport, folder, 'xlsx')
      const { sheets } = await openXlsx(readFileSync(join(folder, 'figures.xlsx')), { readStyles: true })
      expect([...(sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([])
      await run(runImport, folder, 'xlsx')
      await run(runExport, folder, 'csv')
      expect(readFileSync(join(folder, 'figures.csv'), 'utf8')).not.toMatch(/(^|,)"?[=+@-]/m)
      await run(runImport, folder, 'csv')
      expect(readDatasetTexts(folder)).toEqual(before)
    },
  )
})

describe('a new edition filled in', () => {
  it('has the rows to fill in first, their cells shaded', async () => {
    const folder = historyReport()
    const log = createLog('text', { write: () => {} }, {})
    runEdition({ folder, edition: 53, period: undefined, comparison: '2022-12', released: '2024-03-22' }, log)
    await run(runExport, folder, 'xlsx')
    const { sheets } = await openXlsx(readFileSync(join(folder, 'figures.xlsx')), { readStyles: true })
    const [sheet] = sheets
    expect(sheet?.rows.slice(1, 4).map((row) => row.slice(0, 5))).toEqual([
      ['netizens', 'Netizens', '2023-12', null, '2022-12'],
      ['penetration', 'Internet penetration rate', '2023-12', null, null],
      ['video-users', 'Online video users', '2023-12', null, null],
    ])
    const shaded = [...(sheet?.cells ?? [])].filter(([key, { style }]) => !key.startsWith('0,') && style?.fill)
    // The values, and the change of the one whose change was stated before.
    expect(shaded.map(([key]) => key).sort()).toEqual(['1,3', '1,5', '2,3', '3,3'])
  })

  it('takes whole numbers that are typed into its empty rows, whose cells are text', async () => {
    const folder = historyReport()
    const log = createLog('text', { write: () => {} }, {})
    runEdition({ folder, edition: 53, period: undefined, comparison: '2022-12', released: '2024-03-22' }, log)
    await run(runExport, folder, 'xlsx')
    await editWorkbook(folder, (sheet) => {
      setCell(sheet, getCell(sheet, 'video-users', '2023-12', 'value'), '1,067,000,000', '@')
      setCell(sheet, getCell(sheet, 'video-users', '2023-12', 'source'), 'cnnic-52')
    })
    expect(await run(runImport, folder, 'xlsx')).toContain('added: value 1,067,000,000, source cnnic-52')
  })

  it('takes decimals there where the indicator has such, and asks for the scale where it has none', async () => {
    const folder = historyReport()
    writeFileSync(
      join(folder, 'data/age.yaml'),
      `indicators:
  age: { label: Mean age, unit: people, type: ratio, observations: [{ period: 2023-06, value: 8.4, source: cnnic-52 }] }
`,
    )
    const log = createLog('text', { write: () => {} }, {})
    runEdition({ folder, edition: 53, period: undefined, comparison: '2022-12', released: '2024-03-22' }, log)
    await run(runExport, folder, 'xlsx')
    const fill = (indicator: string, text: string) =>
      editWorkbook(folder, (sheet) => {
        setCell(sheet, getCell(sheet, indicator, '2023-12', 'value'), text, '@')
        setCell(sheet, getCell(sheet, indicator, '2023-12', 'source'), 'cnnic-52')
      })
    await fill('age', '8.6')
    expect(await run(runImport, folder, 'xlsx')).toContain('added: value 8.6, source cnnic-52')
    await fill('video-users', '1.067')
    expect(await run(runImport, folder, 'xlsx')).toContain('a number stored as text: 1.067')
  })

  it('has a row for each figure to write, and takes them one by one', async () => {
    const folder = historyReport()
    const log = createLog('text', { write: () => {} }, {})
    const dates = { period: undefined, comparison: '2022-12', released: '2024-03-22' }
    runEdition({ folder, edition: 53, ...dates }, log)
    await run(runExport, folder, 'xlsx')
    await editWorkbook(folder, (sheet) => {
      setCell(sheet, getCell(sheet, 'netizens', '2023-12', 'value'), '1.092 billion')
      setCell(sheet, getCell(sheet, 'netizens', '2023-12', 'source'), 'cnnic-52')
    })
    expect(await run(runImport, folder, 'xlsx')).toBe(
      'observations: 1 added; in data/figures.yaml\ndata/figures.yaml:7: netizens in 2023-12: added: value 1.092 billion, source cnnic-52\n',
    )
    expect(readFileSync(join(folder, 'data/figures.yaml'), 'utf8')).toContain(
      '    observations:\n      - period: 2023-12\n        value: 1.092 billion\n        source: cnnic-52\n      # Stated',
    )
  })
})
