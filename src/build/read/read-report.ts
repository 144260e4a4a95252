import { basename } from 'node:path'
import { languageIn } from '../../dataset/read/language-in.ts'
import { readDataset } from '../../dataset/read/read.ts'
import type { Dataset } from '../../dataset/types.ts'
import { failed, type Outcome, plainError } from '../../diagnostic.ts'
import { readFile } from '../../files/read-file.ts'
import { type PressProfile, readPressProfile } from '../../graphics/icc-profile.ts'
import { getLocale } from '../../locale/get-locale.ts'
import { getRegion, textTag } from '../../locale/languages.ts'
import { adoptReference } from '../../reference/adopt-reference.ts'
import { readTheme } from '../../theme/read-theme.ts'
import type { Theme } from '../../theme/theme.ts'
import { toGreyTheme } from '../../theme/theme-colors.ts'
import { checkSources } from '../../trust/evidence/check-sources.ts'
import { getBuildDate } from '../build-date.ts'
import type { Tools } from '../build-tools.ts'
import { collectDiagnostics } from '../collect-diagnostics.ts'
import { getEmbargo } from '../embargo.ts'
import { revisionsSince } from '../revisions-since.ts'
import { createStopwatch } from '../stopwatch.ts'
import type { BuildRequest, ReadReport } from '../types.ts'
import { pictureReader } from './read-picture.ts'
import { readTemplateInput, templateInputIn } from './read-template-input.ts'
import { chooseVariant } from './read-variants.ts'

/**
 * Reads all input of a report, once for all languages, and reports every fault of every file.
 * Without the theme, the dataset or the templates there is no report.
 */
export function readReport(request: BuildRequest, tools: Tools, stopwatch = createStopwatch()): Outcome<ReadReport> {
  const { time } = stopwatch
  const { folder, since, languages: asked } = request
  const { note, all } = collectDiagnostics()
  const { memory } = tools
  const own = note(time('read theme', () => readTheme(folder)))
  const whole = note(time('read data', () => readDataset(folder, memory, asked)))
  const dataset = whole && note(chooseVariant(whole, request, memory))
  const variant = dataset?.variant
  const named = own && { ...own, reference: variant?.reference ?? own.reference }
  const adopted = named && note(time('read template', () => adoptReference(named, request.reference, folder, memory)))
  const languages = (dataset && note(chooseLanguages(dataset, asked))) ?? []
  const templateInput = note(
    time('read templates', () => readTemplateInput(folder, request.formats, languages, memory)),
  )
  const press = request.press === undefined ? undefined : note(readPress(request.press))
  if (!adopted || !dataset || !templateInput || (request.press !== undefined && !press))
    return { value: undefined, diagnostics: all() }
  const inGrey = request.isGrey ? toGreyTheme : (one: Theme) => one
  const [theme, pageTheme] = [inGrey(adopted.theme), inGrey(adopted.pageTheme)]
  const { report } = dataset
  const locale = getLocale(languages[0] ?? report.language, report.language)
  const revisions =
    since === undefined ? undefined : note(time('compare', () => revisionsSince(since, folder, dataset, locale)))
  const value = {
    ...{
      request,
      folder,
      now: getBuildDate(report, request.date).getTime(),
      memory,
      stopwatch,
      dataset,
      templateInput,
      theme,
      pageTheme,
      revisions,
      press,
    },
    readPicture: pictureReader(folder, theme, memory),
    ...{ locale, languages, name: report.id },
    ...tools.open(theme, folder),
    reference: adopted.reference,
    sources: time('read sources', () => checkSources(folder, dataset)),
  }
  return { value: inLanguage(value, locale.language), diagnostics: all() }
}

/** The report's tags of the languages that are asked for: es-MX of es. A region that it does not have is in error. */
function chooseLanguages({ report, variant }: Dataset, asked: BuildRequest['languages']): Outcome<readonly string[]> {
  if (!asked || variant?.language !== undefined) return { value: report.languages, diagnostics: [] }
  const value = asked.map((tag) => languageIn(report, tag) ?? tag)
  const other = asked.find((tag, index) => getRegion(tag) && value[index] !== tag)
  if (other === undefined) return { value, diagnostics: [] }
  const hint = 'name its region in data/report.yaml, under language or languages'
  return { value, diagnostics: [plainError(`no language of this report: ${other}`, { hint })] }
}

/** The same report in another of its languages: its words and templates; the rest is shared. */
export function inLanguage(read: ReadReport, language: string): ReadReport {
  const { report } = read.dataset
  const isSaid = read.dataset.variant?.language !== undefined
  const isOneOfSeveral =
    read.languages.length > 1 || report.languages.length > 1 || textTag(language) !== textTag(report.language)
  const locale = read.memory.remember('locale', [language, report.language], () => getLocale(language, report.language))
  return {
    ...read,
    locale,
    name: isOneOfSeveral && !isSaid ? `${report.id}.${language}` : report.id,
    templateInput: templateInputIn(read.templateInput, language),
    embargo: getEmbargo(report, read.request.date, locale)?.words,
  }
}

const mostBytes = 20_000_000

/** The ICC profile of the press that PDFs are made for. */
function readPress(path: string): Outcome<PressProfile> {
  const { bytes, why } = readFile(path, mostBytes)
  const profile = bytes ? readPressProfile(bytes) : { message: `cannot be read (${why})`, hint: undefined }
  if (!('message' in profile)) return { value: profile, diagnostics: [] }
  const { message, hint } = profile
  return failed(plainError(`${basename(path)}: ${message}`, { hint }))
}
