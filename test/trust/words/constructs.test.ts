import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/dataset/types.ts'
import type { Language } from '../../../src/locale/languages.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { chinesePairs, englishPairs, type Pair } from '../sentences/constructs.ts'
import { phrasedPairs } from '../sentences/phrasings.ts'
import { corpusDataset, judgeWhole } from '../sentences/sentences.ts'

/** Of what is made, one in so many is judged here; docs/understand/measured.md has all. */
const every = Number(process.env.EVERY ?? 30)

/** The folders of releases and reports in a language, as `corpusDataset` takes them. */
function foldersOf(language: 'en' | 'zh'): string[] {
  const here = (name: string) => new URL(`../${name}`, import.meta.url)
  const all = ['releases', 'sentences'].flatMap((place) =>
    readdirSync(here(place), { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? [`../${place}/${one.name}`] : [],
    ),
  )
  return all.filter((folder) => {
    const report = readFileSync(here(`${folder.slice(3)}/report.yaml`), 'utf8')
    return new RegExp(`^language: ${language}\\b`, 'm').test(report)
  })
}

/** What is said of pairs: those refused though they are true, but for what rounding leaves open, and those not stopped though they are false. */
function judgeAll(language: Language, folders: readonly string[], toPairs: (dataset: Dataset) => readonly Pair[]) {
  const judged = folders.flatMap((folder) => {
    const dataset = corpusDataset(folder)
    const memory = createMemory()
    const errors = (text: string) =>
      judgeWhole(text, dataset, language, memory).filter(({ severity }) => severity === 'error')
    return toPairs(dataset)
      .filter((_, at) => at % every === 0)
      .map(({ right, wrong }) => ({
        right: errors(right).some(({ message }) => !message.startsWith('cannot be told')) ? right : '',
        wrong: errors(wrong).length === 0 ? wrong : '',
      }))
  })
  const count = (key: 'right' | 'wrong') => judged.flatMap((one) => (one[key] === '' ? [] : one[key]))
  return { all: judged.length, refused: count('right'), passed: count('wrong') }
}

test.each([
  ['en', englishPairs],
  ['zh', chinesePairs],
] as const)(
  'plain sentences of thirty kinds, made for each series of each report, are judged right (%s)',
  (language, toPairs) => {
    const { all, refused, passed } = judgeAll(language, foldersOf(language), toPairs)
    expect(all).toBeGreaterThan(every > 1 ? 50 : 2000)
    // At most one in a hundred true ones is refused, and two in a hundred false ones pass.
    expect({
      refused: refused.length > all / 100 ? refused : [],
      passed: passed.length > all / 50 ? passed : [],
    }).toEqual({ refused: [], passed: [] })
  },
)

test.each([
  ['en', 350],
  ['zh', 150],
  ['de', 100],
] as const)(
  'what 34 constructs say of figures is judged right in each phrasing, true and false (%s)',
  (language, least) => {
    const dataset = corpusDataset('building')
    const memory = createMemory()
    const isStopped = (text: string) =>
      judgeWhole(text, dataset, language, memory).some(({ severity }) => severity === 'error')
    const pairs = phrasedPairs(dataset, language)
    expect(pairs.length).toBeGreaterThan(least)
    const refused = pairs.flatMap(({ right }) => (isStopped(right) ? right : []))
    const passed = pairs.flatMap(({ wrong }) => (isStopped(wrong) ? [] : wrong))
    expect({
      refused: refused.length > pairs.length / 100 ? refused : [],
      passed: passed.length > pairs.length / 20 ? passed : [],
    }).toEqual({ refused: [], passed: [] })
  },
)
