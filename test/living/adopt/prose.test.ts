import PptxGenJS from 'pptxgenjs'
import { expect, it } from 'vitest'
import { groupBy } from '../../../src/dataset/group-by.ts'
import type { Dataset } from '../../../src/dataset/types.ts'
import { adoptDeck } from '../../../src/living/adopt/find/adopt-deck.ts'
import { openEditor } from '../../../src/living/write/edit-package.ts'
import type { Language } from '../../../src/locale/languages.ts'
import { corpusDataset, passagesOf, readCorpus } from '../../trust/sentences/sentences.ts'

/** What adopt takes the numbers of sentences for that stand on a slide each: the figures that are sure. */
async function adopted(texts: readonly string[], dataset: Dataset, language: Language) {
  const deck = new PptxGenJS()
  for (const text of texts) deck.addSlide().addText(text, { x: 0.5, y: 0.5, w: 9, h: 2 })
  const bytes = new Uint8Array((await deck.write({ outputType: 'uint8array' })) as Uint8Array)
  const { numbers } = adoptDeck(openEditor(bytes), dataset, language)
  return numbers.filter(({ verdict }) => verdict === 'sure').map(({ line }) => line)
}

it.each<[Language, string, string, string[]]>([
  ['en', '.', 'The digital share rose from 24.0% to 30.0%.', ['digital-share@2024', 'digital-share@2025']],
  ['en', '.', 'The budget is 18.6 million euros.', ['budget@2025']],
  ['en', '.', 'Staffing did not change: 214 people, as in 2024.', []],
  ['en', '.', 'Visits rose from 1.284 million.', []],
  ['fr', '.', 'Les prêts numériques passent de 602 000 à 738 000.', ['digital-loans@2024', 'digital-loans@2025']],
  ['es', '.', 'Los préstamos digitales pasaron de 602.000 a 738.000.', ['digital-loans@2024', 'digital-loans@2025']],
  [
    'de',
    '.',
    'Die digitalen Ausleihen sind von 602.000 auf 738.000 gestiegen.',
    ['digital-loans@2024', 'digital-loans@2025'],
  ],
  ['zh', '.', '数字借阅量由60.2万次增至73.8万次。', ['digital-loans@2024', 'digital-loans@2025']],
])(
  'a number of a colleague’s sentence is the figure of its time (%s, %s): %s',
  async (language, folder, text, keys) => {
    const lines = await adopted([text], corpusDataset(folder), language)
    expect(lines.map(({ is }) => is)).toEqual(keys)
  },
)

it.each<[Language, string, string, number]>([
  ['es', 'hosteleria', 'Noches de hotel: 4,485 millones', 1],
  ['es', 'hosteleria', 'Noches de hotel, tel 4,485 millones', 0],
  ['en', '.', 'Digital loans: ext 738,000', 0],
  ['en', '.', 'Digital loans: 738,000', 1],
])('a number after a word for a telephone is no figure (%s, %s): %s', async (language, folder, text, count) => {
  expect(await adopted([text], corpusDataset(folder), language)).toHaveLength(count)
})

it.each<[Language, number]>([
  ['en', 0.16],
  ['zh', 0.35],
  ['de', 0.16],
  ['fr', 0.16],
  ['es', 0.16],
])('the numbers of offices’ sentences are taken for no other figure (%s)', async (language, least) => {
  const some = readCorpus(language).filter(({ isTrue, text }, at) => isTrue && text.includes('{') && at % 32 === 0)
  const wrong: string[] = []
  let [all, sure] = [0, 0]
  for (const [folder, sentences] of groupBy(some, (one) => one.folder)) {
    const dataset = corpusDataset(folder)
    const passages = sentences
      .flatMap(({ text }) => passagesOf(text, dataset, language))
      .filter((one) => one.figures[0])
    const lines = await adopted(
      passages.map(({ text }) => text),
      dataset,
      language,
    )
    for (const { text, figures } of passages) {
      const keys = figures.map(({ observation }) => observation.key)
      const own = lines.filter((line) => line.text === text)
      wrong.push(
        ...own.filter(({ is }) => !keys.some((key) => key === is)).map(({ says, is }) => `${says} ${is}: ${text}`),
      )
      all += figures.length
      sure += own.length
    }
  }
  expect(wrong).toEqual([])
  expect(sure / all).toBeGreaterThan(least)
})
