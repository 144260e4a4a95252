import { type Diagnostic, shortened, suggest } from '../../diagnostic.ts'
import type { Grammar } from '../types.ts'
import { formatPath } from './json/format-path.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath, jsonAt, walkSpec } from './json/json.ts'
import { propertyError, type SpecFault, type SpecFile, specError } from './json/spec-file.ts'
import { schemaFaults } from './schema/schema-faults.ts'
import { specSchema } from './schema/spec-schema.ts'
import type { Expected, SchemaFault } from './schema/types.ts'

/**
 * What a spec says that its grammar does not know: properties, values and types that are none, missing ones, sizes that
 * no page has. Errors where nothing
 * sensible could be drawn; warnings where Vega draws something all the same, for it leaves what it does not know aside.
 */
export function checkSpec(source: SpecFile, spec: JsonObject, grammar: Grammar): SpecFault[] {
  const faults = schemaFaults(specSchema(grammar), withFewRows(spec)).filter((fault) => !isFree(fault, spec))
  const ofSchema = faults.map((fault) => ({ path: fault.path, diagnostic: toDiagnostic(source, spec, fault) }))
  const own =
    grammar === 'vega'
      ? markFaults(source, spec)
      : colorFaults(source, spec, (specSchema('vega-lite').definitions.ColorName?.enum ?? []).map(String))
  return [...ofSchema.map(withoutData), ...own, ...sizeFaults(source, spec)]
}

/** What the schema asks for and Vega-Lite does not: data, where a mark is of constants; angles of 0 or more. */
function isFree(fault: SchemaFault, spec: JsonObject): boolean {
  if (fault.type === 'missing') return fault.property === 'data' && fault.path.length === 0
  return fault.path.at(-1) === 'angle' && typeof jsonAt(spec, fault.path) === 'number'
}

/** Without its data a chart is empty: no mere warning. */
function withoutData({ path, diagnostic }: SpecFault): SpecFault {
  const isData = path.slice(-2).includes('data') && !path.includes('encoding')
  return isData ? { path, diagnostic: { ...diagnostic, severity: 'error' } } : { path, diagnostic }
}

const views = new Set(['mark', 'layer', 'facet', 'repeat', 'concat', 'hconcat', 'vconcat'])

/** Some rows stand for all: they may be many, and their shape is not what a spec is judged by. */
function withFewRows(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, mostItems).map(withFewRows)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFewRows(item)]))
}

const mostItems = 50

function toDiagnostic(source: SpecFile, spec: JsonObject, fault: SchemaFault): Diagnostic {
  const name = formatPath(fault.type === 'missing' ? [...fault.path, fault.property] : fault.path)
  switch (fault.type) {
    case 'unknown':
      return {
        ...propertyError(source, fault.path, `unknown property: ${name}`),
        severity: 'warning',
        expected: fault.nearest === undefined ? listed(fault.known) : undefined,
        hint: fault.nearest === undefined ? undefined : `did you mean ${fault.nearest}?`,
      }
    case 'missing':
      return fault.type === 'missing' && fault.path.length === 0 && views.has(fault.property)
        ? { ...specError(source, [], 'nothing to draw in it'), expected: `one of ${[...views].join(', ')}` }
        : { ...specError(source, fault.path, `missing property: ${name}`), severity: 'warning' }
    case 'wrong': {
      const value = jsonAt(spec, fault.path) ?? null
      const choices = fault.expected.flatMap((expected) => ('choice' in expected ? [expected.choice] : []))
      return {
        ...specError(source, fault.path, `wrong value of ${name || 'the spec'}: ${brief(value)}`),
        severity: 'warning',
        expected: formatExpected(fault.expected),
        hint: typeof value === 'string' ? suggest(value, choices) : undefined,
      }
    }
  }
}

function brief(value: Json): string {
  return shortened(JSON.stringify(value), 60)
}

/** More names than these say less. */
const mostNames = 40

function listed(names: readonly string[]): string | undefined {
  return names.length > 0 && names.length <= mostNames ? `one of ${names.join(', ')}` : undefined
}

function formatExpected(expected: readonly Expected[]): string | undefined {
  const kinds = [...new Set(expected.flatMap((one) => ('kind' in one ? [one.kind] : [])))]
  // Where any text will do, some texts are no news.
  const choices = kinds.includes('text')
    ? []
    : [...new Set(expected.flatMap((one) => ('choice' in one ? [one.choice] : [])))]
  const alternatives = [...(choices.length > 0 ? [formatChoices(choices)] : []), ...kinds]
  return alternatives.length > 0 ? alternatives.join('; or ') : undefined
}

function formatChoices(choices: readonly string[]): string {
  if (choices.length === 1) return JSON.stringify(choices[0])
  return choices.length > mostNames
    ? `a word such as ${choices.slice(0, 5).join(', ')}`
    : `one of ${choices.join(', ')}`
}

const vegaMarks = 'arc area group image line path rect rule shape symbol text trail'.split(' ')

/** Vega’s schema takes any word for a mark. */
function markFaults(source: SpecFile, spec: JsonObject): SpecFault[] {
  return walkSpec(spec).flatMap(([{ marks }, path]) =>
    (Array.isArray(marks) ? marks : []).flatMap((mark, index) => {
      const type = isJsonObject(mark) ? mark.type : undefined
      if (typeof type !== 'string' || vegaMarks.includes(type)) return []
      const at = [...path, 'marks', index, 'type']
      const fault = specError(source, at, `wrong value of ${formatPath(at)}: ${brief(type)}`)
      return [{ path: at, diagnostic: { ...fault, expected: listed(vegaMarks), hint: suggest(type, vegaMarks) } }]
    }),
  )
}

/** Larger than any page, and than what can be drawn on. */
const mostPoints = 100_000

/** Widths and heights of views that are none, and numbers of ticks that would be drawn for ever. */
function sizeFaults(source: SpecFile, spec: JsonObject): SpecFault[] {
  return walkSpec(spec).flatMap(([object, path]) => {
    const hasSize = ['mark', 'layer', 'marks', 'spec'].some((name) => name in object)
    return [
      ...(hasSize ? ['width', 'height'] : []).flatMap((name) => [
        ...outside(source, object[name], [...path, name], mostPoints),
        ...(isJsonObject(object[name]) ? outside(source, object[name].step, [...path, name, 'step'], mostPoints) : []),
      ]),
      ...outside(source, object.tickCount, [...path, 'tickCount'], mostTicks),
    ]
  })
}

const mostTicks = 10_000

function outside(source: SpecFile, value: Json | undefined, path: JsonPath, most: number): SpecFault[] {
  if (typeof value !== 'number' || (value > 0 && value <= most)) return []
  const fault = specError(source, path, `wrong value of ${formatPath(path)}: ${value}`)
  return [{ path, diagnostic: { ...fault, expected: `above 0, at most ${most}` } }]
}

/**
 * Faults of colours in a Vega-Lite spec: warnings for texts, which are drawn black or not at all;
 * errors for what cannot be drawn. `names` are the colour names of CSS.
 */
function colorFaults(source: SpecFile, spec: JsonObject, names: readonly string[]): SpecFault[] {
  return walkSpec(spec).flatMap(([object, path]) =>
    colorsIn(object, path)
      .filter(({ color }) => (typeof color === 'string' ? !isColor(color, names) : !isPaint(color)))
      .map(({ color, path: at }) => ({
        path: at,
        diagnostic: {
          ...specError(source, at, `wrong value of ${formatPath(at)}: ${JSON.stringify(color)}`),
          severity: typeof color === 'string' ? ('warning' as const) : ('error' as const),
          expected: 'a colour: a name of CSS, #rrggbb, rgb(…) or hsl(…); { "expr": … }; or a gradient with stops',
          hint: typeof color === 'string' ? suggest(color.toLowerCase(), names) : undefined,
        },
      })),
  )
}

/** What stands for a colour: a property of a mark, an axis or a title; or the value of a channel that colours. */
function colorsIn(object: JsonObject, path: JsonPath): { color: string | object; path: JsonPath }[] {
  if (path.includes('resolve') || path.includes('usermeta') || path.includes('transform')) return []
  const isChannel = path.includes('encoding') && ['color', 'fill', 'stroke'].includes(getChannel(path))
  return Object.entries(object).flatMap(([key, value]: [string, Json]) => {
    const isNamed = /^(color|fill|stroke|background)$|Color$/.test(key) || (key === 'value' && isChannel)
    const isAlone = (key === 'value' && isChannel) || path.at(-1) === 'mark'
    const isOne = typeof value === 'string' || (typeof value === 'object' && value !== null && isAlone)
    return isNamed && isOne ? [{ color: value, path: [...path, key] }] : []
  })
}

/** What Vega works out, or runs from colour to colour. */
function isPaint(value: object): boolean {
  return 'expr' in value || 'signal' in value || ('gradient' in value && 'stops' in value && Array.isArray(value.stops))
}

/** The channel that a definition is of, or one of its conditions. */
function getChannel(path: JsonPath): string {
  const [channel = '', ...inner] = path.slice(path.lastIndexOf('encoding') + 1)
  return inner.every((key) => key === 'condition' || typeof key === 'number') ? String(channel) : ''
}

function isColor(text: string, names: readonly string[]): boolean {
  const color = text.trim().toLowerCase()
  return (
    ['', 'none', 'transparent', 'currentcolor'].includes(color) ||
    names.includes(color) ||
    /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(color) ||
    /^(rgb|hsl|lab|lch|hwb|oklab|oklch|color|url)a?\(.*\)$/.test(color)
  )
}
