import { Decimal } from 'decimal.js'
import type { Check, Dataset, Observation } from '../dataset/types.ts'
import type { Locale } from '../locale/types.ts'
import { mapBlockLists } from './map-blocks.ts'
import { observationsIn } from './observations-in.ts'
import type { Block, Document } from './types.ts'

/** The document with a note on rounding in the source line of each figure or table whose printed parts visibly do not add up to their printed total, and of no other. */
export function noteRounding(document: Document, dataset: Dataset, locale: Locale): Document {
  const failing = dataset.checks.filter((check) => failsVisibly(check, dataset))
  if (failing.length === 0) return document
  const blocks = mapBlockLists(document.blocks, (list) =>
    list.map((block, index): Block => {
      const above = list[index - 1]
      if (block.type !== 'sourceLine' || !above || !showsAll(above, failing)) return block
      const words = locale.capital(locale.word('rounding'))
      return {
        ...block,
        children: [...block.children, { type: 'text', value: `${locale.word('sentenceEnd')}${words}` }],
      }
    }),
  )
  return { ...document, blocks }
}

/** A sum that holds within its rounding (else it were an error), but not in the digits printed. */
function failsVisibly({ kind, assertion, observations, verdict }: Check, dataset: Dataset): boolean {
  if (kind !== 'identity' || verdict !== 'agrees') return false
  const [sum, total, ...more] = assertion.split('=')
  if (
    !sum ||
    !total ||
    more.length > 0 ||
    /[<>*/()×÷\d%]/.test(sum.replaceAll(/@[\d-]+/g, '')) ||
    /\s[-−]\s/.test(sum)
  ) {
    return false
  }
  const parts = sum.split('+').length
  if (parts < 2 || observations.length !== parts + 1) return false
  const found = observations.flatMap((key) => dataset.observations.get(key) ?? [])
  const last = found.at(-1)
  if (!last || found.length !== observations.length || !found.every(isExact)) return false
  const added = found.slice(0, -1).reduce((all, { quantity }) => all.plus(quantity.value), new Decimal(0))
  return !added.equals(last.quantity.value)
}

function isExact({ quantity }: Observation): boolean {
  return quantity.qualifier === undefined
}

function showsAll(block: Block, checks: readonly Check[]): boolean {
  if (block.type !== 'chart' && block.type !== 'table') return false
  const keys = new Set(observationsIn([block]).map(({ key }) => key))
  return checks.some(({ observations }) => observations.every((key) => keys.has(key)))
}
