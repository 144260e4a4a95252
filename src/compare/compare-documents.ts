import { diffArrays } from 'diff'
import type { Composed } from '../build/types.ts'
import { likestPairs } from '../dataset/likest.ts'
import { type ComparedPassage, getPassages } from './passages.ts'
import type { DocumentChanges, PassageChange } from './types.ts'

/** The changed passages of a document in reading order, matched by their words around figures, on whatever page. */
export function compareDocuments(before: Composed, after: Composed): DocumentChanges {
  const pairs = pairDocuments(before, after)
  const passages = pairs.flatMap(([then, now]) => (then?.text === now?.text ? [] : [toChange(then, now)]))
  const counts = { before: before.pages.length, after: after.pages.length }
  return { kind: after.kind, counts, passages: withoutRepeats(passages) }
}

/** A passage before and after; undefined where it is not there. */
export type Pair = [ComparedPassage | undefined, ComparedPassage | undefined]

/** All passages of a document in two versions, each with what it was or became. */
export function pairDocuments(before: Composed, after: Composed): Pair[] {
  return pairPassages(getPassages(before), getPassages(after))
}

function pairPassages(before: ComparedPassage[], after: ComparedPassage[]): Pair[] {
  const comparator = (a: ComparedPassage, b: ComparedPassage) => a.kind === b.kind && a.skeleton === b.skeleton
  const pairs: Pair[] = []
  let gone: ComparedPassage[] = []
  let [then, now] = [0, 0]
  for (const { added, removed, count = 0 } of diffArrays(before, after, { comparator })) {
    if (removed) {
      gone = before.slice(then, then + count)
      then += count
      continue
    }
    const here = after.slice(now, now + count)
    now += count
    if (added) {
      pairs.push(...pairGap(gone, here))
      gone = []
      continue
    }
    pairs.push(...gone.map((passage): Pair => [passage, undefined]))
    gone = []
    pairs.push(...here.map((passage, index): Pair => [before[then + index], passage]))
    then += count
  }
  return [...pairs, ...gone.map((passage): Pair => [passage, undefined])]
}

/**
 * Pairs replaced passages of one kind and item: the most alike first, then in order.
 * A title that shares no word with a lost one is new, unless it alone took its place.
 */
function pairGap(gone: readonly ComparedPassage[], fresh: readonly ComparedPassage[]): Pair[] {
  const ofItsKind = (now: ComparedPassage) =>
    gone.filter(({ kind, where }) => kind === now.kind && (where === now.where || kind === 'title'))
  const partners = likestPairs(fresh, ofItsKind, likeness, alike)
  const left = gone.filter((passage) => ![...partners.values()].includes(passage))
  const titles = fresh.filter((passage) => passage.kind === 'title' && !partners.has(passage)).length
  const pairs = fresh.map((now): Pair => {
    const partner = partners.get(now)
    if (partner) return [partner, now]
    const index = left.findIndex(({ kind, where }) =>
      now.kind === 'title' ? kind === 'title' && titles === 1 : kind === now.kind && where === now.where,
    )
    return [index < 0 ? undefined : left.splice(index, 1)[0], now]
  })
  return [...left.map((then): Pair => [then, undefined]), ...pairs]
}

/** How much of their words passages must share to be one that was rewritten. */
const alike = 0.4

/** The words that two texts share, of all that they have: 0 to 1. */
function likeness(a: ComparedPassage, b: ComparedPassage): number {
  const words = ({ skeleton }: ComparedPassage) => new Set(skeleton.toLowerCase().split(/\s+/))
  const [one, other] = [words(a), words(b)]
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / (one.size + other.size - shared)
}

function toChange(then: ComparedPassage | undefined, now: ComparedPassage | undefined): PassageChange {
  const { kind, page, where: named } = now ?? then ?? { kind: 'text', page: 0, where: '' }
  const where = kind === 'cell' && then && now ? moved(then.where, now.where) : named
  // A spec is not printed: that it changed is all there is to say.
  const text = (passage: ComparedPassage | undefined) => (where.endsWith(': spec') && passage ? 'spec' : passage?.text)
  return {
    kind,
    page,
    where,
    ...(then && { before: text(then) }),
    ...(now && { after: text(now) }),
  }
}

/** Where a cell stands, by both heads where its column has another: `Table: Netizens, 2023 → 2024`. */
function moved(was: string, is: string): string {
  if (was === is) return is
  const [before, after] = [was, is].map((one) => one.split(/(?<=[,:] )/))
  const shared = before?.findIndex((part, index) => part !== after?.[index]) ?? 0
  return `${was} → ${after?.slice(shared).join('')}`
}

/** A footer that changes on every page is reported once, on the first. */
function withoutRepeats(changes: readonly PassageChange[]): PassageChange[] {
  const seen = new Set<string>()
  return changes.filter(({ kind, before, after }) => {
    const id = JSON.stringify([before, after])
    return kind !== 'footer' || (!seen.has(id) && seen.add(id))
  })
}
