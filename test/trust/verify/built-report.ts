import { createTools } from '../../../src/build/build-tools.ts'
import { renderDocuments } from '../../../src/build/documents/render-documents.ts'
import type { DrawnReport } from '../../../src/build/types.ts'
import { drawReport } from '../../../src/build.ts'
import { once } from '../../../src/memory/derived.ts'
import { indexFigures } from '../../../src/trust/numbers/figure-index.ts'
import { expectedTexts } from '../../../src/trust/verify/expected-text.ts'
import type { Standard } from '../../../src/trust/verify/verify-document.ts'
import { internet } from '../../fixtures.ts'

/** A report as its build makes it, and what finished files are held against. */
export interface BuiltReport {
  draft: DrawnReport
  deck: Uint8Array
  briefing: Uint8Array
  standard: Standard
}

let built: Promise<BuiltReport> | undefined

/** The report, built once for all tests that ask for it. */
export function buildReport(): Promise<BuiltReport> {
  built ??= build()
  return built
}

async function build(): Promise<BuiltReport> {
  const request = { folder: internet }
  const tools = createTools()
  try {
    const { value: draft } = await drawReport(request, tools)
    const files = draft && (await renderDocuments(draft, ['pptx', 'pdf'])).value
    const getBytes = (format: string) => files?.find((file) => file.format === format)?.bytes
    const [deck, briefing] = [getBytes('pptx'), getBytes('pdf')]
    if (!draft || !deck || !briefing) throw new Error('the report does not build')
    const expected = draft.documents.flatMap((document) => expectedTexts(document, document.drawings))
    return {
      draft,
      deck,
      briefing,
      standard: { language: 'en', expected, figures: once(() => indexFigures(draft.dataset)) },
    }
  } finally {
    await tools.close()
  }
}
