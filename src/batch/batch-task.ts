import { createTools } from '../build/build-tools.ts'
import { createStopwatch } from '../build/stopwatch.ts'
import type { BuildOrder } from '../build/types.ts'
import { makeReport, writeReport } from '../build.ts'
import { type Diagnostic, hasErrors, plainError } from '../diagnostic.ts'
import { sha256 } from '../files/sha256.ts'
import { once } from '../memory/derived.ts'
import { createMemory, settling } from '../memory/memory.ts'

/** A variant to be made, in values that a thread can be given. */
export interface BatchTask {
  request: BuildOrder
  /** What the report's files were when the batch began: `hashInputs`. */
  inputs: string
}

/** What became of a variant. */
export interface BatchResult {
  /** The files in its folder, each with its SHA-256; undefined: nothing was written. */
  outputs: Readonly<Record<string, string>> | undefined
  bytes: number
  milliseconds: number
  diagnostics: readonly Diagnostic[]
  /** Whether what failed is the machine's fault, such as a disk that is full: elsewhere or later it may be made. */
  mayPass?: boolean | undefined
}

/** Threads read and lay out what variants share once: fonts stay open, and results for equal inputs are kept. */
const getTools = once(() => createTools(createMemory()))

/** Makes the documents of one variant, as `build` does. Called in a thread, again and again. */
export async function runTask({ request, inputs }: BatchTask): Promise<BatchResult> {
  const tools = getTools()
  const stopwatch = createStopwatch()
  const make = () => makeReport(request, tools, stopwatch)
  const { value: made, diagnostics } = await settling(tools.memory, make)
  const failed = { outputs: undefined, bytes: 0, milliseconds: Math.round(stopwatch.elapsed()) }
  if (!made) return { ...failed, diagnostics }
  if (hashInputs(made.manifest.inputs) !== inputs) return { ...failed, diagnostics: [...diagnostics, changedMeanwhile] }
  const written = writeReport(made, { ...request, isDurable: true }, stopwatch)
  const all = [...diagnostics, ...written.refused, ...written.failed]
  if (hasErrors(all)) return { ...failed, diagnostics: all, mayPass: hasErrors(written.failed) }
  const files = [...made.documents, ...made.records]
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const outputs = Object.fromEntries(files.map(({ name, bytes }) => [name, sha256(bytes)]))
  return { outputs, bytes, milliseconds: Math.round(stopwatch.elapsed()), diagnostics: all }
}

const changedMeanwhile: Diagnostic = plainError(
  'the report has changed since the batch began: its documents do not agree with each other',
  { hint: 'begin again with --resume: what was made of the former files is made anew' },
)

/** One hash of the files that a report is made of. */
export function hashInputs(inputs: Readonly<Record<string, string>>): string {
  return sha256(JSON.stringify(Object.entries(inputs).sort()))
}
