import type { Diagnostic } from '../diagnostic.ts'
import type { Log } from './log.ts'

/** Tells a diagnostic that several variants of a report meet alike once, and no more. */
export function toldOnce(log: Log): (diagnostic: Diagnostic) => void {
  const told = new Set<string>()
  return (diagnostic) => {
    const key = JSON.stringify(diagnostic)
    if (!told.has(key)) log.diagnostic(diagnostic)
    told.add(key)
  }
}
