import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createTroubles } from '../build/troubles.ts'
import type { Diagnostic, Outcome } from '../diagnostic.ts'
import { isInside } from '../files/read-inside.ts'
import type { Theme } from '../theme/theme.ts'
import { adoptTheme } from './adopt-theme.ts'
import { readReference } from './read-reference.ts'
import type { Reference } from './types.ts'

/** A theme as it is used, and the template that it is taken from, if any. */
export interface Adopted {
  theme: Theme
  reference: Reference | undefined
}

/** The theme in an organisation's own template: the one at `path` (absolute), else the one that the theme names, which is a file of the report folder; false: in none. */
export function adoptReference(theme: Theme, path: string | false | undefined, folder: string): Outcome<Adopted> {
  if (path === false) return { value: { theme, reference: undefined }, diagnostics: [] }
  const { note, outcome } = createTroubles()
  const named = path ?? (theme.reference === undefined ? undefined : join(folder, theme.reference))
  if (named === undefined) return outcome({ theme, reference: undefined })
  if (path === undefined && existsSync(named) && !isInside(folder, named)) {
    note({ value: undefined, diagnostics: [outside(theme.reference ?? '')] })
    return outcome()
  }
  const reference = note(readReference(named, path === undefined ? (theme.reference ?? '') : basename(path)))
  const adopted = reference && note(adoptTheme(theme, reference))
  return outcome(adopted && { theme: adopted, reference })
}

function outside(file: string): Diagnostic {
  const message = `the template leads out of the report folder: ${file}`
  return { severity: 'error', message, hint: 'copy the file into the report folder, or name it with --reference' }
}
