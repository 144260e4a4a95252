import { englishMarks, type Notation } from '../../locale/numbers/digits.ts'

/** A text in plain characters, and where each of them, and its end, stood in the original. */
export interface PlainText {
  text: string
  starts: readonly number[]
}

/** What of a language's notation tells numbers apart. */
interface NumberMarks {
  notation: Notation
  /** Marks between groups that are read besides its own. */
  otherGroups: string
}

/** The same with numbers in English form, a point before decimals, commas between groups: `1.234,5` is `1,234.5`. */
export function plainNumbers(original: string, { notation, otherGroups }: NumberMarks): PlainText {
  if (notation.decimal === '.') return plainCharacters(original)
  const plain = plainCharacters(original, '\u2009')
  return { ...plain, text: englishMarks(plain.text, notation, otherGroups) }
}

const digit = /\p{Nd}/u

/** Joins nothing and parts nothing: soft hyphens, zero-width spaces and joiners, direction marks. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

const partners: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u3000': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\u301c': '~',
  ᵉ: 'e',
  ʳ: 'r',
  '\u066a': '%',
  '\u066b': '.',
  '\u066c': ',',
  億: '亿',
  萬: '万',
  個: '个',
  點: '点',
  〇: '零',
  兩: '两',
}

/** What has a plain partner, is none at all, or takes two places. */
const others = new RegExp(
  `[${Object.keys(partners).join('')}\\u2009\\u202f\\uff01-\\uff5e\\u{10000}-\\u{10ffff}]|${invisible.source}|(?![0-9])${digit.source}`,
  'u',
)

const places: number[] = []

/** Each place of a text by itself, and perhaps more of them. */
function placesUpTo(length: number): readonly number[] {
  for (let place = places.length; place <= length; place++) places.push(place)
  return places
}

/**
 * Digits of all scripts as 0 to 9, other widths as plain characters, no invisible ones;
 * thin spaces between groups of digits become the given mark.
 */
export function plainCharacters(original: string, group = ','): PlainText {
  if (!others.test(original)) return { text: original, starts: placesUpTo(original.length) }
  const parts: string[] = []
  const starts: number[] = []
  let index = 0
  for (const character of original) {
    if (character < '\u0080') {
      parts.push(character)
      starts.push(index)
    } else if (!invisible.test(character)) {
      parts.push(getPartner(character, original, index, group))
      starts.push(index)
      // What stays a pair of surrogates takes two places.
      if ((parts.at(-1) ?? '').length === 2) starts.push(index)
    }
    index += character.length
  }
  starts.push(index)
  return { text: parts.join(''), starts }
}

function getPartner(character: string, original: string, index: number, group: string): string {
  const code = character.codePointAt(0) ?? 0
  if (digit.test(character)) return String(digitValue(code))
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  // A thin space between groups of three digits, as the SI writes them.
  if (code === 0x2009 || code === 0x202f)
    return /^\d{3}(?!\d)/.test(original.slice(index + 1)) && /\d/.test(original.charAt(index - 1)) ? group : ' '
  return partners[character] ?? character
}

/** Unicode keeps the decimal digits of a script side by side, from zero on. */
function digitValue(code: number): number {
  let before = 0
  while (digit.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}
