import { resolve } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { version } from '../../package.json'
import type { AnswerStream, Examples } from '../console/command-setting.ts'
import { createLog, type Log, type LogStream } from '../console/log.ts'
import { type Diagnostic, plainError } from '../diagnostic.ts'
import { clearLeftovers } from '../files/write-outputs.ts'
import { commands, helpExamples as overview } from './commands.ts'

/** What the command reads and writes besides files. */
export interface CommandStreams {
  stdout: AnswerStream
  stderr: LogStream
  environment: NodeJS.ProcessEnv
}

/** Exit codes: the work is done, the command was misused. */
const done = 0
const misused = 2

/** Runs the command with its arguments; returns the exit code. Commands load the heavy stages that they need. */
export async function main(args: readonly string[], around: CommandStreams): Promise<number> {
  const log = createLog(asksForJson(args) ? 'json' : 'text', around.stderr, around.environment)
  if (!hasFolder()) {
    log.diagnostic(plainError('the current folder is gone', { hint: 'change to one that is there' }))
    return misused
  }
  let code = done
  const program = createProgram(args, around, log, (result) => {
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

function createProgram(
  [name = '']: readonly string[],
  around: CommandStreams,
  log: Log,
  finish: (code: number) => void,
): Command {
  const program = new Command('briefwright')
    .description('Builds a PowerPoint deck and a PDF briefing from one dataset of published figures.')
    .version(version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => around.stdout.write(text),
      writeErr: (text) => around.stderr.write(text),
      outputError: (text) =>
        log.diagnostic(explainMisuse(text, program.commands.some((one) => one.name() === name) ? name : undefined)),
    })
    .addHelpText('after', overview)
    .hook('preAction', (_, action) => clearLeftovers(resolve(reportFolder(action))))
  const command = (usage: string, description: string, examples: Examples) =>
    program
      .command(usage)
      .description(description)
      .addOption(
        new Option('--log-format <FORMAT>', 'how messages are written').choices(['text', 'json']).default('text'),
      )
      .addHelpText('after', formatExamples(examples))
  const setting = { command, log, finish, stdout: around.stdout, environment: around.environment }
  for (const add of commands) add(setting)
  return program
}

function formatExamples(examples: Examples): string {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, does]) => `  $ briefwright ${line.padEnd(width)}  ${does}`)
  return ['', 'Examples:', ...lines].join('\n')
}

/** The report that a command is about: its DIR, or its --report, by default the current folder. */
function reportFolder(action: Command): string {
  const at = action.registeredArguments.findIndex((argument) => argument.name() === 'DIR')
  return String((at < 0 ? action.opts().folder : action.processedArgs[at]) ?? '.')
}

function asksForJson(args: readonly string[]): boolean {
  return args.includes('--log-format=json') || args[args.indexOf('--log-format') + 1] === 'json'
}

/** Commander's message in this tool's form: `error: unknown option '--ot'\n(Did you mean --out?)`. */
function explainMisuse(text: string, command: string | undefined): Diagnostic {
  const [, message = text, hint] = /^(?:error: )?(.*?)(?:\s*\((Did you mean .*\?)\))?\s*$/s.exec(text) ?? []
  return plainError(message.trim(), {
    hint: hint
      ? hint.replace('Did', 'did')
      : command === undefined
        ? 'briefwright --help lists the commands'
        : `briefwright ${command} --help lists its options`,
  })
}
