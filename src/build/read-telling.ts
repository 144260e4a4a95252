import { join } from 'node:path'
import type { SourceText } from '../dataset/yaml/source-text.ts'
import type { Diagnostic, Outcome } from '../diagnostic.ts'
import { isThere } from '../files/read-file.ts'
import { listInside, readTextInside } from '../files/read-inside.ts'
import { allowFile } from '../trust/numbers/allow-file.ts'
import { type DocumentKind, type Format, formatsOf } from './formats.ts'

/** How a report is told: its templates, partials and chart specs, read but not yet understood. */
export interface Telling {
  templates: ReadonlyMap<DocumentKind, SourceText>
  /** By name: `method` for `templates/partials/method.md.hbs`. */
  partials: ReadonlyMap<string, SourceText>
  /** By the address that a template gives: `charts/netizens.vl.json`. */
  charts: ReadonlyMap<string, SourceText>
  /** The numbers that may stand in them though no figure says them. */
  allow?: SourceText | undefined
}

const kinds = ['deck', 'briefing'] as const

/**
 * Reads the templates that the formats need, and all partials and chart specs, of a report folder. Without formats, or for
 * Markdown, those templates that are there; a report without any, or without one that a format needs, is in error.
 */
export function readTelling(folder: string, formats: readonly Format[] | undefined): Outcome<Telling> {
  const diagnostics: Diagnostic[] = []
  const read = (file: string): SourceText[] => {
    const { value, diagnostics: troubles } = readTextInside(folder, file)
    diagnostics.push(...troubles)
    return value ? [{ ...value, text: value.text.replaceAll('\r\n', '\n') }] : []
  }
  const list = (under: string, ending: string): string[] => {
    const { value = [], diagnostics: troubles } = listInside(folder, under, ending)
    diagnostics.push(...troubles)
    return value
  }
  const wanted = kinds.filter((kind) => isWanted(folder, kind, formats))
  if (wanted.length === 0) diagnostics.push(noTemplates)
  const templates = wanted.flatMap((kind) => read(templateFile(kind)).map((text) => [kind, text] as const))
  const partials = list('templates/partials', '.md.hbs').flatMap(read)
  const charts = list('templates/charts', '.vl.json').flatMap(read)
  return {
    value: {
      templates: new Map(templates),
      partials: new Map(partials.map((partial) => [partialName(partial.file), partial])),
      allow: isThere(join(folder, allowFile)) ? read(allowFile)[0] : undefined,
      charts: new Map(charts.map((chart) => [chart.file.slice('templates/'.length), chart])),
    },
    diagnostics,
  }
}

function isWanted(folder: string, kind: DocumentKind, formats: readonly Format[] | undefined): boolean {
  const needed = formats?.some((format) => format !== 'md' && formatsOf[kind].includes(format)) ?? false
  return needed || (isThere(join(folder, templateFile(kind))) && (!formats || formats.includes('md')))
}

const noTemplates: Diagnostic = {
  severity: 'error',
  message: 'no templates: templates/deck.md.hbs, templates/briefing.md.hbs',
  hint: 'briefwright init starts a report that has both',
}

function templateFile(kind: DocumentKind): string {
  return `templates/${kind}.md.hbs`
}

function partialName(file: string): string {
  return file.slice('templates/partials/'.length, -'.md.hbs'.length)
}
