import type { Report, VariantValue } from '../../../dataset/types.ts'
import { suggest } from '../../../diagnostic.ts'
import { sayEdition } from '../../../locale/words/say-edition.ts'
import { type Helper, type HelperCall, HelperError } from '../../template/helper.ts'
import { getFlag, getTextArgument } from '../arguments.ts'

/** How each field of the report is said; undefined where the report has none. */
const fields = {
  title: ({ title }, { locale }) => locale.text(title),
  subtitle: ({ subtitle }, { locale }) => subtitle && locale.text(subtitle),
  edition: ({ edition }, { locale }) => (edition === undefined ? undefined : sayEdition(edition, locale)),
  publisher: ({ publisher }, { locale }) => locale.text(publisher),
  author: ({ author }, { locale }) => author && locale.text(author),
  geography: ({ geography }, { locale }) => locale.text(geography),
  released: ({ released }, { locale }) => locale.date(released),
} satisfies Record<string, (report: Report, call: HelperCall) => string | undefined>

type Field = keyof typeof fields

/** Helpers that say what the report is. */
export const reportHelpers: Record<string, Helper> = {
  title: fieldHelper('title', 'Statistical Report on Internet Development in China'),
  subtitle: fieldHelper('subtitle', 'Briefing on the 53rd edition'),
  edition: fieldHelper('edition', '53rd'),
  publisher: fieldHelper('publisher', 'China Internet Network Information Center (CNNIC)'),
  author: fieldHelper('author', 'Briefwright example'),
  geography: fieldHelper('geography', 'China'),
  released: fieldHelper('released', '22 March 2024'),
  variant: {
    parameters: ['name'],
    options: ['code'],
    says: 'What the variant of the report has under a name, such as its region; code=true as the data name it.',
    examples: [
      ['{{variant "region"}}', 'Wales'],
      ['{{variant "region" code=true}}', 'wales'],
    ],
    run: (call) => {
      const { words, code } = getVariantValue(call)
      return getFlag(call, 'code') ? code : call.locale.text(words)
    },
  },
}

function getVariantValue(call: HelperCall): VariantValue {
  const name = getTextArgument(call.args[0], 'the name of a value of the variant')
  const { variant } = call.dataset
  if (!variant) {
    const hint = 'say what the report is made for: variants: in data/report.yaml, or --each'
    throw new HelperError(`the report has no variants: ${name}`, hint, call.args[0])
  }
  const value = variant.values[name]
  if (value) return value
  const names = Object.keys(variant.values)
  throw new HelperError(
    `no value of the variant: ${name}`,
    suggest(name, names) ?? `there are ${names.join(', ')}`,
    call.args[0],
  )
}

function fieldHelper(field: Field, output: string): Helper {
  return {
    parameters: [],
    says: `The report’s ${field}.`,
    examples: [[`{{${field}}}`, output]],
    run: (call) => sayField(call, field),
  }
}

function sayField(call: HelperCall, field: Field): string {
  const text = fields[field](call.dataset.report, call)
  if (text === undefined)
    throw new HelperError(`the report has no ${field}`, `give it one in data/report.yaml`, call.args[0])
  return text
}
