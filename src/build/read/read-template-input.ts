import { join } from 'node:path'
import { type Diagnostic, type Outcome, plainError } from '../../diagnostic.ts'
import { type DocumentKind, documentKinds, type Format, formatsOf } from '../../document/formats.ts'
import { isThere } from '../../files/read-file.ts'
import { listInside, readTextInside } from '../../files/read-inside.ts'
import type { SourceText } from '../../files/source-text.ts'
import { primaryLanguage } from '../../locale/languages.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'

/** Where a report's allow-list stands, relative to its folder: numbers that no figure says, each with a reason. */
const allowFile = 'templates/allow.yaml'

/** What a report is written with: its templates, partials and chart specs, read but not yet understood. */
export interface TemplateInput {
  /** Those of one language: its own, else the one without a language. */
  templates: ReadonlyMap<DocumentKind, SourceText>
  /** Those of all languages, in the order of their names. */
  written: readonly SourceText[]
  /** By name: `method` for `templates/partials/method.md.hbs`. */
  partials: ReadonlyMap<string, SourceText>
  /** By the address that a template gives: `charts/netizens.vl.json`. */
  charts: ReadonlyMap<string, SourceText>
  /** The numbers that may stand in them though no figure says them. */
  allow?: SourceText | undefined
}

/**
 * Reads the templates that the formats need, in all languages, and all partials and chart specs, of a report folder.
 * Without formats, or for
 * Markdown, those templates that are there; a report without any is in error. Chosen are those of the first language.
 */
export function readTemplateInput(
  folder: string,
  formats: readonly Format[] | undefined,
  languages: readonly string[] = [],
  memory: Memory = noMemory,
): Outcome<TemplateInput> {
  const diagnostics: Diagnostic[] = []
  const read = (file: string): SourceText[] => {
    const { value, diagnostics: found } = readTextInside(folder, file)
    diagnostics.push(...found)
    if (!value) return []
    const source = { ...value, text: value.text.replaceAll('\r\n', '\n') }
    // The same object as long as its content is: what is read of it is kept with it.
    return [memory.remember('text', [source], () => source)]
  }
  const list = (under: string, ending: string): string[] => {
    const { value = [], diagnostics: found } = listInside(folder, under, ending)
    diagnostics.push(...found)
    return value
  }
  const files = isThere(join(folder, 'templates')) ? list('templates', '.md.hbs') : []
  const needed = documentKinds.filter(
    (kind) => formats?.some((format) => format !== 'md' && formatsOf[kind].includes(format)) ?? false,
  )
  const wanted = (kind: DocumentKind) => needed.includes(kind) || !formats || formats.includes('md')
  const written = files
    .filter((file) => {
      const kind = getKind(file)
      return kind !== undefined && wanted(kind)
    })
    .flatMap(read)
  const partials = list('templates/partials', '.md.hbs').flatMap(read)
  const charts = list('templates/charts', '.vl.json').flatMap(read)
  const templateInput: TemplateInput = {
    templates: new Map(),
    written,
    partials: new Map(partials.map((partial) => [partialName(partial.file), partial])),
    allow: isThere(join(folder, allowFile)) ? read(allowFile)[0] : undefined,
    charts: new Map(charts.map((chart) => [chart.file.slice('templates/'.length), chart])),
  }
  const chosen = languages.map((language) => templateInputIn(templateInput, language))
  diagnostics.push(
    ...languages.flatMap((language, index) => missingTemplates(chosen[index] ?? templateInput, language, needed)),
  )
  return { value: chosen[0] ?? templateInputIn(templateInput, ''), diagnostics }
}

/** The same with the templates of another language. */
export function templateInputIn(templateInput: TemplateInput, language: string): TemplateInput {
  const templates = documentKinds.flatMap((kind) => {
    const names = [`${kind}.${language}`, `${kind}.${primaryLanguage(language)}`, kind]
    const found = names.flatMap((name) => templateInput.written.find(({ file }) => file === templateFile(name)) ?? [])
    return found[0] ? [[kind, found[0]] as const] : []
  })
  return { ...templateInput, templates: new Map(templates) }
}

function missingTemplates(
  { templates }: TemplateInput,
  language: string,
  needed: readonly DocumentKind[],
): Diagnostic[] {
  const lacking = needed.filter((kind) => !templates.has(kind))
  if (templates.size === 0 && lacking.length === 0) lacking.push('deck', 'briefing')
  if (lacking.length === 0) return []
  const message = `no templates: ${lacking.map(templateFile).join(', ')}`
  const own = lacking.map((kind) => templateFile(`${kind}.${language}`)).join(', ')
  const hint = templates.size === 0 ? 'briefwright init starts a report that has both' : undefined
  return [plainError(message, { expected: `one for all languages, or ${own}`, hint })]
}

/** The kind of document a template is for, `templates/deck.zh.md.hbs`; undefined for an author's other files. */
function getKind(file: string): DocumentKind | undefined {
  const [, name] = /^templates\/([a-z-]+)(?:\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)?\.md\.hbs$/.exec(file) ?? []
  return documentKinds.find((kind) => kind === name)
}

function templateFile(name: string): string {
  return `templates/${name}.md.hbs`
}

function partialName(file: string): string {
  return file.slice('templates/partials/'.length, -'.md.hbs'.length)
}
