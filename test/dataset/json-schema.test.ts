import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { datasetJsonSchema } from '../../src/dataset/schema.ts'

// The YAML files point editors at schemas/. Made by: npx briefwright schema figures > schemas/figures.json
it.each(['report', 'figures'] as const)('schemas/%s.json is what the reader accepts', (name) => {
  const file = new URL(`../../schemas/${name}.json`, import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(datasetJsonSchema()[name])
})
