import { type Diagnostic, formatDiagnostic, type Outcome } from '../../src/diagnostic.ts'
import { fillTemplate } from '../../src/document/template/fill.ts'
import type { Filled } from '../../src/document/template/filled.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { smallDataset } from './dataset.ts'

/** A template filled with the small dataset; `partials` by name, each in `templates/partials/NAME.md.hbs`. */
export function fill(text: string, partials: Record<string, string> = {}, language = 'en'): Outcome<Filled> {
  const named = Object.entries(partials).map(
    ([name, text]) => [name, { file: `templates/partials/${name}.md.hbs`, text }] as const,
  )
  return fillTemplate({
    template: { file: 'templates/deck.md.hbs', text },
    partials: new Map(named),
    dataset: smallDataset(),
    locale: getLocale(language, 'en'),
  })
}

/** What a template prints, no-break spaces as plain ones; throws where it has troubles. */
export function filledText(text: string, partials: Record<string, string> = {}, language = 'en'): string {
  const { value, diagnostics } = fill(text, partials, language)
  if (diagnostics.length > 0) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return (value?.markdown ?? '').replaceAll('\u00a0', ' ')
}

/** What a reader sees: the links of figures as their words. */
export function saidText(text: string, partials: Record<string, string> = {}, language = 'en'): string {
  return filledText(text, partials, language)
    .replace(/\[([^\]]*)\]\(obs:[^)]*\)/g, '$1')
    .replaceAll('&#43;', '+')
}

/** `line:column message (hint)` of each diagnostic; the file before it where it is another than the deck's. */
export function troubles(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ place, message, hint }) => {
    const file = place?.file === 'templates/deck.md.hbs' ? '' : `${place?.file}:`
    return `${file}${place?.line}:${place?.column} ${message}${hint ? ` (${hint})` : ''}`
  })
}
