import { basename, join } from 'node:path'
import { hasErrors, type Outcome } from '../diagnostic.ts'
import { noMemory } from '../memory/memory.ts'
import type { Theme } from '../theme/theme.ts'
import { adoptTheme, onPaper } from './adopt-theme.ts'
import { readReference } from './read-reference.ts'
import type { TemplateDeck } from './types.ts'

/** A theme as it is used, and the template that it is taken from, if any. */
export interface Adopted {
  theme: Theme
  /** For pages, which are printed. */
  pageTheme: Theme
  reference: TemplateDeck | undefined
}

/** The theme in an organisation's template, at `path` (absolute) or named by the theme; false: in none. */
export function adoptReference(
  theme: Theme,
  path: string | false | undefined,
  folder: string,
  memory = noMemory,
): Outcome<Adopted> {
  if (path === false) return { value: { theme, pageTheme: theme, reference: undefined }, diagnostics: [] }
  const named = path ?? (theme.reference === undefined ? undefined : join(folder, theme.reference))
  if (named === undefined) return { value: { theme, pageTheme: theme, reference: undefined }, diagnostics: [] }
  const { value: reference, diagnostics } = readReference(
    named,
    path === undefined ? (theme.reference ?? '') : basename(path),
    memory,
  )
  if (!reference) return { value: undefined, diagnostics }
  const adopted = adoptTheme(theme, reference)
  const all = [...diagnostics, ...adopted.diagnostics]
  if (!adopted.value || hasErrors(all)) return { value: undefined, diagnostics: all }
  const pageTheme = onPaper(adopted.value, reference)
  return { value: { theme: adopted.value, pageTheme, reference }, diagnostics: all }
}
