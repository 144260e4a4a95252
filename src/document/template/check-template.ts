import { type Diagnostic, errorAt, type Place, suggest } from '../../diagnostic.ts'
import { getLanguage, languages } from '../../locale/languages.ts'
import { claimFault, claimForm } from '../claim/claim.ts'
import { rules } from '../claim/rules.ts'
import { helpers } from '../say/helpers/helpers.ts'
import { withCall } from './evaluate.ts'
import { type Helper, takes } from './helper.ts'
import type { BlockNode, CallExpression, Expression, Option, PartialNode, Template, TemplateNode } from './template.ts'

const blocks = ['if', 'unless', 'each', 'with', 'claim', 'lang']

/** Faults of a template whatever the data: unknown helpers, blocks, partials and options, also in unused branches. */
export function checkTemplate(template: Template, partials: readonly string[]): Diagnostic[] {
  return template.body.flatMap((node) => checkNode(node, partials))
}

function checkNode(node: TemplateNode, partials: readonly string[]): Diagnostic[] {
  switch (node.type) {
    case 'content':
      return []
    case 'mustache':
      return checkExpression(withCall(node.expression))
    case 'block':
      return checkBlock(node, partials)
    case 'partial':
      return checkPartial(node, partials)
  }
}

function checkBlock(node: BlockNode, partials: readonly string[]): Diagnostic[] {
  const inner = [...node.body, ...node.otherwise].flatMap((child) => checkNode(child, partials))
  const shadowing = node.parameters.filter((name) => helpers.has(name)).map((name) => takenName(name, node.place))
  return [...checkBlockName(node), ...shadowing, ...node.args.flatMap(checkExpression), ...inner]
}

function checkBlockName({ name, args, options, place }: BlockNode): Diagnostic[] {
  if (!blocks.includes(name)) {
    const hint = helpers.has(name) ? `a helper is no block: write {{${name} …}}` : suggest(name, blocks)
    return [
      errorAt(place, `unknown block: ${name}`, {
        hint: hint ?? 'the blocks are if, unless, each, with, claim and lang',
      }),
    ]
  }
  if (name === 'claim') return checkClaim(args, options, place)
  const [first] = args
  if (name === 'lang' && first?.type === 'literal' && !getLanguage(String(first.value)))
    return [
      errorAt(first.place, `unknown language: ${String(first.value)}`, { hint: `one of ${languages.join(', ')}` }),
    ]
  if (args.length !== 1) return [errorAt(place, `{{#${name}}} takes one argument, not ${args.length}`)]
  return unknownOptions(name, options)
}

/** A claim names its rule, and gives what the rule is about; where the name is computed, filling tells. */
function checkClaim([first, ...rest]: readonly Expression[], options: readonly Option[], place: Place): Diagnostic[] {
  if (!first) return [errorAt(place, 'a claim without a rule', { hint: claimForm })]
  const name = first.type === 'literal' ? String(first.value) : undefined
  const fault = name === undefined ? undefined : claimFault(name, rest.length)
  const faults = fault
    ? [errorAt(rules.has(name ?? '') ? place : first.place, fault.message, { hint: fault.hint })]
    : []
  return [
    ...faults,
    ...unknownOptions(
      'claim',
      options.filter((option) => option.name !== 'since'),
    ),
  ]
}

function unknownOptions(name: string, options: readonly Option[]): Diagnostic[] {
  return options.map((option) => errorAt(option.place, `unknown option of {{#${name}}}: ${option.name}`))
}

function checkPartial({ name, args, options, place }: PartialNode, partials: readonly string[]): Diagnostic[] {
  const isKnown = partials.includes(name)
  const unknown = isKnown ? [] : [errorAt(place, `unknown partial: ${name}`, { hint: suggest(name, partials) })]
  const tooMany = args.length > 1 ? [errorAt(args[1]?.place ?? place, 'a partial takes one argument at most')] : []
  const shadowing = options
    .filter((option) => helpers.has(option.name))
    .map((option) => takenName(option.name, option.place))
  const values = [...args, ...options.map(({ value }) => value)].flatMap(checkExpression)
  return [...unknown, ...tooMany, ...shadowing, ...values]
}

function takenName(name: string, place: Place): Diagnostic {
  return errorAt(place, `a helper has this name: ${name}`, { hint: 'choose another' })
}

function checkExpression(expression: Expression): Diagnostic[] {
  switch (expression.type) {
    case 'literal':
      return checkLiteral(expression.value, expression.place)
    case 'path':
      return []
    case 'call':
      return checkCall(expression)
  }
}

function checkLiteral(value: unknown, place: Place): Diagnostic[] {
  const hasBraces = typeof value === 'string' && value.includes('{{')
  return hasBraces
    ? [errorAt(place, 'braces in a text are not filled', { hint: 'join the parts: (join "Since " (period))' })]
    : []
}

function checkCall({ name, args, options, place }: CallExpression): Diagnostic[] {
  const inner = [...args, ...options.map(({ value }) => value)].flatMap(checkExpression)
  const helper = helpers.get(name)
  if (!helper) return [errorAt(place, `unknown helper: ${name}`, { hint: suggest(name, helpers.keys()) }), ...inner]
  const { options: known = [] } = helper
  const unknown = options
    .filter((option) => option.name !== 'lang' && !known.includes(option.name))
    .map((option) =>
      errorAt(option.place, `unknown option of ${name}: ${option.name}`, { hint: optionHint(option.name, known) }),
    )
  return [...checkCount(name, args, helper, place), ...unknown, ...inner]
}

function optionHint(name: string, options: readonly string[]): string {
  if (options.length === 0) return 'it takes no options but lang'
  return suggest(name, options) ?? `its options are ${options.join(', ')}`
}

function checkCount(name: string, args: readonly Expression[], helper: Helper, place: Place): Diagnostic[] {
  if (takes(helper, args.length)) return []
  const use = `{{${[name, ...helper.parameters.map((parameter) => parameter.toUpperCase())].join(' ')}}}`
  const excess = args[helper.parameters.length]
  const what = excess ? 'an argument too many' : 'an argument is missing'
  return [errorAt(excess?.place ?? place, `${what}: ${name}`, { hint: `write ${use}` })]
}
