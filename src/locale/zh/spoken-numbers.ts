import { Decimal } from 'decimal.js'
import { matchesIn } from '../numbers/matches.ts'
import type { SpokenNumber } from '../numbers/number-words.ts'

const digits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const large: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

const numeralSign = '[零一二两三四五六七八九十百千万亿]'
// Longer than any number that is said; without an end a long run would be gone through from each of its characters.
const numeral = `${numeralSign}{1,40}`

// A lone numeral is mostly part of a word (一些, 统一): it is read in a fraction, before a multiple or from two characters.
const pattern = new RegExp(
  `百分之(${numeral}(?:点[零一二三四五六七八九]+)?)|(${numeral})分之(${numeral})|(?<![第万一统星期周])((?:[零一二两三四五六七八九十百千]${numeral}(?:点[零一二三四五六七八九]+)?)(?!${numeralSign}|世纪|”)|[二两三四五六七八九十](?=成|倍|个百分点|万|亿))(?!月|季度|分之|直|般|致)|(一半|半数)|(翻[了一]?番)|(?<![人次户总件份指倍参函以])(?:[数上近]|成[百千]上)([百千万])`,
  'g',
)

/** The numbers in Chinese numerals (亿, 万, fractions); ordinals, months and words such as 万一 are skipped. */
export function* chineseSpoken(text: string): Iterable<SpokenNumber> {
  if (!/[一-十百千万半番零二三四五六七八九]/.test(text)) return
  for (const match of matchesIn(text, pattern)) {
    const [written, percent, denominator, numerator, plain, half, doubled, vague] = match
    const base = { written, index: match.index, power: 0 }
    if (percent) yield { ...base, value: chineseValue(percent), unit: 'percent' }
    else if (denominator && numerator) yield { ...base, value: chineseValue(numerator).div(chineseValue(denominator)) }
    else if (half) yield { ...base, value: new Decimal(0.5) }
    else if (doubled) yield { ...base, value: new Decimal(2) }
    else if (vague) yield { ...base, value: chineseValue(vague) }
    else if (plain && /[零一二两三四五六七八九十]/.test(plain))
      yield { ...base, value: chineseValue(plain), power: getPower(plain) }
  }
}

function getPower(written: string): number {
  return [...written].reduce((power, character) => Math.max(power, large[character] ?? 0), 0)
}

/** 十一亿二千万 → 1120000000; 三点五 → 3.5. */
function chineseValue(written: string): Decimal {
  const [whole = '', fraction = ''] = written.split('点')
  let total = new Decimal(0)
  let section = 0
  let digit: number | undefined
  for (const character of whole) {
    const scale = small[character]
    const power = large[character]
    if (scale !== undefined) {
      section += (digit ?? 1) * scale
      digit = undefined
    } else if (power !== undefined) {
      total = total.plus(section + (digit ?? 0)).times(new Decimal(10).pow(power))
      section = 0
      digit = undefined
    } else {
      digit = (digit ?? 0) * (digit === undefined ? 1 : 10) + (digits[character] ?? 0)
    }
  }
  const decimals = [...fraction].map((character) => digits[character] ?? 0).join('')
  return total.plus(section + (digit ?? 0)).plus(decimals ? new Decimal(`0.${decimals}`) : 0)
}
