import type { BaseSeries } from '../../build/base/base-types.ts'
import type { LivingSeries, LivingVector, Vector } from '../../build/base/living-types.ts'
import { numberLanguage } from '../../locale/languages.ts'
import { writeDigits } from '../../locale/numbers/digits.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'

/** What a vector of a series is to hold. */
export interface VectorChange {
  vector: LivingVector
  values: readonly (string | null)[]
}

/** What becomes of a series: vectors, labels and points of another look, each by its former index. */
export interface SeriesPlan {
  vectors: VectorChange[]
  /** Whether it has the categories that it was built with, so that all follow the present build. */
  follows: boolean
  conflicts: string[]
}

const categoryRoles = ['c:cat', 'c:xVal']

/** Merges a series three ways by point: a value as it was built becomes the present one, a typed one stays. */
export function planSeries(theirs: LivingSeries, base: BaseSeries, ours: BaseSeries, language: string): SeriesPlan {
  const [was, stands, now] = [getCategories(base), getCategories(theirs), getCategories(ours)]
  const follows = isSame(was, stands)
  const conflicts: string[] = []
  const say = (value: string | null) => sayValue(value, language)
  const vectors = theirs.vectors.flatMap((vector): VectorChange[] => {
    const [former, present] = [findVector(base, vector.role), findVector(ours, vector.role)]
    if (!former || !present) return []
    if (vector.role === 'c:tx') return isSame(vector.values, former.values) ? [{ vector, values: present.values }] : []
    if (categoryRoles.includes(vector.role)) return follows ? [{ vector, values: present.values }] : []
    const merged = follows
      ? mergeFollowing(vector, former, present, [was, now], say)
      : mergeStanding(vector, former, present, [was, stands, now], say)
    conflicts.push(...merged.conflicts)
    return [{ vector, values: merged.values }]
  })
  return { vectors, follows, conflicts: [...new Set(conflicts)] }
}

/** The name of a series. */
export function seriesName({ vectors }: { vectors: readonly Vector[] }): string {
  return vectors.find(({ role }) => role === 'c:tx')?.values[0] ?? ''
}

/** What a series has in a role: its name, categories, values. */
export function findVector<V extends Vector>({ vectors }: { vectors: readonly V[] }, role: string): V | undefined {
  return vectors.find((vector) => vector.role === role)
}

/** Whether a vector holds the values that a series draws, up or down. */
export function isOfValues({ role }: Pick<Vector, 'role'>): boolean {
  return role === 'c:val' || role === 'c:yVal'
}

/** The categories of a series; without any, its points by number. */
export function getCategories({ vectors }: { vectors: readonly Vector[] }): readonly (string | null)[] {
  const categories = vectors.find(({ role }) => categoryRoles.includes(role))
  const values = vectors.find(isOfValues)
  return categories?.values ?? values?.values.map((_, index) => String(index)) ?? []
}

type Categories = readonly (string | null)[]

interface MergedValues {
  values: (string | null)[]
  conflicts: string[]
}

/** The values for the categories of the present build. */
function mergeFollowing(
  theirs: Vector,
  former: Vector,
  present: Vector,
  [was, now]: readonly [Categories, Categories],
  say: (value: string | null) => string,
): MergedValues {
  const conflicts: string[] = []
  const isOneToOne = was.length === now.length
  const values = now.map((category, index) => {
    const found = was.indexOf(category)
    const at = found >= 0 ? found : isOneToOne && !now.includes(was[index] ?? null) ? index : -1
    const [stands, built] = [theirs.values[at] ?? null, former.values[at] ?? null]
    const value = present.values[index] ?? null
    if (at < 0 || isSameNumber(stands, built) || isSameNumber(stands, value)) return value
    conflicts.push(typed(say(stands), category, say(value)))
    return stands
  })
  return { values, conflicts }
}

/** The values for the categories that a person has made of it. */
function mergeStanding(
  theirs: Vector,
  former: Vector,
  present: Vector,
  [was, stands, now]: readonly [Categories, Categories, Categories],
  say: (value: string | null) => string,
): MergedValues {
  const conflicts: string[] = []
  const values = stands.map((category, index) => {
    const [at, to] = [was.indexOf(category), now.indexOf(category)]
    const value = theirs.values[index] ?? null
    if (at < 0) return value
    if (to < 0) {
      conflicts.push(`the category “${category}” is not in the report any more`)
      return value
    }
    const present_ = present.values[to] ?? null
    if (isSameNumber(value, former.values[at] ?? null) || isSameNumber(value, present_)) return present_
    conflicts.push(typed(say(value), category, say(present_)))
    return value
  })
  const added = now.filter((category) => !was.includes(category) && !stands.includes(category))
  if (added.length > 0) conflicts.push(`not added, for the categories were changed by hand: ${added.join(', ')}`)
  return { values, conflicts }
}

function typed(stands: string, category: string | null, now: string): string {
  return `“${stands}” was typed at “${category}”: it is ${now} now`
}

/** A cell's number as the language of the deck writes it. */
export function sayValue(value: string | null, language: string): string {
  if (value === null || !/^-?\d+(?:\.\d+)?$/.test(value)) return value ?? 'nothing'
  return writeDigits(value, numberWords[numberLanguage(language)].notation)
}

function isSame(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  return a.length === b.length && a.every((value, index) => isSameNumber(value, b[index] ?? null))
}

/** The same to a reader; programs write 0.1 as 0.1 or 0.10000000000000001. */
export function isSameNumber(a: string | null, b: string | null): boolean {
  if (a === b) return true
  if (a === null || b === null || a.trim() === '' || b.trim() === '') return false
  const [left, right] = [Number(a), Number(b)]
  return Math.abs(left - right) <= Math.abs(left) * 1e-12
}
