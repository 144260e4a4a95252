import type { NumberMention } from './numbers-in-text.ts'

/** A number of a text as a dataset writes it: `over 47 million`, `-4.4 pp`, `10.92亿`; with a minus where it is a fall. */
export function writtenValue({ text, qualifier, numberStart, start }: NumberMention, isFall: boolean): string {
  const number = text
    .slice(numberStart - start)
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\s-]?(?:percentage[\s-]points?|个?百分点)$/, ' pp')
    .replace(/\s?per[\s-]?cent$|-percent$/, '%')
    .replace(/^[-−+$€£¥]\s?|^(?:RMB|CNY|USD)\s?/, '')
    .replace(/-(?=[a-z])/g, ' ')
    .replace(/(?:个|人|元|的)?以上$| or more$|多|余/g, '')
    .trim()
  return `${qualifier ? `${qualifier} ` : ''}${isFall ? '-' : ''}${number}`
}
