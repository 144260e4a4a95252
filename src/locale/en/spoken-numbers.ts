import { Decimal } from 'decimal.js'
import { matchesIn } from '../numbers/matches.ts'
import { joint, type SpokenNumber } from '../numbers/number-words.ts'

/** From none to twenty. */
export const englishCardinals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
/** What a number in words is multiplied with, by powers of ten. */
export const englishScales: Readonly<Record<string, number>> = {
  ...{ hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 },
}
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
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  tenfold: 10,
}

// One alone is a pronoun as often as a number: it is read before a scale or a fraction only.
const wordPattern = new RegExp(
  `\\b(?:(${[...englishCardinals.slice(1), 'an', 'a'].join('|')})${joint}[ -](thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)${joint}(?! of (?:the )?(?:year|\\d)| (?:earlier|before|ago|later|running|in a row)\\b)|(half(?: a(?: (?:million|billion|trillion)|(?= percentage point)))?)(?! of (?:the year|\\d)|[- ]year| an? (?:year|day|hour|decade|century)\\b)|(dozens|scores|hundreds|thousands|millions|billions)(?= of\\b| upon\\b)|(twice|doubl(?:e|ed|ing)|thrice|tripl(?:e|ed|ing)|dozen|(?:two|three|four|five|ten)-?fold)|(?:several|(?:a )?few|(?:a )?couple of)(?= (?:hundred|thousand|million|billion)\\b)|(?:(${tens.join('|')})(?:-(${englishCardinals.slice(1, 10).join('|')}))?|(${englishCardinals.slice(2).reverse().join('|')}|one(?= (?:hundred|thousand|million|billion|trillion)))|(a)(?= (?:hundred|thousand|million|billion|trillion)))${joint}(?: (hundred thousand|hundred million|hundred billion|hundred|thousand|million|billion|trillion))?)${joint}(?![\\p{L}])(?: (percentage points?|per ?cent)(?![a-z]))?`,
  'giu',
)

/** One of so many: every tenth reader, but not every second week. */
const everyPattern =
  /\bevery (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= [a-z])(?! (?:or|and|hours?|days?|weekdays?|weeks?|months?|quarters?|years?|time|\w+day)\b)/gi
/** Revenue a quarter: each three months, where no verb or preposition stands before it. */
const perTime =
  /\b(?!(?:by|to|than|about|around|nearly|almost|over|under|just|only|some|roughly|exactly|up|down|and|or|is|was|were|are|of|for|at|with|in|from|as|least|most|almost|about|reached|covers?|makes?|made|holds?|took|takes?|lost|gained|fell|rose|grew)\b)\p{L}+ $/iu

/** The numbers in English words in a text: eleven, two thirds, half, twice, two hundred thousand, dozens of. */
export function* englishSpoken(text: string): Iterable<SpokenNumber> {
  for (const { 0: written, 1: part = '', index } of matchesIn(text, everyPattern)) {
    const value = new Decimal(1).div(fractions[part.toLowerCase()] ?? 2)
    yield { written, index, value, power: 0 }
  }
  for (const match of matchesIn(text, wordPattern)) {
    const [written, count, part, half, many, multiple, ten, one, cardinal, , scaleWord, unitWord] = match
    const { index } = match
    if (/^a quarter$/i.test(written) && isPerTime(text, index)) continue
    if (many) {
      yield { written, index, value: new Decimal(manies[many.toLowerCase()] ?? 12), power: 1 }
      continue
    }
    const value = wordValue({ count, part, half, multiple, ten, one, cardinal })
    const [least = '', ...more] = (scaleWord ?? half?.slice(7) ?? '').toLowerCase().split(' ')
    const power = [least, ...more].reduce((sum, word) => sum + (englishScales[word] ?? 0), 0)
    const unit = unitWord ? (/points?/i.test(unitWord) ? 'percentage-points' : 'percent') : undefined
    yield { written, index, value: value.times(new Decimal(10).pow(power)), power, unit }
  }
}

function isPerTime(text: string, index: number): boolean {
  return perTime.test(text.slice(Math.max(0, index - 40), index)) && !/^.{9} of\b/.test(text.slice(index, index + 14))
}

interface WordParts {
  count?: string | undefined
  part?: string | undefined
  half?: string | undefined
  multiple?: string | undefined
  ten?: string | undefined
  one?: string | undefined
  cardinal?: string | undefined
}

function wordValue({ count, part, half, multiple, ten, one, cardinal }: WordParts): Decimal {
  const ofCardinal = (word = 'one') => Math.max(1, englishCardinals.indexOf(word.toLowerCase()))
  if (part) return new Decimal(ofCardinal(count)).div(fractions[part.toLowerCase().replace(/s$/, '')] ?? 1)
  if (half) return new Decimal(0.5)
  if (multiple) return new Decimal(multiples[multiple.toLowerCase().replace('-', '')] ?? 2)
  if (ten) return new Decimal((tens.indexOf(ten.toLowerCase()) + 2) * 10 + (one ? ofCardinal(one) : 0))
  return new Decimal(ofCardinal(cardinal))
}
