import { getLanguage, type Language } from '../../../locale/languages.ts'
import { readWords } from '../../words/read-words.ts'
import { getTokens } from '../../words/tokens.ts'
import { sentenceSpanAt } from '../source-paragraphs.ts'

/** Words that are no part of what a number is of. */
const small = new Set(
  'a an and are as at by for from had has have in is it its of on or than that the their this to was were there which who with year quarter half half-year first second third fourth week month reached reaching total number about over nearly almost around some totalled stood rose fell end start beginning grew increased decreased up down i.e. during between compared while whereas higher lower same january february march april may june july august september october november december sont ont est été était étaient fut le la les un une des du de en et à au aux par que qu dont plus moins sur pour der die das den dem des ein eine einem einer eines und im in am an auf aus bei beim mit nach zu zum zur um von vom unter über rund etwa knapp davon waren sind war ist wurden wird wurde lag lagen betrug kamen sank sanken stieg stiegen wurden haben hat mehr weniger als bis el los las del al y a hasta más menos por con respecto desde mismo año antes primer segundo tercer cuarto trimestre mientras fue fueron se'.split(
    ' ',
  ),
)

/** Verbs that follow what is counted, and name nothing: 702,300 people came, 311,100 donors gave. */
const verb =
  /^(?:came|gave|took|went|left|made|got|did|saw|paid|sold|bought|spent|won|held|ran|kept|met|brought|used|\p{L}{2,}ed|venue?s?|kamen|nahmen|gaben)$/iu

const chineseBefore = /([^，。；：、（）“”]{2,24}?)(?:达到|达|为|是|至|占|共|约|有)(?:了|到|超过|超|近|约)?$/u
/** Without a verb: 中心馆61.2万人次，港口馆30.1万人次. */
const chineseList = /(?:^|[，。；：、（）“”]|\d[年月日][底末]?)(\p{Script=Han}{2,20}?)(?:超过|超|近|约)?$/u
/** What says how a number moved, and not of what it is. */
const notNaming = /[增减升降较]|提高|扩大|缩小|同比|环比/u

/** Where a number stands, and what it is one of. */
export interface NumberPlace {
  start: number
  /** After the number and its unit. */
  after: number
  /** Whether its sentence lists several like it: 78.1% in the north, 76.4% in the south. */
  isListed: boolean
  /** Whether things are counted, which follow their number. */
  isCounted: boolean
  /** Whether it is a share, of what follows it: containers accounted for 38.6% of cargo. */
  isShare: boolean
  /** BCP 47 tag of its text. */
  language: string
}

/** What a number is of, in the words of its text; undefined where they do not say. */
export function draftLabel(text: string, place: NumberPlace): string | undefined {
  const { start, after, isListed, isCounted, isShare, language } = place
  const before = text.slice(Math.max(0, start - 90), start).replace(/(?:US|CN)?\p{Sc}\s?$/u, '')
  if (/\p{Script=Han}/u.test(before)) {
    const [, alone] = chineseList.exec(before) ?? []
    const named = chineseBefore.exec(before)?.[1] ?? (alone && !notNaming.test(alone) ? alone : undefined)
    const subject = named
      ?.replace(/^.*(?:年|月|日|底|末)/u, '')
      .replace(/^(?:其中|我国|全国|中国|截至|分别|的)+|^.*(?:拥有|共有|完成|实现|接待)/u, '')
    return subject === undefined || subject.length < 2 ? undefined : subject
  }
  const listed =
    bracketName(before) ?? (isListed ? (listedName(before) ?? (isShare ? firstName(before) : undefined)) : undefined)
  if (listed !== undefined) return listed
  const told = getSubject(text, start, getLanguage(language) ?? 'en')
  const follows =
    /^(?: (?:in(?: the)?|of) |[\s-]*)(?:d['’]|des? )?((?:\p{L}[\p{L}'’-]*\s*){1,4})/iu.exec(
      text.slice(after, after + 80),
    )?.[1] ?? ''
  const counted = getWords(follows, verb)
  const [, ofSaid = ''] = /((?:[\p{L}’'-]+\s+){1,9})of\s+$/u.exec(before) ?? []
  // Made a loss of £1.3 million: what is said last.
  const lastSaid = ofSaid === '' ? undefined : namesIn(ofSaid).at(-1)
  const subject = lastSaid ?? told?.words ?? []
  // The museum welcomed 2,418,600 visitors: what is counted, not who counts; the rate reached 4%.
  const isObject =
    hasBefore.test(before) || /(?<!reach|total|increas|decreas|drop|declin|number)ed (?:\p{L}+ )?$/u.test(before)
  const isOf = text.startsWith(' of ', after)
  const isAfter =
    counted.length > 0 &&
    ((isOf && !(isShare && subject.length > 0)) ||
      (isListed && !(told && /(?<!\p{L})(?:with|mit|con|avec) (?:\p{L}+ )?$/u.test(before))) ||
      subject.length === 0 ||
      (isCounted &&
        !told?.isMoved &&
        !/account(?:ed|s)? for \p{Sc}?$/u.test(before) &&
        (isObject || subject.length === 1)))
  const words = isAfter ? counted : subject
  if (words.length === 0) return undefined
  const label = words
    .join(' ')
    .replaceAll('_', ' ')
    .replace(/^[ld]['’]/iu, '')
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** What verbs, and words of movement, say of what stands before them. */
const predicates = /^(?:verb|up|down|flat|nearly-flat|narrower|wider|times|above|below|slowed|gained-pace)$/
const pronoun =
  /^(?:it|they|there|this|these|those|he|she|we|sie|er|es|das|dies|celui|celle|ceux|il|elle|ils|elles|ce|esto|ello|ellos)$/i
const counting =
  /^(?:(?:total )?number of|(?:Gesamt)?[Zz]ahl (?:der|von)|Anzahl (?:der|von)|nombre (?:total )?d(?:e(?:s)?|['’])|número (?:total )?de)(?: (?:the|les|los|las))?\s?/iu

/** The text before a number's last verb of being or movement (the load factor reached), and whether it is movement. */
function getSubject(
  text: string,
  start: number,
  language: Language,
): { words: readonly string[]; isMoved: boolean } | undefined {
  const sentence = sentenceSpanAt(text, start)
  // What stands in brackets is no subject: des jeunes (15–24 ans) atteint.
  const whole = text
    .slice(sentence.start, sentence.end)
    .replaceAll(/\([^()]*\)/g, (words, at: number) =>
      sentence.start + at + words.length <= start ? ' '.repeat(words.length) : words,
    )
  const tokens = getTokens(whole)
  const said = readWords(tokens, language).findLast(
    ({ first, meaning }) => predicates.test(meaning) && sentence.start + (tokens[first]?.end ?? 0) <= start,
  )
  if (!said) return undefined
  const clause = whole
    .slice(0, tokens[said.first]?.start)
    .replace(/[,;:\s]+$/, '')
    .split(/[,;.–—(：]\s|:\s|^\s*-\s/)
    .at(-1)
    ?.replace(joining, '')
  const subject = clause?.replace(leadingTime, '')
  if (subject === undefined || (subject === clause && preposition.test(clause))) return undefined
  const words = subject
    .replace(/\s(?:que|qui|which|who|that)\s.*$/u, '')
    .replace(/^\s*(?:(?:the|an?|der|die|das|l[ae]s?|el|los|une?|un[oa]?)\s|l['’])/iu, '')
    .replace(counting, '')
    .trim()
    .split(/\s+/)
  const end = words.findIndex((word) => /\d/.test(word))
  const own = withoutSmall(words.slice(0, end < 0 ? 7 : Math.min(7, end)))
  const isMoved = said.meaning !== 'verb'
  return own.length === 0 || pronoun.test(own[0] ?? '') ? undefined : { words: own, isMoved }
}

const joining =
  /^\s*(?:so that|so dass|de sorte que|while|whereas|and|but|während|und|et|tandis que|mientras(?: que)?|y)\s/iu
const preposition =
  /^\s*(?:of|among|von|unter|parmi|entre|de|por|for|in|im|au|en|mit|with|con|avec|bei|at|by|on|da)\s/iu
const leadingTime =
  /^\s*(?:in|im|ende|anfang|au|en|fin|a finales|a principios|at|by|on|by the end)\s.*?(?<!\d)(?:1[89]|20)\d\d\s/iu

function withoutSmall(words: readonly string[]): readonly string[] {
  const isSmall = (word: string) => word === '' || small.has(word.toLowerCase())
  const first = words.findIndex((word) => !isSmall(word))
  return first < 0 ? [] : words.slice(first, words.findLastIndex((word) => !isSmall(word)) + 1)
}

/** What stands before the bracket that begins with its number: Port Ellen (8.3 million, +9.2%). */
function bracketName(before: string): string | undefined {
  return /(?<!\p{L})(\p{Lu}[\p{L}’'-]*(?: (?:(?:de|of|der|du|des) )?\p{Lu}[\p{L}’'-]*)*) ?\($/u.exec(before)?.[1]
}

/** Who has something is not what is counted: die Winzer haben 8,9 Millionen Hektoliter geerntet. */
const hasBefore =
  /(?<!\p{L})(?:has|have|had|hat|haben|hatten?|ont|avai(?:en)?t|han|tiene|tienen|compte|comptent) (?:\p{L}+ (?:\p{L}+ )?(?:(?:1[89]|20)\d\d )?)?(?:\p{L}+ )?$/u

const inList =
  /(?:[,;:] (?:(?:and|und|et|y) )?|[%\d\p{L}] (?:and|und|et|y) |^)(?:(?:the|die|der|das|les?|la|las|los|el) |l['’])?((?:\p{Lu}[\p{L}’'-]+ (?:(?:of|the|de|der|du|des|del|la|las|los|les) )*){1,4})(?:el )?$/u

/** A number's name in a list: eye care with 31,500, general surgery with 22,900; Calder 52,100; the Liberals 9.1%. */
function listedName(before: string): string | undefined {
  const name = inList.exec(before)?.[1]
  if (name) return name.trim()
  const own = /(?:^|[\d.:;]|%)[,\s]*((?:[\p{L}’'-]+,? ){1,8})with (?:\p{L}+ ){0,1}$/u.exec(before)?.[1]
  const thing = own
    ?.replace(/^(?:\p{L}+, )?(?:followed by|and|then) /u, '')
    .replace(/,? (?:has|have|had|is|are|was|were|remain(?:s|ed)|leads?)\b.*$/, '')
  const words = thing?.trim().replace(/,$/, '')
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : undefined
}

/** The first of a list of shares, before the verb of all: the Green Alliance won 31.2%, the Civic Union 27.8%. */
function firstName(before: string): string | undefined {
  const clause = (before.split(/[.!?:;]\s|\n/).at(-1) ?? '').replace(leadingTime, '')
  return /^(?:\p{L}{2,3} )?((?:\p{Lu}[\p{L}’'-]+ )+)(?:\p{Ll}+ ){1,2}(?:el )?$/u.exec(clause)?.[1]?.trim()
}

/** The runs of words between small ones. */
function namesIn(text: string): string[][] {
  const runs: string[][] = [[]]
  for (const word of text.trim().split(/\s+/)) {
    if (small.has(word.toLowerCase())) runs.push([])
    else runs.at(-1)?.push(word)
  }
  return runs.filter(({ length }) => length > 0)
}

/** The words up to the first small one, or that ends them, after a word that is neither; four at most. */
function getWords(text: string, ending?: RegExp): string[] {
  const words = text.trim().split(/\s+/)
  const from = words.slice(
    Math.max(
      0,
      words.findIndex((word) => !small.has(word.toLowerCase())),
    ),
  )
  const end = from.findIndex((word) => small.has(word.toLowerCase()) || ending?.test(word))
  return from.slice(0, end < 0 ? 4 : Math.min(4, end)).filter((word) => word !== '' && !small.has(word.toLowerCase()))
}

/** Words of statistics in Chinese with the English ones that make an id. */
const terms: readonly (readonly [string, string])[] = [
  ['普及率', 'penetration-rate'],
  ['失业率', 'unemployment-rate'],
  ['就业率', 'employment-rate'],
  ['出生率', 'birth-rate'],
  ['死亡率', 'death-rate'],
  ['增长率', 'growth-rate'],
  ['使用率', 'usage-rate'],
  ['零售额', 'retail-sales'],
  ['营业收入', 'revenue'],
  ['利润', 'profit'],
  ['生产总值', 'gross-product'],
  ['互联网', 'internet'],
  ['网民', 'netizens'],
  ['网络', 'online'],
  ['网上', 'online'],
  ['在线', 'online'],
  ['手机', 'mobile'],
  ['农村', 'rural'],
  ['城镇', 'urban'],
  ['城乡', 'urban-rural'],
  ['用户', 'users'],
  ['人口', 'population'],
  ['旅行', 'travel'],
  ['预订', 'booking'],
  ['购物', 'shopping'],
  ['视频', 'video'],
  ['消费', 'consumption'],
  ['价格', 'prices'],
  ['指数', 'index'],
  ['收入', 'income'],
  ['出生', 'births'],
  ['死亡', 'deaths'],
  ['医疗', 'medical'],
  ['政务', 'government'],
  ['差异', 'gap'],
]

/** A label as an id; `figure` where no word of it makes one. */
export function draftId(label: string): string {
  const english = /\p{Script=Han}/u.test(label) ? translate(label) : label
  const id = english
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
  return id === '' ? 'figure' : id
}

function translate(label: string): string {
  const found = terms.flatMap(([chinese, english]) => {
    const at = label.indexOf(chinese)
    return at < 0 ? [] : [{ at, english, chinese }]
  })
  // 营业收入 holds 收入: the longer one stands.
  const own = found.filter((one) => !found.some((other) => other !== one && other.chinese.includes(one.chinese)))
  return own
    .toSorted((a, b) => a.at - b.at)
    .map(({ english }) => english)
    .join('-')
}
