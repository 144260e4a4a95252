import { type Diagnostic, errorAt, failed, type Outcome, plainError, suggest } from '../../diagnostic.ts'
import { placeAt, type SourceText } from '../../files/source-text.ts'
import { toLocalText } from '../read/local-text.ts'
import { idPattern } from '../read/schema.ts'
import type { Dataset, PlacedName, Variant, VariantPlan, VariantValue } from '../types.ts'
import type { CsvField } from '../yaml/csv.ts'
import { readTable } from '../yaml/table.ts'

/** More than anybody prints in a night; a product of tables is soon beyond it. */
const most = 1_000_000

/** What of a variant one of the things that it is made for says. */
type Part = Variant & { place?: PlacedName['place'] }

interface Around extends Pick<Dataset, 'report' | 'dimensions'> {
  /** The languages that documents are made in. */
  languages: readonly string[]
}

/**
 * A report's variants in the order of its plan: the product of its dimensions, languages, rows and templates.
 * Each has a unique id.
 */
export function listVariants(plan: VariantPlan, table: SourceText | undefined, around: Around): Outcome<Variant[]> {
  const axes = [
    ...plan.each.map((name) => (name.name === 'language' ? languageParts(around) : categoryParts(name, around))),
    ...(table ? [rowParts(table, around)] : []),
    ...(plan.references.size > 0 ? [referenceParts(plan)] : []),
  ]
  const diagnostics = axes.flatMap((axis) => axis.diagnostics)
  const parts = axes.flatMap(({ value }) => (value ? [value] : []))
  if (parts.length < axes.length) return { value: undefined, diagnostics }
  const count = parts.reduce((product, axis) => product * axis.length, 1)
  if (count > most) {
    const message = `too many variants: ${count}`
    return { value: undefined, diagnostics: [plainError(message, { expected: `at most ${most}` })] }
  }
  const product = parts.reduce<Part[]>((all, axis) => all.flatMap((one) => axis.map((part) => join(one, part))), [none])
  const doubled = duplicateIds(product)
  const value = product.map(({ place: _place, ...one }) => ({
    ...one,
    values: { ...one.values, id: { code: one.id, words: toLocalText(one.id, around.report.language) } },
  }))
  return { value: doubled.length > 0 ? undefined : value, diagnostics: [...diagnostics, ...doubled] }
}

const none: Part = { id: '', categories: {}, values: {} }

function join(one: Part, part: Part): Part {
  return {
    ...one,
    ...part,
    id: one.id === '' ? part.id : `${one.id}-${part.id}`,
    categories: { ...one.categories, ...part.categories },
    values: { ...one.values, ...part.values },
  }
}

function categoryParts({ name, place }: PlacedName, { dimensions }: Around): Outcome<Part[]> {
  const dimension = dimensions.get(name)
  if (!dimension) {
    const names = [...dimensions.keys(), 'language']
    const hint = suggest(name, names) ?? `a report can be made for each ${names.join(', ')}`
    return failed(errorAt(place, `unknown dimension: ${name}`, { hint }))
  }
  const value = [...dimension.categories.values()].map(({ id, label }) => ({
    id,
    categories: { [name]: id },
    values: { [name]: { code: id, words: label } },
  }))
  return { value, diagnostics: [] }
}

function languageParts({ report, languages }: Around): Outcome<Part[]> {
  const value = languages.map((language) => ({
    id: language,
    categories: {},
    values: { language: { code: language, words: toLocalText(language, report.language) } },
    language,
  }))
  return { value, diagnostics: [] }
}

function referenceParts({ references }: VariantPlan): Outcome<Part[]> {
  const value = [...references].map(([id, { name, place }]) => ({
    id,
    categories: {},
    values: {},
    reference: name,
    place,
  }))
  return { value, diagnostics: [] }
}

/**
 * A row names its variant in column `id`; `language` and `reference` are for its build,
 * a dimension's name holds its category, and any other column a text for templates.
 */
function rowParts(table: SourceText, around: Around): Outcome<Part[]> {
  const { value: read, diagnostics } = readTable(table)
  if (!read) return failed(...diagnostics)
  const start = placeAt(table, 0)
  const unnamed = read.names.filter((name) => name !== 'id' && !idPattern.test(name))
  const faults: Diagnostic[] = [
    ...(read.names.includes('id')
      ? []
      : [errorAt(start, `no column id: ${read.names.join(',')}`, { expected: 'id, which names the files' })]),
    ...(read.rows.length > 0 ? [] : [errorAt(start, 'no rows', { expected: 'a row for each variant' })]),
    ...unnamed.map((name) =>
      errorAt(start, `not the name of a value: ${name || 'an empty head'}`, {
        expected: 'letters, digits and hyphens, such as recipient',
      }),
    ),
  ]
  const rows = read.rows.map((row) => toPart(row, table, around))
  const all = [...diagnostics, ...faults, ...rows.flatMap((row) => row.diagnostics)]
  if (all.length > 0) return failed(...all)
  const asked = around.languages
  const value = rows
    .flatMap((row) => row.value ?? [])
    .filter(({ language }) => language === undefined || asked.includes(language))
  const message = `no row in a language that is asked for: ${asked.join(', ')}`
  return value.length > 0 ? { value, diagnostics: [] } : failed(errorAt(start, message))
}

/** What can name a file on any system. */
const variantId = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,78}[A-Za-z0-9])?$/

function toPart(
  row: ReadonlyMap<string, CsvField>,
  table: SourceText,
  { report, dimensions, languages }: Around,
): Outcome<Part> {
  const diagnostics: Diagnostic[] = []
  const fault = (field: CsvField | undefined, message: string, expected?: string, hint?: string) =>
    diagnostics.push(errorAt(placeAt(table, field?.offset ?? 0), message, { expected, hint }))
  const text = (name: string) => row.get(name)?.text.trim() ?? ''
  const id = text('id')
  if (!variantId.test(id)) fault(row.get('id'), `not an id: ${id}`, 'letters, digits, - and _, such as north-2')
  const language = text('language') || undefined
  const spoken = [...new Set([...report.languages, ...languages])]
  if (language !== undefined && !spoken.includes(language)) {
    const hint = 'name it in languages: of data/report.yaml'
    fault(row.get('language'), `not a language of the report: ${language}`, `one of ${spoken.join(', ')}`, hint)
  }
  const categories: Record<string, string> = {}
  const values: Record<string, VariantValue> = {}
  for (const [name, field] of row) {
    const dimension = dimensions.get(name)
    const code = text(name)
    const category = dimension?.categories.get(code)
    if (dimension && code !== '') {
      if (!category)
        fault(field, `unknown category of ${name}: ${code}`, undefined, suggest(code, dimension.categories.keys()))
      categories[name] = code
    }
    if (name !== 'reference') values[name] = { code, words: category?.label ?? toLocalText(code, report.language) }
  }
  const reference = text('reference') || undefined
  const place = placeAt(table, row.get('id')?.offset ?? 0)
  const value = { id, categories, values, place, ...(language && { language }), ...(reference && { reference }) }
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics }
}

/** Two whose files would be one, on systems that do not tell capitals from small letters too. */
function duplicateIds(variants: readonly Part[]): Diagnostic[] {
  const seen = new Set<string>()
  return variants.flatMap(({ id, place }) => {
    const key = id.toLowerCase()
    const isTwice = seen.has(key)
    seen.add(key)
    return isTwice ? [errorAt(place, `two variants of one name: ${id}`, { hint: 'give one of them another id' })] : []
  })
}
