import { Decimal } from 'decimal.js'
import { saidAs } from '../../dataset/figure/bounding-words.ts'
import type { Qualifier } from '../../dataset/types.ts'
import { getLanguage, languages, type NumberLanguage, numberLanguage } from '../../locale/languages.ts'
import { matchesIn } from '../../locale/numbers/matches.ts'
import { joint, type NumberWords, type SpokenNumber, year } from '../../locale/numbers/number-words.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import { constants, recent } from '../../memory/derived.ts'
import { plainNumbers } from './plain-characters.ts'

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
  /** The power of ten of the scale word: 9 for billion, 8 for 亿, -2 for basis points, 0 without. */
  scale: number
  /** What the text says after it; undefined for a count or an amount. */
  unit?: 'percent' | 'percentage-points' | undefined
  qualifier?: Qualifier | undefined
  /** Where the number itself begins, after a qualifier, and ends with its scale and unit, before one. */
  numberStart: number
  numberEnd: number
}

/** Digits that are no quantity: a date (2023年12月), a rank (53rd), a numbered thing (page 4), a name (5G). */
export interface OtherMention extends Mention {
  kind: 'date' | 'ordinal' | 'label' | 'name'
}

export type NumberInText = NumberMention | OtherMention

/** A language's words for numbers with those of the languages that stand beside them, as patterns. */
interface Reader {
  notation: NumberWords['notation']
  otherGroups: string
  qualifiers: ReadonlyMap<string, Qualifier>
  powers: Readonly<Record<string, number>>
  /** What ends with a word after a number, with the qualifier that it is; longer words first. */
  after: readonly (readonly [word: string, says: Qualifier])[]
  dates: RegExp
  names: RegExp
  ordinals: RegExp
  labels: RegExp
  numbers: RegExp
  /** What a number may begin with before its digits, at the end of a text; and go on with after them. */
  opens: RegExp
  goesOn: RegExp
  joins: RegExp
  /** Scales that words may name by themselves. */
  scaleNames: RegExp
  between: readonly (readonly [before: RegExp, within: string])[]
  words: readonly NumberWords[]
}

const readers = constants((language: NumberLanguage): Reader => {
  const { notation, otherGroups, alongside } = numberWords[language]
  const words = languages.flatMap((one) =>
    one === getLanguage(language) ? numberWords[language] : alongside.includes(one) ? numberWords[one] : [],
  )
  const all = (part: (words: NumberWords) => string | readonly string[]) => words.flatMap(part).join('|')
  const qualifiers = words.flatMap(({ bounds }) => saidAs(bounds.before))
  const scaleStart = all((one) => one.scaleStart)
  return {
    notation,
    otherGroups,
    qualifiers: new Map(qualifiers),
    powers: Object.assign({}, ...words.map((one) => one.powers)),
    after: words.flatMap(({ bounds }) => saidAs(bounds.after)).toSorted(([a], [b]) => b.length - a.length),
    dates: new RegExp(
      [...words.flatMap((one) => one.dates), ...sharedDates, ...words.flatMap((one) => one.bareYear ?? [])].join('|'),
      'g',
    ),
    names: new RegExp(namePatterns(scaleStart).join('|'), 'g'),
    ordinals: new RegExp(
      all((one) => one.ordinals),
      'g',
    ),
    labels: new RegExp(`${all((one) => one.labels)}|(?<![\\d.,])\\d{1,3} ?\\/ ?\\d{1,3}(?![\\d.,%])`, 'gi'),
    numbers: numberPattern(words, [...qualifiers.map(([form]) => form)]),
    opens: new RegExp(
      `(?:\\p{Nd}[.,'’]?|[\\p{Sc}\\p{Sm}\\p{Pd}]|${currency}|${qualifiers.map(([form]) => form.replaceAll('.', '\\.').replaceAll(' ', '\\s')).join('|')})\\s*(?:${words.flatMap((one) => one.by ?? []).join('|')})?\\s*$`,
      'iu',
    ),
    goesOn: new RegExp(`^(?:\\P{L}?\\p{Nd}|${goingOn(words).join('|')})`, 'iu'),
    scaleNames: scaleNames(words.flatMap((one) => Object.keys(one.powers))),
    joins: new RegExp(`^[^\\S\\t\\n]?(?:-|~|${all((one) => one.to)})[^\\S\\t\\n]?$`),
    between: words.map(({ between: [before, within] }) => [new RegExp(`${before}\\s$`, 'i'), ` ${within} `] as const),
    words,
  }
})

const sharedDates = [
  // The base of an index.
  `${year}(?:年|-?[QH][1-4]|-\\d\\d)?\\s?=\\s?100(?![\\d%]|[.,]\\d)`,
  `${year}-?W\\d\\d?`,
  `${year}[-./]\\d{1,2}(?:[-./]\\d{1,2}(?:T[\\d:.]+Z?)?)?(?!\\d|%|\\s?(?:[mb]illi|[万亿]))`,
  `${year}-?[QHS][1-4]`,
  // A law of a year: Directive 2020/2184, Verordnung (EU) 2019/1021.
  `(?<=\\b(?:[A-Z]+\\)|[Dd]irectiv[ea]|Regulation|[Dd]ecision|Richtlinie|Verordnung|[Rr]èglement|[Rr]eglamento) )${year}/\\d{1,4}`,
  `(?<=\\b(?:[Ii]n|[Ss]ince|[Ss]eit|Jahr|[Ee]n|[Dd]epuis|[Dd]esde) )1[5-8]\\d\\d(?=[.,;:)]?(?:\\n|$)|[.,;:)] |年| (?:and|the|by|as|when|was|und|die|der|das|wurde|et|la|le|y|el)\\b)|1[5-8]\\d\\d(?= gegründet)`,
  '\\d{1,2}:\\d\\d(?::\\d\\d)?',
]

const currency = '(?:RMB|CNY|USD|EUR|GBP|JPY|HKD|US|Rs)'
/** What is measured, in capitals: CPI102 is a number, as IPv6 is none. */
const measured = '(?:GDP|GNP|GNI|CPI|HICP|RPI|PPI|PMI|EPS|ROE|ROA|MAU|DAU)'
// Before dates, since years stand in them: the addresses of files and people, laws by their number, norms.
// Each begins where no character of its own precedes, so that a run of thousands is scanned once and not from each.
const addresses =
  /https?:\/\/\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w-])[\w-]+\.(?:pptx|pdf|docx|xlsx|csv|yaml|yml|json|txt|svg|png|html?)\b|\b(?:Nos?|Nr|[Nn][°ºo]|núm)\.? ?\d{1,4}\/(?:1[89]|20)\d\d(?![\d.,]*[\d%])|\b(?:EN|DIN|ISO|IEC|BS|NF|UNE)(?: (?:EN|ISO|IEC))* \d+(?:-\d+)*(?::\d{4}|(?<=-\d+))(?![.,]?\d|%)/g

function namePatterns(scale: string): string[] {
  return [
    // Postcodes, telephones, houses in their street.
    '(?<![A-Z\\d])[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b',
    '(?<![\\d+])\\+\\d{1,3}(?:[ -]\\(?\\d{1,8}\\)?){2,5}(?![.,]?\\d|%)|(?<![\\d+])\\+\\d{4,6} \\d{5,8}(?![.,]?\\d)|\\bISSN:? \\d{4}-\\d{3}[\\dX]',
    '(?<![\\d.,])\\d{1,4}[a-z]?,? (?:(?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Drive|Terrace|Quay)\\b|(?:rue|avenue|boulevard|quai) d|rue )',
    '(?<=(?:straße|str\\.|weg|platz|allee|gasse|ufer|damm) )\\d{1,3}[a-z]?(?:, \\d{5}(?= [A-ZÄÖÜ])|(?![\\d.,]*[\\d%]| [A-ZÄÖÜ]))|(?<=[路街巷弄])\\d+号',
    `\\b(?:Floor|Level|Bus|Tram|Line|Linie|Ligne|Línea|Phase|Fase|Stage|Stufe|Tier|Zon[ea]|Gate|Platform|Gleis|Grade|Schedule|Clause|Euro(?= [1-7]\\b)) \\d{1,3}(?![\\d.,]*\\s?(?:\\d|%|${scale}))`,
    // What regulators number: tier 1 capital, pilier 2, niveau 3; IFRS 9; article L. 612-1.
    `\\b(?:[Tt]ier|[Ss]tage|[Pp]illar|[Pp]ilier|[Ss]äule|[Pp]ilar|[Ll]evel|[Nn]iveau|[Nn]ivel|[Cc]atégorie|[Cc]ategor(?:y|ía)|Kategorie) [1-5](?![\\d.,]*\\s?(?:\\d|%|${scale}))`,
    `\\b(?:IFRS|IAS|CRR|CRD|PSD|DSP|MiFID|UCITS|ISA|FRS) \\d{1,2}(?![\\d.,]*\\s?(?:\\d|%|${scale}))`,
    '(?<=\\b[LRD]\\. ?)\\d{2,4}(?:-\\d{1,3})+(?![\\d%])',
    `(?<![A-Za-z\\d])(?!(?:${currency}|${measured})\\d)[A-Za-z]+\\d+[A-Za-z\\d]*(?:\\.\\d+)?(?![\\d.]*\\s?(?:%|${scale}))`,
    `(?<![A-Za-z\\d])(?!${currency}-)[A-Z][A-Za-z]*-\\d+(?:/\\d\\d)?(?![\\d.]*%|\\.\\d)`,
    '(?<![\\d.,])(?:[2-6]G|[2-4]-?D|[248]K|\\d{3,4}[Pp]|\\d+(?:Gbps|Mbps|GHz|px|pt))(?![a-z\\d])(?! [a-z]+ers\\b)',
    // A clock's round, and where in a journal something stands: 12(3), 45–67.
    '(?<![\\d.,])(?:24/7(?!\\d)|\\d{1,3}\\(\\d{1,3}(?:-\\d{1,3})?\\)[,:] ?\\d{1,4}-\\d{1,4}(?![\\d%]|[.,]\\d))',
    // Telephones without a country, and those of emergencies.
    '(?<=\\b(?:[Dd]ial(?:ling)?|[Cc]all(?:ing)?|[Rr]ing(?:ing)?|[Nn]otruf|[Cc]omposez le|[Mm]arque el|[Ll]lame al|拨打) )1?\\d{3}(?: or 1?\\d{3})?(?= ?[.,;)]| in an? | for |$)',
    '(?<![\\d.,+])0\\d{2,4}(?:[ -]\\d{2,8}){1,4}(?![.,]?\\d|%)',
    '(?<=\\bCC[ -]?(?:BY(?:-[A-Z]{2})*|0) |\\b(?:OGL|ODbL|Open Government Licence) )\\d\\.\\d(?![\\d%])',
    // How sure an interval is: a 95% confidence interval, 95-Prozent-Konfidenzintervall, al 95 %, 置信水平95%.
    `(?<![\\d.,])${confidence}(?= confidence| level\\b| CI\\b|[ -]?Konfidenz| Sicherheit\\b| ?的?置信)|(?<=\\b(?:confidence (?:interval|level|limit)s? (?:of |at )|[Cc]onfianza (?:del|al) |[Cc]onfiance (?:de|à) |IC (?:del |de |al |à )?|CI |Konfidenz(?:niveau|intervalls?) (?:von |zu )?)|置信(?:水平|度|区间)为?)${confidence}`,
    // What a rate is of: 12.5 per 1,000, pour 100 000 habitants, 15.1/10万; no price: pour 1 000 euros.
    `(?<![A-Za-z])(?:[Pp]er|[Pp]our|[Jj]e|[Pp]or cada) 1(?:[,. ]?000|0[,. ]?000|00[,. ]?000)(?![\\d,.]*\\d| ?(?:[€$£¥]|[Ee]uros?\\b|dol|francs|livres|${currency}))|(?<=\\d)\\/10万`,
  ]
}

const confidence = '9[059](?:\\.\\d)?[ -]?(?:%|per ?cent|Prozent|pour cent|por ciento)'
const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'

const isLatin = (form: string): boolean => /[a-z]/.test(form)

/** What bounds a number after it. */
function getEndings(words: readonly NumberWords[]): string[] {
  return words.flatMap(({ bounds, counted = '' }) => {
    const forms = saidAs(bounds.after).map(([form]) => form)
    const latin = forms.filter(isLatin)
    return [
      ...(latin.length > 0 ? [` (?:${latin.join('|')})(?!\\p{L})`] : []),
      ...forms.filter((form) => !isLatin(form)).map((form) => counted + form),
    ]
  })
}

/** All that may stand between a number's digits and its end. */
function goingOn(words: readonly NumberWords[]): string[] {
  return [
    ...words.flatMap(({ more = [], scale, points, percent }) => [more, scale, points, percent].flat()),
    ...getEndings(words),
  ]
}

function numberPattern(words: readonly NumberWords[], forms: readonly string[]): RegExp {
  const some = (part: (words: NumberWords) => string | readonly string[] | undefined) =>
    `(?:${words.flatMap((one) => part(one) ?? []).join('|')})`
  const escaped = forms.toSorted((a, b) => b.length - a.length).map((form) => form.replaceAll('.', '\\.'))
  const latin = escaped.filter(isLatin)
  const others = escaped.filter((form) => !isLatin(form))
  // Of those aged 60 and over 59.8% did: what ends an age begins no number. Nor does went up to bound one.
  const ended = '\\d(?: years)? (?:and|or|und|oder|et|ou|y|o) '
  const moved = '\\b(?:go|goes|gone|going|went|edged|inched|crept|ticked|jumped|shot|moved|pushed) (?=up to)'
  const qualifier = `(?<!\\p{L}|${ended}|${moved})(?:${latin.join('|')})|${others.join('|')}`
  const more = some((one) => one.more)
  // A dash between spaces joins words: at the end of 2025 – 6,100 more.
  const dashed = words.some(({ spacesMinus }) => spacesMinus) ? '' : '(?<![\\p{L}\\d%)\\]’”"] - )'
  return new RegExp(
    [
      `(?:(?<qualifier>${qualifier})\\s*${some((one) => one.by)}?)?`,
      `(?:(?<![\\d%\\p{L})\\]])(?<sign>[+-])(?: ${dashed})?(?:(?:[$€£¥]|${currency}) ?)?|(?:[$€£¥]|(?<![\\p{L}])${currency}) ?)?(?<![\\d.]|\\d,)`,
      `(?<digits>${digits})(?:(?<hundreds>亿)(?<tens>\\d{1,4})(?=万))?(?<more>${more})?`,
      `(?<scale>${some((one) => one.scale)})?(?<still>${more})?`,
      `(?:(?<points>${some((one) => one.points)})|(?<percent>${some((one) => one.percent)}))?`,
      `(?<after>${getEndings(words).join('|')})?`,
    ].join(joint),
    'giu',
  )
}

/**
 * The numbers of a text in a language (BCP 47), in order: those that say a quantity, and digits that say a date, a
 * place in an order, a numbered thing or a name. Digits of all
 * scripts, numbers in words; a range's first number takes the second's scale and unit (`527.0 to 529.2 million`).
 * English and Chinese are read together.
 */
export function readNumbers(text: string, language: string): readonly NumberInText[] {
  if (!/[\p{Nd}\p{Script=Han}a-z]/iu.test(text)) return []
  return numbersIn(numberLanguage(language))(text)
}

/** Whether a text has a number in words. */
export function saysNumber(text: string, language: string): boolean {
  const reader = readers(numberLanguage(language))
  const { text: plain } = plainNumbers(text, reader)
  return reader.words.some(({ spoken }) => [...spoken(plain)].length > 0)
}

/** Where a number following a text would begin: at a qualifier, currency or sign at its end, else at its end. */
export const startOfNumber = constants((language: string) =>
  recent(5000, (before) => {
    const reader = readers(numberLanguage(language))
    if (isReadAsIs(before.slice(-48), (text) => reader.opens.test(text))) return before.length
    const { text, starts } = plainNumbers(`${before}1`, reader)
    const last = [...matchNumbers(text, reader)].at(-1)
    return last?.end === text.length ? (starts[last.start] ?? before.length) : before.length
  }),
)

/** Where a number that is printed so ends with what follows it: with its scale, its unit. */
export function endOfNumber(printed: string, after: string, language: string): number {
  const reader = readers(numberLanguage(language))
  const isDigits = /\p{Nd}/u.test(printed)
  if (isDigits && isReadAsIs(after, (text) => reader.goesOn.test(text))) return printed.length
  const whole = printed + after
  const { text, starts } = plainNumbers(whole, reader)
  const numbers = isDigits
    ? [...matchNumbers(text, reader)].map((mention) => toOriginal(mention, whole, starts))
    : readNumbers(whole, language).filter(({ kind }) => kind === 'number')
  return Math.max(printed.length, numbers.findLast(({ start }) => start < printed.length)?.end ?? 0)
}

/** Whether a text is in plain characters and spaces, with nothing in it that may belong to a number. */
function isReadAsIs(text: string, belongs: (plain: string) => boolean): boolean {
  const plain = text.replaceAll('\u00a0', ' ')
  return /^[ -~\nÀ-ɏ‘’“”–—…]*$/.test(plain) && !belongs(plain)
}

/** Whether a unit's name is read as a scale: 6 of million tonnes, -2 of basis points. */
export function isOfScale(unit: string, scale: number, language: string): boolean {
  return readNumbers(`1 ${unit}`, language).some((one) => one.kind === 'number' && one.scale === scale)
}

/** Several checks read the same sentence, and each build reads those that did not change. */
const numbersIn = constants((language: NumberLanguage) => recent(5000, (text) => findNumbers(text, readers(language))))

function findNumbers(text: string, reader: Reader): readonly NumberInText[] {
  const plain = plainNumbers(text, reader)
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
    // 86,7. at the end of a German sentence is no day.
    const isDecimal = ({ start, end }: Mention) =>
      reader.notation.decimal === ',' && /\d,\d/.test(text.slice(plain.starts[start], plain.starts[end]))
    claim(matchOthers(plain.text, reader.dates, 'date').filter((mention) => !isDecimal(mention)))
    claim(matchOthers(plain.text, reader.names, 'name'))
    claim(matchOthers(plain.text, reader.ordinals, 'ordinal'))
    claim(
      matchOthers(plain.text, reader.labels, 'label').filter(({ text, end }) =>
        isNumbering(text, plain.text.slice(end, end + 24), reader),
      ),
    )
    claim(matchNumbers(plain.text, reader))
  }
  claim(reader.words.flatMap(({ spoken }) => [...spoken(plain.text)].map(inWords)))
  const sorted = found.sort((a, b) => a.start - b.start)
  return shareScales(sorted, plain.text, reader).map((mention) => toOriginal(mention, text, plain.starts))
}

function scaleNames(names: readonly string[]): RegExp {
  const isLatin = (name: string) => /^[a-z]/.test(name)
  const latin = names.filter((name) => isLatin(name) && name.length > 2).toSorted((a, b) => b.length - a.length)
  const others = names.filter((name) => !isLatin(name)).toSorted((a, b) => b.length - a.length)
  return new RegExp(
    `(?<![\\p{L}])(?:${latin.join('|')})(?![\\p{L}])${others.map((name) => `|${name}`).join('')}`,
    'giu',
  )
}

/** The powers of ten of the scales that words name, such as the head of a table: 6 for `Change (million)`. */
export function scalesNamed(words: string, language: string): number[] {
  const { scaleNames, powers } = readers(numberLanguage(language))
  return matchesIn(words, scaleNames).flatMap(([name]) => powers[name.toLowerCase()] ?? [])
}

/** The first scale that words name, and where. */
export function scaleNamed(words: string, language: string): RegExpExecArray | undefined {
  return matchesIn(words, readers(numberLanguage(language)).scaleNames)[0]
}

function matchOthers(text: string, pattern: RegExp, kind: OtherMention['kind']): OtherMention[] {
  return matchesIn(text, pattern).map((match) => {
    const start = match.index
    return { kind, text: match[0], start, end: start + match[0].length }
  })
}

/** Whether a label numbers a thing, by what follows it: 12/15 of the target is none. */
function isNumbering(label: string, after: string, { words }: Reader): boolean {
  const isOfWhole = /^\d/.test(label) && /^ ?(?:(?:of|de|des|der|du|del|von)\b|\p{Script=Han})/u.test(after)
  if (isOfWhole) return false
  return words.every((one) => one.isNumbering(label, after))
}

/** What each language’s words for basis points have. */
export const basis = /b[aá]s|基/i

function* matchNumbers(text: string, { numbers, powers, qualifiers, after }: Reader): Iterable<NumberMention> {
  for (const match of matchesIn(text, numbers)) {
    const [whole] = match
    const {
      sign,
      digits: written = '',
      hundreds,
      tens = '',
      scale = '',
      points,
      percent,
      ...parts
    } = match.groups ?? {}
    // A basis point is a hundredth of a percentage point.
    const power = basis.test(points ?? '') ? -2 : (powers[scale.toLowerCase().replace(/^[\s-]+/, '')] ?? 0)
    // 10亿4700万 is 10 × 10^8 + 4700 × 10^4.
    const plain = (hundreds ? written + tens.padStart(4, '0') : written).replaceAll(',', '')
    if (plain.length > 24) continue
    const decimals = plain.split('.')[1]?.length ?? 0
    const ending = after.find(([word]) => parts.after?.toLowerCase().endsWith(word))?.[1]
    const before = parts.qualifier ?? ''
    const qualifier = before
      ? qualifiers.get(before.toLowerCase())
      : (parts.more ?? parts.still)
        ? ('over' as const)
        : ending
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
      numberStart: start + whole.length - whole.slice(before.length).trimStart().length,
      numberEnd: start + whole.length - (parts.after ?? '').length,
    }
  }
}

function inWords({ written: text, index: start, value, power: scale, unit }: SpokenNumber): NumberMention {
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
    numberEnd: start + text.length,
  }
}

/** `527.0 to 529.2 million`: the first number means millions too. */
function shareScales(mentions: readonly NumberInText[], text: string, { joins, between }: Reader): NumberInText[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1]
    if (mention.kind !== 'number' || next?.kind !== 'number' || mention.unit || mention.scale !== 0) return mention
    const gap = text.slice(mention.end, next.start)
    const before = text.slice(0, mention.start)
    const isRange = joins.test(gap) || between.some(([start, within]) => gap === within && start.test(before))
    // Nobody writes 52,000 million: rose by 52,000 to 3.41 million.
    if (!isRange || (next.scale === 0 && !next.unit) || mention.value.abs().gte(10_000)) return mention
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
  return mention.kind === 'number'
    ? { ...moved, numberStart: at(mention.numberStart), numberEnd: at(mention.numberEnd) }
    : moved
}
