import { join } from 'node:path'
import { readDataset } from '../../dataset/read/read.ts'
import { reportFile } from '../../dataset/read/read-files.ts'
import type { Dataset, LocalText, Report, Variant, VariantPlan } from '../../dataset/types.ts'
import { listVariants } from '../../dataset/variant/list-variants.ts'
import { type Diagnostic, errorAt, failed, type Outcome, plainError, suggest } from '../../diagnostic.ts'
import { readFile } from '../../files/read-file.ts'
import { readTextAt, readTextInside } from '../../files/read-inside.ts'
import { maximumBytes, type SourceText } from '../../files/source-text.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import type { BuildRequest } from '../types.ts'

type Asked = Pick<BuildRequest, 'folder' | 'languages' | 'variant' | 'variants'>

/** The dataset of the requested variant, by default the first; without variants, the dataset itself. */
export function chooseVariant(dataset: Dataset, request: Asked, memory: Memory): Outcome<Dataset> {
  const { value: variants, diagnostics } = readVariants(dataset, request, memory)
  if (!variants) return { value: undefined, diagnostics }
  const [first] = variants
  if (!first && request.variant === undefined) return { value: dataset, diagnostics }
  const chosen = request.variant === undefined ? first : variants.find(({ id }) => id === request.variant)
  return chosen ? asVariant(dataset, chosen) : failed(unknownVariant(request.variant ?? '', variants))
}

/** A request for each requested variant, in the order of the plan; the request itself where there are none. */
export function variantRequests<Request extends BuildRequest & { out?: string }>(
  request: Request,
  only: readonly string[] | undefined,
): Outcome<Request[]> {
  if (!mayHaveVariants(request) && only === undefined) return { value: [request], diagnostics: [] }
  const { value: dataset, diagnostics } = readDataset(request.folder, noMemory, request.languages)
  // Its build tells all that is wrong with the report, this among it.
  if (!dataset) return { value: [request], diagnostics: [] }
  const read = readVariants(dataset, request, noMemory)
  if (!read.value)
    return read.diagnostics.length > 0
      ? { value: undefined, diagnostics: read.diagnostics }
      : { value: [request], diagnostics }
  const known = new Set(read.value.map(({ id }) => id))
  const unknown = only?.find((id) => !known.has(id))
  if (unknown !== undefined) return failed(unknownVariant(unknown, read.value))
  if (read.value.length === 0) return { value: [request], diagnostics: [] }
  const asked = only ? read.value.filter(({ id }) => only.includes(id)) : read.value
  const value = asked.map(({ id }) => ({
    ...request,
    variant: id,
    ...(request.out === undefined ? {} : { out: join(request.out, id) }),
  }))
  return { value, diagnostics: [] }
}

/** A document's variant, by its file name `ID.VARIANT.pptx` or the id that it carries; undefined where it has none. */
export function findVariant(name: string, folder: string): string | undefined {
  const [, id] = name.split('.')
  if (id === undefined || !mayHaveVariants({ folder })) return undefined
  const { value: dataset } = readDataset(folder)
  const variants = dataset && readVariants(dataset, { folder }, noMemory).value
  return variants?.find((one) => one.id === id)?.id
}

/** Whether a report can have variants, by the word in its file: reading its data twice costs a tenth of a build. */
function mayHaveVariants({ folder, variants }: Asked): boolean {
  const { bytes } = readFile(join(folder, reportFile), maximumBytes(reportFile))
  return variants !== undefined || (bytes !== undefined && Buffer.from(bytes).includes('variants'))
}

/** What a report is made for, as its own plan or the command says; nothing where neither does. */
export function readVariants(
  dataset: Dataset,
  { folder, languages, variants }: Asked,
  memory: Memory,
): Outcome<Variant[]> {
  const own = dataset.report.variants
  const plan: VariantPlan | undefined = variants
    ? { each: variants.each.map((name) => ({ name })), references: new Map() }
    : own
  if (!plan) return { value: [], diagnostics: [] }
  const table = variants ? readAsked(variants.table) : readOwn(folder, own)
  if (table?.value === undefined && table) return { value: undefined, diagnostics: table.diagnostics }
  const { report, dimensions } = dataset
  const around = { report, dimensions, languages: languages ?? report.languages }
  return memory.remember('variants', [plan, table?.value, around], () => listVariants(plan, table?.value, around))
}

function readOwn(folder: string, plan: VariantPlan | undefined): Outcome<SourceText> | undefined {
  if (!plan?.table) return undefined
  const { name, place } = plan.table
  const { value, diagnostics } = readTextInside(folder, name)
  // A file that is not there is a fault of the line that names it.
  return { value, diagnostics: value ? diagnostics : diagnostics.map((one) => ({ ...one, place })) }
}

function readAsked(table: string | undefined): Outcome<SourceText> | undefined {
  return table === undefined ? undefined : readTextAt(table)
}

function unknownVariant(id: string, variants: readonly Variant[]): Diagnostic {
  const ids = variants.map((one) => one.id)
  const hint =
    ids.length === 0 ? 'the report has no variants: name some under variants: in data/report.yaml' : undefined
  const some = ids.length > 12 ? [...ids.slice(0, 10), '…'] : ids
  return plainError(`unknown variant: ${id}`, { hint: hint ?? suggest(id, ids) ?? `there are ${some.join(', ')}` })
}

/** The texts of a report that may name what it is made for: `Internet use in {region}`. */
const named = ['title', 'subtitle', 'publisher', 'author', 'geography'] as const

/** The dataset of a variant: `[variant]` means its categories, `{region}` is filled in, and files bear its name. */
function asVariant(dataset: Dataset, variant: Variant): Outcome<Dataset> {
  const diagnostics: Diagnostic[] = []
  const texts = named.flatMap((name) => {
    const text = dataset.report[name]
    return text ? [[name, sayValues(name, text, variant, diagnostics)] as const] : []
  })
  const report: Report = {
    ...dataset.report,
    ...Object.fromEntries(texts),
    id: `${dataset.report.id}.${variant.id}`,
    ...(variant.language === undefined ? {} : { languages: [variant.language] }),
  }
  return { value: diagnostics.length > 0 ? undefined : { ...dataset, report, variant }, diagnostics }
}

/** The values of a variant in a text; a name in braces that it does not have is an error. */
function sayValues(field: string, text: LocalText, { values }: Variant, diagnostics: Diagnostic[]): LocalText {
  const say = (words: string, language: string) =>
    words.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
      const said = values[name]?.words
      if (said) return said[language] ?? Object.values(said)[0] ?? ''
      const message = `no value of the variant: ${whole} in the ${field} of the report`
      const place = { file: 'data/report.yaml', line: 1, column: 1 }
      const hint = suggest(name, Object.keys(values)) ?? `there are ${Object.keys(values).join(', ')}`
      diagnostics.push(errorAt(place, message, { hint }))
      return whole
    })
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, say(words, language)]))
}
