import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { referencePages } from '../../docs/site/reference-pages.ts'
import { messages } from '../../src/console/messages.ts'

const pages = await referencePages()

it.each([...pages])('docs/lookup/%s is what the code says; npm run site:pages writes it', (name, text) => {
  expect(readFileSync(`docs/lookup/${name}`, 'utf8')).toBe(text)
})

it('has no page that nothing makes', () => {
  expect(readdirSync('docs/lookup').sort()).toEqual([...pages.keys()].sort())
})

it('explains messages that the code has', () => {
  const sources = readdirSync('src', { recursive: true })
    .filter((file) => String(file).endsWith('.ts') && String(file) !== 'console/messages.ts')
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .join('\n')
  // As the code writes it: at the start of a text.
  const isWritten = (begins: string) => ['`', "'", '"'].some((quote) => sources.includes(`${quote}${begins}`))
  const unknown = messages.filter(({ begins }) => !isWritten(begins))
  expect(unknown.map(({ begins }) => begins)).toEqual([])
})
