import type { Absence } from '../../dataset/types.ts'
import { type Diagnostic, errorAt } from '../../diagnostic.ts'
import { plainMarks } from '../claim/sentence.ts'
import type { FilledPart } from './filled.ts'

/** What is left of a filled template without what stands on absent figures alone. */
export interface Remaining {
  pieces: FilledPart[]
  /** What was left out and why: `left out of templates/deck.md.hbs:12: “…” (not stated: recent-users@2020-06)`. */
  leftOut: string[]
  diagnostics: Diagnostic[]
}

/** Stands for an absent figure until it is known what goes with it; a character for private use, which no font has. */
export const absentMark = '\ue000'

interface Range {
  start: number
  end: number
}

/** What goes with an absent figure: the row of a table, or the sentence, that it stands in. */
interface Unit extends Range {
  absence: Absence
  place: FilledPart['place']
  isRow: boolean
  /** Whether figures stand in it that are there. */
  isMixed: boolean
}

/**
 * Leaves out each sentence, item, card, row, heading and slide that stands on absent figures alone; a heading takes
 * what is below it along, where that has no
 * figures. A sentence with figures that are there too, or a heading above them, is an error that shows it; a row of a
 * table with some has the symbol of the
 * reason in the place of the others.
 */
export function leaveOut(pieces: readonly FilledPart[], symbolOf: (absence: Absence) => string): Remaining {
  if (pieces.every(({ absence }) => absence === undefined)) return { pieces: [...pieces], leftOut: [], diagnostics: [] }
  const text = pieces.map((piece) => piece.text).join('')
  const units = unitsIn(pieces, text)
  const all = units.filter(({ isMixed }) => !isMixed)
  const headings = all.filter((unit) => leavesBody(unit, text, withEmptied(text, merged(all))))
  const alone = all.filter((unit) => !headings.includes(unit))
  const gone = withEmptied(text, merged(alone))
  const kept = without(pieces, gone)
  return {
    pieces: kept.map((piece) =>
      piece.absence ? { ...piece, text: symbolOf(piece.absence), absence: undefined } : piece,
    ),
    leftOut: [...new Set(alone.map((unit) => sayLeftOut(unit, text)))],
    diagnostics: [
      ...units.flatMap((unit, index) =>
        unit.isMixed && !unit.isRow && units[index - 1]?.start !== unit.start ? [mixture(unit, text)] : [],
      ),
      ...headings.flatMap((unit, index) => (headings[index - 1]?.start === unit.start ? [] : [headless(unit, text)])),
    ],
  }
}

function unitsIn(pieces: readonly FilledPart[], text: string): Unit[] {
  let offset = 0
  return pieces.flatMap(({ text: own, absence, place }) => {
    const at = offset
    offset += own.length
    if (!absence) return []
    const unit = unitAt(text, at)
    return [{ ...unit, absence, place, isMixed: text.slice(unit.start, unit.end).includes('](obs:') }]
  })
}

function sayLeftOut({ absence, place, start, end }: Unit, text: string): string {
  const words = readable(text.slice(start, end))
  return `left out, ${absence.reason} (${absence.key}): ${place.file}:${place.line}${words === '' ? '' : `: “${words}”`}`
}

/** A sentence of figures of which some are there. */
function mixture({ absence, place, start, end }: Unit, text: string): Diagnostic {
  const message = `${absence.reason}: ${absence.key}, in a sentence with figures that are there: “${readable(text.slice(start, end))}”`
  return errorAt(place, message, { hint: 'make two sentences of it: one without figures is left out by itself' })
}

/** Whether a heading is left out and what is below it is not. */
function leavesBody({ start, end }: Unit, text: string, gone: readonly Range[]): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const mark = text.slice(lineStart, start)
  if (!/^#{1,6} +$/.test(mark) || lineEnd(text, start) > end) return false
  const below = end + Math.max(text.slice(end).search(/\S/), 0)
  const depth = /^#*/.exec(text.slice(below))?.[0].length ?? 0
  const isOwn = below > end && (depth === 0 || depth > mark.trim().length)
  return isOwn && !covers(gone, { start: below, end: below + 1 })
}

/** A heading of figures that are absent, above figures that are there. */
function headless({ absence, place, start, end }: Unit, text: string): Diagnostic {
  const message = `${absence.reason}: ${absence.key}, in the heading of figures that are there: “${readable(text.slice(start, end))}”`
  return errorAt(place, message, { hint: 'write a heading without it' })
}

function readable(markdown: string): string {
  const words = markdown.replace(/^\s*:{3,}\w*/gm, '').replaceAll(absentMark, '…')
  return plainMarks(words).replace(/\s+/g, ' ').trim()
}

/** Where a block of text begins: after an empty line, at an item, heading, row, chart, note or directive. */
const blockStart = /^\s*(?:[-*+] |\d+[.)] |#{1,6} |\||!\[|\[\^\S+\]:|:{2,})/
/** What leads a block and is no part of its first sentence. */
const lead = /^\s*(?:(?:[-*+]|\d+[.)]|#{1,6}|\[\^\S+\]:) +|!\[)?/

/** The row of a table, or the sentence, in which an offset lies. */
function unitAt(text: string, offset: number): Range & { isRow: boolean } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(lineStart, lineEnd(text, offset))
  if (/^\s*\|/.test(line)) return { start: lineStart, end: lineStart + line.length + 1, isRow: true }
  if (opening.test(line)) return { start: lineStart, end: closeOf(text, lineStart), isRow: false }
  // A card, or whatever else a helper says in lines of its own.
  if (line.trim() === absentMark) return { start: lineStart, end: lineStart + line.length, isRow: false }
  const start = blockFrom(text, lineStart)
  const end = blockTo(text, lineEnd(text, offset))
  return {
    ...sentenceIn(text, { start: start + (lead.exec(text.slice(start, end))?.[0].length ?? 0), end }, offset),
    isRow: false,
  }
}

/** The line that opens a directive which holds something. */
const opening = /^\s*(:{3,})\w/

/** Where the directive that opens at a line ends: what its label says stands over all that it holds. */
function closeOf(text: string, lineStart: number): number {
  const rest = text.slice(lineStart)
  const [, colons = ''] = opening.exec(rest) ?? []
  const close = new RegExp(`\\n\\s*${colons}[ \\t]*(?=\\n|$)`).exec(rest)
  return close ? lineStart + close.index + close[0].length : lineEnd(text, lineStart)
}

/** Between two sentences: the space behind a full stop, or what closes behind a Chinese one. */
const sentenceEnd = /(?<=[.!?]["”’)*]*)\s+|(?<=[。！？])[”’）]*(\*\*)?/g

function sentenceIn(text: string, block: Range, offset: number): Range {
  const isImage = text.slice(block.start - 2, block.start) === '!['
  const alternative = isImage ? text.slice(0, block.end).indexOf('](', block.start) : -1
  // A chart goes with its caption.
  if (isImage && alternative < offset) return { start: block.start - 2, end: block.end }
  const last = isImage ? alternative : block.end
  const breaks = [...text.slice(block.start, last).matchAll(sentenceEnd)].map(({ index, 0: gap, 1: bold }) => {
    const before = text.slice(block.start, block.start + index)
    // A bold label may end with the stop (`**差异。**`), or begin behind it.
    const isOpening = bold !== undefined && before.split('**').length % 2 === 1
    return block.start + index + gap.length - (isOpening ? 2 : 0)
  })
  const start = breaks.filter((at) => at <= offset).at(-1) ?? block.start
  return { start, end: breaks.find((at) => at > offset) ?? last }
}

function blockFrom(text: string, lineStart: number): number {
  const line = text.slice(lineStart, lineEnd(text, lineStart))
  const before = text.lastIndexOf('\n', lineStart - 2) + 1
  const above = text.slice(before, Math.max(before, lineStart - 1))
  const isStart = lineStart === 0 || blockStart.test(line) || above.trim() === '' || /^\s*(?::{2,}|\||#)/.test(above)
  return isStart ? lineStart : blockFrom(text, before)
}

function blockTo(text: string, end: number): number {
  const next = end + 1
  if (next >= text.length) return Math.min(end, text.length)
  const line = text.slice(next, lineEnd(text, next))
  return line.trim() === '' || blockStart.test(line) ? end : blockTo(text, next + line.length)
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** The ranges with what is empty without them: items, containers, and headings with nothing under them. */
function withEmptied(text: string, gone: readonly Range[]): Range[] {
  const lines = getLines(text).map((line): Line => {
    const touched = gone.some((range) => range.start < line.end && range.end > line.start)
    return { ...line, left: touched ? getLeft(text, line, gone) : text.slice(line.start, line.end), touched }
  })
  const emptied = lines.filter(({ left, touched }) => touched && nothing.test(left))
  const all = merged([...gone, ...emptied])
  const found = [...containers(lines, all), ...sections(lines, all), ...footnotes(text, all)]
  const more = found.filter((range) => !covers(all, range))
  return more.length === 0 ? all : withEmptied(text, merged([...all, ...more]))
}

/** Footnotes of which all that refers to them is gone, and references to those that are. */
function footnotes(text: string, gone: readonly Range[]): Range[] {
  const marks = [...text.matchAll(/\[\^([^\]\s]+)\](:)?/g)].map(({ index, 0: mark, 1: name = '', 2: colon = '' }) => {
    const isNote = colon !== '' && (index === 0 || text[index - 1] === '\n')
    const end = isNote ? blockTo(text, lineEnd(text, index)) : index + mark.length - colon.length
    return { start: index, end, isNote, name: name.toLowerCase() }
  })
  return marks.filter((one) => {
    const others = marks.filter(({ name, isNote }) => name === one.name && isNote !== one.isNote)
    return others.length > 0 && others.every((other) => covers(gone, other))
  })
}

/** Matches what says nothing alone: the mark of an item, heading or note, a chart's address, a bold label. */
const nothing = /^\s*(?:!\[\]\(.*\)|(?:[-*+]|\d+[.)]|#{1,6}|\[\^\S+\]:)?\s*(?:\*\*[^*]{1,40}[.:。：]\*\*)?)\s*$/

type Line = Range & { left: string; touched: boolean }

/** Directives that hold nothing but empty lines any more. */
function containers(lines: readonly Line[], gone: readonly Range[]): Range[] {
  return lines.flatMap((open, index) => {
    const colons = opening.exec(open.left)?.[1]
    const close = colons && lines.slice(index + 1).find(({ left }) => left.trim() === colons)
    if (!close) return []
    const inner = lines.filter(({ start }) => start > open.start && start < close.start)
    const isEmptied = inner.some(({ touched }) => touched) && inner.every((line) => isBlank(line, gone))
    return isEmptied ? [{ start: open.start, end: close.end }] : []
  })
}

/**
 * Headings with all up to the next as high, where only notes, sources and slide options are left;
 * of a heading itself gone, where neither a figure nor a chart is left, except a slide's own.
 */
function sections(lines: readonly Line[], gone: readonly Range[]): Range[] {
  const getDepth = ({ left }: Line) => /^(#{1,6})(?:\s|$)/.exec(left)?.[1]?.length ?? 0
  return lines.flatMap((heading, index) => {
    const depth = getDepth(heading)
    if (depth === 0) return []
    const below = lines.slice(index + 1)
    const next = below.find((line) => getDepth(line) > 0 && getDepth(line) <= depth)
    const end = Math.min(next?.start ?? Infinity, closing(below)?.start ?? Infinity, lines.at(-1)?.end ?? heading.end)
    const inner = lines.filter(({ start }) => start > heading.start && start < end)
    const rest = withoutAsides(inner).filter((line) => !isBlank(line, gone))
    const isHeadless = heading.touched && /^#+\s*$/.test(heading.left)
    const isEmptied = isHeadless
      ? !rest.some(({ left }) => left.includes('](obs:') || (depth > 1 && left.startsWith('![')))
      : inner.some(({ touched }) => touched) && rest.length === 0
    return isEmptied ? [{ start: heading.start, end }] : []
  })
}

/** The line that closes the directive in which lines begin. */
function closing(lines: readonly Line[]): Line | undefined {
  let open = 0
  return lines.find(({ left }) => {
    if (opening.test(left)) open += 1
    else if (/^\s*:{3,}\s*$/.test(left)) open -= 1
    return open < 0
  })
}

/** Without speaker notes, source lines and options, which no slide consists of. */
function withoutAsides(lines: readonly Line[]): Line[] {
  let open: string | undefined
  return lines.filter(({ left }) => {
    const [, colons = '', name] = /^(:{2,})(\w+)?/.exec(left.trim()) ?? []
    const isAside =
      open !== undefined || colons === '::' || (colons.length > 2 && (name === 'notes' || name === 'source'))
    if (open === undefined && isAside && colons.length > 2) open = colons
    else if (left.trim() === open) open = undefined
    return !isAside
  })
}

function isBlank({ start, end, left }: Line, gone: readonly Range[]): boolean {
  return left.trim() === '' || covers(gone, { start, end: end - 1 })
}

function getLines(text: string): Range[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
}

function getLeft(text: string, { start, end }: Range, gone: readonly Range[]): string {
  return [...text.slice(start, end)]
    .filter((_, at) => !covers(gone, { start: start + at, end: start + at + 1 }))
    .join('')
}

function covers(gone: readonly Range[], { start, end }: Range): boolean {
  return gone.some((range) => range.start <= start && range.end >= end)
}

function merged(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && last.end >= start) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}

/** The pieces without the ranges, each with the place of what is left of it. */
function without(pieces: readonly FilledPart[], gone: readonly Range[]): FilledPart[] {
  let offset = 0
  return pieces.flatMap((piece) => {
    const start = offset
    offset += piece.text.length
    if (piece.text === '') return covers(gone, { start, end: start + 1 }) ? [] : [piece]
    const holes = gone.filter((range) => range.start < offset && range.end > start)
    const ends = [start, ...holes.flatMap((hole) => [hole.start, hole.end]), offset]
    return ends.flatMap((from, index) => {
      const to = ends[index + 1]
      return index % 2 === 1 || to === undefined || to <= from ? [] : [part(piece, from - start, to - start)]
    })
  })
}

function part(piece: FilledPart, from: number, to: number): FilledPart {
  const { text, place, by } = piece
  const moved = by === 'template' ? { ...place, column: place.column + from } : place
  return { ...piece, text: text.slice(from, to), place: moved }
}
