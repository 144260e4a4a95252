import { exactly, multiply } from '../figure/interval.ts'
import { getTermUnit, type TermUnit } from '../figure/unit/term-unit.ts'
import { isPercentage } from '../figure/unit/unit.ts'
import type { Interval, Observation, Quantity } from '../types.ts'
import { formatPlace } from '../yaml/located.ts'
import type { Values } from './evaluate.ts'

/** The observations that a formula's references stand for, by the text of the reference. */
export type Inputs = ReadonlyMap<string, Observation>

/** What each reference allows, as formulas take it: percentages as hundredths. */
export function getIntervals(inputs: Inputs): Values {
  return (reference) => formulaInterval(getInput(inputs, reference).quantity)
}

/** The printed value of each reference alone, as formulas take it. */
export function getValues(inputs: Inputs): Values {
  return (reference) => {
    const { quantity } = getInput(inputs, reference)
    return formulaInterval({ ...quantity, interval: exactly(quantity.value) })
  }
}

/** The unit of each reference. */
export function getTermUnits(inputs: Inputs): (reference: string) => TermUnit {
  return (reference) => getTermUnit(getInput(inputs, reference).quantity.unit)
}

/** `netizens@2023-12: 1.092 billion (data/figures.yaml:12:16)` for each observation; of many the first and the last. */
export function formatInputs(observations: Iterable<Observation>): string {
  const shown = [...observations].map(({ key, statement, formula, place }) => {
    const words = statement ? statement.printed : `derived from ${formula}`
    return `${key}: ${words} (${formatPlace(place)})`
  })
  const all = [...new Set(shown)]
  return all.length > 8 ? [...all.slice(0, 3), `${all.length - 4} more`, ...all.slice(-1)].join('; ') : all.join('; ')
}

function formulaInterval({ unit, interval }: Quantity): Interval {
  return isPercentage(unit) ? multiply(interval, exactly('0.01')) : interval
}

function getInput(inputs: Inputs, reference: string): Observation {
  const observation = inputs.get(reference)
  if (!observation) throw new Error(`reference was not looked up before its formula was evaluated: ${reference}`)
  return observation
}
