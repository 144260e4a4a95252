import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTools, type Tools } from '../../build/build-tools.ts'
import { variantRequests } from '../../build/read/read-variants.ts'
import { createStopwatch } from '../../build/stopwatch.ts'
import type { BuildOrder, MadeReport } from '../../build/types.ts'
import { buildReport } from '../../build.ts'
import { claimsFirst } from '../../console/claims-first.ts'
import { formatCounts, type Log } from '../../console/log.ts'
import { showPath } from '../../console/show-path.ts'
import { type Diagnostic, plainError } from '../../diagnostic.ts'
import { createMemory, settling } from '../../memory/memory.ts'
import { forEachVariant } from './for-each-variant.ts'

/** Builds and writes the documents once, each variant in its own folder; whether all succeeded. Reports everything. */
export function runBuild(order: BuildOrder, log: Log): Promise<boolean> {
  return forEachVariant(order, log, buildAndWrite)
}

/** Builds after each change until the signal aborts. Fonts and worker stay open; only what changed is made again. */
export async function runWatch(whole: BuildOrder, log: Log, signal: AbortSignal): Promise<boolean> {
  const { watchReport } = await import('../../files/watch.ts')
  const { value: orders, diagnostics } = variantRequests(whole, whole.only)
  const [order] = orders ?? []
  if (!order || orders?.[1]) {
    for (const diagnostic of orders ? [severalWatched] : diagnostics) log.diagnostic(diagnostic)
    return false
  }
  const tools = createTools(createMemory())
  const rebuild = async () => {
    try {
      await buildAndWrite(order, tools, log, true)
    } catch (error) {
      // A fault of the tool itself, on input that is half there perhaps: the next save gets its chance.
      log.diagnostic(plainError(`the build broke off: ${String(error)}`))
    }
  }
  try {
    await rebuild()
    const ready = () => log.say(`watching ${showPath(order.folder)}; Ctrl+C ends it`)
    await watchReport(order.folder, rebuildOn(rebuild, log), signal, ready)
    return true
  } finally {
    await tools.close()
  }
}

const severalWatched: Diagnostic = plainError('the report has several variants, and a watch builds one', {
  hint: 'name it with --variant',
})

function rebuildOn(rebuild: () => Promise<void>, log: Log): (changed: readonly string[]) => Promise<void> {
  return (changed) => {
    log.say(`changed: ${changed.join(', ')}`)
    return rebuild()
  }
}

async function buildAndWrite(order: BuildOrder, tools: Tools, log: Log, isWatch = false): Promise<boolean> {
  const stopwatch = createStopwatch((stage) => log.progress(stage))
  const request = { ...order, isDurable: !isWatch }
  const { value: made, diagnostics } = await settling(tools.memory, () => buildReport(request, tools, stopwatch))
  for (const diagnostic of claimsFirst(diagnostics)) log.diagnostic(diagnostic)
  if (!made) {
    log.say(`failed: ${formatCounts(diagnostics)}; nothing was written`)
    return false
  }
  const milliseconds = stopwatch.elapsed()
  for (const { format, name, bytes, count, remarks = [] } of made.documents) {
    for (const remark of remarks) log.say(remark)
    log.made({ path: showPath(join(order.out, name)), format, count, bytes: bytes.length, milliseconds })
  }
  for (const name of leftovers(order.out, made)) {
    log.say(
      `${showPath(join(order.out, name))} was not made now and may be out of date: delete it, or make it too (--to)`,
    )
  }
  log.built(milliseconds, stopwatch.timings())
  return true
}

/** Documents in the folder, named by the report's id, that were not made now: none should go stale unseen. */
function leftovers(out: string, { documents, records }: MadeReport): string[] {
  const id = documents[0]?.name.split('.')[0]
  const made = new Set([...documents, ...records].map(({ name }) => name))
  return readdirSync(out).filter(
    (name) =>
      (name.startsWith(`${id}.`) || name.startsWith(`${id}-slide`)) &&
      !made.has(name) &&
      !/\.edited(-\d+)?\.|\.bak$/.test(name),
  )
}
