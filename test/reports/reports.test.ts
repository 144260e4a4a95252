import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { makeReport } from '../../src/build.ts'
import { createLog } from '../../src/console/log.ts'
import { readDataset } from '../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { runVerify } from '../../src/verify/run-verify.ts'
import { readObjects } from '../pdf.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const reports = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

/** The reports, each with the languages that it is told in. */
const editions = reports.flatMap((name) => {
  const { language = 'en', languages = [language] } = readDataset(join(folder, name)).value?.report ?? {}
  return languages.map((one) => [name, one] as const)
})

const made = new Map<string, ReturnType<typeof build>>()

/** All that a report builds, as Markdown too, and what was said of it; built once. */
function make(name: string, language?: string): ReturnType<typeof build> {
  const key = `${name} ${language}`
  const known = made.get(key) ?? build(name, language)
  made.set(key, known)
  return known
}

async function build(name: string, language?: string) {
  const tools = createTools()
  try {
    const languages = language ? [language] : undefined
    const request = { folder: join(folder, name), formats: ['pptx', 'pdf', 'md'] as const, languages }
    const { value, diagnostics } = await makeReport(request, tools)
    return { files: value?.documents ?? [], diagnostics: diagnostics.map(formatDiagnostic) }
  } finally {
    await tools.close()
  }
}

it.each(editions)('%s (%s) builds deck and briefing without a word of complaint', async (name, language) => {
  const { files, diagnostics } = await make(name, language)
  expect(diagnostics).toEqual([])
  expect(new Set(files.map(({ format }) => format))).toEqual(new Set(['md', 'pdf', 'pptx']))
})

it('prints what a labour force survey says of its groups', async () => {
  const text = await print('labour-force', 'briefing')
  expect(text).toContain('| 65 and over | 1.2% | &#91;c&#93; | 1.3% |')
  expect(text).toContain('Among people aged 16 to 24 the rate was 12.1%')
  expect(text).toContain(
    'up 0.2 hours since the three months to June 2023 and down 0.4 hours since the three months to June 2019',
  )
  expect(readFileSync(join(folder, 'labour-force/data/series.csv'), 'utf8')).toContain('suppressed')
})

it('prints a cross-table with heads that span, merged in the deck and with their spans in the PDF', async () => {
  expect(await print('labour-force', 'deck')).toContain(
    '| Age | [Both sexes](head:) Apr–Jun 2023 | [Both sexes](head:) Apr–Jun 2024 |',
  )
  const { files } = await make('labour-force')
  const bytes = (format: string) => files.find((file) => file.format === format)?.bytes ?? new Uint8Array()
  const slides = Object.entries(unzipSync(bytes('pptx'))).flatMap(([name, part]) =>
    /slides\/slide\d+\.xml$/.test(name) ? [strFromU8(part)] : [],
  )
  const table = slides.find((slide) => slide.includes('<a:tbl>')) ?? ''
  expect(table.match(/<a:tc gridSpan="2">/g)).toHaveLength(3)
  expect(table.match(/<a:tc hMerge="1">/g)).toHaveLength(3)
  expect(table.match(/<a:tc rowSpan="2">/g)).toHaveLength(1)
  const heads = readObjects(bytes('pdf')).filter(
    (object) => object.includes('/Scope /Row') && object.includes('/RowSpan 5'),
  )
  expect(heads).toHaveLength(3)
})

it('proves changes since any period that a template asks for', async () => {
  const { files } = await make('labour-force')
  const out = temporaryFolder(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])))
  const paths = files.flatMap(({ name, format }) => (format === 'md' ? [] : [join(out, name)]))
  const order = { folder: join(folder, 'labour-force'), language: undefined, format: 'text' as const, accepts: false }
  const { said, verdict } = await runVerify({ ...order, files: paths }, createLog('text', { write: () => {} }, {}))
  expect(said).not.toContain('unknown number')
  expect(verdict).toBe('proved')
})

it('prints money with its sign in English and by its name in Chinese, each as its source does', async () => {
  expect(await print('company', 'en.briefing')).toContain(
    'The order book stood at £1.26 billion, up £80 million since Q3 2023.',
  )
  expect(await print('company', 'zh.briefing')).toContain('在手订单12.6亿英镑，较2023年第三季度增长8000万英镑。')
  expect(await print('company', 'en.deck')).toContain('| Division (£ million) | Q3 2023 |')
})

/** The Markdown of a report's document, without the addresses of its figures. */
async function print(name: string, document: string): Promise<string> {
  const { files } = await make(name)
  return Buffer.from(files.find((file) => file.name.endsWith(`${document}.md`))?.bytes ?? '')
    .toString('utf8')
    .replaceAll('\u00a0', ' ')
    .replace(/\[([^\]]*)\]\((?:obs|absent):[^)]*\)/g, '$1')
}

it('prints an index with its base, and the rates that follow from it', async () => {
  const text = await print('prices', 'briefing')
  expect(text).toContain('The index (index, 2020 = 100) stood at 126.7, up 3.0% since May 2023.')
  expect(text).toContain('| **All items** | 6.0% | 4.1% | 3.2% | 3.0% |')
})

it('prints rates per 1,000 that it works out from counts, and a net change that is negative', async () => {
  const text = await print('births', 'briefing')
  expect(text).toContain('The birth rate was 9.6 per 1,000.')
  expect(text).toContain('−2,310')
})
