import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createTools } from '../build/build-tools.ts'
import { createStopwatch } from '../build/stopwatch.ts'
import { type BuildRequest, draftReport, renderReport } from '../build.ts'
import { readDataset } from '../dataset/read/read.ts'
import { hasErrors } from '../diagnostic.ts'
import type { SourceEvidence } from '../evidence/check-evidence.ts'
import { checkSources } from '../evidence/run-evidence.ts'
import { claimsFirst } from './claims-first.ts'
import { formatTroubles, type Log } from './log.ts'

/** Finds all that is wrong with a report, up to its drawn charts and the deck that they make, and writes nothing; whether it can be built. */
export async function runCheck(request: BuildRequest, log: Log): Promise<boolean> {
  const tools = createTools()
  try {
    const stopwatch = createStopwatch(log.progress)
    const drafted = await draftReport(request, tools, stopwatch)
    const draft = drafted.value
    const rendered = draft && (await renderReport(draft, { ...request, formats: ['pptx'] }, stopwatch))
    const diagnostics = [...drafted.diagnostics, ...(rendered?.diagnostics ?? [])]
    const sources = evidenceOf(request.folder)
    diagnostics.push(...sources.flatMap((source) => source.diagnostics))
    for (const diagnostic of claimsFirst(diagnostics)) log.diagnostic(diagnostic)
    for (const source of sources) log.say(summarize(source))
    if (!draft || hasErrors(diagnostics)) {
      log.say(`failed: ${formatTroubles(diagnostics)}`)
      return false
    }
    const { indicators, observations, checks } = draft.dataset
    log.say(
      `${formatTroubles(diagnostics)}: ${observations.size} figures of ${indicators.size} indicators, ${checks.length} checks`,
    )
    return true
  } finally {
    await tools.close()
  }
}

/** Also where the report cannot be built: the source may say which of two contradicting figures is wrong. */
function evidenceOf(folder: string): SourceEvidence[] {
  if (!existsSync(join(folder, 'data', 'sources'))) return []
  const { value: dataset } = readDataset(folder)
  return dataset ? checkSources(folder, dataset) : []
}

function summarize({ source, found, others }: SourceEvidence): string {
  const also =
    others.length > 0 ? `; the source also states ${others.map(({ mention }) => mention.text).join(', ')}` : ''
  return `data/sources/${source}.txt: ${found} figures found${also}`
}
