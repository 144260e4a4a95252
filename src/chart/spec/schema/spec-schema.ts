import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { constants } from '../../../memory/derived.ts'
import type { Grammar } from '../../types.ts'
import type { RootSchema } from './types.ts'

/** The JSON Schema of Vega-Lite or Vega, read on first use, within milliseconds as the bundle omits its prose. */
export const specSchema: (grammar: Grammar) => RootSchema = constants((grammar) =>
  closed(JSON.parse(readFileSync(getPath(grammar), 'utf8'))),
)

function getPath(grammar: Grammar): string {
  const bundled = fileURLToPath(new URL(`./data/${grammar}-schema.json`, import.meta.url))
  return existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve(`${grammar}/${grammar}-schema.json`)
}

/** Closes the top level: Vega's schema allows any property there, as its parts do not know each other. */
function closed(schema: RootSchema): RootSchema {
  const { allOf, ...rest } = schema
  if (!allOf) return schema
  const parts = allOf.map(({ $ref, ...part }) =>
    $ref ? (schema.definitions[$ref.replace('#/definitions/', '')] ?? {}) : part,
  )
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}))
  return { ...rest, properties: { $schema: {}, ...properties }, additionalProperties: false }
}
