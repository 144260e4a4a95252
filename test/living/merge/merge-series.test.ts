import { expect, it } from 'vitest'
import type { BaseSeries } from '../../../src/build/base/base-types.ts'
import type { LivingSeries } from '../../../src/build/base/living-types.ts'
import { planSeries } from '../../../src/living/merge/merge-series.ts'

type Points = readonly (readonly [category: string, value: string])[]

function vectorsOf(points: Points) {
  return [
    { role: 'c:cat', values: points.map(([category]) => category) },
    { role: 'c:val', values: points.map(([, value]) => value) },
  ]
}

function toBase(points: Points): BaseSeries {
  return { vectors: vectorsOf(points), labels: [], points: [] }
}

const was = toBase([
  ['North', '10'],
  ['South', '20'],
  ['East', '30'],
])
const is = toBase([
  ['North', '11'],
  ['South', '22'],
  ['West', '44'],
])

/** The values of a series of a deck after the merge, and what is left to settle. */
function merge(points: Points, language = 'en') {
  const theirs = { vectors: vectorsOf(points) } as unknown as LivingSeries
  const { vectors, conflicts, follows } = planSeries(theirs, was, is, language)
  return { follows, values: vectors.find(({ vector }) => vector.role === 'c:val')?.values, conflicts }
}

it('has the values and categories of the present build where a chart stands as it was built', () => {
  const points: Points = [
    ['North', '10'],
    ['South', '20.000000000000001'],
    ['East', '30'],
  ]
  expect(merge(points)).toEqual({ follows: true, values: ['11', '22', '44'], conflicts: [] })
})

it('leaves a value that a person typed, and tells what it is now', () => {
  const points: Points = [
    ['North', '10'],
    ['South', '25'],
    ['East', '30'],
  ]
  const conflicts = ['“25” was typed at “South”: it is 22 now']
  expect(merge(points)).toEqual({ follows: true, values: ['11', '25', '44'], conflicts })
})

it('gives each category its own value where people have put them in another order, taken one out or added one', () => {
  const points: Points = [
    ['South', '20'],
    ['Centre', '5'],
    ['North', '12'],
  ]
  const conflicts = [
    '“12” was typed at “North”: it is 11 now',
    'not added, for the categories were changed by hand: West',
  ]
  expect(merge(points)).toEqual({ follows: false, values: ['22', '5', '12'], conflicts })
})

it('leaves the value of a category that the report has no more, and tells it', () => {
  const points: Points = [
    ['East', '30'],
    ['North', '10'],
  ]
  const conflicts = [
    'the category “East” is not in the report any more',
    'not added, for the categories were changed by hand: West',
  ]
  expect(merge(points)).toEqual({ follows: false, values: ['30', '11'], conflicts })
})
