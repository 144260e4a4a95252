import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { toJsonSchema } from '../../src/command/editor/editor-file.ts'

// The YAML files point editors at data/schema/. Made by: npx briefwright schema figures > data/schema/figures.json
it.each(['report', 'figures', 'allow'] as const)('data/schema/%s.json is what the reader accepts', (name) => {
  const file = new URL(`../../data/schema/${name}.json`, import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(toJsonSchema(name))
})
