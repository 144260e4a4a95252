import { parsePeriod, periodForms } from '../../dataset/figure/period.ts'
import { explainForm, measureName, observationKey, parseReference } from '../../dataset/figure/reference.ts'
import { isSeries, resolveSeries, seriesIn } from '../../dataset/figure/series.ts'
import { basisPoints, isPercentage } from '../../dataset/figure/unit/unit.ts'
import { explainReference, findAbsence, findObservation } from '../../dataset/find.ts'
import type { Dataset, Indicator, LocalText, Measure, Observation, Period, Series } from '../../dataset/types.ts'
import { suggest } from '../../diagnostic.ts'
import { escapeMarkdown } from '../template/escape.ts'
import { AbsentFigure, type Argument, type HelperCall, HelperError } from '../template/helper.ts'
import { isList, Markdown, type Value } from '../template/value.ts'

/** The argument as a text; throws for anything else. */
export function getTextArgument(argument: Argument | undefined, what: string): string {
  if (typeof argument?.value !== 'string')
    throw new HelperError(`not ${what}: ${String(argument?.value)}`, undefined, argument)
  return argument.value
}

/** Whether an option such as `unit=true` is set; throws where it is neither true nor false. */
export function getFlag({ options }: HelperCall, name: string, otherwise = false): boolean {
  const option = options.get(name)
  if (!option) return otherwise
  if (typeof option.value !== 'boolean')
    throw new HelperError(`${name} is true or false, without quotes`, undefined, option)
  return option.value
}

/** An option that is a whole number from 1, or undefined where it is not given. */
export function getCount({ options }: HelperCall, name: string): number | undefined {
  const option = options.get(name)
  if (!option) return undefined
  const { value } = option
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
  throw new HelperError(`${name} is a whole number from 1, without quotes`, undefined, option)
}

/**
 * The observation that a reference names; `measure` asks for that of its numbers instead, unless the reference names a
 * change or rate itself, and an option
 * `since="2020-12"` for the one that counts from there. Throws an `AbsentFigure` for one of which the dataset says why
 * it is not there.
 */
export function getObservation(
  call: Pick<HelperCall, 'dataset'> & (Pick<HelperCall, 'options'> | { since?: Period | undefined }),
  argument: Argument | undefined,
  measure: Measure = 'value',
): Observation {
  const since = 'options' in call ? getBase(call) : call.since
  const reference = asked(getTextArgument(argument, 'a reference, such as "netizens"'), measure, since)
  return getFound(call.dataset, reference, argument)
}

/** The figure in the unit that `unit="basis-points"` asks for: 0.25 percentage points are 25. */
export function inAskedUnit({ options }: HelperCall, observation: Observation): Observation {
  const option = options.get('unit')
  if (typeof option?.value !== 'string') return observation
  const { quantity, key } = observation
  if (option.value !== basisPoints.id)
    throw new HelperError(`unknown unit to say a figure in: ${option.value}`, 'write unit="basis-points"', option)
  if (!isPercentage(quantity.unit))
    throw new HelperError(`no basis points: ${key}`, 'only per cent and percentage points have such', option)
  const { value, precision, interval } = quantity
  const inPoints = { value: value.times(100), precision: precision + 2, unit: basisPoints.id, forms: undefined }
  const ends = { ...interval, low: interval.low.times(100), high: interval.high.times(100) }
  return { ...observation, quantity: { ...quantity, ...inPoints, interval: ends } }
}

/** The observation that a reference names in full; throws where there is none. */
export function getFound(dataset: Dataset, reference: string, argument: Argument | undefined): Observation {
  const observation = findObservation(dataset, reference)
  if (observation) return observation
  const absence = findAbsence(dataset, reference)
  if (absence) throw new AbsentFigure(absence)
  const { message, hint } = explainReference(dataset, reference)
  throw new HelperError(message, hint, argument)
}

/** A series' change or rate at a period, from the base that the call asks for; undefined where there is none. */
export function movementAt(
  call: HelperCall,
  { series, period }: Pick<Observation, 'series' | 'period'>,
  measure: 'change' | 'rate',
): Observation | undefined {
  const since = getBase(call)
  return findObservation(call.dataset, observationKey(series, measure, period, since))
}

/** The base of a change by `since="2020-12"`; undefined where the option is not given, or says yes or no. */
export function getBase({ options }: Pick<HelperCall, 'options'>): Period | undefined {
  const option = options.get('since')
  if (!option || typeof option.value === 'boolean') return undefined
  const since = getTextArgument(option, 'a period')
  if (parsePeriod(since)) return since
  throw new HelperError(`unknown form of period: ${since}`, `write ${periodForms}, or since=true`, option)
}

/** Whether a movement is to be said with its base: `since=true`, or `since="2020-12"`, which names it. */
export function saysBase(call: HelperCall, otherwise = false): boolean {
  return getBase(call) !== undefined || getFlag(call, 'since', otherwise)
}

/** Throws for a reference whose indicator, categories or form are unknown, whether or not there is an observation. */
export function checkedReference(call: Pick<HelperCall, 'dataset'>, argument: Argument | undefined): string {
  const reference = getTextArgument(argument, 'a reference, such as "netizens.change"')
  const fault = explainForm(reference, call.dataset)
  if (fault) throw new HelperError(fault.message, fault.hint, argument)
  return reference
}

/** `netizens@2022-12` asked for its change since 2020-12 is `netizens.change@2020-12..2022-12`. */
export function asked(reference: string, measure: Measure, since?: Period): string {
  const parsed = parseReference(reference)
  if (!parsed) return reference
  const own = parsed.measure === 'value' ? measure : parsed.measure
  const base = parsed.since ?? (own === 'value' ? undefined : since)
  if (own === parsed.measure && base === parsed.since) return reference
  const [series = ''] = reference.trim().split(/\.(?:change|rate)\b|@/)
  const when = `${base === undefined ? '' : `${base}..`}${parsed.period ?? ''}`
  return `${measureName(series, own)}${when === '' ? '' : `@${when}`}`
}

/** The indicator that an id or a reference names. */
export function getIndicator(call: Pick<HelperCall, 'dataset'>, argument: Argument | undefined): Indicator {
  const reference = checkedReference(call, argument)
  const indicator = call.dataset.indicators.get(parseReference(reference)?.indicator ?? '')
  if (!indicator) throw new HelperError(`unknown indicator: ${reference}`, undefined, argument)
  return indicator
}

/** The series that a reference names, whatever the period. */
export function getSeries(call: Pick<HelperCall, 'dataset'>, argument: Argument | undefined): Series {
  const parsed = parseReference(checkedReference(call, argument))
  const series = parsed && resolveSeries(parsed.indicator, parsed.categories, call.dataset)
  if (series && isSeries(series)) return series
  throw new HelperError(`not a reference: ${String(argument?.value)}`, undefined, argument)
}

/** The series of a list's name, of references between spaces (`recent-users[age]`), or of `(indicators …)`. */
export function getMembers(call: Pick<HelperCall, 'dataset'>, argument: Argument | undefined): Series[] {
  return getNames(call, argument).flatMap((name) => {
    const members = seriesIn(name, call.dataset)
    if (!('message' in members)) return members
    const { lists, indicators } = call.dataset
    const isUnknown = !indicators.has(name.split('[')[0] ?? '')
    const hint = isUnknown ? suggest(name, [...lists.keys(), ...indicators.keys()]) : members.hint
    throw new HelperError(isUnknown ? `unknown list or indicator: ${name}` : members.message, hint, argument)
  })
}

function getNames({ dataset }: Pick<HelperCall, 'dataset'>, argument: Argument | undefined): readonly string[] {
  const value: Value = argument?.value
  if (isList(value)) return value.map(String)
  const text = getTextArgument(argument, 'the name of a list')
  return dataset.lists.get(text) ?? text.match(/[^\s,[]+(?:\[[^\]]*\])?/g) ?? []
}

/** A text of the dataset in the document's language; throws where there is none. */
export function getLocalWords(
  call: HelperCall,
  text: LocalText | undefined,
  what: string,
  argument: Argument | undefined,
): string {
  if (!text) throw new HelperError(`no ${what} in the dataset`, `give it a ${what} in data/`, argument)
  return call.locale.text(text)
}

/** A helper's words as Markdown: text is escaped, except separators; another helper's output is left unchanged. */
export function getInline(argument: Argument, separator = ''): string {
  if (argument.value instanceof Markdown) return argument.value.markdown
  const text = getTextArgument(argument, 'a text')
  return separator === '' ? escapeMarkdown(text) : text.split(separator).map(escapeMarkdown).join(separator)
}
