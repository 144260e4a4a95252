import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { isJsonObject, type Json, type JsonObject, walkSpec } from '../../src/chart/spec/json/json.ts'
import { schemaFaults } from '../../src/chart/spec/schema/schema-faults.ts'
import type { RootSchema } from '../../src/chart/spec/schema/types.ts'

const require = createRequire(import.meta.url)
const vegaLite: RootSchema = require('vega-lite/vega-lite-schema.json')
const vega: RootSchema = require('vega/vega-schema.json')

const color: RootSchema = {
  definitions: { name: { enum: ['red', 'grey'] } },
  anyOf: [
    { $ref: '#/definitions/name' },
    {
      type: 'object',
      properties: { hue: { type: 'number', minimum: 0, maximum: 360 } },
      required: ['hue'],
      additionalProperties: false,
    },
    { type: 'null' },
  ],
}

describe('the faults are those of the alternative that comes nearest', () => {
  test.each<[Json, object[]]>([
    ['red', []],
    [{ hue: 7 }, []],
    [
      'gray',
      [
        {
          type: 'wrong',
          path: [],
          expected: [{ choice: 'red' }, { choice: 'grey' }, { kind: '{ "hue": … }' }, { kind: 'null' }],
        },
      ],
    ],
    [{ hue: 400 }, [{ type: 'wrong', path: ['hue'], expected: [{ kind: 'at least 0, at most 360' }] }]],
    [{ hew: 7 }, [{ type: 'unknown', path: ['hew'], known: ['hue'], nearest: 'hue' }]],
    [{}, [{ type: 'missing', path: [], property: 'hue' }]],
  ])('%j', (value, faults) => {
    expect(schemaFaults(color, value)).toEqual(faults)
  })
})

/** The keywords of JSON Schema that are told from properties by where they stand. */
function getKeywords(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(getKeywords)
  if (!isJsonObject(schema)) return []
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const isNamed = ['properties', 'patternProperties', 'definitions'].includes(keyword) && isJsonObject(value)
    return [keyword, ...(isNamed ? Object.values(value) : [value]).flatMap(getKeywords)]
  })
}

test('the schemas say nothing that is not read', () => {
  const read = [
    ...['$ref', 'anyOf', 'oneOf', 'allOf', 'not', 'type', 'enum', 'const', 'properties', 'patternProperties'],
    ...['additionalProperties', 'required', 'minProperties', 'items', 'minItems', 'maxItems', 'minimum', 'maximum'],
    ...['minLength', 'maxLength', 'pattern', 'definitions'],
  ]
  // A format is a remark: the texts beside it are taken all the same.
  const remarks = ['$schema', 'description', 'title', 'default', 'format']
  const said = new Set([...getKeywords(vegaLite), ...getKeywords(vega)])
  expect([...said].filter((keyword) => !read.includes(keyword) && !remarks.includes(keyword))).toEqual([])
})

/** The spec with each of its properties in turn spelt otherwise. */
function misspelt(spec: JsonObject): Json[] {
  return [...walkSpec(spec)].flatMap(([object, path]) =>
    Object.keys(object).map((name) => {
      const copy: Json = JSON.parse(JSON.stringify(spec))
      const inner = path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), copy)
      Reflect.set(Object(inner), `${name}x`, Reflect.get(Object(inner), name))
      Reflect.deleteProperty(Object(inner), name)
      return copy
    }),
  )
}

test('a spec is found sound, or not, as Ajv finds it', () => {
  const isSound = new Ajv({ strict: false, validateFormats: false }).compile(vegaLite)
  const folder = 'test/chart/native-specs'
  const specs = readdirSync(folder)
    .filter((name) => name.endsWith('.vl.json'))
    .map((name): JsonObject => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
  const differing = specs
    .flatMap((spec, index) => [spec, ...(index % 8 === 0 ? misspelt(spec) : [])])
    .filter((spec) => isSound(spec) !== (schemaFaults(vegaLite, spec).length === 0))
  expect(differing).toEqual([])
})
