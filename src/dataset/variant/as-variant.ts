import { type Diagnostic, type Outcome, suggest } from '../../diagnostic.ts'
import type { Dataset, LocalText, Report, Variant } from '../types.ts'

/** The texts of a report that may name what it is made for: `Internet use in {region}`. */
const named = ['title', 'subtitle', 'publisher', 'author', 'geography'] as const

/** The dataset of one of its report's variants: `[variant]` means its categories, `{region}` in the report's own texts is said, and files are named after it. */
export function asVariant(dataset: Dataset, variant: Variant): Outcome<Dataset> {
  const diagnostics: Diagnostic[] = []
  const texts = named.flatMap((name) => {
    const text = dataset.report[name]
    return text ? [[name, sayValues(name, text, variant, diagnostics)] as const] : []
  })
  const report: Report = {
    ...dataset.report,
    ...Object.fromEntries(texts),
    id: `${dataset.report.id}.${variant.id}`,
    ...(variant.language === undefined ? {} : { languages: [variant.language] }),
  }
  return { value: diagnostics.length > 0 ? undefined : { ...dataset, report, variant }, diagnostics }
}

/** The values of a variant in a text; a name in braces that it does not have is an error. */
function sayValues(field: string, text: LocalText, { values }: Variant, diagnostics: Diagnostic[]): LocalText {
  const say = (words: string, language: string) =>
    words.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
      const said = values[name]?.words
      if (said) return said[language] ?? Object.values(said)[0] ?? ''
      const message = `no value of the variant: ${whole} in the ${field} of the report`
      const place = { file: 'data/report.yaml', line: 1, column: 1 }
      const hint = suggest(name, Object.keys(values)) ?? `there are ${Object.keys(values).join(', ')}`
      diagnostics.push({ severity: 'error', message, place, hint })
      return whole
    })
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, say(words, language)]))
}
