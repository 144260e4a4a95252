import { resolve } from 'node:path'
import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { suggest } from '../diagnostic.ts'
import { statPath } from '../files/read-file.ts'
import { getLack, getLanguage, languages } from '../locale/languages.ts'

/** `[DIR]`, the report folder. */
export function folderArgument(): Argument {
  return new Argument('[DIR]').argParser(parseFolder)
}

/** An option whose value its command's order has under a name of its own: that of `--dry-run` is `isDryRun`. */
export function getOption<Order>(
  name: keyof Order & string,
  flags: string,
  description: string,
  parse?: (text: string) => unknown,
): Option {
  const option = new Option(flags, description)
  option.attributeName = () => name
  return parse ? option.argParser(parse) : option
}

/** `--report DIR`, of commands whose arguments are others. */
export function reportOption(): Option {
  const option = getOption<{ folder: string }>('folder', '--report <DIR>', 'the report folder', parseFolder)
  return option.default(resolve('.'), '"."')
}

/** `--lang TAG`, of the documents that a command reads or makes. */
export function languageOption(description = "the documents' language (default: the report's own)"): Option {
  return getOption<{ language: string }>('language', '--lang <TAG>', description, parseLanguage)
}

/** `--variant ID`, of commands that are about one. */
export function variantOption(otherwise = 'the first'): Option {
  return new Option('--variant <ID>', `which of the report's variants (default: ${otherwise})`)
}

export function referenceOption(description: string): Option {
  return new Option('--reference <FILE>', description).argParser(parseAbsolute)
}

/** `--overwrite`, of commands that make documents. */
export function overwriteOption(): Option {
  const description = 'also over documents that people have edited; these are kept beside the new ones'
  return getOption<{ overwrites: boolean }>('overwrites', '--overwrite', description)
}

/** What `addReportOptions` reads. */
export interface ReportFlags {
  languages?: string[]
  reference?: string
  each?: string[]
  table?: string
  only?: string[]
}

/**
 * Adds what every command takes that makes or checks whole reports: `--lang`, `--reference`, and `--each`, `--variants`
 * and `--variant`, which say
 * what a report is made for instead of what it says itself, and choose.
 */
export function addReportOptions(command: Command, languagesDescription: string): void {
  command
    .addOption(getOption<ReportFlags>('languages', '--lang <TAGS>', languagesDescription, parseLanguages))
    .addOption(referenceOption("with the deck in your organisation's own template, a .pptx or .potx"))
    .addOption(
      new Option(
        '--each <DIMENSIONS>',
        'a report for each category, such as region; language: for each language',
      ).argParser(parseNames),
    )
    .addOption(
      getOption<ReportFlags>(
        'table',
        '--variants <FILE>',
        'a report for each row of a CSV file, and for each category of --each',
        parseAbsolute,
      ),
    )
    .addOption(
      getOption<ReportFlags>('only', '--variant <IDS>', 'only these of its variants, separated by commas', parseNames),
    )
}

/** Which report a command line asks for; undefined where it says nothing. */
export function askedReport<Flags extends ReportFlags>(folder: string, { each = [], table, only, ...flags }: Flags) {
  const variants = each.length > 0 || table !== undefined ? { each, table } : undefined
  return { ...flags, folder, variants, only }
}

function parseNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.every((name) => name !== '')) return [...new Set(names)]
  throw new InvalidArgumentError(`names separated by commas: ${text}`)
}

/** A whole number of a range, as an option's value. */
export function wholeNumber(first: number, last: number): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text) && Number(text) >= first && Number(text) <= last) return Number(text)
    throw new InvalidArgumentError(`not a whole number from ${first} to ${last}: ${text}`)
  }
}

/** Some of the formats that a command knows, separated by commas. */
export function parseFormats<Known extends string>(known: readonly Known[]): (text: string) => Known[] {
  return (text) => {
    const names = text.split(',').map((name) => name.trim())
    const unknown = names.find((name) => known.every((one) => one !== name))
    if (unknown === undefined) return known.filter((one) => names.includes(one))
    const hint = suggest(unknown, known) ?? `one of ${known.join(', ')}`
    throw new InvalidArgumentError(`unknown format: ${unknown}. ${hint}`)
  }
}

/** The absolute path of what a command line names. */
export function parseAbsolute(text: string): string {
  return resolve(parsePath(text))
}

/** `--format text` or `json`, of an answer. */
export function formatOption(formats: readonly string[] = ['text', 'json']): Option {
  return new Option('--format <FORMAT>', 'how the answer is written').choices(formats).default('text')
}

/** The absolute path of a report folder that a command line names; misuse where there is none. */
function parseFolder(text: string): string {
  const path = resolve(text)
  const found = statPath(path)
  if (text === '' || !found) throw new InvalidArgumentError('no such folder')
  if (!found.isDirectory())
    throw new InvalidArgumentError('not a folder: name the report folder, with data/ and templates/ in it')
  return path
}

/** A path that a command line names, as it is; misuse where it is empty, as an unset variable of a shell is. */
export function parsePath(text: string): string {
  if (text !== '') return text
  throw new InvalidArgumentError('an empty path')
}

function parseLanguages(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => parseLanguage(tag.trim())))]
}

/** The tag of a language that documents can be in, as an option's value; any other is misuse. */
function parseLanguage(tag: string): string {
  if (getLanguage(tag)) return tag
  const lack = getLack(tag)
  throw new InvalidArgumentError(`unknown language: ${tag}. one of ${languages.join(', ')}${lack ? `: ${lack}` : ''}`)
}
