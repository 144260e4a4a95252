import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readPdf } from './pdf.ts'
import { readPptx } from './pptx.ts'

const finished = 'docs/documents'

/** What a reader finds in a document, however its lines are broken. */
async function wordsOf(path: string): Promise<string> {
  const bytes = readFileSync(path)
  const texts = path.endsWith('.pptx')
    ? readPptx(bytes).slides.flatMap(({ texts, notes }) => [...texts, ...notes.map(({ text }) => text)])
    : (await readPdf(bytes)).pages.map(({ text }) => text)
  return texts.join('').replaceAll(/[\s\u00ad-]+/g, '')
}

/** The finished documents to look at are those that a build makes now; `npm run documents` makes them anew. */
export async function expectFinished(name: string, out: string) {
  const documents = readdirSync(out).filter((file) => /\.(pptx|pdf)$/.test(file))
  expect(readdirSync(join(finished, name))).toEqual(documents.sort())
  for (const file of documents) {
    const [kept, built] = [join(finished, name, file), join(out, file)]
    // Another Node may pack the same words into other bytes.
    if (!readFileSync(kept).equals(readFileSync(built))) expect(await wordsOf(kept)).toBe(await wordsOf(built))
  }
}
