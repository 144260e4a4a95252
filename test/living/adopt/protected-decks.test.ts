import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../../src/console/log.ts'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import { runAdopt } from '../../../src/living/adopt/run-adopt.ts'
import { runRefresh } from '../../../src/living/run-refresh.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { createDeckWriter } from './hand-made-deck.ts'

const report = `id: city
title: A city
publisher: City office
geography: Norland
period: 2024
comparison: 2023
released: 2025-01-31
language: en
units: { people: { label: people } }
sources: { register: { kind: primary, title: Register, publisher: City office, cite: Register } }
`
const figures = (residents: string) => `indicators:
  residents:
    label: Residents
    unit: people
    type: stock
    observations:
      - { period: 2024, value: ${residents}, source: register }
`
const files = { 'data/report.yaml': report, 'data/figures.yaml': figures('412600') }

const read = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }))

let plain: Uint8Array
beforeAll(async () => {
  const deck = createDeckWriter(parseDataset(read), 'en')
  deck.slide('The city in 2024')
  deck.lines('Residents: {residents@2024}')
  plain = (await deck.write()).bytes
})

/** A deck with other files in it, or with some of its own changed. */
function withFiles(change: (parts: Record<string, Uint8Array>) => Record<string, string | Uint8Array>): Uint8Array {
  const parts = unzipSync(plain)
  const added = Object.entries(change(parts)).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync({ ...parts, ...Object.fromEntries(added) })
}

const text = (parts: Record<string, Uint8Array>, name: string) => Buffer.from(parts[name] ?? []).toString('utf8')

/** Adopts a deck, lets its figure change, refreshes it; what was told of it, and what became of it. */
async function adoptAndRefresh(
  deck: Uint8Array,
  name = 'deck.pptx',
  { mode = 0o644, out }: { mode?: number; out?: string } = {},
) {
  const folder = temporaryFolder(files)
  const file = join(folder, name)
  writeFileSync(file, deck, { mode })
  const told: string[] = []
  const log = createLog('text', { write: (line) => told.push(line) }, {})
  const common = { file, folder, language: undefined, isDryRun: false, format: 'text' } as const
  const adopted = runAdopt({ ...common, period: undefined, overwrites: false }, log).verdict
  writeFileSync(join(folder, 'data/figures.yaml'), figures('413900'))
  const target = out === undefined ? undefined : join(folder, out)
  const refreshed = (await runRefresh({ ...common, out: target, keepsFormer: true }, log)).verdict
  chmodSync(file, 0o644)
  return {
    adopted,
    refreshed,
    told: told.join('').replaceAll(`${folder}/`, ''),
    deck: new Uint8Array(readFileSync(file)),
  }
}

/** As PowerPoint writes a deck behind a password, as far as a reader goes: a compound file with a stream of that name. */
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])

describe('a deck that is not an ordinary one', () => {
  it('without any protection is adopted and refreshed', async () => {
    const { adopted, refreshed, deck } = await adoptAndRefresh(plain)
    expect([adopted, refreshed]).toEqual(['done', 'settled'])
    expect(text(unzipSync(deck), 'ppt/slides/slide1.xml')).toContain('Residents: 413,900')
  })

  it('behind a password is not opened, and the word says what to do', async () => {
    const encrypted = compound('EncryptedPackage')
    const { adopted, refreshed, told, deck } = await adoptAndRefresh(encrypted)
    expect([adopted, refreshed]).toEqual(['failed', 'failed'])
    expect(told).toContain('cannot adopt deck.pptx: encrypted: save it without a password')
    expect(told).toContain('cannot refresh deck.pptx: encrypted: save it without a password')
    expect(Buffer.compare(deck, encrypted)).toBe(0)
  })

  it('of PowerPoint 2003 is to be saved anew', async () => {
    const { told } = await adoptAndRefresh(compound('PowerPoint Document'))
    expect(told).toContain('cannot adopt deck.pptx: a file of PowerPoint 2003 or older: save it as .pptx')
  })

  it('that is signed is adopted, and not refreshed, for its signature would be void', async () => {
    const signed = withFiles((parts) => ({
      '_xmlsignatures/origin.sigs': '',
      '_xmlsignatures/sig1.xml': '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
      '_rels/.rels': text(parts, '_rels/.rels').replace(
        '</Relationships>',
        '<Relationship Id="sig" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
      ),
    }))
    const { adopted, refreshed, told, deck } = await adoptAndRefresh(signed)
    expect([adopted, refreshed]).toEqual(['done', 'failed'])
    expect(told).toContain('cannot refresh deck.pptx: signed')
    expect(told).toContain('take the signature off in PowerPoint')
    expect(Buffer.compare(deck, signed)).toBe(0)
  })

  const macros = Buffer.from('Attribute VB_Name = "Module1"\nSub AutoOpen()\nShell "calc"\nEnd Sub\n')
  const withMacros = () =>
    withFiles((parts) => ({
      'ppt/vbaProject.bin': macros,
      '[Content_Types].xml': text(parts, '[Content_Types].xml')
        .replace('presentationml.presentation.main+xml', 'presentationml.presentation.macroEnabled.main+xml')
        .replace('</Types>', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
      'ppt/_rels/presentation.xml.rels': text(parts, 'ppt/_rels/presentation.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
      ),
    }))

  it('with macros keeps them to the byte, and says that they are not run', async () => {
    const { adopted, refreshed, told, deck } = await adoptAndRefresh(withMacros(), 'deck.pptm')
    expect([adopted, refreshed]).toEqual(['done', 'settled'])
    expect(told).toContain('deck.pptm holds macros: they are kept as they are, and not run')
    const parts = unzipSync(deck)
    expect(Buffer.compare(parts['ppt/vbaProject.bin'] ?? new Uint8Array(), macros)).toBe(0)
    expect(text(parts, '[Content_Types].xml')).toContain('macroEnabled')
    expect(text(parts, 'ppt/slides/slide1.xml')).toContain('413,900')
  })

  it('with macros is not written as a .pptx, which PowerPoint would not open', async () => {
    const { refreshed, told } = await adoptAndRefresh(withMacros(), 'deck.pptm', { out: 'new.pptx' })
    expect(refreshed).toBe('failed')
    expect(told).toContain('not the kind of deck that deck.pptm is: new.pptx')
    expect(told).toContain('name it new.pptm')
  })

  it('that asks not to be edited stays so, and is refreshed', async () => {
    const locked = withFiles((parts) => ({
      'ppt/presentation.xml': text(parts, 'ppt/presentation.xml').replace(
        '</p:presentation>',
        '<p:modifyVerifier algorithmName="SHA-512" hashData="AA==" saltData="AA==" spinValue="100000"/></p:presentation>',
      ),
    }))
    const { refreshed, told, deck } = await adoptAndRefresh(locked)
    expect(refreshed).toBe('settled')
    expect(told).toContain('deck.pptx is protected by a password against changes in PowerPoint: it stays so')
    expect(text(unzipSync(deck), 'ppt/presentation.xml')).toContain('modifyVerifier')
  })

  it('that is a read-only file stays as it is; under another name it is refreshed', async () => {
    const { adopted, refreshed, told, deck } = await adoptAndRefresh(plain, 'deck.pptx', { mode: 0o444 })
    expect([adopted, refreshed]).toEqual(['done', 'failed'])
    expect(told).toContain('read-only: deck.pptx')
    expect(Buffer.compare(deck, plain)).toBe(0)
    expect((await adoptAndRefresh(plain, 'deck.pptx', { mode: 0o444, out: 'new.pptx' })).refreshed).toBe('settled')
  })
})
