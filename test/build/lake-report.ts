import { createTools } from '../../src/build/build-tools.ts'
import { makeReport } from '../../src/build.ts'
import type { Format } from '../../src/document/formats.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** The smallest report: one source, one unit that is named by the word given. */
export function lakeReport(unit: string): string {
  return `id: lake
title: The lake
publisher: Harbour office
geography: The lake
period: 2024
comparison: 2023
released: 2025-01-15
language: en
units: { ${unit}: { label: ${unit} } }
sources:
  harbour: { kind: primary, title: T, publisher: P, cite: C }
`
}

/** Makes a report of files, in memory; the folder is theirs. */
export async function makeFiles(files: Record<string, string>, formats?: readonly Format[]) {
  const folder = temporaryFolder(files)
  const tools = createTools()
  try {
    const request = { folder, formats }
    return {
      folder,
      ...(await makeReport(request, tools)),
    }
  } finally {
    await tools.close()
  }
}

/** What is said of files while documents are made of them, without places. */
export async function saidOf(files: Record<string, string>, formats?: readonly Format[]): Promise<string[]> {
  const { diagnostics } = await makeFiles(files, formats)
  return diagnostics.map(({ severity, message }) => `${severity}: ${message}`)
}
