import { measureName } from '../../dataset/figure/reference.ts'
import { getObservation } from '../say/arguments.ts'
import { earlier, size, yearlySteps } from './history.ts'
import { tooLittle } from './movement-rules.ts'
import { isAbove, isBelow, type Operand, observed, sayOperand } from './operand.ts'
import { both, type ClaimCall, type Judgement, type Rule, type Verdict } from './rule.ts'

/** Claims that set a figure against its own past. The past is what the dataset holds, no more. */
export const historyRules: Readonly<Record<string, Rule>> = {
  record: {
    parameters: ['figure'],
    holds:
      'the figure is above each earlier one of its indicator in the dataset, two at least, whichever values they have',
    why: 'a record that a rounding could undo is none; of one earlier figure, "more than" is the word',
    examples: [['"record" "netizens"', 'holds']],
    otherwise: ['lowest'],
    judge: (call) => judgePast(call, isAbove),
  },
  lowest: {
    parameters: ['figure'],
    holds:
      'the figure is below each earlier one of its indicator in the dataset, two at least, whichever values they have',
    why: 'as for record',
    examples: [['"lowest" "netizens"', 'fails']],
    otherwise: ['record'],
    judge: (call) => judgePast(call, isBelow),
  },
  'largest-step': {
    parameters: ['figure'],
    holds:
      'the last step over a year is larger, up or down, than each earlier one that the dataset knows without a gap, whichever values they have',
    why: 'steps are compared over equal spans only',
    examples: [
      ['"largest-step" "turned@2022-12"', 'holds'],
      ['"largest-step" "paced"', 'fails'],
    ],
    otherwise: ['slowed', 'gained-pace'],
    judge: (call) => {
      const { series, period } = getObservation(call, call.args[0])
      const [last, ...others] = yearlySteps(call.dataset, series, period)
      if (!last || others.length === 0) throw tooLittle(`steps over a year of ${series}`, 2, last ? 1 : 0, call.args[0])
      return judgeAgainst(size(last), others.map(size), isAbove)
    },
  },
}

function judgePast(call: ClaimCall, decide: (a: Operand, b: Operand) => Verdict): Judgement {
  const observation = getObservation(call, call.args[0])
  const past = earlier(call.dataset, observation)
  const name = measureName(observation.series, observation.measure)
  if (past.length < 2) throw tooLittle(`earlier figures of ${name}`, 2, past.length, call.args[0])
  return judgeAgainst(
    observed(call.dataset, observation),
    past.map((one) => observed(call.dataset, one)),
    decide,
  )
}

/** Names only those of the others that stand in the way. */
function judgeAgainst(
  one: Operand,
  others: readonly Operand[],
  decide: (a: Operand, b: Operand) => Verdict,
): Judgement {
  const verdicts = others.map((other) => decide(one, other))
  const against = others.filter((_, index) => verdicts[index] !== 'holds')
  const verdict = both(...verdicts)
  return { verdict, figures: [one, ...(verdict === 'holds' ? others : against)].map(sayOperand) }
}
