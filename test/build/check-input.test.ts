import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { checkInput } from '../../src/build/check-input.ts'
import { drawReport } from '../../src/build.ts'
import { starterReport } from '../cli/starter.ts'
import { edit } from '../edit-file.ts'

/** What is told of a report after its documents were drawn. */
async function toldOf(folder: string): Promise<string[]> {
  const tools = createTools()
  try {
    const request = { folder }
    const { value } = await drawReport(request, tools)
    return value ? checkInput(value).map(({ severity, message }) => `${severity}: ${message}`) : ['nothing']
  } finally {
    await tools.close()
  }
}

/** What is told of the starter with a false word and a typed number in it. */
async function told(severity: string): Promise<string[]> {
  const folder = starterReport()
  edit(folder, 'data/report.yaml', 'language: en', `language: en\n${severity}`)
  edit(
    folder,
    'templates/briefing.md.hbs',
    '## Visits',
    'Visits fell by {{by "visits"}}; 5,000 books are new.\n\n## Visits',
  )
  return toldOf(folder)
}

test('a report says how strictly each kind of check is taken', async () => {
  const word = 'not true: “fell” (fell visits.change@2025) in “Visits fell by 87,000; 5,000 books are new.”'
  const number = 'a number that comes from no figure: 5,000'
  expect(await told('')).toEqual([`error: ${word}`, `error: ${number}`])
  expect(await told('severity: { words: warning, numbers: off }')).toEqual([`warning: ${word}`])
})

test('what no template uses is told only where all of them can be read', async () => {
  const folder = starterReport()
  writeFileSync(join(folder, 'templates/allow.yaml'), '- { text: 99 books, reason: the shelves hold as many }\n')
  expect(await toldOf(folder)).toEqual(['warning: allows nothing: 99 books'])
  edit(folder, 'templates/deck.md.hbs', '# {{geography}} came', '{{#if title}}\n\n# {{geography}} came')
  expect(await toldOf(folder)).toEqual([])
})
