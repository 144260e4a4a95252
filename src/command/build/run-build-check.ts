import { join } from 'node:path'
import type { Tools } from '../../build/build-tools.ts'
import { createStopwatch } from '../../build/stopwatch.ts'
import { makeReport } from '../../build.ts'
import { formatCounts, type Log } from '../../console/log.ts'
import { showPath } from '../../console/show-path.ts'
import { readFile } from '../../files/read-file.ts'
import { sha256 } from '../../files/sha256.ts'
import { settling } from '../../memory/memory.ts'
import { compareManifests, type OutputDifference } from '../../trust/compare-manifests.ts'
import { manifestName, parseManifest } from '../../trust/manifest.ts'
import { forEachVariant } from './for-each-variant.ts'
import type { BuildOrder } from './run-build.ts'

/** Builds in memory and compares with what lies in the out folder, byte by byte; whether it is the same. What differs is reported with its reasons; nothing is written. */
export function runBuildCheck(order: BuildOrder, log: Log): Promise<boolean> {
  return forEachVariant(order, log, buildAndCompare)
}

async function buildAndCompare(order: BuildOrder, tools: Tools, log: Log): Promise<boolean> {
  const { value: made, diagnostics } = await settling(tools.memory, () =>
    makeReport(order, tools, createStopwatch(log.progress)),
  )
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (!made) {
    log.say(`failed: ${formatCounts(diagnostics)}; nothing was compared`)
    return false
  }
  const names = Object.keys(made.manifest.outputs)
  const lying = new Map(names.flatMap((name) => getHash(join(order.out, name)).map((hash) => [name, hash] as const)))
  const [text] = readIfThere(join(order.out, manifestName))
  const then = text && parseManifest(Buffer.from(text).toString('utf8'))
  const differences = compareManifests(made.manifest, then || undefined, lying)
  for (const difference of differences) log.diagnostic(toDiagnostic(difference, order.out))
  log.say(
    `${showPath(order.out)}: ${names.length - differences.length} of ${names.length} files as this build makes them`,
  )
  return differences.length === 0
}

function toDiagnostic({ name, what, why }: OutputDifference, out: string) {
  const reasons = why.length > 0 ? `: ${why.join('; ')}` : ''
  return {
    severity: 'error' as const,
    message: `${showPath(join(out, name))} ${what === 'missing' ? 'is missing' : 'differs'}${reasons}`,
  }
}

function getHash(path: string): string[] {
  return readIfThere(path).map((bytes) => sha256(bytes))
}

function readIfThere(path: string): Uint8Array[] {
  const { bytes } = readFile(path)
  return bytes ? [bytes] : []
}
