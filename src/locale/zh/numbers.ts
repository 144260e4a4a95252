import { Decimal } from 'decimal.js'
import { boundingWords } from '../../dataset/figure/bounding-words.ts'
import { matchesIn } from '../numbers/matches.ts'
import { type NumberWords, type SpokenNumber, year } from '../numbers/number-words.ts'

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
  `百分之(${numeral}(?:点[零一二三四五六七八九]+)?)|(${numeral})分之(${numeral})|(?<![第万一统星期周])((?:[零一二两三四五六七八九十百千]${numeral}(?:点[零一二三四五六七八九]+)?)(?!${numeralSign}|世纪|”|(?<=^[（(]?[一二三四五六七八九十]+)[、）)])|[二两三四五六七八九十](?=成|倍|个百分点|万|亿))(?!月|季度|分之|直|般|致)|(一半|半数)|(翻[了一]?番)|(?<![人次户总件份指倍参函以])(?:[数上近]|成[百千]上)([百千万])`,
  'g',
)

/** 18日; 18日至24日, 18—24日. */
const days = '\\d{1,2}(?:日?[—–至到和、~～-]\\d{1,2})*'

/** Numbers in Chinese, without groups: 万 and 亿 part their digits. */
export const chineseNumbers: NumberWords = {
  notation: { decimal: '.', group: '', leastGrouped: Number.POSITIVE_INFINITY },
  otherGroups: '',
  alongside: ['en'],
  bounds: boundingWords.zh,
  scale: '\\s?(?:万亿|亿|千万|百万|万|千)(?![零一二三四五六七八九十])',
  powers: { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3 },
  more: '多|余',
  points: '个?(?:百分点|基点)',
  percent: '%',
  // Ages are none of these: 60岁以上 names people.
  counted: '(?:[个人元的艘台家户名位件辆次篇座处所吨条种]|小时|公里)?',
  dates: [
    `${year}(?:年(?:(?:\\d{1,2}月?[—–至到-])?\\d{1,2}月(?:${days}日)?)?|年?[上下]半年|年?第[一二三四]季度)`,
    `${year}(?=[至到和与及、—–~-]${year}年)`,
    `(?:(?<!\\d[.,]?)\\d{1,2}月?[—–至到-])?\\d{1,2}月(?:${days}日)?(?!\\d)`,
    '(?<!\\d[.,]?)\\d{1,2}日(?!\\d)|(?<!\\d)1[5-8]\\d\\d年|[早上午晚晨]\\d{1,2}[点时](?!\\d)',
  ],
  ordinals: '第\\d+(?:[、,至和]\\d+)*|(?<![\\d.])\\d{1,3}号(?=[线井楼门厅])',
  // 图1 and 表2, but not 代表2980名 nor 关注500人; 共9页 after 第1页, but not 共4700艘.
  labels:
    '(?:电话|拨打|热线)[:：]? ?[\\d-]{3,}(?![\\d万亿%户人])|\\b(?:GB|ISO)(?:\\/T)? ?\\d+|(?<![代发关备地企])(?:图|表|附录|来源|注) ?\\d+(?:\\.\\d+)?(?![\\d%万亿])|共 ?\\d+(?=[页章节张]|部分)',
  isNumbering: () => true,
  scaleStart: '[万亿]',
  to: ['至', '到'],
  between: ['在', '和'],
  months: [],
  seasons: ['冬季|冬天', '春季|春天', '夏季|夏天', '秋季|秋天'],
  spoken: chineseSpoken,
}

/** The numbers in Chinese numerals (亿, 万, fractions); ordinals, months and words such as 万一 are skipped. */
function* chineseSpoken(text: string): Iterable<SpokenNumber> {
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
