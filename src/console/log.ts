import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, formatDiagnostic } from '../diagnostic.ts'
import { packageRoot } from '../files/package-root.ts'
import { once } from '../memory/derived.ts'
import { showPath } from './show-path.ts'

/** A file that a build made. */
export interface MadeFile {
  /** As the user would type it from where the command runs. */
  path: string
  format: string
  /** Slides of a deck, pages of a briefing; undefined for text. */
  count?: { number: number; of: 'slides' | 'pages' } | undefined
  bytes: number
  milliseconds: number
}

/** What a command tells its user, on standard error: as lines to read, or as JSON, an object a line. */
export interface Log {
  diagnostic(diagnostic: Diagnostic): void
  made(file: MadeFile): void
  /** That a build is done: its milliseconds, and those of each stage; for machines only. */
  built(milliseconds: number, stages: Readonly<Record<string, number>>): void
  /** How the command went, in a line. */
  say(message: string): void
  /** Where the work is; shown on a terminal only, and overwritten by what follows. */
  progress(message: string): void
}

/** A log that holds something back until the command ends. */
export interface EndingLog extends Log {
  /** To be called when the command is done. */
  end(): void
}

export type LogFormat = 'text' | 'json'

/** The part of a terminal's or pipe's stream that a log needs. */
export interface LogStream {
  write(text: string): unknown
  isTTY?: boolean | undefined
}

/** A log on a stream. Colours and progress are for terminals; `NO_COLOR` in the environment turns colours off. */
export function createLog(format: LogFormat, stream: LogStream, environment: NodeJS.ProcessEnv): EndingLog {
  return format === 'json' ? createJsonLog(stream) : createTextLog(stream, environment)
}

function createJsonLog(stream: LogStream): EndingLog {
  const write = (type: string, fields: object) => stream.write(`${JSON.stringify({ type, ...fields })}\n`)
  return {
    diagnostic: ({ place, ...rest }) => write('diagnostic', { ...place, ...rest }),
    made: ({ count, ...rest }) => write('made', { ...rest, ...(count ? { [count.of]: count.number } : {}) }),
    built: (milliseconds, stages) => write('built', { milliseconds, stages }),
    say: (message) => write('message', { message }),
    progress: () => {},
    end: () => {},
  }
}

/** So many errors, and so many warnings, are shown to who reads them; machines get all. */
const mostShown = 100

function createTextLog(stream: LogStream, environment: NodeJS.ProcessEnv): EndingLog {
  const terminal = stream.isTTY === true
  const color = terminal && !environment.NO_COLOR && environment.TERM !== 'dumb'
  const line = (text: string) => stream.write(`${terminal ? clearLine : ''}${text}\n`)
  const shown = { error: 0, warning: 0 }
  const met: Diagnostic[] = []
  const hidden: Diagnostic[] = []
  const tell = (diagnostic: Diagnostic) => {
    met.push(diagnostic)
    if (++shown[diagnostic.severity] > mostShown) hidden.push(diagnostic)
    else line(color ? colorDiagnostic(diagnostic) : formatDiagnostic(diagnostic))
  }
  const end = () => {
    if (hidden.length > 0) line(`${formatCounts(hidden)} more, not shown: --log-format json tells all`)
    const more = moreOn(met)
    if (more) line(`more on this: ${more}`)
    met.length = 0
    hidden.length = 0
    shown.error = 0
    shown.warning = 0
  }
  return {
    diagnostic: tell,
    made: (file) => line(formatMade(file)),
    built: () => {},
    say: (message) => {
      end()
      line(message)
    },
    end,
    progress: (message) => {
      if (terminal) stream.write(`${clearLine}${message}…`)
    },
  }
}

const clearLine = '\r\u001b[K'

function colorDiagnostic(diagnostic: Diagnostic): string {
  const label = `${diagnostic.severity}:`
  const code = diagnostic.severity === 'error' ? 31 : 33
  return formatDiagnostic(diagnostic).replace(label, `\u001b[1;${code}m${label}\u001b[0m`)
}

/** `out/cnnic-53.pptx  15 slides  212 kB  0.48 s`. */
function formatMade({ path, count, bytes, milliseconds }: MadeFile): string {
  const parts = [path, ...(count ? [`${count.number} ${count.number === 1 ? count.of.slice(0, -1) : count.of}`] : [])]
  return [...parts, formatBytes(bytes), `${(milliseconds / 1000).toFixed(2)} s`].join('  ')
}

function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** `2 errors, 1 warning`; `no errors or warnings`. */
export function formatCounts(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return number === 0 ? [] : [`${groupDigits(number)} ${severity}${number === 1 ? '' : 's'}`]
  }
  return [...count('error'), ...count('warning')].join(', ') || 'no errors or warnings'
}

/** `1,234`. */
export function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

const page = join(packageRoot, 'docs/lookup/messages.md')

/** The first words of messages that need more than a hint: the headings of their page, which alone explains them. */
const headings = once(() => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return [...text.matchAll(/^## (.+)$/gm)].flatMap(([, heading]) => heading ?? [])
})

/**
 * Where the documentation explains diagnostics, `docs/lookup/messages.md: #contradiction, #not-true`;
 * each heading once, relative to the working directory. Undefined where it says no more.
 */
function moreOn(diagnostics: readonly Diagnostic[]): string | undefined {
  // A misprint needs no page.
  const open = diagnostics.filter(({ hint }) => !hint?.startsWith('did you mean'))
  const begins = ({ message }: Diagnostic, heading: string) =>
    message.startsWith(heading) && /^[: ]/.test(message.slice(heading.length))
  const known = headings().filter((heading) => open.some((diagnostic) => begins(diagnostic, heading)))
  const anchors = known.map(
    (heading) =>
      `#${heading
        .toLowerCase()
        .replace(/[^a-z0-9 ]/g, '')
        .replaceAll(' ', '-')}`,
  )
  return known.length === 0 ? undefined : `${showPath(page)}: ${anchors.join(', ')}`
}
