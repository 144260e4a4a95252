import { strFromU8, unzipSync } from 'fflate'
import type { Present } from '../../src/living/run-refresh.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { type Edit, edits, former, type Numbers, next, revised } from './edits.ts'
import { moveToNextEdition } from './next-edition.ts'
import { growReport, makeWordsFalse, presentAfter, refresh, reviseFigures } from './reports.ts'

/** Monday's deck, and the report as it is later: figures revised; words made false; a dimension, a series, rows and slides more; the next edition. */
export interface Corpus {
  monday: Uint8Array
  later: { name: string; now: Present; numbers: Numbers; friday: Uint8Array }[]
}

export async function buildCorpus(): Promise<Corpus> {
  const { bytes: monday } = await presentAfter()
  const reports: [string, Numbers, ...((folder: string) => void)[]][] = [
    ['revised', revised, reviseFigures],
    ['words false', revised, reviseFigures, makeWordsFalse],
    ['a dimension more', former, growReport],
    ['the next edition', next, moveToNextEdition],
  ]
  const later: Corpus['later'] = []
  for (const [name, numbers, ...changes] of reports) {
    const now = await presentAfter(...changes)
    later.push({ name, now, numbers, friday: refresh(monday, now).bytes ?? monday })
  }
  return { monday, later }
}

/** A deck after edits, one after another. */
export function applyEdits(deck: Uint8Array, done: readonly Edit[], numbers: Numbers): Uint8Array {
  return editDeck(deck, (parts) => {
    for (const edit of done) edit.run(parts, numbers)
  })
}

/** A third of all edits, those that can be done one after another, to Monday's deck and to the refreshed one alike: one may take away what another would change. */
export function getMixture(
  number: number,
  monday: Uint8Array,
  { name, numbers, friday }: Corpus['later'][number],
): Edit[] {
  const done: Edit[] = []
  let decks = [monday, friday]
  for (const edit of edits.filter((one, index) => index % 3 === number % 3 && isAlike(one, name) && !one.settles)) {
    const edited = decks.map((deck, index) => tryEdit(deck, edit, index === 0 ? former : numbers))
    if (edited.some((deck) => deck === undefined)) continue
    decks = edited.flatMap((deck) => deck ?? [])
    done.push(edit)
  }
  return done
}

/** The edits that can be done to Monday's deck and to the refreshed one alike. */
export function getSingles({ monday }: Corpus, { name, numbers, friday }: Corpus['later'][number]): Edit[] {
  return edits.filter((edit) => isAlike(edit, name) && tryEdit(monday, edit, former) && tryEdit(friday, edit, numbers))
}

function isAlike({ another }: Edit, name: string): boolean {
  return another === undefined || !another.test(name)
}

/** The edited deck; undefined where what the edit changes is not there. */
function tryEdit(deck: Uint8Array, edit: Edit, numbers: Numbers): Uint8Array | undefined {
  try {
    return applyEdits(deck, [edit], numbers)
  } catch {
    return undefined
  }
}

/** The parts in which the edited deck, refreshed, is not the refreshed deck, edited. */
export function getFaults(
  done: readonly Edit[],
  monday: Uint8Array,
  { now, numbers, friday }: Corpus['later'][number],
): string[] {
  const refreshed = refresh(applyEdits(monday, done, former), now).bytes ?? new Uint8Array()
  const others = differences(refreshed, applyEdits(friday, done, numbers))
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

/** The former numbers that a deck still says anywhere, where they are none of the later report's: of a later edition they are those of the year before. */
export function formerIn(deck: Uint8Array, { numbers }: Pick<Corpus['later'][number], 'numbers'>): string[] {
  if (numbers !== revised) return []

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
