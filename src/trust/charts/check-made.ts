import { groupObservations } from '../../chart/bind/rows/rows.ts'
import { type JsonObject, walkObjects } from '../../chart/spec/json/json.ts'
import { parseSpec, specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart, MadeValue } from '../../chart/types.ts'
import { parsePeriod } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import { baseWords } from '../../locale/words/bases.ts'
import { dateAt } from '../evidence/mention-period.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { basesIn, hasBase } from '../words/bases.ts'
import { findLists, findNames } from '../words/names.ts'
import { isOfPeriod } from '../words/others/mistimed.ts'
import { countSaid } from '../words/particles.ts'
import { readWords } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'
import { isKnownFrom } from '../words/way-said.ts'
import { getName } from './check-drawn-values.ts'

/** A number that a chart works out, with the figures that it is made from. */
interface Made extends Omit<MadeValue, 'rows'> {
  figures: readonly Observation[]
}

/** Results under a wrong name: an index not 100 at its base, a change from another time, a mean called a figure. */
export function checkMade(chart: Chart, dataset: Dataset, locale: Locale): Diagnostic[] {
  const { value: spec } = parseSpec(chart)
  const says = spec && getName(spec)
  if (!spec || says === undefined) return []
  const made = (chart.made ?? []).map(({ rows, ...one }): Made => {
    const keys = rows.flatMap((row) => chart.rows[row] ?? [])
    const figures = keys.flatMap(
      ({ series, period }) => dataset.observations.get(observationKey(series, 'value', period)) ?? [],
    )
    return { ...one, figures }
  })
  for (const expected of [indexed, changed, called, counted, ranked, moving]) {
    const wanted = expected(says, dataset, locale, { spec, rows: chart.rows })
    const other = wanted && made.find((one) => !isOneOf(one.value, wanted(one, made)))
    if (other) {
      const message = `is said to be “${says}”, and is not: ${Number(other.value.toPrecision(4))} at ${other.figures[0]?.key}`
      const hint = 'say what is worked out: moving average, sum since January, change on the month before'
      return [{ ...specError(chart, ['usermeta', 'briefwright', 'says'], message), kind: 'charts', hint }]
    }
  }
  return []
}

/** The numbers of which a value that is worked out must be one; none where nobody knows. */
type Expected = (
  says: string,
  dataset: Dataset,
  locale: Locale,
  shown: { spec: JsonObject; rows: Chart['rows'] },
) => ((made: Made, all: readonly Made[]) => readonly number[]) | undefined

/** December 2024 = 100. */
const indexed: Expected = (says, _, locale) => {
  // Of a quarter, “2025 = 100” is one mention.
  const base = readNumbers(says, locale.primary).find(
    (one) =>
      one.kind === 'date' &&
      (/[=＝]\s?100$/.test(one.text) || /^\s?[=＝]\s?100(?!\d)/.test(says.slice(dateAt(says, one).end))),
  )
  const period = base?.kind === 'date' ? dateAt(says, base).period : undefined
  if (!period) return undefined
  return ({ figures }) => (figures.every((figure) => isOfPeriod(figure, period)) ? [100] : [])
}

/** Change on a year earlier. */
const changed: Expected = (says, dataset, locale) => {
  const bases = basesIn(locale.primary)(says)
  if (bases.length !== 1 || !baseWords[locale.primary].change.test(says)) return undefined
  return ({ figures: [now, ...others] }) => {
    const levels = groupObservations(dataset).get(now?.series ?? '')
    const then = [...(levels ?? [])].flatMap(([since, { value }]) =>
      now && bases.some((base) => hasBase({ ...now, since }, base)) ? (value ?? []) : [],
    )
    if (!now || others.length > 0) return []
    const [to, from] = [now, then[0] ?? now].map(({ quantity }) => quantity.value.toNumber())
    return then.length === 1 && to !== undefined && from ? [to / from - 1, to - from, to / from] : []
  }
}

/** Nothing but the name of a thing, of each time. */
const called: Expected = (says, dataset, locale) => {
  const wholes = [dataset.report.geography ?? {}, ...[...dataset.dimensions.values()].map(({ total }) => total)]
  const text = wholes.reduce((words, whole) => words.replace(locale.text(whole).toLowerCase(), ''), says.toLowerCase())
  const tokens = getTokens(text)
  // Monthly exports, over figures of months; of three months is another.
  const { length } = parsePeriod(dataset.report.period) ?? {}
  const units = Object.entries(baseWords[locale.primary].units).filter(([, months]) => `P${months}M` === length)
  const steps = tokens.flatMap(({ text }, first) => {
    const isCounted = countSaid(tokens[first - 1]?.text ?? '', locale.primary) !== undefined
    return !isCounted && units.some(([unit]) => text.startsWith(unit)) ? [{ first, end: first + 1 }] : []
  })
  const times = readWords(tokens, locale.primary).filter(({ meaning }) => meaning === 'each-time')
  const ids = findNames(tokens, dataset, locale.primary).flatMap(({ indicators }) => indicators)
  if (ids.length === 0 || !isKnownFrom(0, text, tokens, [...times, ...steps], dataset, locale.primary)) return undefined
  return ({ figures }) => {
    const [series = '', ...more] = new Set(figures.map((figure) => figure.series))
    const [id = '', ...others] = new Set(figures.map(({ indicator }) => indicator))
    const [period = '', ...later] = new Set(figures.map((figure) => figure.period))
    const isOf = ids.includes(id) && others.length === 0 && later.length === 0
    const own = isOf && dataset.observations.get(observationKey(more.length > 0 ? id : series, 'value', period))
    return own ? [own.quantity.value.toNumber()] : []
  }
}

/** Number of partners: each once, of however many times. */
const counted: Expected = (says, dataset, locale) => {
  const isOf = findLists(getTokens(says), dataset, locale.primary).some(({ dimension }) => dimension)
  if (!isOf || !baseWords[locale.primary].count.test(says)) return undefined
  return ({ figures, isCount }) => (isCount ? [new Set(figures.map(({ series }) => series)).size] : [])
}

/** Rank, 1 = largest. */
const ranked: Expected = (says, _, locale) => {
  const [, first = ''] = /1\s?[=＝]\s?(\D+)$/.exec(says) ?? []
  const [{ meaning } = { meaning: '' }] = readWords(getTokens(first), locale.primary)
  const side = /^(?:largest|majority|record)$/.test(meaning) ? 1 : /^(?:smallest|lowest)$/.test(meaning) ? -1 : 0
  return ({ figures: [figure], isCount }, all) => {
    const beside = all.flatMap(({ figures }) => figures).filter(({ period }) => period === figure?.period)
    const isFirst = beside.every(({ quantity }) => figure && figure.quantity.value.cmp(quantity.value) * side >= 0)
    return isCount && side !== 0 && isFirst ? [1] : []
  }
}

/** Average of the last three months: of as many as its window holds. */
const moving: Expected = (says, _, locale, { spec, rows }) => {
  const [from, to] = walkObjects(spec).flatMap(([{ frame }]) => (Array.isArray(frame) ? frame : []))
  const { length } = parsePeriod(rows[0]?.period ?? '') ?? {}
  const units = Object.entries(baseWords[locale.primary].units).filter(([, months]) => `P${months}M` === length)
  const isOfUnit = (after: string) => units.some(([unit]) => after.replace(/^[\s-]+/, '').startsWith(unit))
  const said = readNumbers(says, locale.primary).find((one) => one.kind === 'number' && isOfUnit(says.slice(one.end)))
  const isOther = said?.kind === 'number' && to !== undefined && !said.value.eq(Number(to) - Number(from) + 1)
  return isOther ? () => [Number.NaN] : undefined
}

/** Whether a number is one of some, as it is printed, in hundredths, thousands and the like. */
function isOneOf(value: number, numbers: readonly number[]): boolean {
  const scales = [1, 100, 1e-3, 1e-6, 1e-9]
  return (
    numbers.length === 0 ||
    numbers.some((one) => scales.some((scale) => Math.abs(one * scale - value) <= Math.abs(value) * 0.001))
  )
}
