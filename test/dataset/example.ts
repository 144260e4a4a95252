import { parseDataset } from '../../src/dataset/read/read.ts'
import type { Dataset } from '../../src/dataset/types.ts'
import { formatDiagnostic, type Outcome } from '../../src/diagnostic.ts'

/** A small report, right in all: the other examples change parts of it. */
export const report = `id: example
title: Example
publisher: Office
geography: Country
period: 2023-12
comparison: 2022-12
released: 2024-03-22
language: en
units:
  people: { label: people }
  yuan: { label: yuan, said: true }
sources:
  paper: { kind: primary, title: Paper, publisher: Press, cite: 'Press, 2024' }
speakers:
  ann: { name: Ann, role: Director }
`

export const figures = `indicators:
  users:
    label: Users
    unit: people
    type: stock
    observations:
      - period: 2023-12
        value: 509 million
        source: paper
        change: { since: 2022-12, by: 86.29 million, rate: 20.4% }
  share:
    label: Share
    unit: percent
    type: ratio
    observations:
      - { period: 2023-12, value: 77.5%, source: paper }
`

/** File contents by name below data/; undefined for a file that is not there. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>

/** Reads a dataset of these files, in the order of their names; `report.yaml` is the example's where none is given. */
export function read(files: Files): Outcome<Dataset> {
  const all: Files = { 'report.yaml': report, ...files }
  const names = Object.keys(all)
    .filter((name) => all[name] !== undefined)
    .sort()
  return parseDataset(
    names.map((name) => {
      const content = all[name] ?? ''
      return { path: `data/${name}`, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
    }),
  )
}

/** The diagnostics as they are printed. */
export function troubles(files: Files): string {
  return read(files).diagnostics.map(formatDiagnostic).join('\n')
}
