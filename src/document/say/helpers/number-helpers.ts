import { comparePeriods } from '../../../dataset/figure/period.ts'
import { observationKey, usualBase } from '../../../dataset/figure/reference.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Observation, Quantity } from '../../../dataset/types.ts'
import { type Argument, type Helper, type HelperCall, HelperError } from '../../template/helper.ts'
import { Markdown } from '../../template/value.ts'
import {
  getBase,
  getCount,
  getFlag,
  getFound,
  getObservation,
  inAskedUnit,
  movementAt,
  saysBase,
} from '../arguments.ts'
import { changeAndRate, changeWords } from '../change-words.ts'
import { figure, getUnit, hasNumber } from '../figure.ts'

/** Helpers that print a number, linked to its observation, by default in the report's period. */
export const numberHelpers: Record<string, Helper> = {
  value: {
    parameters: ['reference'],
    options: ['unit', 'digits', 'sign'],
    says: 'A level, or the change or rate that the reference names, with its qualifier; `unit=true` says a unit that is left to the label, `unit=false` leaves one out that is said, `digits=3` rounds to so many digits; `sign=false` leaves out a minus that the words say: a deficit of, contracted by.',
    examples: [
      ['{{value "netizens"}}', '1.092 billion'],
      ['{{value "netizens@2022-12" unit=true}}', '1.067 billion people'],
      ['{{value "online-retail-sales" digits=2}}', '15 trillion yuan'],
      ['{{value "online-retail-sales" unit=false}}', '15.4 trillion'],
    ],
    run: (call) =>
      sayNumber(call, getObservation(call, call.args[0]), call.options.has('sign') && !getFlag(call, 'sign')),
  },
  change: {
    parameters: ['reference'],
    options: ['rate', 'since', 'unit'],
    says: 'A change in words, by its sign; `rate=true` adds its rate, `since=true` the period that it counts from, `since="2020-12"` counts from that one; `unit="basis-points"` says percentage points in hundredths.',
    examples: [
      ['{{change "netizens" rate=true since=true}}', 'up 24.8 million, or 2.3% since December 2022'],
      ['{{change "urban-rural-penetration-gap"}}', 'down 4.4 percentage points'],
      ['{{change "online-government-service-users"}}', 'up by over 47 million'],
      ['{{change "online-retail-sales.rate"}}', 'up 11%'],
    ],
    run: sayChange,
  },
  by: {
    parameters: ['reference'],
    options: ['unit', 'digits', 'since'],
    says: 'The size of a change, without its direction; `since="2020-12"` from another period than the report compares with, here and below; `unit="basis-points"` as for change.',
    examples: [
      ['{{by "urban-rural-penetration-gap" unit="basis-points"}}', '440 basis points'],
      ['{{by "urban-rural-penetration-gap"}}', '4.4 percentage points'],
      ['{{by "netizens.rate"}}', '2.3%'],
    ],
    run: (call) => sayNumber(call, getObservation(call, call.args[0], 'change'), true),
  },
  rate: {
    parameters: ['reference'],
    options: ['since'],
    says: 'The rate of a change, with a minus for a fall; `by` with a reference to a rate prints its size.',
    examples: [['{{rate "online-travel-booking-users"}}', '20.4%']],
    run: (call) => sayNumber(call, getObservation(call, call.args[0], 'rate')),
  },
  previous: {
    parameters: ['reference'],
    options: ['unit', 'digits', 'since'],
    says: 'The level that the change counts from.',
    examples: [['{{previous "netizens"}}', '1.067 billion']],
    run: (call) => sayNumber(call, getPrevious(call, call.args[0])),
  },
  interval: {
    parameters: ['reference'],
    says: 'What the printed digits, or those of the figures that it was derived from, allow.',
    examples: [
      ['{{interval "online-car-hailing-users"}}', '527.0 to 529.2 million'],
      ['{{interval "online-government-service-users@2022-12"}}', 'at most 926.5 million'],
    ],
    run: (call) => {
      const observation = getObservation(call, call.args[0])
      return new Markdown(
        figure(observation, call.locale.interval(observation.quantity, getUnit(call.dataset, observation))),
      )
    },
  },
  printed: {
    parameters: ['reference'],
    says: 'The form in which the source prints the figure.',
    examples: [['{{printed "urban-rural-penetration-gap"}}', '16.8%']],
    run: (call) => {
      const observation = getObservation(call, call.args[0])
      if (!observation.statement)
        throw new HelperError(`no source prints it, it is derived: ${observation.key}`, undefined, call.args[0])
      return new Markdown(figure(observation, observation.statement.printed))
    },
  },
}

function sayNumber(call: HelperCall, found: Observation, unsigned = false): Markdown {
  requireNumber(call, found)
  const observation = inAskedUnit(call, found)
  const isAsked = observation !== found
  const digits = getCount(call, 'digits')
  const quantity = digits === undefined ? observation.quantity : roundDigits(observation.quantity, digits)
  const unit = getUnit(call.dataset, observation)
  const isBare = !isAsked && call.options.has('unit') && !getFlag(call, 'unit')
  const said = call.locale.quantity(quantity, isBare ? { ...unit, said: false } : unit, {
    unit: !isAsked && getFlag(call, 'unit'),
    unsigned,
  })
  return new Markdown(figure(observation, said))
}

/** The quantity with no more than so many digits; fewer where it has fewer. */
function roundDigits(quantity: Quantity, digits: number): Quantity {
  return { ...quantity, precision: Math.max(quantity.precision, quantity.value.e - digits + 1) }
}

function requireNumber({ args }: HelperCall, observation: Observation): void {
  if (hasNumber(observation)) return
  const message = `no number, only an interval, can be derived: ${observation.key}`
  throw new HelperError(message, `write {{interval "${observation.key}"}}`, args[0])
}

function sayChange(call: HelperCall): Markdown {
  const { dataset, locale, args } = call
  const found = getObservation(call, args[0], 'change')
  requireNumber(call, found)
  const change = inAskedUnit(call, found)
  const words = getFlag(call, 'rate')
    ? changeAndRate(dataset, locale, change, getRate(call, change))
    : changeWords(dataset, locale, change)
  if (!saysBase(call)) return new Markdown(words)
  const type = dataset.indicators.get(change.indicator)?.type ?? 'stock'
  return new Markdown(locale.since(words, locale.period(getSince(call, change)), type))
}

function getRate(call: HelperCall, change: Observation): Observation {
  const found = change.since ? observationKey(change.series, 'rate', change.period, change.since) : undefined
  const rate = findObservation(call.dataset, found ?? observationKey(change.series, 'rate', change.period))
  if (rate) return rate
  const isPoints = change.quantity.unit === 'percentage-points'
  const hint = isPoints ? 'a change in percentage points has no rate: leave out rate=true' : 'leave out rate=true'
  throw new HelperError(`no rate: ${change.key}`, hint, call.options.get('rate'))
}

/** The period that a change or rate counts from; throws where its source does not say. */
export function getSince(call: HelperCall, change: Observation): string {
  if (typeof change.since === 'string') return change.since
  throw new HelperError(
    `the source does not state since when: ${change.key}`,
    undefined,
    call.options.get('since') ?? call.args[0],
  )
}

function getPrevious(call: HelperCall, argument: Argument | undefined): Observation {
  const level = getObservation(call, argument)
  const change = movementAt(call, level, 'change')
  const since = getBase(call) ?? (change ? getSince(call, change) : usualBase(level.period, call.dataset.report))
  if (since === undefined || comparePeriods(since, level.period) >= 0)
    throw new HelperError(`no earlier level: ${level.key}`, undefined, argument)
  return getFound(call.dataset, observationKey(level.series, 'value', since), argument)
}
