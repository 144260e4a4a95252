import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast } from '../src/check-contrast.ts'
import { formatDiagnostic } from '../src/diagnostic.ts'
import { readTheme } from '../src/read-theme.ts'
import { temporaryFolder } from './temporary-folder.ts'

function read(yaml: string) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'templates'))
  writeFileSync(join(folder, 'templates/theme.yaml'), yaml)
  return readTheme(folder)
}

const troubles = (yaml: string): string[] => read(yaml).diagnostics.map(formatDiagnostic)

describe('contrast of the theme', () => {
  it('measures as the guidelines do', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#336699', '#336699')).toBe(1)
  })

  it('tells which text colour cannot be read on what, and a shade that can', () => {
    expect(troubles("colors:\n  muted: '#9aa4ae'\n")).toEqual([
      [
        'templates/theme.yaml:2:10: error: muted is hard to read on paper: its contrast is 2.53 to 1',
        "  2 |   muted: '#9aa4ae'",
        '    |          ^',
        '  expected: at least 4.5 to 1',
        '  hint: #6f767d would do',
      ].join('\n'),
    ])
  })

  it('names a lighter shade on a dark ground, and lets large figures be lighter than text', () => {
    const dark =
      "colors:\n  paper: '#101418'\n  panel: '#1c2228'\n  ink: '#f2f4f6'\n  muted: '#5a6470'\n  accentText: '#8cc4f4'\n  good: '#5fd0a4'\n  bad: '#ff9f92'\n  accent: '#2f6fae'\n"
    const found = troubles(dark)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/muted is hard to read on paper.*\n.*\n.*\n.*\n {2}hint: #78808a/)
  })

  it('is content with its own theme', () => {
    expect(troubles('slide:\n  body: 17\n')).toEqual([])
  })
})
