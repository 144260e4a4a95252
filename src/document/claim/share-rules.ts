import { exactly } from '../../dataset/figure/interval.ts'
import { getTermUnit } from '../../dataset/figure/unit/term-unit.ts'
import { HelperError } from '../template/helper.ts'
import { around } from './comparison-rules.ts'
import { getOperand, isAbove, isWithin, type Operand, sayOperand, scaled } from './operand.ts'
import { both, type ClaimCall, type Judgement, not, type Rule, type Verdict } from './rule.ts'

const shares = [
  'all',
  'nearly-all',
  'three-quarters',
  'two-thirds',
  'majority',
  'half',
  'minority',
  'third',
  'quarter',
  'few',
]

/** Claims about a share: a figure in per cent, or a part and its whole. */
export const shareRules: Readonly<Record<string, Rule>> = {
  majority: share(
    'the part is more than half of the whole, whichever values they have (for "most", "the majority")',
    'half is a line that readers look for, so it must be crossed for certain',
    [
      ['"majority" "internet-penetration-rate"', 'holds'],
      ['"majority" "online-travel-booking-users" "netizens"', 'fails'],
    ],
    (part, total) => isAbove(part, scaled(total, '0.5')),
  ),
  minority: share(
    'the part is less than half of the whole',
    'as for majority',
    [['"minority" "online-travel-booking-users" "netizens"', 'holds']],
    (part, total) => isAbove(scaled(total, '0.5'), part),
  ),
  'nearly-all': share(
    'the part is at least 95% of the whole, none of its values is above the whole’s, and it is not printed as the whole',
    'one in twenty is the most that "nearly all" passes over; beyond that a reader would feel misled',
    [
      ['"nearly-all" "online-video-users" "netizens"', 'holds'],
      ['"nearly-all" "internet-penetration-rate"', 'fails'],
    ],
    (part, total) => both(not(isAbove(scaled(total, '0.95'), part)), isShort(part, total)),
  ),
  few: share(
    'the part is less than a tenth of the whole',
    'one in ten is where "few" begins to be wrong',
    [['"few" "netizens.change" "netizens"', 'holds']],
    (part, total) => isAbove(scaled(total, '0.1'), part),
  ),
  all: share(
    'the part and the whole agree: some value is allowed by both',
    'a part that is printed as its whole is all of it, as far as anybody printed',
    [['"all" "internet-penetration-rate"', 'fails']],
    (part, total) => isWithin(total, part, total),
  ),
  half: fraction('half', '0.5', [['"half" "online-travel-booking-users" "netizens"', 'fails']]),
  third: fraction('a third', '0.33333333333333333333', [['"third" "online-travel-booking-users" "netizens"', 'fails']]),
  quarter: fraction('a quarter', '0.25', [['"quarter" "internet-penetration-rate"', 'fails']]),
  'two-thirds': fraction('two thirds', '0.66666666666666666667', [
    ['"two-thirds" "internet-penetration-rate"', 'fails'],
  ]),
  'three-quarters': fraction('three quarters', '0.75', [['"three-quarters" "internet-penetration-rate"', 'holds']]),
}

/** Below the whole as printed; the ends of the two may meet. */
function isShort(part: Operand, total: Operand): Verdict {
  return both(not(isAbove(part, total)), part.allowed.low.lt(total.allowed.low) ? 'holds' : 'fails')
}

function fraction(words: string, factor: string, examples: Rule['examples']): Rule {
  return share(
    `the part is within a twentieth of ${words} of the whole`,
    'a fraction in words is rounded; a twentieth either way is as for nearly and about',
    examples,
    (part, total) => around(part, scaled(total, factor), undefined),
  )
}

function share(
  holds: string,
  why: string,
  examples: Rule['examples'],
  decide: (part: Operand, total: Operand) => Verdict,
): Rule {
  return {
    parameters: ['part', 'whole?'],
    holds,
    why,
    examples,
    otherwise: shares,
    judge: (call) => judgeShare(call, decide),
  }
}

function judgeShare(call: ClaimCall, decide: (part: Operand, total: Operand) => Verdict): Judgement {
  const part = getOperand(call, call.args[0])
  const total = call.args[1] ? getOperand(call, call.args[1]) : hundred
  if (!call.args[1] && part.termUnit.kind !== 'percent') {
    throw new HelperError(
      `not a share, so its whole must be named: ${part.text}`,
      'write the whole after it',
      call.args[0],
    )
  }
  // Throws where the two cannot be compared.
  isAbove(part, total, call.args[1])
  const figures = call.args[1] ? [part, total] : [part]
  return { verdict: decide(part, total), figures: figures.map(sayOperand) }
}

const hundred: Operand = {
  text: '100%',
  allowed: exactly(1),
  termUnit: getTermUnit('percent'),
  isCount: false,
  isLiteral: true,
  openLow: false,
  openHigh: false,
}
