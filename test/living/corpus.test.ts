import { beforeAll, describe, expect, it } from 'vitest'
import { applyEdits, buildCorpus, type Corpus, edits, formerIn, getFaults, getMixture, refresh } from './corpus.ts'
import { former } from './edits.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await buildCorpus()
}, 120_000)

describe('some twenty edits of one deck', () => {
  it.each([0, 1, 2, 3])('mixture %i: none is lost, and no former number is left', (number) => {
    const { monday, later } = corpus
    const done = getMixture(number, monday)
    expect(done.length).toBeGreaterThanOrEqual(15)
    for (const one of later) {
      expect(getFaults(done, monday, one)).toEqual([])
      const deck = refresh(applyEdits(monday, done, former), one.now).bytes ?? monday
      expect(formerIn(deck)).toEqual([])
      expect(refresh(deck, one.now).bytes).toBeUndefined()
    }
  })

  it('are more than eighty kinds, each told apart by its name', () => {
    expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length)
    expect(edits.length).toBeGreaterThanOrEqual(70)
  })

  it('leaves a value that was typed into a chart, and says so', () => {
    const typed = edits.find(({ name }) => name === 'a value typed into a chart')
    const [revised] = corpus.later
    if (!typed || !revised) throw new Error('no such edit')
    const { entries } = refresh(applyEdits(corpus.monday, [typed], former), revised.now)
    expect(entries.filter(({ kind }) => kind === 'settle').map(({ message }) => message)).toEqual([
      expect.stringMatching(/“17.5” was typed at “Instant messaging”: it is 16.2 now/),
    ])
  })
})
