import { once } from 'node:events'
import { strToU8, unzipSync, zipSync } from 'fflate'
import PDFDocument from 'pdfkit'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FoundDocument } from '../../../src/trust/verify/read/found-document.ts'
import { verifyDocument } from '../../../src/trust/verify/verify-document.ts'
import { formatVerification } from '../../../src/verify/format-verification.ts'
import { readFinished } from '../../../src/verify/run-verify.ts'
import { type BuiltReport, buildReport } from './built-report.ts'

let report: BuiltReport
let briefing: FoundDocument
beforeAll(async () => {
  report = await buildReport()
  briefing = await readFinished('briefing.pdf', report.briefing)
})

/** A compound file as Office 97 to 2003 writes, or as one behind a password. */
function compoundFile(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')])
}

/** The report's deck with more on its second slide. */
function onSlide(xml: string): Uint8Array {
  const parts = unzipSync(report.deck)
  const slide = 'ppt/slides/slide2.xml'
  const text = Buffer.from(parts[slide] ?? []).toString()
  return zipSync({ ...parts, [slide]: strToU8(text.replace('</p:spTree>', `${xml}</p:spTree>`)) }, { level: 0 })
}

function shape(text: string): string {
  const naming = '<p:nvSpPr><p:cNvPr id="99" name="Long"/></p:nvSpPr>'
  return `<p:sp>${naming}<p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
}

/** A zip whose directory says one thing, as an attacker would write it. */
function patchDirectory(zip: Uint8Array, at: number, value: number): Uint8Array {
  const bytes = Buffer.from(zip)
  bytes.writeUInt32LE(value, bytes.lastIndexOf(Buffer.from('504b0102', 'hex')) + at)
  return bytes
}

/** A PDF of empty pages. */
function pagesOf(count: number): Uint8Array {
  const pages = Array.from({ length: count }, (_, index) => index + 3)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]>>`,
    ...pages.map(() => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return strToU8(`%PDF-1.7\n${body}trailer\n<</Size ${count + 3}/Root 1 0 R>>\nstartxref\n0\n%%EOF\n`)
}

/** A PDF of one page with a form, whose one field is filled in. */
async function filledForm(value: string): Promise<Uint8Array> {
  const document = new PDFDocument()
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(document, 'end')
  document.font('Helvetica').initForm()
  document.formText('note', 50, 50, 300, 20, { value })
  document.end()
  await ended
  return Buffer.concat(chunks)
}

describe('a file that cannot be verified', () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ['an empty file', () => new Uint8Array(), /^empty$/],
    ['a text', () => strToU8('hello, world'), /^neither a \.pptx nor a \.pdf$/],
    ['three bytes', () => strToU8('abc'), /^neither/],
    [
      'a Word document',
      () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<d/>') }),
      /^a Word document, not a deck$/,
    ],
    [
      'a workbook',
      () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<d/>') }),
      /^an Excel workbook/,
    ],
    ['any other zip', () => zipSync({ 'a.txt': strToU8('a') }), /^a zip archive, but no PowerPoint file$/],
    ['an old .ppt', () => compoundFile('PowerPoint Document'), /PowerPoint 2003 or older/],
    ['a deck behind a password', () => compoundFile('EncryptedPackage'), /^encrypted/],
    ['a deck cut short', () => report.deck.subarray(0, report.deck.length - 3000), /^cut short/],
    [
      'a deck with its middle missing',
      () => Buffer.concat([report.deck.subarray(0, 20_000), report.deck.subarray(25_000)]),
      /^damaged/,
    ],
    ['an encrypted entry', () => patchDirectory(zipSync({ a: strToU8('a') }), 8, 1 | (8 << 16)), /^encrypted: a$/],
    [
      'a zip bomb',
      () => patchDirectory(zipSync({ a: strToU8('a') }), 24, 3_000_000_000),
      /^would unpack to 3000 MB, as a zip bomb does$/,
    ],
    [
      'an entry that is larger than it says',
      () => patchDirectory(zipSync({ '[Content_Types].xml': strToU8('<Types/>'.padEnd(900)) }), 24, 8),
      /^(damaged|an archive)/,
    ],
    [
      'a deck whose XML no memory holds',
      () => onSlide('<a:b/>'.repeat(3_000_000)),
      /^holds more than 3 million tags of XML$/,
    ],
    [
      'a text that no slide has room for',
      () => onSlide(shape('7'.repeat(50_001))),
      /^a text of 50001 letters, more than 50000: Long on slide 2$/,
    ],
    [
      'more texts than a report has',
      () => onSlide(shape('7'.repeat(50_000)).repeat(101)),
      /^holds texts of 50\d{5} letters, more than 5000000$/,
    ],
    ['a PDF cut short', () => report.briefing.subarray(0, report.briefing.length - 3000), /^cut short/],
    ['a PDF of 6000 pages', () => pagesOf(6000), /^has 6000 pages, more than 5000$/],
    ['a PDF of nothing', () => strToU8('%PDF-1.7\n%%EOF'), /^damaged/],
  ])('%s', async (_, bytes, reason) => {
    await expect(readFinished('file', bytes())).rejects.toThrow(reason)
  })
})

describe('a PDF with a hole', () => {
  it('is read, or is said to be damaged, wherever the hole is', async () => {
    const outcomes: string[] = []
    for (let hole = 0; hole < 24; hole++) {
      const start = 700 + Math.floor((hole * (report.briefing.length - 4000)) / 24)
      const bytes = Buffer.concat([report.briefing.subarray(0, start), report.briefing.subarray(start + 2461)])
      const reading = readFinished('briefing.pdf', bytes)
      outcomes.push(
        await reading.then(
          () => 'read',
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      )
    }
    expect(outcomes.filter((outcome) => outcome !== 'read' && !outcome.startsWith('UnreadableFile: damaged'))).toEqual(
      [],
    )
    expect(outcomes).toContain('read')
    expect(outcomes.some((outcome) => outcome.startsWith('UnreadableFile'))).toBe(true)
  })
})

describe('the deck of another report', () => {
  it('is said to be one, in place of hundreds of findings', async () => {
    const found = await readFinished('deck.pptx', report.deck)
    const foreign = found.texts.map((text) => ({ ...text, text: `Elsewhere ${text.text.replace(/\d/g, '7')}` }))
    const verification = verifyDocument({ ...found, texts: foreign, charts: [] }, report.standard)
    expect(verification.findings.length).toBeGreaterThan(100)
    const said = formatVerification(verification, report.draft)
    expect(said).toMatch(/^deck\.pptx: not a deck of this report \(cnnic-53\): \d+ of its \d+ texts are known, \d+ of/)
    expect(said.split('\n')).toHaveLength(3)
    const own = verifyDocument(found, report.standard)
    expect(formatVerification(own, report.draft)).toMatch(/^deck\.pptx: proved; /m)
  })
})

describe('the briefing', () => {
  it('is proved as it was built', async () => {
    const { findings, counts } = verifyDocument(briefing, report.standard)
    expect(findings).toEqual([])
    expect(counts.figures).toBeGreaterThan(100)
  })

  it('is not where it says other numbers than the report', async () => {
    const edited = briefing.texts.map((text) => ({ ...text, text: text.text.replace(/24\.8(?=.million)/, '28.4') }))
    const { findings } = verifyDocument({ ...briefing, texts: edited }, report.standard)
    expect(findings.map(({ printed, was }) => `${printed} was ${was}`.replaceAll('\u00a0', ' '))).toContain(
      '28.4 million was 24.8 million',
    )
  })

  it.each([
    ['28.4 million netizens', ['28.4 million is unknown']],
    ['24.8 million more netizens', []],
  ])('is read with what was filled into a field of a form: %s', async (value, told) => {
    const form = await readFinished('form.pdf', await filledForm(value))
    const { findings } = verifyDocument({ ...briefing, texts: [...briefing.texts, ...form.texts] }, report.standard)
    expect(
      findings.map(({ item, verdict, printed }) => [item, `${printed.replaceAll('\u00a0', ' ')} is ${verdict}`]),
    ).toEqual(told.map((one) => ['Remark', one]))
  })

  it('is proved, and found out, also where its structure was lost', async () => {
    const pages = [...new Set(briefing.texts.map(({ page }) => page))].filter((page) => page !== undefined)
    const flat = (change: (text: string) => string) => ({
      ...briefing,
      texts: pages.map((page) => ({
        page,
        item: 'Page',
        medium: 'text' as const,
        isPage: true,
        text: change(
          briefing.texts
            .filter((text) => text.page === page && text.medium !== 'alt')
            .map(({ text }) => text)
            .join('\n'),
        ),
      })),
    })
    expect(
      verifyDocument(
        flat((text) => text),
        report.standard,
      ).findings,
    ).toEqual([])
    const edited = verifyDocument(
      flat((text) => text.replace(/24\.8(?=.million)/, '28.4')),
      report.standard,
    ).findings
    expect(edited.map(({ printed }) => printed.replaceAll('\u00a0', ' '))).toContain('28.4 million')
  })
})
