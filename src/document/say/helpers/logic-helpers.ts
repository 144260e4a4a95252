import { findObservation } from '../../../dataset/find.ts'
import { escapeMarkdown } from '../../template/escape.ts'
import { type Argument, type Helper, HelperError } from '../../template/helper.ts'
import { Markdown, type Value } from '../../template/value.ts'
import { checkedReference, getObservation } from '../arguments.ts'

/** Helpers for conditions and for building arguments, used in parentheses. */
export const logicHelpers: Record<string, Helper> = {
  has: {
    parameters: ['reference'],
    says: 'Whether the dataset has an observation; a mistyped indicator is an error all the same.',
    examples: [['{{#if (has "netizens.rate")}}yes{{/if}}', 'yes']],
    run: (call) => findObservation(call.dataset, checkedReference(call, call.args[0])) !== undefined,
  },
  derived: {
    parameters: ['reference'],
    says: 'Whether an observation is computed, not stated.',
    examples: [['{{#if (derived "online-car-hailing-users")}}our reckoning{{/if}}', 'our reckoning']],
    run: (call) => getObservation(call, call.args[0]).status === 'derived',
  },
  eq: {
    parameters: ['one', 'other'],
    says: 'Whether two values are the same.',
    examples: [['{{#each lists.history}}{{#if (eq this "netizens")}}all{{/if}}{{/each}}', 'all']],
    run: ({ args }) => args[0]?.value === args[1]?.value,
  },
  join: {
    parameters: ['parts…'],
    says: 'Texts and numbers put together, to build a reference or a label.',
    examples: [['{{value (join "netizens" "@2022-12")}}', '1.067 billion']],
    run: ({ args }) => joinParts(args),
  },
}

function joinParts(args: readonly Argument[]): Value {
  const parts = args.map((argument) => {
    if (argument.value instanceof Markdown) return argument.value
    if (typeof argument.value === 'string' || typeof argument.value === 'number') return String(argument.value)
    throw new HelperError('only texts and numbers can be joined', undefined, argument)
  })
  const isMarkdown = parts.some((part) => part instanceof Markdown)
  if (!isMarkdown) return parts.join('')
  // The spaces around a text part it from its neighbours.
  const escaped = (text: string) => text.replace(/\S(?:.*\S)?/su, (words) => escapeMarkdown(words))
  return new Markdown(parts.map((part) => (part instanceof Markdown ? part.markdown : escaped(part))).join(''))
}
