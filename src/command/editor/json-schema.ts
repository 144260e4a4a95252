import * as z from 'zod'
import { isMap } from '../../dataset/is-map.ts'
import { datasetJsonSchema } from '../../dataset/read/schema.ts'
import type { SchemaName } from '../../document/formats.ts'
import { themeSchema } from '../../theme/theme.ts'
import { allowSchema } from '../../trust/numbers/allow-list.ts'
import { traceSchema } from '../../trust/trace/trace-schema.ts'

/** The JSON Schema of a file that people write, for editors to complete and check, or of the trace that a build writes. */
export function toJsonSchema(name: SchemaName): object {
  switch (name) {
    case 'theme':
      return optional(z.toJSONSchema(themeSchema))
    case 'allow':
      return z.toJSONSchema(allowSchema)
    case 'trace':
      return z.toJSONSchema(traceSchema)
    case 'report':
    case 'figures':
      return datasetJsonSchema()[name]
  }
}

/** The schema with nothing required: a theme file says only what differs from Briefwright's own. */
function optional(schema: object): object {
  const { required: _, ...rest } = { required: undefined, ...schema }
  return 'properties' in rest && isMap(rest.properties)
    ? { ...rest, properties: mapValues(rest.properties, (value) => (isMap(value) ? optional(value) : value)) }
    : rest
}

function mapValues(record: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
