import type { TextEdit } from '../../edit/text-edit.ts'
import { commonTokens, type MergeToken } from './tokens.ts'

/** A text of one side of a merge. */
export interface Side {
  text: string
  tokens: MergeToken[]
}

/** What a build printed, what a person made of it, and what a build prints now: the same things have the same keys. */
export interface Sides {
  base: Side
  theirs: Side
  ours: Side
}

/** A merge's replacements, what it could not settle, in words, and the figures that the text prints. */
export interface MergedText {
  replacements: TextEdit[]
  conflicts: string[]
  ties: MergeToken[]
}

/** Merges words between what all three share: a change on one side is taken; of changes on both the person's stay. */
export function mergeWords({ base, theirs, ours }: Sides): Omit<MergedText, 'ties'> {
  const [toTheirs, toOurs] = [commonTokens(base.tokens, theirs.tokens), commonTokens(base.tokens, ours.tokens)]
  const replacements: TextEdit[] = []
  const conflicts: string[] = []
  let from = { base: 0, theirs: 0, ours: 0 }
  const settle = (to: typeof from) => {
    const [was, stands, now] = [
      chunk(base, from.base, to.base),
      chunk(theirs, from.theirs, to.theirs),
      chunk(ours, from.ours, to.ours),
    ]
    if (was.key === now.key || stands.key === now.key) return
    const within = findWithin(base.tokens.slice(from.base, to.base), theirs.tokens, from.theirs, to.theirs)
    if (stands.key === was.key)
      replacements.push(replaceChunk(theirs, from.theirs, to.theirs, ours, from.ours, to.ours))
    else if (within !== undefined) {
      const end = within + to.base - from.base
      replacements.push(replaceChunk(theirs, within, end, ours, from.ours, to.ours))
    } else if (saysOther(stands.key, was.key))
      conflicts.push(`“${was.text}” became “${stands.text}” here and is “${now.text}” now`)
  }
  base.tokens.forEach((_, index) => {
    const [inTheirs, inOurs] = [toTheirs.get(index), toOurs.get(index)]
    if (inTheirs === undefined || inOurs === undefined) return
    settle({ base: index, theirs: inTheirs, ours: inOurs })
    from = { base: index + 1, theirs: inTheirs + 1, ours: inOurs + 1 }
  })
  settle({ base: base.tokens.length, theirs: theirs.tokens.length, ours: ours.tokens.length })
  return { replacements, conflicts }
}

/** Where tokens stand among others one after another, words that a person put before or after them aside. */
function findWithin(
  tokens: readonly MergeToken[],
  among: readonly MergeToken[],
  from: number,
  to: number,
): number | undefined {
  if (tokens.length === 0) return undefined
  for (let at = from; at + tokens.length <= to; at++) {
    if (tokens.every(({ key }, index) => among[at + index]?.key === key)) return at
  }
  return undefined
}

/** Whether a stretch says something that the built one does not; mere deletion says nothing that could be false. */
function saysOther(stands: string, was: string): boolean {
  const known = new Set(was.toLowerCase().split('\u0001'))
  return (
    stands !== '' &&
    stands
      .toLowerCase()
      .split('\u0001')
      .some((key) => !known.has(key))
  )
}

function chunk({ text, tokens }: Side, from: number, to: number): { key: string; text: string } {
  const own = tokens.slice(from, to)
  const [first, last] = [own[0], own.at(-1)]
  return {
    key: own.map(({ key }) => key).join('\u0001'),
    text: first && last ? text.slice(first.start, last.end) : '',
  }
}

/** Puts one side's tokens in place of the other's, with the space before them where one side has none. */
function replaceChunk(theirs: Side, from: number, to: number, ours: Side, oursFrom: number, oursTo: number): TextEdit {
  const [first, last] = [theirs.tokens[from], theirs.tokens[to - 1]]
  const [newFirst, newLast] = [ours.tokens[oursFrom], ours.tokens[oursTo - 1]]
  const before = (side: Side, index: number) => side.tokens[index - 1]?.end ?? 0
  const after = (side: Side, index: number) => side.tokens[index]?.start ?? side.text.length
  if (to > from && oursTo > oursFrom && first && last && newFirst && newLast) {
    // A sign that follows a word at once may give way to a word, or the other way round.
    const hasSpace = (side: Side, index: number, start: number) => before(side, index) < start
    const isAlike =
      from === 0 || oursFrom === 0 || hasSpace(theirs, from, first.start) === hasSpace(ours, oursFrom, newFirst.start)
    return {
      start: isAlike ? first.start : before(theirs, from),
      end: last.end,
      text: ours.text.slice(isAlike ? newFirst.start : before(ours, oursFrom), newLast.end),
    }
  }
  if (to > from) {
    const isFirst = from === 0
    return isFirst
      ? { start: first?.start ?? 0, end: after(theirs, to), text: '' }
      : { start: before(theirs, from), end: last?.end ?? theirs.text.length, text: '' }
  }
  const at = before(theirs, from)
  const isFirst = from === 0
  const next = theirs.tokens[to]
  // Where ours has no space after it, the space that stands there is the one before it.
  if (!isFirst && next && newFirst && at < next.start && newLast?.end === ours.tokens[oursTo]?.start)
    return { start: next.start, end: next.start, text: ours.text.slice(newFirst.start, newLast?.end) }
  return isFirst
    ? { start: at, end: at, text: ours.text.slice(0, after(ours, oursTo)) }
    : { start: at, end: at, text: ours.text.slice(before(ours, oursFrom), newLast?.end ?? ours.text.length) }
}
