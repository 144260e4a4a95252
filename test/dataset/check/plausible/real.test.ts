import { expect, it } from 'vitest'
import { formatDiagnostic } from '../../../../src/diagnostic.ts'
import { read } from '../../example.ts'
import { realFigures, realNames, toDataset } from './real-datasets.ts'

interface Figure {
  series: string
  period: string
  value: string
}

const warnings = (name: string, figures: readonly Figure[]) =>
  read(toDataset(name, figures)).diagnostics.map((one) => formatDiagnostic(one).split('; compare')[0])

// Longer than a second: it reads 2,388 figures, and some of them several times.
it('asks about 1 of 2,388 figures that are right', () => {
  const all = realNames.map((name) => ({ name, figures: realFigures(name) }))
  expect(all.length).toBeGreaterThanOrEqual(20)
  expect(all.reduce((sum, { figures }) => sum + figures.length, 0)).toBe(2388)
  expect(all.flatMap(({ name, figures }) => warnings(name, figures))).toEqual([
    // The famine: a life expectancy of 28 years between 54 and 58.
    expect.stringMatching(/china@1960 is a change many times larger than any other of its history$/),
  ])
})

/** A value as a slip prints it. */
const slips: Readonly<Record<string, (value: string) => string>> = {
  'a zero too many': (value) => value.replace(/^(-?\d+)(?:\.(\d))?/, (_, whole, next = '0') => `${whole}${next}`),
  'thousands for units': (value) => value.replace(/^(-?\d+)(?:\.\d+)?/, '$1000'),
  'a minus sign': (value) => `-${value}`,
}

it.each([
  ['a zero too many', 0.75],
  ['thousands for units', 0.9],
  ['a minus sign', 0.6],
])('notices %s in most figures', (slip, least) => {
  const trials = realNames.map((name) => {
    const figures = realFigures(name)
    const index = Math.floor(figures.length * 0.6)
    const wrong = figures.map((one, at) => (at === index ? { ...one, value: slips[slip]?.(one.value) ?? '' } : one))
    const { series, period } = figures[index] ?? { series: '', period: '' }
    return read(toDataset(name, wrong)).diagnostics.some(({ message }) => message.includes(`${series}@${period}`))
  })
  expect(trials.filter((noticed) => noticed).length / trials.length).toBeGreaterThanOrEqual(least)
})
