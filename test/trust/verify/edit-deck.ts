import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The parts of a deck as texts, to be edited in place. */
export interface DeckParts {
  get(part: string): string
  set(part: string, xml: string): void
  /** The first slide (or part of that kind) that says a text; a space stands for any kind of space. */
  saying(text: string, kind?: RegExp): string
  /** Replaces a text where it first stands in the part. */
  replace(part: string, from: string, to: string): void
  names(): string[]
  remove(part: string): void
}

/** A deck after an edit of its parts, as a program would write it that keeps all else. */
export function editDeck(deck: Uint8Array, edit: (parts: DeckParts) => void): Uint8Array {
  const files = { ...unzip(deck) }
  const get = (part: string) => {
    const bytes = files[part]
    if (!bytes) throw new Error(`no part: ${part}`)
    return strFromU8(bytes)
  }
  const set = (part: string, xml: string) => {
    files[part] = strToU8(xml)
  }
  const saying = (text: string, kind = /^ppt\/slides\/slide\d+\.xml$/) => {
    const numbered = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
    const parts = Object.keys(files).filter((name) => kind.test(name))
    const part = parts.sort((x, y) => numbered(x) - numbered(y)).find((name) => pattern(text).test(get(name)))
    if (part === undefined) throw new Error(`no part says: ${text}`)
    return part
  }
  const replace = (part: string, from: string, to: string) => {
    const before = get(part)
    if (!pattern(from).test(before)) throw new Error(`not in ${part}: ${from}`)
    set(
      part,
      before.replace(pattern(from), () => to),
    )
  }
  edit({
    get,
    set,
    saying,
    replace,
    names: () => Object.keys(files),
    remove: (part) => {
      delete files[part]
    },
  })
  // Stored, not packed: packing takes longer than what is tested.
  return zipSync(files, { level: 0 })
}

const unzipped = new WeakMap<Uint8Array, ReturnType<typeof unzipSync>>()

/** A deck's files; unpacked once for all its edits. */
function unzip(deck: Uint8Array): ReturnType<typeof unzipSync> {
  const files = unzipped.get(deck) ?? unzipSync(deck)
  unzipped.set(deck, files)
  return files
}

export const notes = /^ppt\/notesSlides\/notesSlide\d+\.xml$/

function pattern(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]'))
}
