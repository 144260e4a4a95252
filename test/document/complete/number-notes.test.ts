import { expect, test } from 'vitest'
import { numberNotes } from '../../../src/document/complete/number-notes.ts'
import type { Document } from '../../../src/document/types.ts'
import { parseTemplateText } from '../parse-text.ts'

const template = `# One

- a list[^Later]

Text[^first], again[^later].

# Two

Text[^first].

[^first]: The first note.

[^later]: The note that is written last.
`

/** What is read in order: titles, marks in the text, and the notes under their numbers. */
function readOff(kind: Document['kind']): string {
  const { value } = parseTemplateText(template, kind)
  if (!value) throw new Error('the template does not parse')
  const told = JSON.stringify(numberNotes(value).blocks)
  const pattern =
    /"type":"noteReference","label":"(\w+)"|"type":"footnote","label":"(\w+)"|"value":"(One|Two|The .*?)"/g
  return [...told.matchAll(pattern)].map(([, mark, note, text]) => text ?? (mark ? `[${mark}]` : `${note}:`)).join(' ')
}

test('each slide ends with the notes that it refers to, numbered through the deck, wherever they are written', () => {
  expect(readOff('deck')).toBe(
    'One [1] [2] [1] 1: The note that is written last. 2: The first note. Two [3] 3: The first note.',
  )
})

test('a briefing has each note once, in the order of the references', () => {
  expect(readOff('briefing')).toBe('One [1] [2] [1] Two [2] 1: The note that is written last. 2: The first note.')
})
