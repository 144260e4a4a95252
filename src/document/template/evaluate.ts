import { type Place, suggest } from '../../diagnostic.ts'
import { getLocale } from '../../locale/get-locale.ts'
import type { Locale } from '../../locale/types.ts'
import { helpers } from '../say/helpers/helpers.ts'
import { type Filling, reportAt } from './filling.ts'
import { AbsentFigure, type Argument, HelperError, takes } from './helper.ts'
import type { Scope } from './scope.ts'
import type { CallExpression, Expression, Option, PathExpression } from './template.ts'
import { Absent, isContext, isList, Markdown, type Value } from './value.ts'

/** The result of an expression whose diagnostic has been reported: whoever meets it keeps quiet. */
export const failedValue = Symbol('failed')
export type Evaluated = Value | typeof failedValue

/** The value of an expression in a scope. */
function evaluate(expression: Expression, scope: Scope, filling: Filling): Evaluated {
  switch (expression.type) {
    case 'literal':
      return expression.value
    case 'path':
      return lookUp(expression, scope, filling)
    case 'call':
      return call(expression, scope, filling)
  }
}

/** The value of `{{name}}` on its own: a helper's where one has that name. */
export function evaluateMustache(expression: Expression, scope: Scope, filling: Filling): Evaluated {
  return evaluate(withCall(expression), scope, filling)
}

/** A name on its own as the call of the helper of that name; any other expression as it is. */
export function withCall(expression: Expression): Expression {
  if (expression.type !== 'path' || !helpers.has(expression.text)) return expression
  return { type: 'call', name: expression.text, args: [], options: [], place: expression.place }
}

/** The values of expressions with their places; `failed` if any has failed. */
export function evaluateAll(
  expressions: readonly Expression[],
  scope: Scope,
  filling: Filling,
): Argument[] | typeof failedValue {
  const args = expressions.map((expression) => ({
    value: evaluate(expression, scope, filling),
    place: expression.place,
  }))
  return args.every((arg): arg is Argument => arg.value !== failedValue) ? args : failedValue
}

/** The values of options by name; `failed` if any has failed. */
export function evaluateOptions(
  options: readonly Option[],
  scope: Scope,
  filling: Filling,
): Map<string, Argument> | typeof failedValue {
  const values = evaluateAll(
    options.map(({ value }) => value),
    scope,
    filling,
  )
  if (values === failedValue) return failedValue
  return new Map(
    options.flatMap(({ name }, index) => {
      const value = values[index]
      return value ? [[name, value] as const] : []
    }),
  )
}

/** Calls a helper. Unknown helpers and missing arguments were reported when the template was checked. */
function call({ name, args, options, place }: CallExpression, scope: Scope, filling: Filling): Evaluated {
  const helper = helpers.get(name)
  const values = evaluateAll(args, scope, filling)
  const named = evaluateOptions(options, scope, filling)
  if (!helper || !takes(helper, args.length) || values === failedValue || named === failedValue) return failedValue
  const absent = [...values, ...named.values()].find(({ value }) => value instanceof Absent)
  if (absent) return absent.value
  return askFigures(place, filling, () => {
    const { dataset, symbols, diagnostics, leftOut } = filling
    const locale = localeFor(named.get('lang'), filling)
    const said = helper.run({ args: values, options: named, dataset, locale, symbols, diagnostics, leftOut })
    if (!(said instanceof Markdown) || locale.language === filling.locale.language) return said
    return new Markdown(said.markdown.replaceAll('](obs:', `](obs:${locale.language};`))
  })
}

/** The answer about figures, the absence where one is absent, or a failure (reported) where it cannot be asked. */
export function askFigures<T>(place: Place, filling: Filling, ask: () => T): T | Absent | typeof failedValue {
  try {
    return ask()
  } catch (error) {
    if (error instanceof AbsentFigure) return new Absent(error.absence)
    if (!(error instanceof HelperError)) throw error
    reportAt(filling, error.message, error.argument?.place ?? place, error.hint)
    return failedValue
  }
}

/** The document's locale, or that of one of the report's other languages: `{{value "netizens" lang="zh"}}`. */
function localeFor(lang: Argument | undefined, { dataset, locale }: Filling): Locale {
  if (!lang) return locale
  const { language, languages } = dataset.report
  const known = [...new Set([language, ...languages, locale.language])]
  const tag = known.find((tag) => tag === lang.value)
  if (tag !== undefined) return getLocale(tag, language)
  const hint = `the report has texts in ${known.join(', ')}: languages: in data/report.yaml`
  throw new HelperError(`no language of the report: ${String(lang.value)}`, hint, lang)
}

/** What a path leads to, each step checked; Handlebars checks the last only, and none in arguments. */
function lookUp(path: PathExpression, scope: Scope, filling: Filling): Evaluated {
  const start = getStart(path, scope)
  let value = start.value
  for (const name of start.names) {
    if (!hasName(value, name)) {
      reportAt(filling, `unknown name: ${path.text}`, path.place, hintFor(path, name, value, scope))
      return failedValue
    }
    value = getMember(value, name)
  }
  return value
}

function getStart(path: PathExpression, scope: Scope): { value: Value; names: readonly string[] } {
  const { names, depth, data, text } = path
  if (data) return { value: scope.data, names }
  if (depth > 0) return { value: scope.parents[depth - 1], names }
  const isScoped = /^(this\b|\.)/.test(text)
  const isLocal = !isScoped && names[0] !== undefined && Object.hasOwn(scope.locals, names[0])
  return { value: isLocal ? scope.locals : scope.context, names }
}

function hasName(value: Value, name: string): boolean {
  if (isList(value)) return name === 'length' || Object.hasOwn(value, name)
  return isContext(value) && Object.hasOwn(value, name)
}

function getMember(value: Value, name: string): Value {
  if (isList(value)) return name === 'length' ? value.length : value[Number(name)]
  return isContext(value) ? value[name] : undefined
}

function hintFor(path: PathExpression, name: string, value: Value, scope: Scope): string | undefined {
  if (helpers.has(path.text)) return `to use the helper here, write (${path.text})`
  const near = isContext(value) ? Object.keys(value) : []
  const isFirst = path.names[0] === name && !path.data && path.depth === 0
  const candidates = isFirst ? [...near, ...Object.keys(scope.locals), ...helpers.keys()] : near
  const outer = isFirst ? scope.parents.findIndex((parent) => hasName(parent, name)) : -1
  if (outer >= 0) return `it is a name outside this block: write ${'../'.repeat(outer + 1)}${path.text}`
  return suggest(name, candidates)
}
