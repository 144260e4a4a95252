import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { hasErrors, plainError } from '../diagnostic.ts'
import { packageRoot } from '../files/package-root.ts'
import type * as api from './index.d.mts'

/** See index.d.mts. A process of its own has UTC for dates without a time zone, and room for what a spec may ask. */
export const renderChart: typeof api.renderChart = async (spec, options = {}) => {
  const child = spawn(process.execPath, [join(packageRoot, 'dist/briefwright.cjs'), 'chart', '-', ...toFlags(options)])
  // Who reads no further has said why on the standard error.
  child.stdin.on('error', () => {})
  child.stdin.end(typeof spec === 'string' ? spec : JSON.stringify(spec))
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const [code, bytes, log] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)])
  const diagnostics = readLog(log)
  const isDrawn = code === 0 && !hasErrors(diagnostics)
  return isDrawn ? { ok: true, bytes, diagnostics } : { ok: false, bytes: undefined, diagnostics }
}

function toFlags({ format = 'svg', theme, language, ...rest }: api.ChartOptions): string[] {
  const flags = { to: format, lang: language, theme: theme === false ? undefined : theme, ...rest }
  const named = Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]))
  return [...named, ...(theme === false ? ['--no-theme'] : []), '--log-format=json']
}

/** The diagnostics of a log of JSON, an object a line; a fault of the program itself is reported as it stands there. */
function readLog(log: string): api.Diagnostic[] {
  return log.split('\n').flatMap((line): api.Diagnostic[] => {
    if (!line.startsWith('{')) return line === '' ? [] : [plainError(line)]
    const { type, file, line: number, column, ...rest } = JSON.parse(line)
    if (type !== 'diagnostic') return []
    return [{ ...rest, place: file === undefined ? undefined : { file, line: number, column } }]
  })
}
