import {
  explainForm,
  explainReference,
  findObservation,
  observationKey,
  parseReference,
} from '../../dataset/figure/reference.ts'
import type { Indicator, LocalText, Measure, Observation } from '../../dataset/types.ts'
import { suggest } from '../../diagnostic.ts'
import { escapeMarkdown } from '../template/escape.ts'
import { type Argument, type HelperCall, HelperTrouble } from '../template/helper.ts'
import { isList, Markdown, type Value } from '../template/value.ts'

/** The argument as a text; throws for anything else. */
export function textOf(argument: Argument | undefined, what: string): string {
  if (typeof argument?.value !== 'string')
    throw new HelperTrouble(`not ${what}: ${String(argument?.value)}`, undefined, argument)
  return argument.value
}

/** Whether an option such as `unit=true` is set; throws where it is neither true nor false. */
export function flagOf({ options }: HelperCall, name: string, otherwise = false): boolean {
  const option = options.get(name)
  if (!option) return otherwise
  if (typeof option.value !== 'boolean')
    throw new HelperTrouble(`${name} is true or false, without quotes`, undefined, option)
  return option.value
}

/** An option that is a whole number from 1, or undefined where it is not given. */
export function countOf({ options }: HelperCall, name: string): number | undefined {
  const option = options.get(name)
  if (!option) return undefined
  const { value } = option
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
  throw new HelperTrouble(`${name} is a whole number from 1, without quotes`, undefined, option)
}

/** The observation that a reference names; `measure` asks for that of its numbers instead, unless the reference names a change or rate itself. */
export function observationOf(
  call: HelperCall,
  argument: Argument | undefined,
  measure: Measure = 'value',
): Observation {
  const reference = withMeasure(textOf(argument, 'a reference, such as "netizens"'), measure)
  const observation = findObservation(call.dataset, reference)
  if (observation) return observation
  const { message, hint } = explainReference(call.dataset, reference)
  throw new HelperTrouble(message, hint, argument)
}

/** The observation with a key that the dataset may not have. */
export function observationAt(
  { dataset }: HelperCall,
  indicator: string,
  measure: Measure,
  period: string,
): Observation | undefined {
  return dataset.observations.get(observationKey(indicator, measure, period))
}

/** Throws for a reference whose indicator or form is unknown, whether or not there is an observation. */
export function checkedReference(call: HelperCall, argument: Argument | undefined): string {
  const reference = textOf(argument, 'a reference, such as "netizens.change"')
  const fault = explainForm(reference, [...call.dataset.indicators.keys()])
  if (fault) throw new HelperTrouble(fault.message, fault.hint, argument)
  return reference
}

/** `netizens@2022-12` asked for its change is `netizens.change@2022-12`. */
function withMeasure(reference: string, measure: Measure): string {
  const parsed = parseReference(reference)
  if (parsed?.measure !== 'value' || measure === 'value') return reference
  return `${parsed.indicator}.${measure}${parsed.period === undefined ? '' : `@${parsed.period}`}`
}

/** The indicator that an id or a reference names. */
export function indicatorOf(call: HelperCall, argument: Argument | undefined): Indicator {
  const reference = checkedReference(call, argument)
  const indicator = call.dataset.indicators.get(parseReference(reference)?.indicator ?? '')
  if (!indicator) throw new HelperTrouble(`unknown indicator: ${reference}`, undefined, argument)
  return indicator
}

/** The indicators of a list's name, of several ids between spaces, or of a list such as `(indicators …)` gives. */
export function membersOf(call: HelperCall, argument: Argument | undefined): Indicator[] {
  return idsOf(call, argument).map((id) => {
    const indicator = call.dataset.indicators.get(id)
    if (indicator) return indicator
    const { lists, indicators } = call.dataset
    const hint = suggest(id, [...lists.keys(), ...indicators.keys()])
    throw new HelperTrouble(`unknown list or indicator: ${id}`, hint, argument)
  })
}

function idsOf({ dataset }: HelperCall, argument: Argument | undefined): readonly string[] {
  const value: Value = argument?.value
  if (isList(value)) return value.map(String)
  const text = textOf(argument, 'the name of a list')
  return dataset.lists.get(text) ?? text.split(/\s+/).filter((id) => id !== '')
}

/** A text of the dataset in the document's language; throws where there is none. */
export function wordsOf(
  call: HelperCall,
  text: LocalText | undefined,
  what: string,
  argument: Argument | undefined,
): string {
  if (!text) throw new HelperTrouble(`no ${what} in the dataset`, `give it a ${what} in data/`, argument)
  return call.locale.text(text)
}

/** Words given to a helper, as Markdown: a text is escaped but for the separators, what another helper said stands as it is. */
export function inlineOf(argument: Argument, separator = ''): string {
  if (argument.value instanceof Markdown) return argument.value.markdown
  const text = textOf(argument, 'a text')
  return separator === '' ? escapeMarkdown(text) : text.split(separator).map(escapeMarkdown).join(separator)
}
