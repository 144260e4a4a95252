import { describe, expect, it } from 'vitest'
import { parseDataset } from '../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { readTextInside } from '../../src/files/read-inside.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const told = (path: string, text: string): string[] =>
  parseDataset([{ path, bytes: Buffer.from(text) }])
    .diagnostics.filter(({ message }) => message.startsWith('a hidden'))
    .map(formatDiagnostic)

describe('characters that show a reader something else than is read', () => {
  it('are errors at their places in figures, and shown as what they are', () => {
    expect(told('data/figures.yaml', 'indicators:\n  a:\n    note: up \u202e7.1\u202c\n')).toEqual([
      [
        'data/figures.yaml:3:14: error: a hidden sign that reorders text: U+202E',
        '  3 |     note: up \ufffd7.1\ufffd',
        '    |              ^',
        '  hint: delete it; where it is meant, write it so that it is seen: "\\u202E" in double quotes',
      ].join('\n'),
      expect.stringContaining('data/figures.yaml:3:18: error: a hidden sign that reorders text: U+202C'),
    ])
    expect(told('data/long.csv', 'indicator,period,value\na,2023,5\u2028\nb,2023,\u20667\n')).toEqual([
      expect.stringContaining('data/long.csv:2:9: error: a hidden line end: U+2028'),
      expect.stringContaining('data/long.csv:3:8: error: a hidden sign that reorders text: U+2066'),
    ])
  })

  it('are errors in templates', () => {
    const folder = temporaryFolder({ 'templates/deck.md.hbs': '# Title\n\nUp \u2067not\u2069 down\n' })
    expect(readTextInside(folder, 'templates/deck.md.hbs').diagnostics.map(formatDiagnostic)).toEqual([
      expect.stringMatching(/^templates\/deck\.md\.hbs:3:4: error: .*: U\+2067\n(.*\n){2}.*seen: &#x2067;$/),
      expect.stringMatching(/^templates\/deck\.md\.hbs:3:8: error: .*: U\+2069/),
    ])
  })

  it('are none where they are written as escapes, and letters of any script are none', () => {
    expect(
      told('data/figures.yaml', 'indicators:\n  a:\n    note: "\\u202e"\n    label: שלום مرحبا 网民 👪\n'),
    ).toEqual([])
  })
})

it('a diagnostic obeys no control character of a file', () => {
  const place = { file: 'templates/deck.md.hbs', line: 1, column: 1 }
  const excerpt = 'a\u001b[2Jb\u0007\u009b\r'
  expect(formatDiagnostic({ severity: 'error', message: 'm\u001b', place, excerpt })).toBe(
    'templates/deck.md.hbs:1:1: error: m\ufffd\n  1 | a\ufffd[2Jb\ufffd\ufffd\ufffd\n    | ^',
  )
})
