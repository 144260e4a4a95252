import { join, resolve } from 'node:path'
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json'
import { readBuildDate } from '../build/build-date.ts'
import {
  type Format,
  formats,
  type SchemaName,
  type SlidesPerPage,
  schemaNames,
  slidesPerPage,
} from '../build/formats.ts'
import { type Diagnostic, suggest } from '../diagnostic.ts'
import { isAmongSources } from '../files/is-among-sources.ts'
import { addChartCommand } from '../free-chart/chart-command.ts'
import { addTrustCommands } from '../trust/trust-commands.ts'
import { initReport } from './init.ts'
import { interruption } from './interruption.ts'
import { createLog, type Log, type LogFormat, type LogStream } from './log.ts'
import { parseFolder } from './parse-folder.ts'
import { parseLanguage } from './parse-language.ts'
import { parsePath } from './parse-path.ts'
import { reportLog } from './report-log.ts'
import { addUpdateCommands } from './update-commands.ts'

/** What the command reads and writes besides files. */
export interface Surroundings {
  stdout: LogStream
  stderr: LogStream
  environment: NodeJS.ProcessEnv
}

/** Exit codes: the work is done, it failed on its input, the command was misused. */
const done = 0
const failed = 1
const misused = 2

interface BuildFlags {
  reference?: string
  out?: string
  to?: Format[]
  handout?: SlidesPerPage
  notes?: boolean
  grey?: boolean
  lang?: string
  watch?: boolean
  check?: boolean
  since?: string
  logFormat: LogFormat
}

/** Runs the command with the arguments after its name; returns the exit code. Heavy stages are loaded by the commands that need them. */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  const log = createLog(asksForJson(args) ? 'json' : 'text', around.stderr, around.environment)
  if (!hasFolder()) {
    log.diagnostic({ severity: 'error', message: 'the current folder is gone', hint: 'change to one that is there' })
    return misused
  }
  let code = done
  const program = createProgram(around, log, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    log.end()
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? done : misused
  }
}

/** Whether the folder that the command runs in still is: another may have deleted it. */
function hasFolder(): boolean {
  try {
    return process.cwd() !== ''
  } catch {
    return false
  }
}

function createProgram(around: Surroundings, log: Log, finish: (code: number) => void): Command {
  const program = new Command('briefwright')
    .description('Builds a PowerPoint deck and a PDF briefing from one dataset of published figures.')
    .version(version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => around.stdout.write(text),
      writeErr: (text) => around.stderr.write(text),
      outputError: (text) => log.diagnostic(explainMisuse(text)),
    })
    .addHelpText('after', examples)
  const command = (usage: string, description: string) =>
    program.command(usage).description(description).addOption(logFormatOption())
  const folder = () => new Argument('[DIR]').argParser(parseFolder)

  command('build', 'make the documents of the report in DIR')
    .addArgument(folder())
    .option('--out <DIR>', 'where they go (default: out in the report folder)', parsePath)
    .option('--to <FORMATS>', `which: ${formats.join(', ')}, separated by commas (default: pptx,pdf)`, parseFormats)
    .option('--lang <TAG>', "their language, such as en (default: the report's own)", parseLanguage)
    .option(
      '--handout <N>',
      `as --to handout: slides on paper, ${slidesPerPage.join(', ')} a page (default: 3)`,
      parseCount,
    )
    .option('--notes', "as --to notes: the presenter's notes")
    .option('--reference <FILE>', "make the deck in your organisation's own template, a .pptx or .potx", parsePath)
    .option('--grey', 'in black and white')
    .option('--since <REV>', 'mark the figures revised since a git revision or folder, and add what changed')
    .addOption(
      new Option('--check', 'build in memory and compare with what lies there; write nothing').conflicts('watch'),
    )
    .option('--watch', 'build again whenever a file of the report changes')
    .action(async (folder: string | undefined, flags: BuildFlags) =>
      finish(await build(toFolder(folder), flags, around, log)),
    )
  command('check', 'find what is wrong with data, templates, layout and deck; write nothing')
    .addArgument(folder())
    .option('--reference <FILE>', "with the deck in your organisation's own template", parsePath)
    .action(async (folder: string | undefined, { reference }: { reference?: string }) => {
      const { runCheck } = await import('./stages.ts')
      const request = {
        folder: toFolder(folder),
        formats: undefined,
        language: undefined,
        date: undefined,
        reference: reference === undefined ? undefined : resolve(reference),
      }
      finish((await runCheck(request, reportLog(request.folder, log))) ? done : failed)
    })
  addTrustCommands({ command, stdout: around.stdout, log, finish })
  addUpdateCommands({ command, stdout: around.stdout, log, finish })
  addChartCommand({ command, log, finish }, around.environment)
  command('schema', 'print the JSON Schema of a file, for editors')
    .addArgument(new Argument('[FILE]', 'which').choices(schemaNames).default('figures'))
    .action(async (name: SchemaName) => {
      const { toJsonSchema } = await import('./stages.ts')
      around.stdout.write(`${JSON.stringify(toJsonSchema(name), null, 2)}\n`)
    })
  command('init', 'start a small report of your own in a new folder')
    .addArgument(new Argument('<DIR>').argParser(parsePath))
    .action((folder: string) => finish(init(folder, log)))
  return program
}

async function build(folder: string, flags: BuildFlags, around: Surroundings, console: Log): Promise<number> {
  const log = reportLog(folder, console)
  const { value: date, diagnostics } = readBuildDate(around.environment)
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  if (diagnostics.length > 0) return misused
  const { runBuild, runBuildCheck, runWatch } = await import('./stages.ts')
  const out = flags.out ? resolve(flags.out) : join(folder, 'out')
  if (isAmongSources(out, folder)) {
    const message = `documents there would be taken for the report's sources: ${flags.out}`
    log.diagnostic({ severity: 'error', message, hint: 'name a folder outside data/ and templates/ with --out' })
    return misused
  }
  const order = {
    folder,
    out,
    formats: askedFormats(flags),
    language: flags.lang,
    date,
    since: flags.since,
    slidesPerPage: flags.handout,
    isGrey: flags.grey,
    reference: flags.reference === undefined ? undefined : resolve(flags.reference),
  }
  if (flags.check) return (await runBuildCheck(order, log)) ? done : failed
  if (!flags.watch) return (await runBuild(order, log)) ? done : failed
  await runWatch(order, log, interruption())
  return done
}

/** `--handout` and `--notes` ask for their formats too. */
function askedFormats({ to, handout, notes }: BuildFlags): Format[] | undefined {
  const more: Format[] = [...(handout === undefined ? [] : ['handout' as const]), ...(notes ? ['notes' as const] : [])]
  return to || more.length > 0 ? [...new Set([...(to ?? []), ...more])] : undefined
}

function init(folder: string, log: Log): number {
  const troubles = initReport(resolve(folder))
  for (const trouble of troubles) log.diagnostic(trouble)
  if (troubles.length > 0) return failed
  log.say(`a small report is in ${folder}: edit data/figures.yaml, then run briefwright build ${folder}`)
  return done
}

function toFolder(argument: string | undefined): string {
  return resolve(argument ?? '.')
}

const examples = `
DIR is the report folder, by default the current one.

Examples:
  $ briefwright init library && cd library   start a report
  $ briefwright build                        out/*.pptx and out/*.pdf
  $ briefwright build --watch                again after each change
  $ briefwright build --reference brand.pptx the deck in your organisation's template
  $ briefwright build --to pdf --out ~/share one document, elsewhere
  $ briefwright check                        find faults, write nothing
  $ briefwright diff HEAD~1                  what changed since, in figures and documents
  $ briefwright edition 54                   the next edition, and what is left to do
  $ briefwright chart plot.vl.json -o plot.pdf  one chart, of any Vega-Lite spec
  $ briefwright schema figures               for an editor to complete data/*.yaml

Exit codes: 0 done, 1 failed, 2 wrong usage.`

function logFormatOption(): Option {
  return new Option('--log-format <FORMAT>', 'how messages are written').choices(['text', 'json']).default('text')
}

function asksForJson(args: readonly string[]): boolean {
  return args.includes('--log-format=json') || args[args.indexOf('--log-format') + 1] === 'json'
}

function parseFormats(text: string): Format[] {
  const isFormat = (name: string): name is Format => formats.some((format) => format === name)
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !isFormat(name))
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `unknown format: ${unknown}. ${suggest(unknown, formats) ?? `one of ${formats.join(', ')}`}`,
    )
  }
  return formats.filter((format) => names.includes(format))
}

function parseCount(text: string): SlidesPerPage {
  const count = slidesPerPage.find((number) => String(number) === text.trim())
  if (count === undefined)
    throw new InvalidArgumentError(`not a number of slides: ${text}. one of ${slidesPerPage.join(', ')}`)
  return count
}

/** Commander's message in this tool's form: `error: unknown option '--ot'\n(Did you mean --out?)`. */
function explainMisuse(text: string): Diagnostic {
  const [, message = text, hint] = /^(?:error: )?(.*?)(?:\s*\((Did you mean .*\?)\))?\s*$/s.exec(text) ?? []
  return {
    severity: 'error',
    message: message.trim(),
    hint: hint ? hint.replace('Did', 'did') : 'briefwright --help lists commands and options',
  }
}
