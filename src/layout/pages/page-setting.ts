import type { Diagnostic } from '../../diagnostic.ts'
import type { Document } from '../../document/types.ts'
import { noMemory } from '../../memory/memory.ts'
import { createHyphenate } from '../text/hyphenation.ts'
import type { Look, Setting } from '../text/setting.ts'
import { pageStyles } from '../text/styles.ts'

/** The setting of printed pages, and its diagnostics, each reported once. Ids of elements begin with the prefix. */
export function createPageSetting(
  { language }: Document,
  { theme, fonts, locale, memory = noMemory }: Look,
  idPrefix: string,
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
