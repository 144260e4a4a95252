import { createTwoFilesPatch } from 'diff'
import { type Diagnostic, plainWarning } from '../../diagnostic.ts'
import { escapePattern } from '../../files/escape-pattern.ts'
import type { SourceText } from '../../files/source-text.ts'
import { commonTokens, type MergeToken, tokenize } from '../merge/tokens.ts'

/** A paragraph of the present build, and what a person's wording of it says with the present figures. */
export interface ProposedWording {
  slide: number
  printed: string
  said: string
}

/** People's wording as a patch for a template, and a warning for each paragraph that cannot be put into it. */
export function proposeWording(
  { file, text }: Pick<SourceText, 'file' | 'text'>,
  reworded: readonly ProposedWording[],
): { patch: string; left: Diagnostic[] } {
  const lines = text.split('\n')
  const left: Diagnostic[] = []
  for (const { slide, printed, said } of reworded) {
    const found = lines.flatMap((line, index) => {
      const written = rewordLine(line, printed, said)
      return written === undefined || written === line ? [] : [{ index, written }]
    })
    const [only, ...others] = found
    if (only && others.length === 0) lines[only.index] = only.written
    else
      left.push(
        plainWarning(
          `slide ${slide}: not in the patch, for no one line of ${file} prints it with all its figures: ${said}`,
        ),
      )
  }
  const now = lines.join('\n')
  if (now === text) return { patch: '', left }
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, text, now, '', '', { context: 1 })
  return { patch: patch.replace(/^=+\n/, '').replace(/\t$/gm, ''), left }
}

/** A segment of a template's line: words, a printing expression, or a silent one, such as a claim's tags. */
interface Part {
  source: string
  type: 'words' | 'printed' | 'tag'
  /** Where what it prints stands in the printed text. */
  start: number
  end: number
}

const expression = /\{\{\{?[^{}]*\}?\}\}|\*\*|__/g

/** What a line begins with that is no words: marks of headings, lists and quotes. */
const lead = /^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s*)?/

/**
 * A template's line that says what a person made of what it printed: words as they are now, expressions where what they
 * print still stands, tags of a claim
 * where its words do. Undefined where the line did not print that text, an expression's print has not been left as it
 * was, or a number was typed.
 */
export function rewordLine(line: string, printed: string, said: string): string | undefined {
  const head = lead.exec(line)?.[0] ?? ''
  const parts = findParts(line.slice(head.length), plain(printed))
  if (!parts) return undefined
  const words = plain(said)
  const segments = placeSegments(
    parts.filter(({ type }) => type === 'printed'),
    plain(printed),
    words,
  )
  const written = segments && head + write(parts, plain(printed), words, segments)
  return written === undefined || typesNumber(line, written) ? undefined : written
}

/** Whether a line says a number, no year, that no expression prints and that the former had not. */
function typesNumber(former: string, line: string): boolean {
  const numbersIn = (text: string): string[] => text.replace(expression, ' ').match(/\d+(?:[.,]\d+)*/g) ?? []
  const known = new Set(numbersIn(former))
  return numbersIn(line).some((number) => !/^(?:19|20)\d\d$/.test(number) && !known.has(number))
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim()
}

/** The parts of a line, with where each stands in the text that it printed. */
function findParts(line: string, printed: string): Part[] | undefined {
  const pieces: { source: string; type: Part['type'] }[] = []
  let at = 0
  for (const match of line.matchAll(expression)) {
    if (match.index > at) pieces.push({ source: line.slice(at, match.index), type: 'words' })
    const isTag = /^\{\{[#/]|^(?:\*\*|__)$/.test(match[0])
    pieces.push({ source: match[0], type: isTag ? 'tag' : 'printed' })
    at = match.index + match[0].length
  }
  if (at < line.length) pieces.push({ source: line.slice(at), type: 'words' })
  const pattern = pieces.map(({ source, type }) =>
    type === 'words' ? `(${escapePattern(source)})` : type === 'tag' ? '()' : '(.+?)',
  )
  const match = new RegExp(`^${pattern.join('')}$`, 'd').exec(printed)
  return (
    match?.indices &&
    pieces.map((piece, index) => ({
      ...piece,
      start: match.indices?.[index + 1]?.[0] ?? 0,
      end: match.indices?.[index + 1]?.[1] ?? 0,
    }))
  )
}

/** Where each printed expression is in the edited text, once and in order; undefined if one is lost. */
function placeSegments(
  printed: readonly Part[],
  text: string,
  said: string,
): (Part & { from: number; to: number })[] | undefined {
  let at = 0
  const placed = printed.map((part) => {
    const words = text.slice(part.start, part.end)
    const from = said.indexOf(words, at)
    at = from + words.length
    return { ...part, from, to: at, isLost: from < 0 }
  })
  return placed.some(({ isLost }) => isLost) ? undefined : placed
}

function write(
  parts: readonly Part[],
  printed: string,
  said: string,
  placed: readonly (Part & { from: number; to: number })[],
): string {
  const segment = (start: number, end: number, index: number): MergeToken => ({ start, end, key: `\u0000${index}` })
  const before = tokenize(
    printed,
    placed.map(({ start, end }, index) => segment(start, end, index)),
  )
  const after = tokenize(
    said,
    placed.map(({ from, to }, index) => segment(from, to, index)),
  )
  const pairs = commonTokens(before, after)
  // A tag stays before the token that it preceded, or behind the one that it followed, where both are left.
  const tags = parts.flatMap((part, index) => (part.type === 'tag' ? [{ part, index }] : []))
  const closes = tags.map(({ index }) => isClosing(parts, index))
  const places = tags.map(({ part }, index) => placeTag(part, closes[index] === true, { before, after, pairs }))
  const partners = getPartners(closes)
  const isKept = tags.map((_, index) => places[index] !== undefined && places[partners[index] ?? index] !== undefined)
  const inserted = [
    ...tags.flatMap(({ part }, index) =>
      isKept[index] ? [{ at: places[index] ?? 0, end: places[index] ?? 0, text: part.source }] : [],
    ),
    ...placed.map(({ from, to, source }) => ({ at: from, end: to, text: source })),
  ].sort((a, b) => a.at - b.at || a.end - b.end)
  let out = ''
  let at = 0
  for (const one of inserted) {
    out += said.slice(at, one.at) + one.text
    at = one.end
  }
  return out + said.slice(at)
}

/** Whether a tag ends something: `{{/claim}}`, or the second of two signs. */
function isClosing(parts: readonly Part[], index: number): boolean {
  const own = parts[index]?.source ?? ''
  if (own.startsWith('{{')) return own.startsWith('{{/')
  return parts.slice(0, index).filter(({ source }) => source === own).length % 2 === 1
}

/** For each tag the one that it opens or closes with. */
function getPartners(closes: readonly boolean[]): number[] {
  const open: number[] = []
  const partners = closes.map((_, index) => index)
  closes.forEach((isEnd, index) => {
    const other = isEnd ? open.pop() : undefined
    if (!isEnd) open.push(index)
    if (other === undefined) return
    partners[index] = other
    partners[other] = index
  })
  return partners
}

type Aligned = {
  before: ReturnType<typeof tokenize>
  after: ReturnType<typeof tokenize>
  pairs: ReadonlyMap<number, number>
}

function placeTag({ start }: Part, closes: boolean, { before, after, pairs }: Aligned): number | undefined {
  const index = closes
    ? before.findLastIndex(({ end }) => end <= start)
    : before.findIndex((token) => token.start >= start)
  const token = after[pairs.get(index) ?? -1]
  return closes ? token?.end : token?.start
}
