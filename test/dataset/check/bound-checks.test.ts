import { expect, it } from 'vitest'
import { figures, read } from '../example.ts'

const faults = (yaml: string) => read({ 'figures.yaml': yaml }).diagnostics.map(({ message }) => message.split(':')[0])
const share = (value: string) =>
  figures.replace('    label: Share', '    label: Share\n    denominator: users').replace('77.5%', value)
const part = (change: string) => `${figures
  .replace('    label: Users', '    label: Users\n    part-of: all')
  .replace('by: 86.29 million, rate: 20.4%', `by: ${change}`)}  all:
    label: All
    unit: people
    type: stock
    observations:
      - { period: 2023-12, value: 1 billion, source: paper }
`

it('a share of something is no more than all of it', () => {
  expect(faults(share('100%'))).toEqual([])
  expect(faults(share('583%'))).toHaveLength(1)
  // Growth is a percentage that may be any.
  expect(faults(figures.replace('77.5%', '583%').replace('label: Share', 'label: Growth'))).toEqual([])
})

it('a part of something cannot have grown by more than it is', () => {
  expect(faults(part('over 470 million'))).toEqual([])
  expect(faults(part('over 47 billion'))).toHaveLength(1)
})

it('a number begins with 0 where its digits have changed places', () => {
  expect(faults(figures.replace('509 million', '059 million'))).toContain('a number that begins with 0')
  expect(faults(share('0.5%'))).toEqual([])
})
