import { letterScales, shortScales } from '../../../dataset/figure/unit/scales.ts'
import type { Dataset, Indicator } from '../../../dataset/types.ts'
import { escapePattern } from '../../../files/escape-pattern.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { type NumberInText, readNumbers, scalesNamed } from '../../../trust/numbers/numbers-in-text.ts'
import { findCategories, findNames, getNames } from '../../../trust/words/names.ts'
import { addPhrase, createPhrases, findPhrases, type PhraseTree } from '../../../trust/words/phrases.ts'
import { entries, isSmall, readWords } from '../../../trust/words/read-words.ts'
import { getTokens, type Token } from '../../../trust/words/tokens.ts'
import { periodsIn, type SaidPeriod } from '../said-periods.ts'

/** Something named in a text, by its characters. */
export interface Spoken<T> {
  start: number
  end: number
  of: T
}

/** What words say of numbers beside them. */
export interface Understood {
  text: string
  /** Ids of the indicators that are called so. */
  names: readonly Spoken<readonly string[]>[]
  categories: readonly Spoken<{ dimension: string; category: string }>[]
  /** Whether the whole is named: All adults, total. */
  isTotal: boolean
  periods: readonly SaidPeriod[]
  scales: readonly number[]
  isPerCent: boolean
  /** Whether it speaks of a change. */
  isMovement: boolean
  /** Whether it speaks of what is planned, expected or not so. */
  isOpen: boolean
  /** Whether it speaks of an earlier time without naming it. */
  isPast: boolean
  /** Words that say nothing that is known, by their characters. */
  strangers: readonly { start: number; end: number; stem: string }[]
}

/** What a text says, of the things of a dataset. */
export function understand(text: string, dataset: Dataset, language: Language): Understood {
  const tokens = getTokens(text)
  const place = <T>(of: T, first: number, end: number): Spoken<T> => ({
    of,
    start: tokens[first]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
  })
  const names = findNames(tokens, dataset, language).map(({ indicators, first, end }) => place(indicators, first, end))
  const categories = findCategories(tokens, dataset, language).map(({ dimension, category, first, end }) =>
    place({ dimension, category }, first, end),
  )
  const periods = periodsIn(text, language)
  const words = readWords(tokens, language).map(({ meaning, first, end }) => place(meaning, first, end))
  const mentions = readNumbers(text, language)
  const totals = [...text.matchAll(totalWords(dataset)(language))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
  const times = [movementWords, pastWords].flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })),
  )
  const familiar = findPhrases(familiarWords(dataset)(language), tokens).map(({ first, end }) =>
    place(true, first, end),
  )
  const things = [...names, ...categories, ...periods, ...totals]
  const isWithin = (one: { start: number; end: number }, spans: readonly { start: number; end: number }[]) =>
    spans.some(({ start, end }) => start <= one.start && one.end <= end)
  const odd = mentions.filter((one) => isOdd(one) && !isWithin(one, things))
  const known = [...things, ...words, ...mentions.filter((one) => !isOdd(one)), ...times, ...familiar]
  const isKnown = (token: Token) => !/\p{L}/u.test(token.text) || isWithin(token, known) || isWithin(token, odd)
  return {
    text,
    names,
    categories,
    isTotal: totals.length > 0,
    periods,
    scales: [...scalesNamed(text, language), ...scalesInHead(text)],
    isPerCent: /%|per ?cent|\b(?:rate|share|ratio|margin|proportion)\b|[率占比]/i.test(text),
    isMovement: movementWords.test(text) || words.some(({ of }) => of === 'up' || of === 'down'),
    isOpen: openWords.test(text) || words.some((one) => negations.has(one.of) && !isWithin(one, names)),
    isPast: pastWords.test(text),
    strangers: [
      ...tokens.filter((token) => !isKnown(token)).map(({ start, end, stem }) => ({ start, end, stem })),
      ...odd.map(({ start, end, text: stem }) => ({ start, end, stem })),
    ],
  }
}

const negations: ReadonlySet<string> = new Set(['open', 'not', 'contrast'])

/** Digits that narrow what is said down: two books, the first nine months, 5G. */
function isOdd(mention: NumberInText): boolean {
  if (mention.kind === 'date') return false
  if (mention.kind !== 'number') return true
  return mention.unit === undefined && mention.scale === 0 && (mention.form === 'words' || mention.value.abs().lt(1000))
}

export const movementWords =
  /(?<!\p{L})(?:changes?|growth|grew|increas\w*|decreas\w*|y[/-]?o[/-]?y|q[/-]?o[/-]?q|vs\.?|delta|variation|croissance|évolution|veränderung|änderung|wachstum|zuwachs|variación|crecimiento|cambio)(?!\p{L})|[±Δ▲▼△▽]|同比|环比|增长|增幅|增加|变化|较上|降幅|下降/iu
const openWords =
  /\b(?:targets?|budget\w*|plan(?:s|ned)?|forecasts?|guidance|goals?|aims?|expect\w*|outlook|ambition|could|may|if|estimates?|consensus|pro forma|restated|without|excluding|except|minus|ohne|sans|sin)\b|目标|预算|计划|预计|预期|规划|除|不含|不包括/i
const pastWords =
  /\b(?:earlier|ago|previous(?:ly)?|prior|last|former(?:ly)?|before|from|against|versus|vs|compared|than)\b|上年|去年|上季|此前|上期|同期|前值|较|比/i

/** `(m)`, `€bn`, `SEK m`: letters that stand for scales in heads. */
function scalesInHead(text: string): number[] {
  return [...text.matchAll(/[(\s€$£](?:[A-Z]{3}\s?|[€$£])?(k|m|mn|mln|bn|tn)(?=[)\s,]|$)/g)].flatMap(
    ([, letters = '']) => letterScales[letters] ?? shortScales[letters] ?? [],
  )
}

const totalWords = derived((dataset: Dataset) =>
  constants((language: Language) => {
    const own = [...dataset.dimensions.values()].flatMap(({ total }) => total[language] ?? [])
    const words = [...own, 'Total', 'All', '合计', '总计', '全部'].map((word) => escapePattern(word))
    return new RegExp(
      words.map((word) => (/^\p{Script=Han}/u.test(word) ? word : `(?<!\\p{L})${word}(?!\\p{L})`)).join('|'),
      'giu',
    )
  }),
)

/** Words that distinguish nothing beside a number: small ones, units, the report's title and place, head words. */
const familiarWords = derived((dataset: Dataset) =>
  constants((language: Language): PhraseTree<true> => {
    const { report, units } = dataset
    const { small, units: measures, particles } = lexicons[language]
    // Interest, quality and the rest are things of their own, as a mean is.
    const { unmeasured: _things, residual: _rest, norm: _means, deviation: _gaps, ...particle } = particles
    const own = [report.title, report.subtitle, report.publisher, report.geography].map(
      (text) => text?.[language] ?? '',
    )
    const named = [...units.values()].flatMap(({ label, singular }) => [
      label[language] ?? '',
      singular?.[language] ?? '',
    ])
    const listed = [small, ...Object.values(measures), ...Object.values(particle)].flatMap(entries)
    const tree = createPhrases<true>()
    for (const phrase of [...own, ...named, ...listed, ...prose.split(/\s+/)]) {
      // Each word of a title is known by itself; of Chinese words the characters are not.
      const parts = /\p{Script=Han}/u.test(phrase) ? [phrase] : getTokens(phrase).map(({ text }) => text)
      for (const part of parts) addPhrase(tree, `=${part.replaceAll('=', '')}`, true)
    }
    return tree
  }),
)

const prose = `
  we our us its his her their there this that these those it they he she is are was were be been has have had do does did will
  i e g also again already still yet now currently today latest new total overall number numbers count level value values figure figures indicator amount
  year years quarter quarters month months half period end ending start beginning date reporting as at by in on of to with for and or but
  up down about around roughly some over under nearly almost just only even well more most than since when while where which who whose compared reached stood came totalled
  strongly sharply slightly steadily markedly clearly modestly considerably further once first time ever high low record good strong solid people person persons
  unit units percent per cent pp points point mn bn tn m k rate share key main summary overview highlights results result report slide source note notes see
  截 截至 至 到 年末 年底 月底 末 底 达 达到 为 是 有 共 约 超 近 由 从 其中 我国 全国 的 了 在 和 与 同比 环比 较 今 已 个 人 户 年 月 日 季度 期 合计 共计 总计 总数 占 占比 上年 单位 数量 数 总量 全部 各`

/** Indicators with a name whose words are all in neighbouring heads: `Online video` and `Users`. The longest wins. */
export function namedByHeads(
  heads: readonly string[],
  dataset: Dataset,
  language: Language,
): { indicators: string[]; stems: ReadonlySet<string> } {
  const bag = new Set(heads.flatMap((head) => getTokens(head).map(({ stem }) => stem)))
  const joined = heads.length < 2 ? heads : [...heads, heads.join(''), heads.toReversed().join('')]
  const found = [...dataset.indicators.values()].flatMap((indicator) =>
    nameSets(indicator, language)
      .filter(({ phrase, stems }) =>
        isHan(phrase) ? joined.some((text) => text.includes(phrase)) : stems.every((stem) => bag.has(stem)),
      )
      .map(({ phrase, stems }) => ({ id: indicator.id, phrase, stems })),
  )
  const isWithin = (one: (typeof found)[number], other: (typeof found)[number]) =>
    other.id !== one.id &&
    (isHan(one.phrase)
      ? other.phrase.length > one.phrase.length && other.phrase.includes(one.phrase)
      : other.stems.length > one.stems.length && one.stems.every((stem) => other.stems.includes(stem)))
  const longest = found.filter((one) => !found.some((other) => isWithin(one, other)))
  return {
    indicators: [...new Set(longest.map(({ id }) => id))],
    stems: new Set(longest.flatMap(({ id, stems }) => [...stems, ...nameWords(dataset.indicators.get(id), language)])),
  }
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

function nameWords(indicator: Indicator | undefined, language: Language): readonly string[] {
  return indicator ? nameSets(indicator, language).flatMap(({ stems }) => stems) : []
}

function nameSets(indicator: Indicator, language: Language): { phrase: string; stems: string[] }[] {
  return getNames(indicator, language)
    .map((phrase) => ({
      phrase,
      stems: getTokens(phrase)
        .filter(({ text }) => !isSmall(text, language) && /[\p{L}\d]/u.test(text))
        .map(({ stem }) => stem),
    }))
    .filter(({ stems }) => stems.length > 0)
}
