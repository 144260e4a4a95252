import { strFromU8, unzipSync } from 'fflate'
import type { Present } from '../../src/living/refresh/build-present.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { type Edit, edits, former, type Numbers, revised } from './edits.ts'
import { internet, makeWordsFalse, present, presentAfter, refresh, reviseFigures } from './reports.ts'

/** Monday's deck, and the report as it is later: figures revised; words made false; an application less in the lists. */
export interface Corpus {
  monday: Uint8Array
  later: { name: string; now: Present; friday: Uint8Array }[]
}

export async function buildCorpus(): Promise<Corpus> {
  const { bytes: monday } = await present(internet)
  const reports = {
    revised: await presentAfter(reviseFigures),
    'words false': await presentAfter(reviseFigures, makeWordsFalse),
  }
  const later = Object.entries(reports).map(([name, now]) => ({
    name,
    now,
    friday: refresh(monday, now).bytes ?? monday,
  }))
  return { monday, later }
}

/** A deck after edits, one after another. */
export function applyEdits(deck: Uint8Array, done: readonly Edit[], numbers: Numbers): Uint8Array {
  return editDeck(deck, (parts) => {
    for (const edit of done) edit.run(parts, numbers)
  })
}

/** A fourth of all edits, those that can be done one after another: one may take away what another would change. */
export function getMixture(number: number, monday: Uint8Array): Edit[] {
  const done: Edit[] = []
  let deck = monday
  for (const edit of edits.filter((one, index) => index % 4 === number && !one.settles)) {
    try {
      deck = applyEdits(deck, [edit], former)
      done.push(edit)
    } catch {
      // Another edit came before it.
    }
  }
  return done
}

/** The parts in which the edited deck, refreshed, is not the refreshed deck, edited. */
export function getFaults(
  done: readonly Edit[],
  monday: Uint8Array,
  { now, friday }: Corpus['later'][number],
): string[] {
  const refreshed = refresh(applyEdits(monday, done, former), now).bytes ?? new Uint8Array()
  const others = differences(refreshed, applyEdits(friday, done, revised))
  return others.filter((name) => !done.some(({ besides }) => besides?.test(name)))
}

/** The names of the parts in which two decks differ, what they carry and comments aside. */
function differences(a: Uint8Array, b: Uint8Array): string[] {
  const [left, right] = [unzipSync(a), unzipSync(b)]
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].filter(
    (name) => !/^customXml\/|comment/i.test(name) && plain(left[name], name) !== plain(right[name], name),
  )
}

/** A part without what declares and relates comments. */
function plain(bytes: Uint8Array | undefined, name: string): string | undefined {
  if (!bytes) return undefined
  if (!/^\[Content|\.rels$/.test(name)) return Buffer.from(bytes).toString('latin1')
  return strFromU8(bytes).replace(/<(?:Override|Relationship) [^>]*omment[^>]*>/g, '')
}

const formerTexts = ['37.8%', '15.4 trillion', '973 million', '953.86', '42.43', '21.7 percentage', 'over 47 million']

/** The former numbers that a deck still says anywhere. */
export function formerIn(deck: Uint8Array): string[] {
  const words = Object.entries(unzipSync(deck))
    .filter(([name]) => name.endsWith('.xml') && !name.startsWith('customXml/'))
    .map(([, bytes]) =>
      strFromU8(bytes)
        .replace(/<[^>]*>/g, '')
        .replaceAll('\u00a0', ' '),
    )
    .join('\n')
  return formerTexts.filter((text) => words.includes(text))
}

export { edits, refresh }
