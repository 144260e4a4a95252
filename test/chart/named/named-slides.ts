import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTools } from '../../../src/build/build-tools.ts'
import { checkInput } from '../../../src/build/check-input.ts'
import { drawReport } from '../../../src/build.ts'
import type { Chart, Drawing } from '../../../src/chart/types.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** A chart by name on a slide of a report, as it is drawn. */
export interface NamedSlide {
  chart: Chart
  drawing: Drawing
  /** The words in the drawing, in drawing order. */
  texts: string[]
  alt: string
}

/** What a deck of one slide for each pair of a title and an address becomes, in a copy of a report: its charts, and all that is told. */
export async function namedSlides(report: string, slides: readonly (readonly [title: string, address: string])[]) {
  const folder = temporaryFolder()
  cpSync(report, folder, { recursive: true })
  rmSync(join(folder, 'templates/briefing.md.hbs'))
  const deck = slides.map(
    ([title, address]) => `# ${title}\n::slide{layout="chart"}\n\n## Measure, place\n\n![](${address})\n`,
  )
  writeFileSync(join(folder, 'templates/deck.md.hbs'), deck.join('\n'))
  const request = { folder, formats: ['pptx' as const] }
  const tools = createTools()
  try {
    const { value, diagnostics } = await drawReport(request, tools)
    const checked = value ? checkInput([value]) : []
    const drawn = [...(value?.documents[0]?.drawings ?? [])]
    return {
      slides: drawn.map(([item, { drawing }]) => toSlide(item.chart, item.alt, drawing)),
      told: [...diagnostics, ...checked]
        .map(formatDiagnostic)
        .filter((text) => !/slides of one layout|nothing says where/.test(text)),
    }
  } finally {
    await tools.close()
  }
}

function toSlide(chart: Chart, alt: string, drawing: Drawing): NamedSlide {
  const texts = [...drawing.svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text.replaceAll('\u00a0', ' '))
  return { chart, drawing, texts, alt: alt.replaceAll('\u00a0', ' ') }
}
