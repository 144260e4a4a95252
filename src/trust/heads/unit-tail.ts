import type { Dataset } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants } from '../../memory/derived.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { entries, readWords } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'
import { rateNamed, unitsNamed } from '../words/touching.ts'

/** The unit that a label or caption says apart: `Members (thousand)`, `Retail sales, billion yuan`, `占比（%）`. */
export interface UnitTail {
  text: string
  /** The power of ten of its scale; 0 without one. */
  scale: number
  /** The ids of the units that it may name; none where it names a scale alone. */
  units: readonly string[]
}

/** The unit that a text names in parentheses or after a comma, the last of several, else what it says that a rate is per: deaths per 1,000 people; undefined where what stands there is more than a unit. */
export function readUnitTail(text: string, dataset: Dataset, language: Language): UnitTail | undefined {
  const parts = text
    .split(/[,，()（）]/)
    .slice(1)
    .toReversed()
  return (
    parts.map((part) => readUnit(part, dataset, language)).find((unit) => unit !== undefined) ??
    rateNamed(text, dataset, language)
  )
}

const saidIn = constants((language: Language) => {
  const along = entries(lexicons[language].particles.along).join('|')
  return new RegExp(`\\s(?:in|en)\\s(\\p{L}+(?:[ -]\\p{L}+)?)(?=$|[,(:]|\\s(?:${along})\\s)`, 'u')
})

/** The unit that a name is said to be in: life expectancy in months by sex; the lowest in years is a time. */
export function readUnitSaid(text: string, dataset: Dataset, language: Language): UnitTail | undefined {
  const said = saidIn(language).exec(text)
  const isTime = readWords(getTokens(text), language).some(({ meaning }) => meaning !== 'verb' && meaning !== 'all')
  return said?.[1] && !isTime ? readUnit(said[1], dataset, language) : undefined
}

/** The unit that a text is. */
export function readUnit(text: string, dataset: Dataset, language: Language): UnitTail | undefined {
  const tail = text
    .trim()
    .replace(/^(?:in|en)\s+/i, '')
    .replace(/(?<=hundred|thousand|illion)s\b/i, '')
    .replace(/^(\p{Sc})\s?(\p{L}+)$/u, '$2 $1')
  if (tail === '' || tail.length > 40 || /\d/.test(tail)) return undefined
  const [number] = readNumbers(`1 ${tail}`, language)
  if (number?.kind !== 'number') return undefined
  const rest = `1 ${tail}`.slice(number.end).trim()
  // Basis points that a report counts in are no hundredths of points.
  const whole = number.scale < 0 ? unitsNamed(tail.toLowerCase(), dataset, language) : []
  if (whole.length > 0) return { text: tail, scale: 0, units: whole }
  const named = unitsNamed(rest, dataset, language)
  if (rest !== '' && (number.unit !== undefined || named.length === 0)) return undefined
  const units = number.unit ? [number.unit] : named
  return number.scale === 0 && units.length === 0 ? undefined : { text: tail, scale: number.scale, units }
}
