import { basename, dirname, join } from 'node:path'
import { findBase } from '../../build/base/carry-base.ts'
import type { Log } from '../../console/log.ts'
import { monthsBetween, shiftPeriod } from '../../dataset/figure/shift-period.ts'
import { languageIn } from '../../dataset/read/language-in.ts'
import { readDataset } from '../../dataset/read/read.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome, plainError, shortened } from '../../diagnostic.ts'
import { isThere, readFile } from '../../files/read-file.ts'
import { type Output, writeOutputs } from '../../files/write-outputs.ts'
import { isUnreadable } from '../../opc/unreadable-file.ts'
import { readDeck } from '../../trust/verify/read/read-deck.ts'
import { checkDeckFile } from '../refresh/check-deck-file.ts'
import type { RefreshOrder } from '../run-refresh.ts'
import { openEditor } from '../write/edit-package.ts'
import { mappingName } from './adopted-deck.ts'
import { type AdoptedDeck, type AdoptedNumber, adoptDeck } from './find/adopt-deck.ts'
import { unknownWord } from './read-mapping.ts'
import type { MappedLine, Mapping } from './types.ts'

/** What `briefwright adopt` was asked for. */
export interface AdoptOrder extends Pick<RefreshOrder, 'file' | 'folder' | 'language' | 'isDryRun' | 'format'> {
  /** The period that the deck is of; undefined: the report's. */
  period: string | undefined
  /** Whether a mapping that is there is written anew. */
  overwrites?: boolean | undefined
}

/** Finds the figures of a deck that no build made and writes a mapping to review; the deck stays unchanged. */
export function runAdopt(order: AdoptOrder, log: Log): { said: string; verdict: 'done' | 'failed' | 'misused' } {
  const { file, folder, isDryRun, format } = order
  const { bytes, why } = readFile(file)
  if (!bytes) {
    log.diagnostic(plainError(`cannot read ${file}: ${why}`, { hint: 'name the .pptx to adopt' }))
    return { said: '', verdict: 'misused' }
  }
  const { value, diagnostics } = adopt(order, bytes)
  const name = mappingName(file)
  const unwritten =
    value && !isDryRun ? writeOutputs(join(folder, dirname(name)), outputs(order, name, value.text)) : []
  for (const diagnostic of [...diagnostics, ...unwritten]) log.diagnostic(diagnostic)
  if (!value || hasErrors(unwritten)) return { said: '', verdict: 'failed' }
  const said =
    format === 'json'
      ? `${JSON.stringify(adoptedJson(file, value.adopted, name), null, 2)}\n`
      : formatAdopted(file, value.adopted, name)
  return { said, verdict: 'done' }
}

/** The mapping, and one that takes its place beside it: a person may have worked on that. */
function outputs({ folder }: AdoptOrder, name: string, text: string): Output[] {
  const { bytes: former } = isThere(join(folder, name)) ? readFile(join(folder, name)) : { bytes: undefined }
  const own = basename(name)
  return [{ name: own, bytes: Buffer.from(text) }, ...(former ? [{ name: `${own}.bak`, bytes: former }] : [])]
}

function adopt(order: AdoptOrder, bytes: Uint8Array): Outcome<{ adopted: AdoptedDeck; text: string }> {
  const { file, folder, overwrites, isDryRun } = order
  const failed = (...diagnostics: Diagnostic[]) => ({ value: undefined, diagnostics })
  const name = mappingName(file)
  if (isThere(join(folder, name)) && !overwrites && !isDryRun) {
    const hint = `refresh works with it as it is; --overwrite writes it anew, and keeps it as ${name}.bak`
    return failed(plainError(`adopted already: ${name}`, { hint }))
  }
  const remarks = checkDeckFile(file, bytes, 'adopt')
  if (hasErrors(remarks)) return failed(...remarks)
  try {
    const opened = openEditor(bytes)
    const base = findBase(opened)?.base
    if (base && base.adopted === undefined) {
      const hint = 'a built deck knows its figures: briefwright refresh works on it as it is'
      return failed(...remarks, plainError(`built by Briefwright: ${file}`, { hint }))
    }
    const asked = order.language ?? readDeck(file, bytes).language
    const { value: dataset, diagnostics } = readDataset(folder)
    if (!dataset) return failed(...remarks, ...diagnostics)
    const language = languageIn(dataset.report, asked) ?? dataset.report.language
    const adopted = adoptDeck(opened, atPeriod(dataset, order.period), language)
    const lines = [...adopted.numbers.map(({ line }) => line), ...adopted.dates]
    const text = writeMapping({ deck: file.replace(/^.*[\\/]/, ''), ...adopted.mapping }, lines, adopted.titles)
    return {
      value: { adopted, text },
      diagnostics: [...remarks, ...diagnostics.filter(({ severity }) => severity === 'error')],
    }
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause
    return failed(...remarks, plainError(`cannot adopt ${file}: ${cause.message}`))
  }
}

/** The dataset as a deck of another period sees it: what has no date is of that period. */
function atPeriod(dataset: Dataset, period: string | undefined): Dataset {
  const { report } = dataset
  if (period === undefined || period === report.period) return dataset
  const comparison = shiftPeriod(report.comparison, monthsBetween(report.period, period)) ?? report.comparison
  return { ...dataset, report: { ...report, period, comparison } }
}

/** What was found, as lines: the numbers that a person has to look at, by their places, then the count. */
function formatAdopted(file: string, { numbers }: Pick<AdoptedDeck, 'numbers'>, mapping: string): string {
  const open = numbers.filter(({ verdict }) => verdict === 'several')
  const { sure, several, unknown } = countAdopted(numbers)
  return [
    ...open.map(({ line }) => {
      const { slide, item, says, is } = line
      return `${file}: slide ${slide}, ${item}: “${says}” may be ${typeof is === 'object' ? is.join(', ') : is}${getExcerpt(line)}`
    }),
    `${file}: ${numbers.length} numbers: ${sure} sure, ${several} one of several, ${unknown} unknown (${mapping})`,
    '',
  ].join('\n')
}

function getExcerpt({ text, row, column, series, point }: AdoptedNumber['line']): string {
  const where = text ?? [row, column, series, point].filter((part) => part !== undefined && part !== '').join(', ')
  return `\n  ${shortened(where.replace(/\s+/g, ' '), 120)}`
}

/** How many numbers of a deck there are of each kind. */
function countAdopted(numbers: readonly AdoptedNumber[]): Record<AdoptedNumber['verdict'], number> {
  const count = (of: AdoptedNumber['verdict']) => numbers.filter(({ verdict }) => verdict === of).length
  return { sure: count('sure'), several: count('several'), unknown: count('unknown') }
}

/** The same for programs. */
function adoptedJson(file: string, { numbers, dates }: AdoptedDeck, mapping: string): object {
  return {
    file,
    mapping,
    counts: countAdopted(numbers),
    numbers: numbers.map(({ line, verdict }) => ({ verdict, ...line })),
    dates,
  }
}

/** A mapping as the file that a person reads and corrects: a line for each number, by slides. */
export function writeMapping(
  mapping: Omit<Mapping, 'file' | 'lines'>,
  lines: readonly MappedLine[],
  titles: readonly string[],
): string {
  const { deck, language, period, comparison, figures } = mapping
  const slides = [...new Set(lines.map(({ slide }) => slide))].sort((a, b) => a - b)
  const used = Object.entries(figures)
  return [
    `# Which figures the numbers of ${deck} are. Read it, correct it; then: briefwright refresh ${deck}`,
    '#   is: netizens@2023-12       sure: a refresh brings the number up to date',
    '#   is: "@2023-12"             a date that moves on with the report\'s period',
    '#   is: "@released"            the date of release; "@edition": the number of the edition',
    '#   is: [one@2023, other@2023] one of several: write the right one, without brackets',
    `#   is: ${unknownWord.padEnd(23)}no figure that is known: write a reference, or leave it`,
    '# A number whose line is taken out stays as it is.',
    `deck: ${scalar(deck)}`,
    `language: ${language}`,
    `period: ${period}`,
    `comparison: ${comparison}`,
    lines.length === 0 ? 'numbers: []' : 'numbers:',
    ...slides.flatMap((slide) => [
      slide === 0
        ? '  # masters and layouts'
        : `  # slide ${slide}: ${(titles[slide - 1] ?? '').replace(/\s+/g, ' ')}`.trimEnd(),
      ...lines.filter((line) => line.slide === slide).map(formatLine),
    ]),
    '# The figures as they were when the deck was made: value, power of ten of its last digit, unit, qualifier.',
    used.length === 0 ? 'figures: {}' : 'figures:',
    ...used.map(([key, [value, precision, unit, qualifier]]) => {
      const parts = [scalar(value), String(precision), scalar(unit), JSON.stringify(qualifier)]
      return `  ${scalar(key)}: [${parts.join(', ')}]`
    }),
    '',
  ].join('\n')
}

function formatLine({ slide, says, is, item, text, cell, row, column, series, point, nth }: MappedLine): string {
  const meant = is === undefined ? unknownWord : typeof is === 'string' ? scalar(is) : `[${is.map(scalar).join(', ')}]`
  const rest = { item, nth, cell, row, column, series, point, text }
  const where = Object.entries(rest).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}: ${typeof value === 'number' ? value : scalar(value)}`],
  )
  return `  - { slide: ${slide}, says: ${scalar(says)}, is: ${meant}, ${where.join(', ')} }`
}

/** A text as YAML has it within braces: as it stands where nothing in it means something there. */
function scalar(text: string): string {
  const isPlain = /^[\p{L}\d][\p{L}\d.%/_-]*(?: [\p{L}\d.%/_&-]+)*$/u.test(text) || /^[a-z][\w.-]*@[\w./-]+$/.test(text)
  const isWord = /^(?:true|false|yes|no|on|off|null|nan|inf|y|n|\.inf|\.nan)$/i.test(text)
  const isNumber = /^[\d._+-]+(?:[eExXoObB][\w.+-]*)?$/.test(text)
  return isPlain && !isWord && !isNumber ? text : JSON.stringify(text)
}
