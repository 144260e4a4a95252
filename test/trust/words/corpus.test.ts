import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/dataset/types.ts'
import { type Language, languages } from '../../../src/locale/languages.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole, readCorpus } from '../sentences/sentences.ts'

/** By folder; the figures of each are read once. */
const datasets = new Map<string, Dataset>()
function datasetOf(folder: string): Dataset {
  const dataset = datasets.get(folder) ?? corpusDataset(folder)
  datasets.set(folder, dataset)
  return dataset
}

/** Of the sentences of a language: the shares of false ones that are stopped, and of true ones stopped and warned of, in per cent. `CORPUS=1` prints which are not as they should be. */
function measure(language: Language) {
  const memory = createMemory()
  const judged = readCorpus(language).map((sentence) => {
    const severities = judgeWhole(sentence.text, datasetOf(sentence.folder), language, memory).map(
      ({ severity }) => severity,
    )
    return { ...sentence, isStopped: severities.includes('error'), isWarned: severities.includes('warning') }
  })
  const wrong = judged.filter(({ isTrue, isStopped, isWarned }) => (isTrue ? isStopped || isWarned : !isStopped))
  if (process.env.CORPUS) for (const { text, isTrue } of wrong) console.log(`${isTrue ? 'true' : 'false'}: ${text}`)
  const share = (isTrue: boolean, what: 'isStopped' | 'isWarned') => {
    const all = judged.filter((one) => one.isTrue === isTrue)
    return (100 * all.filter((one) => one[what]).length) / all.length
  }
  return {
    stopped: share(false, 'isStopped'),
    wronglyStopped: share(true, 'isStopped'),
    warned: share(true, 'isWarned'),
  }
}

// Met for the first time, each set before the rules were mended by it: false ones stopped, true ones stopped too. The first English sets,
// 98 of 104 and 4 of 103, 82 of 100 and 6 of 100, 41 of 50 and 6 of 50, 37 of 50 and 1 of 50; Chinese 47 of 50 and 1 of 50, 45 of 50 and
// 3 of 50. Then sentences built as those of statistics offices and companies are, of reports that the rules had not been made for: from
// 41 of 57 and 3 of 58 (the first) to 19 of 20 and 0 of 20 (museums), Chinese from 30 of 37 and 3 of 38 to 6 of 6 and 0 of 6; and of
// figures of other kinds: below zero 17 of 26 and 9 of 34, a weather service 19 of 34 and 5 of 29, an election 18 of 22 and 3 of 18, a fire
// service 17 of 26 and 3 of 24, Chinese 6 of 11 and 2 of 9. By strangers who knew no rule: of the library 25 of 30 and 4 of 30 at first, 22
// of 30 and 2 of 30 at last, Chinese 16 of 20 and 1 of 20, 20 of 20 and 3 of 20; electricity by quarter and crimes 26 of 30 and 2 of 30, 24 of
// 30 and 1 of 30; a health service, farming and jobs 23 of 30 and 1 of 30, 28 of 30 and 1 of 30, Chinese 15 of 20 and 1 of 20; tourists,
// Chinese, 17 of 20 and 1 of 20; courts 27 of 30 and 0 of 30, housing 26 of 30 and 0 of 30, travel, Chinese, 17 of 20 and 0 of 20, electricity,
// German, 14 of 20 and 2 of 20. By one who writes as newspapers do, with a turn of phrase in each: museums 15 of 30 and 5 of 30, the news 15
// of 30 and 5 of 30, banks 20 of 30 and 8 of 30, roads 21 of 30 and 4 of 30, births and migration 19 of 30 and 8 of 30; Chinese parcels 12 of
// 20 and 0 of 20, air and water 12 of 20 and 1 of 20, use of the internet 12 of 20 and 5 of 20; German teachers 13 of 20 and 4 of 20, guests
// 14 of 20 and 3 of 20. Plain releases by another stranger: 20 of 25 and 4 of 25, 13 of 25 and 4 of 25, 18 of 25 and 1 of 25, 18 of 25 and 3 of 25,
// Chinese 15 of 20 and 5 of 20, German 13 of 20 and 2 of 20, French 13 of 20 and 2 of 20, Spanish 15 of 20 and 2 of 20; later, not
// mended and not here, 22 of 25 and 6 of 25, 21 of 25 and 4 of 25, German 16 of 20 and 4 of 20, French 14 of 20 and 1 of 20. Sets since the rail
// freight stand here whole.
test.each(languages)(
  'of a hundred sentences (%s) that are false 95 are stopped, of the true ones two at most, and five warned of',
  (language) => {
    const { stopped, wronglyStopped, warned } = measure(language)
    expect(stopped).toBeGreaterThanOrEqual(95)
    expect(wronglyStopped).toBeLessThanOrEqual(2)
    expect(warned).toBeLessThanOrEqual(5)
  },
  // Some 2,700 documents are read, on machines of any speed.
  300_000,
)
