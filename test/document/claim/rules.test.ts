import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../../src/document/claim/rule.ts'
import { rules } from '../../../src/document/claim/rules.ts'
import { fill } from '../fill-text.ts'

/** How a claim is judged with the small dataset; throws where it cannot be judged at all. */
function judged(claim: string): Verdict {
  const { value, diagnostics } = fill(`{{#claim ${claim}}}words{{/claim}}`)
  const [only] = value?.claims ?? []
  if (!only) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return only.verdict
}

describe.each([...rules])('%s', (_, { examples }) => {
  test.each(examples)('%s %s', (claim, verdict) => {
    expect(judged(claim)).toBe(verdict)
  })
})
