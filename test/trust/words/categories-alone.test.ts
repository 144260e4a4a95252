import { expect, test } from 'vitest'
import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole, readCorpus } from '../sentences/sentences.ts'

// Sentences that name categories, and not what is counted of them; two things in one word; another time than the report's.
test.each([
  ['en', 'cars'],
  ['en', 'births'],
  ['en', 'wellbeing'],
  ['zh', 'qiche'],
  ['de', 'radverkehr'],
] as const)(
  'what is said (%s, %s) of categories alone is held to each thing that is broken down so',
  (language, folder) => {
    const dataset = corpusDataset(folder)
    const memory = createMemory()
    const severities = readCorpus(language)
      .filter((sentence) => sentence.folder === folder)
      .map(({ text, isTrue }) => {
        const found = judgeWhole(text, dataset, language, memory).map(({ severity }) => severity)
        return `${isTrue} ${found.includes('error') ? 'refused' : found.length > 0 ? 'warned of' : 'as it is'} ${text}`
      })
    expect(severities.length).toBeGreaterThan(3)
    expect(severities.filter((one) => !/^(?:true as it is|false refused) /.test(one))).toEqual([])
  },
)
