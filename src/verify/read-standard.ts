import { createTools } from '../build/build-tools.ts'
import { drawTemplate } from '../build/documents/draw-template.ts'
import type { Stopwatch } from '../build/stopwatch.ts'
import type { DrawnReport } from '../build/types.ts'
import { drawReport } from '../build.ts'
import { periodsOverlap } from '../dataset/figure/period.ts'
import type { Observation } from '../dataset/types.ts'
import { hasErrors, type Outcome } from '../diagnostic.ts'
import { pageWords } from '../layout/page-words.ts'
import { once } from '../memory/derived.ts'
import { isAboutAny } from '../trust/heads/check-captions.ts'
import { indexFigures } from '../trust/numbers/figure-index.ts'
import { createNames } from '../trust/verify/compare-wording.ts'
import { expectedElements, expectedTexts } from '../trust/verify/expected-text.ts'
import { textsBehind } from '../trust/verify/read/texts-behind.ts'
import type { Standard } from '../trust/verify/verify-document.ts'
import { namesIn } from '../trust/words/names.ts'

/** A report, and what its build would print: what finished files are held against. */
export interface ReportStandard extends Standard {
  report: DrawnReport
}

/** Which of the documents that a report makes a file is. */
export interface Edition {
  folder: string
  language: string | undefined
  variant: string | undefined
  reference?: string | undefined
}

/** Draws a report as a build does, for the words in its charts too; nothing is written. */
export async function readStandard(edition: Edition, stopwatch?: Stopwatch): Promise<Outcome<ReportStandard>> {
  const { language: asked, ...rest } = edition
  const request = { ...rest, languages: asked ? [asked] : undefined }
  const { value: report, diagnostics } = await drawReport(request, createTools(), stopwatch)
  if (!report || hasErrors(diagnostics)) return { value: undefined, diagnostics }
  const { documents, dataset } = report
  const expected = documents.flatMap((document) => expectedTexts(document, document.drawings))
  const slidesOnPaper = documents
    .filter(({ kind }) => kind === 'deck')
    .flatMap((document) => expectedElements(document, document.drawings))
  const names = createNames(namesIn(dataset))
  const figures = once(() => indexFigures({ ...dataset, observations: printable(report) }))
  const value = {
    report,
    language: report.locale.language,
    expected,
    slidesOnPaper,
    names,
    isAbout: (figure: Observation, ids: readonly string[]) => isAboutAny(figure, ids, dataset, report.locale.primary),
    isOfNow: ({ period }: Observation) => periodsOverlap(period, dataset.report.period),
    figures,
    own: getOwn(report),
  }
  return { value, diagnostics }
}

/** The dataset's figures, and those that documents work out: changes since another period than the usual one. */
function printable({ dataset, documents }: DrawnReport): Map<string, Observation> {
  const runs = documents.flatMap(({ pages }) => pages.flatMap(pageWords)).flatMap((words) => words.runs)
  const printed = runs.flatMap(({ observation }) => observation ?? [])
  return new Map([...printed.map((one) => [one.key, one] as const), ...dataset.observations])
}

/** The pictures of the report's slides, and what its template shows behind them. */
function getOwn({ documents, reference, theme, fonts }: DrawnReport): Standard['own'] {
  const items = documents.flatMap(({ kind, pages }) => {
    const drawn = reference && kind === 'deck' ? drawTemplate(pages, reference, theme, fonts).value : undefined
    return (drawn ?? pages).flatMap((page) => page.items)
  })
  const behind = reference ? textsBehind(reference.opened).map(({ text }) => text) : []
  const drawings = documents.flatMap((document) => [...document.drawings.values()].map(({ drawing }) => drawing.svg))
  return { pictures: items.flatMap((item) => (item.type === 'picture' ? [item.picture] : [])), behind, drawings }
}
