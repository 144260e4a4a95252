import { type BuildRequest, draftReport, renderReport } from './build.ts'
import { createTools } from './build-tools.ts'
import { hasErrors } from './diagnostic.ts'
import { formatTroubles, type Log } from './log.ts'
import { createStopwatch } from './stopwatch.ts'

/** Finds all that is wrong with a report, up to its drawn charts and the deck that they make, and writes nothing; whether it can be built. */
export async function runCheck(request: BuildRequest, log: Log): Promise<boolean> {
  const tools = createTools()
  try {
    const stopwatch = createStopwatch(log.progress)
    const drafted = await draftReport(request, tools, stopwatch)
    const draft = drafted.value
    const rendered = draft && (await renderReport(draft, { ...request, formats: ['pptx'] }, stopwatch))
    const diagnostics = [...drafted.diagnostics, ...(rendered?.diagnostics ?? [])]
    for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
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
