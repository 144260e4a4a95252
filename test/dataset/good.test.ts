import { expect, it } from 'vitest'
import { figures, read } from './example.ts'

it('reads the example without a trouble', () => {
  const { value, diagnostics } = read({ 'figures.yaml': figures })
  expect(diagnostics).toEqual([])
  expect([...(value?.observations.keys() ?? [])]).toEqual([
    'users@2022-12',
    'users@2023-12',
    'users.change@2023-12',
    'users.rate@2023-12',
    'share@2023-12',
  ])
})
