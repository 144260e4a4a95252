import { listedNames } from '../../dataset/figure/unit/unit-list.ts'
import type { Dataset, Unit } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants, derived } from '../../memory/derived.ts'
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

/**
 * The unit in parentheses or after a comma, the last of several, else what a rate is per: deaths per 1,000 people;
 * undefined where what stands there is more than a unit.
 */
export function readUnitTail(text: string, dataset: Dataset, language: Language): UnitTail | undefined {
  const parts = text
    .split(/[,，()（）]/)
    .slice(1)
    .toReversed()
  // Thousand payments, third quarter.
  const getHead = () => readUnit(text.split(/[,(，（]/)[0] ?? '', dataset, language)
  const head = parts.length > 0 ? getHead() : undefined
  return (
    parts.map((part) => readUnit(part, dataset, language)).find((unit) => unit !== undefined) ??
    rateNamed(text, dataset, language) ??
    (head && head.scale > 0 ? head : undefined)
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

const perWord = constants(
  (language: Language) => new RegExp(`\\s(?:${entries(lexicons[language].particles.per).join('|')})\\s`),
)

/** The unit that a text is. */
export function readUnit(text: string, dataset: Dataset, language: Language): UnitTail | undefined {
  const tail = text
    .trim()
    .replace(/^(?:in|en)\s+/i, '')
    .replace(/(?<=hundred|thousand|illion)s\b/i, '')
    .replace(/^(\p{Sc})\s?(\p{L}+)$/u, '$2 $1')
  if (tail === '' || tail.length > 40 || /(?<!\p{L})\d/u.test(tail)) return undefined
  const [number] = readNumbers(`1 ${tail}`, language)
  if (number?.kind !== 'number') return undefined
  const rest = `1 ${tail}`.slice(number.end).trim()
  // Basis points that a report counts in are no hundredths of points; million tonnes may be million tonnes of CO2.
  const isBegun = ({ label }: Unit) => label[language]?.toLowerCase().startsWith(`${tail.toLowerCase()} `)
  const isWhole = number.scale < 0 || (number.scale > 0 && rest !== '')
  const begun = [...dataset.units.values()].filter(isBegun).map(({ id }) => id)
  const whole = isWhole ? [...unitsNamed(tail.toLowerCase(), dataset, language), ...begun] : []
  if (whole.length > 0) return { text: tail, scale: 0, units: whole }
  const named = unitsNamed(rest, dataset, language)
  // Dollars per pupil.
  const [per, ...of] = tail.split(perWord(language))
  if (per && of.length > 0 && whole.length + named.length + begun.length === 0) return readUnit(per, dataset, language)
  if (rest !== '' && named.length === 0) return number.unit ? undefined : readMultiple(tail, dataset, language)
  if (rest !== '' && number.unit !== undefined) return undefined
  const units = [...(number.unit ? [number.unit] : named), ...begun]
  return number.scale === 0 && units.length === 0 ? undefined : { text: tail, scale: number.scale, units }
}

/** Prefixes of the International System of Units, by their powers of ten (BIPM, SI Brochure 2019, table 7). */
const prefixes: readonly (readonly [pattern: RegExp, power: number])[] = [
  [/^(?:T|tera)(?=\p{L})/u, 12],
  [/^(?:G|giga)(?=\p{L})/u, 9],
  [/^(?:M|mega)(?=\p{L})/u, 6],
  [/^(?:k|kilo)(?=\p{L})/u, 3],
  [/^(?:c|centi)(?=\p{L})/u, -2],
  [/^(?:m|milli)(?=\p{L})/u, -3],
  [/^(?:[µμ]|micro)(?=\p{L})/u, -6],
]

/** A unit of the report in another power of ten than its name: GWh for TWh, thousand tonnes for million tonnes. */
function readMultiple(text: string, dataset: Dataset, language: Language): UnitTail | undefined {
  const said = getPowers(text, language)
  for (const { id, power, base } of powersOfUnits(dataset)(language)) {
    const same = said.find((one) => one.base === base)
    if (same && same.power !== power) return { text, scale: same.power - power, units: [id] }
  }
  return undefined
}

const powersOfUnits = derived(({ units }: Dataset) =>
  constants((language: Language) =>
    [...units.values()].flatMap(({ id, label, singular }) =>
      [label[language], singular?.[language], ...listedNames(id)]
        .flatMap((name) => (name ? getPowers(name, language) : []))
        .map((one) => ({ ...one, id })),
    ),
  ),
)

/** What a unit’s name may be a power of ten of: GWh is 9 of Wh, and 0 of GWh. */
function getPowers(name: string, language: Language): { power: number; base: string }[] {
  const [number] = readNumbers(`1 ${name}`, language)
  const scaled =
    number?.kind === 'number' && number.scale > 0
      ? [{ power: number.scale, base: `1 ${name}`.slice(number.end).trim() }]
      : []
  const prefixed = prefixes.flatMap(([prefix, power]) =>
    prefix.test(name) ? [{ power, base: name.replace(prefix, '') }] : [],
  )
  return [{ power: 0, base: name }, ...scaled, ...prefixed]
}
