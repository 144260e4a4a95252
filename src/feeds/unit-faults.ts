import { isCurrency } from '../dataset/figure/unit/unit-list.ts'
import type { Dataset } from '../dataset/types.ts'
import type { CsvRecord } from '../dataset/yaml/table.ts'
import { type Diagnostic, errorAt } from '../diagnostic.ts'
import type { IncomingRow } from '../edit/rows/merge-rows.ts'
import { seriesOfRow } from '../edit/rows/observation-row.ts'
import { placeAt, type SourceText } from '../files/source-text.ts'

/** Columns in which offices say what a number is counted in, and of which year an index is. */
const unitColumn = /^(unit|units|unit_measure|currency|base_per|base_period|price_base)$/i

/** How the codes of units name a scale: `THS_PER`, `MIO_EUR`, `CP_MEUR`. */
const scaleCodes = [
  ['thousand', /(^|_)(THS|TSD)(_|$)/],
  ['million', /(^|_)(MIO|MLN|M(?=EUR|NAC|PPS|USD))/],
  ['billion', /(^|_)(BN|BLN|MRD)(_|$)/],
] as const

/**
 * An error for each indicator of a feed whose rows are in two units, and for each whose unit's code says another unit,
 * base or scale than its figures
 * would have: nobody would see that millions came in as units. `saysHow`: the feed says itself how its numbers are
 * written.
 */
export function unitFaults(
  found: readonly { from: CsvRecord; row: IncomingRow }[],
  saysHow: boolean,
  source: SourceText,
  { indicators }: Dataset,
): Diagnostic[] {
  const first = new Map<string, string>()
  return found.flatMap(({ from, row: { row } }) =>
    [...from].flatMap(([column, { text, offset }]) => {
      const code = text.trim()
      if (!unitColumn.test(column) || code === '') return []
      const series = seriesOfRow(row)
      const before = first.get(`${series} ${column}`)
      if (before === undefined) first.set(`${series} ${column}`, code)
      const [message, hint] =
        before === undefined
          ? codeFault(code, saysHow ? '' : (indicators.get(row.indicator)?.unit ?? ''), row.value)
          : [before !== code && `two units, ${before} and ${code}`, `rows: { ${column}: ${before} } asks for one`]
      return message ? [errorAt(placeAt(source, offset), `${series}: ${message}`, { hint })] : []
    }),
  )
}

/** What is wrong with a number of a unit whose code is beside it, and what to do; nothing for one of no unit. */
function codeFault(code: string, unit: string, value: string): [message?: string, hint?: string] {
  const [scale] = scaleCodes.find(([, form]) => form.test(code)) ?? []
  if (scale && unit !== '' && /^[-\d.,]+$/.test(value))
    return [`${code} says ${scale}, and the number is ${value}`, `write: '{value} ${scale}'`]
  const currency = code.split('_').find((part) => /^[A-Z]{3}$/.test(part) && isCurrency(part)) ?? unit
  const base = code.replace(/^I(?=\d\d$)/, '20')
  const isOther = isCurrency(unit)
    ? currency !== unit || /^(PC|PT)(_|$)/.test(code)
    : /^index-/.test(unit) && /^\d{4}$/.test(base) && unit !== `index-${base}`
  return isOther ? [`${code} in the table, and ${unit} in the dataset`, `ask for rows in ${unit}`] : []
}
