import { accessSync, constants, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createTools } from '../build/build-tools.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { groupBy } from '../dataset/group-by.ts'
import { type Diagnostic, errorAt, hasErrors, type Outcome } from '../diagnostic.ts'
import { errorCode, explainWriteFailure } from '../files/explain-write-failure.ts'
import { makeFolder } from '../files/make-folder.ts'
import { explainReadFailure } from '../files/read-file.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { once } from '../memory/derived.ts'
import type { ChartOrder, ChartTarget, FreeChartSetting } from './chart-order.ts'
import { openChart } from './chart-source.ts'
import { makeChart } from './make-chart.ts'

/** A spec to be drawn, in values that a thread can be given. */
export interface ChartTask {
  spec: ChartOrder['specs'][number]
  order: FreeChartSetting
}

/** What became of a spec. */
export interface ChartResult {
  /** The files that were written, each with the number of its bytes; undefined: nothing was. */
  made: (ChartTarget & { size: number })[] | undefined
  /** What goes to the standard output. */
  bytes: Uint8Array | undefined
  /** What its reader might wonder about. */
  remark: string | undefined
  diagnostics: readonly Diagnostic[]
}

/** Fonts and the thread that draws pictures stay open from chart to chart. */
const getTools = once(createTools)

/** Draws all files of a spec, or none, or standard output; in a thread, which is ended if a spec never does. */
export async function runTask({ spec: { name, file, targets }, order }: ChartTask): Promise<ChartResult> {
  const { note, add, all } = collectDiagnostics()
  const text = note(readSpec(name, file))
  const source = text === undefined ? undefined : note(openChart({ name, path: file, text }, order, getTools()))
  const formats = [...new Set(targets.map(({ format }) => format))]
  const chart = source && note(await makeChart(name, source, formats, order))
  const files = targets.flatMap((target) => {
    const bytes = chart?.files.get(target.format)
    return bytes ? [{ ...target, bytes }] : []
  })
  if (!hasErrors(all())) add(writeFiles(files))
  const isMade = !hasErrors(all())
  return {
    made: isMade ? files.map(({ target, format, bytes }) => ({ target, format, size: bytes.length })) : undefined,
    bytes: isMade ? files.find(({ target }) => target === '-')?.bytes : undefined,
    remark: chart?.remark,
    diagnostics: all(),
  }
}

/** A file that holds a chart, not yet on the disk. */
interface MadeFile extends ChartTarget {
  bytes: Uint8Array
}

/** The text of a spec; `file` undefined: the standard input. */
function readSpec(name: string, file: string | undefined): Outcome<string> {
  const failed = (message: string): Outcome<string> => ({
    value: undefined,
    diagnostics: [errorAt({ file: name, line: 1, column: 1 }, message) satisfies Diagnostic],
  })
  try {
    // Descriptor 0 is the standard input.
    const bytes = readFileSync(file ?? 0)
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] }
  } catch (error) {
    return failed(errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not UTF-8' : explainReadFailure(error))
  }
}

/** All files of a folder at once, each atomically; none, where any of the folders takes none. */
function writeFiles(files: readonly MadeFile[]): Diagnostic[] {
  const onDisk = files.filter(({ target }) => target !== '-')
  const folders = [...groupBy(onDisk, ({ target }) => dirname(target))]
  const closed = folders.flatMap(([folder]) => openFolder(folder))
  if (closed.length > 0) return closed
  return folders.flatMap(([folder, inIt]) =>
    writeOutputs(
      folder,
      inIt.map(({ target, bytes }) => ({ name: basename(target), bytes })),
    ),
  )
}

function openFolder(folder: string): Diagnostic[] {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    return []
  } catch (error) {
    return [explainWriteFailure(error, folder)]
  }
}
