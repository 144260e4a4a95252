import { basename, dirname, resolve } from 'node:path'
import type { Diagnostic, Outcome } from '../diagnostic.ts'
import { isThere } from '../files/read-file.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { adoptTheme } from '../reference/adopt-theme.ts'
import { readReference } from '../reference/read-reference.ts'
import { readThemeFile } from '../theme/read-theme.ts'
import { type Changed, makeColors } from './make-colors.ts'

/** The text of a theme about a colour, `#0b5fa5`, or the colours of a PowerPoint file; and what of them was changed, a line each. */
export function makeTheme(from: string): Outcome<{ text: string; remarks: string[] }> {
  const { value: own, diagnostics } = readThemeFile(undefined, '.')
  if (!own) return { value: undefined, diagnostics }
  if (from.startsWith('#')) return about(from, makeColors(own.colors, { accent: from.toLowerCase() }))
  const { value: reference, diagnostics: faults } = readReference(resolve(from), from)
  if (!reference) return { value: undefined, diagnostics: faults }
  const { accent, second, paper, ink, muted, rule, panel } = adoptTheme(own, reference).value?.colors ?? own.colors
  const base = { ...own.colors, paper, ink, muted, rule, panel }
  return about(from, makeColors(base, { accent, second }))
}

function about(
  from: string,
  { colors, changed }: ReturnType<typeof makeColors>,
): Outcome<{ text: string; remarks: string[] }> {
  const remarks = changed.map((change) => remark(change, colors[change.name]))
  const text = [
    `# Made from ${basename(from)}: words have 4.5 to 1 on their ground, marks of charts 3 to 1; series stay apart in grey and to the colour-blind.`,
    ...remarks.map((line) => `# ${line}`),
    'colors:',
    ...Object.entries(colors).map(([name, color]) => `  ${name}: '${color}'`),
  ].join('\n')
  return { value: { text: `${text}\n`, remarks }, diagnostics: [] }
}

function remark({ name, wanted, why }: Changed, color: string): string {
  return `${name}: ${wanted} is ${why}; ${color} stands in its place`
}

/** Writes a theme where none stands yet: it may have been edited. */
export function writeTheme(path: string, text: string): Diagnostic[] {
  const target = resolve(path)
  if (isThere(target))
    return [{ severity: 'error', message: `already there: ${path}`, hint: 'name another file, or remove it first' }]
  return writeOutputs(dirname(target), [{ name: basename(target), bytes: new TextEncoder().encode(text) }])
}
