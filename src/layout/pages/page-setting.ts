import type { Diagnostic } from '../../diagnostic.ts'
import type { Document } from '../../document/types.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import type { Locale } from '../../locale/types.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import type { Theme } from '../../theme/theme.ts'
import { createHyphenate } from '../text/hyphenation.ts'
import type { Setting } from '../text/setting.ts'
import { pageStyles } from '../text/styles.ts'

/** The setting of printed pages, and what was reported to it: a diagnostic that is met again, where pieces are made anew, is reported once. Ids of elements begin with the prefix. */
export function createPageSetting(
  { language }: Document,
  theme: Theme,
  fonts: Fonts,
  locale: Locale,
  idPrefix: string,
  memory: Memory = noMemory,
): { setting: Setting; diagnosticsSoFar(): Diagnostic[] } {
  const diagnostics = new Map<string, Diagnostic>()
  let ids = 0
  return {
    setting: {
      medium: 'page',
      theme,
      styles: pageStyles(theme),
      fonts,
      locale,
      sect: [],
      hyphenate: theme.page.justify
        ? memory.remember('hyphenate', [language], () => createHyphenate(language))
        : undefined,
      memory,
      nextId: () => `${idPrefix}${++ids}`,
      report: (diagnostic) => diagnostics.set(JSON.stringify(diagnostic), diagnostic),
    },
    diagnosticsSoFar: () => [...diagnostics.values()],
  }
}
