import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, errorAt, type Place, suggest } from '../../diagnostic.ts'
import { getTextArgument } from '../say/arguments.ts'
import { type Argument, HelperError, takes } from '../template/helper.ts'
import { isList } from '../template/value.ts'
import { type ClaimCall, type Judgement, noFigure, type Rule } from './rule.ts'
import { rules } from './rules.ts'

/** Words of a template that are held to figures, and whether they are true. */
export interface Claim extends Judgement {
  /** The rule and its arguments as they are written: `more-than netizens 1 billion`. */
  text: string
  holds: string
  /** What is true of the same figures: rules that hold, or what the rule itself found. */
  truths: readonly string[]
  place: Place
}

/** Judges a claim: the rule's name, then its arguments; throws for an unknown rule or figure. */
export function judgeClaim(call: ClaimCall, place: Place): Claim {
  const [first, ...args] = call.args
  const name = getTextArgument(first, 'the name of a rule')
  const rule = rules.get(name)
  const fault = claimFault(name, args.length)
  if (!rule || fault) throw new HelperError(fault?.message ?? name, fault?.hint, rule ? undefined : first)
  const inner = { ...call, args }
  const judgement = rule.judge(inner)
  if (!args.some(({ value }) => namesFigure(value, call.dataset)))
    throw new HelperError(`a claim about no figure: ${name}`, 'name a figure of the dataset in it', first)
  const truths = judgement.verdict === 'holds' ? [] : getTruths(name, rule, inner, judgement)
  const text = [name, ...args.map(({ value }) => String(value))].join(' ')
  const base = call.since === undefined ? '' : ` since ${call.since}`
  return { ...judgement, text: text + base, holds: rule.holds, truths, place }
}

/** Whether an argument names an indicator or a list; a threshold, and a number of times, does not. */
function namesFigure(value: Argument['value'], { indicators, lists }: Dataset): boolean {
  if (isList(value)) return true
  const ids = typeof value === 'string' ? (value.match(/[a-z][a-z0-9-]*/g) ?? []) : []
  return ids.some((id) => indicators.has(id) || lists.has(id))
}

/** What is wrong with a claim whatever the figures: an unknown rule, or too few or many arguments after it. */
export function claimFault(name: string, count: number): { message: string; hint: string } | undefined {
  const rule = rules.get(name)
  if (!rule) return { message: `unknown claim: ${name}`, hint: suggest(name, rules.keys()) ?? claimForm }
  const hint = `write {{#claim "${name}" ${rule.parameters.join(' ')}}}words{{/claim}}`
  return takes(rule, count) ? undefined : { message: `${name} takes other arguments`, hint }
}

/** What a claim looks like, for messages. */
export const claimForm = 'write {{#claim "rule" "figure" …}}words{{/claim}}'

/** Why a claim stops the build: untrue, or not decidable. `words` make the claim, `sentence` is around them. */
export function claimDiagnostic(claim: Claim, words: string, sentence: string): Diagnostic {
  const { verdict, text, holds, figures, truths, place } = claim
  const what = `“${words}” (${text}) in “${sentence}”`
  const isAbsent = figures.some((figure) => figure.endsWith(noFigure))
  const why = isAbsent ? 'where not every figure is there' : 'from figures rounded as these are'
  const message = verdict === 'fails' ? `not true: ${what}` : `cannot be told ${why}: ${what}`
  const now = truths.length > 0 ? `; true now: ${truths.join('; ')}` : ''
  const expected = `${text.split(' ')[0]}: ${holds}`
  return errorAt(place, message, { expected, hint: `the figures: ${figures.join('; ')}${now}`, about: 'claim' })
}

function getTruths(name: string, rule: Rule, call: ClaimCall, { truth }: Judgement): string[] {
  const others = (rule.otherwise ?? []).filter((other) => other !== name && holds(other, call))
  return [...(truth === undefined ? [] : [truth]), ...others]
}

/** Whether another rule would hold of the same arguments; one that cannot be asked of them does not. */
function holds(name: string, call: ClaimCall): boolean {
  try {
    return rules.get(name)?.judge(call).verdict === 'holds'
  } catch (error) {
    if (error instanceof HelperError) return false
    throw error
  }
}
