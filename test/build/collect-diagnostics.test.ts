import { expect, test } from 'vitest'
import { collectDiagnostics } from '../../src/build/collect-diagnostics.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'

const at = (severity: Diagnostic['severity'], message: string, line = 1): Diagnostic => ({
  ...{ severity, message },
  place: { file: 'a.vl.json', line, column: 1 },
})

test('what two stages meet alike is told once, as an error where it is one to either', () => {
  const { note, outcome } = collectDiagnostics()
  expect(note({ value: 1, diagnostics: [at('warning', 'odd'), at('warning', 'rare')] })).toBe(1)
  expect(outcome(2).value).toBe(2)
  note({ value: 3, diagnostics: [at('error', 'odd'), at('warning', 'odd'), at('warning', 'rare', 2)] })
  expect(outcome(4)).toEqual({
    value: undefined,
    diagnostics: [at('error', 'odd'), at('warning', 'rare'), at('warning', 'rare', 2)],
  })
})
