import { expect, test } from 'vitest'
import type { Observation } from '../../../src/dataset/types.ts'
import { type ExpectedText, mentionsIn } from '../../../src/trust/verify/expected-text.ts'
import { createTextMatcher } from '../../../src/trust/verify/match-texts.ts'
import type { FoundText } from '../../../src/trust/verify/read/found-document.ts'
import { verifyDocument } from '../../../src/trust/verify/verify-document.ts'

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

test('a slide is known by its title and caption, whatever its chart holds beside what is drawn', () => {
  const chart = Array.from({ length: 4 }, (_, at) => `工业机器人 减速器 软件与服务 ${at}`)
  const slide = (page: number, title: string, labels: readonly string[]): ExpectedText[] =>
    [title, '各业务收入', ...labels].map((text, at) => ({
      ...built,
      page,
      medium: at < 2 ? 'text' : 'chart',
      text,
    }))
  const expected = [...slide(1, '变化', chart.slice(0, 1)), ...slide(2, '各业务收入', chart)]
  const there = [...slide(1, '变化', chart), ...slide(2, '各业务收入', chart)].map(({ page, text, medium }) => ({
    ...found(page, text),
    medium,
  }))
  const { pageOf } = createTextMatcher(expected, there)
  expect([pageOf(1), pageOf(2)]).toEqual([1, 2])
})

test('slides behind one that was put before them are known by their words, and one that was taken away is missed', () => {
  const titles = ['Visits rose', 'Loans fell', 'Branches open longer', 'Readers are younger']
  const expected = titles.map((text, at): ExpectedText => ({ ...built, page: at + 1, medium: 'text', text }))
  const there = ['Welcome', ...titles.slice(0, 3)].map((text, at) => found(at + 1, text))
  const { pageOf } = createTextMatcher(expected, there)
  expect([1, 2, 3, 4].map(pageOf)).toEqual([undefined, 1, 2, 3])
  const standard = { language: 'en', expected, names: undefined, figures: () => [] }
  const { reworded } = verifyDocument(
    { kind: 'deck', file: 'deck.pptx', language: 'en', pages: 4, texts: there, links: [], charts: [], pictures: [] },
    standard,
  )
  expect(reworded.filter(({ what }) => what === 'gone').map(({ page, was }) => [page, was])).toEqual([
    [4, 'Readers are younger'],
  ])
})

test('a number in another language is read as that language writes it', () => {
  const observation = {} as Observation
  const runs = [
    { text: '4,8 % ; en allemand : ' },
    { text: '4,872', observation, language: 'de' },
    { text: ' Milliarden Euro', observation, language: 'de' },
  ]
  const text = runs.map((run) => run.text).join('')
  const values = mentionsIn({ ...built, language: 'fr', text, runs }).map(
    ({ mention }) => mention.kind === 'number' && mention.value.toString(),
  )
  expect(values).toEqual(['4.8', '4872000000'])
})

test('a line that ends after a hyphen within a word, or beside one that is left out, is what it is on one line', () => {
  const said = 'Said by Ada Winter, Secretary-General, of Ein- und Ausfuhr.'
  const text = found(1, 'Said by Ada Winter, Secretary- General, of Ein- und Ausfuhr.')
  expect(createTextMatcher([{ ...built, text: said }], [text]).exact(text)?.text).toBe(said)
  const other = found(1, 'Said by Ada Winter, Secretary General, of Ein- und Ausfuhr.')
  expect(createTextMatcher([{ ...built, text: said }], [other]).exact(other)).toBeUndefined()
})
