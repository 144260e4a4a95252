import { expect, it } from 'vitest'
import { gatherMissing, joinMissing, joinUnknown } from '../../../src/dataset/read/gather-alike.ts'
import { type Diagnostic, formatDiagnostic } from '../../../src/diagnostic.ts'

const missing = (figure: string, line: number, period = '2024'): Diagnostic => ({
  severity: 'error',
  message: `no observation: ${figure} in ${period}`,
  place: { file: 'data/checks.yaml', line, column: 1 },
})

it('tells the figures that a period has not yet as one error, with all places that ask for them', () => {
  const other: Diagnostic = { severity: 'error', message: 'unknown unit: peple' }
  expect(gatherMissing([other, missing('visits', 3), missing('loans', 4), missing('visits', 9)], '2024')).toEqual([
    other,
    {
      ...missing('visits', 3),
      message: 'no figures of 2024 yet: visits, loans',
      hint: 'write them, or fill in a sheet: briefwright export figures.xlsx',
      also: [4, 9].map((line) => ({ file: 'data/checks.yaml', line, column: 1 })),
      missing: { period: '2024', figures: ['visits', 'loans'] },
    },
  ])
})

it('leaves a single figure, and those of other periods, as they are', () => {
  const errors = [missing('visits', 3), missing('loans', 4, '2019')]
  expect(gatherMissing(errors, '2024').map(formatDiagnostic)).toEqual(errors.map(formatDiagnostic))
})

it('makes what the documents of a report lack one list', () => {
  const deck = gatherMissing([missing('visits', 3), missing('loans', 4)], '2024')
  const briefing = gatherMissing([missing('loans', 12), missing('members', 13)], '2024')
  const told = joinMissing([...deck, ...briefing])
  expect(joinMissing(told)).toEqual(told)
  expect(told.map(formatDiagnostic)).toEqual([
    `data/checks.yaml:3:1: error: no figures of 2024 yet: visits, loans, members
  hint: write them, or fill in a sheet: briefwright export figures.xlsx
  also at: data/checks.yaml:4, 12, 13`,
  ])
})

it('tells a name that is unknown in many places once, and one in few at each', () => {
  const at = (line: number): Diagnostic => ({ ...missing('', line), message: 'unknown category: 16-34' })
  const few = [1, 2, 3].map(at)
  expect(joinUnknown(few)).toEqual(few)
  expect(joinUnknown([...few, at(4)])).toEqual([{ ...at(1), also: [2, 3, 4].map((line) => at(line).place) }])
})
