import { type Json, type JsonObject, objectsIn } from '../spec/json/json.ts'

/** Whether a scale of this type takes numbers; without one it is linear. */
export function isNumberScale(type: Json | undefined = 'linear'): boolean {
  return ['linear', 'log', 'pow', 'sqrt', 'symlog'].includes(String(type))
}

/** The scales of numbers of a Vega spec and its groups, by their names, which the compiler gives once. */
export function numberScales(group: JsonObject): ReadonlySet<string> {
  const own = objectsIn(group.scales).filter(({ type }) => isNumberScale(type))
  const inner = objectsIn(group.marks).flatMap((mark) => [...numberScales(mark)])
  return new Set([...own.map(({ name }) => String(name)), ...inner])
}

/** The scales of a Vega spec and its groups that an axis shows. */
export function axisScales(group: JsonObject): string[] {
  const own = objectsIn(group.axes).map(({ scale }) => String(scale))
  return [...own, ...objectsIn(group.marks).flatMap(axisScales)]
}
