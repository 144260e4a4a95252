import type { Place } from '../../diagnostic.ts'
import { primaryLanguage } from '../../locale/languages.ts'
import { type Claim, judgeClaim } from '../claim/claim.ts'
import { getBase } from '../say/arguments.ts'
import { helpers } from '../say/helpers/helpers.ts'
import { escapeMarkdown } from './escape.ts'
import { askFigures, type Evaluated, evaluateAll, evaluateMustache, evaluateOptions, failedValue } from './evaluate.ts'
import type { FilledPart } from './filled.ts'
import { type Filling, reportAt } from './filling.ts'
import type { Argument } from './helper.ts'
import { absentMark } from './leave-out.ts'
import { enter, type Scope } from './scope.ts'
import type { BlockNode, Expression, MustacheNode, PartialNode, TemplateNode } from './template.ts'
import { Absent, type Context, isContext, isList, isTruthy, Markdown, type Value } from './value.ts'

/** Deeper than any report nests its partials: what is deeper includes itself. */
const maximumDepth = 50

/** What template nodes print in a scope. */
export function render(nodes: readonly TemplateNode[], scope: Scope, filling: Filling): FilledPart[] {
  return nodes.flatMap((node) => renderNode(node, scope, filling))
}

/** Many times what a report of a thousand slides has; partials that each hold ten others get there soon. */
export const most = 300_000

function renderNode(node: TemplateNode, scope: Scope, filling: Filling): FilledPart[] {
  if (++filling.filled.count > most) {
    if (filling.filled.count === most + 1)
      reportAt(filling, `more than ${most} parts to fill in`, node.place, 'let loops and partials hold fewer others')
    return []
  }
  switch (node.type) {
    case 'content':
      return [{ text: node.text, place: node.place, by: 'template' }]
    case 'mustache':
      return print(evaluateMustache(node.expression, scope, filling), node, filling)
    case 'block':
      return renderBlock(node, scope, filling)
    case 'partial':
      return renderPartial(node, scope, filling)
  }
}

/** A helper's Markdown as it is, data escaped. Non-texts are errors: Handlebars prints `[object Object]` or nothing. */
function print(value: Evaluated, { place, expression }: MustacheNode, filling: Filling): FilledPart[] {
  if (value === failedValue) return [{ text: '', place, by: 'gap' }]
  if (value instanceof Absent) return absent(value, place)
  if (value instanceof Markdown) return [{ text: value.markdown, place, by: 'helper' }]
  const by = isAuthors(expression) ? 'author' : 'data'
  if (typeof value === 'string') return [{ text: escapeMarkdown(value), place, by }]
  if (typeof value === 'number') return [{ text: escapeMarkdown(String(value)), place, by: 'data' }]
  const what = isList(value) ? 'a list' : isContext(value) ? 'a group of names' : String(value)
  const hint = isList(value) ? 'go through it with {{#each}}' : undefined
  const name = expression.type === 'path' ? `: ${expression.text}` : ''
  reportAt(filling, `not a text, but ${what}${name}`, place, hint)
  return [{ text: '', place, by: 'gap' }]
}

/** Whether an expression prints the author's words from elsewhere: the variants' table or a partial's argument. */
function isAuthors(expression: Expression): boolean {
  if (expression.type !== 'call') return expression.type === 'literal' || !helpers.has(expression.text)
  return expression.name === 'variant' || (expression.name === 'capital' && expression.args.some(isAuthors))
}

/** A mark, for what needs a figure that is not there: what stands with it is left out. */
function absent({ absence }: Absent, place: Place): FilledPart[] {
  return [{ text: absentMark, place, by: 'helper', absence }]
}

/** The end of the sentence that a block would have ended, so that the next one is not taken for a part of it. */
function getEnd({ body, place }: BlockNode): FilledPart[] {
  const last = body.at(-1)
  const [end] = last?.type === 'content' ? (/[.!?。！？](?=["”’)*]*\s*$)/.exec(last.text) ?? []) : []
  return end === undefined ? [] : [{ text: end, place, by: 'helper' }]
}

function renderBlock(node: BlockNode, scope: Scope, filling: Filling): FilledPart[] {
  const args = evaluateAll(node.args, scope, filling)
  const missing = args === failedValue ? undefined : args.find((arg) => arg.value instanceof Absent)?.value
  if (missing instanceof Absent) return [...absent(missing, node.place), ...getEnd(node)]
  if (node.name === 'claim') return renderClaim(node, args, scope, filling)
  const value = args === failedValue ? failedValue : args[0]?.value
  // What a failed condition guards is filled all the same, so that its own diagnostics are reported in the same run.
  if (value === failedValue) return node.name === 'each' ? [] : render(node.body, scope, filling)
  switch (node.name) {
    case 'if':
      return render(isTruthy(value) ? node.body : node.otherwise, scope, filling)
    case 'lang':
      return render(speaks(filling, value) ? node.body : node.otherwise, scope, filling)
    case 'unless':
      return render(isTruthy(value) ? node.otherwise : node.body, scope, filling)
    case 'with':
      return isTruthy(value)
        ? render(node.body, withLocals(enter(scope, value), node, [value]), filling)
        : render(node.otherwise, scope, filling)
    case 'each':
      return renderEach(node, value, scope, filling)
    default:
      return []
  }
}

/** Whether the document is in the language of a tag: `zh-CN` is in `zh`. */
function speaks({ locale: { language } }: Filling, tag: Value): boolean {
  return language === tag || primaryLanguage(language) === tag
}

/** The words of a claim, led by what it was found to be; where it fails and has an {{else}}, the words there. */
function renderClaim(
  node: BlockNode,
  args: Argument[] | typeof failedValue,
  scope: Scope,
  filling: Filling,
): FilledPart[] {
  const claim = args === failedValue || args.length === 0 ? failedValue : judge(node, args, scope, filling)
  if (claim instanceof Absent) return absent(claim, node.place)
  if (claim !== failedValue && claim.verdict === 'fails' && node.otherwise.length > 0)
    return render(node.otherwise, scope, filling)
  const words = render(node.body, scope, filling)
  if (claim === failedValue) return words
  return [{ text: '', place: node.place, by: 'claim', claim: { ...claim, length: textLength(words) } }, ...words]
}

function judge(node: BlockNode, args: Argument[], scope: Scope, filling: Filling): Claim | Absent | typeof failedValue {
  return askFigures(node.place, filling, () => {
    const options = evaluateOptions(node.options, scope, filling)
    if (options === failedValue) return failedValue
    const call = { args, dataset: filling.dataset, locale: filling.locale, since: getBase({ options }) }
    return judgeClaim(call, node.place)
  })
}

function textLength(pieces: readonly FilledPart[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0)
}

function renderEach(node: BlockNode, value: Value, scope: Scope, filling: Filling): FilledPart[] {
  const entries = getEntries(value)
  if (!entries) {
    reportAt(filling, 'not a list, so there is nothing to go through', node.args[0]?.place ?? node.place)
    return []
  }
  if (entries.length === 0) return render(node.otherwise, scope, filling)
  return entries.flatMap(([key, item], index) => {
    const inner = enter(scope, item)
    const data = { ...scope.data, key, index, first: index === 0, last: index === entries.length - 1 }
    return render(node.body, withLocals({ ...inner, data }, node, [item, key]), filling)
  })
}

function getEntries(value: Value): [key: Value, item: Value][] | undefined {
  if (isList(value)) return value.map((item, index) => [index, item])
  return isContext(value) ? Object.entries(value) : undefined
}

function withLocals(scope: Scope, { parameters }: BlockNode, values: readonly Value[]): Scope {
  const named = parameters.map((name, index) => [name, values[index]] as const)
  return { ...scope, locals: { ...scope.locals, ...Object.fromEntries(named) } }
}

function renderPartial(node: PartialNode, scope: Scope, filling: Filling): FilledPart[] {
  if (scope.depth >= maximumDepth) {
    reportAt(filling, `a partial that includes itself without end: ${node.name}`, node.place)
    return []
  }
  const context = partialContext(node, scope, filling)
  if (context === failedValue) return []
  const partial = filling.partials.get(node.name)
  if (!partial) return []
  const inner = { ...enter(scope, context), locals: {}, depth: scope.depth + 1 }
  return indent(render(partial.body, inner, filling), node)
}

function partialContext(node: PartialNode, scope: Scope, filling: Filling): Evaluated {
  const args = evaluateAll(node.args, scope, filling)
  const values = evaluateAll(
    node.options.map(({ value }) => value),
    scope,
    filling,
  )
  if (args === failedValue || values === failedValue) return failedValue
  const base = args[0] ? args[0].value : scope.context
  if (values.length === 0) return base
  const named: Context = Object.fromEntries(node.options.map(({ name }, index) => [name, values[index]?.value]))
  return isContext(base) ? { ...base, ...named } : named
}

/** Each line of a partial that stands alone on its line is indented as the partial is. */
function indent(pieces: readonly FilledPart[], { indent, place }: PartialNode): FilledPart[] {
  if (indent === '') return [...pieces]
  return pieces.flatMap((piece, index): FilledPart[] => {
    const isLineStart = index === 0 || (pieces[index - 1]?.text.endsWith('\n') ?? true)
    return isLineStart ? [{ text: indent, place, by: 'template' }, piece] : [piece]
  })
}
