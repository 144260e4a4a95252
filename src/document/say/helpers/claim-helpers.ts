import type { Direction } from '../../../locale/change-direction.ts'
import { type MovementVerb, type Tense, tenses, verbs } from '../../../locale/words/movement-words.ts'
import { judgeClaim } from '../../claim/claim.ts'
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
      const [up, down] = call.locale.movements.verbs[verb]
      const form = { up, down, flat: call.locale.movements.unchanged }[getDirection(call)][tense]
      return typeof form === 'string' ? form : form[getFlag(call, 'plural') ? 1 : 0]
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

const ways: readonly (readonly [rule: string, direction: Direction])[] = [
  ['rose', 'up'],
  ['fell', 'down'],
  ['unchanged', 'flat'],
]

/** The direction whose claim holds, of one figure or from one to another; throws where the figures cannot tell. */
function getDirection(call: HelperCall): Direction {
  const { args, dataset, locale } = call
  const [first] = args
  const place = first?.place ?? { file: '', line: 1, column: 1 }
  const judged = ways.slice(0, args.length > 1 ? 2 : 3).map(([rule, direction]) => {
    const claim: Argument[] = [{ value: rule, place }, ...args]
    return { direction, ...judgeClaim({ args: claim, dataset, locale, since: getBase(call) }, place) }
  })
  const found = judged.find(({ verdict }) => verdict === 'holds')
  if (found) return found.direction
  const message = 'cannot be told from figures rounded as these are: how it moved'
  throw new HelperError(message, `the figures: ${judged[0]?.figures.join('; ')}`, first)
}

function getChoice<T extends string>({ options }: HelperCall, name: string, choices: readonly T[], otherwise: T): T {
  const option = options.get(name)
  if (!option) return otherwise
  const choice = choices.find((one) => one === option.value)
  if (choice !== undefined) return choice
  throw new HelperError(`unknown ${name}: ${String(option.value)}`, `one of ${choices.join(', ')}`, option)
}
