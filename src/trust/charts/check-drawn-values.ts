import {
  isJsonObject,
  type Json,
  type JsonObject,
  type JsonPath,
  ownMeta,
  walkObjects,
} from '../../chart/spec/json/json.ts'
import { parseSpec, specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart } from '../../chart/types.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Diagnostic } from '../../diagnostic.ts'

/**
 * Values that a chart draws and no figure says: what is worked out from figures (a sum, a share, an index) must say so,
 * by its name under
 * `usermeta` and on the chart; what the spec makes itself (a constant, a sequence, an imputed value, data of its own)
 * is refused.
 */
export function checkDrawnValues(chart: Chart): Diagnostic[] {
  const { value: spec } = parseSpec(chart)
  if (!spec) return []
  const kind = 'charts' as const
  const faults = [...workedOutFaults(chart, spec), ...oddFaults(chart), ...madeUpFaults(chart, spec)]
  return faults.map((fault) => ({ ...fault, kind }))
}

function workedOutFaults(chart: Chart, spec: JsonObject): Diagnostic[] {
  const name = getName(spec)
  if ((chart.derivedMarks ?? []).length === 0 || isBoxPlot(spec)) return []
  if (name === undefined) {
    const message = `draws what is worked out from figures, and does not say what: ${chart.derivedMarks?.join(', ')}`
    const hint =
      'name it: "usermeta": { "briefwright": { "says": "index, 2019 = 100" } }, and say so in a title of the chart; or derive it in data/'
    return [{ ...specError(chart, ['transform'], message), hint }]
  }
  const { usermeta: _, ...rest } = spec
  if (asRead(JSON.stringify(rest)).includes(asRead(JSON.stringify(name).slice(1, -1)))) return []
  const message = `says what it is under usermeta alone: ${name}`
  return [
    {
      ...specError(chart, ['usermeta', 'briefwright', 'says'], message),
      hint: 'put the same words into a title of the chart or an axis',
    },
  ]
}

/** A text as readers compare it: a title begins with a capital, and one apostrophe is as good as another. */
const asRead = (text: string): string => text.toLowerCase().replaceAll('’', "'")

/** Whether all that a spec draws are boxes, which show how figures lie by what they are. */
function isBoxPlot({ mark, spec }: JsonObject): boolean {
  return isJsonObject(spec) ? isBoxPlot(spec) : (isJsonObject(mark) ? mark.type : mark) === 'boxplot'
}

/** Marks that stand where no figure puts them, sums of unlike numbers of figures, and names and numbers of others. */
function oddFaults(chart: Chart): Diagnostic[] {
  const { unfoundedMarks = [], sums = [], strays = [] } = chart
  const uneven = 'adds up unlike numbers of figures, as of four quarters and three'
  const told = [
    ...unfoundedMarks.map((mark) => [`a mark on an axis of numbers that no figure puts there: ${mark}`, hint]),
    ...(sums.some((groups) => areUneven(groups, chart))
      ? [[uneven, 'leave out what is not whole, or show the figures themselves']]
      : []),
    ...strays
      .slice(0, mostOfAKind)
      .map((stray) => [`says of one figure what is another's: ${stray}`, 'say there a field of the row drawn there']),
  ]
  return told.map(([message = '', hint]) => ({ ...specError(chart, ['encoding'], message), hint }))
}

const mostOfAKind = 3

/** Whether one sum of a series has more members or times than another; sums of different things may differ. */
function areUneven(groups: readonly (readonly number[])[], { rows }: Chart): boolean {
  const counts = groups.flatMap((group) => group.map((row) => [rows[row]?.series, group.length] as const))
  return [...groupBy(counts, ([series]) => series).values()].some(
    (own) => new Set(own.map(([, count]) => count)).size > 1,
  )
}

/** The name that a spec gives to what it works out from figures. */
export function getName(spec: JsonObject): string | undefined {
  const { says } = ownMeta(spec)
  return typeof says === 'string' ? says : undefined
}

const hint = 'take the number from the dataset: every value that a chart draws is a figure'

function madeUpFaults(chart: Chart, spec: JsonObject): Diagnostic[] {
  return walkObjects(spec).flatMap(([object, path]) =>
    madeUp(object, path).map(({ at, what }) => ({
      ...specError(chart, [...path, at], `a number that the spec makes itself: ${what}`),
      hint,
    })),
  )
}

function madeUp(object: JsonObject, path: JsonPath): { at: string; what: string }[] {
  const { impute, sequence, datasets } = object
  const imputed = isJsonObject(impute)
    ? impute.value
    : path.includes('transform') && impute !== undefined
      ? object.value
      : undefined
  return [
    ...(sequence !== undefined ? [{ at: 'sequence', what: 'a sequence' }] : []),
    ...(typeof imputed === 'number' && imputed !== 0 ? [{ at: 'impute', what: `an imputed ${imputed}` }] : []),
    ...(isJsonObject(datasets) && hasNumber(datasets) ? [{ at: 'datasets', what: 'data of its own' }] : []),
  ]
}

function hasNumber(value: Json): boolean {
  if (typeof value === 'number') return true
  if (Array.isArray(value)) return value.some(hasNumber)
  return isJsonObject(value) && Object.values(value).some(hasNumber)
}
