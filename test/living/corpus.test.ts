import { beforeAll, describe, expect, it } from 'vitest'
import {
  applyEdits,
  buildCorpus,
  type Corpus,
  edits,
  formerIn,
  getFaults,
  getMixture,
  getSingles,
  refresh,
} from './corpus.ts'
import { former } from './edits.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await buildCorpus()
})

describe('some twenty edits of one deck', () => {
  // Each mixture to one later report here; `npm run conformance` does all of them, and each edit by itself.
  it.each([0, 1, 2, 3])(
    'mixture %i: none is lost, no former number is left, and a second refresh changes nothing',
    (number) => {
      const { monday, later } = corpus
      const one = later[number]
      if (!one) throw new Error('no such report')
      const done = getMixture(number, monday, one)
      expect(done.length).toBeGreaterThanOrEqual(18)
      expect(getFaults(done, monday, one)).toEqual([])
      const deck = refresh(applyEdits(monday, done, former), one.now).bytes ?? monday
      expect(formerIn(deck, one)).toEqual([])
      expect(refresh(deck, one.now).bytes).toBeUndefined()
    },
  )

  it('are more than sixty kinds for each later report, each told apart by its name', () => {
    expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length)
    for (const one of corpus.later) expect(getSingles(corpus, one).length).toBeGreaterThanOrEqual(60)
  })

  it('leaves a value that was typed into a chart, and says so', () => {
    const typed = edits.find(({ name }) => name === 'a value typed into a chart')
    const [revised] = corpus.later
    if (!typed || !revised) throw new Error('no such edit')
    const { entries, bytes } = refresh(applyEdits(corpus.monday, [typed], former), revised.now)
    expect(bytes && refresh(bytes, revised.now).changed).toEqual([])
    expect(entries.filter(({ kind }) => kind === 'settle').map(({ message }) => message)).toEqual([
      expect.stringMatching(/“17.5” was typed at “Instant messaging”: it is 16.2 now/),
    ])
  })
})
