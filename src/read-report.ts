import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceText } from './dataset/source-text.ts'
import type { Diagnostic, Outcome } from './diagnostic.ts'
import { listInside, readTextInside } from './read-inside.ts'

/** The two documents that a report can have. */
export type DocumentKind = 'deck' | 'briefing'

/** How a report is told: its templates, partials and chart specs, read but not yet understood. */
export interface Telling {
  templates: ReadonlyMap<DocumentKind, SourceText>
  /** By name: `method` for `templates/partials/method.md.hbs`. */
  partials: ReadonlyMap<string, SourceText>
  /** By the address that a template gives: `charts/netizens.vl.json`. */
  charts: ReadonlyMap<string, SourceText>
}

/** Where the template of a document stands, relative to the report folder. */
export function templateFile(kind: DocumentKind): string {
  return `templates/${kind}.md.hbs`
}

/** Reads the templates that are asked for, and all partials and chart specs, of a report folder; a missing template is an error. */
export function readTelling(folder: string, kinds: readonly DocumentKind[]): Outcome<Telling> {
  const diagnostics: Diagnostic[] = []
  const read = (file: string): SourceText[] => {
    const outcome = readTextInside(folder, file)
    diagnostics.push(...outcome.diagnostics)
    return outcome.value ? [outcome.value] : []
  }
  const templates = kinds.flatMap((kind) => read(templateFile(kind)).map((text) => [kind, text] as const))
  const partials = listInside(folder, 'templates/partials', '.md.hbs').flatMap(read)
  const charts = listInside(folder, 'templates/charts', '.vl.json').flatMap(read)
  return {
    value: {
      templates: new Map(templates),
      partials: new Map(partials.map((partial) => [partialName(partial.file), partial])),
      charts: new Map(charts.map((chart) => [chart.file.slice('templates/'.length), chart])),
    },
    diagnostics,
  }
}

/** The documents that a report folder has a template for. */
export function findDocuments(folder: string): DocumentKind[] {
  return (['deck', 'briefing'] as const).filter((kind) => existsSync(join(folder, templateFile(kind))))
}

function partialName(file: string): string {
  return file.slice('templates/partials/'.length, -'.md.hbs'.length)
}
