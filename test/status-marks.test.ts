import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTools } from '../src/build/build-tools.ts'
import { makeReport } from '../src/build.ts'
import { formatDiagnostic } from '../src/diagnostic.ts'
import { readPdf } from './pdf.ts'
import { readPptx } from './pptx.ts'
import { temporaryFolder } from './temporary-folder.ts'

const starter = 'src/init/starter'

const figures = `indicators:
  visits:
    label: Visits
    unit: visits
    type: flow
    observations:
      - { period: 2025, value: 1.284 million, source: annual-return }
      - { period: 2024, value: 1.197 million, source: annual-return, status: revised }
  members:
    label: Members
    unit: people
    type: stock
    observations:
      - { period: 2025, value: 97900, source: annual-return, status: provisional }
      - { period: 2024, value: 91200, source: annual-return }
  loans:
    label: Loans
    unit: items
    type: flow
    observations:
      - { period: 2025, value: 2.406 million, source: annual-return, status: estimated }
      - { period: 2024, value: 2.351 million, source: annual-return }
lists:
  all: [visits, members, loans]
`

const deck = `# {{value "members"}} members

::slide{periods="mixed"}

- They came {{value "visits"}} times, {{value "visits@2024"}} times the year before.

# In figures

:::key-figures
{{key-figure "members"}}
{{key-figure "loans" change=false}}
:::

# In a table

{{table "all" columns="value@2024 value"}}

# Without

Words.
`

const briefing = `# The library

There are {{value "members"}} members.

::page-break

:::key-figures
{{key-figure "loans" change=false}}
:::

:::table[All]{#all}
{{table "all" columns="value@2024 value"}}
:::

::page-break

Words.
`

interface Given {
  theme?: string
  since?: string
  data?: string
  language?: string
}

/** What readers see of the report: text by slide and page, spaces plain, in which what is raised stands where it stands. */
async function build({ theme, since, data = figures, language }: Given = {}) {
  const folder = temporaryFolder({
    'data/report.yaml': readFileSync(join(starter, 'data/report.yaml')),
    'data/figures.yaml': data,
    'templates/deck.md.hbs': deck,
    'templates/briefing.md.hbs': briefing,
    ...(theme && { 'templates/theme.yaml': theme }),
  })
  const tools = createTools()
  const request = {
    folder,
    formats: ['pptx', 'pdf', 'deck.pdf'] as const,
    languages: language ? [language] : undefined,
    since,
  }
  const { value, diagnostics } = await makeReport(request, tools).finally(tools.close)
  const getBytes = (format: string) => value?.documents.find((file) => file.format === format)?.bytes
  const [pptx, pdf, slides] = [getBytes('pptx'), getBytes('pdf'), getBytes('deck.pdf')]
  if (!pptx || !pdf || !slides) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
  return {
    folder,
    pptx: readPptx(pptx),
    slides: (await readPdf(slides)).pages.map(({ text }) => plain(text)),
    pages: (await readPdf(pdf)).pages.map(({ text }) => plain(text)),
  }
}

describe('marks of status', () => {
  test('stand in titles, text, cards and tables of a deck, and each slide explains its own', async () => {
    const { pptx, slides } = await build()
    const texts = pptx.slides.map((slide) => slide.texts.join('|').replaceAll('\u00a0', ' '))
    expect(texts[0]).toContain('97,900[p] members')
    expect(texts[0]).toContain('1.284 million times, 1.197 million[r] times')
    expect(texts[0]).toContain('annual return 2025. [p] provisional, [r] revised')
    expect(texts[1]).toContain('2.406 million[e]')
    expect(texts[1]).toContain('[p] provisional, [e] estimated')
    expect(texts[2]).toMatch(/Visits\|1\.197 million\[r\]\|1\.284 million\|/)
    expect(texts[2]).toContain('[p] provisional, [e] estimated, [r] revised')
    expect(texts[3]).not.toContain('[')
    for (const [index, text] of slides.entries()) {
      expect(text.match(/\[[per]\]/g)?.sort(), text).toEqual(texts[index]?.match(/\[[per]\]/g)?.sort())
    }
  })

  test('are raised in PowerPoint, and no part of a slide’s name', async () => {
    const { pptx } = await build()
    const [slide] = pptx.slides
    const runs = slide?.shapes.flatMap((shape) => shape.paragraphs.flatMap((paragraph) => paragraph.runs)) ?? []
    expect(runs.find(({ text }) => text === '[p]')).toMatchObject({ superscript: true })
    expect(pptx.files.get('docProps/app.xml')).toContain('97,900 members<')
  })

  test('stand in text, cards and tables of a briefing, and each page explains its own at its foot', async () => {
    const { pages } = await build()
    expect(pages[0]).toContain('There are 97,900[p] members.')
    expect(pages[0]).toMatch(/\[p\] provisional In 2025/)
    expect(pages[1]).toContain('2.406 million[e]')
    expect(pages[1]).toContain('1.197 million[r] 1.284 million')
    expect(pages[1]).toMatch(/\[p\] provisional, \[e\] estimated, \[r\] revised In 2025/)
    expect(pages[2]).not.toContain('[')
  })

  test('have the letters of the theme, by language; an empty one is no mark', async () => {
    const theme = 'marks: { provisional: { en: P, zh: 初 }, revised: "" }\n'
    const { slides, pages } = await build({ theme })
    expect(slides[0]).toContain('97,900[P] members')
    expect(slides[0]).toContain('1.197 million times')
    expect(pages[1]).toContain('[P] provisional, [e] estimated In 2025')
  })

  test('tell what was revised since an earlier version, beside what is provisional', async () => {
    const before = temporaryFolder({
      'data/report.yaml': readFileSync(join(starter, 'data/report.yaml')),
      'data/figures.yaml': figures.replace('97900', '97500'),
    })
    const { slides, pages } = await build({ since: before })
    expect(slides[0]).toContain('97,900[p, r] members')
    expect(pages[0]).toMatch(/97,900\[p, r\] members.*\[p\] provisional, \[r\] revised/)
    // The slide that says what changed has marks at nothing.
    expect(slides.at(-1)).toMatch(/What changed.*97,500 people 97,900 people/)
    expect(slides.at(-1)).not.toContain('[')
  })
})
