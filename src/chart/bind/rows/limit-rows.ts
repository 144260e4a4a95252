/** As many rows as any one step may make. A page has no room for more, and memory for little more. */
export const mostRows = 2_000_000

interface Operator {
  transform(parameters: Parameters, pulse: Pulse): unknown
}
type Parameters = Readonly<Record<string, unknown>>
interface Pulse {
  source?: ArrayLike<unknown> | undefined
}
type Transform = new (...given: never[]) => Operator

/** Vega's expression functions, asked for by name and given anew. */
type Functions = (name: string, call?: (...given: never[]) => unknown) => unknown

/** How many rows each of the transforms that make rows out of little is about to make. */
const makers: Readonly<Record<string, (parameters: Parameters, pulse: Pulse) => number>> = {
  sequence: ({ start = 0, stop = 0, step = 1 }) => (Number(stop) - Number(start)) / Number(step),
  cross: (_, { source }) => (source?.length ?? 0) ** 2,
  flatten: ({ fields = [] }, { source }) => sum(source, (row) => longest(fields, row)),
  fold: ({ fields = [] }, { source }) => (source?.length ?? 0) * getLength(fields),
  density: ({ steps, maxsteps }) => Number(steps ?? maxsteps ?? 0),
  kde: ({ steps, maxsteps }) => Number(steps ?? maxsteps ?? 0),
  isocontour: ({ levels }) => Number(levels ?? 0),
  // A meridian has a point every 2.5 degrees.
  graticule: ({ step = [10, 10] }) => (360 / Math.min(...[step].flat().map(Number))) * 72,
  // The steps of a binned axis.
  scale: ({ bins }) => (isBins(bins) ? (bins.stop - bins.start) / bins.step : 0),
  axisticks: ({ count }) => (typeof count === 'number' ? count : 0),
}

/** What a row has under each field, as Vega asks for it. */
type Field = (row: unknown) => unknown

function longest(fields: unknown, row: unknown): number {
  const lengths = Array.isArray(fields) ? fields.map((field: Field) => getLength(field(row))) : []
  return Math.max(1, ...lengths)
}

function getLength(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

function sum(rows: ArrayLike<unknown> | undefined, count: (row: unknown) => number): number {
  return Array.from(rows ?? []).reduce<number>((all, row) => all + count(row), 0)
}

function isBins(value: unknown): value is { start: number; stop: number; step: number } {
  // What a bin transform gives is a function that has them.
  return value instanceof Object && 'step' in value && 'start' in value && 'stop' in value
}

/**
 * Has Vega refuse to make more rows than can be drawn, before it makes them: its transforms and its `sequence()`. A
 * chart pays a
 * comparison a step for it. To be called once: Vega keeps both in global places.
 */
export function limitRows(transforms: Record<string, unknown>, functions: Functions): void {
  for (const [name, count] of Object.entries(makers)) {
    const maker = transforms[name]
    if (typeof maker === 'function') transforms[name] = limited(maker as Transform, name, count)
  }
  const sequence = functions('sequence')
  if (typeof sequence !== 'function') return
  functions('sequence', (...ends: number[]) => {
    const [start = 0, stop = 0, step = 1] = ends.length > 1 ? ends : [0, ...ends]
    refuse('sequence', (stop - start) / step)
    return Reflect.apply(sequence, undefined, ends)
  })
}

function limited(maker: Transform, name: string, count: (parameters: Parameters, pulse: Pulse) => number): Transform {
  return class extends maker {
    override transform(parameters: Parameters, pulse: Pulse): unknown {
      refuse(name, count(parameters, pulse))
      return super.transform(parameters, pulse)
    }
  }
}

function refuse(name: string, rows: number): void {
  if (rows > mostRows)
    throw new Error(`"${name}" asks for ${rows.toPrecision(3)} rows, and ${mostRows} are the most that can be drawn`)
}
