import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Observation } from '../../src/dataset/types.ts'

/** Writes a figure's value one up in its last digit, where it stands, and in the form that its source prints. */
export function raiseFigure(folder: string, { place, statement }: Observation): void {
  const path = join(folder, place.file)
  const lines = readFileSync(path, 'utf8').split('\n')
  const line = lines[place.line - 1] ?? ''
  const [digits = ''] = /[\d.]+/.exec(line.slice(place.column - 1)) ?? []
  const start = line.indexOf(digits, place.column - 1)
  lines[place.line - 1] = line.slice(0, start) + raised(digits) + line.slice(start + digits.length)
  const printed = lines.findIndex((one, index) => index >= place.line && one.includes(statement?.printed ?? digits))
  if (printed >= 0 && printed < place.line + 8) lines[printed] = (lines[printed] ?? '').replace(digits, raised(digits))
  writeFileSync(path, lines.join('\n'))
}

/** Writes a figure with the opposite sign where it stands, and in the form that its source prints. */
export function turnFigure(folder: string, { place, statement }: Observation): void {
  const path = join(folder, place.file)
  const lines = readFileSync(path, 'utf8').split('\n')
  const line = lines[place.line - 1] ?? ''
  const before = line.slice(0, place.column - 1)
  const after = line.slice(place.column - 1)
  // The sign stands after a qualifier: `over -47 million`.
  lines[place.line - 1] = before + after.replace(/[-\u2212]?(?=\d)/, (sign) => (sign === '' ? '-' : ''))
  const printed =
    statement &&
    lines.findIndex((one, at) => at >= place.line && /printed:/.test(one) && one.includes(statement.printed))
  if (printed !== undefined && printed >= 0 && printed < place.line + 8) lines.splice(printed, 1)
  writeFileSync(path, lines.join('\n'))
}

/** `24.8` → `24.9`, `1.099` → `1.100`. */
function raised(digits: string): string {
  const decimals = digits.split('.')[1]?.length ?? 0
  return (Number(digits) + 10 ** -decimals).toFixed(decimals)
}
