import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build } from '../../src/api/api.ts'
import { copyRegions } from '../fixtures.ts'

it('makes each variant of a report, as the command does, or those that are asked for', async () => {
  const folder = copyRegions()
  const all = await build(folder, { formats: ['md'] })
  const variants = ['north', 'south', 'islands']
  expect(all.ok).toBe(true)
  expect([...new Set(all.files.map(({ name }) => name.split('.')[1]))]).toEqual(variants)
  const one = await build(folder, { formats: ['md'], variants: ['islands'], out: join(folder, 'out') })
  expect(one.files.every(({ name }) => name.startsWith('home-internet.islands.'))).toBe(true)
  expect(variants.filter((id) => existsSync(join(folder, 'out', id)))).toEqual(['islands'])
  const none = await build(folder, { variants: ['island'] })
  expect([none.ok, none.files, none.diagnostics[0]?.message]).toEqual([false, [], 'unknown variant: island'])
})
