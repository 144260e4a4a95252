import { suggest } from '../../diagnostic.ts'
import type { SpecFault } from './check-spec.ts'
import { formatPath } from './format-path.ts'
import { type Json, type JsonObject, type JsonPath, walkSpec } from './json.ts'
import { type SpecFile, specError } from './spec-file.ts'

/** Warnings for texts of a Vega-Lite spec that stand for a colour and are none: they are drawn black, or not at all. `names` are CSS's. */
export function colorFaults(source: SpecFile, spec: JsonObject, names: readonly string[]): SpecFault[] {
  return [...walkSpec(spec)].flatMap(([object, path]) =>
    colorsIn(object, path)
      .filter(({ text }) => !isColor(text, names))
      .map(({ text, path: at }) => ({
        path: at,
        diagnostic: {
          ...specError(source, at, `wrong value of ${formatPath(at)}: ${JSON.stringify(text)}`),
          severity: 'warning' as const,
          expected: 'a colour: a name of CSS, #rrggbb, rgb(…) or hsl(…)',
          hint: suggest(text.toLowerCase(), names),
        },
      })),
  )
}

/** A text that stands for a colour: a property of a mark, an axis or a title; or the value of a channel that colours. */
function colorsIn(object: JsonObject, path: JsonPath): { text: string; path: JsonPath }[] {
  if (path.includes('resolve') || path.includes('usermeta') || path.includes('transform')) return []
  const isChannel = path.includes('encoding') && ['color', 'fill', 'stroke'].includes(channelOf(path))
  return Object.entries(object).flatMap(([key, value]: [string, Json]) => {
    const isNamed = /^(color|fill|stroke|background)$|Color$/.test(key) || (key === 'value' && isChannel)
    return typeof value === 'string' && isNamed ? [{ text: value, path: [...path, key] }] : []
  })
}

/** The channel that a definition is of, or one of its conditions. */
function channelOf(path: JsonPath): string {
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
