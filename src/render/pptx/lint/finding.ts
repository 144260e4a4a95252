import type { Diagnostic } from '../../../diagnostic.ts'

/** What is wrong with a file, and on which slide. */
export interface LintFinding {
  /** `error` where PowerPoint may offer to repair the file, `warning` where a reader is let down. */
  severity: Diagnostic['severity']
  message: string
  /** From 1. */
  slide?: number | undefined
  /** The part that it is a fault of, where another's part may have it: a template's is as its makers left it. */
  part?: string | undefined
  hint?: string | undefined
}

/** What lets a slide's readers down. */
export function warning(message: string, slide: number): LintFinding {
  return { severity: 'warning', message, slide }
}

/** What PowerPoint may offer to repair. */
export function error(message: string, slide?: number, part?: string): LintFinding {
  return { severity: 'error', message, slide, part }
}
