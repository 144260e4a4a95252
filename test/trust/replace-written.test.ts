import { expect, it } from 'vitest'
import { replaceWritten } from '../../src/trust/replace-written.ts'

/** A file's text once the value that is marked with ‹› is replaced. */
function replaced(path: string, marked: string, written: string): string | undefined {
  const lines = marked.slice(0, marked.indexOf('‹')).split('\n')
  const text = marked.replace(/[‹›]/g, '')
  const bytes = Buffer.from(text)
  const place = { file: path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  const after = replaceWritten({ path, bytes, size: bytes.length }, place, written)
  return after && Buffer.from(after.bytes).toString('utf8')
}

it.each([
  ['value: ‹96400› # at the end of the year', '96,401', 'value: 96401 # at the end of the year'],
  ['value: ‹96,400›', '96,401', 'value: 96,401'],
  ['value: ‹96,400›', '101401', 'value: 101,401'],
  ["value: ‹'96400'›", '96,401', "value: '96401'"],
  ['value: ‹"96,400"›', '96,401', 'value: "96,401"'],
  ['{ period: 2025, value: ‹96400› }', '96,401', '{ period: 2025, value: 96401 }'],
  ["{ period: 2025, value: ‹'96,400'› }", '96,401', "{ period: 2025, value: '96,401' }"],
  ['{ period: 2025, value: ‹940› }', '1,040', "{ period: 2025, value: '1,040' }"],
  ['{ value: ‹1.284 million› }', '1.285 million', '{ value: 1.285 million }'],
])('%s becomes %s as its author would write it', (before, written, after) => {
  expect(replaced('data/figures.yaml', before, written)).toBe(after)
})

it.each([
  ['visits,2024,‹96400›,return', '96,401', 'visits,2024,96401,return'],
  ['visits,2024,‹"96,400"›,return', '96,401', 'visits,2024,"96,401",return'],
])('%s becomes %s in CSV', (before, written, after) => {
  expect(replaced('data/visits.csv', before, written)).toBe(after)
})
