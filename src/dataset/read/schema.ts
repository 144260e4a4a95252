import * as z from 'zod'
import { diagnosticKinds } from '../../diagnostic.ts'
import { getLack, getLanguage, languages, primaryLanguage } from '../../locale/languages.ts'
import { periodForms } from '../figure/period.ts'
import { categoryPattern } from '../figure/series.ts'

// Compiled validators pay off after thousands of objects; a dataset has hundreds.
z.config({ jitless: true })

// A schema's `error` says what was expected, in a diagnostic's words; `description` is what an editor shows.

const languageTag = matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag, such as en or zh')

const documentLanguage = languageTag.refine((tag) => getLanguage(tag) !== undefined, {
  error: ({ input }) => {
    const lack = getLack(String(input))
    return `one of ${languages.join(', ')}: ${lack ?? 'the languages that numbers are said in'}`
  },
})

/** A name that things are referred to by. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const id = matching(idPattern, 'a name of lower-case letters, digits and hyphens, such as online-video-users')

const unitId = matching(
  /^(?:[a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z]{3})$/,
  'a name of lower-case letters, digits and hyphens, such as people, or a currency, such as EUR',
)

const text = z
  .string({ error: 'a text' })
  .refine((value) => value.trim() !== '', { error: 'a text that is not empty' })
  // Neither a slide nor a page can hold control characters, and half a surrogate pair is no character.
  .refine((value) => !/(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u.test(value), {
    error: 'a text without control characters',
  })

const textByLanguage = z
  .record(languageTag, text, { error: 'a text for each language' })
  .refine((texts) => Object.keys(texts).length > 0, { error: 'a text for each language' })

const localText = z
  .union([text, textByLanguage], {
    error: 'a text, or one for each language: { en: Netizens, zh: 网民规模 }',
  })
  .meta({ description: 'A text in the report’s language, or one for each language: { en: Netizens, zh: 网民规模 }' })

const writtenNumber = (expected: string) => z.union([z.string(), z.number()], { error: expected })

const period = writtenNumber(periodForms).meta({ description: periodForms })

const valueForm = 'a value as people print it, such as 1.092 billion or 77.5%'
const value = z
  .union([z.string(), z.number(), z.record(languageTag, writtenNumber(valueForm), { error: valueForm })], {
    error: valueForm,
  })
  .meta({
    description: 'The value as people print it, with all the digits that the source prints',
    examples: [
      '1.092 billion',
      '86.29 million',
      '77.5%',
      '16.8 pp',
      'over 47 million',
      '15.4 trillion yuan',
      '10.92亿',
    ],
  })

const paragraphNumber = z.int({ error: 'the number of a paragraph' }).min(1, { error: 'a number from 1' })
const paragraph = z
  .union([paragraphNumber, z.array(paragraphNumber)], { error: 'a paragraph’s number, or a list of them: [4, 5, 14]' })
  .meta({ description: 'The paragraphs of the source that state it, counted from 1' })

const severityForm = `a map of ${diagnosticKinds.join(', ')}, each error, warning or off`

const isoDate = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date, such as 2024-03-22')

const flag = z.boolean({ error: 'true or false' })

const unit = entry({
  label: localText,
  singular: localText.optional().meta({ description: 'The name after exactly 1, where it differs: hour' }),
  said: z
    .union([flag, z.record(languageTag, flag)], { error: 'true or false, or one for each language: { zh: true }' })
    .optional()
    .meta({
      description:
        'true: the unit is named after each value (15.4 trillion yuan); false, the default: the label says it; or by language: { zh: true } says 10.92亿人',
    }),
})

const source = entry({
  kind: z
    .enum(['primary', 'secondary'], { error: 'primary or secondary' })
    .meta({ description: 'primary: the text at hand; secondary: taken from pages that quote it' }),
  title: localText,
  publisher: localText,
  published: writtenNumber('a date or period, such as 2024-03-22').optional(),
  url: z.url({ protocol: /^https?$/, error: 'an address that starts with https://' }).optional(),
  cite: localText.meta({ description: 'One line, as it stands under a chart' }),
  edition: z
    .int({ error: 'a whole number' })
    .min(1, { error: 'a number from 1' })
    .optional()
    .meta({ description: 'Which edition of its series it is' }),
  series: localText.optional().meta({
    description:
      'How several editions are cited at once, their numbers in braces: CNNIC, {editions} Statistical Reports',
  }),
})

const speaker = entry({ name: localText, role: localText })

/** Why a figure is not there, in the words that stand in its place. */
export const reasons = ['not stated', 'suppressed', 'not applicable', 'too small', 'later'] as const

const change = entry({
  since: period.meta({ description: 'The period compared with, or: not stated' }),
  by: value.optional().meta({ description: 'How much more; a fall has a minus sign: -4.4 pp' }),
  rate: value.optional().meta({ description: 'The rate of change, in per cent: 20.4%' }),
  basis: z.enum(['published', 'comparable'], { error: 'published or comparable' }).optional().meta({
    description:
      'comparable: the earlier level was recounted first, so the rate is not tested against published levels',
  }),
  source: id.optional(),
  paragraph: paragraph.optional(),
  locator: text.optional(),
  speaker: id.optional(),
  printed: entry({ by: text.optional(), rate: text.optional() }).optional(),
})

const observation = entry({
  period,
  category: writtenNumber('categories as in a reference, such as 75-plus, or age=75-plus, region=wales')
    .optional()
    .meta({
      description:
        'The categories of its dimensions that it counts, as in a reference: 75-plus, or age=75-plus, region=wales',
    }),
  value: value.optional(),
  formula: text.optional().meta({
    description: 'A figure that is worked out: references, numbers, + - * / and parentheses',
    examples: ['netizens - rural-netizens'],
  }),
  status: z
    .enum(['stated', 'provisional', 'revised', 'estimated', 'forecast'], {
      error: 'stated, provisional, revised, estimated or forecast',
    })
    .optional(),
  source: id.optional(),
  paragraph: paragraph.optional(),
  locator: text.optional().meta({ description: 'Where else in the source: Table 5' }),
  speaker: id.optional(),
  printed: text.optional().meta({ description: 'The form in the source, where it differs from the value' }),
  note: localText.optional(),
  plausible: text
    .optional()
    .meta({ description: 'Why the figure is right though a warning calls it hardly plausible' }),
  change: change.optional(),
  changes: z
    .array(change, { error: 'a list of changes: [{ since: 2024-12, by: 1.5 pp }]' })
    .min(1, { error: 'a list of changes: [{ since: 2024-12, by: 1.5 pp }]' })
    .optional()
    .meta({ description: 'Several changes of one figure, each with its base' }),
})

const residual = flag.optional().meta({
  description: 'true: what is left over (other branches), which stands last in an order by size; false: it does not',
})

const said = z
  .union([text, textByLanguage], {
    error: 'names parted by commas, or so for each language: membership, readers',
  })
  .optional()
  .meta({ description: 'What else sentences call it, parted by commas: membership, readers' })

const indicator = entry({
  label: localText,
  short: localText.optional().meta({ description: 'A shorter label for charts and cards' }),
  said,
  unit: unitId.meta({
    description:
      'percent, percentage-points, a unit of the list (hours, tonnes, per-1000, index-2015), a currency (EUR), or one of report.yaml',
  }),
  type: z
    .enum(['stock', 'flow', 'ratio'], { error: 'stock, flow or ratio' })
    .meta({ description: 'stock: a level at a date; flow: a sum over a period; ratio: a share or rate' }),
  dimensions: z
    .array(id, { error: 'a list of dimensions: [age, region]' })
    .optional()
    .meta({ description: 'What it is broken down by; dimensions are declared once, under dimensions' }),
  definition: localText.optional(),
  denominator: localText.optional().meta({ description: 'What a share is a share of: online shoppers' }),
  'part-of': id
    .optional()
    .meta({ description: 'An indicator that this one is a subset of; no larger than it at any common period' }),
  'share-of': entry({ numerator: id, denominator: id })
    .optional()
    .meta({ description: 'The indicators that this share divides; checked at each common period' }),
  good: z
    .enum(['up', 'down'], { error: 'up or down' })
    .optional()
    .meta({ description: 'Which direction is good news' }),
  residual,
  note: localText.optional(),
  observations: z.array(observation, { error: 'a list of observations' }).optional(),
})

const category = z.union(
  [
    localText,
    entry({
      label: localText.meta({ description: 'What its members are called: Aged 75 and over' }),
      short: localText.optional().meta({ description: 'A shorter label for charts and heads of tables: 75 and over' }),
      said,
      residual,
    }),
  ],
  { error: 'what it is called, in one text or one for each language, or a map of label, short, said, residual' },
)

const categoryId = matching(categoryPattern, 'a name of lower-case letters, digits and hyphens, such as 16-24')

const dimension = entry({
  label: localText,
  categories: z
    .record(categoryId, category, { error: 'a map of categories and what each of them is' })
    .refine((categories) => Object.keys(categories).length > 0, { error: 'at least one category' })
    .meta({ description: 'In the order in which tables and charts show them' }),
  total: localText.meta({ description: 'What all categories together are called: All adults' }),
  exhaustive: flag.optional().meta({
    description: 'true: everybody is in just one category, so that counts add up to the total',
  }),
})

const absentFigures = z
  .union([z.literal('others'), z.array(text, { error: 'a list of references, or: others' })], {
    error: 'a list of references, or: others',
  })
  .optional()
const absent = entry({
  'not stated': absentFigures,
  suppressed: absentFigures,
  'not applicable': absentFigures,
  'too small': absentFigures,
  later: absentFigures,
})

const check = entry({
  id,
  assert: text.optional().meta({ description: 'Two formulas with =, <=, <, >= or > between them' }),
  remark: localText.optional().meta({ description: 'What arithmetic cannot decide: a loose wording' }),
  accepts: text.optional().meta({
    description:
      'A contradiction between sources that stands, as the error says what it expected; remark is the reason',
  }),
  figures: z.array(text, { error: 'a list of references' }).optional(),
  note: localText.optional(),
})

const column = text.meta({ description: 'The name of a column of the table' })

const feed = entry({
  csv: text.optional().meta({ description: 'A CSV file of the report folder, SDMX-CSV too: feeds/eurostat.csv' }),
  command: z
    .array(text, { error: 'a program and its arguments: [curl, -sSf, https://…]' })
    .min(1, { error: 'a program and its arguments: [curl, -sSf, https://…]' })
    .optional()
    .meta({ description: 'A program whose output is such a table; run by briefwright update --run alone' }),
  source: id.meta({ description: 'The id of the source that the figures are of' }),
  indicator: id.optional().meta({ description: 'The indicator of all rows' }),
  indicators: z
    .record(text, id, { error: 'a map of values of the indicator’s column and ids of indicators' })
    .optional()
    .meta({ description: 'The indicator by what the column map.indicator says' }),
  dimensions: z
    .record(
      id,
      entry({
        column: column.optional(),
        categories: z.record(text, text, { error: 'a map of codes and categories' }).optional(),
      }),
      { error: 'a map of dimensions, and the column and codes of each' },
    )
    .optional()
    .meta({
      description:
        'Which column says the category of a dimension, and what its codes mean; without it, a column of its name in capitals, whose codes are the categories’ names, _T for the whole',
    }),
  rows: z
    .record(text, writtenNumber('a text'), { error: 'a map of columns and what they must say' })
    .optional()
    .meta({ description: 'Only rows whose columns say this: { geo: EU27_2020, unit: PC_IND }' }),
  map: entry({
    indicator: column.optional(),
    period: column.optional(),
    value: column.optional(),
    status: column.optional(),
    multiplier: column.optional(),
    decimals: column.optional(),
  })
    .optional()
    .meta({ description: 'Which column holds what; not needed for SDMX-CSV' }),
  decimal: z.enum(['comma', 'point']).optional().meta({
    description: 'The decimal sign of its numbers, for a table as German or French spreadsheets save it: 1.234,5',
  }),
  signs: z
    .record(text, z.union([z.enum(reasons), z.literal(0)]), {
      error: 'a map of signs, and why there is no number or 0',
    })
    .optional()
    .meta({ description: "What stands for a number in its cells: { '.': suppressed, '/': too small, '-': 0 }" }),
  dates: z.enum(['month', 'quarter', 'year']).optional().meta({
    description: 'What its dates stand for: with month, 2025-12-01 is 2025-12',
  }),
  write: text.optional().meta({ description: 'How a number is written, {value} in it: {value} million' }),
})

const variants = entry({
  each: z
    .array(id, { error: 'a list of dimensions: [region]' })
    .optional()
    .meta({ description: 'A report for each category of a dimension; language: for each of languages' }),
  table: text.optional().meta({ description: 'A report for each row of a CSV file: templates/libraries.csv' }),
  references: named(text)
    .optional()
    .meta({ description: 'A deck in each of several templates: { acme: brand/acme.pptx }' }),
})

const sections = {
  units: named(unit).optional(),
  sources: named(source).optional(),
  speakers: named(speaker).optional(),
  dimensions: named(dimension).optional(),
  indicators: named(indicator).optional(),
  absent: absent.optional().meta({
    description: 'Figures of the report’s period that are not there, by reason; others: all that are not given',
  }),
  lists: named(z.array(text, { error: 'a list of indicators' })).optional(),
  checks: z.array(check, { error: 'a list of checks' }).optional(),
  feeds: z.array(feed, { error: 'a list of feeds' }).optional(),
}

/** A file of figures: any of its sections may stand in any file. */
export const figuresSchema = entry(sections)

const header = {
  id: id.meta({ description: 'Names the outputs: out/ID.pptx, out/ID.pdf' }),
  title: localText,
  subtitle: localText.optional(),
  edition: z
    .union([z.int().min(1), text], { error: 'a number from 1, a year or words, such as 53 or Spring 2024' })
    .optional()
    .meta({ description: 'The number of the edition in its series (53 is said 53rd), a year, or words: Spring 2024' }),
  publisher: localText,
  author: localText.optional(),
  contact: localText
    .optional()
    .meta({ description: 'Who answers questions, at the head of a briefing: press@example.org, +44 20 7946 0018' }),
  address: localText
    .optional()
    .meta({ description: 'Where the publisher is found, at the foot of each page: www.example.org' }),
  geography: localText,
  period: period.meta({ description: 'The period that the report is about; a reference without a period means it' }),
  comparison: period.meta({ description: 'The period that it is compared with' }),
  released: isoDate,
  'next-release': isoDate
    .optional()
    .meta({ description: 'When the next edition comes out, at the head of a briefing' }),
  embargo: isoDate
    .optional()
    .meta({ description: 'Before this date every page says that the report is under embargo' }),
  language: documentLanguage.meta({ description: 'The language of texts that are not given by language' }),
  languages: z
    .array(documentLanguage, { error: 'a list of languages: [en, zh]' })
    .min(1, { error: 'at least one language' })
    .refine((tags) => new Set(tags.map(primaryLanguage)).size === tags.length, { error: 'each language once' })
    .optional()
    .meta({ description: 'The languages that the documents are made in, each an edition of its own: [en, zh]' }),
  compiled: isoDate
    .optional()
    .meta({ description: 'The date of a report that looks back: sources published until then may be used' }),
  severity: z
    .partialRecord(z.enum(diagnosticKinds), z.enum(['error', 'warning', 'off']), { error: severityForm })
    .optional()
    .meta({ description: 'How strictly each kind of check is taken: { numbers: warning, words: off }' }),
  variants: variants.optional().meta({
    description: 'What the report is made for: each category, each row of a table, each template, or their product',
  }),
}

/** The names of the sections, which may stand in any file. */
export const sectionNames: readonly string[] = Object.keys(sections)

/** What `report.yaml` says of the report itself. */
export const headerSchema = entry(header, { ...header, ...sections })

/** `report.yaml` as a whole: what the report is, and any section of a file of figures. */
const reportSchema = entry({ ...header, ...sections })

/** A row of a CSV file, read as an observation. */
export const observationSchema = observation

export type LocalTextEntry = z.infer<typeof localText>
export type UnitEntry = z.infer<typeof unit>
export type SourceEntry = z.infer<typeof source>
export type SpeakerEntry = z.infer<typeof speaker>
export type ChangeEntry = z.infer<typeof change>
export type ObservationEntry = z.infer<typeof observation>
export type IndicatorEntry = z.infer<typeof indicator>
export type DimensionEntry = z.infer<typeof dimension>
export type FeedEntry = z.infer<typeof feed>
export type CheckEntry = z.infer<typeof check>
export type FiguresEntry = z.infer<typeof figuresSchema>
export type HeaderEntry = z.infer<typeof headerSchema>

/** The JSON Schemas of the two kinds of YAML file, for editors that complete and check. */
export function datasetJsonSchema(): { report: object; figures: object } {
  return { report: z.toJSONSchema(reportSchema), figures: z.toJSONSchema(figuresSchema) }
}

function matching(pattern: RegExp, expected: string) {
  return z.string({ error: expected }).regex(pattern, { error: expected })
}

/** A map with these keys and no others; `offered` are the keys that a message names. */
export function entry<Shape extends z.ZodRawShape>(shape: Shape, offered: z.ZodRawShape = shape) {
  const keys = Object.keys(offered).join(', ')
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `one of ${keys}` : `a map of ${keys}`),
  })
}

/** A map of things by their ids. */
function named<Schema extends z.ZodType>(schema: Schema) {
  return z.record(id, schema, { error: 'a map of ids and what each of them is' })
}
