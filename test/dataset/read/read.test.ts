import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readDataset } from '../../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { figures, read, report, troubles } from '../example.ts'

const csv = 'indicator,period,value,source,note\nusers,2021-12,"404,000,000",paper,"A note,\nof two lines"\n'

it('reads the example without a trouble', () => {
  const { value, diagnostics } = read({ 'figures.yaml': figures })
  expect(diagnostics).toEqual([])
  expect([...(value?.observations.keys() ?? [])]).toEqual([
    'users@2022-12',
    'users@2023-12',
    'users.change@2023-12',
    'users.rate@2023-12',
    'share@2023-12',
  ])
  expect(value?.report).toMatchObject({ id: 'example', title: { en: 'Example' }, period: '2023-12', language: 'en' })
  expect([...(value?.units.keys() ?? [])]).toEqual(['percent', 'percentage-points', 'people', 'yuan'])
})

it('keeps what is known of a figure', () => {
  const { value } = read({ 'figures.yaml': figures })
  const users = value?.observations.get('users@2023-12')
  expect(users).toMatchObject({
    indicator: 'users',
    measure: 'value',
    period: '2023-12',
    status: 'stated',
    statement: { source: 'paper', paragraphs: [], printed: '509 million' },
    inputs: [],
    place: { file: 'data/figures.yaml', line: 8, column: 16 },
  })
  expect(value?.observations.get('users.rate@2023-12')).toMatchObject({ since: '2022-12', basis: 'published' })
})

describe('what a change inherits', () => {
  const stated = (change: string) =>
    read({
      'figures.yaml': figures
        .replace('        source: paper\n', '        source: paper\n        paragraph: 4\n        speaker: ann\n')
        .replace('{ since: 2022-12, by: 86.29 million, rate: 20.4% }', change),
    }).value?.observations.get('users.change@2023-12')

  it('is source, paragraph and speaker of its observation', () => {
    expect(stated('{ since: 2022-12, by: 86.29 million }')?.statement).toEqual({
      source: 'paper',
      paragraphs: [4],
      speaker: 'ann',
      areInherited: true,
      printed: '86.29 million',
    })
  })
  it('is not what it says itself', () => {
    const change = stated(
      '{ since: not stated, by: over 86 million, paragraph: [5, 6], printed: { by: more than 86 million } }',
    )
    expect(change).toMatchObject({
      since: null,
      quantity: { qualifier: 'over' },
      statement: { source: 'paper', paragraphs: [5, 6], speaker: 'ann', printed: 'more than 86 million' },
    })
  })
})

describe('what is accepted', () => {
  it.each([
    ['a byte order mark', { 'figures.yaml': `\ufeff${figures}`, 'more.csv': `\ufeff${csv}` }],
    ['CRLF', { 'figures.yaml': figures.replaceAll('\n', '\r\n'), 'more.csv': csv.replaceAll('\n', '\r\n') }],
    ['no newline at the end', { 'figures.yaml': figures.trimEnd(), 'more.csv': csv.trimEnd() }],
    [
      'blank lines and spaces',
      {
        'figures.yaml': `\n\n# figures\n${figures}\n \n`,
        'more.csv': `${csv.replace('users,2021-12', ' users , 2021-12 ')}\n\n`,
      },
    ],
    [
      'anchors',
      { 'figures.yaml': figures.replace('label: Users', 'label: &name Users').replace('label: Share', 'label: *name') },
    ],
    [
      'numbers without quotes',
      {
        'figures.yaml': `${figures}      - { period: 2022, value: 77%, source: paper }\n`.replace(
          '509 million',
          '509000000',
        ),
      },
    ],
    [
      'a rate above 100%',
      { 'figures.yaml': figures.replace('77.5%', '109.8%').replace('label: Share', 'label: Growth') },
    ],
    [
      'texts by language',
      { 'figures.yaml': figures.replace('label: Users', 'label: { en: Users, zh: 用户, zh-Hant: 用戶 }') },
    ],
  ])('%s', (_, files) => {
    expect(troubles(files)).toBe('')
    expect(read(files).value?.indicators.get('users')?.label.en).toBe('Users')
  })

  it('a number keeps the digits that are printed', () => {
    const { value } = read({ 'figures.yaml': figures.replace('509 million', '509000000.50') })
    expect(value?.observations.get('users@2023-12')?.quantity.precision).toBe(-2)
  })

  it('a quoted field, and the place of a fault in it', () => {
    const { diagnostics } = read({
      'figures.yaml': figures,
      'more.csv': 'indicator,period,value,source\nusers,2021-12,"404 milions",paper\n',
    })
    expect(diagnostics.map(({ place }) => place)).toEqual([{ file: 'data/more.csv', line: 2, column: 20 }])
  })

  it('a field of two lines, and the place of the one after it', () => {
    const { value } = read({ 'figures.yaml': figures, 'more.csv': `${csv}users,2020-12,five,paper,\n` })
    expect(value).toBeUndefined()
    const { diagnostics } = read({ 'figures.yaml': figures, 'more.csv': `${csv}users,2020-12,five,paper,\n` })
    expect(diagnostics.map(({ place }) => place)).toEqual([{ file: 'data/more.csv', line: 4, column: 15 }])
    const note = read({ 'figures.yaml': figures, 'more.csv': csv }).value?.observations.get('users@2021-12')?.note
    expect(note).toEqual({ en: 'A note,\nof two lines' })
  })
})

describe('readDataset', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  function createFolder(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
    folders.push(folder)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return folder
  }

  const printed = (folder: string) => readDataset(folder).diagnostics.map(formatDiagnostic).join('\n')

  it('reads all YAML and CSV files below data/, but not the sources', () => {
    const folder = createFolder({
      'data/report.yaml': report,
      'data/figures.yaml': figures,
      'data/history/more.csv': csv,
      'data/sources/notes.yaml': 'not: [read',
      'data/README.md': '# Figures',
    })
    const { value, diagnostics } = readDataset(folder)
    expect(diagnostics).toEqual([])
    expect(value?.observations.has('users@2021-12')).toBe(true)
  })

  it('says that there is no data', () => {
    expect(printed(createFolder({ 'README.md': '' }))).toMatch(
      /^data:1:1: error: no such folder: data\n {2}hint: run this/,
    )
  })

  it('does not read a file of 50 MB', () => {
    const folder = createFolder({ 'data/report.yaml': report, 'data/figures.yaml': figures, 'data/large.csv': '' })
    truncateSync(join(folder, 'data/large.csv'), 50_000_000)
    expect(printed(folder)).toBe(`data/large.csv:1:1: error: file is too large: 50.0 MB
  expected: at most 16 MB
  hint: keep the figures that the report tells, and leave the raw data elsewhere`)
  })

  it('tells thousands of faults, and what follows from none of them', () => {
    const faulty = Array.from({ length: 5000 }, (_, at) => `  i${at}: { label: L, unit: people, type: stok }\n`)
    const folder = createFolder({
      'data/report.yaml': report,
      'data/figures.yaml': figures,
      'data/more.yaml': `indicators:\n${faulty.join('')}`,
      'data/lists.yaml': 'lists:\n  all: [i7, i8]\n',
    })
    const { value, diagnostics } = readDataset(folder)
    expect(value).toBeUndefined()
    expect(diagnostics).toHaveLength(5000)
    expect(diagnostics.at(-1)).toMatchObject({ message: 'unknown type: stok', place: { line: 5001, column: 42 } })
  })

  it('names a file that cannot be read, and reads the others', () => {
    const folder = createFolder({
      'data/report.yaml': report,
      'data/figures.yaml': figures.replace('509 million', 'many'),
    })
    symlinkSync('nowhere', join(folder, 'data/lost.yaml'))
    expect(readDataset(folder).value).toBeUndefined()
    expect(printed(folder)).toMatch(
      /^data\/lost.yaml:1:1: error: cannot be read: data\/lost.yaml \(no such file\)\ndata\/figures.yaml:8:16/,
    )
  })
})
