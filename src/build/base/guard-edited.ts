import { join } from 'node:path'
import { type Diagnostic, plainError } from '../../diagnostic.ts'
import { isThere, readFile } from '../../files/read-file.ts'
import { sha256 } from '../../files/sha256.ts'
import type { Output } from '../../files/write-outputs.ts'
import { openPackage } from '../../opc/open-package.ts'
import { isUnreadable } from '../../opc/unreadable-file.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import { manifestName, parseManifest } from '../manifest.ts'
import type { Manifest } from '../types.ts'
import { alignSlides, alignTexts, isRunning } from './align-texts.ts'
import type { DeckBase } from './base-types.ts'
import { findBase, isUnedited } from './carry-base.ts'
import type { LivingDeck } from './living-types.ts'
import { readLivingDeck } from './read-living-deck.ts'

/**
 * An error for each document that people have edited, which stops the build from writing.
 * With `overwrites` these are kept beside the new ones under other names.
 */
export function guardEdited(
  folder: string,
  outputs: readonly Output[],
  overwrites: boolean | undefined,
): { diagnostics: Diagnostic[]; kept: Output[] } {
  const manifest = readManifest(folder)
  const edited = outputs.flatMap(({ name, bytes: made }) => {
    const { bytes } = /\.(pptx|pdf)$/.test(name) ? readFile(join(folder, name)) : { bytes: undefined }
    if (!bytes || Buffer.compare(bytes, made) === 0 || isAsBuilt(name, bytes, manifest)) return []
    return [{ name, bytes }]
  })
  return overwrites
    ? { diagnostics: [], kept: edited.map(({ name, bytes }) => ({ name: freeName(folder, name), bytes })) }
    : { diagnostics: edited.map((one) => toDiagnostic(join(folder, one.name), one)), kept: [] }
}

function readManifest(folder: string): Manifest | undefined {
  const { bytes } = readFile(join(folder, manifestName))
  return bytes && parseManifest(Buffer.from(bytes).toString('utf8'))
}

/** Whether a document is byte for byte as built, by the last build's manifest or by what the document itself says. */
function isAsBuilt(name: string, bytes: Uint8Array, manifest: Manifest | undefined): boolean {
  const built = manifest?.outputs[name]
  if (built === sha256(bytes)) return true
  return name.endsWith('.pdf') ? built === undefined && isUntouchedPdf(bytes) : isUntouchedDeck(bytes)
}

function isUntouchedDeck(bytes: Uint8Array): boolean {
  try {
    const opened = openPackage(bytes)
    const carried = findBase(opened)
    return carried !== undefined && isUnedited(opened, carried)
  } catch (cause) {
    if (isUnreadable(cause)) return false
    throw cause
  }
}

/** A program that changes a PDF gives it a second id (ISO 32000-1, 14.4), or adds to its end. */
function isUntouchedPdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  const [, first, second] = /\/ID\s*\[\s*<(\w+)>\s*<(\w+)>/.exec(text) ?? []
  const isWhole = text.split('startxref').length === 2 && text.includes('<xmp:CreatorTool>Briefwright<')
  return isWhole && first !== undefined && first === second
}

/** `cnnic-53.edited.pptx`, or with a number where that is taken. */
function freeName(folder: string, name: string): string {
  const [, stem = name, ending = ''] = /^(.*)(\.\w+)$/.exec(name) ?? []
  const getName = (number: number) => `${stem}.edited${number === 1 ? '' : `-${number}`}${ending}`
  let number = 1
  while (isThere(join(folder, getName(number)))) number += 1
  return getName(number)
}

function toDiagnostic(path: string, { name, bytes }: Output): Diagnostic {
  const edits = name.endsWith('.pptx') ? describeEdits(bytes) : undefined
  const what = name.endsWith('.pptx') ? 'deck' : 'PDF'
  const why = edits === undefined ? 'is not as a build made it' : `edited after it was built: ${edits}`
  const refresh = name.endsWith('.pptx') ? 'bring it up to date with briefwright refresh, ' : ''
  return plainError(`${what} ${why} (${path})`, {
    hint: `${refresh}build into another folder with --out, or --overwrite it, which keeps the edited one beside it`,
  })
}

/** What people changed in a deck since its build, `14 paragraphs, 2 new slides`; undefined where it has no base. */
function describeEdits(deck: Uint8Array): string | undefined {
  try {
    const opened = openPackage(deck)
    const base = findBase(opened)?.base
    return base && countEdits(base, readLivingDeck(opened))
  } catch (cause) {
    if (isUnreadable(cause)) return undefined
    throw cause
  }
}

function countEdits(base: DeckBase, theirs: LivingDeck): string {
  const slides = alignSlides(base.texts, theirs.texts)
  const pairs = alignTexts(base.texts, theirs.texts, slides)
  const own = theirs.slides.map((_, index) => index + 1).filter((slide) => isOwn(slide, theirs, pairs))
  const texts = theirs.texts.filter(({ kind, slide }) => kind !== 'file' && !own.includes(slide))
  const edited = texts.filter(
    (text) => normalizedText(pairs.get(text)?.text ?? '') !== normalizedText(text.text),
  ).length
  const cells = editedCells(base, theirs)
  const left = new Set([...theirs.slides.keys()].map((index) => slides.get(index + 1)))
  const gone = base.slides.filter((_, index) => !left.has(index + 1)).length
  const counts = [
    counted(edited, 'paragraph', 'paragraphs'),
    counted(cells, 'table cell', 'table cells'),
    counted(own.length, 'new slide', 'new slides'),
    counted(gone, 'slide taken out', 'slides taken out'),
  ].flat()
  return counts.length > 0 ? counts.join(', ') : 'not its words, but how it looks'
}

/** Whether none of a slide's texts was built; footers and the like aside, which every slide has. */
function isOwn(slide: number, { texts }: LivingDeck, pairs: ReadonlyMap<unknown, { item: string }>): boolean {
  const shown = texts.filter((text) => text.slide === slide && text.kind === 'text')
  const built = shown.filter((text) => pairs.has(text) && !isRunning(pairs.get(text)?.item ?? ''))
  return built.length === 0
}

function editedCells(base: DeckBase, { tables }: LivingDeck): number {
  const built = new Set(
    base.tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ text }) => normalizedText(text)))),
  )
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  return base.tables.length === 0 ? 0 : cells.filter(({ text }) => !built.has(normalizedText(text))).length
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
}
