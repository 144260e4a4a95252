import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { referencePages } from '../../docs/site/reference-pages.ts'

const pages = await referencePages()

it.each([...pages])('docs/lookup/%s is what the code says; npm run site:pages writes it', (name, text) => {
  expect(readFileSync(`docs/lookup/${name}`, 'utf8')).toBe(text)
})

it('has no page that nothing makes', () => {
  expect(readdirSync('docs/lookup').sort()).toEqual([...pages.keys()].sort())
})
