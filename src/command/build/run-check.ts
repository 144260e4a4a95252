import type { Tools } from '../../build/build-tools.ts'
import { collectDiagnostics } from '../../build/collect-diagnostics.ts'
import { renderDocuments } from '../../build/documents/render-documents.ts'
import { compareEditions } from '../../build/parity.ts'
import { createStopwatch } from '../../build/stopwatch.ts'
import type { BuildOrder, BuildRequest } from '../../build/types.ts'
import { drawEditions } from '../../build.ts'
import { claimsFirst } from '../../console/claims-first.ts'
import { formatCounts, type Log } from '../../console/log.ts'
import { suggestedRelations } from '../../dataset/check/plausible/suggested-relations.ts'
import { formatPlace } from '../../dataset/yaml/located.ts'
import { hasErrors } from '../../diagnostic.ts'
import { settling } from '../../memory/memory.ts'
import type { SourceEvidence } from '../../trust/evidence/check-evidence.ts'
import { forEachVariant } from './for-each-variant.ts'

/** What `briefwright check` was asked for. */
export interface CheckOrder extends BuildRequest, Pick<BuildOrder, 'only'> {
  /** Says what one language's edition has and another's lacks. */
  comparesEditions?: boolean | undefined
}

/** Finds all faults of a report, up to drawn charts and the deck, without writing; whether it can be built. */
export function runCheck(order: CheckOrder, log: Log): Promise<boolean> {
  return forEachVariant(order, log, check)
}

async function check(request: CheckOrder, tools: Tools, log: Log): Promise<boolean> {
  const { note, add, all } = collectDiagnostics()
  const stopwatch = createStopwatch(log.progress)
  const editions = note(await settling(tools.memory, () => drawEditions(request, tools, stopwatch))) ?? []
  const [report] = editions
  if (request.comparesEditions) add(compareEditions(editions))
  if (!hasErrors(all())) for (const one of editions) note(await renderDocuments(one, ['pptx']))
  const diagnostics = all()
  for (const diagnostic of claimsFirst(diagnostics)) log.diagnostic(diagnostic)
  for (const source of report?.sources ?? []) log.say(summarize(source))
  if (!report || hasErrors(diagnostics)) {
    log.say(`failed: ${formatCounts(diagnostics)}`)
    return false
  }
  for (const { indicator, line } of suggestedRelations(report.dataset))
    log.say(`${formatPlace(indicator.place)}: the labels suggest ${line}; written so, it is checked`)
  const { indicators, observations, checks } = report.dataset
  const counts = `${observations.size} figures of ${indicators.size} indicators, ${checks.length} checks`
  log.say(`${formatCounts(diagnostics)}: ${counts}`)
  return true
}

/** So many numbers of a source are named in a line; `evidence` lists them all. */
const mostOthers = 50

function summarize({ source, found, others }: SourceEvidence): string {
  const shown = others.slice(0, mostOthers).map(({ mention }) => mention.text)
  const more = others.length > shown.length ? ` and ${others.length - shown.length} more: briefwright evidence` : ''
  const also = others.length > 0 ? `; the source also states ${shown.join(', ')}${more}` : ''
  return `data/sources/${source}.txt: ${found} figures found${also}`
}
