import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart, DrawnText } from '../../chart/types.ts'
import { comparePeriods, periodEnd, periodStart } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { getDimensions, toSeries } from '../../dataset/figure/series.ts'
import { groupBy } from '../../dataset/group-by.ts'
import { tagIn } from '../../dataset/read/language-in.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import type { FigureInline } from '../../document/types.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { baseWords } from '../../locale/words/bases.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { isResidual } from '../../locale/words/series-words.ts'
import { constants } from '../../memory/derived.ts'
import { dateAt, datesIn, firstMonth, namesPart } from '../evidence/mention-period.ts'
import { saysPoints } from '../numbers/figure-index.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { basesIn } from '../words/bases.ts'
import { findCategories, findLists, findNames, findParts, getTarget, type Name, nameWords } from '../words/names.ts'
import { isOfPeriod } from '../words/others/mistimed.ts'
import { isParticle } from '../words/particles.ts'
import { entries, isSmall, readWords } from '../words/read-words.ts'
import { isOwnChange } from '../words/readings/word-claims.ts'
import { getTokens, textAt } from '../words/tokens.ts'
import { rateNamed, unitsAt } from '../words/touching.ts'
import { checkBaseHeads } from './check-base-heads.ts'
import { saysMean } from './hold-most.ts'
import { paceMistaken } from './pace-mistaken.ts'
import { chartOrders, getTimes, type Head, isMade, noteHeads, type Ordered, specTitles } from './read-heads.ts'
import { readUnit, readUnitSaid, readUnitTail, type UnitTail } from './unit-tail.ts'

/** Captions, column heads and axes that name another indicator, category, time or unit than all below them. */
export function checkCaptions(heads: readonly Head[], dataset: Dataset, locale: Locale): Diagnostic[] {
  const held = heads.filter(({ figures, text }) => figures.length > 0 && text !== '')
  const own = held.filter((head) => !head.heads)
  const found = new Map(own.map((head) => [head, headFaults(head, dataset, locale)]))
  const isWrong = (head: Head) => (found.get(head) ?? []).length > 0
  // Where all of a row or column are wrong, its head is told once.
  const cells = held.filter((head) => head.heads && !head.heads.some(isWrong))
  return [...[...found.values()].flat(), ...cells.flatMap((cell) => cellFaults(cell, dataset, locale.primary))]
}

function headFaults(head: Head, dataset: Dataset, locale: Locale): Diagnostic[] {
  const language = locale.primary
  const timed = withoutNorm(head, dataset, language)
  const time = () => otherTime(timed, dataset, language)
  const words = readWords(getTokens(head.text), language)
  // Five times that of food: what another thing is compared with.
  const isCompared = words.some(({ meaning }) => /^(?:times|above|below|more|less|than)$/.test(meaning))
  const name = head.isCaption
    ? (otherName(head, dataset, language) ??
      otherDimension(head, dataset, language) ??
      otherSteps(head, dataset, language) ??
      otherMeasure(head, dataset, language) ??
      otherPace(head, dataset, language) ??
      time() ??
      earlierStart(timed, language))
    : head.isTitle
      ? ((isCompared ? undefined : otherName(head, dataset, language)) ??
        otherPace(head, dataset, language) ??
        (words.length === 0 ? time() : undefined))
      : head.isName && isNameAlone(head.text, dataset, language)
        ? (head.beside ? otherName : otherIndicator)(head, dataset, language)
        : undefined
  const now = head.isName && !head.beside ? undefined : otherNow(head, dataset, language)
  if (head.beside) return [name ?? now ?? (words.length === 0 ? time() : undefined)].filter((one) => one !== undefined)
  if (head.isName) return [name ?? now].filter((one) => one !== undefined)
  const unit =
    otherUnit(head, dataset, language) ??
    otherIndexBase(head) ??
    otherWorth(head, dataset, language) ??
    otherStart(head, locale) ??
    now
  return [name, unit, otherOrder(head, dataset, locale)].filter((one) => one !== undefined)
}

function isNameAlone(text: string, dataset: Dataset, language: Language): boolean {
  const tokens = getTokens(text)
  const named = [...findNames(tokens, dataset, language), ...findCategories(tokens, dataset, language)]
  return named.some(({ first, end }) => first === 0 && end === tokens.length)
}

/** The year that an index is said to count from, and that none below counts from: 2015 = 100. */
function otherIndexBase({ text, where, place, figures, times }: Head): Diagnostic | undefined {
  const said = /(\d{4})\s?年?\s?[=＝]\s?100(?!\d)/.exec(text)
  const years = figures.flatMap(({ quantity }) => /^index-(\d{4})$/.exec(quantity.unit)?.[1] ?? [])
  // What a chart works out may count from a time of its own.
  if (!said || times || years.length === 0 || years.some((year) => year === said[1])) return undefined
  const message = `${where} ${said[0]}, and the figures below it are of an index of ${years[0]}`
  return other(message, place, `say ${years[0]} = 100`)
}

/** Money said to be counted without its loss of worth, which nothing says of the figures below: in real terms. */
const otherWorth: HeadRule = ({ text, where, place, figures, printed }, { indicators, units }, language) => {
  const says = (words: string | undefined) => words !== undefined && real(language).test(words)
  const isOfWorth = ({ indicator, quantity: { unit } }: Observation) => {
    const { label, short, said, definition, note } = indicators.get(indicator) ?? {}
    const texts = [label, short, said, definition, note, units.get(unit)?.label].map((one) => one?.[language])
    return /^(?:per|index|ratio)/.test(unit) || texts.some(says)
  }
  // What a chart works out may be counted so.
  if (!says(text) || printed?.length === 0 || figures.some(isOfWorth)) return undefined
  const message = `${where} “${real(language).exec(text)?.[0]}”, and no label or definition of a figure below it does, such as ${figures[0]?.key}`
  return other(message, place, 'show the figures at constant prices, or say in their definition that they are')
}

const real = constants((language: Language) => new RegExp(lexicons[language].patterns.real, 'iu'))

/** A time from which a head says that figures are forecast or provisional, and from which those below are not. */
function otherStart({ text, where, place, figures }: Head, locale: Locale): Diagnostic | undefined {
  return (['forecast', 'provisional', 'estimated'] as const)
    .map((status) => {
      const words = new RegExp(`(?<!\\p{L})${locale.word(status).replace(/数$/, '')}`, 'iu').exec(text)
      const [first] = figures
        .filter((one) => one.status === status)
        .toSorted((a, b) => comparePeriods(a.period, b.period))
      const said = datesIn(text, locale.primary).find(({ start }) => isAfterFrom(text, start, locale.primary))
      const isOfStatus = words && said && words.index < said.start && said.start - words.index < 40
      if (!isOfStatus || !said.period || !first || isOfPeriod(first, said.period)) return undefined
      const message = `${where} ${locale.word(status)} from ${said.period}, and below it that begins with ${first.key}`
      return other(message, place, 'say from when they are')
    })
    .find((fault) => fault !== undefined)
}

/** A head that is nothing but now, over levels of before, or but a year ago, over those of now. */
const otherNow: HeadRule = ({ text, where, place, figures }, { report }, language) => {
  const isNow = entries(lexicons[language].particles.today).includes(text.toLowerCase())
  const isThen = basesIn(language)(text).some(({ start, end }) => start === 0 && end === text.length)
  const isOther = ({ measure, period }: Observation) =>
    measure === 'value' && isThen === comparePeriods(period, report.period) >= 0
  if (isNow === isThen || !figures.every(isOther)) return undefined
  return other(`${where} ${text}, and its figures are of ${figures[0]?.period}`, place, 'say their time')
}

/** Figures under heads that name another category, thing or the whole; changes beside a level of another thing. */
function cellFaults(cell: Head, dataset: Dataset, language: Language): Diagnostic[] {
  const { where, text, place, figures, heads } = cell
  const [figure] = figures
  if (!heads || !figure) return []
  const isNamedOther = heads.some((one) => otherIndicator({ ...cell, text: one.text }, dataset, language))
  const isFound =
    isNamedOther || isOfOthers(figure, cell, dataset, language) || isChangeOfOther(figure, cell, dataset, language)
  const message = `${where} ${text}, and its figure is ${figure.key}`
  return isFound ? [other(message, place, 'print the figure that they name, or say whose it is')] : []
}

/** Whether the heads of a cell name others of one of its figure's dimensions, or all of them. */
function isOfOthers(figure: Observation, { text, heads = [] }: Head, dataset: Dataset, language: Language): boolean {
  const categories = findCategories(getTokens(text), dataset, language).flatMap(({ all }) => all)
  const wholes = entries(lexicons[language].particles.whole)
  const isWhole = (text: string) => wholes.includes(text.toLowerCase())
  const [row, column] = heads
  const beside = (column?.figures ?? []).filter((one) => one !== figure && one.quantity.unit === figure.quantity.unit)
  const getPart = (one: Observation) => dataset.indicators.get(one.indicator)?.partOf
  // A part beside others is not their total, and an average lies between what it is of.
  const isPart = getPart(figure) && beside.every((one) => getPart(one) === getPart(figure))
  const isBeyond = [1, -1].some((side) => beside.every((one) => figure.quantity.value.cmp(one.quantity.value) === side))
  const isMean = row && saysMean(row.text, figure, dataset, language)
  if (beside.length > 1 && row && ((isWhole(row.text) && isPart) || (isMean && isBeyond))) return true
  return Object.entries(figure.categories).some(([dimension, category]) => {
    const named = categories.filter((one) => one.dimension === dimension)
    if (named.length > 0) return !named.some((one) => one.category === category)
    // Total, over what is not of one category alone, such as a table of women.
    const isVaried = heads.some(({ figures }) => new Set(figures.map(({ categories: own }) => own[dimension])).size > 1)
    const total = dataset.dimensions.get(dimension)?.total[language]
    return heads.some((one) => one.text === total || (isVaried && isWhole(one.text)))
  })
}

/** Whether a change stands beside levels of another thing alone, and nothing says whose it is. */
function isChangeOfOther(
  { measure, indicator }: Observation,
  { text, heads: [row] = [] }: Head,
  dataset: Dataset,
  language: Language,
): boolean {
  const levels = (row?.figures ?? []).filter((one) => one.measure === 'value')
  const isOne = new Set(levels.map((one) => one.indicator)).size === 1
  if (measure === 'value' || !isOne || levels[0]?.indicator === indicator) return false
  return !findNames(getTokens(text), dataset, language).some(({ indicators }) => indicators.includes(indicator))
}

/** Titles in a chart's spec, held to what it shows as captions are. */
export function checkChartTitles(
  chart: Chart,
  drawn: readonly DrawnText[],
  dataset: Dataset,
  locale: Locale,
): Diagnostic[] {
  const printed = isMade(chart) ? [] : undefined
  const getOrders = () => chartOrders(chart, new Map([[chart, drawn]]))
  const notes = noteHeads(chart, chart.place).map((head) => ({ ...head, path: [], isName: true, isCaption: false }))
  return [...specTitles(chart), ...notes].flatMap(({ path, ...head }) => {
    const words = chart.workedOut ? undefined : drawn
    const captions = head.isCaption
      ? [{ ...head, printed, drawn: words, times: getTimes(chart), getOrders }]
      : 'isName' in head
        ? [head]
        : []
    // Above the names of an axis or legend: what they are.
    const names = 'isName' in head || head.isCaption ? undefined : otherDimension(head, dataset, locale.primary)
    const faults = [...checkCaptions(captions, dataset, locale), ...checkBaseHeads([head], dataset, locale)]
    const all = names ? [...faults, names] : faults
    return all.map(({ message, hint }) => ({ ...specError(chart, path, message), kind: 'words' as const, hint }))
  })
}

/** Labels that end with a scale or with a unit other than their indicator's: the numbers beside them say their own. */
export function checkLabels(dataset: Dataset, locale: Locale): Diagnostic[] {
  const language = locale.primary
  return [...dataset.indicators.values()].flatMap(({ label, short, unit, place }) => {
    const texts = [...new Set([label[language], short[language]])].filter((text) => text !== undefined)
    return texts.flatMap((text) => {
      const tail = readUnitTail(text, dataset, language)
      if (!tail || (tail.scale === 0 && isUnit(tail, unit))) return []
      const message = `the label says “${tail.text}”, and its figures are in ${unit}, each in its own scale`
      return [other(message, place, 'take it out of the label: each number is printed with its own scale and unit')]
    })
  })
}

/** What is wrong with a head, where anything is. */
type HeadRule = (head: Head, dataset: Dataset, language: Language) => Diagnostic | undefined

function other(message: string, place: Place, hint: string): Diagnostic {
  return { severity: 'error', kind: 'words', message, place, hint }
}

/** An indicator in a caption of which no figure below is, or such a category beside others of its dimension. */
const otherName: HeadRule = (...of) => otherIndicator(...of) ?? otherCategory(...of)

/** An indicator that is named, and that no figure is of, is part of or is worked out from. */
const otherIndicator: HeadRule = ({ text, where, place, figures, isOverText, isCaption }, dataset, language) => {
  // All homes, as the whole of a dimension is called, beside an indicator that is called homes.
  const ofAll = figures.flatMap(({ indicator }) => dataset.indicators.get(indicator)?.dimensions ?? [])
  if (ofAll.some((id) => dataset.dimensions.get(id)?.total[language] === text)) return undefined
  const tokens = getTokens(text)
  // The head of a column of changes says what they are: Growth, beside an indicator that is called so.
  const words = readWords(tokens, language)
  const isMeasure = tokens.length === 1 && words.length > 0
  if (isMeasure && figures.every(({ measure }) => measure !== 'value')) return undefined
  const categories = findCategories(tokens, dataset, language)
  // Very satisfied, an answer, beside an indicator that is called satisfied too.
  const isOfCategory = ({ first, end }: Name) =>
    categories.some(
      (one) =>
        one.first <= first &&
        end <= one.end &&
        figures.some((figure) => one.all.some(({ dimension, category }) => figure.categories[dimension] === category)),
    )
  const isOfLabel = ({ first, end }: Name) => {
    const said = tokens.slice(first, end).map(({ stem }) => stem)
    // Assets less liabilities: as the definition of a balance begins.
    const more = textAt(text, tokens, { first, end: Math.min(end + 2, tokens.length) }).toLowerCase()
    return figures.some((figure) => {
      const own = dataset.indicators.get(figure.indicator)
      const isDefined = end + 2 <= tokens.length && own?.definition?.[language]?.toLowerCase().includes(more)
      // More staff joined than left, of what is counted in staff.
      const unit = words.length > 0 ? dataset.units.get(figure.quantity.unit)?.label[language] : undefined
      const counted = getTokens(unit ?? '').map(({ stem }) => stem)
      const isOwn = (stem: string) => own && [...nameWords(own, language), ...counted].includes(stem)
      return isDefined || said.every((stem) => isSmall(stem, language) || isOwn(stem))
    })
  }
  const stems = rateWords(text, figures, dataset, language)
  const isOfRate = ({ first, end }: Name) => tokens.slice(first, end).every(({ stem }) => stems.includes(stem))
  const full = findNames(tokens, dataset, language)
  // Median, over means: the word by which one name differs from another.
  const parts = full.length > 0 || !isCaption ? [] : findParts(tokens, dataset, language)
  const isNextOf = ({ indicators: [id = ''] }: Name) => {
    const named = dataset.indicators.get(id)
    const words = named ? nameWords(named, language) : []
    return figures.every(({ indicator }) => {
      const own = dataset.indicators.get(indicator)
      return own?.unit === named?.unit && own && nameWords(own, language).some((word) => words.includes(word))
    })
  }
  // Exports, seasonally adjusted: what the second name says of the first.
  const isNarrowed = ({ indicators }: Name) =>
    indicators.length > 1 &&
    full.some((one) => one.indicators.length === 1 && indicators.includes(`${one.indicators[0]}`))
  const names = [...full, ...parts.filter(isNextOf)].filter((name) => !isOfCategory(name) && !isNarrowed(name))
  const named = names.flatMap((name) => name.indicators)
  const isNamed =
    named.length === 0 ||
    names.some(isOfLabel) ||
    names.every(isOfRate) ||
    named.some(
      (id) =>
        isListed(id, figures, dataset) ||
        figures.some((figure) => isAbout(figure, id, dataset, language)) ||
        // Was below the target.
        (words.length > 0 && figures.some(({ indicator }) => indicator === getTarget(id, dataset, language))),
    )
  // Over words, what is of another unit is taken for nothing else.
  const isMistaken = ({ quantity }: Observation) =>
    !isOverText || named.some((id) => dataset.indicators.get(id)?.unit === quantity.unit)
  const figure = figures.find(isMistaken)
  if (isNamed || !figure) return undefined
  const label = dataset.indicators.get(named[0] ?? '')?.label[language] ?? named[0]
  const message = `${where} ${label}, and no figure below it is of that, such as ${figure.key}`
  return other(message, place, `say what they are, or print ${named[0]}`)
}

/** Infections per 10,000 bed-days: what a rate is of is in its name, and what it is per in its denominator. */
function rateWords(text: string, figures: readonly Observation[], dataset: Dataset, language: Language): string[] {
  const rate = rateNamed(text, dataset, language)?.units
  const ofRate = figures.filter(({ quantity }) => rate?.includes(quantity.unit)).map(({ indicator }) => indicator)
  return [...new Set(ofRate)].flatMap((id) => {
    const own = dataset.indicators.get(id)
    return own
      ? [...nameWords(own, language), ...getTokens(own.denominator?.[language] ?? '').map(({ stem }) => stem)]
      : []
  })
}

/** A category that is named beside others of its dimension, or beside the whole that is broken down by it. */
const otherCategory: HeadRule = ({ text, where, place, figures, isOverText }, dataset, language) => {
  const tokens = getTokens(text)
  const named = findCategories(tokens, dataset, language)
  const names = findNames(tokens, dataset, language)
  const isOfName = (one: Pick<Name, 'first' | 'end'>) =>
    names.some(({ first, end }) => first < one.end && one.first < end)
  const isAlone = ({ dimension, category }: (typeof named)[number]) =>
    named.every((one) => one.dimension !== dimension || one.category === category)
  const getParts = (dimension: string) => figures.flatMap(({ categories }) => categories[dimension] ?? [])
  const isKnown = ({ indicator, categories, period }: Observation, { dimension, category }: (typeof named)[number]) => {
    const dimensions = getDimensions(indicator, dataset)
    const { key } = toSeries(indicator, { ...categories, [dimension]: category }, dimensions)
    return (
      dimensions.some(({ id }) => id === dimension) && dataset.observations.has(observationKey(key, 'value', period))
    )
  }
  const found = named.find((one) => {
    const parts = getParts(one.dimension)
    if (parts.length > 0) return parts.length === figures.length && !parts.includes(one.category)
    const isSaid = !isOverText && one.all.length === 1 && isAlone(one) && !isOfName(one)
    const isIn = isParticle('in', one.first - 1, { tokens, language })
    if (isIn && isWhole(textAt(text, tokens, one), dataset, language)) return false
    return isSaid && figures.every((figure) => isKnown(figure, one))
  })
  if (!found) return undefined
  const words = textAt(text, tokens, found)
  const whose = getParts(found.dimension).length > 0 ? `another ${found.dimension}` : `all of ${found.dimension}`
  return other(`${where} ${words}, and every figure below it is of ${whose}`, place, 'say whose they are')
}

/** Whether words name all there is too: of nights in Austria by guests' homes, of which Austria is one. */
function isWhole(words: string, { report, dimensions }: Dataset, language: Language): boolean {
  const totals = [...dimensions.values()].map(({ total }) => total)
  return [report.geography, ...totals].some((whole) => whole?.[language]?.toLowerCase() === words.toLowerCase())
}

/** A dimension by which a caption says that broken-down figures are, and none of them is: by age, over sexes. */
const otherDimension: HeadRule = ({ text, where, place, figures, isCaption }, dataset, language) => {
  const tokens = getTokens(text)
  const along = entries(lexicons[language].particles.along)
  const shown = new Set(figures.flatMap(({ categories }) => Object.keys(categories)))
  const isAlong = (at: number) => along.includes(tokens[at]?.text ?? '')
  const lists = findLists(tokens, dataset, language)
  // By region and ward.
  const isSaid = ({ first, end, dimension = '' }: Name) =>
    !shown.has(dimension) &&
    (isAlong(first - 1) ||
      (!isCaption && end - first === tokens.length) ||
      lists.some((one) => one.end === first - 1 && isAlong(one.first - 1)))
  const named = shown.size > 0 ? lists.find(isSaid) : undefined
  if (!named) return undefined
  const said = textAt(text, tokens, { ...named, first: Math.max(0, named.first - 1) })
  return other(
    `${where} ${said}, and the figures below it are by ${[...shown].join(', ')}`,
    place,
    'say by what they are broken down',
  )
}

/** A caption, card or axis that counts in another time than the thing's name: monthly pay over weekly earnings. */
const otherPace: HeadRule = ({ text, where, place, figures }, dataset, language) => {
  const label = paceMistaken(text, figures, dataset, language)
  const message = `${where} “${text}”, and the figures below it are of ${label}`
  return label === undefined ? undefined : other(message, place, 'say in what time they are counted')
}

/** A caption that says by week or by month over figures that are all of longer times. */
const otherSteps: HeadRule = ({ text, where, place, figures }, dataset, language) => {
  const tokens = getTokens(text)
  const { along: by, per } = lexicons[language].particles
  // Par mois may be a rent.
  const along = entries(by).filter((word) => !entries(per).includes(word))
  const steps = { weeks: 10, months: 45 }
  // Three months to June come each month.
  const isLonger = ({ period }: Observation, most: number) =>
    !period.startsWith('P') && Date.parse(periodEnd(period)) - Date.parse(periodStart(period)) > most * 864e5
  const at = tokens.findIndex((_, index) => {
    const units = along.includes(tokens[index - 1]?.text ?? '') ? unitsAt(tokens.slice(index), dataset, language) : []
    return Object.entries(steps).some(
      ([unit, most]) => units.includes(unit) && figures.every((figure) => isLonger(figure, most)),
    )
  })
  if (at < 0) return undefined
  const said = textAt(text, tokens, { first: at - 1, end: at + 1 })
  return other(
    `${where} ${said}, and every figure below it is of a longer time, such as ${figures[0]?.key}`,
    place,
    'say of which times they are',
  )
}

/** Whether figures of several indicators may be those of what is named, listed by place or kind: rides by district. */
function isListed(id: string, figures: readonly Observation[], { indicators }: Dataset): boolean {
  const unit = indicators.get(id)?.unit
  const own = new Set(figures.map(({ indicator }) => indicator))
  return own.size > 1 && [...own].every((one) => indicators.get(one)?.unit === unit)
}

/** Whether a figure is of an indicator among the ids and, if it is of a category, of one among them. */
export function isAboutAny(figure: Observation, ids: readonly string[], dataset: Dataset, language: Language): boolean {
  const indicators = ids.filter((id) => dataset.indicators.has(id))
  const parts = Object.entries(figure.categories)
  const named = ids.filter((id) => parts.some(([dimension]) => dataset.dimensions.get(dimension)?.categories.has(id)))
  return (
    (indicators.length === 0 || indicators.some((id) => isAbout(figure, id, dataset, language))) &&
    (named.length === 0 || parts.some(([, part]) => named.includes(part)))
  )
}

/** Whether a figure is of an indicator, a part or the whole of it, its share or rate, or worked out from it. */
function isAbout(figure: Observation, id: string, dataset: Dataset, language: Language): boolean {
  const { indicators, observations } = dataset
  const own = indicators.get(figure.indicator)
  const other = indicators.get(id)
  if (!own || !other || own === other) return true
  // A share may be said of what it is a share of: per cent of homes.
  if (own.unit === 'percent' && other.unit !== 'percent') return true
  if (isPartWithin(figure.indicator, id, dataset) || isPartWithin(id, figure.indicator, dataset)) return true
  if (own.shareOf && (own.shareOf.numerator === id || own.shareOf.denominator === id)) return true
  const names = nameWords(own, language)
  if (nameWords(other, language).every((word) => names.includes(word))) return true
  return figure.inputs.some((key) => {
    const input = observations.get(key)
    return input !== undefined && input !== figure && isAbout(input, id, dataset, language)
  })
}

/** Whether one indicator is a part of another, or a part of its part. */
export function isPartWithin(part: string, whole: string, { indicators }: Dataset): boolean {
  const seen = new Set<string>()
  for (let id: string | undefined = part; id !== undefined && !seen.has(id); id = indicators.get(id)?.partOf) {
    if (id === whole) return true
    seen.add(id)
  }
  return false
}

/** A head without the years of a norm, by its label or a word beside them: against 1991–2020, the 1991–2020 normal. */
function withoutNorm<H extends Pick<Head, 'text' | 'figures'>>(
  head: H,
  { indicators }: Dataset,
  language: Language,
): H {
  const norms = entries(lexicons[language].particles.norm)
  const labels = head.figures.flatMap(({ indicator }) => Object.values(indicators.get(indicator)?.label ?? {}))
  const text = head.text.replace(
    /((?:1[89]|20)\d\d)(?:\s?[-–]\s?|\s\p{Ll}{1,3}\s)((?:1[89]|20)\d\d)/gu,
    (years, from: string, to: string, at: number, whole: string) => {
      const beside = getTokens(whole.slice(Math.max(0, at - 20), at + years.length + 15))
      const isOfNorm = beside.some((token) => norms.includes(token.text))
      return isOfNorm || labels.some((label) => label.includes(from) && label.includes(to)) ? '' : years
    },
  )
  return { ...head, text }
}

/** A time that a caption names, of which nothing below it is: `Visits by branch, 2024`. */
const otherTime: HeadRule = (head, dataset, language) => {
  const { text, where, place, figures, beside } = head
  // Solvency ratio, first half of 2025, %.
  const unit = readUnitTail(text, dataset, language)?.text
  const timed = unit && text.endsWith(unit) ? text.slice(0, -unit.length).replace(/[\s,，(（]+$/, '') : text
  // A year right after a name is a time where what is shown has one then: Results of the branches 2024.
  const isKnown = (period: Period) =>
    basesIn(language)(timed).length === 0 &&
    figures.some(({ series }) => dataset.observations.has(observationKey(series, 'value', period)))
  const last = lastTimes(timed, language, isKnown)
  // Of words at one figure, a time at which there is another of its kind: Target for 2025.
  const isOther = ({ period }: { period: Period }) =>
    !figures.some((figure) => isOfPeriod(figure, period)) && (!beside || isKnown(period))
  const named = last.length > 0 ? last.find(isOther)?.text : otherPart(text, figures)
  if (!named) return unsaidTime(head, last, language)
  const message = `${where} ${named}, and no figure below it is of that time, such as ${figures[0]?.key}`
  return other(message, place, 'say their time, or print the figures of that one')
}

/** A figure of another time than the one that is all that a chart says of times: last year's target, 2025. */
function unsaidTime(
  { text, where, place, figures, drawn, times }: Head,
  [only, ...others]: readonly { period: Period }[],
  language: Language,
): Diagnostic | undefined {
  if (!only || others.length > 0 || !drawn || times) return undefined
  // An axis of time says its own.
  const saysOther = ({ text: words, tick }: DrawnText) => {
    const mentions = readNumbers(words, language)
    const isTime = Number(tick?.value) > 1e9 && mentions.every(({ kind }) => kind === 'date')
    const isOther = mentions.some((one) => one.kind === 'date' && dateAt(words, one).period !== only.period)
    return isTime || isOther || basesIn(language)(words).length > 0
  }
  const figure = figures.find((one) => !isOfPeriod(one, only.period))
  if (!figure || [{ text }, ...drawn].some(saysOther)) return undefined
  const message = `${where} ${only.period}, and nothing says that a figure below it is of ${figure.period}: ${figure.key}`
  return other(message, place, 'show the one of that time, or say there of when it is')
}

/** A measure at a caption's start that no figure below is of: change over levels of one time, shares over numbers. */
const otherMeasure: HeadRule = ({ text, where, place, figures, printed }, dataset, language) => {
  const { change, pace, share, count } = baseWords[language]
  const isShare = share.test(text) || /^[%％]/.test(text)
  const isSaidSo = (figure: Observation) =>
    Object.values(dataset.indicators.get(figure.indicator)?.label ?? {}).some(
      (label) =>
        change.test(label) ||
        // Change in consumer prices, over inflation, is no change in inflation.
        (isOwnChange(figure, dataset) && !(pace.test(label) && text.toLowerCase().includes(label.toLowerCase()))),
    )
  const areLevels = figures.every(({ measure }) => measure === 'value') && !figures.some(isSaidSo)
  const isChange = change.exec(text)?.index === 0 && new Set(figures.map(({ period }) => period)).size === 1
  const areShares = figures.some(({ quantity: { unit } }) => /^per|ratio/.test(unit))
  const isCount = count.test(text) && ![change, pace].some((words) => words.test(text))
  const isCounted = ({ measure, quantity: { unit } }: Observation) => measure !== 'rate' && !/^per|ratio/.test(unit)
  if (isCount && printed?.length !== 0 && !figures.some(isCounted)) {
    const message = `${where} a number, and every figure below it is a rate or share, such as ${figures[0]?.key}`
    return other(message, place, 'say what they are, or show the numbers')
  }
  // What a chart works out may be either.
  if (!areLevels || printed?.length === 0 || !(isChange || (isShare && !areShares))) return undefined
  const message = `${where} ${isChange ? 'a change' : 'a share'}, and every figure below it is a level, such as ${figures[0]?.key}`
  return other(
    message,
    place,
    isChange ? 'show the change (measure=change), or say what they are' : 'say what they are',
  )
}

/** A time from which a caption says its figures run, and which is earlier than the first of several. */
function earlierStart({ text, where, place, figures, times = [] }: Head, language: Language): Diagnostic | undefined {
  const starts = [...figures.map(({ since, period }) => since ?? period), ...times].map(periodStart).toSorted()
  const dates = readNumbers(text, language)
    .filter(({ kind }) => kind === 'date')
    .map((one) => dateAt(text, one))
  const said = dates.find(({ start, end, period }, at) => {
    const isFrom = isAfterFrom(text, start, language)
    const isRange = /^\s?(?:to|bis|à|al?|[–至到-])\s?$/i.test(text.slice(end, dates[at + 1]?.start))
    return isFrom || isRange || firstMonth(text, { start, end, period })
  })
  const period = said && (firstMonth(text, said) ?? said.period)
  if (!period || new Set(starts).size < 2 || periodEnd(period) >= (starts[0] ?? '')) return undefined
  const message = `${where} ${text.slice(said.start, said.end)}, and the first figure below it is of ${figures.find((one) => periodStart(one.since ?? one.period) === starts[0])?.period}`
  return other(message, place, 'say from when they are, or show those before')
}

/** Whether what begins at a place of a text stands after from or since. */
export function isAfterFrom(text: string, start: number, language: Language): boolean {
  return startWords(language).test(text.slice(0, start))
}

const startWords = constants((language: Language) => {
  const { from, early } = lexicons[language].particles
  const [froms, first] = [from, early].map((words) => entries(words).join('|'))
  return new RegExp(`(?:^|[^\\p{L}])(?:${froms})\\s*(?:(?:${first})\\s+)?$`, 'iu')
})

/** The time that a caption ends with, or is, and those listed before it: in 2019, 2024 and 2025. */
function lastTimes(
  text: string,
  language: Language,
  isKnown: (period: Period) => boolean,
): { text: string; period: Period }[] {
  // 2020 = 100 is the base of an index.
  const dates = readNumbers(text, language).filter((one) => one.kind === 'date' && !one.text.includes('='))
  const isListed = (at: number) =>
    /^\s?(?:,|、|and|und|et|y|和|与)\s?$/.test(text.slice(dates[at]?.end, dates[at + 1]?.start))
  const from = dates.findLastIndex((_, at) => at < dates.length - 1 && !isListed(at)) + 1
  const [first, ...others] = dates.slice(from).map((one) => dateAt(text, one))
  const isLast = first !== undefined && /^[)）\s.]*$/.test(text.slice((others.at(-1) ?? first).end))
  const isApart =
    /(?:^|[,，(（:：]|\b(?:in|im|en))\s*$/i.test(text.slice(0, first?.start)) ||
    (first?.period !== undefined && isKnown(first.period))
  return isLast && isApart
    ? [first, ...others].flatMap(({ start, end, period }) =>
        period === undefined ? [] : [{ text: text.slice(start, end), period }],
      )
    : []
}

/** An order in a caption, largest first or alphabetical, that nothing below is in; a whole above its parts is apart. */
function otherOrder(
  { text, where, place, getOrders = () => [] }: Head,
  dataset: Dataset,
  locale: Locale,
): Diagnostic | undefined {
  const language = locale.primary
  const { descending, ascending, alphabetical } = lexicons[language].orders
  // The largest first-time buyers are in no order.
  const isIn = (phrase: string) =>
    text
      .toLowerCase()
      .split(phrase)
      .slice(1)
      .some((rest) => !/^[\p{Script=Latin}-]/u.test(rest))
  const getPhrase = (phrases: string) => entries(phrases).find(isIn)
  const [down, up, letters] = [getPhrase(descending), getPhrase(ascending), getPhrase(alphabetical)]
  const phrase = down ?? up ?? letters
  if (phrase === undefined) return undefined
  const side = down === undefined ? 1 : -1
  const orders = getOrders().map((one) => withoutRest(one, dataset, locale))
  const lists = orders.map(({ figures }) => partsAlone(figures)).filter((figures) => figures.length > 2)
  const isInOrder = (figures: readonly Observation[]) =>
    figures.every(({ quantity: { value } }, at) => value.cmp(figures[at - 1]?.quantity.value ?? value) * side >= 0)
  const isTrue = letters === phrase ? orders.some((one) => areSorted(one, language)) : lists.some(isInOrder)
  if (lists.length === 0 || isTrue) return undefined
  const message = `${where} “${phrase}”, and nothing below it is in that order`
  return other(message, place, 'let the helper order the rows, as sort="value" does; or take it out')
}

/** What stands in an order but for what is left over, which stands last in any. */
function withoutRest({ figures, names }: Ordered, dataset: Dataset, locale: Locale): Ordered {
  const isOwn = figures.map((figure) => !isResidual(dataset, locale, figure))
  const isNamed = figures.length === names.length
  return { figures: figures.filter((_, at) => isOwn[at]), names: names.filter((_, at) => !isNamed || isOwn[at]) }
}

/** Whether names are in the order of the alphabet, but for a whole above or below its parts. */
function areSorted({ figures, names }: Ordered, language: Language): boolean {
  const parts = partsAlone(figures)
  const own =
    figures.length === names.length ? names.filter((_, at) => parts.some((one) => one === figures[at])) : names
  return own.every((name, at) => name.localeCompare(own[at - 1] ?? name, language) >= 0)
}

function partsAlone(figures: readonly Observation[]): Observation[] {
  const depth = ({ categories }: Observation) => Object.keys(categories).length
  const most = Math.max(...figures.map(depth))
  return figures.filter((figure) => depth(figure) === most)
}

const partsOfYears = ['Q1', 'Q2', 'Q3', 'Q4', 'S1', 'S2']

/** A quarter or half in a caption without a year, if all below are such and none is of it or counts from it. */
function otherPart(text: string, figures: readonly Observation[]): string | undefined {
  const [named] = partsOfYears.filter((part) => namesPart(text, `2000-${part}`))
  const isOther = (period: string | null | undefined) =>
    !period || (/^\d{4}-[QS]\d$/.test(period) && period.slice(5) !== named)
  return figures.every(({ period, since }) => isOther(period) && isOther(since)) ? named : undefined
}

/** A unit at the end of a caption or head that no figure below has, or a scale in which no number is printed. */
const otherUnit: HeadRule = ({ text, where, place, printed, said, drawn, isCaption, figures }, dataset, language) => {
  const tail = isCaption
    ? (readUnitTail(text, dataset, language) ??
      readUnitSaid(text, dataset, language) ??
      readUnit(text, dataset, language))
    : undefined
  if (!tail) return undefined
  const written = tagIn(dataset.report, language)
  // A chart prints its own numbers, in whatever scale.
  if (!printed) {
    const isScale = (number: string) =>
      readNumbers(number, written).some((one) => one.kind === 'number' && one.scale === tail.scale)
    const isOther =
      !figures.some(({ quantity }) => isUnit(tail, quantity.unit)) ||
      (tail.scale > 0 && said && !said.some(isScale)) ||
      (drawn && !isAxisScaled(tail.scale, drawn, figures, written))
    const message = `${where} “${tail.text}”, and no figure below it is in that, such as ${figures[0]?.key}`
    return isOther ? other(message, place, 'name the unit of the figures, or take it out') : undefined
  }
  const isRight = printed.some(
    (figure) => isUnit(tail, figure.observation.quantity.unit) && isScaled(figure, tail.scale, written),
  )
  const [first] = printed
  // What a chart scales is as large along an axis as it says.
  if (drawn && tail.scale > 0 && !first && !isAxisScaled(tail.scale, drawn, figures, written))
    return other(`${where} “${tail.text}”, and no axis below it is in that`, place, 'say in what the numbers are')
  if (isRight || !first) return undefined
  const message = `${where} “${tail.text}”, and no number below it is printed so, such as ${first.text} (${first.observation.key})`
  return other(message, place, 'let the helper name the unit, as scale="million" does; or take it out')
}

/** Whether the largest number of an axis, in a scale that its title says, is about as large as the largest figure. */
function isAxisScaled(
  scale: number,
  drawn: readonly DrawnText[],
  figures: readonly Observation[],
  language: string,
): boolean {
  const largest = figures.reduce((most, { quantity }) => Math.max(most, Math.abs(quantity.value.toNumber())), 0)
  const ticks = drawn.filter(({ tick }) => typeof tick?.value === 'number')
  const axes = [...groupBy(ticks, ({ tick }) => tick?.axis).values()]
  if (scale === 0 || axes.length === 0) return true
  const getNumbers = ({ text }: DrawnText) =>
    readNumbers(text, language).flatMap((one) =>
      one.kind === 'number' ? [one.value.abs().div(`1e${one.scale}`).toNumber()] : [],
    )
  return axes.some((axis) => {
    const ratio = (Math.max(...axis.flatMap(getNumbers)) * 10 ** scale) / largest
    return ratio > 0.1 && ratio < 10
  })
}

/** People are counted in many units: visitors, members. */
export function isUnit({ text, units }: UnitTail, unit: string): boolean {
  const isPoints = saysPoints(` ${text}`, unit)
  return isPoints || units.length === 0 || units.includes(unit) || (units.includes('people') && !/^percent/.test(unit))
}

/** Whether a printed number, in a scale that stands elsewhere, is the figure. */
function isScaled({ text, observation: { quantity } }: FigureInline, scale: number, language: string): boolean {
  const number = readNumbers(text, language).find(({ kind }) => kind === 'number')
  if (number?.kind !== 'number') return true
  const ratio = number.value.abs().mul(`1e${scale}`).div(quantity.value.abs().add(1e-12))
  return scale === 0 || number.scale === scale || (ratio.gt(0.5) && ratio.lt(2))
}
