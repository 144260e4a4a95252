import { Decimal } from 'decimal.js'
import type { Qualifier } from '../../dataset/types.ts'
import { chineseNumber } from './chinese-number.ts'
import { plainCharacters } from './plain-characters.ts'

interface Mention {
  /** As it stands in the text, with qualifier, scale and unit: `over 47 million`. */
  text: string
  /** Where it begins and ends in the text, in UTF-16 units. */
  start: number
  end: number
}

/** A number that says a quantity. */
export interface NumberMention extends Mention {
  kind: 'number'
  /** `words` for eleven, half, twice, a third, 十一, 三分之一; else digits of any script. */
  form: 'digits' | 'words'
  /** In the base: 1092000000 for 1.092 billion, 10.92亿; per cent and points as printed. */
  value: Decimal
  /** The power of ten of the last printed digit: 6 for 1.092 billion. */
  precision: number
  /** The power of ten of the scale word: 9 for billion, 8 for 亿, 0 without. */
  scale: number
  /** What the text says after it; undefined for a count or an amount. */
  unit?: 'percent' | 'percentage-points' | undefined
  qualifier?: Qualifier | undefined
  /** Where the number itself begins, after a qualifier. */
  numberStart: number
}

/** Digits that say no quantity: a date (December 2023, 2023年12月), a place in an order (53rd, 第53次), a numbered thing (Figure 2, page 4), a name (5G, IPv6, an address). */
export interface OtherMention extends Mention {
  kind: 'date' | 'ordinal' | 'label' | 'name'
  /** Of an ordinal: 53 for 53rd. */
  number?: number | undefined
}

export type NumberInText = NumberMention | OtherMention

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const year = '(?:19|20)\\d\\d'
/** What a number is followed by that counts something: 2024 books, 45 readers; a verb in -s is none. */
const counted =
  '(?:people|women|men|children|staff|yuan|euros?|dollars?|(?!(?:was|is|has|as|its|this|thus|plus|versus|across|sees|shows|brings|marks|gives|sets|lists|compares|plots|presents|contains|tells|puts|means|remains|comes|follows|ends|begins|starts|says|does|makes|takes|goes|results|figures|accounts|needs|looks|covers|adds|holds|explains|describes|series|census|status|basis|focus|less)\\b)[a-z]{3,}s)\\b'
const counting = new RegExp(`^ ${counted}`)
/** A bare year is none where it counts something, but after a word that a year follows: in 2024 books were lent. */
const bareYear = `(?<![\\d.,])(?:(?<=\\b(?:in|of|since|by|from|until|till|to|and|before|after|during|the|for|at|early|late|mid|over|than|${month.replace('\\.?', '')}|[QH][1-4]),? )${year}|${year}(?! ${counted}))(?![\\d%]|[.,]\\d|\\s?(?:%|thousand|million|billion|trillion|per ?cent|pp\\b|[万亿]|people|yuan|元|人))`

const dates = new RegExp(
  [
    `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}(?:,? ${year})?`,
    `${month} \\d{1,2}(?:st|nd|rd|th)?,? ${year}`,
    `(?<!\\b[Ii]n )${month} (?:[12]?\\d|3[01])(?![\\d,.%])(?! (?:thousand|million|billion|trillion|per))`,
    `(?:${month}|[QH][1-4]),? ${year}`,
    `${year}[-./]\\d{1,2}(?:[-./]\\d{1,2}(?:T[\\d:.]+Z?)?)?(?!\\d|%|\\s?(?:[mb]illion|[万亿]))`,
    `${year}-?[QHS][1-4]`,
    `${year}(?:年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|年?[上下]半年|年?第[一二三四]季度)`,
    `\\d{1,2}月(?:\\d{1,2}日)?(?!\\d)`,
    `(?<![\\d.,])\\d{1,2}日(?!\\d)`,
    `\\d{1,2}:\\d\\d(?::\\d\\d)?`,
    `${bareYear}s?(?:[-/]\\d\\d(?!\\d|[.%]))?`,
  ].join('|'),
  'g',
)

const ordinals = /(?<![\d.,])(\d+)(?:st|nd|rd|th)\b|第(\d+)(?:[、,至和]\d+)*/g

const labels =
  /\b(?:Figures?|Fig\.|Tables?|Charts?|Pages?|pp?\.|Slides?|Sections?|Chapters?|Paragraphs?|paras?\.|Notes?|Footnotes?|Steps?|Parts?|Appendix|Annex|No\.|Edition|Issue|Box|Version) ?\d+(?:\.\d+)*(?: ?\/ ?\d+)?(?!\d)(?:(?:, | and |-|, and | of )\d+(?![\d%]|[.,]\d| ?(?:per|pp|[a-z]*illion)))*|(?:图|表|附录|来源|注|共) ?\d+(?:\.\d+)?(?![\d%万亿])|(?<![\d.,])\d{1,3} ?\/ ?\d{1,3}(?![\d.,%])/gi

const currency = '(?:RMB|CNY|USD|EUR|GBP|JPY|HKD|US|Rs)'
// Each begins where no character of its own stands before it: a run of thousands is gone through once, not from each of them.
const addresses =
  /https?:\/\/\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w-])[\w-]+\.(?:pptx|pdf|docx|xlsx|csv|yaml|yml|json|txt|svg|png|html?)\b/g

const names = new RegExp(
  [
    `(?<![A-Za-z\\d])(?!${currency}\\d)[A-Za-z]+\\d+[A-Za-z\\d]*(?:\\.\\d+)?(?![\\d.]*\\s?(?:%|per ?cent|[万亿]|[mbtr]+illion))`,
    `(?<![A-Za-z\\d])(?!${currency}-)[A-Z][A-Za-z]*-\\d+(?![\\d.]*%|\\.\\d)`,
    '(?<![\\d.,])(?:[2-6]G|[2-4]D|[248]K|\\d{3,4}[Pp]|\\d+(?:Gbps|Mbps|GHz|px|pt))(?![a-z\\d])(?! [a-z]+ers\\b)',
    '(?<![\\d.,])24/7(?!\\d)',
  ].join('|'),
  'g',
)

const qualifierWords: readonly [Qualifier, string][] = [
  ['at least', 'at least|no less than|no fewer than|not less than|\u2265|至少|不少于|不低于'],
  ['at most', 'at most|up to|no more than|not more than|\u2264|至多|不超过|最多'],
  ['over', 'over|more than|above|exceeding|upwards of|>|超过|超|逾|突破|多于|高于'],
  ['nearly', 'nearly|almost|close to|just under|近|接近|将近'],
  ['under', 'under|less than|fewer than|below|<|不足|不到|低于|少于'],
  ['about', 'about|around|approximately|roughly|some|circa|~|\u2248|约|大约|大概'],
]
const qualifier = `(?:(?<![\\p{L}])(?:${qualifierWords.flatMap(([, words]) => words.split('|').filter((word) => /[a-z]/.test(word))).join('|')})|${qualifierWords
  .flatMap(([, words]) => words.split('|').filter((word) => !/[a-z]/.test(word)))
  .sort((a, b) => b.length - a.length)
  .join('|')})`

const scales: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  k: 3,
  million: 6,
  m: 6,
  mn: 6,
  mln: 6,
  billion: 9,
  b: 9,
  bn: 9,
  trillion: 12,
  tn: 12,
  trn: 12,
  万亿: 12,
  亿: 8,
  千万: 7,
  百万: 6,
  万: 4,
  千: 3,
}
const scale =
  '(?:[\\s-]?(hundred|thousand|million|billion|trillion)(?![a-z])|\\s?(bn|mn|mln|tn|trn)(?![a-z])|([kmb])(?![a-z\\d])|\\s?(万亿|亿|千万|百万|万|千)(?![零一二三四五六七八九十]))'
const unit =
  '(?:[\\s-]?(percentage[\\s-]points?|pp|p\\.p\\.|pps|个?百分点)(?![a-z])|\\s?(%|-?percent(?!age)|-?per[\\s-]cent)(?![a-z]))'
const digits = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)'
const numbers = new RegExp(
  `(?:(${qualifier})\\s*(?:by )?)?(?:(?<![\\d%\\p{L})\\]])([+-]) ?|(?:[$€£¥]|${currency}) ?)?(?<![\\d.]|\\d,)${digits}(?:(亿)(\\d{1,4})(?=万))?(多|余)?${scale}?(?:(多|余))?${unit}?(?:(?:个|人|元|的)?(以上)| or more| or (fewer|less))?`,
  'giu',
)

/** The numbers of a text in order: those that say a quantity, and digits that say a date, a place in an order, a numbered thing or a name. English and Chinese, digits of all scripts, numbers in words; a range's first number takes the second's scale and unit (`527.0 to 529.2 million`). */
export function readNumbers(text: string): NumberInText[] {
  if (!/[\p{Nd}\p{Script=Han}a-z]/iu.test(text)) return []
  const plain = plainCharacters(text)
  const found: NumberInText[] = []
  const taken = new Uint8Array(plain.text.length)
  const claim = (mentions: Iterable<NumberInText>) => {
    for (const mention of mentions) {
      if (taken.subarray(mention.start, mention.end).includes(1)) continue
      taken.fill(1, mention.start, mention.end)
      found.push(mention)
    }
  }
  if (/\d/.test(plain.text)) {
    claim(matchOthers(plain.text, addresses, 'name'))
    claim(matchOthers(plain.text, dates, 'date'))
    claim(matchOthers(plain.text, names, 'name'))
    claim(matchOthers(plain.text, ordinals, 'ordinal'))
    claim(
      matchOthers(plain.text, labels, 'label').filter(({ text, end }) =>
        isNumbering(text, plain.text.slice(end, end + 24)),
      ),
    )
    claim(matchNumbers(plain.text))
  }
  claim(matchWords(plain.text))
  const sorted = found.sort((a, b) => a.start - b.start)
  return shareScales(sorted, plain.text).map((mention) => toOriginal(mention, text, plain.starts))
}

function matchOthers(text: string, pattern: RegExp, kind: OtherMention['kind']): OtherMention[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index
    const number = kind === 'ordinal' ? Number(match[1] ?? match[2]) : undefined
    return { kind, text: match[0], start, end: start + match[0].length, ...(number !== undefined && { number }) }
  })
}

/** Whether a label numbers a thing, by what follows it: Figure 3 shows, but not Figure 300 visitors, No. 1 in the country or 12/15 of the target. */
function isNumbering(label: string, after: string): boolean {
  if (/^\d/.test(label)) return !/^ ?(?:of\b|\p{Script=Han})/u.test(after)
  if (/^No\b/i.test(label)) return !/^ (?:in|of|among|worldwide)\b/.test(after) && !counting.test(after)
  if (/^Part/i.test(label) && /^ of (?:the|all)\b/.test(after))
    return /^ of (?:the|this) (?:re|book|stud|serie|law|act|deck)/.test(after)
  return !/^(?:Fig|Part|Box|Table|Version|Issue|Edition)/i.test(label) || !counting.test(after)
}

function* matchNumbers(text: string): Iterable<NumberMention> {
  for (const match of text.matchAll(numbers)) {
    const [
      whole,
      before,
      sign,
      written = '',
      hundredMillions,
      tenThousands,
      many1,
      word,
      abbreviation,
      letter,
      chinese,
      many2,
      points,
      percent,
      above,
      less,
    ] = match
    const power = scales[(word ?? abbreviation ?? letter ?? chinese ?? '').toLowerCase()] ?? 0
    // 10亿4700万 is 10 × 10^8 + 4700 × 10^4.
    const joined = hundredMillions ? written + (tenThousands ?? '').padStart(4, '0') : written
    const plain = joined.replaceAll(',', '')
    if (plain.length > 24) continue
    const decimals = plain.split('.')[1]?.length ?? 0
    const ending = less ? 'at most' : above || whole.endsWith(' or more') ? 'at least' : undefined
    const qualifier = before ? toQualifier(before) : (many1 ?? many2) ? 'over' : ending
    const start = match.index
    yield {
      kind: 'number',
      form: 'digits',
      text: whole,
      start,
      end: start + whole.length,
      value: new Decimal(`${sign === '-' ? '-' : ''}${plain}e${power}`),
      precision: power - decimals,
      scale: power,
      ...(points ? { unit: 'percentage-points' as const } : percent ? { unit: 'percent' as const } : {}),
      ...(qualifier && { qualifier }),
      numberStart: start + whole.length - whole.slice((before ?? '').length).trimStart().length,
    }
  }
}

function toQualifier(word: string): Qualifier | undefined {
  const lower = word.toLowerCase()
  return qualifierWords.find(([, words]) => words.split('|').includes(lower))?.[0]
}

const cardinals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const fractions: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}
/** Numbers that are named, not counted: dozens of. */
const manies: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1000,
  millions: 1e6,
  billions: 1e9,
}
const multiples: Readonly<Record<string, number>> = {
  twice: 2,
  double: 2,
  doubled: 2,
  doubling: 2,
  thrice: 3,
  triple: 3,
  tripled: 3,
  tripling: 3,
  dozen: 12,
}

// One alone is a pronoun as often as a number: it is read before a scale or a fraction only.
const wordPattern = new RegExp(
  `\\b(?:(${[...cardinals.slice(1), 'an', 'a'].join('|')})[ -](thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?! of (?:the )?(?:year|\\d))|(half)(?! of (?:the year|\\d))|(dozens|scores|hundreds|thousands|millions|billions)(?= of\\b)|(twice|doubl(?:e|ed|ing)|thrice|tripl(?:e|ed|ing)|dozen)|(?:(${tens.join('|')})(?:-(${cardinals.slice(1, 10).join('|')}))?|(${cardinals.slice(2).reverse().join('|')}|one(?= (?:hundred|thousand|million|billion|trillion)))|(a)(?= (?:hundred|thousand|million|billion|trillion)))(?: (hundred|thousand|million|billion|trillion))?)(?![\\p{L}])(?: (percentage points?|per ?cent)(?![a-z]))?`,
  'giu',
)

function* matchWords(text: string): Iterable<NumberMention> {
  for (const match of text.matchAll(wordPattern)) {
    const [whole, count, part, half, many, multiple, ten, one, cardinal, article, scaleWord, unitWord] = match
    if (many) {
      yield inWords(whole, match.index, new Decimal(manies[many.toLowerCase()] ?? 12), 1, undefined)
      continue
    }
    const value = wordValue({ count, part, half, multiple, ten, one, cardinal, article })
    const power = scales[(scaleWord ?? '').toLowerCase()] ?? 0
    const unit = unitWord ? (/points?/i.test(unitWord) ? 'percentage-points' : 'percent') : undefined
    yield inWords(whole, match.index, new Decimal(value).times(new Decimal(10).pow(power)), power, unit)
  }
  for (const { written, index, value, power, percent } of chineseNumber(text)) {
    yield inWords(written, index, value, power, percent ? 'percent' : undefined)
  }
}

function inWords(
  text: string,
  start: number,
  value: Decimal,
  scale: number,
  unit: NumberMention['unit'],
): NumberMention {
  return {
    kind: 'number',
    form: 'words',
    text,
    start,
    end: start + text.length,
    value,
    // A third goes on for ever; nobody means its twentieth digit.
    precision: Math.max(-2, Math.min(scale, -value.decimalPlaces())),
    scale,
    ...(unit && { unit }),
    numberStart: start,
  }
}

interface WordParts {
  count?: string | undefined
  part?: string | undefined
  half?: string | undefined
  multiple?: string | undefined
  ten?: string | undefined
  one?: string | undefined
  cardinal?: string | undefined
  article?: string | undefined
}

function wordValue({ count, part, half, multiple, ten, one, cardinal }: WordParts): Decimal {
  const ofCardinal = (word = 'one') => Math.max(1, cardinals.indexOf(word.toLowerCase()))
  if (part) return new Decimal(ofCardinal(count)).div(fractions[part.toLowerCase().replace(/s$/, '')] ?? 1)
  if (half) return new Decimal(0.5)
  if (multiple) return new Decimal(multiples[multiple.toLowerCase()] ?? 2)
  if (ten) return new Decimal((tens.indexOf(ten.toLowerCase()) + 2) * 10 + (one ? ofCardinal(one) : 0))
  return new Decimal(ofCardinal(cardinal))
}

/** `527.0 to 529.2 million`: the first number means millions too. */
function shareScales(mentions: readonly NumberInText[], text: string): NumberInText[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1]
    if (mention.kind !== 'number' || next?.kind !== 'number' || mention.unit || mention.scale !== 0) return mention
    const between = text.slice(mention.end, next.start)
    const joins =
      /^\s?(?:to|-|~|至|到)\s?$/.test(between) ||
      (between === ' and ' && /between\s$/i.test(text.slice(0, mention.start)))
    if (!joins || (next.scale === 0 && !next.unit)) return mention
    return {
      ...mention,
      value: mention.value.times(new Decimal(10).pow(next.scale)),
      precision: mention.precision + next.scale,
      scale: next.scale,
      ...(next.unit && { unit: next.unit }),
    }
  })
}

function toOriginal<T extends NumberInText>(mention: T, text: string, starts: readonly number[]): T {
  const at = (index: number) => starts[index] ?? text.length
  const start = at(mention.start)
  const end = at(mention.end)
  const moved = { ...mention, start, end, text: text.slice(start, end) }
  return mention.kind === 'number' ? { ...moved, numberStart: at(mention.numberStart) } : moved
}
