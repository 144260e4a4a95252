import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createTools } from '../../../src/build/build-tools.ts'
import { variantRequests } from '../../../src/build/read/read-variants.ts'
import type { BuildRequest } from '../../../src/build/types.ts'
import { drawEditions } from '../../../src/build.ts'
import { createMemory, settling } from '../../../src/memory/memory.ts'
import { toTemplate } from '../sentences/sentences.ts'

/** A text where few look: in a list, a note, a quote, after another sentence, of a variant or with options of a helper. */
interface PlacedText {
  /** False and told, false and not (yet) told, true, or true and refused all the same. */
  verdict: 'false' | 'untold' | 'true' | 'refused'
  language: string
  kind: 'briefing' | 'deck' | 'one-page' | 'variants'
  text: string
  /** The folder of its figures. */
  data: URL
}

/** Texts of a report on fisheries, and tables, cards, headings and captions of one on external trade and of a labour-force survey. */
const sets = { places: 'places/', trade: '../charts/trade/data/', labour: '../charts/labour/data/' }
const texts = Object.entries(sets).flatMap(([set, data]) =>
  readFileSync(new URL(`${set}/texts.txt`, import.meta.url), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((one): PlacedText => {
      const [head = '', ...lines] = one.split('\n')
      const [verdict, language = '', , kind] = head.split(' ')
      const text = lines.join('\n').trim()
      return { verdict, language, kind, text, data: new URL(data, import.meta.url) } as PlacedText
    }),
)

const chinese = "fallback: [{ regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' }]\n"
const tools = createTools(createMemory())
const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
afterAll(async () => {
  await tools.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The errors that the check of a report with such a text finds. */
async function errorsOf({ language, kind, text, data }: PlacedText): Promise<string[]> {
  const suffix = language === 'en' ? '' : `.${language}`
  const template = (name: string, words: string) =>
    writeFileSync(join(folder, `templates/${name}${suffix}.md.hbs`), `${words}\n`)
  rmSync(join(folder, 'templates'), { recursive: true, force: true })
  mkdirSync(join(folder, 'templates'))
  for (const name of ['report.yaml', 'figures.yaml', 'figures.csv'])
    cpSync(new URL(name, data), join(folder, 'data', name))
  writeFileSync(join(folder, 'templates/theme.yaml'), chinese)
  const words = toTemplate(text)
  if (kind === 'deck') template('deck', words)
  else template(kind === 'one-page' ? kind : 'briefing', `# {{title}}\n\n${words}`)
  if (kind === 'one-page') template('briefing', '# {{title}}\n\n{{value "landings"}}')
  const formats = { deck: ['pptx'], 'one-page': ['one-page'], briefing: ['pdf'], variants: ['pdf'] } as const
  const request: BuildRequest = { folder, languages: [language], formats: formats[kind] }
  const each = { ...request, variants: { each: ['region'], table: undefined } }
  const requests = kind === 'variants' ? (variantRequests(each, undefined).value ?? []) : [request]
  const found = []
  for (const one of requests) found.push(...(await settling(tools.memory, () => drawEditions(one, tools))).diagnostics)
  return found.filter(({ severity }) => severity === 'error').map(({ message }) => message)
}

test.each(texts.map((one) => [`${one.verdict}: ${one.language}: ${one.text.replaceAll('\n', ' / ')}`, one] as const))(
  '%s',
  async (_, one) => {
    const isTold = (await errorsOf(one)).length > 0
    expect(isTold).toBe(one.verdict === 'false' || one.verdict === 'refused')
  },
)
