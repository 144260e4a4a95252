import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeNew } from '../../src/files/write-new.ts'
import { makeTheme } from '../../src/new-theme/new-theme.ts'
import { readThemeFile } from '../../src/theme/read-theme.ts'
import { scriptedTemplate } from '../reference/templates.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** What is said of a theme that is made of something, when it is read again. */
function read(from: string) {
  const path = join(temporaryFolder(), 'theme.yaml')
  const { value } = makeTheme(from)
  writeFileSync(path, value?.text ?? '')
  const { value: theme, diagnostics } = readThemeFile(path, '.')
  return { theme, diagnostics, remarks: value?.remarks ?? [] }
}

test.each([
  '#0b5fa5',
  '#e4003a',
  '#7a3e9d',
  '#00843d',
  '#ffcc00',
  '#5db4ff',
  '#9a9a9a',
  '#111111',
  '#c97420',
  '#ffffff',
])('a theme about %s has nothing to tell when it is read', (color) => {
  const { theme, diagnostics } = read(color)
  expect(diagnostics).toEqual([])
  expect(theme?.colors.accent).toMatch(/^#[0-9a-f]{6}$/)
})

test('a colour that can be seen is kept, one that cannot is changed, and that is said', () => {
  expect(read('#00843D').theme?.colors.accent).toBe('#00843d')
  const { theme, remarks } = read('#ffcc00')
  expect(theme?.colors.accent).not.toBe('#ffcc00')
  expect(remarks).toEqual([
    `accent: #ffcc00 is too light to be seen on paper; ${theme?.colors.accent} stands in its place`,
  ])
})

test('a theme in the colours of a dark template has nothing to tell when it is read', async () => {
  const deck = join(temporaryFolder(), 'dark.pptx')
  writeFileSync(deck, await scriptedTemplate({ paper: '10243E', words: 'F5F5F5' }))
  const { theme, diagnostics } = read(deck)
  expect(theme?.colors.paper).toBe('#10243e')
  expect(diagnostics).toEqual([])
})

test('a PowerPoint file that cannot be read is told; a theme that is there is left alone', () => {
  const folder = temporaryFolder()
  const deck = join(folder, 'brand.pptx')
  writeFileSync(deck, 'no deck')
  expect(makeTheme(deck).diagnostics).toMatchObject([
    { severity: 'error', message: expect.stringContaining('not a PowerPoint file') },
  ])
  const path = join(folder, 'theme.yaml')
  expect(writeNew(path, 'colors: {}\n')).toEqual([])
  expect(writeNew(path, 'other')).toMatchObject([{ message: `already there: ${path}` }])
  expect(readFileSync(path, 'utf8')).toBe('colors: {}\n')
})
