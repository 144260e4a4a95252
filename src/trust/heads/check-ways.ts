import { comparePeriods, isNamedBy } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { findObservation } from '../../dataset/find.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { claimDiagnostic } from '../../document/claim/claim.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { dateAt, datesIn, firstMonth } from '../evidence/mention-period.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import type { WordFinding } from '../words/check-words.ts'
import { judgeGroups } from '../words/judge-groups.ts'
import { getJudgeWord, type JudgedWord, judgeWord } from '../words/judge-words.ts'
import { findCategories, findLists, findNames, findParts, type Name, nameWords } from '../words/names.ts'
import { isOfPeriod } from '../words/others/mistimed.ts'
import { isParticle } from '../words/particles.ts'
import { entries, readWords, type Word } from '../words/read-words.ts'
import { getSentences, type Sentence } from '../words/sentences.ts'
import { getTokens, type Token, textAt } from '../words/tokens.ts'
import { getWays, readWaySaid } from '../words/way-said.ts'
import { isAfterFrom } from './check-captions.ts'
import { type HeldWay, holdMost, holdNote } from './hold-most.ts'
import { apart, holdShares } from './hold-shares.ts'
import type { Head } from './read-heads.ts'

/** Directions in titles and captions without a figure (Turnout rises), held to all below that has their names. */
export function holdWays(heads: readonly Head[], dataset: Dataset, locale: Locale): HeldWay[] {
  return heads.flatMap((head) => {
    const groups = holdGroups(head, dataset, locale)
    if (head.isProse) return groups
    const each = holdEachTime(head, dataset, locale.primary)
    if (each.length > 0) return each
    // Coal has fallen, by more than two thirds: how far, too.
    const ways = holdOne(head, dataset, locale).filter(({ claim }) => groups.length === 0 || claim)
    const shares = holdShares(head, dataset, locale)
    if (head.isOverText || ways.some(({ isTrue }) => isTrue === false)) return [...groups, ...ways, ...shares]
    const holds = groups.length > 0 ? [holdMost] : [holdMost, holdSentences]
    const held = holds.flatMap((hold) => hold(head, dataset, locale))
    // The South answers most calls: more than any other.
    const isBorneOut = ({ word }: HeldWay) => held.some((one) => one.isTrue && one.word === word)
    const said = held.filter((one) => one.isTrue !== false || !isBorneOut(one))
    return [...ways, ...groups, ...said, ...shares, ...holdNote(head, dataset, locale.primary)]
  })
}

/** What the words of a chart's spec say by the names of things, as sentences of templates do: fell in every region. */
function holdSentences(head: Head, dataset: Dataset, locale: Locale): HeldWay[] {
  return (head.path ? sentencesOfNow(head, dataset, locale) : []).flatMap((sentence) =>
    sentence.words
      .map((word) => judgeWord(word, sentence, locale))
      .filter(({ claims }) => claims.length > 0)
      .map((judged) => toHeld(judged, sentence, head))
      .filter(({ isTrue }) => isTrue !== undefined),
  )
}

/** A text without the number of all there are of something: all 12 regions. */
function withoutAll(said: string, dataset: Dataset, language: Language): string {
  const tokens = getTokens(said)
  const all = readWords(tokens, language).filter(({ meaning }) => meaning === 'all')
  return findLists(tokens, dataset, language).reduce((text, { first, dimension = '', indicators }) => {
    const { text: number = '', start = 0, end = 0 } = tokens[first - 1] ?? {}
    const size = dataset.dimensions.get(dimension)?.categories.size ?? indicators.length
    const isAll = number === String(size) && all.some((word) => word.end === first - 1)
    return isAll ? text.slice(0, start) + ' '.repeat(end - start) + text.slice(end) : text
  }, said)
}

/** The sentences of a text above figures of the report's period. */
function sentencesOfNow({ text: said, figures, path }: Head, dataset: Dataset, locale: Locale): Sentence[] {
  const text = withoutAll(said, dataset, locale.primary)
  const isOfNow = figures.some(({ period }) => period === dataset.report.period)
  const sentences = isOfNow ? getSentences({ text, figures: [], offsets: [] }, dataset, locale.primary) : []
  // Reached more calls in time: a word of what is shown, which is called so.
  const shown = [...new Set(figures.map(({ indicator }) => indicator))]
  // Exceeds the limit, beside a number of days over the limit that is not shown.
  const isShown = (id: string) => path !== undefined && shown.includes(id)
  const isOfOwn = ({ indicators, first, end }: Name, { tokens }: Sentence) =>
    !indicators.some((id) => shown.includes(id)) &&
    shown.some((id) => {
      const own = dataset.indicators.get(id)
      const words = own ? nameWords(own, locale.primary) : []
      return tokens.slice(first, end).every(({ stem }) => words.includes(stem))
    })
  const isOther = (sentence: Sentence) => (name: Name) => name.indicators.length === 0 || !isOfOwn(name, sentence)
  return sentences.map((sentence) => {
    // Savings banks, whose share is shown, in words that are those of another indicator too.
    const own = path === undefined ? [] : categoriesShown(sentence.tokens, figures, dataset, locale.primary)
    const isCategory = ({ first, end, indicators }: Name) =>
      !indicators.some(isShown) && indicators.length > 0 && own.some((one) => one.first <= first && end <= one.end)
    const isKept = (name: Name) => isOther(sentence)(name) && !isCategory(name)
    const getCalled = (ids: readonly string[], at: number) =>
      own.find(({ first, end }) => first <= at && at < end)?.indicators ?? ids
    // Journeys, of which the chart shows neither the lower nor the upper bound.
    const ofShown = (name: Name) =>
      name.indicators.some(isShown) ? { ...name, indicators: name.indicators.filter(isShown) } : name
    return {
      ...sentence,
      calledBy: sentence.calledBy.map((ids, at) => (ids.some(isShown) ? ids.filter(isShown) : getCalled(ids, at))),
      names: sentence.names.filter(isKept).map(ofShown),
      things: sentence.things.filter(isKept).map(ofShown),
    }
  })
}

/** The categories that a text names and that are shown, each with the indicators that are shown of it. */
function categoriesShown(
  tokens: readonly Token[],
  figures: readonly Observation[],
  dataset: Dataset,
  language: Language,
): { first: number; end: number; indicators: string[] }[] {
  return findCategories(tokens, dataset, language).flatMap(({ first, end, all }) => {
    const own = figures.filter(({ categories }) =>
      all.some(({ dimension, category }) => categories[dimension] === category),
    )
    return own.length > 0 ? [{ first, end, indicators: [...new Set(own.map(({ indicator }) => indicator))] }] : []
  })
}

/** Statements about several members by their list's name or their own: two operators lost customers. */
function holdGroups(head: Head, dataset: Dataset, locale: Locale): HeldWay[] {
  return sentencesOfNow(head, dataset, locale).flatMap((sentence) =>
    judgeGroups(sentence, head.figures, locale).map((judged) => toHeld(judged, sentence, head)),
  )
}

function toHeld({ word, claims }: JudgedWord, { tokens }: Sentence, { text, place, path, figures }: Head): HeldWay {
  // Above a course what was no faster in the last year may have been so over all of it.
  const isOfCourse = path !== undefined && new Set(figures.map(({ period }) => period)).size > 1
  const isPace = (one: (typeof claims)[number]) =>
    isOfCourse && (isPaceOfCourse(one.text, figures) || wasBelow(one.text, figures))
  const claim = claims.find((one) => one.verdict === 'fails' && !isPace(one))
  const isTrue = claim ? false : claims.every(({ verdict }) => verdict === 'holds') || undefined
  return { place, word: textAt(text, tokens, word), isTrue, claim: claim && { claim, text } }
}

/** Whether one thing that overtook another by now was no more than it at some time that is shown. */
function wasBelow(claim: string, figures: readonly Observation[]): boolean {
  const [, one = '', period, other = '', same] = /^at-most (\S+)@(\S+) (\S+)@(\S+)$/.exec(claim) ?? []
  const levels = figures.filter(({ measure, series }) => measure === 'value' && (series === one || series === other))
  return (
    period === same &&
    levels.some((own) =>
      levels.some(
        (beside) =>
          own.series === one &&
          beside.series === other &&
          own.period === beside.period &&
          own.quantity.value.lte(beside.quantity.value),
      ),
    )
  )
}

/** Whether a claim that one thing grew faster or slower than another may be so from the first to the last shown. */
function isPaceOfCourse(claim: string, figures: readonly Observation[]): boolean {
  const [, side = '', ...pair] = /^(fast|slow)er-than (\S+?)(?:@\S+)? (\S+?)(?:@\S+)?$/.exec(claim) ?? []
  const [one, other] = pair.map((series) => {
    const own = figures.filter((figure) => figure.series === series && figure.measure === 'value')
    const sorted = own.toSorted((a, b) => comparePeriods(a.period, b.period))
    const [first, last] = [sorted[0], sorted.at(-1)].map((figure) => figure?.quantity.value)
    return first && last && !first.isZero() && first !== last ? last.div(first).toNumber() : undefined
  })
  if (side === '') return false
  return one === undefined || other === undefined || (side === 'fast' ? one > other : one < other)
}

function holdOne(head: Head, dataset: Dataset, locale: Locale): HeldWay[] {
  const { text } = head
  const language = locale.primary
  const span = datesIn(text, language).find((date) => firstMonth(text, date))
  const figures = head.figures.filter(({ period }) => !span?.period || isNamedBy(period, span.period))
  const since = span ? firstMonth(text, span) : startIn(head, language)
  if (figures.length === 0) return []
  const tokens = getTokens(text)
  const words = readWords(tokens, language)
  const ofParts = findCategories(tokens, dataset, language).length > 0 ? [] : holdParts(head, dataset, language)
  if (ofParts.length > 0) return ofParts
  // A heading of a word or two is a name.
  const whole =
    (tokens.length < 3 && !head.beside) || isExcepting(tokens, dataset, language)
      ? undefined
      : holdWay({ ...head, figures }, tokens, words, dataset, language, since)
  const isOfTime = !head.isOverText && (since !== undefined || !dated.test(text))
  return whole ?? (isOfTime && words.some(isFact) ? holdFacts(head, dataset, locale, since) : [])
}

/** Whether a text leaves out what it names: alle Länder außer Süd, 除西山外各省. */
function isExcepting(tokens: readonly Token[], dataset: Dataset, language: Language): boolean {
  const isLeftOut = ({ first }: Pick<Name, 'first'>) =>
    [1, 2].some((back) => isParticle('except', first - back, { tokens, language }))
  return findCategories(tokens, dataset, language).some(isLeftOut) && findLists(tokens, dataset, language).length > 0
}

/** One with a date speaks of then, of what came of it since, or of now beside it. */
const dated = /\p{Nd}/u

/** What is said of a thing in each of several parts: deaths rose, but the rate fell. */
function holdParts(head: Head, dataset: Dataset, language: Language): HeldWay[] {
  const parts = head.text.split(/[,，;；]/)
  return parts.flatMap((text) => {
    const tokens = getTokens(text)
    const words = readWords(tokens, language).filter(({ first, meaning }) => first > 0 || meaning !== 'beside')
    const isPart = parts.length > 1 && namesAmong(head.figures, tokens, dataset, language).length > 0
    return isPart ? (holdWay({ ...head, text }, tokens, words, dataset, language) ?? []) : []
  })
}

/** Which way a text says that things went; undefined where it does not say one plainly. */
function holdWay(
  { text, place, figures, beside, where, path }: Head,
  tokens: readonly Token[],
  words: readonly Word[],
  dataset: Dataset,
  language: Language,
  since?: Period,
): HeldWay[] | undefined {
  const said = readWaySaid(text, tokens, words, dataset, language, since !== undefined || !dated.test(text))
  // What begins with it is a name: Losses by region.
  if (!said || (said.word.first === 0 && !beside && /^(?:up|down)$/.test(said.word.meaning))) return undefined
  const shown = ofNames(figures, tokens, dataset, language)
  const [first] = shown
  if (!first || shown.some((figure) => isApart(figure, tokens[said.word.first], dataset, language))) return []
  const groups = [...groupBy(shown, ({ series }) => series).values()]
  const ways = groups.map((group) => (since === undefined ? getWays(group, dataset) : waysSince(group, since)))
  // Of categories beside each other the words may tell one from the next: use falls with age.
  const isBreakdown = new Set(shown.map(({ indicator }) => indicator)).size < ways.length
  const isSome = ways.some((own) => own.includes(said.way))
  // Machines and terminals have both grown: each of them.
  const saysBoth = entries(lexicons[language].referring[1]).some((both) =>
    ` ${text.toLowerCase()} `.includes(` ${both} `),
  )
  // Of the title of a slide or page its sentence is judged.
  const isOfBoth = saysBoth && (path !== undefined || where !== 'the title says')
  const isOther = (own: readonly number[]) => own.length > 0 && !(isOfBoth && own.includes(said.way))
  const isContrary = (isOfBoth || (!isBreakdown && !isSome)) && ways.some(isOther)
  const isAll = ways.every((own) => own.length > 0 && own.every((way) => way === said.way))
  const isTrue = isAll || (isContrary ? false : undefined)
  const [odd] = isOfBoth ? groups.filter((_, at) => isOther(ways[at] ?? [])) : []
  const found = odd ? `${odd[0].key} did not go that way` : `nothing below it went that way, such as ${first.key}`
  const ofOne = /^a /.test(where) ? { where } : {}
  return [{ place, word: textAt(text, tokens, said.word), isTrue, found, ...ofOne }]
}

/** Rose every year, in each step of them; a surplus in every month: of all levels below of one thing. */
function holdEachTime({ text, place, figures }: Head, dataset: Dataset, language: Language): HeldWay[] {
  const tokens = getTokens(text)
  const words = readWords(tokens, language).filter(({ meaning }) => meaning !== 'verb')
  const since = startIn({ text, figures }, language) ?? ''
  const isOfAll = readNumbers(text, language).length <= (since ? 1 : 0)
  if (words.length !== 2 || !isOfAll || !words.some(({ meaning }) => meaning === 'each-time')) return []
  const side = words.find(({ meaning }) => meaning === 'surplus' || meaning === 'deficit')
  const said = side ?? readWaySaid(text, tokens, words, dataset, language, true)?.word
  const levels = (side ? figures : ofNames(figures, tokens, dataset, language))
    .filter(({ measure, period }) => measure === 'value' && period >= since)
    .toSorted((a, b) => comparePeriods(a.period, b.period))
  const isOfSide = side && levels.some(({ quantity }) => quantity.value.isNegative())
  const isOfYears = !side && levels.every(({ period }) => /^\d{4}$/.test(period))
  const way = /^(?:down|less|below)$/.test(said?.meaning ?? '') ? -1 : 1
  const isOther = ({ quantity: { value } }: Observation, at: number) =>
    isOfSide
      ? value.isNegative() === (side.meaning === 'surplus') && !value.isZero()
      : isOfYears && at > 0 && value.cmp(levels[at - 1]?.quantity.value ?? value) !== way
  const other = new Set(levels.map(({ series }) => series)).size === 1 ? levels.find(isOther) : undefined
  return said && other
    ? [{ place, word: textAt(text, tokens, said), isTrue: false, found: `it is not so of ${other.key}` }]
    : []
}

/** How far a thing went, how large a part it is, which is the most. */
const facts = /^(?:share|times|majority|minority|rank|record|lowest|largest|smallest|fastest|slowest)$/

function isFact({ meaning }: Word): boolean {
  return facts.test(meaning)
}

/** What a text says of the one thing below it that it names: defence spending grew by a quarter. */
function holdFacts({ text, place, figures }: Head, dataset: Dataset, locale: Locale, since?: Period): HeldWay[] {
  const [sentence, ...more] = getSentences({ text, figures: [], offsets: [] }, dataset, locale.primary)
  if (!sentence || more.length > 0) return []
  const { words, tokens, things, clauseOf, clauses } = sentence
  const shown = ofNames(figures, tokens, dataset, locale.primary)
  const [only, ...others] = new Set(shown.map((figure) => figure.series))
  const level = only === undefined || others.length > 0 ? undefined : findObservation(dataset, only)
  if (!level || level.quantity.value.isNegative() || words.some(({ meaning }) => apart.has(meaning))) return []
  const said = words.filter(isFact)
  const isAlone = said.length === 1 && clauses.length === 1 && !tokens.some((_, at) => isParticle('and', at, sentence))
  const isMoved = words.some(({ meaning }) => meaning === 'up' || meaning === 'down')
  const now = isMoved ? [...getMoves(level, dataset), ...getSpan(level, shown)] : [[level]]
  const candidates =
    since === undefined
      ? now
      : getSpan(
          level,
          shown.filter((figure) => isOfPeriod(figure, since)),
        )
  return said.flatMap((word): HeldWay[] => {
    if (!things.some(({ first }) => clauseOf[first] === clauseOf[word.first])) return []
    const judged = candidates
      .map((tied) => getJudgeWord(word, tied, sentence, locale))
      .filter((claims) => claims.length > 0)
    const wrong = judged.map((claims) => claims.find(({ verdict }) => verdict !== 'holds'))
    const isFalse = isAlone && wrong.length > 0 && wrong.every((claim) => claim?.verdict === 'fails')
    const isTrue = wrong.includes(undefined) || (isFalse ? false : undefined)
    const moves = isTrue && isMoved ? words.filter(({ meaning }) => meaning === 'up' || meaning === 'down') : []
    const held = moves.map((move) => ({ place, word: textAt(text, tokens, move), isTrue: true }))
    return [{ place, word: textAt(text, tokens, word), isTrue, claim: wrong[0] && { claim: wrong[0], text } }, ...held]
  })
}

/** How far a level moved, by its change and by its rate. */
function getMoves({ series, period }: Observation, { observations }: Dataset): Observation[][] {
  return (['change', 'rate'] as const).flatMap((measure) => {
    const moved = observations.get(observationKey(series, measure, period))
    return moved ? [[moved]] : []
  })
}

/** A level and the first that is shown. */
function getSpan(level: Observation, shown: readonly Observation[]): Observation[][] {
  const levels = shown.filter(({ measure, series }) => measure === 'value' && series === level.series)
  const [first] = levels.toSorted((a, b) => comparePeriods(a.period, b.period))
  return first && first.key !== level.key ? [[level, first]] : []
}

/** Errors for those that are not so. */
export function checkWays(ways: readonly HeldWay[]): Diagnostic[] {
  return ways.flatMap(({ place, word, claim, isTrue, found, where = 'a title or caption says' }) => {
    if (isTrue !== false) return []
    if (claim) return [{ ...claimDiagnostic(claim.claim, word, claim.text), kind: 'words' as const, place }]
    const message = `${where} “${word}”, and ${found}`
    return [{ severity: 'error' as const, kind: 'words' as const, message, place, hint }]
  })
}

const hint = 'say what is true now; or print the figure that it is said of, which is then held to it'

/** The words of a report but for the faults of those that what stands below their titles decides. */
export function withoutHeld(words: readonly WordFinding[], ways: readonly HeldWay[]): WordFinding[] {
  return words.map((finding) => {
    const { place, text, start, end, diagnostic } = finding
    const isHeld = ways.some(
      (way) =>
        way.isTrue !== undefined &&
        way.place.file === place.file &&
        way.place.line === place.line &&
        way.word === text.slice(start, end),
    )
    return isHeld && diagnostic ? { ...finding, diagnostic: undefined } : finding
  })
}

/** Whether words may say the opposite of a figure (a balance below zero), or only name it (Growth). */
export function isApart(
  { measure, quantity, indicator }: Observation,
  word: Token | undefined,
  dataset: Dataset,
  language: Language,
): boolean {
  const own = dataset.indicators.get(indicator)
  const isBalance = measure === 'value' && quantity.value.isNegative()
  return isBalance || (own !== undefined && nameWords(own, language).includes(word?.stem ?? ''))
}

/** The figures of the indicators and categories that a text names; all where it names none. */
export function ofNames(
  figures: readonly Observation[],
  tokens: readonly Token[],
  dataset: Dataset,
  language: Language,
): readonly Observation[] {
  const categories = categoriesShown(tokens, figures, dataset, language)
  const isCategory = ({ first, end }: Name) => categories.some((one) => one.first <= first && end <= one.end)
  const isNamed = ({ indicators }: Name) => figures.some(({ indicator }) => indicators.includes(indicator))
  const names = namesAmong(figures, tokens, dataset, language).filter((name) => isNamed(name) || !isCategory(name))
  const isOf = ({ indicator, series }: Observation, ids: readonly string[]) =>
    ids.includes(indicator) || ids.includes(series)
  // What is named and not shown may be what moved.
  if (names.some(({ indicators }) => !figures.some((figure) => isOf(figure, indicators)))) return []
  // Solar panels, where solar is a fuel too.
  const isOfName = ({ first, end }: Pick<Name, 'first' | 'end'>) =>
    figures.every(({ indicator }) => {
      const own = dataset.indicators.get(indicator)
      return own && tokens.slice(first, end).every(({ stem }) => nameWords(own, language).includes(stem))
    })
  const parts = findCategories(tokens, dataset, language).filter((part) => !isOfName(part))
  const shown = figures.filter(
    (figure) =>
      (names.length === 0 || names.some(({ indicators }) => isOf(figure, indicators))) &&
      (parts.length === 0 || parts.some(({ dimension, category }) => figure.categories[dimension] === category)),
  )
  // The rate rose, over the rates of women and men too; use falls with age.
  const wholes = shown.filter(({ categories }) => Object.keys(categories).length === 0)
  return wholes.length > 0 && names.length > 0 && findLists(tokens, dataset, language).length === 0 ? wholes : shown
}

/** What a text names; if nothing in full, by the part of a name that no other has: money, of Gave money. */
function namesAmong(figures: readonly Observation[], tokens: readonly Token[], dataset: Dataset, language: Language) {
  const names = findNames(tokens, dataset, language)
  if (names.length > 0) return names
  return findParts(tokens, dataset, language).filter(({ indicators: [id] }) =>
    figures.some((one) => one.indicator === id),
  )
}

/** The time since which a text speaks that names no other, but for the last that is shown: from 2019 to 2025. */
function startIn({ text, figures }: Pick<Head, 'text' | 'figures'>, language: Language): Period | undefined {
  const [date, ...others] = readNumbers(text, language).filter((one) => one.kind !== 'number' || one.form === 'digits')
  const [last] = figures.toSorted((a, b) => comparePeriods(b.period, a.period))
  const isEnd = (one: (typeof others)[number]) =>
    one.kind === 'date' && last !== undefined && isOfPeriod(last, dateAt(text, one).period ?? '')
  const isStart = date?.kind === 'date' && others.every(isEnd) && isAfterFrom(text, dateAt(text, date).start, language)
  return isStart ? dateAt(text, date).period : undefined
}

/** The ways that a series went from each of its levels of a time to its latest. */
function waysSince(group: readonly Observation[], since: Period): number[] {
  const levels = group.filter(({ measure }) => measure === 'value')
  const [last] = levels.toSorted((a, b) => comparePeriods(b.period, a.period))
  const then = levels.filter((level) => isOfPeriod(level, since) && level !== last)
  return last ? then.map(({ quantity }) => last.quantity.value.cmp(quantity.value)) : []
}
