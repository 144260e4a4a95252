import { expect, it } from 'vitest'
import { gatherMissing } from '../../../src/dataset/read/gather-missing.ts'
import type { Diagnostic } from '../../../src/diagnostic.ts'

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
      hint: 'they are asked for at data/checks.yaml:3, 4, 9; write them, or fill in a sheet: briefwright export figures.xlsx',
    },
  ])
})

it('leaves a single figure, and those of other periods, as they are', () => {
  const errors = [missing('visits', 3), missing('loans', 4, '2019')]
  expect(gatherMissing(errors, '2024')).toEqual(errors)
})
