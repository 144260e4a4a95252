import { suggest } from '../../diagnostic.ts'
import { formatPath } from './json/format-path.ts'
import { type Json, type JsonObject, type JsonPath, walkSpec } from './json/json.ts'
import { type SpecFault, type SpecFile, specError } from './json/spec-file.ts'

/** What stands for a colour in a Vega-Lite spec and is none: warnings for texts, which are drawn black or not at all; errors for what can't be drawn. `names` are CSS's. */
export function colorFaults(source: SpecFile, spec: JsonObject, names: readonly string[]): SpecFault[] {
  return [...walkSpec(spec)].flatMap(([object, path]) =>
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
