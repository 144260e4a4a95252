import { parseReference } from '../../dataset/figure/reference.ts'
import type { DocumentKind } from '../../document/formats.ts'
import type { Print, Trace } from './trace-schema.ts'
import { withInputs } from './with-inputs.ts'

/** What of a trace is asked for; nothing: all. */
export interface TraceQuestion {
  /** References: `netizens`, `netizens.change`, `netizens@2023-12`. */
  references: readonly string[]
  slide?: number | undefined
  page?: number | undefined
}

/** The prints, and the figures with what they were computed from, that a question asks for. */
export function selectTrace(trace: Trace, { references, slide, page }: TraceQuestion): Trace {
  const isAsked = (key: string) => references.length === 0 || references.some((reference) => names(reference, key))
  const isThere = (print: Print) => {
    if (slide === undefined && page === undefined) return true
    return stands(print, 'deck', slide) || stands(print, 'briefing', page)
  }
  const prints = trace.prints.filter((print) => isAsked(print.figure) && isThere(print))
  const asked = Object.keys(trace.figures).filter((key) => isAsked(key) && (slide ?? page) === undefined)
  const shown = withInputs(
    [...prints.map(({ figure }) => figure), ...asked],
    (key) => trace.figures[key]?.derived?.inputs,
  )
  const figures = Object.fromEntries(Object.entries(trace.figures).filter(([key]) => shown.has(key)))
  const used = new Set(Object.values(figures).flatMap(({ checks }) => checks))
  return {
    ...trace,
    prints,
    figures,
    checks: trace.checks.filter(({ id }) => used.has(id)),
    unprinted: trace.unprinted.filter(isAsked),
    unchecked: trace.unchecked.filter((key) => shown.has(key)),
  }
}

/** Whether a reference names that key's figure: without measure it means all measures, without period all periods. */
function names(reference: string, key: string): boolean {
  const asked = parseReference(reference)
  const figure = parseReference(key)
  if (!asked || !figure || asked.indicator !== figure.indicator) return false
  const isMeasure = asked.measure === figure.measure || (asked.measure === 'value' && asked.period === undefined)
  return isMeasure && (asked.period === undefined || asked.period === figure.period)
}

function stands(print: Print, document: DocumentKind, page: number | undefined): boolean {
  return page !== undefined && print.document === document && print.page === page
}
