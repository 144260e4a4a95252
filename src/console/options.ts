import { resolve } from 'node:path'
import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { statPath } from '../files/read-file.ts'
import { getLanguage, lackOf, languages } from '../locale/languages.ts'

/** `[DIR]`, the report folder. */
export function folderArgument(): Argument {
  return new Argument('[DIR]').argParser(parseFolder)
}

/** `--report DIR`, of commands whose arguments are others. */
export function reportOption(): Option {
  return new Option('--report <DIR>', 'the report folder').argParser(parseFolder).default('.')
}

/** `--lang TAG`, of the documents that a command reads or makes. */
export function languageOption(description = "the documents' language (default: the report's own)"): Option {
  return new Option('--lang <TAG>', description).argParser(parseLanguage)
}

/** `--lang TAGS`, of the editions that a command makes or checks, separated by commas. */
export function languagesOption(description: string): Option {
  return new Option('--lang <TAGS>', description).argParser((text: string) => [
    ...new Set(text.split(',').map((tag) => parseLanguage(tag.trim()))),
  ])
}

/** `--variant ID`, of commands that are about one. */
export function variantOption(otherwise = 'the first'): Option {
  return new Option('--variant <ID>', `which of the report's variants (default: ${otherwise})`)
}

export function referenceOption(description: string): Option {
  return new Option('--reference <FILE>', description).argParser(parsePath)
}

/** What `addReportOptions` reads. */
export interface ReportFlags {
  lang?: string[]
  reference?: string
  each?: string[]
  variants?: string
  variant?: string[]
}

/**
 * Adds what every command takes that makes or checks whole reports: `--lang`, `--reference`, and `--each`, `--variants` and `--variant`, which say
 * what a report is made for instead of what it says itself, and choose.
 */
export function addReportOptions(command: Command, languagesDescription: string): void {
  command
    .addOption(languagesOption(languagesDescription))
    .addOption(referenceOption("with the deck in your organisation's own template, a .pptx or .potx"))
    .addOption(
      new Option(
        '--each <DIMENSIONS>',
        'a report for each category, such as region; language: for each language',
      ).argParser(parseNames),
    )
    .addOption(
      new Option('--variants <FILE>', 'a report for each row of a CSV file, and for each category of --each').argParser(
        parseTable,
      ),
    )
    .addOption(new Option('--variant <IDS>', 'only these of its variants, separated by commas').argParser(parseNames))
}

/** Which report a command line asks for; undefined where it says nothing. */
export function askedReport(folder: string, { lang, reference, each = [], variants, variant }: ReportFlags) {
  return {
    folder,
    language: undefined,
    languages: lang,
    reference: reference === undefined ? undefined : resolve(reference),
    variants: each.length > 0 || variants !== undefined ? { each, table: variants } : undefined,
    only: variant,
  }
}

function parseNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.every((name) => name !== '')) return [...new Set(names)]
  throw new InvalidArgumentError(`names separated by commas: ${text}`)
}

function parseTable(text: string): string {
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

/** The tag of a language that documents can be in, as an option's value; any other is misuse. */
function parseLanguage(tag: string): string {
  if (getLanguage(tag)) return tag
  const lack = lackOf(tag)
  throw new InvalidArgumentError(`unknown language: ${tag}. one of ${languages.join(', ')}${lack ? `: ${lack}` : ''}`)
}
