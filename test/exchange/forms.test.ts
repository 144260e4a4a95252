import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { toJsonSchema } from '../../src/command/editor/editor-file.ts'
import { createLog } from '../../src/console/log.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { runExport } from '../../src/exchange/run-export.ts'
import { runImport } from '../../src/exchange/run-import.ts'
import { runUpdate } from '../../src/feeds/run-update.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const figures = `indicators:
  users:
    label: { en: Users, zh: 用户 }
    unit: people
    type: stock
    observations:
      - period: 2023-12
        value: { en: 24.8 million, zh: 2480万 }
        source: s
        change: { since: 2022-12, by: { en: 1.2 million, zh: 120万 }, rate: { en: 5.1%, zh: 5.1% } }
  members: { label: { en: Members, zh: 会员 }, unit: people, type: stock }
`
const table = 'indicator,period,value,source\nmembers,2023-12,en: 14.8 million; zh: 1480万,s\n'

/** A report whose figures are printed in each language's own form, in YAML and in a table. */
function report(more = ''): string {
  return temporaryFolder({
    'data/report.yaml': `id: forms
title: { en: Users, zh: 用户 }
publisher: An office
geography: Norland
period: 2023-12
comparison: 2022-12
released: 2024-03-22
language: en
units: { people: { label: { en: people, zh: 人 } } }
sources: { s: { kind: primary, title: T, publisher: An office, cite: 'An office, T' } }
${more}`,
    'data/figures.yaml': figures,
    'data/members.csv': table,
  })
}

/** What a command says, line by line. */
async function said(run: (log: ReturnType<typeof createLog>) => unknown): Promise<string> {
  const lines: string[] = []
  await run(createLog('text', { write: (text) => lines.push(text) }, {}))
  return lines.join('')
}

const read = (folder: string, file = 'figures.yaml') => readFileSync(join(folder, 'data', file), 'utf8')

describe('printed forms by language', () => {
  it.each(['csv', 'xlsx'] as const)('come back from .%s as they went, and are edited there', async (format) => {
    const folder = report()
    const file = join(folder, `figures.${format}`)
    expect(await said((log) => runExport({ file, format, folder }, log))).not.toContain('error')
    expect(await said((log) => runImport({ file, format, folder }, log))).toContain('nothing differs')
    expect(read(folder)).toBe(figures)
    expect(read(folder, 'members.csv')).toBe(table)
  })

  it('are edited in a table, each under its language', async () => {
    const folder = report()
    const order = { file: join(folder, 'figures.csv'), format: 'csv' as const, folder }
    await said((log) => runExport(order, log))
    const edit = (from: RegExp, to: string) =>
      writeFileSync(order.file, readFileSync(order.file, 'utf8').replace(from, to))
    edit(/^users,2023-12,en: 24.8 million; zh: 2480万/m, 'users,2023-12,en: 24.9 million; zh: 2490万')
    expect(await said((log) => runImport(order, log))).toContain('1 changed')
    expect(read(folder)).toContain('value: { en: 24.9 million, zh: 2490万 }')
    edit(/zh: 2490万/, 'zh: 2580万')
    expect(await said((log) => runImport(order, log))).toContain(
      'figures.csv:2:15: error: contradiction: the forms are not of one number: 24.9 million, 2580万',
    )
  })

  it('travel as SDMX, and come into a report that lacks them', async () => {
    const folder = report('feeds:\n  - { csv: sdmx.csv, source: s }\n')
    await said((log) => runExport({ file: join(folder, 'sdmx.csv'), format: 'csv', folder, isSdmx: true }, log))
    expect(readFileSync(join(folder, 'sdmx.csv'), 'utf8')).toContain('users,value,2023-12,24.80,A,people,6')
    const log = await said((one) => runUpdate({ folder, mayRun: false, day: '2024-04-01' }, one))
    expect(log).toContain('nothing differs')
    expect(read(folder)).toBe(figures)

    writeFileSync(
      join(folder, 'data/figures.yaml'),
      figures.replace('{ en: 24.8 million, zh: 2480万 }', '24.7 million'),
    )
    expect(await said((one) => runUpdate({ folder, mayRun: false, day: '2024-04-01' }, one))).toContain('1 changed')
    expect(parse(read(folder)).indicators.users.observations[0].value).toEqual({ en: '24.8 million', zh: '2480万' })
  })

  it('are what the schema for editors knows', () => {
    const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(toJsonSchema('figures'))
    expect([validate(parse(figures)), validate.errors]).toEqual([true, null])
    expect(validate(parse(figures.replace('{ en: 24.8 million, zh: 2480万 }', '[24.8 million]')))).toBe(false)
  })

  it.each([
    ['{ en: 24.8 million, zh: 2580万 }', 'contradiction: the forms are not of one number: 24.8 million, 2580万'],
    ['{ en: 24.8 million, english: 2480万 }', 'not a name: english'],
    ['{ en: twenty, zh: 2480万 }', 'not a number: twenty'],
    ['{ en: 24.8 million, zh: 24.8% }', 'wrong unit: %'],
    ['{}', 'no form in any language: {}'],
    ['[24.8 million]', 'not right for value: a list'],
  ])('%s is an error at its place, with what is expected', (value, message) => {
    const folder = report()
    writeFileSync(join(folder, 'data/figures.yaml'), figures.replace('{ en: 24.8 million, zh: 2480万 }', value))
    const [first = ''] = readDataset(folder).diagnostics.map(formatDiagnostic)
    expect(first).toMatch(/^data\/figures\.yaml:8:\d+: error: /)
    expect(first).toContain(message)
    if (!message.startsWith('contradiction')) expect(first).toContain('expected: ')
  })
})
