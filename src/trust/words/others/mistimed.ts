import {
  comparePeriods,
  isNamedBy,
  isPartOf,
  periodEnd,
  periodStart,
  periodsOverlap,
  periodYear,
  sameDays,
} from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { monthsBetween } from '../../../dataset/figure/shift-period.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import type { Particle } from '../../../locale/words/lexicon.ts'
import { derived } from '../../../memory/derived.ts'
import { areSame, inYearOf, partsNamed, seasonsNamed, weeksNamed } from '../../evidence/mention-period.ts'
import { getBases } from '../bases.ts'
import { isBygone, isParticle, particlesIn, withArticle } from '../particles.ts'
import {
  figuresIn,
  type NamedPeriod,
  namedPeriods,
  observationsAt,
  periodTokens,
  type Sentence,
  tokenFigure,
  wordAt,
  wordBefore,
} from '../sentences.ts'
import type { Misnamed } from './naming.ts'

/**
 * Figures of a time other than the one that the clause names: In 2024 the library counted {figure of 2025};
 * In the first quarter, of a year that needs no word, {figure of the second}.
 */
export function mistimedFigures(sentence: Sentence): Misnamed[] {
  const { report, observations } = sentence.dataset
  // What comes after the report's time is when it was published, but beside what is foreseen.
  const isForeseen = observationsAt(sentence).some(({ status }) => status === 'forecast')
  const parts = observationsAt(sentence).flatMap(({ period }) => (period.length > 4 ? period : []))
  const years = [report.period, ...parts]
  const isLater = ({ period, isPart }: NamedPeriod) =>
    !isForeseen &&
    (isPart ? years.map((year) => inYearOf(year, period)) : [period]).every(
      // Half-years and quarters are no time of publication.
      (time) => periodStart(time) > periodEnd(report.period) && !/-[SQ]/.test(time) && (isPart || !isYetToCome(time)),
    )
  const isYetToCome = (time: Period) => time.length > 4 && periodStart(time) > report.released
  const named = [...namedPeriods(sentence), ...namedParts(sentence)].filter(
    (one) => !hasBothEnds(one, sentence) && !isIndexBase(one, sentence),
  )
  const exchanged = exchangedTimes(sentence)
  if (exchanged.length > 0) return exchanged
  const beside = named.flatMap((one) => mistimedBeside(one, sentence))
  if (beside.length > 0) return beside
  return named
    .filter((one) => !isLater(one))
    .flatMap((one) =>
      mistimed(one, figuresOfTime(one, named, sentence), sentence).filter(({ figure }) => !isSame(figure, one)),
    )

  /** As in 2020, {it}, which was the same then; as in 2020, the West leads with {it}: that is the same. */
  function isSame(figure: Observation, { first, end, period }: NamedPeriod): boolean {
    if (!saysSame(first, sentence)) return false
    const then = observations.get(observationKey(figure.series, 'value', period))
    const isNext = [end, end + 1].some((at) => tokenFigure(sentence, at)?.observation === figure)
    return !isNext || figure.measure !== 'value' || !then || then.quantity.value.eq(figure.quantity.value)
  }
}

/** Went from {now} to {then}: two levels of one thing, the later first. */
export function reversedFigures(sentence: Sentence): Misnamed[] {
  if (sentence.words.some(({ meaning }) => meaning === 'range')) return []
  return figuresIn(sentence).flatMap((at) => {
    const [from, to] = [at, at + 2].map((index) => tokenFigure(sentence, index)?.observation)
    const isWay = isParticle('from', at - 1, sentence) && isParticle('to', at + 1, sentence)
    const isOne = from?.measure === 'value' && to?.measure === 'value' && from.series === to.series
    return isWay && isOne && comparePeriods(from.period, to.period) > 0
      ? [{ first: at - 1, end: at + 3, figure: from, named: to.key }]
      : []
  })
}

/** The index stood at {it} (2020 = 100): what it counts from. */
function isIndexBase({ first, end, period }: NamedPeriod, sentence: Sentence): boolean {
  const isBase = sentence.tokens.slice(first, end + 1).some(({ text }) => /[=＝]/.test(text))
  return isBase && observationsAt(sentence).some(({ quantity }) => quantity.unit === `index-${period}`)
}

/** Rose between January and June, from {January’s} to {June’s}. */
function hasBothEnds({ period }: NamedPeriod, sentence: Sentence): boolean {
  const [first, ...others] = observationsAt(sentence)
  const last = others.find(({ series }) => series === first?.series)
  if (!first || !last || !period.startsWith('P')) return false
  const segment = inYearOf(last.period, period)
  const isStart = periodStart(first.period) === periodStart(segment)
  return isStart && periodEnd(last.period) === periodEnd(segment) && first.period !== last.period
}

/** Figures of one thing in turn with their times, at the wrong ones: by {2027's} in 2026 and by {2026's} in 2027. */
function exchangedTimes(sentence: Sentence): Misnamed[] {
  const times = [
    ...namedPeriods(sentence),
    ...namedParts(sentence).filter(({ period }) => !period.startsWith('P')),
  ].sort((a, b) => a.first - b.first)
  const all = figuresIn(sentence)
  const isOfNow = (index: number) => tokenFigure(sentence, index)?.observation.period === sentence.dataset.report.period
  const figures = all.length > times.length ? all.filter((index) => !isOfNow(index)) : all
  const levels = observationsAt(sentence, figures)
  const [one] = levels
  const isLevels = levels.every(({ series, measure }) => series === one?.series && measure === 'value')
  if (figures.length < 2 || figures.length !== times.length || !isLevels) return []
  const isInTurn = times.every(({ first }, at) => {
    const [index = -1, next = sentence.tokens.length] = figures.slice(at)
    const isAfter = (figures[0] ?? 0) > (times[0]?.first ?? 0)
    return (
      Math.abs(index - first) <= 5 &&
      (isAfter ? first < index && index < (times[at + 1]?.first ?? index + 1) : index < first && first < next)
    )
  })
  const isOf = (figure: Observation, { period, isPart }: NamedPeriod) =>
    isPart ? isOfPart(figure, period) : isOfPeriod(figure, period)
  const isOfOther = (figure: Observation, own: NamedPeriod) =>
    !isOf(figure, own) && times.some((time) => isOf(figure, time))
  if (!isInTurn) return []
  return times.flatMap((time, at) => {
    const figure = levels[at]
    const named = levels.find((other) => isOf(other, time))
    const isExchanged = figure && named && isOfOther(figure, time)
    return isExchanged ? [{ first: time.first, end: time.end, figure, named: named.key }] : []
  })
}

/** Whether a time stands after as or like, and not after as many as. */
function saysSame(first: number, sentence: Sentence): boolean {
  return [1, 2, 3].some(
    (back) =>
      isParticle('like', first - back, sentence) &&
      !sentence.words.some(({ end, meaning }) => end === first - back + 1 && meaning !== 'than'),
  )
}

/**
 * Figures that may be of a time: after a colon the next (2024: {it}; a peak in the second quarter: {it}), else its
 * clause's up to another time's.
 */
function figuresOfTime(
  { first, end, isPart }: NamedPeriod,
  named: readonly NamedPeriod[],
  sentence: Sentence,
): readonly number[] {
  const { tokens, clauseOf } = sentence
  const isLabel = /^[:：]$/.test(tokens[end]?.text ?? '') && /^[(（;；,，]$/.test(tokens[first - 1]?.text ?? '(')
  if (isLabel && tokenFigure(sentence, end + 1)) return [end + 1]
  const next = named.find((other) => other.first > end && tokenFigure(sentence, other.end))
  const own = figuresIn(sentence).filter((index) => clauseOf[index] === clauseOf[first])
  const colon = tokens.findIndex(({ text }, at) => at >= end && /^[:：]$/.test(text))
  const at = withArticle(first, sentence)
  const isIn = sentence.language === 'zh' || isParticle('in', at - 1, sentence)
  // Half of what it was in 1990: {now}.
  const isSaid = isIn && (isPart || at <= 1)
  if (own.length === 0 && isSaid && clauseOf[colon - 1] === clauseOf[first] && tokenFigure(sentence, colon + 1))
    return [colon + 1]
  return own.filter((index) => next === undefined || index < next.first)
}

/** A level right after another time, or in a clause about one: its 2022 level of {it}; in 2022, when it was {it}. */
function mistimedBeside({ first, end, period, isPart }: NamedPeriod, sentence: Sentence): Misnamed[] {
  const { tokens, clauseOf } = sentence
  const index = figuresIn(sentence).find((at) => at > end) ?? -1
  const figure = tokenFigure(sentence, index)?.observation
  if (figure?.measure !== 'value') return []
  const isLink = (at: number) =>
    /^(?:’s|s|’|的)$/.test(tokens[at]?.text ?? '') ||
    isParticle('point', at, sentence) ||
    (at > end && isParticle('of', at, sentence))
  const isOwn = tokens.slice(end, index).every((_, at) => isLink(end + at))
  const begins = /^[,，]$/.test(tokens[end]?.text ?? '') ? end + 1 : end
  const isAbout =
    isParticle('relative', begins, sentence) && clauseOf[begins] === clauseOf[index] && index - begins <= 6
  const named = isPart ? inYearOf(figure.period, period) : period
  // Winter as a whole was {February’s} colder.
  const isFree = !partsNamedIn(sentence).some((other) => other.first >= end && other.first < index)
  if (isPart && first === 0 && period.startsWith('P') && isFree)
    return isOfOtherSegment(figure, named, sentence.dataset) ? [{ first, end, figure, named }] : []
  return (isOwn || isAbout) && !periodsOverlap(figure.period, named) ? [{ first, end, figure, named }] : []
}

const starts: readonly Particle[] = ['from', 'against']

/** Whether something is said since a time, or of it: since 2020, twice that of 2022. */
function isSinceThen(first: number, end: number, sentence: Sentence): boolean {
  const { tokens, words } = sentence
  const isPlain = (from: number, to: number) => tokens.slice(from, to).every(({ text }) => /^\p{L}/u.test(text))
  return (
    // Le nombre d’accidents en 2024: of them, and since nothing.
    [1, 2, 3, 4, 5, 6].some(
      (back) =>
        isParticle('from', first - back, sentence) &&
        !(back > 1 && isParticle('part-of', first - back, sentence)) &&
        isPlain(first - back, first),
    ) ||
    isParticle('from-it', end, sentence) ||
    words.some((word) => word.first === end && word.meaning === 'within') ||
    // 是2022年的两倍.
    (isParticle('of', end, sentence) &&
      words.some((word) => word.first === end + 1 && /^(?:times|share)$/.test(word.meaning)))
  )
}

function mistimed(
  { first, end, period, isPart }: NamedPeriod,
  figures: readonly number[],
  sentence: Sentence,
): Misnamed[] {
  const { tokens, words, dataset } = sentence
  const isSince = isSinceThen(first, end, sentence)
  const isThan = (at: number) =>
    isParticle('in', at, sentence) && isParticle('than', at - 1, sentence) && !saysSame(first, sentence)
  // Since 2020 up from {2021’s} to {now}.
  const start = figures.find(
    (index) => isParticle('from', index - 1, sentence) && isParticle('to', index + 1, sentence),
  )
  const from = isSince && first <= 1 && start !== undefined ? tokenFigure(sentence, start)?.observation : undefined
  if (from?.measure === 'value' && comparePeriods(period, from.period) < 0 && !isOfPeriod(from, period))
    return dataset.observations.has(observationKey(from.series, 'value', period))
      ? [{ first, end, figure: from, named: period }]
      : []
  if (isSince || isBygone(end, sentence) || isThan(first - 1) || isThan(first - 2)) return []
  // In 2024, in the 2023–24 school year.
  const at = withArticle(first, sentence)
  const isFirst = first <= 4 && ![...words, ...sentence.things].some((one) => one.first < first)
  const isOpening = at <= 1 || isFirst || /^[,;:，；：]$/.test(tokens[at - 2]?.text ?? '')
  const isIn =
    sentence.language === 'zh' ||
    period.startsWith('P') ||
    (isOpening && /-[SQ]/.test(period)) ||
    [first, at - 1].some((one) => isParticle('in', one, sentence))
  // En 2024, il était de {it}.
  const isLabel = figures[0] === end + 1 || (figures[0] === end + 2 && isParticle('of', end + 1, sentence))
  const near =
    isLabel || isOpening || isOnlyTime(first, figures, sentence)
      ? figures
      : figures.filter((index) =>
          index < first
            ? (at - index <= 3 || isOneOfOne(index, at, sentence)) && isBeside(index, first, sentence)
            : index - end <= (isPart && isAtAfter(end, sentence) ? 2 : 1),
        )
  const segment = (figure: Observation) => (isPart ? inYearOf(figure.period, period) : period)
  const isOf = (figure: Observation) =>
    (isPart ? isOfPart(figure, period) : isOfPeriod(figure, period)) &&
    !(isIn && isOfOtherSegment(figure, segment(figure), dataset)) &&
    !(isIn && getBases(sentence).length === 0 && isLongerMove(figure, segment(figure)))
  // In 2024, {it}, up from {the one of 2023}: a time that opens the sentence is not said of what is only compared with.
  const isStart = (index: number) =>
    index > end &&
    starts.some((kind) => isParticle(kind, index - 1, sentence)) &&
    !isParticle('to', index - 1, sentence)
  const isAlone = isOpening && namedPeriods(sentence).length === 1 && figures.length > 1 && !isStart(figures[0] ?? 0)
  const own = isAlone ? figures.filter((index) => !isStart(index)) : figures
  if (observationsAt(sentence, own).some(isOf)) return []
  // In May it closed, and by the third quarter {it} was; in 2025 it peaked in March: the figure's own part is said too.
  // That of a date is of its year: not so in September 2024.
  const isDated = (part: NamedPeriod) =>
    namedPeriods(sentence).some((date) => date.first <= part.first && part.end <= date.end)
  const parts = partsNamedIn(sentence).filter((part) => !isDated(part))
  const isSaid = (figure: Observation, index: number) =>
    parts.some((one) => one.period !== period && isOfPart(figure, one.period)) ||
    // Im 4. Quartal wie immer geöffnet, im Jahr {it}.
    (figure.period.length === 4 && isParticle('year', index - 1, sentence))
  return near.flatMap((index) => {
    const figure = own.includes(index) ? tokenFigure(sentence, index)?.observation : undefined
    return figure && !isOf(figure) && !isSaid(figure, index) ? [{ first, end, figure, named: segment(figure) }] : []
  })
}

/** Parts of a year, without the year, in which a sentence says something happened: in the second quarter, in May. */
export const namedParts = derived((sentence: Sentence): readonly NamedPeriod[] =>
  partsNamedIn(sentence)
    .filter(({ first, end, period }) =>
      sentence.language === 'zh'
        ? isThisYear(first, sentence)
        : period.startsWith('P') ||
          [first - 1, first].some((at) => isParticle('in', at, sentence)) ||
          (isParticle('article', first - 1, sentence) && isParticle('in', first - 2, sentence)) ||
          isTimeSubject(first, end, sentence) ||
          // The August estimate of {it}.
          (isParticle('part-of', end + 1, sentence) && tokenFigure(sentence, end + 2) !== undefined),
    )
    .map((named) => ({ ...named, isPart: true })),
)

/** Whether a time opens a Chinese sentence, or says of which year it is: 今年前9个月. */
function isThisYear(first: number, { tokens }: Sentence): boolean {
  const before = tokens.slice(0, first).map(({ text }) => text)
  return /^(?:[今本当]年)?$/.test(before.join(''))
}

/** December was {it}, January {another}: a part of a year of which something is said. */
function isTimeSubject(first: number, end: number, sentence: Sentence): boolean {
  const at = withArticle(first, sentence)
  const isOpening = (at === 0 && !isParticle('in', 0, sentence)) || /^[,;:(]$/.test(sentence.tokens[at - 1]?.text ?? '')
  const isPrinted = tokenFigure(sentence, end) !== undefined
  const isNoun = wordBefore(at, sentence)?.meaning === 'verb' && isAtAfter(end, sentence)
  if (isNoun) return true
  return isOpening
    ? isPrinted || wordAt(end, sentence)?.meaning === 'verb'
    : isPrinted && isParticle('and', at - 1, sentence)
}

/** The last was November, at {it}. */
function isAtAfter(end: number, sentence: Sentence): boolean {
  return /^[,，]$/.test(sentence.tokens[end]?.text ?? '') && isParticle('to', end + 1, sentence)
}

/** Those that it names at all, and the seasons where the figures that it prints are of such. */
export const partsNamedIn = derived((sentence: Sentence): readonly NamedPeriod[] =>
  [
    ...partsNamed(sentence.text),
    ...weeksNamed(sentence.text),
    ...seasonsNamed(sentence.text).filter(({ period }) => hasSeason(period, sentence)),
  ].flatMap((date) => periodTokens(date, sentence)),
)

function hasSeason(season: Period, sentence: Sentence): boolean {
  const { observations } = sentence.dataset
  return observationsAt(sentence).some(({ series, period }) =>
    sameSeasons(period, season).some((one) => observations.has(observationKey(series, 'value', one))),
  )
}

/** A part of a year that ends in the year of a period, or in the next: of December it is that of next year. */
function sameSeasons(period: Period, part: Period): Period[] {
  const next = String(Number(periodYear(period)) + 1)
  return part.startsWith('P') ? [inYearOf(period, part), inYearOf(next, part)] : [inYearOf(period, part)]
}

/** {it} customers switched supplier in May: the one figure of a sentence of one time, with but words between. */
function isOneOfOne(index: number, at: number, sentence: Sentence): boolean {
  const isPlain = sentence.tokens.slice(index + 1, at).every(({ text }) => /^\p{L}/u.test(text))
  const times = namedPeriods(sentence).length + partsNamedIn(sentence).length
  return at - index <= 8 && isPlain && times === 1 && figuresIn(sentence).length === 1
}

/** {crimes} crimes in 2024: no word that says something of figures between. */
function isBeside(index: number, first: number, sentence: Sentence): boolean {
  const isFree = !sentence.words.some((word) => word.first > index && word.end <= first)
  const at = withArticle(first, sentence) - 1
  return !isObject(index, sentence) && (first - index <= 2 || (isFree && isParticle('in', at, sentence)))
}

/** What something is compared with: loans overtook {2023's} in 2024; not: {now}, compared with {it} in 2023. */
function isObject(index: number, sentence: Sentence): boolean {
  const isCompared = sentence.words.some(
    ({ meaning, end }) =>
      end === index &&
      (/^(?:above|below)$/.test(meaning) || (meaning === 'than' && isParticle('than', index - 1, sentence))),
  )
  return isCompared && !isParticle('against', index - 1, sentence)
}

/** In a year, said between a subject and its one figure. */
function isOnlyTime(first: number, figures: readonly number[], sentence: Sentence): boolean {
  const { words, clauseOf } = sentence
  const [only, ...others] = figures
  const isIn = isParticle('in', first - 1, sentence)
  // As high as in 2024, at {x}.
  const isCompared = isParticle('than', first - 2, sentence)
  if (!isIn || isCompared || only === undefined || others.length > 0 || only < first) return false
  const own = words.filter((word) => clauseOf[word.first] === clauseOf[first])
  return own.every(({ meaning }) => meaning === 'verb') && particlesIn('other-time', sentence).length === 0
}

/** Whether a figure is of a time, or a change that counts from it. */
export function isOfPeriod({ period, since, measure }: Observation, named: string): boolean {
  return isNamedBy(period, named) || (measure !== 'value' && typeof since === 'string' && isNamedBy(since, named))
}

/**
 * Whether a figure is of another stretch than the named one, which has a figure too, or is a sum beyond it:
 * of September, in the first nine months; of the year, in the first half.
 */
function isOfOtherSegment(
  { series, indicator, measure, period, quantity }: Observation,
  named: Period,
  { observations, indicators }: Dataset,
): boolean {
  if (areSame(period, named) || !periodsOverlap(period, named)) return false
  const isSum = indicators.get(indicator)?.type === 'flow'
  const [known] = sameDays(named).flatMap((one) => observations.get(observationKey(series, measure, one)) ?? [])
  const isOther = known !== undefined && !known.quantity.value.eq(quantity.value) && (isSum || measure === 'value')
  return isOther || (isSum && measure === 'value' && /^P|-[SQ]/.test(named) && !isPartOf(period, named))
}

/** Whether a change that ends in a quarter or half counts from before it: {by} since December, in the second half. */
function isLongerMove({ measure, period, since }: Observation, named: Period): boolean {
  const months = /-S\d$/.test(named) ? 6 : /-Q\d$/.test(named) ? 3 : undefined
  if (measure === 'value' || months === undefined || typeof since !== 'string' || areSame(period, named)) return false
  return isPartOf(period, named) && monthsBetween(since, named) > months
}

/** Whether a figure, or what it counts from, is of the same part of its year as a period. */
function isOfPart(figure: Observation, part: Period): boolean {
  const since = typeof figure.since === 'string' ? [figure.since] : []
  return [figure.period, ...since].some((of) => sameSeasons(of, part).some((one) => isOfPeriod(figure, one)))
}
