import { getHeading } from '../chart/draw/scene/without-title.ts'
import { isJsonObject, type Json, type JsonObject, walkObjects } from '../chart/spec/json/json.ts'
import { capital } from '../locale/words/phrases.ts'

/** Alternative text of a spec: its author's `description`, else title, kind of chart and what its axes show. */
export function describeSpec(spec: JsonObject): string {
  if (typeof spec.description === 'string' && spec.description.trim() !== '') return spec.description.trim()
  const { title } = getHeading(spec)
  const facts = [capital(getKinds(spec)), ...getEncodings(spec)].join(', ')
  return title === undefined ? `${facts}.` : `${title}. ${facts}.`
}

const kinds: Readonly<Record<string, string>> = {
  bar: 'bar chart',
  line: 'line chart',
  trail: 'line chart',
  area: 'area chart',
  point: 'scatter plot',
  circle: 'scatter plot',
  square: 'scatter plot',
  symbol: 'scatter plot',
  tick: 'strip plot',
  rect: 'chart of rectangles',
  arc: 'pie chart',
  geoshape: 'map',
  shape: 'map',
  boxplot: 'box plot',
  errorbar: 'chart of error bars',
  errorband: 'chart of an error band',
  image: 'pictures',
}

/** The kinds of chart in it, in the order in which they are drawn; words and rules only accompany. */
function getKinds(spec: JsonObject): string {
  const marks = walkObjects(spec).flatMap(([{ mark, marks }]) => [
    markName(mark),
    ...(Array.isArray(marks) ? marks.map(markName) : []),
  ])
  const found = [...new Set(marks.flatMap((name) => kinds[name ?? ''] ?? []))]
  return found.length > 0 ? found.join(' with ') : 'chart'
}

function markName(mark: Json | undefined): string | undefined {
  const name = isJsonObject(mark) ? mark.type : mark
  return typeof name === 'string' ? name : undefined
}

const channels = ['y', 'x', 'theta', 'color', 'size', 'shape', 'row', 'column', 'facet']

/** `price by year, colour by city`: the first field on each channel. */
function getEncodings(spec: JsonObject): string[] {
  const encodings = walkObjects(spec).flatMap(([{ encoding }]) => (isJsonObject(encoding) ? [encoding] : []))
  const named = channels.flatMap((channel) => {
    const name = encodings.map((encoding) => fieldName(encoding[channel])).find((found) => found !== undefined)
    return name === undefined ? [] : [`${channel}: ${name}`]
  })
  return named
}

function fieldName(definition: Json | undefined): string | undefined {
  if (!isJsonObject(definition)) return undefined
  const { title, aggregate, field } = definition
  if (typeof title === 'string' && title.trim() !== '') return title
  const name = typeof field === 'string' ? field : undefined
  if (typeof aggregate !== 'string') return name
  return name === undefined ? aggregate : `${aggregate} of ${name}`
}
