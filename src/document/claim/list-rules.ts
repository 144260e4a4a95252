import { findAbsence, findObservation } from '../../dataset/find.ts'
import type { Absence, Measure } from '../../dataset/types.ts'
import { suggest } from '../../diagnostic.ts'
import { asked, getMembers, getSeries, getTextArgument } from '../say/arguments.ts'
import { AbsentFigure, type Argument, HelperError } from '../template/helper.ts'
import { comparisonRules } from './comparison-rules.ts'
import { historyRules } from './history-rules.ts'
import { getNumber, movementRules } from './movement-rules.ts'
import { isAbove, isBelow, type Operand, observed, sayOperand } from './operand.ts'
import { both, type ClaimCall, getVerdict, type Judgement, noFigure, type Rule, type Verdict } from './rule.ts'
import { shareRules } from './share-rules.ts'

const single: Readonly<Record<string, Rule>> = { ...movementRules, ...comparisonRules, ...shareRules, ...historyRules }

/** Claims about a list of indicators: a list's name, or several ids between spaces. */
export const listRules: Readonly<Record<string, Rule>> = {
  largest: extreme('value', 'largest', [
    ['"largest" "applications" "online-video-users"', 'holds'],
    ['"largest" "applications" "online-travel-booking-users"', 'fails'],
  ]),
  smallest: extreme('value', 'smallest', [['"smallest" "applications" "online-travel-booking-users"', 'holds']]),
  fastest: extreme('rate', 'fastest', [
    ['"fastest" "netizens online-travel-booking-users" "online-travel-booking-users"', 'holds'],
  ]),
  slowest: extreme('rate', 'slowest', [['"slowest" "netizens online-travel-booking-users" "netizens"', 'holds']]),
  'largest-gain': extreme('change', 'largest gain', [
    ['"largest-gain" "netizens online-video-users" "online-video-users"', 'holds'],
  ]),
  rank: {
    parameters: ['list', 'member', 'place'],
    holds: 'just so many members less one are above it for certain, and all others below it for certain',
    why: 'a place that two members could swap within their rounding belongs to neither',
    examples: [
      ['"rank" "applications" "online-government-service-users" 2', 'holds'],
      ['"rank" "applications" "online-video-users" 2', 'fails'],
    ],
    judge: judgeRank,
  },
  each: {
    parameters: ['rule', 'list', 'more…'],
    holds: 'the rule holds for each member of the list, with what follows as its further arguments',
    why: 'a word about several things is true of each of them, or it is not true',
    examples: [
      ['"each" "rose" "netizens online-video-users"', 'holds'],
      ['"each" "faster-than" "online-travel-booking-users" "netizens"', 'holds'],
      ['"each" "rose" "netizens urban-rural-penetration-gap"', 'fails'],
    ],
    judge: judgeEach,
  },
  count: {
    parameters: ['rule', 'list', 'number', 'more…'],
    holds: 'the rule holds for just so many members of the list for certain, and is out of the question for all others',
    why: 'four of five is wrong where it is five, or three',
    examples: [
      ['"count" "rose" "netizens urban-rural-penetration-gap" 1', 'holds'],
      ['"count" "rose" "netizens online-video-users" 1', 'fails'],
    ],
    judge: judgeCount,
  },
}

type Extreme = 'largest' | 'smallest' | 'fastest' | 'slowest' | 'largest gain'

function extreme(measure: Measure, name: Extreme, examples: Rule['examples']): Rule {
  const isLeast = name === 'smallest' || name === 'slowest'
  const leads = isLeast ? isBelow : isAbove
  const what = { value: 'level', rate: 'growth rate', change: 'change' }[measure]
  return {
    parameters: ['list', 'member'],
    holds: `the member’s ${what} is ${isLeast ? 'below' : 'above'} each other member’s, whichever values they have`,
    why: 'a member without a figure leaves the claim undecided: what is not known may be more',
    examples,
    judge: (call) => {
      const { one, others, missing } = field(call, measure)
      const verdicts = others.map((other) => leads(one, other))
      const against = others.filter((_, index) => verdicts[index] !== 'holds')
      const verdict = both(...verdicts, ...missing.map(() => 'undecided' as const))
      const top = others.find((other) =>
        [one, ...others].every((rival) => rival === other || leads(other, rival) === 'holds'),
      )
      return {
        verdict,
        figures: [...[one, ...(against.length > 0 ? against : others)].map(sayOperand), ...missing.map(sayMissing)],
        truth: verdict === 'fails' && top && missing.length === 0 ? `the ${name} is ${sayOperand(top)}` : undefined,
      }
    },
  }
}

function judgeRank(call: ClaimCall): Judgement {
  const place = getNumber(call.args[2])
  const { one, others, missing } = field(call, 'value')
  const above = others.map((other) => isAbove(other, one))
  const below = others.map((other) => isAbove(one, other))
  const best = 1 + above.filter((verdict) => verdict === 'holds').length
  const worst = 1 + others.length - below.filter((verdict) => verdict === 'holds').length + missing.length
  const verdict: Verdict = getVerdict(best === place && worst === place, place < best || place > worst)
  const near = others.filter((_, index) => above[index] !== 'holds' && below[index] !== 'holds')
  return {
    verdict,
    figures: [...[one, ...near].map(sayOperand), ...missing.map(sayMissing)],
    truth: best === worst ? `its place is ${best}` : `its place is between ${best} and ${worst}`,
  }
}

function judgeEach(call: ClaimCall): Judgement {
  const judgements = judgeMembers(call, call.args)
  const verdict = both(...judgements.map((judgement) => judgement.verdict))
  const against = judgements.filter((judgement) => judgement.verdict !== 'holds')
  return judged(judgements, {
    verdict,
    figures: getFigures(against.length > 0 ? against : judgements),
    truth: verdict === 'fails' ? `all but ${getIds(against)}` : undefined,
  })
}

function judgeCount(call: ClaimCall): Judgement {
  const count = getNumber(call.args[2])
  const judgements = judgeMembers(call, call.args.toSpliced(2, 1))
  const sure = judgements.filter(({ verdict }) => verdict === 'holds')
  const possible = judgements.filter(({ verdict }) => verdict !== 'fails')
  const isSure = sure.length === count && possible.length === count
  return judged(judgements, {
    verdict: getVerdict(isSure, count < sure.length || count > possible.length),
    figures: getFigures(judgements),
    truth: sure.length === possible.length ? `${sure.length}: ${getIds(sure)}` : undefined,
  })
}

type MemberJudgement = Judgement & { id: string; absence?: Absence }

/** A rule asked of each member of a list to which it applies; one whose figure is not there leaves it undecided. */
function judgeMembers(call: ClaimCall, [ruleName, list, ...more]: readonly Argument[]): MemberJudgement[] {
  const name = getTextArgument(ruleName, 'the name of a rule')
  const rule = single[name]
  if (!rule) throw new HelperError(`unknown rule: ${name}`, suggest(name, Object.keys(single)), ruleName)
  const all = getMembers(call, list).map(({ key: id }): MemberJudgement => {
    const member: Argument = { value: id, place: list?.place ?? { file: '', line: 1, column: 1 } }
    try {
      return { id, ...rule.judge({ ...call, args: [member, ...more] }) }
    } catch (error) {
      if (!(error instanceof AbsentFigure)) throw error
      return { id, verdict: 'undecided', figures: [sayMissing(id)], absence: error.absence }
    }
  })
  // Whoever has left the market is no member any more.
  const applicable = all.filter(({ absence }) => absence?.reason !== 'not applicable')
  return applicable.length > 0 ? applicable : all
}

/** A judgement of members, which goes with what is not there, unless the others show that it is not so. */
function judged(members: readonly MemberJudgement[], judgement: Judgement): Judgement {
  const absence = members.find((member) => member.absence)?.absence
  if (absence && judgement.verdict !== 'fails') throw new AbsentFigure(absence)
  return judgement
}

function getFigures(judgements: readonly Judgement[]): string[] {
  return [...new Set(judgements.flatMap(({ figures }) => figures))]
}

function getIds(judgements: readonly MemberJudgement[]): string {
  return judgements.map(({ id }) => id).join(', ')
}

/** The member that a claim is about and the others of its list; those without the figure by id. */
function field(call: ClaimCall, measure: Measure): { one: Operand; others: Operand[]; missing: string[] } {
  const id = getSeries(call, call.args[1]).key
  const getReason = (member: string) => findAbsence(call.dataset, asked(member, measure, call.since))?.reason
  const all = getMembers(call, call.args[0]).map(({ key }) => key)
  const members = all.filter((key) => key === id || getReason(key) !== 'not applicable')
  if (!members.includes(id))
    throw new HelperError(`not a member of the list: ${id}`, suggest(id, members), call.args[1])
  const named = members.map((member) => ({ id: member, operand: numberAt(call, member, measure) }))
  const one = named.find((member) => member.id === id)?.operand
  if (!one) {
    const absence = findAbsence(call.dataset, asked(id, measure, call.since))
    if (absence) throw new AbsentFigure(absence)
    throw new HelperError(`no ${measure}: ${id}`, undefined, call.args[1])
  }
  return {
    one,
    others: named.flatMap((member) => (member.id !== id && member.operand ? [member.operand] : [])),
    missing: named.flatMap((member) => (member.operand ? [] : [member.id])),
  }
}

function numberAt({ dataset, since }: ClaimCall, id: string, measure: Measure): Operand | undefined {
  const observation = findObservation(dataset, asked(id, measure, since))
  return observation && observed(dataset, observation)
}

function sayMissing(id: string): string {
  return `${id}${noFigure}`
}
