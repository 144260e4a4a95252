import { readdirSync, readFileSync } from 'node:fs'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import type { Dataset } from '../../../src/dataset/types.ts'
import { type Diagnostic, formatDiagnostic, type Outcome } from '../../../src/diagnostic.ts'
import { type ParsedDocument, parseDocument } from '../../../src/document/parse/parse.ts'
import { fillTemplate } from '../../../src/document/template/fill.ts'
import { sourceText } from '../../../src/files/source-text.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import type { Language } from '../../../src/locale/languages.ts'
import { constants } from '../../../src/memory/derived.ts'
import type { Memory } from '../../../src/memory/memory.ts'
import { checkLooseNumbers } from '../../../src/trust/numbers/check-loose-numbers.ts'
import { checkWords, type WordFinding } from '../../../src/trust/words/check-words.ts'

/** A sentence of the corpus. */
export interface CorpusSentence {
  /** As it is written there. */
  text: string
  /** The folder of the figures that it is of. */
  folder: string
  isTrue: boolean
}

const here = (name: string) => new URL(name, import.meta.url)

/** The sentences of a language. */
export function readCorpus(language: Language): CorpusSentence[] {
  let part = ''
  let folder = '.'
  return readFileSync(here(`sentences.${language}.txt`), 'utf8')
    .split('\n')
    .flatMap((text) => {
      if (/^# (?:true|false)$/.test(text)) part = text.slice(2)
      if (text.startsWith('# of: ')) folder = text.slice(6)
      if (text === '' || text.startsWith('#')) return []
      return [{ text, folder, isTrue: part === 'true' }]
    })
}

/** The figures that the sentences are of, or those of another folder. */
export function corpusDataset(folder = '.'): Dataset {
  const names = readdirSync(here(`${folder}/`)).filter((name) => /\.(?:csv|yaml)$/.test(name))
  const files = names.map((name) => ({ path: `data/${name}`, bytes: readFileSync(here(`${folder}/${name}`)) }))
  const { value, diagnostics } = parseDataset(files)
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

/** What the tool says of a sentence alone on a page. */
export function judge(text: string, dataset: Dataset, language: Language): Diagnostic[] {
  const { filled, parsed } = read(text, dataset, language)
  const words = findings(text, dataset, language).flatMap(({ diagnostic }) => diagnostic ?? [])
  return [...filled.diagnostics, ...parsed.diagnostics, ...words]
}

/** The same with the numbers that its author typed. */
export function judgeWhole(text: string, dataset: Dataset, language: Language, memory: Memory): Diagnostic[] {
  const { filled, parsed, locale } = read(text, dataset, language)
  const passages = parsed.value?.passages ?? []
  const words = filled.value ? checkWords({ passages, filled: filled.value, dataset, locale }) : []
  const template = sourceText(fileOf(language), `# T\n\n${toTemplate(text)}\n`)
  const loose = { templates: [template], charts: [], allow: undefined, isWhole: true, dataset, words, memory }
  const ofTemplate = checkLooseNumbers(loose).filter(({ place }) => place?.file === template.file)
  return [...filled.diagnostics, ...parsed.diagnostics, ...ofTemplate]
}

/** The words of a sentence that say something of figures. */
export function findings(text: string, dataset: Dataset, language: Language, memory?: Memory): WordFinding[] {
  const { filled, parsed, locale } = read(text, dataset, language)
  const passages = parsed.value?.passages ?? []
  return filled.value ? checkWords({ passages, filled: filled.value, dataset, locale, memory }) : []
}

/** The passages that a sentence alone on a page is read in, with the figures that they print. */
export function passagesOf(text: string, dataset: Dataset, language: Language) {
  return read(text, dataset, language).parsed.value?.passages ?? []
}

function read(text: string, dataset: Dataset, language: Language) {
  const locale = localeOf(language)
  const template = { file: fileOf(language), text: `# T\n\n${toTemplate(text)}\n` }
  const filled = fillTemplate({ template, partials: new Map(), dataset, locale })
  const bindChart = () => ({ value: undefined, diagnostics: [] })
  const parsed: Outcome<ParsedDocument> = filled.value
    ? parseDocument(filled.value, {
        kind: 'briefing',
        dataset,
        locale,
        bindChart,
        readPicture: () => ({ message: 'no pictures' }),
      })
    : { value: undefined, diagnostics: [] }
  return { filled, parsed, locale }
}

const localeOf = constants((language: Language) => getLocale(language, 'en'))

function fileOf(language: Language): string {
  return language === 'en' ? 'templates/briefing.md.hbs' : `templates/briefing.${language}.md.hbs`
}

/** {visits.by} is {{by "visits"}}, {visits.rate.by} the size of its rate; {= rose visits|words} a claim. */
export function toTemplate(text: string): string {
  return text
    .replace(/\{= (\S+) (\S+)\|([^}]*)\}/g, '{{#claim "$1" "$2"}}$3{{/claim}}')
    .replace(
      /(?<!\{)\{([a-z][a-z0-9-]*(?:\[[a-z0-9,-]+\])?(?:\.rate(?=\.))?)(?:\.([a-z]+))?(@[A-Z0-9/-]+)?\}(?!\})/g,
      (_, id: string, helper = 'value', period = '') => `{{${helper} "${id}${period}"}}`,
    )
}
