import type { SceneItem } from '../../draw/scene/scene.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { toSerial } from '../date-format.ts'
import type { Grouping } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import {
  type DrawnMark,
  type FactScale,
  type Facts,
  getDatum,
  getEntry,
  getFieldValue,
  getScaleName,
  getStack,
  isTime,
  plainName,
} from './facts.ts'

/** How a mark's items say their value on a channel. */
export interface PlotMeasure {
  scale: FactScale
  grouping: Grouping
  /** The field read; undefined for a constant. */
  field: string | undefined
  /** Of marks that reach from one value to another: the field of the other, and what it says. */
  from?: { field: string; read(item: SceneItem): number | null } | undefined
  read(item: SceneItem): number | null
  /** Where the value ends, and where it begins, in units of the scene. */
  end(item: SceneItem): number
  base(item: SceneItem): number
}

/** The measure of a mark on a channel. Throws NotPossible for middle-based stacks. */
export function getMeasure(facts: Facts, { encode, groups }: DrawnMark, channel: 'x' | 'y'): PlotMeasure {
  const items = groups.flat()
  const [one, other] = [getEntry(encode, channel), getEntry(encode, `${channel}2`)]
  const scale = facts.scales.get(getScaleName(one) ?? getScaleName(other) ?? '')
  if (!one || !scale) throw new NotPossible('its values are not a field of the data')
  const fields = [one, other].flatMap((entry) => (typeof entry?.field === 'string' ? [entry.field] : []))
  const stacks = fields.map((field) => getStack(facts, field))
  const stack = stacks.every((one) => one === stacks[0]) ? stacks[0] : undefined
  const place = (item: SceneItem) => (channel === 'x' ? (item.x ?? 0) : (item.y ?? 0))
  if (fields.length > 0 && stack) return stacked(scale, stack, fields, items)
  const [field, second] = fields
  if (field !== undefined && second !== undefined) return ranged(scale, field, second)
  const base = scale.place(typeof other?.value === 'number' ? other.value : 0)
  if (isAboveZero(other)) throw new NotPossible('its bars and areas begin at a value other than zero')
  if (other && !Number.isFinite(base)) throw new NotPossible('its bars start at zero, which its scale does not have')
  if (field === undefined) return constant(scale, one, place, base)
  return {
    scale,
    grouping: 'standard',
    field,
    read: (item) => toNumber(getFieldValue(getDatum(item), field)),
    end: (item) => scale.place(getFieldValue(getDatum(item), field)),
    base: () => base,
  }
}

/** Marks that reach from one field to another: the lower end is written first, whichever it is. */
function ranged(scale: FactScale, start: string, end: string): PlotMeasure {
  const read = (field: string) => (item: SceneItem) => numberOn(scale, getFieldValue(getDatum(item), field))
  const place = (field: string) => (item: SceneItem) => scale.place(getFieldValue(getDatum(item), field))
  return {
    scale,
    grouping: 'standard',
    field: end,
    from: { field: start, read: read(start) },
    read: read(end),
    end: place(end),
    base: place(start),
  }
}

/** A value as the axis of its scale counts: of times, in days. */
function numberOn(scale: FactScale, value: unknown): number | null {
  if (!isTime(scale)) return toNumber(value)
  const time = Number(value)
  return value === null || value === undefined || !Number.isFinite(time) ? null : toSerial(time)
}

/** Whether a mark begins at a value that the spec gives, which no series of PowerPoint does. */
function isAboveZero(entry: JsonObject | undefined): boolean {
  return typeof entry?.value === 'number' && entry.scale !== undefined && entry.value !== 0
}

function stacked(
  scale: FactScale,
  { field, start, end, offset }: { field: string; start: string; end: string; offset: string },
  fields: readonly string[],
  items: readonly SceneItem[],
): PlotMeasure {
  if (offset === 'center') throw new NotPossible('PowerPoint stacks nothing around a middle line')
  const isTop = fields.length > 1 || plainName(fields[0] ?? '') === end
  if (!isTop) throw new NotPossible('its lines lie on the lower edge of a stack')
  return {
    scale,
    grouping:
      offset === 'normalize'
        ? 'percentStacked'
        : items.some((item) => Number(getDatum(item)[start]) !== 0)
          ? 'stacked'
          : 'standard',
    field,
    read: (item) => toNumber(getFieldValue(getDatum(item), field)),
    end: (item) => scale.place(getDatum(item)[end]),
    base: (item) => scale.place(getDatum(item)[start]),
  }
}

/** A value that the spec gives (`datum`, or an expression): read back from its place where it is not written out. */
function constant(scale: FactScale, entry: JsonObject, place: (item: SceneItem) => number, base: number): PlotMeasure {
  const given = typeof entry.value === 'number' && entry.scale !== undefined ? entry.value : undefined
  return {
    scale,
    grouping: 'standard',
    field: undefined,
    read: (item) => given ?? toNumber(Number(Number(scale.invert(place(item))).toPrecision(12))),
    end: place,
    base: () => base,
  }
}

/** A number that can stand in a sheet; null for what is missing. */
export function toNumber(value: unknown): number | null {
  if (value === null || value === undefined || value === '' || value instanceof Date) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
