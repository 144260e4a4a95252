import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, hasErrors, type Outcome, type Place } from '../diagnostic.ts'
import { type Memory, noMemory } from '../memory.ts'
import { isInside } from '../read-inside.ts'
import { check } from './check.ts'
import { derive } from './derive.ts'
import { errorAt } from './located.ts'
import { readFiles } from './read-files.ts'
import { resolve } from './resolve.ts'
import { type DatasetFile, lineAt, maximumBytes, type SourceText } from './source-text.ts'
import type { Dataset } from './types.ts'

/**
 * Reads the dataset of a report folder: `data/report.yaml` and all other .yaml and .csv files in `data/`, but for
 * `data/sources/`. Every fault is told, in the order of files and lines. The dataset is there where nothing of it had to be
 * left out, even if its figures contradict each other.
 */
export function readDataset(folder: string, memory: Memory = noMemory): Outcome<Dataset> {
  if (!existsSync(join(folder, 'data'))) {
    const hint = 'run this in the folder of a report, or make one: briefwright init my-report'
    return { value: undefined, diagnostics: [errorAt(startOf('data'), 'no such folder: data', { hint })] }
  }
  const { files, unread } = readDatasetFiles(folder)
  const { value, diagnostics } = memory.remember('dataset', [files], () => parseDataset(files, memory))
  return { value: unread.length > 0 ? undefined : value, diagnostics: [...unread, ...diagnostics] }
}

/** The files of the dataset of a report folder, in the order of their paths, and an error for each that cannot be read. */
export function readDatasetFiles(folder: string): { files: DatasetFile[]; unread: Diagnostic[] } {
  const paths = listFiles(folder, 'data')
  const read = paths.filter((path) => /\.(ya?ml|csv)$/.test(path)).map((path) => readFile(folder, path))
  return {
    files: read.flatMap((file) => ('severity' in file ? [] : [file])),
    unread: read.flatMap((file) => ('severity' in file ? [file] : [])),
  }
}

/** Reads a dataset from its files' bytes, in the order of their paths, which are relative to the report folder. */
export function parseDataset(files: readonly DatasetFile[], memory: Memory = noMemory): Outcome<Dataset> {
  const { dataset, isWhole, diagnostics } = parseIncomplete(files, memory)
  return { value: isWhole ? dataset : undefined, diagnostics }
}

/** A dataset as far as it can be read; `isWhole` says that nothing of it had to be left out. For a report in the middle of its next edition. */
export function parseIncomplete(
  files: readonly DatasetFile[],
  memory: Memory = noMemory,
): {
  dataset: Dataset
  isWhole: boolean
  diagnostics: Diagnostic[]
} {
  const { written, sources, diagnostics: readFaults } = readFiles(files, memory)
  const { draft, diagnostics: resolveFaults } = resolve(written)
  const derived = derive(draft)
  const { checks, diagnostics: checkFaults } = check(draft, derived)
  const faults = [...readFaults, ...resolveFaults, ...derived.diagnostics]
  const { report, units, speakers, indicators, lists } = draft
  const dataset: Dataset = {
    report,
    sources: draft.sources,
    speakers,
    units,
    indicators,
    observations: derived.observations,
    lists,
    checks,
  }
  return {
    dataset,
    isWhole: !hasErrors(faults),
    diagnostics: gathered(inOrder([...faults, ...checkFaults], files)).map((fault) =>
      printable(withExcerpt(fault, sources)),
    ),
  }
}

/** A name that stands in more places than this is likelier to be misspelt where it is declared: it is told once. */
const severalPlaces = 3

function gathered(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const uses = new Map<string, number>()
  for (const { message } of diagnostics) uses.set(message, (uses.get(message) ?? 0) + 1)
  const told = new Set<string>()
  return diagnostics.flatMap((one) => {
    const others = (uses.get(one.message) ?? 0) - 1
    if (others < severalPlaces || !/^unknown (indicator|unit|source|speaker): /.test(one.message)) return [one]
    if (told.has(one.message)) return []
    told.add(one.message)
    return [{ ...one, hint: `${one.hint ? `${one.hint} ` : ''}it stands in ${others} more places` }]
  })
}

function inOrder(diagnostics: readonly Diagnostic[], files: readonly DatasetFile[]): Diagnostic[] {
  const rank = ({ place }: Diagnostic) => files.findIndex(({ path }) => path === place?.file)
  const line = ({ place }: Diagnostic) => place?.line ?? 0
  const column = ({ place }: Diagnostic) => place?.column ?? 0
  return diagnostics.toSorted((a, b) => rank(a) - rank(b) || line(a) - line(b) || column(a) - column(b))
}

function withExcerpt(diagnostic: Diagnostic, sources: ReadonlyMap<string, SourceText>): Diagnostic {
  const { place } = diagnostic
  const source = place && sources.get(place.file)
  return source ? { ...diagnostic, excerpt: lineAt(source, place.line) } : diagnostic
}

/** The diagnostic without control characters, which a terminal would obey; columns stay. */
function printable({ message, excerpt, expected, hint, ...rest }: Diagnostic): Diagnostic {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const plain = (text: string | undefined) => text?.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\ufffd')
  return {
    ...rest,
    message: plain(message) ?? '',
    excerpt: plain(excerpt),
    expected: plain(expected),
    hint: plain(hint),
  }
}

/** Paths of all files below a folder, relative to the report, in the order of their names. */
function listFiles(folder: string, path: string): string[] {
  const entries = readdirSync(join(folder, path), { withFileTypes: true })
  const names = entries.map((entry) => ({ entry, path: `${path}/${entry.name}` }))
  return names
    .filter(({ path: own }) => own !== 'data/sources')
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ entry, path: own }) => (entry.isDirectory() ? listFiles(folder, own) : [own]))
}

/** A file's bytes; only its size where it is too large, and an error where it cannot be read. */
function readFile(folder: string, path: string): DatasetFile | Diagnostic {
  try {
    if (!isInside(folder, join(folder, path))) {
      const hint = 'copy the file into the report folder'
      return errorAt(startOf(path), `leads out of the report folder: ${path}`, { hint })
    }
    const { size } = statSync(join(folder, path))
    return size > maximumBytes
      ? { path, bytes: new Uint8Array(), size }
      : { path, bytes: readFileSync(join(folder, path)) }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return errorAt(startOf(path), `cannot be read: ${path} (${reason})`)
  }
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1 }
}
