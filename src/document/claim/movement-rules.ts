import type { Decimal } from 'decimal.js'
import { exactly } from '../../dataset/figure/interval.ts'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Observation } from '../../dataset/types.ts'
import { roundTo } from '../../locale/numbers/digits.ts'
import { asked, checkedReference, getObservation } from '../say/arguments.ts'
import { type Argument, HelperError } from '../template/helper.ts'
import { size, stepsBetweenLevels, yearBefore, yearlySteps } from './history.ts'
import { getOperand, isAbove, isBelow, isWithin, type Operand, observed, sayOperand, scaled } from './operand.ts'
import { both, type ClaimCall, getVerdict, type Judgement, not, type Rule, type Verdict } from './rule.ts'

const movements = ['rose', 'fell', 'unchanged']

/** Claims about how figures move. */
export const movementRules: Readonly<Record<string, Rule>> = {
  rose: {
    parameters: ['figure', 'later?'],
    holds: 'the change is above zero, whichever value it has; with a second figure, that one is above the first',
    why: 'a change that may be zero is no rise',
    examples: [
      ['"rose" "netizens"', 'holds'],
      ['"rose" "netizens@2022-06" "netizens@2022-12"', 'holds'],
      ['"rose" "urban-rural-penetration-gap"', 'fails'],
    ],
    otherwise: movements,
    judge: (call) => judgeMovement(call, rises),
  },
  fell: {
    parameters: ['figure', 'later?'],
    holds: 'the change is below zero, whichever value it has; with a second figure, that one is below the first',
    why: 'as for rose',
    examples: [['"fell" "urban-rural-penetration-gap"', 'holds']],
    otherwise: movements,
    judge: (call) => judgeMovement(call, falls),
  },
  unchanged: {
    parameters: ['figure'],
    holds: 'the change is printed as zero, so that its true size is below one unit of its last digit',
    why: 'no printed figure can show that nothing changed at all; readers know it for "as far as was counted"',
    examples: [
      ['"unchanged" "flat"', 'holds'],
      ['"unchanged" "netizens"', 'fails'],
    ],
    otherwise: movements,
    judge: (call) => {
      const change = getChange(call, call.args[0])
      return { verdict: isFlat(change), figures: [sayOperand(observed(call.dataset, change))] }
    },
  },
  doubled: {
    parameters: ['figure'],
    holds: 'the rate of the change is 95% to 105%',
    why: 'twice, give or take a twentieth of the base; what is beyond that has "more than doubled"',
    examples: [['"doubled" "netizens"', 'fails']],
    otherwise: ['more-than-doubled', 'halved', ...movements],
    judge: (call) => judgeRate(call, (rate) => isWithin(share(rate, '0.95'), rate, share(rate, '1.05'))),
  },
  'more-than-doubled': {
    parameters: ['figure'],
    holds: 'the rate of the change is above 100%, whichever value it has',
    why: 'as for more-than',
    examples: [['"more-than-doubled" "netizens"', 'fails']],
    otherwise: ['doubled', ...movements],
    judge: (call) => judgeRate(call, (rate) => isAbove(rate, share(rate, 1))),
  },
  halved: {
    parameters: ['figure'],
    holds: 'the rate of the change is -52.5% to -47.5%',
    why: 'half, give or take a twentieth of it',
    examples: [['"halved" "netizens"', 'fails']],
    otherwise: ['doubled', ...movements],
    judge: (call) => judgeRate(call, (rate) => isWithin(share(rate, '-0.525'), rate, share(rate, '-0.475'))),
  },
  'faster-than': {
    parameters: ['a', 'b'],
    holds: 'the rate of a is above the rate of b, whichever values they have',
    why: 'fast is a rate, not a sum: a large group gains more people at a lower rate',
    examples: [
      ['"faster-than" "online-travel-booking-users" "netizens"', 'holds'],
      ['"faster-than" "netizens" "online-travel-booking-users"', 'fails'],
    ],
    otherwise: ['faster-than', 'slower-than'],
    judge: (call) => compareRates(call, isAbove),
  },
  'slower-than': {
    parameters: ['a', 'b'],
    holds: 'the rate of a is below the rate of b, whichever values they have',
    why: 'as for faster-than',
    examples: [['"slower-than" "netizens" "online-travel-booking-users"', 'holds']],
    otherwise: ['faster-than', 'slower-than'],
    judge: (call) => compareRates(call, isBelow),
  },
  'times-faster-than': {
    parameters: ['a', 'b', 'times'],
    holds:
      'b grows, and the rate of a is above so many times the rate of b, whichever values they have (for "many times", 5)',
    why: 'a multiple of a rate that may be zero or negative says nothing; five is where "many" begins here',
    examples: [
      ['"times-faster-than" "online-travel-booking-users" "netizens" 5', 'holds'],
      ['"times-faster-than" "online-travel-booking-users" "netizens" 9', 'fails'],
    ],
    otherwise: ['faster-than', 'slower-than'],
    judge: (call) => {
      const times = getNumber(call.args[2])
      return compareRates(call, (a, b) => both(rises(b), isAbove(a, scaled(b, times))))
    },
  },
  'over-a-year': {
    parameters: ['figure'],
    holds: 'the source counts the change from just a year before (for "in a year", "on the year")',
    why: 'a change since another month is no change over a year, though it may look like one',
    examples: [
      ['"over-a-year" "netizens"', 'holds'],
      ['"over-a-year" "online-government-service-users"', 'undecided'],
    ],
    judge: judgeSpan,
  },
  slowed: {
    parameters: ['figure', 'years?'],
    holds:
      'the step over the last year is smaller than the one over the year before, whichever values they have; with a number, so for as many years',
    why: 'steps are compared over equal spans only, and years even out the seasons',
    examples: [
      ['"slowed" "paced" 2', 'holds'],
      ['"slowed" "turned"', 'fails'],
    ],
    otherwise: ['gained-pace'],
    judge: (call) => judgePace(call, (later, before) => isAbove(size(before), size(later))),
  },
  'gained-pace': {
    parameters: ['figure', 'years?'],
    holds:
      'the step over the last year is larger than the one over the year before, whichever values they have; with a number, so for as many years',
    why: 'as for slowed',
    examples: [
      ['"gained-pace" "turned@2022-12"', 'holds'],
      ['"gained-pace" "paced"', 'fails'],
    ],
    otherwise: ['slowed'],
    judge: (call) => judgePace(call, (later, before) => isAbove(size(later), size(before))),
  },
  'rose-in-a-row': {
    parameters: ['figure', 'times'],
    holds: 'each of the last so many steps from level to level in the dataset is above zero',
    why: 'a row has no gap: the steps are those between all levels that the dataset holds, not between chosen ones',
    examples: [
      ['"rose-in-a-row" "netizens" 2', 'holds'],
      ['"rose-in-a-row" "flat" 1', 'undecided'],
    ],
    otherwise: ['fell-in-a-row'],
    judge: (call) => judgeRow(call, rises),
  },
  'fell-in-a-row': {
    parameters: ['figure', 'times'],
    holds: 'each of the last so many steps from level to level in the dataset is below zero',
    why: 'as for rose-in-a-row',
    examples: [['"fell-in-a-row" "netizens" 2', 'fails']],
    otherwise: ['rose-in-a-row'],
    judge: (call) => judgeRow(call, falls),
  },
}

/** The change of a figure; where the source states its rate alone, that. */
export function getChange(call: ClaimCall, argument: Argument | undefined): Observation {
  const reference = checkedReference(call, argument)
  if (/\.(change|rate)\b/.test(reference)) return getObservation(call, argument, 'change')
  const found = (['change', 'rate'] as const).map((measure) =>
    findObservation(call.dataset, asked(reference, measure, call.since)),
  )
  return found.find((one) => one !== undefined) ?? getObservation(call, argument, 'change')
}

/** The rate of a figure's change. */
export function getRate(call: ClaimCall, argument: Argument | undefined): Operand {
  return observed(call.dataset, getObservation(call, argument, 'rate'))
}

/** A whole number that a claim is given, with or without quotes. */
export function getNumber(argument: Argument | undefined): number {
  const number = Number(argument?.value)
  if (Number.isInteger(number) && number >= 1) return number
  throw new HelperError(`not a whole number from 1: ${String(argument?.value)}`, undefined, argument)
}

/** The operand's zero, in its own unit. */
export function zero(operand: Operand): Operand {
  return share(operand, 0)
}

function rises(change: Operand): Verdict {
  return isAbove(change, zero(change))
}

function falls(change: Operand): Verdict {
  return isBelow(change, zero(change))
}

function share(like: Operand, value: Decimal.Value): Operand {
  return { ...like, text: String(value), allowed: exactly(value), openLow: false, openHigh: false }
}

function judgeMovement(call: ClaimCall, decide: (change: Operand) => Verdict): Judgement {
  const [first, later] = call.args
  if (!later) {
    const change = observed(call.dataset, getChange(call, first))
    return { verdict: decide(change), figures: [sayOperand(change)] }
  }
  const difference = { value: `${String(later.value)} - ${String(first?.value)}`, place: later.place }
  const figures = [first, later].map((argument) => sayOperand(getOperand(call, argument)))
  return { verdict: decide(getOperand(call, difference)), figures }
}

/** Printed as zero; the interval of a derived change is no wider than its last digit allows, or nothing can be said. */
function isFlat({ quantity: { value, precision, interval } }: Observation): Verdict {
  const unit = powerOfTen(precision)
  const isNarrow = interval.low.abs().lt(unit) && interval.high.abs().lt(unit)
  return getVerdict(roundTo(value, precision).isZero() && isNarrow, interval.low.gt(0) || interval.high.lt(0))
}

function judgeRate(call: ClaimCall, decide: (rate: Operand) => Verdict): Judgement {
  const rate = getRate(call, call.args[0])
  return { verdict: decide(rate), figures: [sayOperand(rate)] }
}

function compareRates(call: ClaimCall, decide: (a: Operand, b: Operand) => Verdict): Judgement {
  const a = getRate(call, call.args[0])
  const b = getRate(call, call.args[1])
  return { verdict: decide(a, b), figures: [a, b].map(sayOperand) }
}

function judgeSpan(call: ClaimCall): Judgement {
  const { key, period, since } = getChange(call, call.args[0])
  const isStated = typeof since === 'string'
  const truth = isStated && since !== yearBefore(period) ? `it counts from ${since}` : undefined
  const verdict = getVerdict(isStated && truth === undefined, isStated)
  return { verdict, figures: [`${key}: since ${since ?? 'a period that is not stated'}`], truth }
}

function judgePace(call: ClaimCall, decide: (later: Operand, before: Operand) => Verdict): Judgement {
  const years = call.args[1] ? getNumber(call.args[1]) : 1
  const { series, period } = getObservation(call, call.args[0])
  const steps = yearlySteps(call.dataset, series, period).slice(0, years + 1)
  if (steps.length <= years) throw tooLittle(`steps over a year of ${series}`, years + 1, steps.length, call.args[0])
  const verdicts = steps.slice(1).map((before, index) => decide(steps[index] ?? before, before))
  return { verdict: both(...verdicts, oneWay(steps)), figures: steps.map(sayOperand) }
}

/** Whether all steps go up, or all go down: what turned has neither slowed nor gained pace. */
function oneWay(steps: readonly Operand[]): Verdict {
  const up = both(...steps.map(rises))
  const down = both(...steps.map(falls))
  return up === 'holds' || down === 'holds' ? 'holds' : both(not(up), not(down)) === 'holds' ? 'fails' : 'undecided'
}

function judgeRow(call: ClaimCall, decide: (step: Operand) => Verdict): Judgement {
  const times = getNumber(call.args[1])
  const level = getObservation(call, call.args[0])
  const known = stepsBetweenLevels(call.dataset, level)
  const steps = known.length > 0 ? known : [observed(call.dataset, getChange(call, call.args[0]))]
  const row = steps.slice(0, times)
  const verdict = both(...row.map(decide))
  // One step the other way refutes a row, however long it is said to be.
  if (row.length < times && verdict !== 'fails')
    throw tooLittle(`steps of ${level.series}`, times, steps.length, call.args[0])
  return { verdict, figures: row.map(sayOperand) }
}

/** The error for a history that is too short for what is claimed of it. */
export function tooLittle(what: string, needed: number, known: number, argument: Argument | undefined): HelperError {
  return new HelperError(`the claim needs ${needed} ${what}, and the dataset has ${known}`, undefined, argument)
}
