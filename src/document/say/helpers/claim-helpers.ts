import type { Direction } from '../../../locale/change-direction.ts'
import {
  type ComparisonKind,
  comparisonKinds,
  type MovementVerb,
  portions,
  type Tense,
  tenses,
  verbs,
} from '../../../locale/words/claim-words.ts'
import { judgeClaim } from '../../claim/claim.ts'
import { getOperand } from '../../claim/operand.ts'
import { type Argument, type Helper, type HelperCall, HelperError } from '../../template/helper.ts'
import { getBase, getFlag } from '../arguments.ts'

/** Helpers that choose a word that states a fact, so that it is true of every value that the printed figures allow. */
export const claimHelpers: Record<string, Helper> = {
  moved: {
    parameters: ['figure', 'later?'],
    options: ['tense', 'plural', 'verb', 'since'],
    says: 'Whether a figure rose, fell or was unchanged, or from one figure to a later one; `tense="past"`, `present`, `perfect` or `ing`, `plural=true`, `verb="rise"`, `grow`, `increase`, `widen` or `climb`.',
    examples: [
      ['Netizens {{moved "netizens"}}', 'Netizens rose'],
      ['The gap {{moved "urban-rural-penetration-gap" verb="widen" tense="perfect"}}', 'The gap has narrowed'],
      ['They {{moved "flat" plural=true}}', 'They were unchanged'],
      ['They are {{moved "netizens@2022-06" "netizens" tense="ing" verb="grow"}}', 'They are growing'],
    ],
    run: (call) => {
      const tense = getChoice<Tense>(call, 'tense', tenses, 'past')
      const verb = getChoice<MovementVerb>(call, 'verb', verbs, 'rise')
      const direction = decide(call, call.args.length > 1 ? twoWays : threeWays, 'how it moved')
      return call.locale.claims.moved(direction, tense, getFlag(call, 'plural'), verb)
    },
  },
  compare: {
    parameters: ['a', 'b'],
    options: ['kind'],
    says: 'How two figures compare, or a figure and a threshold; `kind="many"`, `much`, `high`, `large` or, of their growth, `fast` (by default as the unit suggests).',
    examples: [
      ['{{compare "netizens" "online-video-users"}}', 'more than'],
      ['{{compare "online-video-users" "netizens"}}', 'fewer than'],
      ['{{compare "netizens@2022-12" "online-video-users"}}', 'as many as'],
      ['{{compare "internet-penetration-rate" "80%"}}', 'lower than'],
      ['{{compare "netizens" "online-travel-booking-users" kind="fast"}}', 'slower than'],
    ],
    run: (call) => {
      const kind = getChoice<ComparisonKind>(call, 'kind', comparisonKinds, getKind(call))
      const direction = decide(call, kind === 'fast' ? bySpeed : byNumber, 'how they compare')
      return call.locale.claims.compared(direction, kind)
    },
  },
  portion: {
    parameters: ['part', 'whole?'],
    says: 'A share in words: the first that holds of nearly all, about three quarters, two thirds, half, a third or a quarter, less than a tenth, more or less than half.',
    examples: [
      ['{{portion "internet-penetration-rate"}}', 'about three quarters'],
      ['{{portion "online-video-users" "netizens"}}', 'nearly all'],
      ['{{portion "online-travel-booking-users" "netizens"}}', 'less than half'],
    ],
    run: (call) => {
      const judged = portions.map((portion) => ({ portion, ...judge(call, portion) }))
      const found = judged.find(({ verdict }) => verdict === 'holds')
      if (!found) throw undecided('what share it is', judged[0]?.figures ?? [], call)
      return call.locale.claims.portion(found.portion)
    },
  },
  holds: {
    parameters: ['rule', 'figures…'],
    says: 'Whether a claim holds for certain, for conditions; the rules are those of {{#claim}}.',
    examples: [['{{#if (holds "majority" "internet-penetration-rate")}}most{{else}}some{{/if}}', 'most']],
    run: ({ args, dataset, locale }) => {
      const place = args[0]?.place ?? { file: '', line: 1, column: 1 }
      return judgeClaim({ args, dataset, locale }, place).verdict === 'holds'
    },
  },
}

type Ways = readonly (readonly [rule: string, direction: Direction])[]

const threeWays: Ways = [
  ['rose', 'up'],
  ['fell', 'down'],
  ['unchanged', 'flat'],
]
const twoWays: Ways = [
  ['rose', 'up'],
  ['fell', 'down'],
]
const byNumber: Ways = [
  ['more-than', 'up'],
  ['less-than', 'down'],
  ['as-many-as', 'flat'],
]
const bySpeed: Ways = [
  ['faster-than', 'up'],
  ['slower-than', 'down'],
]

/** The direction whose claim holds; throws where the figures cannot tell. */
function decide(call: HelperCall, ways: Ways, question: string): Direction {
  const judged = ways.map(([rule, direction]) => ({ direction, ...judge(call, rule) }))
  const found = judged.find(({ verdict }) => verdict === 'holds')
  if (found) return found.direction
  throw undecided(question, judged[0]?.figures ?? [], call)
}

function judge(call: HelperCall, rule: string) {
  const { args, dataset, locale } = call
  const place = args[0]?.place ?? { file: '', line: 1, column: 1 }
  const name: Argument = { value: rule, place }
  return judgeClaim({ args: [name, ...args], dataset, locale, since: getBase(call) }, place)
}

function undecided(question: string, figures: readonly string[], { args }: HelperCall): HelperError {
  const message = `cannot be told from figures rounded as these are: ${question}`
  return new HelperError(message, `the figures: ${figures.join('; ')}`, args[0])
}

/** Percentages are high, sums of a named unit much, all else is counted. */
function getKind(call: HelperCall): ComparisonKind {
  const { termUnit } = getOperand(call, call.args[0])
  if (termUnit.kind !== 'units') return 'high'
  const [unit] = termUnit.powers.keys()
  const found = call.dataset.units.get(unit ?? '')
  return found && call.locale.says(found) ? 'much' : 'many'
}

function getChoice<T extends string>({ options }: HelperCall, name: string, choices: readonly T[], otherwise: T): T {
  const option = options.get(name)
  if (!option) return otherwise
  const choice = choices.find((one) => one === option.value)
  if (choice !== undefined) return choice
  throw new HelperError(`unknown ${name}: ${String(option.value)}`, `one of ${choices.join(', ')}`, option)
}
