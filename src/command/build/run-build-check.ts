import { join } from 'node:path'
import type { Tools } from '../../build/build-tools.ts'
import { manifestName, parseManifest } from '../../build/manifest.ts'
import { createStopwatch } from '../../build/stopwatch.ts'
import type { BuildOrder, Manifest } from '../../build/types.ts'
import { makeReport } from '../../build.ts'
import { formatCounts, type Log } from '../../console/log.ts'
import { showPath } from '../../console/show-path.ts'
import { plainError } from '../../diagnostic.ts'
import { readFile } from '../../files/read-file.ts'
import { sha256 } from '../../files/sha256.ts'
import { settling } from '../../memory/memory.ts'
import { forEachVariant } from './for-each-variant.ts'

/** Compares a build in memory with the out folder, byte by byte; whether equal. Reports differences, writes nothing. */
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
  return plainError(`${showPath(join(out, name))} ${what === 'missing' ? 'is missing' : 'differs'}${reasons}`)
}

function getHash(path: string): string[] {
  return readIfThere(path).map((bytes) => sha256(bytes))
}

function readIfThere(path: string): Uint8Array[] {
  const { bytes } = readFile(path)
  return bytes ? [bytes] : []
}

/** A difference between what lies in the out folder and what a build makes now. */
interface OutputDifference {
  name: string
  what: 'missing' | 'differs'
  /** In words: `edited since it was built`, `data/figures.yaml changed`. */
  why: string[]
}

/**
 * Which outputs differ from a build made now, and why: edits, inputs, fonts, versions, options.
 * `now.outputs` are the build's; `lying` are the hashes of the existing files.
 */
export function compareManifests(
  now: Manifest,
  then: Manifest | undefined,
  lying: ReadonlyMap<string, string>,
): OutputDifference[] {
  return Object.entries(now.outputs).flatMap(([name, made]): OutputDifference[] => {
    const there = lying.get(name)
    if (there === made) return []
    if (there === undefined) return [{ name, what: 'missing', why: [] }]
    return [{ name, what: 'differs', why: reasons(name, there, now, then) }]
  })
}

function reasons(name: string, there: string, now: Manifest, then: Manifest | undefined): string[] {
  if (!then) return ['there is no manifest.json that says what it was made of']
  const edited =
    then.outputs[name] !== undefined && then.outputs[name] !== there ? ['it was edited after it was built'] : []
  const changed = [
    ...mapDifferences(now.inputs, then.inputs),
    ...mapDifferences(now.fonts, then.fonts),
    ...mapDifferences(now.versions, then.versions, true),
    ...mapDifferences(now.asked, then.asked, true),
  ]
  const all = [...edited, ...changed]
  return all.length > 0 ? all : ['the same inputs gave other bytes: please report it']
}

type TextMap = Readonly<Record<string, string>>

/** `data/figures.yaml changed`, `templates/x added`; for versions and options with what they were. */
function mapDifferences(now: TextMap, then: TextMap, showsValues = false): string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].sort().flatMap((name) => {
    const [is, was] = [now[name], then[name]]
    if (is === was) return []
    if (showsValues) return [`${name} is ${is ?? 'not given'}, was ${was ?? 'not given'}`]
    return [`${name} ${is === undefined ? 'is gone' : was === undefined ? 'is new' : 'changed'}`]
  })
}
