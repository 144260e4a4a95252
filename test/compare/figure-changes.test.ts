import { describe, expect, it } from 'vitest'
import { compareChecks, compareFigures } from '../../src/compare/run-diff.ts'
import type { Dataset } from '../../src/dataset/types.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { figures, read } from '../dataset/example.ts'

function dataset(figuresFile: string): Dataset {
  const { value } = read({ 'figures.yaml': figuresFile })
  if (!value) throw new Error('the example does not read')
  return value
}

/** The changes between the example and the example with one text replaced, as `kind key: before → after`. */
function changes(from: string, to: string): string[] {
  const found = compareFigures(dataset(figures), dataset(figures.replace(from, to)), getLocale('en'))
  return found.map(({ kind, key, before, after, turned }) => {
    const state = (one: typeof before) => (kind === 're-sourced' ? one?.origin : one?.printed) ?? 'nothing'
    return `${kind} ${key}: ${state(before)} → ${state(after)}${turned ? ' turned' : ''}`
  })
}

describe('compareFigures', () => {
  it('names a revised figure, and what follows from it', () => {
    expect(changes('value: 509 million', 'value: 510 million')).toEqual([
      'revised users@2022-12: 423 million people → 424 million people',
      'revised users@2023-12: 509 million people → 510 million people',
    ])
  })

  it('counts one digit more as a revision: 77.5% is not 77.50%', () => {
    expect(changes('value: 77.5%', 'value: 77.50%')).toEqual(['revised share@2023-12: 77.5% → 77.50%'])
  })

  it('tells a change that goes the other way', () => {
    expect(changes('by: 86.29 million, rate: 20.4%', 'by: -86.29 million, rate: -14.5%')).toContain(
      'revised users.change@2023-12: 86.29 million people → −86.29 million people turned',
    )
  })

  it('names a figure whose number stands, but elsewhere', () => {
    expect(changes('77.5%, source: paper', '77.5%, source: paper, paragraph: 4')).toEqual([
      're-sourced share@2023-12: paper, “77.5%” → paper, paragraph 4, “77.5%”',
    ])
  })

  it('names figures that are new, and those that are gone', () => {
    const second = '- { period: 2022-12, value: 75.6%, source: paper }\n      '
    expect(changes('- { period: 2023-12, value: 77.5%', `${second}- { period: 2023-12, value: 77.5%`)).toEqual([
      'added share@2022-12: nothing → 75.6%',
      'added share.change@2023-12: nothing → 1.9 percentage points',
    ])
    const gone = compareFigures(
      dataset(figures),
      dataset(figures.replace(', rate: 20.4%', '').replace('86.29 million', '86.3 million')),
      getLocale('en'),
    )
    expect(gone.map(({ kind, key, derived }) => [kind, key, derived])).toContainEqual([
      're-sourced',
      'users.rate@2023-12',
      true,
    ])
  })

  it('finds nothing between a dataset and itself', () => {
    expect(changes('', '')).toEqual([])
  })
})

describe('compareChecks', () => {
  it('tells a statement that the new figures contradict', () => {
    const before = dataset(figures)
    const after = dataset(figures.replace('rate: 20.4%', 'rate: 25.4%'))
    expect(compareChecks(before, after).map(({ before, after }) => [before, after])).toContainEqual([
      'agrees',
      'contradicts',
    ])
  })
})
