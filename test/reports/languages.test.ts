import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { makeReport } from '../../src/build.ts'
import { type Standard, verifyDocument } from '../../src/trust/verify/verify-document.ts'
import { planAcceptances } from '../../src/verify/accept-edits.ts'
import { readStandard } from '../../src/verify/read-standard.ts'
import { readFinished } from '../../src/verify/run-verify.ts'

const folder = join(import.meta.dirname, 'bicycles')
const languages = ['fr', 'de', 'es']

const built = new Map<string, ReturnType<typeof buildNow>>()

/** The deck and the PDF of a language as they are read back, and what they are held against. */
function build(language: string) {
  const known = built.get(language) ?? buildNow(language)
  built.set(language, known)
  return known
}

async function buildNow(language: string) {
  const tools = createTools()
  try {
    const request = { folder, formats: ['pptx', 'pdf'] as const, languages: [language] }
    const { value } = await makeReport(request, tools)
    const { value: standard } = await readStandard({ folder, language, variant: undefined })
    if (!value || !standard) throw new Error('the report does not build')
    return { files: await Promise.all(value.documents.map(({ name, bytes }) => readFinished(name, bytes))), standard }
  } finally {
    await tools.close()
  }
}

type Found = Parameters<typeof verifyDocument>[0]

/** What is said of a file in which each of some words stands for another. */
function edited(file: Found, standard: Standard, was: string, is: string): string[] {
  const texts = file.texts.map((one) => ({ ...one, text: one.text.replaceAll(was, is) }))
  return verifyDocument({ ...file, texts }, standard).findings.map(({ verdict, printed }) => `${verdict} ${printed}`)
}

// They build a report three times and read it back.
it.each(languages)('every number of the documents in %s is proved', async (language) => {
  const { files, standard } = await build(language)
  for (const file of files) {
    expect(file.language?.slice(0, 2)).toBe(language)
    const { findings, reworded, counts } = verifyDocument(file, standard)
    expect(findings.map(({ printed, context }) => `${printed}: ${context}`)).toEqual([])
    expect(reworded).toEqual([])
    expect(counts.figures).toBeGreaterThan(20)
  }
})

it.each([
  ['fr', '24,83', '24,38', 'changed 24,38\u00a0millions'],
  ['fr', 'en baisse de', 'en hausse de', 'changed 4\u202f200'],
  ['de', '316.500', '318.500', 'changed 318.500'],
  ['de', 'Millionen', 'Milliarden', 'changed 24,83\u00a0Milliarden'],
  ['es', '61,5', '65,1', 'changed 65,1\u00a0%'],
  ['es', 'más de', 'menos de', 'changed menos de\u00a01200\u00a0millones'],
] as const)('in %s %s that was made %s is found', async (language, was, is, finding) => {
  const { files, standard } = await build(language)
  expect(files.flatMap((file) => edited(file, standard, was, is))).toContain(finding)
})

it.each([
  ['fr', '24,83', '24,84', 'rides@2025: 24.84 million'],
  ['de', '316.500', '316.700', 'subscribers@2025: 316,700'],
  ['de', 'plus 2,41', 'plus 2,42', 'rides.change@2025: 2.42 million'],
  ['es', '61,5', '61,6', 'electric-share@2025: 61.6%'],
] as const)('in %s %s that was made %s is accepted as the dataset writes it', async (language, was, is, accepted) => {
  const { files, standard } = await build(language)
  const deck = files.find(({ kind }) => kind === 'deck')
  if (!deck) throw new Error('no deck')
  const texts = deck.texts.map((one) => ({ ...one, text: one.text.replaceAll(was, is) }))
  const { findings } = verifyDocument({ ...deck, texts }, standard)
  const plan = planAcceptances(findings.map((finding) => ({ ...finding, language })))
  expect(plan.accepted.map(({ observation, written }) => `${observation.key}: ${written}`)).toEqual([accepted])
})

it('a page of which all is gone is told by its longest words, as its language writes them', async () => {
  const { files, standard } = await build('fr')
  const briefing = files.find(({ kind }) => kind === 'briefing')
  if (!briefing) throw new Error('no briefing')
  const texts = briefing.texts.filter(({ page }) => page !== 1)
  const { reworded } = verifyDocument({ ...briefing, texts }, standard)
  expect(reworded).toContainEqual({
    what: 'gone',
    page: 1,
    item: 'All',
    was: expect.stringContaining('24,83 millions'),
    is: '',
  })
})
