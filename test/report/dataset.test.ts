import { describe, expect, it } from 'vitest'
import { readDataset } from '../../src/dataset/read/read.ts'
import { readNumbers } from '../../src/trust/numbers/numbers-in-text.ts'
import { statedFigures } from './evidence.ts'

const { value: dataset, diagnostics } = readDataset('.')
if (!dataset) throw new Error('the dataset does not read')

describe('the dataset of this repository', () => {
  it('reads without a word of complaint', () => {
    expect(diagnostics).toEqual([])
  })

  it('contradicts itself nowhere', () => {
    expect(dataset.checks.length).toBeGreaterThan(0)
    expect(dataset.checks.filter(({ verdict }) => verdict === 'contradicts')).toEqual([])
  })

  it('says in which paragraph its article states each figure', () => {
    const figures = statedFigures(dataset)
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.filter(({ statement }) => statement?.paragraphs.length === 0).map(({ key }) => key)).toEqual([])
  })

  it('has each figure as its article prints it', () => {
    for (const { key, quantity, statement } of statedFigures(dataset)) {
      const printed = readNumbers(statement?.printed ?? '', 'en').filter((number) => number.kind === 'number')
      const values = printed.map(({ value, qualifier }) => `${qualifier ?? ''} ${value.abs().toFixed()}`)
      expect(values, key).toContain(`${quantity.qualifier ?? ''} ${quantity.value.abs().toFixed()}`)
    }
  })
})
