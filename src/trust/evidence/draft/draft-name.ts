/** Words that are no part of what a number is of. */
const small = new Set(
  'a an and are as at by for from had has have in is it its of on or than that the their this to was were there which who with year quarter half half-year first second third fourth week month reached reaching total number about over nearly almost around some totalled stood rose fell end start beginning grew increased decreased up down i.e. during compared while whereas higher lower same january february march april may june july august september october november december sont ont est été était étaient fut le la les un une des du de en et à au aux par que qu dont plus moins sur pour der die das den dem des ein eine einem einer eines und im in am an auf aus bei beim mit nach zu zum zur um von vom unter über rund etwa knapp davon waren sind war ist wurden wird wurde lag lagen betrug kamen sank sanken stieg stiegen wurden haben hat mehr weniger als bis el los las del al y a hasta más menos por con respecto desde mismo año antes primer segundo tercer cuarto trimestre mientras fue fueron se'.split(
    ' ',
  ),
)

/** Verbs that follow what is counted, and name nothing: 702,300 people came, 311,100 donors gave. */
const verb =
  /^(?:came|gave|took|went|left|made|got|did|saw|paid|sold|bought|spent|won|held|ran|kept|met|brought|used|\p{L}{2,}ed|venue?s?|kamen|nahmen|gaben)$/iu

/** Verbs that follow what a number is of, and name nothing: spending came to, the service expects to attend. */
const verbBefore = /^(?:came|amounted|expects?|plans?|hopes?|aims?)$/i

/** What names the number before a verb: `the unemployment rate was`, `网民规模达`. */
const subjectBefore =
  /(?:^|[.;:,“"]\s*|\d\s+|\b(?:and|while|that|the|of|in|by|,)\s+)((?:[\p{L}’'-]+\s+){1,9})(was|were|is|are|stood at|reached|totalled|came to|amounted to|(?:rose|fell|grew|increased|decreased|dropped|declined)(?: to| by)?|(?:rose|fell|grew|increased|decreased|dropped|declined) for (?:a|the) \p{L}+ \p{L}+ (?:running|in a row),? to|accounted for|account for|made up|make up|stieg(?:en)?|sank(?:en)?|lag(?:en)?|betr(?:ug(?:en)?|ägt)|a(?:tteint|tteignait)|fue(?:ron)?|supus(?:o|ieron)|alcanz(?:ó|aron)|(?:baj|aument)(?:ó|aron)|(?:sub|cay)(?:ió|ieron|ó|eron)|s['’](?:établi|élèv|élev)\p{L}+ à|ascend(?:ió|ieron) a|of|to|at)\s+(?:\p{L}+\s+){0,2}(?:(?:19|20)\d\d \p{L}+ )?$/u
const chineseBefore = /([^，。；：、（）“”]{2,24}?)(?:达到|达|为|是|至|占|共|约|有)(?:了|到|超过|超|近|约)?$/u
/** Without a verb: 中心馆61.2万人次，港口馆30.1万人次. */
const chineseList = /(?:^|[，。；：、（）“”]|\d[年月日][底末]?)(\p{Script=Han}{2,12}?)(?:超过|超|近|约)?$/u
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
}

/** What a number is of, in the words of its text; undefined where they do not say. */
export function draftLabel(
  text: string,
  { start, after, isListed, isCounted, isShare }: NumberPlace,
): string | undefined {
  const before = text.slice(Math.max(0, start - 90), start).replace(/(?:US|CN)?\p{Sc}\s?$/u, '')
  if (/\p{Script=Han}/u.test(before)) {
    const [, alone] = chineseList.exec(before) ?? []
    const named = chineseBefore.exec(before)?.[1] ?? (alone && !notNaming.test(alone) ? alone : undefined)
    const subject = named?.replace(/^.*(?:年|月|日|底|末)/u, '').replace(/^(?:其中|我国|全国|中国|截至|分别|的)+/u, '')
    return subject === undefined || subject.length < 2 ? undefined : subject
  }
  const listed = isListed ? listedName(before) : undefined
  if (listed !== undefined) return listed
  const follows =
    /^(?: (?:in(?: the)?|of) |[\s-]*)(?:d['’]|des? )?((?:\p{L}[\p{L}'’-]*\s*){1,4})/iu.exec(
      text.slice(after, after + 80),
    )?.[1] ?? ''
  const counted = wordsOf(follows, verb)
  const [, subjectSaid = '', link] = subjectBefore.exec(before) ?? []
  // Applications from abroad rose: of where they are from, too.
  const named = subjectSaid.replace(/ (from|without|under) (\p{Ll}+)(?= $)/u, '_$1_$2')
  // Made a loss of £1.3 million: what is said last.
  const subject = link === 'of' ? namesIn(named).slice(-1).flat() : wordsOf(named, verbBefore)
  // The museum welcomed 2,418,600 visitors: what is counted, not who counts; the rate reached 4%.
  const isObject = /(?<!reach|total|increas|decreas|drop|declin|number)ed (?:\p{L}+ )?$/u.test(before)
  const isOf = text.startsWith(' of ', after)
  const isAfter =
    counted.length > 0 &&
    ((isOf && !(isShare && subject.length > 0)) ||
      isListed ||
      subject.length === 0 ||
      (isCounted && !/^account/.test(link ?? '') && (isObject || subject.length === 1)))
  const words = isAfter ? counted : subject
  if (words.length === 0) return undefined
  const label = words.join(' ').replaceAll('_', ' ')
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** What stands before its number in a list: eye care with 31,500, general surgery with 22,900; Calder 52,100; Southmere 33,700. */
function listedName(before: string): string | undefined {
  const name = /(?:[,;:] (?:and )?|^)((?:\p{Lu}[\p{L}’'-]+ ){1,3})$/u.exec(before)?.[1]
  if (name) return name.trim()
  const own = /(?:^|[\d.:;]|%)[,\s]*((?:[\p{L}’'-]+,? ){1,8})with (?:\p{L}+ ){0,1}$/u.exec(before)?.[1]
  const thing = own
    ?.replace(/^(?:\p{L}+, )?(?:followed by|and|then) /u, '')
    .replace(/,? (?:has|have|had|is|are|leads?)\b.*$/, '')
  const words = thing?.trim().replace(/,$/, '')
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : undefined
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
function wordsOf(text: string, ending?: RegExp): string[] {
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
