import { createTools, type Tools } from '../../build/build-tools.ts'
import { variantRequests } from '../../build/read/read-variants.ts'
import type { BuildOrder, BuildRequest } from '../../build/types.ts'
import type { Log } from '../../console/log.ts'
import { reportOnce } from '../../console/report-once.ts'
import { createMemory } from '../../memory/memory.ts'

/**
 * Runs this for each variant, or the report itself without any; whether all succeeded.
 * Failing variants are named, and errors that several share are reported once.
 */
export async function forEachVariant<Order extends BuildRequest & Partial<BuildOrder>>(
  order: Order,
  log: Log,
  run: (order: Order, tools: Tools, log: Log) => Promise<boolean>,
): Promise<boolean> {
  const { value: orders, diagnostics } = variantRequests(order, order.only)
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (!orders) return false
  const isOne = orders.length === 1
  const tools = isOne ? createTools() : createTools(createMemory())
  const tell = reportOnce(log)
  const failed: string[] = []
  let done = 0
  try {
    for (const one of orders) {
      const name = one.variant
      const own = name === undefined || isOne ? log : variantLog(name, log, tell)
      done += 1
      if (!(await run(one, tools, own))) failed.push(name ?? '')
      if (failed.length > 0 && order.isFailFast) break
    }
  } finally {
    await tools.close()
  }
  if (!isOne) log.say(summarize(orders.length, done, failed))
  return failed.length === 0
}

/** A log that names the variant. */
function variantLog(name: string, log: Log, diagnostic: Log['diagnostic']): Log {
  return {
    ...log,
    diagnostic,
    say: (message) => log.say(`${name}: ${message}`),
    progress: (message) => log.progress(`${name}: ${message}`),
  }
}

function summarize(all: number, done: number, failed: readonly string[]): string {
  const some = failed.length > 10 ? [...failed.slice(0, 10), `and ${failed.length - 10} more`] : failed
  const unmade = all - done
  return [
    `${done - failed.length} of ${all} variants`,
    ...(failed.length > 0 ? [`failed: ${some.join(', ')}`] : []),
    ...(unmade > 0 ? [`${unmade} not begun`] : []),
  ].join('; ')
}
