import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLog } from '../../src/console/log.ts'
import { reportLog } from '../../src/console/report-log.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'

/** Where a file is said to be, by a command that runs here on the report in a folder. */
function shown(folder: string, file: string, format: 'text' | 'json' = 'text'): string {
  const lines: string[] = []
  const trouble: Diagnostic = { severity: 'error', message: 'wrong', place: { file, line: 3, column: 7 } }
  reportLog(folder, createLog(format, { write: (text) => lines.push(text) }, {})).diagnostic(trouble)
  return lines.join('')
}

it('tells files by the path that leads to them from here', () => {
  expect(shown(process.cwd(), 'data/figures.yaml')).toBe('data/figures.yaml:3:7: error: wrong\n')
  expect(shown(join(process.cwd(), 'reports/a b'), 'data/figures.yaml')).toBe(
    'reports/a b/data/figures.yaml:3:7: error: wrong\n',
  )
  expect(shown('/elsewhere', 'templates/deck.md.hbs')).toBe('/elsewhere/templates/deck.md.hbs:3:7: error: wrong\n')
  expect(JSON.parse(shown(join(process.cwd(), 'reports'), 'data', 'json'))).toMatchObject({
    file: 'reports/data',
    line: 3,
    column: 7,
  })
})

it('leaves what is no file of the report as it is, and shows absolute paths from here', () => {
  expect(shown('/elsewhere', 'figures.xlsx')).toBe('figures.xlsx:3:7: error: wrong\n')
  expect(shown('/elsewhere', join(process.cwd(), 'source.txt'))).toBe('source.txt:3:7: error: wrong\n')
})
