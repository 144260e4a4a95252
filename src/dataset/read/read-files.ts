import { type Diagnostic, errorAt, suggest, warningAt } from '../../diagnostic.ts'
import { type DatasetFile, decodeFile, hiddenCharacters, type SourceText } from '../../files/source-text.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import type { Written } from '../derive/resolve.ts'
import { isMap } from '../is-map.ts'
import { type Located, valueAt } from '../yaml/located.ts'
import { readYaml } from '../yaml/yaml.ts'
import type { FiguresFile, IsBroken, ObservationItem } from './draft.ts'
import type { Header, Salvaged } from './report.ts'
import { readRows } from './rows.ts'
import { figuresSchema, headerSchema, idPattern, sectionNames } from './schema.ts'
import { everything, validate } from './validate.ts'

/** The file that says what the report is. */
export const reportFile = 'data/report.yaml'

/** What was read from all files, the texts of those that could be decoded, and what is wrong with them. */
export interface ReadFiles {
  written: Written
  sources: ReadonlyMap<string, SourceText>
  diagnostics: Diagnostic[]
}

/** What one file gave. */
interface Part {
  source?: SourceText | undefined
  header?: Header | undefined
  /** The report's language, period and comparison as far as they could be read. */
  salvaged?: Salvaged | undefined
  figures?: FiguresFile | undefined
  rows: readonly ObservationItem[]
  diagnostics: readonly Diagnostic[]
  /** Names that the file uses but that could not be read. */
  dropped: readonly string[]
  /** The text of a file that could not be read: any name in it may be declared there. */
  unread?: string | undefined
}

/** Decodes each file, reads its YAML or CSV, and checks it against the schema. */
export function readFiles(files: readonly DatasetFile[], memory: Memory = noMemory): ReadFiles {
  const parts = files.map((file) => memory.remember('read file', [file], () => readPart(file)))
  const header = parts.find((part) => part.header)?.header
  const missing = files.some(({ path }) => path === reportFile) ? [] : [missingReport(files)]
  // Units and sources may have been meant for the missing file.
  const dropped = new Set(missing.length > 0 ? [everything] : parts.flatMap((part) => part.dropped))
  const unread = parts.flatMap((part) => part.unread ?? [])
  const isBroken: IsBroken = (name) =>
    dropped.has(everything) ||
    [...dropped].some((one) => isMeant(name, one)) ||
    unread.some((text) => text.includes(name))
  const written: Written = {
    header,
    salvaged: parts.find((part) => part.salvaged)?.salvaged ?? {},
    files: parts.flatMap((part) => part.figures ?? []),
    rows: parts.flatMap((part) => part.rows),
    isBroken,
  }
  return {
    written,
    sources: new Map(parts.flatMap(({ source }) => (source ? [[source.file, source] as const] : []))),
    diagnostics: [...missing, ...parts.flatMap((part) => part.diagnostics)],
  }
}

function readPart(file: DatasetFile): Part {
  if (!/\.(yaml|csv)$/.test(file.path)) return { rows: [], diagnostics: [skippedFile(file.path)], dropped: [] }
  const { value: source, diagnostics } = decodeFile(file)
  if (!source) return { rows: [], diagnostics, dropped: [everything] }
  const part = readText(source)
  return { ...part, diagnostics: [...hiddenCharacters(source), ...part.diagnostics] }
}

function readText(source: SourceText): Part {
  if (source.file.endsWith('.csv')) {
    const { items, unread, ...rest } = readRows(source)
    return { source, rows: items, ...rest, unread: unread ? source.text : undefined }
  }
  const yaml = readYaml(source)
  if (!yaml.value) return { source, rows: [], diagnostics: yaml.diagnostics, dropped: [], unread: source.text }
  const { header, figures, ...rest } = source.file === reportFile ? readReport(yaml.value) : readFigures(yaml.value)
  return {
    source,
    header,
    figures,
    salvaged: rest.salvaged,
    rows: [],
    diagnostics: [...yaml.diagnostics, ...rest.diagnostics],
    dropped: [...yaml.value.dropped, ...rest.dropped],
  }
}

type YamlPart = Pick<Part, 'header' | 'figures' | 'salvaged' | 'diagnostics' | 'dropped'>

function readFigures(located: Located): YamlPart {
  const { value, diagnostics, dropped, located: readable } = validate(figuresSchema, located)
  return { figures: value && { located: readable, entry: value }, diagnostics, dropped }
}

/** The head and the sections of `report.yaml` are checked apart, so that a fault in the one does not lose the other. */
function readReport(located: Located): YamlPart {
  if (!isMap(located.value)) return readFigures(located)
  const entries = Object.entries(located.value)
  const sections = entries.filter(([name]) => sectionNames.includes(name))
  const heads = entries.filter(([name]) => !sectionNames.includes(name))
  const figures = readFigures({ ...located, value: Object.fromEntries(sections) })
  const own = { ...located, value: Object.fromEntries(heads) }
  const head = validate(headerSchema, own)
  const salvage = (name: string) => {
    const value = valueAt(located.value, [name])
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  return {
    ...figures,
    header: head.value && { located: own, entry: head.value },
    salvaged: { language: salvage('language'), period: salvage('period'), comparison: salvage('comparison') },
    diagnostics: [...head.diagnostics, ...figures.diagnostics],
    dropped: [...figures.dropped, ...head.dropped],
  }
}

function skippedFile(file: string): Diagnostic {
  const place = { file, line: 1, column: 1 }
  return warningAt(place, `not read: ${file}`, { hint: `name it ${/csv$/i.test(file) ? '.csv' : '.yaml'}` })
}

/** Whether a name that was dropped is, or was to be, this one: `users` for `Users`, which is no id. */
function isMeant(name: string, dropped: string): boolean {
  return name === dropped || (!idPattern.test(dropped) && suggest(name, [dropped]) !== undefined)
}

function missingReport(files: readonly DatasetFile[]): Diagnostic {
  const place = { file: reportFile, line: 1, column: 1 }
  const near = files.find(({ path }) => /(^|\/)report\.ya?ml$/i.test(path))
  const hint = near
    ? `rename ${near.path}`
    : 'it says what the report is: title, period, sources; make a new one: briefwright init'
  return errorAt(place, `missing file: ${reportFile}`, { hint })
}
