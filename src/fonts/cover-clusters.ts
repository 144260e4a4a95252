import { once } from '../memory/derived.ts'
/** A segment of text that one font has the glyphs of: the family, or the fallback of that number. */
export interface CoveredText {
  text: string
  fallback: number | undefined
}

/**
 * A text in segments of one font each, of which the family lacks the characters given. A letter with its marks, and a
 * picture made of several,
 * is set in one font: the first fallback that has all of it. What none has stays with the family.
 */
export function coverClusters(
  text: string,
  missing: readonly string[],
  /** In the order in which they are asked. */
  fallbacks: readonly number[],
  has: (fallback: number, characters: string) => boolean,
): CoveredText[] {
  const lacks = new Set(missing)
  const getFirst = (characters: string): number | undefined => fallbacks.find((fallback) => has(fallback, characters))
  const clusters = getCharacters(text).map((segment): CoveredText => {
    const [base = '', ...rest] = segment
    if (![base, ...rest].some((character) => lacks.has(character))) return { text: segment, fallback: undefined }
    return { text: segment, fallback: getFirst(segment) ?? (lacks.has(base) ? getFirst(base) : undefined) }
  })
  return joinCovered(keepTogether(joinCovered(withQuotes(clusters, has)), has))
}

/** Marks, pictures and parts of Hangul. Without them each character stands alone, and slow segmenting is spared. */
const mayJoin = /[\p{M}\p{Extended_Pictographic}\p{RI}\u1100-\u11ff\r]|\u200c|\u200d/u

function getCharacters(text: string): string[] {
  return mayJoin.test(text) ? [...segmenter().segment(text)].map(({ segment }) => segment) : [...text]
}

/** Of what readers see as one character (UAX #29), which is alike in every language. */
const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** Keeps spaces and punctuation between two segments in one fallback with them, where its font has these. */
function keepTogether(
  segments: readonly CoveredText[],
  has: (fallback: number, characters: string) => boolean,
): CoveredText[] {
  return segments.map((segment, index) => {
    const before = segments[index - 1]?.fallback
    const isBetween = /^[ \u00a0\p{P}]+$/u.test(segment.text) && before === segments[index + 1]?.fallback
    return isBetween && before !== undefined && has(before, segment.text) ? { ...segment, fallback: before } : segment
  })
}

/** Marks that Latin and Chinese letters share, and that are set wide among the latter. */
const sharedMarks = /^[“”‘’…—·]$/
const partners: Readonly<Record<string, string>> = { '“': '”', '‘': '’' }

/** In mostly Chinese text, shared marks take the font of the Chinese beside them, quotation marks their partner's. */
function withQuotes(
  clusters: readonly CoveredText[],
  has: (fallback: number, characters: string) => boolean,
): CoveredText[] {
  const isShared = ({ text }: CoveredText | undefined = { text: '', fallback: undefined }) => sharedMarks.test(text)
  if (!clusters.some(isShared)) return [...clusters]
  const text = clusters.map((cluster) => cluster.text).join('')
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (chinese === 0 || chinese * 2 < (text.match(/\p{Script=Latin}/gu)?.length ?? 0)) return [...clusters]
  /** That of the nearest that is no such mark. */
  const beside = (from: number, step: 1 | -1): number | undefined => {
    let index = from + step
    while (isShared(clusters[index])) index += step
    return clusters[index]?.fallback
  }
  const own = clusters.map((cluster, index) =>
    isShared(cluster) ? (beside(index, -1) ?? beside(index, 1)) : cluster.fallback,
  )
  for (const [opening, closing] of getPairs(clusters.map((cluster) => cluster.text))) {
    const shared = own[opening] ?? own[closing]
    own[opening] = shared
    own[closing] = shared
  }
  return clusters.map((cluster, index) => {
    const fallback = own[index]
    return fallback !== undefined && has(fallback, cluster.text) ? { ...cluster, fallback } : cluster
  })
}

/** The places of quotation marks that belong together. */
function getPairs(characters: readonly string[]): [opening: number, closing: number][] {
  const open: number[] = []
  const pairs: [number, number][] = []
  characters.forEach((character, index) => {
    if (partners[character] !== undefined) open.push(index)
    const last = open.at(-1)
    if (last === undefined || partners[characters[last] ?? ''] !== character) return
    open.pop()
    pairs.push([last, index])
  })
  return pairs
}

/** Neighbours of one font as one segment. */
function joinCovered(parts: readonly CoveredText[]): CoveredText[] {
  const segments: CoveredText[] = []
  for (const part of parts) {
    const last = segments.at(-1)
    if (last && last.fallback === part.fallback) {
      segments[segments.length - 1] = { ...last, text: last.text + part.text }
    } else segments.push(part)
  }
  return segments
}
