import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../../src/console/log.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { sourceText } from '../../../src/files/source-text.ts'
import { mappedBase } from '../../../src/living/adopt/adopted-deck.ts'
import { adoptDeck } from '../../../src/living/adopt/find/adopt-deck.ts'
import { runAdopt, writeMapping } from '../../../src/living/adopt/run-adopt.ts'
import { runRefresh } from '../../../src/living/run-refresh.ts'
import { openEditor } from '../../../src/living/write/edit-package.ts'
import { editDeck } from '../../trust/verify/edit-deck.ts'
import { internet, reviseFigures } from '../reports.ts'
import { chineseDeck, companyDeck, internetDeck, surveyDeck } from './decks.ts'
import { type HandMadeDeck, placeKey } from './hand-made-deck.ts'

let byHand: HandMadeDeck
beforeAll(async () => {
  byHand = await internetDeck()
})

describe('the numbers of decks that were made by hand', () => {
  it.each([
    ['the first report', internetDeck],
    ['a survey by age and region', surveyDeck],
    ['a company’s quarters', companyDeck],
    ['the first report in Chinese', chineseDeck],
  ])('are tied to no wrong figure, and nearly all that are figures are found: %s', async (_, write) => {
    const { bytes, dataset, language, truths } = await write()
    const { numbers } = adoptDeck(openEditor(bytes), dataset, language)
    const sure = numbers.filter(({ verdict }) => verdict === 'sure')
    const wrong = sure.filter(({ line }) => truths.get(placeKey(line)) !== line.is)
    const figures = [...truths.values()].filter((key) => key !== undefined)
    expect(numbers.length).toBeGreaterThanOrEqual(200)
    expect(wrong.map(({ line }) => `${line.says} is ${line.is}: ${line.text ?? line.row ?? line.point}`)).toEqual([])
    expect(sure.length / figures.length).toBeGreaterThan(0.98)
  })

  it('are offered with what they may be where their words do not say it', () => {
    const { numbers } = adoptDeck(openEditor(byHand.bytes), byHand.dataset, 'en')
    const said = (text: string) =>
      numbers.filter(({ line }) => line.text === text).map(({ verdict, line }) => [verdict, line.is])
    // Two figures have these digits; its label says that it is a third.
    expect(said('1.067 billion netizens in December 2023')).toEqual([
      ['several', ['netizens@2022-12', 'online-video-users@2023-12']],
    ])
    expect(said('Ticket 1067, build 77.5, version 16.8, 24.8 km away').map(([verdict]) => verdict)).not.toContain(
      'sure',
    )
  })
})

/** A report folder with the deck in it, and what commands say. */
function reportWith(deck: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
  folders.push(folder)
  cpSync(internet, folder, { recursive: true })
  const file = join(folder, 'q3.pptx')
  writeFileSync(file, deck)
  const lines: string[] = []
  const log = createLog('text', { write: (text) => lines.push(text) }, {})
  const language = undefined
  const mapping = join(folder, 'adopted/q3.yaml')
  return {
    folder,
    file,
    told: () => lines.join(''),
    adopt: (flags: { overwrites?: boolean; isDryRun?: boolean; period?: string; language?: string } = {}) =>
      runAdopt(
        { file, folder, language, period: undefined, isDryRun: false, overwrites: false, format: 'text', ...flags },
        log,
      ),
    refresh: () =>
      runRefresh({ file, out: undefined, keepsFormer: true, folder, language, isDryRun: false, format: 'text' }, log),
    read: () => new Uint8Array(readFileSync(file)),
    correct: (from: string | RegExp, to: string) =>
      writeFileSync(mapping, readFileSync(mapping, 'utf8').replace(from, to)),
    mapping: () => readFileSync(mapping, 'utf8'),
  }
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const partsSaying = (deck: Uint8Array, text: string) =>
  Object.entries(unzipSync(deck)).flatMap(([name, bytes]) =>
    name.endsWith('.xml') && strFromU8(bytes).includes(text) ? [name] : [],
  )

describe('a deck that was adopted', () => {
  it('gets the figures of now by refresh, in texts, tables, charts and their workbooks; all else is the same to the byte', async () => {
    const report = reportWith(byHand.bytes)
    expect(report.adopt().said).toMatch(
      /q3\.pptx: \d+ numbers: \d+ sure, \d+ one of several, \d+ unknown \(adopted\/q3\.yaml\)/,
    )
    expect(report.read()).toEqual(byHand.bytes)
    expect((await report.refresh()).said).toContain('0 places brought up to date, nothing to settle')
    reviseFigures(report.folder)
    const { verdict, said } = await report.refresh()
    expect(verdict).toBe('settled')
    expect(said).toContain('slide 3, Card 3 1.1 2: 1.091 → 1.090')
    const deck = report.read()
    // Where labels were exchanged, or words say something else, it stays as somebody wrote it.
    expect(partsSaying(deck, 'There were 1.090 billion mobile netizens')).toHaveLength(1)
    expect(partsSaying(deck, 'Mobile netizens: 1.092 billion; netizens: 1.091 billion')).toHaveLength(1)
    expect(partsSaying(deck, '<c:v>1090</c:v>')).toHaveLength(2)
    expect(partsSaying(deck, '954.9')).toHaveLength(1)
    const [before, after] = [unzipSync(byHand.bytes), unzipSync(deck)]
    const untouched = Object.keys(before).filter((name) =>
      /slides\/slide(1|2|13|14)\.xml$|media|theme|slideLayouts/.test(name),
    )
    expect(
      untouched.filter(
        (name) => Buffer.compare(before[name] ?? new Uint8Array(), after[name] ?? new Uint8Array()) !== 0,
      ),
    ).toEqual([])
    expect((await report.refresh()).said).toContain('0 places brought up to date')
  })

  it('is read in its own language, be that named by the report or not', async () => {
    const report = reportWith((await chineseDeck()).bytes)
    const languages = /^languages: .*\n/m
    const path = join(report.folder, 'data/report.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(languages, ''))
    expect(report.adopt({ language: 'zh' }).said).toMatch(/: \d{3} numbers: \d{3} sure, /)
    expect(report.mapping()).toContain('language: zh')
    report.correct('language: zh', 'language: en')
    report.adopt({ language: 'en', overwrites: true })
    expect(report.mapping()).toContain('language: en')
  })

  it('keeps what colleagues do to it between', async () => {
    const report = reportWith(byHand.bytes)
    report.adopt()
    const edited = editDeck(report.read(), (parts) => {
      const slide = parts.saying('mobile netizens')
      parts.replace(
        slide,
        'There were 1.091 billion mobile netizens',
        'Of all, 1.091 billion mobile netizens were counted',
      )
    })
    writeFileSync(report.file, edited)
    reviseFigures(report.folder)
    await report.refresh()
    expect(partsSaying(report.read(), 'Of all, 1.090 billion mobile netizens were counted')).toHaveLength(1)
  })

  it('takes what a person has corrected in the mapping, also after a refresh', async () => {
    const report = reportWith(byHand.bytes)
    report.adopt()
    expect((await report.refresh()).verdict).toBe('settled')
    report.correct(/- \{ slide: \d+, says: "?1.091 billion"?, is: mobile-netizens@2023-12, item: "?Card[^\n]*\n/, '')
    reviseFigures(report.folder)
    await report.refresh()
    const slides = partsSaying(report.read(), 'There were 1.090 billion mobile netizens')
    expect(partsSaying(report.read(), '>1.091 billion<')).toEqual(expect.arrayContaining(slides))
  })

  it('is told what its words make of figures that went the other way', async () => {
    const deck = editDeck(byHand.bytes, (parts) => {
      parts.replace(
        parts.saying('Internet penetration rate: 77.5%'),
        'Internet penetration rate: 77.5%',
        'The instant messaging usage rate rose to 97.0% in December 2023',
      )
    })
    const report = reportWith(deck)
    report.adopt()
    const path = join(report.folder, 'data/applications.csv')
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        'instant-messaging-usage-rate,2023-12,97.0%',
        'instant-messaging-usage-rate,2023-12,96.9%',
      ),
    )
    const { verdict, said } = await report.refresh()
    expect(said).toContain('not true: “rose')
    expect(verdict).toBe('to settle')
  })
})

describe('a mapping', () => {
  it('is not written over, for a person may have worked on it; --overwrite keeps it beside', () => {
    const report = reportWith(byHand.bytes)
    expect(report.adopt({ isDryRun: true }).verdict).toBe('done')
    expect(() => report.mapping()).toThrow()
    report.adopt()
    expect(report.adopt().verdict).toBe('failed')
    expect(report.told()).toContain('adopted already: adopted/q3.yaml')
    report.correct('deck: q3.pptx', 'deck: mine.pptx')
    expect(report.adopt({ overwrites: true }).verdict).toBe('done')
    expect(report.mapping()).toContain('deck: q3.pptx')
    expect(readFileSync(join(report.folder, 'adopted/q3.yaml.bak'), 'utf8')).toContain('deck: mine.pptx')
  })

  const line = /is: mobile-netizens@2023-12/
  it.each([
    [
      'an unknown indicator',
      line,
      'is: mobile-netizen@2023-12',
      /adopted\/q3\.yaml:\d+:\d+: error: unknown indicator: mobile-netizen[\s\S]*did you mean mobile-netizens/,
    ],
    [
      'no reference',
      line,
      'is: the mobile ones',
      /adopted\/q3\.yaml:\d+:\d+: error: [\s\S]*a reference, such as netizens@2023-12/,
    ],
    [
      'another figure',
      line,
      'is: netizens@2022-12',
      /adopted\/q3\.yaml:\d+:\d+: error: netizens@2022-12 is 1067000000, which is not printed as “1.091 billion”[\s\S]*hint: write the reference/,
    ],
    ['a misspelt key', 'says:', 'say:', /adopted\/q3\.yaml:\d+:\d+: error: [\s\S]*did you mean says/],
    ['no slide', 'slide: 3,', '', /adopted\/q3\.yaml:\d+:\d+: error: [\s\S]*the number of a slide/],
    ['a brace that is not closed', ' }\n', '\n', /adopted\/q3\.yaml:\d+:\d+: error: /],
    [
      'a number that the deck does not say',
      'says: 1.091 billion',
      'says: 1.191 billion',
      /adopted\/q3\.yaml:\d+:\d+: warning: slide 3 does not say “1.191 billion” there any more/,
    ],
  ])('with %s is told by line and column', (_, from, to, message) => {
    const opened = openEditor(byHand.bytes)
    const { numbers, titles, mapping } = adoptDeck(opened, byHand.dataset, 'en')
    const lines = numbers.map((one) => one.line)
    const text = writeMapping({ deck: 'q3.pptx', ...mapping }, lines, titles).replace(from, to)
    const { diagnostics } = mappedBase(sourceText('adopted/q3.yaml', text), opened, byHand.dataset)
    expect(diagnostics.map(formatDiagnostic).join('\n')).toMatch(message)
  })
})
