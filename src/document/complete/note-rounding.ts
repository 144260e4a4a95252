import { Decimal } from 'decimal.js'
import type { Check, Dataset } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import { splitSlides } from '../slides.ts'
import type { Block, Document, SourceLine } from '../types.ts'
import { mapBlockLists } from './map-blocks.ts'
import { observationsIn } from './observations-in.ts'

/**
 * Adds a note on rounding to the source line where printed parts visibly do not add up to their printed total:
 * of a slide, or of a figure or table in a briefing.
 */
export function noteRounding(document: Document, dataset: Dataset, locale: Locale): Document {
  const shown = new Set(observationsIn(document.blocks).map(({ key }) => key))
  const failing = dataset.checks.filter(
    (check) => check.observations.every((key) => shown.has(key)) && failsVisibly(check, dataset),
  )
  if (failing.length === 0) return document
  const blocks =
    document.kind === 'deck'
      ? splitSlides(document.blocks).flatMap((slide) => noteOnSlide(slide, failing, locale))
      : mapBlockLists(document.blocks, (list) => noteBelow(list, failing, locale))
  return { ...document, blocks }
}

function noteOnSlide(slide: readonly Block[], failing: readonly Check[], locale: Locale): Block[] {
  const shown = slide.flatMap((block) => (block.type === 'columns' ? block.columns.flat() : [block]))
  const isNoted = shown.some((block) => showsAll(block, failing))
  return slide.map((block) => (isNoted && block.type === 'sourceLine' ? withNote(block, locale) : block))
}

function noteBelow(list: readonly Block[], failing: readonly Check[], locale: Locale): Block[] {
  return list.map((block, index) => {
    const above = list[index - 1]
    return block.type === 'sourceLine' && above && showsAll(above, failing) ? withNote(block, locale) : block
  })
}

function withNote(line: SourceLine, locale: Locale): SourceLine {
  const words = `${locale.word('sentenceEnd')}${locale.capital(locale.word('rounding'))}`
  return { ...line, children: [...line.children, { type: 'text', value: words }] }
}

/** A sum that holds within its rounding (else it were an error), but not in the digits printed. */
function failsVisibly({ kind, assertion, observations, verdict }: Check, dataset: Dataset): boolean {
  if (kind !== 'identity' || verdict !== 'agrees') return false
  const [sum, total, ...more] = assertion.split('=')
  if (
    !sum ||
    !total ||
    more.length > 0 ||
    /[<>*/()×÷\d%]/.test(sum.replaceAll(/\[[^\]]*\]|@[\w/-]+/g, '')) ||
    /\s[-−]\s/.test(sum)
  )
    return false
  const parts = sum.split('+').length
  if (parts < 2 || observations.length !== parts + 1) return false
  const found = observations.flatMap((key) => dataset.observations.get(key) ?? [])
  const last = found.at(-1)
  if (!last || found.length !== observations.length || !found.every(({ quantity }) => quantity.qualifier === undefined))
    return false
  const added = found.slice(0, -1).reduce((all, { quantity }) => all.plus(quantity.value), new Decimal(0))
  return !added.equals(last.quantity.value)
}

function showsAll(block: Block, checks: readonly Check[]): boolean {
  if (block.type !== 'chart' && block.type !== 'table') return false
  const keys = new Set(observationsIn([block]).map(({ key }) => key))
  return checks.some(({ observations }) => observations.every((key) => keys.has(key)))
}
