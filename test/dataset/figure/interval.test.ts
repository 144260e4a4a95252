import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import {
  add,
  contains,
  divide,
  interval,
  multiply,
  negate,
  squareRoot,
  subtract,
} from '../../../src/dataset/figure/interval.ts'
import type { Interval } from '../../../src/dataset/types.ts'
import { createRandom } from '../random.ts'

const show = ({ low, high }: Interval) => [low.toFixed(), high.toFixed()]

describe('intervals', () => {
  it('adds and subtracts ends', () => {
    expect(show(add(interval(1, 2), interval(10, 20)))).toEqual(['11', '22'])
    expect(show(subtract(interval(1, 2), interval(10, 20)))).toEqual(['-19', '-8'])
    expect(show(negate(interval(-1, 3)))).toEqual(['-3', '1'])
  })

  it('multiplies and divides corners', () => {
    expect(show(multiply(interval(-2, 3), interval(-5, 7)))).toEqual(['-15', '21'])
    expect(divide(interval(1, 2), interval(-1, 1))).toBeUndefined()
    expect(divide(interval(1, 2), interval(0, 1))).toBeUndefined()
  })

  it('rounds quotients outwards', () => {
    const third = divide(interval(1, 1), interval(3, 3))
    expect(third?.low.toFixed()).toBe(`0.${'3'.repeat(40)}`)
    expect(third?.high.toFixed()).toBe(`0.${'3'.repeat(39)}4`)
  })

  it('keeps open ends', () => {
    const open = interval(47, Number.POSITIVE_INFINITY)
    expect(show(subtract(interval(972.5, 973.5), open))).toEqual(['-Infinity', '926.5'])
    expect(show(multiply(open, interval(0, 2)))).toEqual(['0', 'Infinity'])
    const share = divide(open, open)
    expect(share && show(share)).toEqual(['0', 'Infinity'])
  })

  it('knows roots of what is not negative', () => {
    const root = squareRoot(interval(4, 9))
    expect(root && show(root)).toEqual(['2', '3'])
    expect(squareRoot(interval(-1, 9))).toBeUndefined()
  })

  it('holds what any values of the operands give', () => {
    const random = createRandom(7)
    const pick = () => new Decimal(random(2000) - 1000).dividedBy(random(30) + 1)
    const between = ({ low, high }: Interval) => low.plus(high.minus(low).times(random(101)).dividedBy(100))
    for (let round = 0; round < 400; round++) {
      const [a, b] = [pick(), pick()].map((low) => interval(low, low.plus(random(50)))) as [Interval, Interval]
      const [x, y] = [between(a), between(b)]
      expect(contains(add(a, b), x.plus(y))).toBe(true)
      expect(contains(subtract(a, b), x.minus(y))).toBe(true)
      expect(contains(multiply(a, b), x.times(y))).toBe(true)
      const quotient = divide(a, b)
      if (quotient && !y.isZero()) expect(contains(quotient, x.dividedBy(y))).toBe(true)
    }
  })
})
