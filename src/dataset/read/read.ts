import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, errorAt, failed, hasErrors, inOrder, type Outcome, type Place } from '../../diagnostic.ts'
import { explainReadFailure, isThere, statPath } from '../../files/read-file.ts'
import { readFileInside } from '../../files/read-inside.ts'
import { type DatasetFile, type SourceText, withExcerpt } from '../../files/source-text.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { check } from '../check/check.ts'
import { derive } from '../derive/derive.ts'
import { resolve } from '../derive/resolve.ts'
import type { Dataset } from '../types.ts'
import { gatherMissing, joinUnknown } from './gather-alike.ts'
import { readFiles } from './read-files.ts'

/**
 * Reads the dataset of a report folder: `data/report.yaml` and all other .yaml and .csv files in `data/`, but for
 * `data/sources/`. Every fault is reported, in the order of files and lines. The dataset is there where nothing of it
 * had to be
 * left out, even if its figures contradict each other. Texts must be there in the report's languages, and in those
 * given.
 */
export function readDataset(
  folder: string,
  memory: Memory = noMemory,
  languages: readonly string[] = [],
): Outcome<Dataset> {
  if (!isThere(join(folder, 'data'))) return failed(noData)
  const { files, unread } = readDatasetFiles(folder)
  const { value, diagnostics } = memory.remember('dataset', [files, languages], () =>
    parseDataset(files, memory, languages),
  )
  return { value: unread.length > 0 ? undefined : value, diagnostics: [...unread, ...diagnostics] }
}

/** The dataset's files in a report folder, in the order of their paths, and an error for each unreadable one. */
export function readDatasetFiles(folder: string): { files: DatasetFile[]; unread: Diagnostic[] } {
  if (!isThere(join(folder, 'data'))) return { files: [], unread: [noData] }
  const read = listFiles(folder, 'data').flatMap(({ path, fault }) => {
    if (fault) return [fault]
    return /\.(ya?ml|csv)$/i.test(path) ? [readFileInside(folder, path)] : []
  })
  return {
    files: read.flatMap((file) => ('severity' in file ? [] : [file])),
    unread: read.flatMap((file) => ('severity' in file ? [file] : [])),
  }
}

const noData: Diagnostic = errorAt({ file: 'data', line: 1, column: 1 }, 'no such folder: data', {
  hint: 'run this in the folder of a report, or make one: briefwright init my-report',
})

/** Reads a dataset from its files' bytes, in the order of their paths, which are relative to the report folder. */
export function parseDataset(
  files: readonly DatasetFile[],
  memory: Memory = noMemory,
  languages: readonly string[] = [],
): Outcome<Dataset> {
  const { dataset, isWhole, diagnostics } = parseIncomplete(files, memory, languages)
  return { value: isWhole ? dataset : undefined, diagnostics: gatherMissing(diagnostics, dataset.report.period) }
}

/** A dataset as far as readable, as in the middle of a new edition; `isWhole` if nothing had to be left out. */
export function parseIncomplete(
  files: readonly DatasetFile[],
  memory: Memory = noMemory,
  languages: readonly string[] = [],
): {
  dataset: Dataset
  isWhole: boolean
  diagnostics: Diagnostic[]
} {
  const { written, sources, diagnostics: readFaults } = readFiles(files, memory)
  const { draft, diagnostics: resolveFaults } = resolve(written, languages)
  const derived = derive(draft)
  const { checks, diagnostics: checkFaults } = check(draft, derived)
  const faults = [...readFaults, ...resolveFaults, ...derived.diagnostics]
  const { report, units, speakers, dimensions, indicators, otherwise, lists } = draft
  const dataset: Dataset = {
    report,
    sources: draft.sources,
    speakers,
    units,
    dimensions,
    indicators,
    observations: derived.observations,
    absences: derived.absences,
    ...(otherwise && { otherwise }),
    lists,
    checks,
  }
  const isWhole = !hasErrors(faults)
  // Beside figures that could not be read others look odd.
  const found = isWhole ? checkFaults : checkFaults.filter(({ kind }) => kind !== 'plausible')
  return {
    dataset,
    isWhole,
    diagnostics: joinUnknown(
      inOrder(
        [...faults, ...found],
        files.map(({ path }) => path),
      ),
    ).map((fault) => withItsExcerpt(fault, sources)),
  }
}

function withItsExcerpt(diagnostic: Diagnostic, sources: ReadonlyMap<string, SourceText>): Diagnostic {
  const source = diagnostic.place && sources.get(diagnostic.place.file)
  return source ? withExcerpt(diagnostic, source) : diagnostic
}

/** Possible dataset files below a folder, relative to the report and by name; `fault` where one is inaccessible. */
function listFiles(folder: string, path: string): { path: string; fault?: Diagnostic }[] {
  const fault = (message: string, hint?: string) => [{ path, fault: errorAt(getStart(path), message, { hint }) }]
  try {
    return readdirSync(join(folder, path), { withFileTypes: true })
      .map((entry) => ({ entry, path: `${path}/${entry.name}` }))
      .filter(({ path: own }) => own !== 'data/sources')
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .flatMap(({ entry, path: own }) => {
        if (entry.isDirectory()) return listFiles(folder, own)
        const isLinkedFolder = entry.isSymbolicLink() && statPath(join(folder, own))?.isDirectory()
        return isLinkedFolder ? [{ path: own, fault: linkedFolder(own) }] : [{ path: own }]
      })
  } catch (error) {
    return fault(`cannot be read: ${path} (${explainReadFailure(error)})`, 'it holds the files of the dataset')
  }
}

/** What is in it would be left out, and nobody would notice. */
function linkedFolder(path: string): Diagnostic {
  return errorAt(getStart(path), `a link to a folder is not followed: ${path}`, {
    hint: 'put its files here themselves',
  })
}

function getStart(file: string): Place {
  return { file, line: 1, column: 1 }
}
