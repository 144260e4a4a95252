import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readTemplateInput } from '../../../src/build/read/read-template-input.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const told = (folder: string) => readTemplateInput(folder, undefined).diagnostics.map(formatDiagnostic)

it('leaves nothing out in silence: links that lead nowhere or away, a file for a folder', () => {
  const folder = temporaryFolder({ 'templates/briefing.md.hbs': '# Title\n', 'templates/charts': 'a file' })
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync('nowhere', join(folder, 'templates/deck.md.hbs'))
  symlinkSync('/', join(folder, 'templates/partials'))
  expect(told(folder)).toEqual([
    'templates/deck.md.hbs:1:1: error: cannot be read: templates/deck.md.hbs (no such file)',
    'templates/partials:1:1: error: leads out of the report folder: templates/partials\n  hint: copy it into the report folder',
    'templates/charts:1:1: error: not a folder: templates/charts\n  hint: it holds the *.vl.json files of the report',
  ])
})

it('tells a template whose lines end in CR alone, where the first does', () => {
  const folder = temporaryFolder({ 'templates/briefing.md.hbs': '' })
  writeFileSync(join(folder, 'templates/briefing.md.hbs'), '# Title\r\rWords\r')
  expect(told(folder)).toEqual([
    'templates/briefing.md.hbs:1:8: error: a line ends in CR alone\n  1 | # Title\n    |        ^\n  hint: save the file with line ends LF or CRLF',
  ])
})
