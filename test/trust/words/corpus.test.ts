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

// Met for the first time, each set before the rules were mended by it. English, false ones stopped, true ones stopped too: 98 of 104 and
// 4 of 103; 82 of 100 and 6 of 100 (of which three were no true ones); 41 of 50 and 6 of 50; 37 of 50 and 1 of 50. Chinese: 47 of 50 and
// 1 of 50; 45 of 50 and 3 of 50; 19 of 20 and 2 of 20. From here on sentences built as those of statistics offices and companies are, of
// reports that the rules had not been made for: 41 of 57 and 3 of 58; Chinese 30 of 37 and 3 of 38; English again 43 of 46 and 9 of 46,
// seven of these for the ages in the names of categories; Chinese again 27 of 32 and 1 of 33; English, of hotels, 25 of 30 and 2 of 30. Then sets that
// seek out what is hard: of hospitals 26 of 30 and 1 of 30, of electricity 33 of 40 and 10 of 40, of schools (after groups, targets and
// which of two were read) 32 of 40 and 9 of 40; Chinese, of a port 14 of 15 and 3 of 15, of electricity 12 of 15 and 1 of 15, of schools
// 17 of 18 and 2 of 18. Of foreign trade and of births and deaths, the first set met after distances, exceptions and counts of two kinds
// went unread: English 24 of 30 and 3 of 30 (one more for a typed age), Chinese 19 of 20 and 2 of 17; then,
// of a retailer’s quarter, English 15 of 20 and 2 of 20, Chinese 14 of 15 and 1 of 15; of
// electricity and of a port once more, English 12 of 15 and 2 of 15, Chinese 9 of 10 and 1 of 10. Of emergency admissions by age, rail
// freight and a coffee roaster, 64 of 75 and 6 of 75, Chinese 28 of 30 and 5 of 30; of an airport, farms and heating bills, 52 of 64 and
// 2 of 64, Chinese 19 of 20 and 0 of 20; of students and crimes, after the first two sets, 39 of 42 and 3 of 42, Chinese 19 of 20 and 0
// of 20; of mobile networks and water, 36 of 40 and 4 of 40, Chinese 10 of 10 and 0 of 10; of museums, 19 of 20 and 0 of 20,
// Chinese 6 of 6 and 0 of 6. Rail freight and mobile networks stand here.
// By a stranger who knew no rule, 25 of 30 and 4 of 30, 24 of 30 and 6 of 30, 22 of 30 and 2 of 30, Chinese 16 of 20 and 1 of 20, 20 of 20 and 3 of 20,
// and after these 24 of 30 and 3 of 30, 22 of 30 and 2 of 30: what they found missing stands here of the library’s figures.
// By another, of electricity by quarter and of crimes, 26 of 30 and 2 of 30, 24 of 30 and 1 of 30, Chinese, of tourists, 17 of 20 and 1 of 20:
// these stand here whole. Of a trade balance, a budget and prices below zero, 17 of 26 and 9 of 34. Of a health service, farming and
// jobs, 23 of 30 and 1 of 30, 28 of 30 and 1 of 30, Chinese 15 of 20 and 1 of 20; and a labour market by quarter and sex, last. Of a
// weather service, with degrees below zero, seasons and deviations from a mean, 19 of 34 and 5 of 29; of an election, 18 of 22 and 3 of 18.
// jobs, 23 of 30 and 1 of 30, 28 of 30 and 1 of 30, Chinese 15 of 20 and 1 of 20; and a labour market by quarter and sex. Of a fire service
// 17 of 26 and 3 of 24, Chinese 6 of 11 and 2 of 9; then, by a stranger again, of courts 27 of 30 and 0 of 30, of housing 26 of 30 and 0 of
// 30, Chinese, of travel, 17 of 20 and 0 of 20, German, of electricity, 14 of 20 and 2 of 20.
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
