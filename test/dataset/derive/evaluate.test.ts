import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { evaluate, evaluateNaturally, isFormulaFault } from '../../../src/dataset/derive/evaluate.ts'
import { formatFormula } from '../../../src/dataset/derive/format-formula.ts'
import { type Formula, parseFormula } from '../../../src/dataset/derive/formula.ts'
import { contains, exactly, interval } from '../../../src/dataset/figure/interval.ts'
import type { Interval } from '../../../src/dataset/types.ts'
import { createRandom } from '../random.ts'

const ranges: Record<string, Interval> = {
  netizens: interval('1091.5', '1092.5'),
  penetration: interval('0.7745', '0.7755'),
  rural: interval('325.5', '326.5'),
  gap: interval('0.1675', '0.1685'),
  change: interval('24.75', '24.85'),
}

const getRange = (name: string): Interval => ranges[name] ?? exactly(0)

function parse(text: string): Formula {
  const formula = parseFormula(text)
  if (isFormulaFault(formula)) throw new Error(`${formula.fault} at ${formula.offset}`)
  return formula
}

function bounds(text: string): [number, number] {
  const result = evaluate(parse(text), getRange)
  if (isFormulaFault(result)) throw new Error(result.fault)
  return [result.low.toDP(4).toNumber(), result.high.toDP(4).toNumber()]
}

describe('evaluate', () => {
  it.each([
    ['netizens - change', 1066.65, 1067.75],
    ['netizens / penetration', 1407.479, 1410.5875],
    ['change / (netizens - change)', 0.0232, 0.0233],
    // Netizens are one number, though the formula has them twice.
    ['netizens / penetration - netizens', 315.979, 318.0875],
    ['netizens - netizens', 0, 0],
    ['2 * (netizens + 25)', 2233, 2235],
    ['netizens × 100% ÷ 2 − change', 520.9, 521.5],
    ['-change', -24.85, -24.75],
    // Rural penetration, solved from four stated figures: 66.5%.
    [
      '(penetration - gap + sqrt((penetration - gap) * (penetration - gap) + 4 * gap * penetration * rural / netizens)) / 2',
      0.6645,
      0.6663,
    ],
  ])('%s', (text, low, high) => {
    expect(bounds(text)).toEqual([low, high])
  })

  it('keeps the precedence of signs', () => {
    const text = 'a - (b - c) * 2 / (d / (e + 1)) - (f - g)'
    expect(formatFormula(parse(text))).toBe(text)
  })

  it('tells where it cannot be computed', () => {
    expect(evaluate(parse('change / (netizens - netizens)'), getRange)).toMatchObject({ offset: 7 })
    expect(evaluate(parse('sqrt(change - netizens)'), getRange)).toMatchObject({ offset: 0 })
  })

  it('holds every value that its references allow, and is no wider than natural arithmetic', () => {
    const random = createRandom(11)
    const names = Object.keys(ranges)
    const formula = (depth: number): string => {
      if (depth === 0 || random(5) === 0)
        return random(4) === 0 ? String(1 + random(9)) : (names[random(names.length)] ?? '1')
      return `(${formula(depth - 1)} ${['+', '-', '*', '/'][random(4)]} ${formula(depth - 1)})`
    }
    let computed = 0
    for (let round = 0; round < 300; round++) {
      const parsed = parse(formula(3))
      const range = evaluate(parsed, getRange)
      if (isFormulaFault(range)) continue
      computed++
      const natural = evaluateNaturally(parsed, getRange)
      if (!isFormulaFault(natural)) expect(range.low.gte(natural.low) && range.high.lte(natural.high)).toBe(true)
      const sample = new Map(
        names.map((name) => {
          const { low, high } = getRange(name)
          return [name, low.plus(high.minus(low).times(random(101)).dividedBy(100))]
        }),
      )
      const point = evaluateNaturally(parsed, (name) => exactly(sample.get(name) ?? 0))
      if (isFormulaFault(point)) continue
      // The point is itself rounded to 40 digits.
      const slack = new Decimal('1e-25').times(range.high.abs().plus(1))
      expect(contains(interval(range.low.minus(slack), range.high.plus(slack)), point.low), formatFormula(parsed)).toBe(
        true,
      )
    }
    expect(computed).toBeGreaterThan(200)
  })
})
