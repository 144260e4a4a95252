import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bindChart } from '../../src/chart/bind/bind.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { writeNew } from '../../src/files/write-new.ts'
import { ejectChart } from '../../src/free-chart/eject-chart.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { fonts, theme } from '../chart/sample.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const starter = 'src/init/starter'

test('the spec of a chart by name is one that a report can bind', () => {
  const { value = '', diagnostics } = ejectChart('ranking list="branches"', starter, undefined)
  expect(diagnostics).toEqual([])
  const { value: dataset } = readDataset(starter)
  if (!dataset) throw new Error('the starter cannot be read')
  const input = { file: 'charts/branches.vl.json', text: value, dataset, locale: getLocale('en'), theme, fonts }
  const bound = bindChart({ ...input, medium: 'slide', folder: starter, now: 0 })
  expect(bound.diagnostics).toEqual([])
  expect(bound.value?.observations.map(({ key }) => key)).toContain('harbour-visits@2025')
})

test('a wrong name is told, and a file that is there is kept', () => {
  expect(ejectChart('rankin list="branches"', starter, undefined).diagnostics.map(formatDiagnostic)).toEqual([
    expect.stringMatching(/^<argument>:1:1: error: unknown chart: rankin\n.*\n {2}hint: did you mean ranking\?$/),
  ])
  const file = join(temporaryFolder(), 'branches.vl.json')
  expect(writeNew(file, '{}\n')).toEqual([])
  expect(writeNew(file, '[]\n').map(({ message }) => message)).toEqual([`already there: ${file}`])
  expect(readFileSync(file, 'utf8')).toBe('{}\n')
})
