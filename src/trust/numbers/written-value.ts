import { scaleNames } from '../../dataset/figure/unit/scales.ts'
import { type NumberMention, readNumbers } from './numbers-in-text.ts'

/** A number as a dataset writes it, in any language: `over 47 million`, `-4.4 pp`, `10.92亿`; with a minus if a fall. */
export function writtenValue(mention: NumberMention, isFall: boolean): string {
  const own = ownForm(mention)
  const number = isReadAlike(own, mention) ? own : plainForm(mention)
  return `${mention.qualifier ? `${mention.qualifier} ` : ''}${isFall ? '-' : ''}${number}`
}

/** As the text has it, without signs and what belongs to the unit. */
function ownForm({ text, numberStart, numberEnd, start }: NumberMention): string {
  return text
    .slice(numberStart - start, numberEnd - start)
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\s-]?(?:percentage[\s-]points?|个?百分点)$/, ' pp')
    .replace(/\s?per[\s-]?cent$|-percent$/, '%')
    .replace(/^[-−+]?\s?(?:[$€£¥]|RMB|CNY|USD)?\s?/, '')
    .replace(/-(?=[a-z])/g, ' ')
    .replace(/多|余/g, '')
    .trim()
}

/** Whether a dataset, which has one notation for all languages, reads a form as the number that the text means. */
function isReadAlike(own: string, mention: NumberMention): boolean {
  const [read, ...rest] = readNumbers(own, 'en')
  return (
    rest.length === 0 &&
    mention.scale >= 0 &&
    read?.kind === 'number' &&
    read.text === own &&
    read.value.abs().eq(mention.value.abs()) &&
    read.precision === mention.precision &&
    read.unit === mention.unit
  )
}

/** The number with a point before its decimals, commas between its groups, and the scale's English name. */
function plainForm({ value, precision, scale, unit }: NumberMention): string {
  const power = scaleNames.has(scale) ? scale : 0
  const [whole = '', decimals] = value
    .abs()
    .div(`1e${power}`)
    .toFixed(Math.max(0, power - precision))
    .split('.')
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`)
  return digits + scaleNames.get(power) + (unit === undefined ? '' : unit === 'percent' ? '%' : ' pp')
}
