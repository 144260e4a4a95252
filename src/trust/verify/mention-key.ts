import { dateAt } from '../evidence/mention-period.ts'
import type { NumberInText } from '../numbers/numbers-in-text.ts'
import { plainCharacters } from '../numbers/plain-characters.ts'
import { directionBefore } from './direction.ts'

/** What a mention says, to know it in another text: value, digits, unit, qualifier, direction of the words before. */
export function mentionKey(mention: NumberInText, text: string): string {
  return `${valueKey(mention)} ${directionBefore(text, mention.start)}`
}

/** The same without the words before it. */
export function valueKey(mention: NumberInText): string {
  if (mention.kind === 'date') return `date ${timeSaid(normalizedText(mention.text))}`
  if (mention.kind !== 'number') return `${mention.kind} ${normalizedText(mention.text)}`
  const { value, precision, unit = '', qualifier = '' } = mention
  return `${value.toFixed()} ${precision} ${unit} ${qualifier}`
}

/** The month, quarter or half that a date names, in whichever form; of a day its own words. */
function timeSaid(text: string): string {
  const { period = '' } = dateAt(text, { start: 0, end: text.length, text })
  const hasDay = period.length === 7 && !/-[QS]/.test(period) && /\d/.test(text.replace(/\d{4}|\d{1,2}(?=月)/g, ''))
  return period.length === 7 && !hasDay ? period : text
}

/** A text in plain characters, spaces of any kind and length as one. */
export function normalizedText(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text) && !text.includes('- ')) return text
  return oneSpaced(plainCharacters(text).text)
}

/** A text without its spaces: of lines that run both ways a PDF keeps some of them only. */
export function unspaced(text: string): string {
  return text.replace(/\s+/g, '')
}

/** A text with spaces of any kind and length as one, and none beside Chinese characters, as lines end there without. */
export function oneSpaced(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      // A line may end after a hyphen within a word: Secretary-General, Ein- und Ausfuhr.
      .replace(/(?<=\p{L}-) (?=\p{L})/gu, '')
      .replace(/ (?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])|(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef]) /gu, '')
      .trim()
  )
}
