import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTools } from '../src/build/build-tools.ts'
import { makeReport } from '../src/build.ts'
import { createLog } from '../src/console/log.ts'
import { formatDiagnostic } from '../src/diagnostic.ts'
import { runVerify } from '../src/verify/run-verify.ts'
import { type FoundPdf, outlineStructure, readPdf } from './pdf.ts'
import { type ReadDeck, readPptx } from './pptx.ts'
import { temporaryFolder } from './temporary-folder.ts'

const tools = createTools()
const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await tools.close()
})

/** The report that `npm run conformance` validates, in Arabic, Hebrew, Chinese, Russian, German and English, with an emoji. */
async function build() {
  cpSync('test/conformance/every-script', folder, { recursive: true })
  cpSync('test/fonts', join(folder, 'fonts'), { recursive: true })
  const request = { folder, formats: ['pptx', 'pdf'] as const }
  const { value, diagnostics } = await makeReport(request, tools)
  const files = value?.documents ?? []
  const getBytes = (format: string) => {
    const bytes = files.find((file) => file.format === format)?.bytes
    if (!bytes) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
    return bytes
  }
  return { pptx: getBytes('pptx'), pdf: getBytes('pdf') }
}

describe('a report in many scripts', () => {
  let deck: ReadDeck
  let pdf: FoundPdf
  let proof: string

  beforeAll(async () => {
    const built = await build()
    deck = readPptx(built.pptx)
    pdf = await readPdf(built.pdf)
    const files = [join(folder, 'a.pptx'), join(folder, 'a.pdf')]
    writeFileSync(files[0] ?? '', built.pptx)
    writeFileSync(files[1] ?? '', built.pdf)
    const order = { files, folder, language: undefined, format: 'text' as const, accepts: false }
    proof = (await runVerify(order, createLog('text', { write: () => true }, {}))).verdict
  })

  test.each([
    'الذين يأتون إلى المكتبة كل أسبوع أكثر من أي وقت مضى.',
    'חברים, ומי שבא פעם אחת חוזר אליה;',
    'The word المكتبة (library) stands in the line, שלום עולם too, and so',
    'do 网民规模, население and 📈; the office of the',
    'Gleichstellungs',
    '−600',
  ])('copies from the PDF as it was written: %s', (words) => {
    expect(pdf.pages[0]?.text).toContain(words)
  })

  test('says in the PDF what language its words are', () => {
    const structure = pdf.pages[0]?.structure
    const languages = structure ? outlineStructure(structure).matchAll(/ lang="([^"]+)"/g) : []
    expect(new Set([...languages].map(([, language]) => language))).toEqual(new Set(['ar', 'he', 'zh', 'ru', 'de']))
  })

  test('says in PowerPoint what runs from right to left, and what language it is', () => {
    const [first] = deck.slides
    const runs = first?.shapes.flatMap((shape) => shape.paragraphs.flatMap((paragraph) => paragraph.runs)) ?? []
    const getLanguage = (text: string) => runs.find((run) => run.text.includes(text))?.language
    expect([getLanguage('المستخدمون'), getLanguage('הספרייה'), getLanguage('In English')]).toEqual([
      'ar-EG',
      'he-IL',
      'en-US',
    ])
    const xml = deck.files.get('ppt/slides/slide1.xml') ?? ''
    const paragraphs = xml.match(/<a:p>.*?<\/a:p>/gs) ?? []
    const turned = paragraphs
      .filter((paragraph) => paragraph.includes('rtl="1"'))
      .map((paragraph) => /<a:t>(.)/.exec(paragraph)?.[1])
    expect(turned).toEqual(['ع', 'ب', 'ا', 'ה'])
  })

  test('is proved by its own dataset, as a file that somebody opens later', () => {
    expect(proof).toBe('proved')
  })
})

test('a theme without those fonts is told once for each script', async () => {
  const folder = temporaryFolder()
  cpSync('test/conformance/every-script', folder, { recursive: true })
  writeFileSync(join(folder, 'templates/theme.yaml'), 'page: { justify: true }\n')
  const request = { folder }
  const { value, diagnostics } = await makeReport(request, tools)
  expect(value).toBeUndefined()
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message.replace(/: .*/, ''))
  expect(errors.toSorted()).toEqual([
    'the font has no glyph for',
    'the font has no glyph for Arabic',
    'the font has no glyph for Chinese',
  ])
})
