import type { Tools } from '../build/build-tools.ts'
import { checkInput } from '../build/check-input.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { createStopwatch } from '../build/stopwatch.ts'
import type { BuildRequest, DrawnReport } from '../build/types.ts'
import { drawReport } from '../build.ts'
import type { Dataset } from '../dataset/types.ts'
import type { Outcome } from '../diagnostic.ts'
import { sha256 } from '../files/sha256.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { noteTexts } from '../layout/page-words.ts'
import { settling } from '../memory/memory.ts'
import { pageSvg } from './page-svg.ts'
import { type PreviewPage, type PreviewState, previewDiagnostics, previewFigures } from './preview-state.ts'

/** What the server has to give. */
export interface Shown {
  state: PreviewState
  charts: ReadonlyMap<string, string>
  fonts: Fonts | undefined
  dataset: Dataset | undefined
}

/** The report as it is now, and each page that differs as it was before; where it does not build, as it was, with what is wrong. */
export async function showReport(request: BuildRequest, tools: Tools, former: Shown | undefined): Promise<Shown> {
  const build = (former?.state.build ?? 0) + 1
  const { value: draft, diagnostics } = await settling(tools.memory, () => drawAndCheck(request, tools))
  const shown = previewDiagnostics(diagnostics)
  if (!draft) {
    const { state = empty, ...rest } = former ?? { charts: new Map(), fonts: undefined, dataset: undefined }
    return { ...rest, state: { ...state, build, diagnostics: shown } }
  }
  const { dataset, locale, theme, fonts, documents, languages } = draft
  const drawn = new Map<string, string>()
  const pages = documents.flatMap(({ kind, pages: own, drawings }) =>
    own.map((page): PreviewPage => {
      const getAddress = (item: Parameters<Parameters<typeof pageSvg>[2]>[0]) => {
        const svg = drawings.get(item)?.drawing.svg ?? ''
        // By its content, so that a chart that did not change is not fetched again, and its page stays.
        const address = `/charts/${sha256(svg).slice(0, 16)}.svg`
        drawn.set(address, svg)
        return address
      }
      const svg = pageSvg(page, theme, getAddress)
      return { document: kind, number: page.number, title: page.title, svg, notes: noteTexts(page) }
    }),
  )
  const state = {
    build,
    title: locale.text(dataset.report.title),
    languages: [...new Set([...dataset.report.languages, ...languages])],
    language: locale.language,
    pages: pages.map((page) => withBefore(page, former?.state.pages ?? [])),
    figures: previewFigures({ dataset, locale, documents }, former?.dataset),
    diagnostics: shown,
  }
  // The pages as they were show the charts as they were.
  return { state, charts: new Map([...(former?.charts ?? []), ...drawn]), fonts, dataset }
}

const empty = { title: 'Preview', languages: [], language: undefined, pages: [], figures: [] }

function withBefore(page: PreviewPage, former: readonly PreviewPage[]): PreviewPage {
  const same = former.find(({ document, number }) => document === page.document && number === page.number)
  return same && same.svg !== page.svg ? { ...page, before: same.svg } : page
}

async function drawAndCheck(request: BuildRequest, tools: Tools): Promise<Outcome<DrawnReport>> {
  const { note, add, outcome } = collectDiagnostics()
  const stopwatch = createStopwatch(() => {})
  const report = note(await drawReport(request, tools, stopwatch))
  if (report) add(checkInput(report, stopwatch))
  return outcome(report)
}
