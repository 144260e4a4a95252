import { z } from 'zod'
import type { BaseFigure } from '../../build/base/base-types.ts'
import { parsePeriod, periodForms } from '../../dataset/figure/period.ts'
import { parseReference } from '../../dataset/figure/reference.ts'
import { validate } from '../../dataset/read/validate.ts'
import type { Path } from '../../dataset/yaml/located.ts'
import { readYaml } from '../../dataset/yaml/yaml.ts'
import { errorAt, hasErrors, type Outcome } from '../../diagnostic.ts'
import { type SourceText, withExcerpt } from '../../files/source-text.ts'
import type { Mapping } from './types.ts'

/** What stands for a number that is no figure that is known. */
export const unknownWord = 'unknown'

const words = (expected: string) => z.union([z.string(), z.number()], { error: expected }).transform(String)
const period = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => parsePeriod(text) !== undefined, { error: periodForms })
const referenceForm =
  'a reference, such as netizens@2023-12, a date, such as @2023-12, @released or @edition, a list of them, or unknown'
const reference = z
  .string({ error: referenceForm })
  .refine((text) => text === unknownWord || isReference(text), { error: referenceForm })
const lineKeys = 'one of slide, item, says, is, text, cell, row, column, series, point, nth'

const lineSchema = z.strictObject(
  {
    slide: z.number({ error: 'the number of a slide, from 1; 0 for masters and layouts' }).int().nonnegative(),
    item: words('the name of a shape, as the deck has it'),
    says: words('the number as the slide prints it'),
    is: z.union([reference, z.array(reference)], { error: referenceForm }),
    text: words('the words around the number').optional(),
    cell: words('a cell of a table, such as B3').optional(),
    row: words('the head of a row').optional(),
    column: words('the head of a column').optional(),
    series: words('the name of a series').optional(),
    point: words('a category of a chart').optional(),
    nth: z.number({ error: 'which of the same numbers, from 1' }).int().positive().optional(),
  },
  {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? lineKeys : 'a map: slide, item, says, is, and where it stands',
  },
)

const figureForm = 'value, power of ten of its last digit, unit, and qualifier or nothing: [1092000000, 6, people, ""]'
const figureSchema = z.tuple(
  [
    words(figureForm),
    z.number({ error: figureForm }),
    z.string({ error: figureForm }),
    z.string({ error: figureForm }),
  ],
  { error: figureForm },
)

const mappingKeys = 'one of deck, language, period, comparison, numbers, figures'
const mappingSchema = z.strictObject(
  {
    deck: words('the name of the deck'),
    language: words('the language of the deck: en'),
    period,
    comparison: period,
    numbers: z.array(lineSchema, { error: 'a list of numbers, a line each' }),
    figures: z.record(z.string(), figureSchema, { error: `a map of references: ${figureForm}` }),
  },
  {
    error: ({ code }) => (code === 'unrecognized_keys' ? mappingKeys : 'a mapping, as briefwright adopt writes it'),
  },
)

/** Reads a mapping that `adopt` has written and a person has corrected; each fault is an error at its place. */
export function readMapping(source: SourceText): Outcome<Mapping> {
  const { value: located, diagnostics: faults } = readYaml(source)
  const excerpts = (list: typeof faults) => list.map((one) => withExcerpt(one, source))
  if (!located) return { value: undefined, diagnostics: excerpts(faults) }
  const { value, diagnostics } = validate(mappingSchema, located)
  const all = [...faults, ...diagnostics]
  if (!value || hasErrors(all)) return { value: undefined, diagnostics: excerpts(all) }
  const placed = value.numbers.map((line, index) => ({ line, path: ['numbers', index] as Path }))
  const homeless = placed.filter(({ line }) => (line.text ?? line.cell ?? line.series) === undefined)
  if (homeless.length > 0) {
    const hint = 'a number stands in a text:, in a cell: of a table, or in a series: of a chart at a point:'
    return {
      value: undefined,
      diagnostics: excerpts(homeless.map(({ path }) => errorAt(located.place(path), 'no place is said', { hint }))),
    }
  }
  const lines = placed.map(({ line: { is, ...rest }, path }) => ({
    ...rest,
    is: is === unknownWord ? undefined : is,
    at: located.place([...path, 'is']),
  }))
  const { deck, language, period: own, comparison } = value
  const figures: Record<string, BaseFigure> = value.figures
  return { value: { file: source.file, deck, language, period: own, comparison, figures, lines }, diagnostics: [] }
}

function isReference(text: string): boolean {
  return text.startsWith('@')
    ? /^@(?:released|edition)$/.test(text) || parsePeriod(text.slice(1)) !== undefined
    : parseReference(text) !== undefined
}
