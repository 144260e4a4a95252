import { createTools } from '../../build/build-tools.ts'
import { createStopwatch } from '../../build/stopwatch.ts'
import type { ComposedReport } from '../../build/types.ts'
import { composeReport } from '../../build.ts'
import type { Log } from '../../console/log.ts'
import { explainReference, findObservation } from '../../dataset/find.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, hasErrors, plainError } from '../../diagnostic.ts'
import type { DocumentKind } from '../../document/formats.ts'
import { formatByFigure, formatByPage, formatKeys, formatSummary } from '../../trust/trace/format-trace.ts'
import { selectTrace, type TraceQuestion } from '../../trust/trace/select-trace.ts'
import { traceDocuments } from '../../trust/trace/trace.ts'
import type { Trace } from '../../trust/trace/trace-schema.ts'

/** What `briefwright trace` was asked for. */
export interface TraceOrder extends TraceQuestion {
  /** Absolute path of the report folder. */
  folder: string
  /** BCP 47 tag; undefined: the report's own language. */
  language: string | undefined
  /** Undefined: the first that the report has, if any. */
  variant: string | undefined
  /** Only the figures that are printed nowhere, or that no check covers. */
  only: 'unprinted' | 'unchecked' | undefined
  /** Whether everything is reported where nothing in particular is asked for; else a summary. */
  isWhole?: boolean | undefined
  format: 'text' | 'json'
}

/** Says where figures are printed and come from; undefined after a reported error in the report or a reference. */
export function runTrace(order: TraceOrder, log: Log): string | undefined {
  const { folder, language, variant } = order
  const request = { folder, languages: language ? [language] : undefined, variant }
  const { value: report, diagnostics } = composeReport(request, createTools(), createStopwatch(log.progress))
  const unknown = report ? [...unknownReferences(order, report.dataset), ...unknownPages(order, report)] : []
  for (const diagnostic of [...diagnostics, ...unknown]) log.diagnostic(diagnostic)
  if (!report || hasErrors([...diagnostics, ...unknown])) return undefined
  return format(selectTrace(traceDocuments(report.documents, report.dataset, report.locale), order), order)
}

function format(trace: Trace, { only, format, references, slide, page, isWhole }: TraceOrder): string {
  if (format === 'json') return `${JSON.stringify(only ? { [only]: trace[only] } : trace, null, 2)}\n`
  switch (only) {
    case 'unprinted':
      return formatKeys('printed nowhere', trace.unprinted)
    case 'unchecked':
      return formatKeys('printed, and covered by no check', trace.unchecked)
    case undefined:
      if (slide !== undefined || page !== undefined) return formatByPage(trace)
      return isWhole || references.length > 0 ? formatByFigure(trace) : formatSummary(trace)
  }
}

/** References that name no indicator, or no observation of it. */
function unknownReferences({ references }: TraceQuestion, dataset: Dataset): Diagnostic[] {
  return references
    .filter((reference) => !findObservation(dataset, reference) && !dataset.indicators.has(reference))
    .map((reference) => ({ severity: 'error' as const, ...explainReference(dataset, reference) }))
}

/** A slide or page that its document does not have. */
function unknownPages({ slide, page }: TraceQuestion, { documents }: ComposedReport): Diagnostic[] {
  const beyond = (asked: number | undefined, kind: DocumentKind, word: string): Diagnostic[] => {
    const count = documents.find((document) => document.kind === kind)?.pages.length ?? 0
    if (asked === undefined || asked <= count) return []
    const hint = count === 0 ? `the report has no ${kind}` : `the ${kind} has ${count}`
    return [plainError(`no such ${word}: ${asked}`, { hint })]
  }
  return [...beyond(slide, 'deck', 'slide'), ...beyond(page, 'briefing', 'page')]
}
