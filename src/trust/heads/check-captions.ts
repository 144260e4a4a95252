import { parseSpec, specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart } from '../../chart/types.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import type { FigureInline } from '../../document/types.ts'
import { getLanguage, type Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { dateAt, namesPart } from '../evidence/mention-period.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { specTexts } from '../numbers/spec-texts.ts'
import { findCategories, findNames, nameWords } from '../words/names.ts'
import { isOfPeriod } from '../words/naming.ts'
import { entries, readWords } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'
import type { Head } from './read-heads.ts'
import { readUnit, readUnitTail, type UnitTail } from './unit-tail.ts'

/** Captions of tables and charts, and heads of columns and axes, that name another indicator, category, time or unit than all that stands below them. */
export function checkCaptions(heads: readonly Head[], dataset: Dataset, locale: Locale): Diagnostic[] {
  const language = getLanguage(locale.language)
  if (!language) return []
  return heads.flatMap((head) => {
    if (head.figures.length === 0 || head.text === '') return []
    const name = head.isCaption ? (otherName(head, dataset, language) ?? otherTime(head, language)) : undefined
    const unit = otherUnit(head, dataset, language)
    return [name, unit, otherOrder(head, language)].filter((one) => one !== undefined)
  })
}

/** Titles in a chart's spec that name another thing, or another unit, than the figures that it shows. */
export function checkChartTitles(chart: Chart, dataset: Dataset, locale: Locale): Diagnostic[] {
  const language = getLanguage(locale.language)
  const { value: spec } = parseSpec(chart)
  const figures = chart.observations
  if (!language || !spec || figures.length === 0) return []
  const titles = specTexts(spec).filter(({ path }) => path.some((key) => key === 'title' || key === 'subtitle'))
  return titles.flatMap(({ path, text }) => {
    const head = { where: 'the title says', text, place: chart.place, figures }
    const said = readUnitTail(text, dataset, language) ?? readUnit(text, dataset, language)
    const tail = chart.workedOut ? undefined : said
    const isOther = tail && !figures.some(({ quantity }) => isUnit(tail, quantity.unit))
    const found = isOther
      ? `the title says “${tail.text}”, and no figure of the chart is in that, such as ${figures[0]?.key}`
      : otherName(head, dataset, language)?.message
    return found === undefined ? [] : [{ ...specError(chart, path, found), kind: 'words' as const }]
  })
}

/** Labels that end with a scale, or with a unit that is not their indicator's: they stand beside numbers that say their own. */
export function checkLabels(dataset: Dataset, locale: Locale): Diagnostic[] {
  const language = getLanguage(locale.language)
  if (!language) return []
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

function other(message: string, place: Place, hint: string): Diagnostic {
  return { severity: 'error', kind: 'words', message, place, hint }
}

/** What a caption names, none of which stands below it: an indicator that no figure there is of, is part of or is worked out from; a category beside others of its dimension. */
function otherName(
  { text, where, place, figures }: Head,
  dataset: Dataset,
  language: Language,
): Diagnostic | undefined {
  const tokens = getTokens(text)
  // The head of a column of changes says what they are: Growth, beside an indicator that is called so.
  const isMeasure = tokens.length === 1 && readWords(tokens, language).length > 0
  if (isMeasure && figures.every(({ measure }) => measure !== 'value')) return undefined
  const named = findNames(tokens, dataset, language).flatMap((name) => name.indicators)
  const isNamed =
    named.length === 0 ||
    named.some(
      (id) => isListed(id, figures, dataset) || figures.some((figure) => isAbout(figure, id, dataset, language)),
    )
  const [figure] = figures
  if (!isNamed && figure) {
    const label = dataset.indicators.get(named[0] ?? '')?.label[language] ?? named[0]
    const message = `${where} ${label}, and no figure below it is of that, such as ${figure.key}`
    return other(message, place, `say what they are, or print ${named[0]}`)
  }
  const category = findCategories(tokens, dataset, language).find((one) => {
    const parts = figures.flatMap(({ categories }) => categories[one.dimension] ?? [])
    return parts.length > 0 && parts.length === figures.length && !parts.includes(one.category)
  })
  if (!category) return undefined
  const words = text.slice(tokens[category.first]?.start, tokens[category.end - 1]?.end)
  return other(
    `${where} ${words}, and every figure below it is of another ${category.dimension}`,
    place,
    'say whose they are',
  )
}

/** Whether figures of several indicators may be those of what is named, listed by place or kind: rides by district. */
function isListed(id: string, figures: readonly Observation[], { indicators }: Dataset): boolean {
  const unit = indicators.get(id)?.unit
  const own = new Set(figures.map(({ indicator }) => indicator))
  return own.size > 1 && [...own].every((one) => indicators.get(one)?.unit === unit)
}

/** Whether a figure is of one of the indicators that are named by their ids and, where it is of a category, of one of those that are. */
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
  if (isWithin(figure.indicator, id, dataset) || isWithin(id, figure.indicator, dataset)) return true
  if (own.shareOf && (own.shareOf.numerator === id || own.shareOf.denominator === id)) return true
  const names = nameWords(own, language)
  if (nameWords(other, language).every((word) => names.includes(word))) return true
  return figure.inputs.some((key) => {
    const input = observations.get(key)
    return input !== undefined && input !== figure && isAbout(input, id, dataset, language)
  })
}

/** Whether one indicator is a part of another, or a part of its part. */
function isWithin(part: string, whole: string, { indicators }: Dataset): boolean {
  const seen = new Set<string>()
  for (let id: string | undefined = part; id !== undefined && !seen.has(id); id = indicators.get(id)?.partOf) {
    if (id === whole) return true
    seen.add(id)
  }
  return false
}

/** A time that a caption names, of which nothing below it is: `Visits by branch, 2024`. */
function otherTime({ text, where, place, figures }: Head, language: Language): Diagnostic | undefined {
  const last = lastTime(text, language)
  const isOther = last && !figures.some((figure) => isOfPeriod(figure, last.period))
  const named = last ? isOther && last.text : otherPart(text, figures)
  if (!named) return undefined
  const message = `${where} ${named}, and no figure below it is of that time, such as ${figures[0]?.key}`
  return other(message, place, 'say their time, or print the figures of that one')
}

/** The time that a caption ends with, or is. */
function lastTime(text: string, language: Language): { text: string; period: Period } | undefined {
  // 2020 = 100 is the base of an index.
  const last = readNumbers(text, language).findLast((one) => one.kind === 'date' && !one.text.includes('='))
  const isLast = last !== undefined && /^[)）\s.]*$/.test(text.slice(last.end))
  const date = isLast ? dateAt(text, last) : undefined
  const isApart = /(?:^|[,，(（:：]|\b(?:in|im|en))\s*$/i.test(text.slice(0, date?.start))
  return date?.period !== undefined && isApart
    ? { text: text.slice(date.start, date.end), period: date.period }
    : undefined
}

/** An order that a table's caption names, largest first, and that none of its columns is in; the whole above its parts stands apart. */
function otherOrder({ text, where, place, columns = [] }: Head, language: Language): Diagnostic | undefined {
  const { descending, ascending } = lexicons[language].orders
  // The largest first-time buyers are in no order.
  const isIn = (phrase: string) =>
    text
      .toLowerCase()
      .split(phrase)
      .slice(1)
      .some((rest) => !/^[\p{Script=Latin}-]/u.test(rest))
  const phraseOf = (phrases: string) => entries(phrases).find(isIn)
  const [down, up] = [phraseOf(descending), phraseOf(ascending)]
  const side = down === undefined ? 1 : -1
  const lists = columns.map(partsAlone).filter((figures) => figures.length > 2)
  const isInOrder = (figures: readonly Observation[]) =>
    figures.every(({ quantity: { value } }, at) => value.cmp(figures[at - 1]?.quantity.value ?? value) * side >= 0)
  if ((down ?? up) === undefined || lists.length === 0 || lists.some(isInOrder)) return undefined
  const message = `${where} “${down ?? up}”, and no column below it is in that order`
  return other(message, place, 'let the helper order the rows, as sort="value" does; or take it out')
}

function partsAlone(figures: readonly Observation[]): Observation[] {
  const depth = ({ categories }: Observation) => Object.keys(categories).length
  const most = Math.max(...figures.map(depth))
  return figures.filter((figure) => depth(figure) === most)
}

const partsOfYears = ['Q1', 'Q2', 'Q3', 'Q4', 'S1', 'S2']

/** The quarter or half that a caption names without a year, where all below it are of quarters or halves, and none is of that or counted from it. */
function otherPart(text: string, figures: readonly Observation[]): string | undefined {
  const [named] = partsOfYears.filter((part) => namesPart(text, `2000-${part}`))
  const isOther = (period: string | null | undefined) =>
    !period || (/^\d{4}-[QS]\d$/.test(period) && period.slice(5) !== named)
  return figures.every(({ period, since }) => isOther(period) && isOther(since)) ? named : undefined
}

/** A unit at the end of a caption or head that no figure below it has, or a scale in which no number below it is printed. */
function otherUnit(
  { text, where, place, printed, said, isCaption, figures }: Head,
  dataset: Dataset,
  language: Language,
): Diagnostic | undefined {
  const tail = isCaption ? readUnitTail(text, dataset, language) : undefined
  if (!tail) return undefined
  // A chart prints its own numbers, in whatever scale.
  if (!printed) {
    const isScale = (number: string) =>
      readNumbers(number, language).some((one) => one.kind === 'number' && one.scale === tail.scale)
    const isOther =
      !figures.some(({ quantity }) => isUnit(tail, quantity.unit)) || (tail.scale > 0 && said && !said.some(isScale))
    const message = `${where} “${tail.text}”, and no figure below it is in that, such as ${figures[0]?.key}`
    return isOther ? other(message, place, 'name the unit of the figures, or take it out') : undefined
  }
  const isRight = printed.some(
    (figure) => isUnit(tail, figure.observation.quantity.unit) && isScaled(figure, tail.scale, language),
  )
  const [first] = printed
  if (isRight || !first) return undefined
  const message = `${where} “${tail.text}”, and no number below it is printed so, such as ${first.text} (${first.observation.key})`
  return other(message, place, 'let the helper name the unit, as scale="million" does; or take it out')
}

/** People are counted in many units: visitors, members. */
function isUnit({ units }: UnitTail, unit: string): boolean {
  return units.length === 0 || units.includes(unit) || (units.includes('people') && !/^percent/.test(unit))
}

/** Whether a printed number, in a scale that stands elsewhere, is the figure. */
function isScaled({ text, observation: { quantity } }: FigureInline, scale: number, language: Language): boolean {
  const number = readNumbers(text, language).find(({ kind }) => kind === 'number')
  if (number?.kind !== 'number') return true
  const ratio = number.value.abs().mul(`1e${scale}`).div(quantity.value.abs().add(1e-12))
  return scale === 0 || (ratio.gt(0.5) && ratio.lt(2))
}
