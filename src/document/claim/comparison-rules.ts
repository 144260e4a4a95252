import { intersects } from '../../dataset/figure/interval.ts'
import type { Argument } from '../template/helper.ts'
import { getOperand, isAbove, isBelow, isWithin, type Operand, sayOperand, scaled } from './operand.ts'
import { both, type ClaimCall, getVerdict, type Judgement, not, type Rule, type Verdict } from './rule.ts'

const ofTwo = { parameters: ['a', 'b'], otherwise: ['more-than', 'less-than', 'as-many-as', 'nearly', 'about'] }

/** Claims about two figures, or a figure and a threshold. */
export const comparisonRules: Readonly<Record<string, Rule>> = {
  'more-than': {
    ...ofTwo,
    holds: 'every value that a allows is above every value that b allows',
    why: 'a figure that rounds to the other one may be above or below it',
    examples: [
      ['"more-than" "netizens" "online-video-users"', 'holds'],
      ['"more-than" "online-government-service-users.change" "47 million"', 'holds'],
      ['"more-than" "internet-penetration-rate" "77.5%"', 'undecided'],
      ['"more-than" "internet-penetration-rate" "80%"', 'fails'],
    ],
    judge: (call) => compare(call, isAbove, isLonger),
  },
  'less-than': {
    ...ofTwo,
    holds: 'every value that a allows is below every value that b allows',
    why: 'as for more-than',
    examples: [['"less-than" "internet-penetration-rate" "80%"', 'holds']],
    judge: (call) => compare(call, isBelow, (a, b) => isLonger(b, a)),
  },
  'at-least': {
    ...ofTwo,
    holds: 'no value that a allows is below any value that b allows',
    why: 'a lower bound is a promise: "over 47 million" is at least 47 million, "47 million" alone is not',
    examples: [
      ['"at-least" "online-government-service-users.change" "47 million"', 'holds'],
      ['"at-least" "netizens" "1.092 billion"', 'undecided'],
    ],
    judge: (call) => compare(call, (a, b, at) => not(isBelow(a, b, at))),
  },
  'at-most': {
    ...ofTwo,
    holds: 'no value that a allows is above any value that b allows',
    why: 'as for at-least',
    examples: [['"at-most" "internet-penetration-rate" "77.55%"', 'holds']],
    judge: (call) => compare(call, (a, b, at) => not(isAbove(a, b, at))),
  },
  'as-many-as': {
    ...ofTwo,
    holds: 'the two are printed alike: neither reaches outside what the other, rounded, allows',
    why: 'two printed figures can be equal no further than their digits go; what is true underneath, nobody printed',
    examples: [
      ['"as-many-as" "netizens@2022-12" "online-video-users"', 'holds'],
      ['"as-many-as" "netizens" "online-video-users"', 'fails'],
    ],
    judge: (call) => compare(call, alike),
  },
  agrees: {
    ...ofTwo,
    holds: 'some value is allowed by both',
    why: 'the word says no more than that the two do not contradict each other; a check in data/ asks the same',
    examples: [
      ['"agrees" "netizens - netizens.change" "netizens@2022-12"', 'holds'],
      ['"agrees" "netizens" "netizens@2022-12"', 'fails'],
    ],
    judge: (call) => compare(call, (a, b, at) => (overlap(a, b, at) ? 'holds' : 'fails')),
  },
  nearly: {
    ...ofTwo,
    holds: 'a is below b, by no more than a twentieth of b',
    why: 'nearly means short of it, and a twentieth is the most that readers pass over: 89.1% is nearly nine tenths, 85% is not',
    examples: [
      ['"nearly" "online-video-users" "netizens"', 'holds'],
      ['"nearly" "internet-penetration-rate" "80%"', 'holds'],
      ['"nearly" "internet-penetration-rate" "90%"', 'fails'],
    ],
    judge: (call) => compare(call, (a, b, at) => both(isBelow(a, b, at), not(isBelow(a, scaled(b, '0.95'), at)))),
  },
  about: {
    ...ofTwo,
    holds: 'a is within a twentieth of b, on either side',
    why: 'as for nearly',
    examples: [['"about" "netizens" "1.1 billion"', 'holds']],
    judge: (call) => compare(call, around),
  },
  between: {
    parameters: ['a', 'low', 'high'],
    holds: 'a is above low and below high, whichever values they have',
    why: 'as for more-than',
    examples: [['"between" "internet-penetration-rate" "75%" "80%"', 'holds']],
    judge: (call) => {
      const [a, low, high] = [0, 1, 2].map((index) => getOperand(call, call.args[index]))
      if (!a || !low || !high) return { verdict: 'undecided', figures: [] }
      const verdict = both(isAbove(a, low, call.args[1]), isAbove(high, a, call.args[2]))
      return { verdict, figures: [a, low, high].map(sayOperand) }
    },
  },
}

/** Whether a is within a twentieth of b. */
export function around(a: Operand, b: Operand, at: Argument | undefined): Verdict {
  const [low, high] = b.allowed.high.isNegative() ? ['1.05', '0.95'] : ['0.95', '1.05']
  return isWithin(scaled(b, low), a, scaled(b, high), at)
}

/**
 * Whether a sum covers a longer time than another, so that being more says nothing.
 * March is as long as February: 31 days are 1.11 times 28.
 */
function isLonger(a: Operand, b: Operand): boolean {
  return a.days !== undefined && b.days !== undefined && a.days > b.days * 1.12
}

function compare(
  call: ClaimCall,
  decide: (a: Operand, b: Operand, at: Argument | undefined) => Verdict,
  isEmpty: (a: Operand, b: Operand) => boolean = () => false,
): Judgement {
  const a = getOperand(call, call.args[0])
  const b = getOperand(call, call.args[1])
  const figures = [a, b].map(sayOperand)
  if (isEmpty(a, b))
    return { verdict: 'undecided', figures: [...figures, 'sums over periods that are not equally long'] }
  return { verdict: decide(a, b, call.args[1]), figures }
}

function overlap(a: Operand, b: Operand, at: Argument | undefined): boolean {
  // Throws where the two cannot be compared.
  isAbove(a, b, at)
  return intersects(a.allowed, b.allowed)
}

/** Printed alike where the one's values lie within the other's. */
function alike(a: Operand, b: Operand, at: Argument | undefined): Verdict {
  const isOverlap = overlap(a, b, at)
  const within = (inner: Operand, outer: Operand) =>
    inner.allowed.low.gte(outer.allowed.low) && inner.allowed.high.lte(outer.allowed.high)
  return getVerdict(within(a, b) || within(b, a), !isOverlap)
}
