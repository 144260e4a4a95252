import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Present } from '../../src/living/refresh/build-present.ts'
import { internet } from '../fixtures.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { type Edit, edits, former, type Numbers, revised as revisedNumbers } from './edits.ts'
import { makeWordsFalse, present, presentAfter, refresh, reviseFigures } from './reports.ts'

let monday: Present
let later: Present[]
let fridays: Uint8Array[]
beforeAll(async () => {
  monday = await present(internet)
  later = [await presentAfter(reviseFigures), await presentAfter(reviseFigures, makeWordsFalse)]
  fridays = later.map((now) => refresh(monday.bytes, now).bytes ?? monday.bytes)
}, 120_000)

const apply = (deck: Uint8Array, done: readonly Edit[], numbers: Numbers) =>
  editDeck(deck, (parts) => {
    for (const edit of done) edit.run(parts, numbers)
  })

/** The names of the parts in which two decks differ, what they carry aside. */
function differences(a: Uint8Array, b: Uint8Array): string[] {
  const [left, right] = [unzipSync(a), unzipSync(b)]
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].filter((name) => {
    if (/^customXml\/|comment/i.test(name)) return false
    const [one, other] = [plain(left[name], name), plain(right[name], name)]
    return one !== other
  })
}

/** A part without what declares and relates comments. */
function plain(bytes: Uint8Array | undefined, name: string): string | undefined {
  if (!bytes) return undefined
  if (!/^\[Content|\.rels$/.test(name)) return Buffer.from(bytes).toString('latin1')
  return strFromU8(bytes).replace(/<(?:Override|Relationship) [^>]*omment[^>]*>/g, '')
}

/** Those of some edits that can be done one after another: one may take away what another would change. */
function applicable(some: readonly Edit[]): Edit[] {
  const done: Edit[] = []
  for (const edit of some) {
    try {
      apply(monday.bytes, done.concat(edit), former)
      done.push(edit)
    } catch {
      // Another edit came before it.
    }
  }
  return done
}

/** The texts of a deck, runs joined. */
function words(deck: Uint8Array): string {
  return Object.entries(unzipSync(deck))
    .filter(([name]) => name.endsWith('.xml') && !name.startsWith('customXml/'))
    .map(([, bytes]) =>
      strFromU8(bytes)
        .replace(/<[^>]*>/g, '')
        .replaceAll('\u00a0', ' '),
    )
    .join('\n')
}

const formerTexts = ['37.8%', '15.4 trillion', '973 million', '953.86', '42.43', '21.7 percentage', 'over 47 million']

describe('a deck edited, then refreshed, is the refreshed deck, edited', () => {
  it.each(edits.map((edit) => [edit.name, edit] as const))('%s', (_, edit) => {
    const refreshed = refresh(apply(monday.bytes, [edit], former), later[0] as Present)
    const expected = apply(fridays[0] as Uint8Array, [edit], revisedNumbers)
    const others = differences(refreshed.bytes ?? new Uint8Array(), expected)
    expect(others.filter((name) => !edit.besides?.test(name))).toEqual([])
    const settle = refreshed.entries.filter(({ kind }) => kind === 'settle').map(({ message }) => message)
    expect(settle).toEqual(edit.settles ? [expect.stringMatching(edit.settles)] : [])
  })
})

describe('twenty edits of one deck', () => {
  it.each([0, 1, 2, 3])('mixture %i, refreshed to each later report', (mixture) => {
    const chosen = applicable(edits.filter((edit, index) => index % 4 === mixture && !edit.settles))
    expect(chosen.length).toBeGreaterThanOrEqual(15)
    later.forEach((now, index) => {
      const refreshed = refresh(apply(monday.bytes, chosen, former), now)
      const deck = refreshed.bytes ?? new Uint8Array()
      expect(differences(deck, apply(fridays[index] as Uint8Array, chosen, revisedNumbers))).toEqual([])
      for (const text of formerTexts) expect(words(deck)).not.toContain(text)
      expect(refresh(deck, now).bytes).toBeUndefined()
    })
  })
})
