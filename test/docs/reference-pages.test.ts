import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { referencePages } from '../../docs/site/reference-pages.ts'

const pages = await referencePages()

it.each([...pages])('docs/lookup/%s is what the code says; npm run site:pages writes it', (name, text) => {
  expect(readFileSync(`docs/lookup/${name}`, 'utf8')).toBe(text)
})

it('has no page that nothing makes', () => {
  expect(readdirSync('docs/lookup').sort()).toEqual([...pages.keys(), 'messages.md'].sort())
})

it('explains messages that the code has', () => {
  const sources = readdirSync('src', { recursive: true })
    .filter((file) => String(file).endsWith('.ts'))
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .join('\n')
  const page = readFileSync('docs/lookup/messages.md', 'utf8')
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? '')
  expect(headings.length).toBeGreaterThan(15)
  // As the code writes it: at the start of a text.
  const isWritten = (begins: string) =>
    ['`', "'", '"'].some((quote) => [':', ' '].some((next) => sources.includes(`${quote}${begins}${next}`)))
  expect(headings.filter((heading) => !isWritten(heading))).toEqual([])
})
