import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { examples, initReport } from '../src/command/init/init.ts'
import { runHere } from './cli/run-command.ts'
import { readPdf } from './pdf.ts'
import { readPptx } from './pptx.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Slow: it builds each report of examples/ as a user does.

it('has a report in examples/ for each that init offers', () => {
  expect(readdirSync('examples').sort()).toEqual(examples.filter((name) => name !== 'library').toSorted())
})

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
async function expectFinished(name: string, out: string) {
  const documents = readdirSync(out).filter((file) => /\.(pptx|pdf)$/.test(file))
  expect(readdirSync(join(finished, name))).toEqual(documents.sort())
  for (const file of documents) {
    const [kept, built] = [join(finished, name, file), join(out, file)]
    // Another Node may pack the same words into other bytes.
    if (!readFileSync(kept).equals(readFileSync(built))) expect(await wordsOf(kept)).toBe(await wordsOf(built))
  }
}

it('has finished documents of the first report, in both languages', async () => {
  const out = join(temporaryFolder(), 'out')
  for (const language of ['en', 'zh']) expect((await runHere(['build', '--out', out, '--lang', language])).code).toBe(0)
  await expectFinished('internet', out)
})

it.each(examples)(
  'init --example %s makes a report that builds without a word of complaint, and whose finished documents are these',
  async (name) => {
    const folder = join(temporaryFolder(), name)
    expect(initReport(folder, name)).toEqual([])
    const { code, stderr } = await runHere(['build'], { cwd: folder })
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/error|warning/)
    const documents = readdirSync(join(folder, 'out')).filter((file) => /\.(pptx|pdf)$/.test(file))
    expect(documents).toHaveLength(name === 'city' ? 1 : 2)
    await expectFinished(name, join(folder, 'out'))
  },
)

it('takes in the feed of the monthly prices, and finds nothing new in it', async () => {
  const folder = join(temporaryFolder(), 'prices')
  initReport(folder, 'prices')
  const { code, stdout, stderr } = await runHere(['update'], { cwd: folder })
  expect({ code, said: `${stdout}${stderr}` }).toMatchObject({ code: 0 })
  expect(`${stdout}${stderr}`).not.toContain('added')
})
