import { z } from 'zod'
import { validate } from '../../dataset/read/validate.ts'
import { readYaml } from '../../dataset/yaml/yaml.ts'
import type { Diagnostic, Outcome, Place } from '../../diagnostic.ts'
import { lineAt, type SourceText, withExcerpt } from '../../files/source-text.ts'

/** A number that may stand in a template or spec though no figure says it, and why. */
export interface Allowance {
  /** The words with the number in them, as they stand there. */
  text: string
  reason: string
  /** The only file that it holds for. */
  file?: string | undefined
  place: Place
}

/** The allow-list: `{text, reason, file}` each. One definition gives the check and the JSON Schema. */
export const allowSchema = z.array(
  z.strictObject(
    {
      text: words('the words with the number, as they stand in the template').meta({
        description: 'The words with the number in them, as they stand in the template or spec',
      }),
      reason: words('why this number comes from no figure').meta({ description: 'Why it comes from no figure' }),
      file: z.string().optional().meta({ description: 'The only file that it holds for: templates/deck.md.hbs' }),
    },
    { error: ({ code }) => (code === 'unrecognized_keys' ? 'one of text, reason, file' : 'a map of text and reason') },
  ),
  { error: 'a list of entries, each with text and reason' },
)

/** Reads the allow-list; an entry without a reason is an error. */
export function readAllowList(source: SourceText): Outcome<Allowance[]> {
  const { value: located, diagnostics } = readYaml(source)
  if (!located) return { value: undefined, diagnostics: diagnostics.map((one) => withExcerpt(one, source)) }
  const checked = validate(allowSchema, located)
  const value = checked.value?.map((entry, index) => ({ ...entry, place: located.place([index, 'text']) }))
  return { value, diagnostics: checked.diagnostics.map((one) => withExcerpt(one, source)) }
}

/** Whether words between two offsets of a text lie in what an entry allows. */
export function isAllowed(
  { text: allowed, file }: Allowance,
  text: string,
  start: number,
  end: number,
  at: string | undefined,
): boolean {
  if (file !== undefined && file !== at) return false
  const wanted = allowed.trim().replace(/\s+/g, ' ').toLowerCase()
  const within = text.toLowerCase()
  for (let index = within.indexOf(wanted); index >= 0; index = within.indexOf(wanted, index + 1)) {
    if (index <= start && end <= index + wanted.length) return true
  }
  return false
}

/** Whether an entry allows what is said of a chart: its words stand in the message. */
export function allowsMessage({ text, file }: Allowance, { message, place }: Diagnostic): boolean {
  return (file === undefined || file === place?.file) && message.toLowerCase().includes(text.trim().toLowerCase())
}

/** The warning for an entry that allows nothing any more. */
export function unusedAllowance({ text, place }: Allowance, source: SourceText): Diagnostic {
  const hint = 'take it out: what it allowed has gone'
  return { severity: 'warning', message: `allows nothing: ${text}`, place, excerpt: lineAt(source, place.line), hint }
}

function words(expected: string) {
  return z.string({ error: expected }).regex(/\S/, { error: expected })
}
