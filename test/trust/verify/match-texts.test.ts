import { expect, test } from 'vitest'
import type { ExpectedText } from '../../../src/trust/verify/expected-text.ts'
import { createTextMatcher } from '../../../src/trust/verify/match-texts.ts'
import type { FoundText } from '../../../src/trust/verify/read/found-document.ts'

const words = 'Netizens: 11.3 million people (calculated, 11.27 to 11.32 million).'
const built: ExpectedText = {
  document: 'deck',
  page: 1,
  item: 'Notes',
  medium: 'notes',
  text: words,
  language: 'en',
  runs: [{ text: words }],
}
const found = (page: number, text: string): FoundText => ({ page, item: 'P', medium: 'text', text })

test('a paragraph that a page’s end cuts in two is what it is as a whole', () => {
  const parts = [found(1, 'Netizens: 11.3 million people (calculated, 11.27 to'), found(2, '11.32 million).')]
  const matcher = createTextMatcher([built], parts)
  expect(parts.map((part) => matcher.exact(part)?.text)).toEqual(parts.map(({ text }) => text))
})

test('one of which a part was changed is not', () => {
  const parts = [found(1, 'Netizens: 11.3 million people (calculated, 11.27 to'), found(2, '11.33 million).')]
  const matcher = createTextMatcher([built], parts)
  expect(parts.map((part) => matcher.exact(part))).toEqual([undefined, undefined])
})
