import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import type { BuildRequest } from '../../src/build/types.ts'
import { makeReport } from '../../src/build.ts'
import { compareFigures } from '../../src/compare/run-diff.ts'
import { findObservation } from '../../src/dataset/find.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import type { Dataset, Observation } from '../../src/dataset/types.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { getUnit } from '../../src/document/say/figure.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { createMemory, settling } from '../../src/memory/memory.ts'
import type { Trace } from '../../src/trust/trace/trace-schema.ts'
import { internet } from '../fixtures.ts'
import { deckTexts, pdfTexts } from './all-texts.ts'
import { raiseFigure, turnFigure } from './one-figure.ts'

/** The 26 figures of the article, and where one digit more makes it contradict another figure, or break a claim, in which words. */
const figures: [reference: string, trouble?: RegExp][] = [
  ['netizens', /contradiction: netizens@2023-12 - netizens@2022-12 is 25 to 27 million/],
  ['internet-penetration-rate'],
  ['netizens.change'],
  ['rural-netizens', /contradiction: rural-netizens@2023-12 - rural-netizens@2022-12/],
  ['rural-netizens.change'],
  ['online-consumer-apps-users.change'],
  ['online-retail-sales'],
  ['online-retail-sales.rate'],
  ['online-travel-booking-users'],
  ['online-travel-booking-users.change'],
  ['online-travel-booking-users.rate', /contradiction: travel-triangle/],
  ['domestic-goods-buyers-share'],
  ['green-products-buyers-share'],
  ['smart-products-buyers-share'],
  ['urban-rural-penetration-gap'],
  ['urban-rural-penetration-gap.change'],
  ['online-car-hailing-users.change'],
  ['online-car-hailing-users.rate', /contradiction: car-hailing-in-the-report/],
  ['internet-medical-users.change'],
  ['internet-medical-users.rate', /contradiction: medical/],
  ['online-government-service-users'],
  ['online-government-service-users.change'],
  ['online-video-users', /cannot be told from figures rounded as these are: “look the same”/],
  ['online-video-users.change'],
  ['new-netizens-first-app-online-video'],
  ['new-netizens-first-app-video-lead'],
]

const locale = getLocale('en')
// One process that remembers, as a watch is.
const tools = createTools(createMemory())
const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
for (const part of ['data', 'templates']) cpSync(join(internet, part), join(folder, part), { recursive: true })

interface Version {
  dataset: Dataset
  deck: string
  briefing: string
  trace: Trace
}

/** Both documents as all that they say; nothing where there is an error. */
async function build(): Promise<{ version: Version | undefined; diagnostics: Diagnostic[] }> {
  const request: BuildRequest = { folder, languages: ['en'] }
  const { value: made, diagnostics } = await settling(tools.memory, () => makeReport(request, tools))
  const [deck, briefing] = ['pptx', 'pdf'].map((format) => made?.documents.find((file) => file.format === format))
  const trace = made?.records.find(({ name }) => name === 'trace.json')
  const { value: dataset } = readDataset(folder, tools.memory)
  if (!dataset || !trace || !deck || !briefing) return { version: undefined, diagnostics }
  const version = {
    ...{ dataset, deck: deckTexts(deck.bytes), briefing: await pdfTexts(briefing.bytes) },
    trace: JSON.parse(Buffer.from(trace.bytes).toString('utf8')) as Trace,
  }
  return { version, diagnostics }
}

/** Each way in which a document can print a figure's number. */
function forms(observation: Observation, dataset: Dataset): string[] {
  const unit = getUnit(dataset, observation)
  const said = [true, false].flatMap((unsigned) =>
    [true, false].map((withUnit) => locale.quantity(observation.quantity, unit, { unsigned, unit: withUnit })),
  )
  return [...new Set(said.map((text) => text.replaceAll('\u00a0', ' ')))]
}

/** Whether a text holds the form as a number of its own: 24.8 million, not 124.8 million. */
function holds(text: string, form: string): boolean {
  return new RegExp(`(?<![\\d.,])${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\d]|[.,]\\d)`).test(text)
}

/** As `deckTexts` and `pdfTexts` say it. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

let first: Version | undefined

beforeAll(async () => {
  first = (await build()).version
})
afterAll(async () => {
  await tools.close()
  rmSync(folder, { recursive: true, force: true })
})

function built(version: Version | undefined): Version {
  if (!version) throw new Error('the report does not build')
  return version
}

/** Changes figures where they stand, builds, and puts the files back. */
async function buildWith(references: readonly string[], change: (folder: string, figure: Observation) => void) {
  const { dataset } = built(first)
  const observations = references.map((reference) => {
    const found = findObservation(dataset, reference)
    if (!found) throw new Error(`no observation: ${reference}`)
    return found
  })
  const texts = new Map(observations.map(({ place }) => [place.file, readFileSync(join(folder, place.file), 'utf8')]))
  for (const observation of observations) change(folder, observation)
  const outcome = await build()
  const { value: now } = readDataset(folder, tools.memory)
  for (const [file, text] of texts) writeFileSync(join(folder, file), text)
  return { ...outcome, observations, changes: now ? compareFigures(dataset, now, locale) : [] }
}

describe('one digit up', () => {
  it.each(figures.filter(([, trouble]) => trouble))('%s', async (reference, trouble = /none/) => {
    const { version, diagnostics, observations, changes } = await buildWith([reference], raiseFigure)
    expect(changes.map(({ key }) => key)).toEqual(expect.arrayContaining(observations.map(({ key }) => key)))
    expect(version).toBeUndefined()
    expect(diagnostics.map(({ message }) => message)).toContainEqual(expect.stringMatching(trouble))
  })

  // A build takes seconds: several figures that stand for themselves are changed for each.
  const sound = figures.flatMap(([reference, trouble]) => (trouble ? [] : [reference]))
  it.each([0, 1, 2, 3].map((group) => sound.filter((_, index) => index % 4 === group)))(
    '%s, %s, %s, %s, %s',
    async (...references) => {
      const { dataset } = built(first)
      const { version, observations, changes } = await buildWith(references, raiseFigure)
      // Each number that is another, the figures' own and those that follow, is gone from both files, unless a figure has that form now.
      const { deck, briefing, dataset: changed, trace } = built(version)
      const current = new Set([...changed.observations.values()].flatMap((one) => forms(one, changed)))
      const old = changes.flatMap(({ key }) => {
        const figure = dataset.observations.get(key)
        return figure ? [...forms(figure, dataset), ...(figure.statement ? [figure.statement.printed] : [])] : []
      })
      const stale = old.filter((form) => !current.has(form) && (holds(deck, form) || holds(briefing, form)))
      expect(stale).toEqual([])
      for (const { key } of observations) {
        expect(changes.map((one) => one.key)).toContain(key)
        const figure = changed.observations.get(key)
        const fresh = figure ? forms(figure, changed) : []
        expect(fresh.some((form) => holds(deck, form))).toBe(true)
        expect(fresh.some((form) => holds(briefing, form))).toBe(true)

        const prints = trace.prints.filter((one) => one.figure === key)
        expect(prints.some(({ printed }) => fresh.some((form) => holds(plain(printed), form)))).toBe(true)
        expect(trace.figures[key]?.number).not.toBe(built(first).trace.figures[key]?.number)
      }
    },
  )
})

describe('one movement turned round', () => {
  const movements = figures.map(([reference]) => reference).filter((reference) => /\.(change|rate)$/.test(reference))
  it.each(movements)('%s breaks a claim', async (reference) => {
    const { version, diagnostics } = await buildWith([reference], turnFigure)
    expect(version).toBeUndefined()
    expect(diagnostics.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^not true: /))
  })
})
