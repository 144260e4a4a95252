import type { Diagnostic } from '../diagnostic.ts'

/** The diagnostics with those of claims first, else in their order. */
export function claimsFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isClaim = ({ about }: Diagnostic) => about === 'claim'
  return [...diagnostics.filter(isClaim), ...diagnostics.filter((one) => !isClaim(one))]
}
