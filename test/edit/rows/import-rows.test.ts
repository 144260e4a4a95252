import { describe, expect, it } from 'vitest'
import { rowColumns } from '../../../src/dataset/read/rows.ts'
import { importRows } from '../../../src/edit/rows/import-rows.ts'
import { type ObservationRow, toRow } from '../../../src/edit/rows/observation-row.ts'
import { writtenItems } from '../../../src/edit/rows/written-items.ts'

const place = { file: 'figures.csv', line: 1, column: 1 }

/** The text of a file after an observation came in; the first of the file's own with changes, or a new one. */
function imported(file: string, text: string, change: (rows: ObservationRow[]) => ObservationRow[]): string {
  const texts = new Map([[file, text]])
  const rows = change(writtenItems(texts, 'en').map(({ row }) => row))
  const incoming = rows.map((row) => ({ row, place, columns: rowColumns, name: 'row', cell: () => ({ place }) }))
  return importRows({ rows: incoming }, texts, { language: 'en', prefer: 'sheet' }).value?.texts.get(file) ?? text
}

function changed(text: string, fields: Partial<ObservationRow>): string {
  return imported('data/figures.yaml', text, ([first, ...rest]) => [{ ...(first ?? toRow({})), ...fields }, ...rest])
}

const yaml = (observation: string) => `indicators:
  users: # who use it
    observations:
${observation}
    note: after
`

const block = yaml(`      # Stated twice.
      - period: 2023-12
        value: 509 million # as printed
        source: 'paper'
        change:
          since: 2022-12
          by: 86.29 million`)

const flow = yaml('      - { period: 2023-12, value: 509 million, source: paper }')

describe('importRows', () => {
  it('changes a value in its place, with its comment and quotes', () => {
    expect(changed(block, { value: '510 million', source: 'other' })).toBe(
      block.replace('509 million', '510 million').replace("'paper'", "'other'"),
    )
    expect(changed(flow, { value: '510 million' })).toBe(flow.replace('509', '510'))
  })

  it('quotes what YAML would read otherwise', () => {
    expect(changed(flow, { value: '961,000' })).toBe(flow.replace('509 million', "'961,000'"))
    expect(changed(block, { value: '961,000' })).toBe(block.replace('509 million', '961,000'))
    expect(changed(block, { printed: 'yes: no' })).toContain("        printed: 'yes: no'\n")
  })

  it('adds a field after the observation’s others', () => {
    expect(changed(block, { paragraph: '4, 5' })).toBe(
      block.replace("source: 'paper'", "source: 'paper'\n        paragraph: [4, 5]"),
    )
    expect(changed(flow, { status: 'provisional' })).toBe(flow.replace('paper }', 'paper, status: provisional }'))
  })

  it('adds a change where there was none, and takes it out where it is gone', () => {
    expect(changed(flow, { since: '2022-12', by: '86.29 million' })).toBe(
      flow.replace('paper }', 'paper, change: { since: 2022-12, by: 86.29 million } }'),
    )
    expect(changed(block, { since: '', by: '' })).toBe(
      block.replace('        change:\n          since: 2022-12\n          by: 86.29 million\n', ''),
    )
  })

  it('takes a field out', () => {
    expect(changed(block, { source: '' })).toBe(block.replace("        source: 'paper'\n", ''))
    expect(changed(flow, { source: '' })).toBe(flow.replace(', source: paper', ''))
  })

  it('adds an observation above the others, in their style', () => {
    const fresh = toRow({
      indicator: 'users',
      period: '2024-06',
      value: '520 million',
      source: 'paper',
      since: '2023-06',
      by: '9 million',
    })
    expect(imported('data/figures.yaml', block, (rows) => [...rows, fresh])).toBe(
      block.replace(
        '    observations:\n',
        '    observations:\n      - period: 2024-06\n        value: 520 million\n        source: paper\n        change:\n          since: 2023-06\n          by: 9 million\n',
      ),
    )
    expect(imported('data/figures.yaml', flow, (rows) => [...rows, fresh])).toContain(
      '      - { period: 2024-06, value: 520 million, source: paper, change: { since: 2023-06, by: 9 million } }\n      - { period: 2023-12',
    )
  })

  it('adds the first observation of an indicator, in braces or not', () => {
    const fresh = toRow({ indicator: 'users', period: '2024-06', value: '520 million', source: 'paper' })
    const first = (text: string) => imported('data/figures.yaml', text, () => [fresh])
    expect(first('indicators:\n  users: { unit: people }\n')).toBe(
      'indicators:\n  users: { unit: people, observations: [{ period: 2024-06, value: 520 million, source: paper }] }\n',
    )
    expect(first('indicators:\n  users:\n    unit: people\n')).toBe(
      'indicators:\n  users:\n    unit: people\n    observations:\n      - period: 2024-06\n        value: 520 million\n        source: paper\n',
    )
  })

  it('keeps line ends', () => {
    const windows = block.replaceAll('\n', '\r\n')
    const fields = { paragraph: '4', value: '510 million' }
    expect(changed(windows, fields)).toBe(changed(block, fields).replaceAll('\n', '\r\n'))
  })

  it('changes fields of CSV, quoted where they must be', () => {
    const csv = 'indicator,period,value,source\nusers,2022-12,500 million,"a, b"\nusers,2023-12,509 million,paper\n'
    const change = (fields: Partial<ObservationRow>) =>
      imported('data/history.csv', csv, ([first = toRow({}), ...rest]) => [{ ...first, ...fields }, ...rest])
    expect(change({ value: '501 million' })).toBe(csv.replace('500', '501'))
    expect(change({ value: '501,000' })).toBe(csv.replace('500 million', '"501,000"'))
    expect(change({ source: 'paper' })).toBe(csv.replace('"a, b"', 'paper'))
  })

  it('adds a line of CSV in the order of time', () => {
    const csv =
      'indicator,period,value,source\nusers,2022-12,500 million,paper\nusers,2023-12,509 million,paper\nother,2023-12,1,paper\n'
    const add = (period: string) =>
      imported('data/history.csv', csv, (rows) => [
        ...rows,
        toRow({ indicator: 'users', period, value: '9 million', source: 'paper' }),
      ])
    expect(add('2024-12')).toBe(csv.replace('other', 'users,2024-12,9 million,paper\nother'))
    expect(add('2023-06')).toBe(csv.replace('users,2023-12', 'users,2023-06,9 million,paper\nusers,2023-12'))
  })
})
