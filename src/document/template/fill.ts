import { defaultSymbols, markAbsence, type Symbols } from '../../dataset/figure/absence.ts'
import { gatherMissing } from '../../dataset/read/gather-alike.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, distinctDiagnostics, errorAt, inOrder, type Outcome } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import { claimDiagnostic } from '../claim/claim.ts'
import { plainMarks, sentenceAt } from '../claim/sentence.ts'
import { checkTemplate } from './check-template.ts'
import { type Filled, type FilledPart, joinParts } from './filled.ts'
import type { Filling } from './filling.ts'
import { leaveOut } from './leave-out.ts'
import { parseTemplate, type TemplateText } from './parse-template.ts'
import { most, render } from './render.ts'
import { rootScope } from './scope.ts'

export interface FillInput {
  template: TemplateText
  /** By name: `{{> name}}`. */
  partials: ReadonlyMap<string, TemplateText>
  dataset: Dataset
  locale: Locale
  /** What tables print for a figure that is not there, by reason. */
  symbols?: Symbols | undefined
}

/**
 * Fills a Handlebars template with a dataset: Markdown, with the way back of each character to its template. All
 * diagnostics are reported, and what is in
 * diagnostic prints nothing; only a template that cannot be read gives no value. Stricter than Handlebars: an unknown
 * name is an error wherever it stands.
 */
export function fillTemplate({
  template,
  partials,
  dataset,
  locale,
  symbols = defaultSymbols,
}: FillInput): Outcome<Filled> {
  const main = parseTemplate(template)
  const parts = [...partials].map(([name, partial]) => ({ name, ...parseTemplate(partial) }))
  const diagnostics = [main, ...parts].flatMap((outcome) => outcome.diagnostics)
  if (!main.value) return { value: undefined, diagnostics }
  const known = new Map(parts.flatMap(({ name, value }) => (value ? [[name, value] as const] : [])))
  const readable = [main.value, ...known.values()]
  diagnostics.push(...readable.flatMap((template) => checkTemplate(template, [...partials.keys()])))
  const filling: Filling = { partials: known, dataset, locale, symbols, diagnostics, leftOut: [], filled: { count: 0 } }
  const pieces = metPeriods(render(main.value.body, rootScope(dataset), filling), locale)
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0)
  if (length > longest) diagnostics.push(tooLong(template, length))
  if (length > longest || filling.filled.count > most) return { value: undefined, diagnostics }
  const texts = new Map([template, ...partials.values()].map(({ file, text }) => [file, text]))
  const remaining = leaveOut(pieces, (absence) => markAbsence(absence, symbols))
  diagnostics.push(...remaining.diagnostics)
  const filled = joinParts(remaining.pieces, texts, [...new Set([...remaining.leftOut, ...filling.leftOut])])
  // A loop meets the same often.
  const met = distinctDiagnostics([...diagnostics, ...claimDiagnostics(filled)])
  const ordered = inOrder(met, [...texts.keys()]).map((diagnostic) => withExcerpt(diagnostic, filled))
  return { value: filled, diagnostics: gatherMissing(ordered, dataset.report.period) }
}

/** Characters of filled Markdown; the briefing of a thousand pages has fewer. */
const longest = 8_000_000

/**
 * The pieces with written words and the periods that helpers say behind them as the language joins them: `d’` before
 * avril, `du` before a quarter.
 */
function metPeriods(pieces: readonly FilledPart[], { meet }: Locale): FilledPart[] {
  const met = [...pieces]
  if (!meet) return met
  met.forEach((piece, index) => {
    const last = met[index - 1]
    if (last?.by !== 'template' || piece.by === 'template') return
    const [before, text] = meet(last.text, piece.text)
    met[index - 1] = { ...last, text: before }
    met[index] = { ...piece, text }
  })
  return met
}

function tooLong({ file }: TemplateText, length: number): Diagnostic {
  const message = `filled, the template has ${length} characters, more than ${longest}`
  return errorAt({ file, line: 1, column: 1 }, message, { hint: 'tell less, or in several reports' })
}

/** Errors for the claims that do not hold. */
function claimDiagnostics({ claims, markdown }: Filled): Diagnostic[] {
  return claims
    .filter(({ verdict }) => verdict !== 'holds')
    .map((claim) =>
      claimDiagnostic(claim, plainMarks(markdown.slice(claim.start, claim.end)), sentenceAt(markdown, claim.start)),
    )
}

function withExcerpt(diagnostic: Diagnostic, filled: Filled): Diagnostic {
  const excerpt = diagnostic.excerpt ?? (diagnostic.place && filled.lineAt(diagnostic.place))
  return { ...diagnostic, excerpt }
}
