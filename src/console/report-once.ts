import type { Diagnostic } from '../diagnostic.ts'
import type { Log } from './log.ts'

/** Tells a diagnostic that several variants of a report meet alike once, and no more. */
export function reportOnce(log: Log): (diagnostic: Diagnostic) => void {
  const reported = new Set<string>()
  return (diagnostic) => {
    const key = JSON.stringify(diagnostic)
    if (!reported.has(key)) log.diagnostic(diagnostic)
    reported.add(key)
  }
}
