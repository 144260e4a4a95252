import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../../src/console/log.ts'
import { readDatasetFiles } from '../../../src/dataset/read/read.ts'
import { runRefresh } from '../../../src/living/run-refresh.ts'
import { readDeck } from '../../../src/trust/verify/read/read-deck.ts'
import { verifyDocument } from '../../../src/trust/verify/verify-document.ts'
import { applyAcceptances, planAcceptances } from '../../../src/verify/accept-edits.ts'
import { runVerify } from '../../../src/verify/run-verify.ts'
import { internet } from '../../fixtures.ts'
import { present } from '../../living/reports.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { type BuiltReport, buildReport } from './built-report.ts'
import { type DeckParts, editDeck } from './edit-deck.ts'

let report: BuiltReport
beforeAll(async () => {
  report = await buildReport()
})

const { files } = readDatasetFiles(internet)

/** The lines of the dataset that an edit of the deck changes, and what is refused. */
function accept(edit: (parts: DeckParts) => void): { lines: string[]; refused: string[] } {
  const { findings } = verifyDocument(readDeck('deck.pptx', editDeck(report.deck, edit)), report.standard)
  const { accepted, refused } = planAcceptances(findings.map((finding) => ({ ...finding, language: 'en' })))
  const applied = applyAcceptances(files, accepted)
  const lines = applied.files.flatMap((file, index) => {
    const before = Buffer.from(files[index]?.bytes ?? [])
      .toString('utf8')
      .split('\n')
    const after = Buffer.from(file.bytes).toString('utf8').split('\n')
    expect(after).toHaveLength(before.length)
    return after.filter((line, number) => line !== before[number]).map((line) => line.trim())
  })
  return { lines, refused: [...refused, ...applied.refused].map(({ message }) => message) }
}

const on = (from: string, to: string) => (parts: DeckParts) => parts.replace(parts.saying(from), from, to)

describe('accepting an edit of the deck', () => {
  it('writes a value, and nothing else', () => {
    expect(accept(on('1.092 billion people', '1.093 billion people'))).toEqual({
      lines: ['value: 1.093 billion'],
      refused: [],
    })
  })

  it('keeps the name of the unit, which the deck says as a word of its own', () => {
    const { lines } = accept(on('15.4 trillion yuan', '15.53 trillion yuan'))
    expect(lines).toEqual(['value: 15.53 trillion yuan'])
  })

  it('keeps the sign of a fall that the deck says in a word', () => {
    const { lines } = accept(on('closed by 4.4 percentage points', 'closed by 4.6 percentage points'))
    expect(lines).toEqual([expect.stringContaining('by: -4.6 pp')])
  })

  it('takes the scale of a cell from the head of its table', () => {
    const { lines } = accept(on('>953.86<', '>954.86<'))
    expect(lines).toEqual([expect.stringMatching(/954\.86 million|95486/)])
  })

  it('refuses a figure that is worked out from others', () => {
    const { lines, refused } = accept(on('account for 72.1%', 'account for 73.1%'))
    expect(lines).toEqual([])
    expect(refused).toEqual(['not accepted: 73.1% for rural-share-of-net-increase@2023: it is worked out from others'])
  })

  it('refuses one figure edited in two ways', () => {
    const { lines, refused } = accept((parts) => {
      parts.replace(parts.saying('1.092 billion people'), '1.092 billion people', '1.093 billion people')
      parts.replace(parts.saying('1.092 billion people'), '1.092 billion people', '1.094 billion people')
    })
    expect(lines).toEqual([])
    expect(refused).toEqual([
      'not accepted: 1.093 billion for netizens@2023-12: it was edited in 2 ways: 1.093 billion, 1.094 billion',
    ])
  })
})

describe('a deck whose edits were accepted', () => {
  it('says what is left to follow, by which refresh makes it proved', async () => {
    const folder = temporaryFolder()
    cpSync('src/init/starter', folder, { recursive: true })
    const { bytes } = await present(folder)
    const file = join(folder, 'talk.pptx')
    writeFileSync(
      file,
      editDeck(bytes, (parts) => parts.replace(parts.saying('>96,400<'), '>96,400<', '>96,500<')),
    )
    const said: string[] = []
    const log = createLog('text', { write: (text) => said.push(text) }, {})
    const order = { files: [file], folder, language: undefined, format: 'text', accepts: true } as const
    const accepted = await runVerify(order, log)
    expect(accepted).toMatchObject({ verdict: 'proved' })
    expect(accepted.said).toMatch(/accepted; \d+ numbers to be brought up to date; 7 slides/)
    expect(said.join('')).toContain('accepted: members@2025 is 96,500')
    expect(said.join('')).toContain(`bring them up to date with briefwright refresh ${file}`)
    expect(await runVerify({ ...order, accepts: false }, log)).toMatchObject({ verdict: 'not proved' })
    const refreshing = {
      file,
      out: undefined,
      keepsFormer: false,
      folder,
      language: undefined,
      isDryRun: false,
    } as const
    await runRefresh({ ...refreshing, format: 'text' }, log)
    expect((await runVerify({ ...order, accepts: false }, log)).said).toContain('proved; 7 slides')
  })

  it('is not proved where something else is wrong in it', async () => {
    const folder = temporaryFolder()
    cpSync('src/init/starter', folder, { recursive: true })
    const { bytes } = await present(folder)
    const file = join(folder, 'talk.pptx')
    const edited = editDeck(bytes, (parts) => {
      parts.replace(parts.saying('>96,400<'), '>96,400<', '>96,500<')
      parts.replace(parts.saying('13.32'), '13.32', '14.32')
    })
    writeFileSync(file, edited)
    const log = createLog('text', { write: () => {} }, {})
    const order = { files: [file], folder, language: undefined, format: 'text', accepts: true } as const
    const { verdict, said } = await runVerify(order, log)
    expect(verdict).toBe('not proved')
    expect(said).toContain('14.32')
  })
})
