import { shortened, suggest } from '../../diagnostic.ts'
import { escapePattern } from '../../files/escape-pattern.ts'
import { formatPath } from './json/format-path.ts'
import { isJsonObject, type JsonObject, type JsonPath, jsonAt, propertyIn, walkObjects, walkSpec } from './json/json.ts'

/** What Vega or Vega-Lite said, in our words, and which part of the spec it is about. */
export interface VegaSaying {
  message: string
  path?: JsonPath | undefined
  hint?: string | undefined
  /** The field that a scale found no number in. */
  emptyField?: string | undefined
}

/** What is said of layers that sort an axis each in its way. */
export const sortedApart = 'its layers are sorted each by values of their own'

/** What is said of a field that a scale finds nothing in. */
export const noNumber = 'no number or date in field'

interface Rule {
  said: RegExp
  /** `name` and `rest` are the groups that matched, `more` what was said besides. */
  explain(name: string, spec: JsonObject, more: readonly string[], rest?: string): Partial<VegaSaying>
}

/** What Vega says without quoting what the author wrote, or about names that Vega-Lite made. */
const rules: readonly Rule[] = [
  {
    said: /^Infinite extent for field "(.+)":/,
    explain: (name, spec) => {
      const found = fieldNamed(spec, name)
      const field = found ? String(jsonAt(spec, found)) : name
      return {
        message: `${noNumber}: ${field}`,
        path: found,
        emptyField: field,
        hint: 'is the field spelt as in the data, and are its values numbers or dates?',
      }
    },
  },
  {
    said: /^Loading failed$/,
    explain: (_, spec, [file = '', why = '']) => ({
      // Ours name the file themselves.
      message: why.includes(file) ? why : `${file}: ${why}`,
      path: propertyWith(spec, 'url', file),
    }),
  },
  {
    said: /^Data ingestion failed$/,
    explain: (_, spec, [file = '', why = '']) => {
      const unmatched = /Cannot read properties of \w+ \(reading '(.+)'\)/.exec(why)?.[1]
      const isFormat = unmatched !== undefined || /^(Unknown data format|Illegal format pattern)/.test(why)
      const format = isFormat ? getFormat(spec, file) : undefined
      return {
        message:
          unmatched === undefined ? `malformed: ${file}: ${why}` : `nothing of that name in ${file}: ${unmatched}`,
        path: format ?? propertyWith(spec, 'url', file) ?? property(spec, 'values'),
      }
    },
  },
  {
    said: /^Unrecognized signal name: "(.+)"/,
    explain: (name, spec) => ({
      message: `unknown parameter: ${name}`,
      path: expressionWith(spec, `\\b${escapePattern(name)}\\b`),
      hint:
        suggest(name, getParameters(spec)) ??
        'declare it in params; colours, sizes and periods by name are parameters of the charts below a report’s templates',
    }),
  },
  {
    said: /^Unrecognized function: (.+)/,
    explain: (name, spec) => ({
      message: `unknown function: ${name}`,
      path: expressionWith(spec, `\\b${escapePattern(name)}\\s*\\(`) ?? propertyWith(spec, 'formatType', name),
    }),
  },
  {
    said: /^_\.%(\w+) is not a function/,
    explain: (name, spec) => ({ message: `unknown scale: ${name}`, path: propertyWith(spec, 'scale', name) }),
  },
  {
    said: /^"(\w+)" (asks for .*)/,
    explain: (name, spec, _, asked = '') => {
      const own = makers[name] ?? name
      return {
        message: `"${own}" ${asked}`,
        path:
          property(spec, own) ??
          propertyWith(spec, 'type', name) ??
          expressionWith(spec, `\\b${name}\\s*\\(`) ??
          property(spec, 'impute'),
      }
    },
  },
  {
    said: /conflicting sort properties/i,
    explain: (_, spec) => ({
      message: sortedApart,
      path: property(spec, 'sort'),
      hint: 'name the field: "sort": { "field": "value", "op": "max", "order": "descending" }',
    }),
  },
  {
    said: /^not done after/,
    explain: (_, spec) => ({
      path: property(spec, 'transform') ?? property(spec, 'data'),
      hint: 'a pattern in test(…) that never ends, or more rows than one chart can show: take its transforms out one by one',
    }),
  },
  { said: /^Duplicate signal name: "(.+)"/, explain: (name, spec) => ({ path: lastNamed(spec, name) }) },
  {
    said: /^Cycle detected/,
    explain: (_, spec) => ({
      message: 'its expressions need each other in a circle',
      path: property(spec, 'signals') ?? property(spec, 'params'),
    }),
  },
  {
    said: /^Invalid SVG path/i,
    explain: (_, spec) => ({
      message: 'neither the name of a shape nor an SVG path',
      path: property(spec, 'shape') ?? property(spec, 'path'),
    }),
  },
  { said: /^Log scale domain includes zero/i, explain: (_, spec) => ({ path: propertyWith(spec, 'type', 'log') }) },
  { said: /^(width|height) "container"/i, explain: (name, spec) => ({ path: property(spec, name.toLowerCase()) }) },
  { said: /^The step for "(\w+)"/, explain: (name, spec) => ({ path: property(spec, name) }) },
  { said: /^Ignoring an invalid transform: (.+)\.$/s, explain: (text, spec) => ({ path: transformLike(spec, text) }) },
  { said: /time unit/i, explain: (_, spec) => ({ path: property(spec, 'timeUnit') }) },
  { said: /"fit/, explain: (_, spec) => ({ path: property(spec, 'autosize') }) },
  {
    said: /(?:channel "?|^|for )(\w+?)(?:Offset)?"?(?:-encoding is dropped|-scale's| dropped as| encoding should| is a| is required for| should not be used| are dropped| since| to encode| does not work)/i,
    explain: (name, spec) => ({ path: channelNamed(spec, name) }),
  },
]

/** What JavaScript says where a library relied on something that is not there. */
const crash =
  /^(Cannot (read|destructure|set|convert)|Invalid attempt|undefined is not|.* is not (a function|iterable|defined)$)/

/** The properties of Vega-Lite that become transforms of Vega. */
const makers: Readonly<Record<string, string>> = { kde: 'density', scale: 'bin', axisticks: 'tickCount' }

/** What Vega or Vega-Lite said, with the part of the spec that it is about, where that can be told. */
export function explainSaying(spec: JsonObject, words: readonly string[]): VegaSaying {
  const [first = '', ...more] = words
  const message = words
    // Vega-Lite prints whole definitions into its messages.
    .map((text, index) => shortened(index === 0 ? text.charAt(0).toLowerCase() + text.slice(1) : text, 160))
    .join(': ')
  for (const { said, explain } of rules) {
    const match = said.exec(first)
    if (!match) continue
    const explained = explain(match[1] ?? '', spec, more, match[2])
    if (explained.path || explained.message) return { message, ...explained }
  }
  if (crash.test(first)) return explainCrash(spec, message)
  return { message, path: namedIn(spec, [first, ...more]) }
}

function explainCrash(spec: JsonObject, message: string): VegaSaying {
  if ('mark' in spec && !property(spec, 'encoding')) return { message: 'missing property: encoding', path: ['mark'] }
  return {
    message: `Vega cannot draw it: ${message}`,
    hint: 'take parts away until it can be drawn: the last one taken is at fault',
  }
}

/** The first thing in a spec that some words name, as text or property; in its data only if nowhere else. */
function namedIn(spec: JsonObject, words: readonly string[]): JsonPath | undefined {
  const quoted = words.flatMap((word) => [...word.matchAll(/["'“`]([^"'”`]+)["'”`]/g)].map((match) => match[1] ?? ''))
  const afterColon = words.flatMap((word) => /: (.+)$/s.exec(word)?.[1] ?? [])
  const names = [...afterColon, ...words, ...quoted]
  for (const walk of [walkSpec, walkObjects]) {
    const objects = walk(spec)
    for (const name of names) {
      const path = textIn(objects, (text) => text === name) ?? propertyIn(objects, name)
      if (path) return path
    }
  }
  return undefined
}

type Objects = readonly [JsonObject, JsonPath][]

/** The first text of some objects, alone or in a list, that is looked for. */
export function textIn(objects: Objects, matches: (text: string, key: string) => boolean): JsonPath | undefined {
  for (const [object, path] of objects) {
    for (const [key, value] of Object.entries(object)) {
      for (const [index, item] of [value].flat().entries()) {
        if (typeof item === 'string' && matches(item, key))
          return [...path, key, ...(Array.isArray(value) ? [index] : [])]
      }
    }
  }
  return undefined
}

/** Where a spec first says a property. */
export function property(spec: JsonObject, name: string): JsonPath | undefined {
  return propertyIn(walkSpec(spec), name)
}

function propertyWith(spec: JsonObject, name: string, value: string): JsonPath | undefined {
  return textIn(walkSpec(spec), (text, key) => key === name && text === value)
}

const expressions = ['expr', 'filter', 'calculate', 'test', 'signal', 'update', 'param', 'labelExpr', 'init', 'as']

/** The first expression, or name of a parameter, in which a pattern is found. */
function expressionWith(spec: JsonObject, pattern: string): JsonPath | undefined {
  const wanted = new RegExp(pattern)
  return textIn(walkSpec(spec), (text, key) => expressions.includes(key) && wanted.test(text))
}

/** What is said of a data file in `format` beside its address. */
function getFormat(spec: JsonObject, file: string): JsonPath | undefined {
  const url = propertyWith(spec, 'url', file)
  const around = url?.slice(0, -1)
  const format = around && jsonAt(spec, [...around, 'format'])
  const name = ['property', 'feature', 'mesh', 'parse', 'type'].find((key) => isJsonObject(format) && key in format)
  return around && name !== undefined ? [...around, 'format', name] : undefined
}

/** The names that a spec declares for its expressions. */
function getParameters(spec: JsonObject): string[] {
  return walkSpec(spec).flatMap(([{ name }, path]) =>
    typeof name === 'string' && ['params', 'signals'].includes(String(path.at(-2))) ? [name] : [],
  )
}

function lastNamed(spec: JsonObject, name: string): JsonPath | undefined {
  const found = walkSpec(spec)
    .filter(([object]) => object.name === name)
    .at(-1)
  return found && [...found[1], 'name']
}

function channelNamed(spec: JsonObject, name: string): JsonPath | undefined {
  const found = walkSpec(spec).find(([{ encoding }]) => isJsonObject(encoding) && name in encoding)
  return found && [...found[1], 'encoding', name]
}

/** The `field` of the spec behind a name that Vega-Lite made of it, such as `b_start` or `mean_b`. */
function fieldNamed(spec: JsonObject, name: string): JsonPath | undefined {
  const fields = walkSpec(spec).flatMap(([{ field, type }, path]) =>
    typeof field === 'string'
      ? [{ field, isMeasure: type === 'quantitative' || type === 'temporal', path: [...path, 'field'] }]
      : [],
  )
  const plain = name.replaceAll('\\', '')
  const isMade = ({ field }: { field: string }) => new RegExp(`(^|_)${escapePattern(field)}(_|$)`).test(plain)
  const named = [...fields.filter(({ field }) => field === plain), ...fields.filter(isMade)]
  return (named.find(({ isMeasure }) => isMeasure) ?? named[0])?.path
}

function transformLike(spec: JsonObject, text: string): JsonPath | undefined {
  return walkSpec(spec).find(([object, path]) => path.at(-2) === 'transform' && JSON.stringify(object) === text)?.[1]
}

/** A saying with the path that it is about, as people write it. */
export function withPath({ message, path }: VegaSaying): string {
  const name = path ? formatPath(path) : ''
  return name === '' ? message : `${name}: ${message}`
}
