import { type BuildRequest, draftReport } from './build.ts'
import { createTools } from './build-tools.ts'
import { hasErrors } from './diagnostic.ts'
import { formatTroubles, type Log } from './log.ts'
import { createStopwatch } from './stopwatch.ts'

/** Finds all that is wrong with a report, up to its drawn charts, and writes nothing; whether it can be built. */
export async function runCheck(request: BuildRequest, log: Log): Promise<boolean> {
  const tools = createTools()
  try {
    const { value: draft, diagnostics } = await draftReport(request, tools, createStopwatch(log.progress))
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
