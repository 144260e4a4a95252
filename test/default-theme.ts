import { readThemeFile } from '../src/theme/read-theme.ts'
import type { Theme } from '../src/theme/theme.ts'

/** Briefwright's own theme, which a report has that says nothing else. */
export function defaultTheme(): Theme {
  const { value } = readThemeFile(undefined, '.')
  if (!value) throw new Error('the default theme does not read')
  return value
}
