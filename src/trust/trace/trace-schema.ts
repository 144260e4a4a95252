import * as z from 'zod'
import { documentKinds } from '../../document/formats.ts'

const where = z.strictObject({
  document: z.enum(documentKinds),
  page: z.int().min(1).describe('the slide of a deck, the page of a briefing, from 1'),
  item: z.string().describe('the name of the shape, as PowerPoint’s selection pane lists it; Notes for speaker notes'),
  medium: z.enum(['text', 'table', 'chart', 'notes', 'alt']).describe('what prints it: alt is alternative text'),
  printed: z.string().describe('the words printed: 1.092 billion'),
  figure: z.string().describe('the key of the figure that they say: netizens@2023-12'),
  workedOut: z
    .literal(true)
    .optional()
    .describe('a chart does not draw the figure itself, but what is worked out from it: a sum, a share, a quotient'),
})

const source = z.strictObject({
  source: z.string().describe('an id of report.yaml’s sources'),
  cite: z.string(),
  paragraphs: z.array(z.int()),
  locator: z.string().optional(),
  speaker: z.string().optional(),
  printed: z.string().describe('the form printed in the source'),
})

const check = z.strictObject({
  id: z.string(),
  assertion: z.string(),
  verdict: z.enum(['agrees', 'contradicts', 'remarked']).describe('a remark is for people: it tests nothing'),
})

const figure = z.strictObject({
  label: z.string().describe('what it is, with its period'),
  value: z.string().describe('as the report prints it in full'),
  number: z.string().nullable().describe('the exact decimal in the unit’s base; null where only an interval is known'),
  unit: z.string(),
  interval: z.tuple([z.string(), z.string()]).describe('what the printed digits allow; Infinity where open'),
  status: z.enum(['stated', 'provisional', 'revised', 'estimated', 'forecast', 'derived']),
  place: z.string().describe('the line of the dataset: data/figures.yaml:54:16'),
  stated: source.optional(),
  derived: z
    .strictObject({
      formula: z.string(),
      inputs: z.array(z.string()).describe('keys of the figures it was computed from'),
    })
    .optional(),
  checks: z.array(z.string()).describe('ids of the checks that cover it'),
})

/** `out/trace.json`: where each figure stands in the documents, and where it comes from. */
export const traceSchema = z.strictObject({
  report: z.strictObject({ id: z.string(), period: z.string(), language: z.string() }),
  prints: z.array(where).describe('every place that prints a figure, in reading order'),
  figures: z.record(z.string(), figure).describe('the figures printed, and those that they were computed from, by key'),
  checks: z.array(check).describe('the checks that cover a figure printed'),
  unprinted: z.array(z.string()).describe('keys of the dataset’s figures that no document prints'),
  unchecked: z.array(z.string()).describe('keys of the figures printed that no check covers'),
})

export type Trace = z.infer<typeof traceSchema>
export type Print = Trace['prints'][number]
export type TracedFigure = Trace['figures'][string]
export type TracedCheck = Trace['checks'][number]
