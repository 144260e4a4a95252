import { accessSync, constants, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createTools, type Tools } from '../build/build-tools.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { formatCounts, type Log } from '../console/log.ts'
import { showPath } from '../console/show-path.ts'
import { groupBy } from '../dataset/group-by.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { errorCode, explainWriteFailure } from '../files/explain-write-failure.ts'
import { makeFolder } from '../files/make-folder.ts'
import { explainReadFailure } from '../files/read-file.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import type { ChartOrder, ChartTarget } from './chart-order.ts'
import { openChart } from './chart-source.ts'
import { makeChart } from './make-chart.ts'

/** Draws charts in the files or on the standard output that were asked for; what goes there, or undefined where any chart failed. Nothing is written then. */
export async function runChart(
  order: ChartOrder,
  log: Log,
  begin: (spec: string) => void,
): Promise<Uint8Array | undefined> {
  const started = performance.now()
  const { note, outcome } = collectDiagnostics()
  const tools = createTools()
  try {
    const made: MadeFile[] = []
    for (const spec of order.specs) {
      begin(spec.name)
      made.push(...(note(await makeFiles(spec, order, tools, log)) ?? []))
    }
    const { value: files, diagnostics } = outcome(made)
    const unwritten = files ? writeFiles(files) : []
    const troubles = [...diagnostics, ...unwritten]
    for (const trouble of troubles) log.diagnostic(trouble)
    if (!files || hasErrors(unwritten)) {
      log.say(`failed: ${formatCounts(troubles)}; nothing was written`)
      return undefined
    }
    const milliseconds = Math.round(performance.now() - started)
    for (const { target, format, bytes } of files) {
      if (target !== '-') log.made({ path: showPath(target), format, bytes: bytes.length, milliseconds })
    }
    return files.find(({ target }) => target === '-')?.bytes ?? new Uint8Array()
  } finally {
    await tools.close()
  }
}

/** A file that holds a chart, not yet on the disk. */
interface MadeFile extends ChartTarget {
  bytes: Uint8Array
}

async function makeFiles(
  { name, file, targets }: ChartOrder['specs'][number],
  order: ChartOrder,
  tools: Tools,
  log: Log,
): Promise<Outcome<MadeFile[]>> {
  const { note, outcome } = collectDiagnostics()
  const text = note(readSpec(name, file))
  const source = text === undefined ? undefined : note(openChart({ name, path: file, text }, order, tools))
  if (!source) return outcome()
  const formats = [...new Set(targets.map(({ format }) => format))]
  const made = note(await makeChart(name, source, formats, order))
  if (made?.remark !== undefined) log.say(made.remark)
  return outcome(
    targets.flatMap((target) => {
      const bytes = made?.files.get(target.format)
      return bytes ? [{ ...target, bytes }] : []
    }),
  )
}

/** The text of a spec; `file` undefined: the standard input. */
function readSpec(name: string, file: string | undefined): Outcome<string> {
  const failed = (message: string): Outcome<string> => ({
    value: undefined,
    diagnostics: [{ severity: 'error', message, place: { file: name, line: 1, column: 1 } } satisfies Diagnostic],
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
