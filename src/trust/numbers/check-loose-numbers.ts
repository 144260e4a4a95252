import type { Json } from '../../chart/spec/json/json.ts'
import { parseSpec, specError } from '../../chart/spec/json/spec-file.ts'
import { isPercentage } from '../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../dataset/find.ts'
import { languageIn } from '../../dataset/read/language-in.ts'
import type { Dataset, Observation, Report, Unit } from '../../dataset/types.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import { sentenceAt } from '../../document/claim/sentence.ts'
import { parseTemplate } from '../../document/template/parse-template.ts'
import { lineAt, type SourceText, sourceText } from '../../files/source-text.ts'
import { numberLanguage, textTag } from '../../locale/languages.ts'
import { anyPattern, definitionsIn, lexicons } from '../../locale/words/lexicons.ts'
import { derived } from '../../memory/derived.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { isNamed } from '../verify/word-bag.ts'
import type { WordFinding } from '../words/check-words.ts'
import { namesIn } from '../words/names.ts'
import { entries, splitForms } from '../words/read-words.ts'
import { type Allowance, allowsMessage, isAllowed, readAllowList, unusedAllowance } from './allow-list.ts'
import { authoredTexts } from './authored-texts.ts'
import { dataTexts } from './data-texts.ts'
import { type FigureIndex, type FoundFigure, findFigures, indexFigures } from './figure-index.ts'
import { isAge } from './is-age.ts'
import { type NumberMention, readNumbers } from './numbers-in-text.ts'
import { specTexts } from './spec-texts.ts'

export interface LooseNumbersInput {
  /** Templates and partials. */
  templates: readonly SourceText[]
  charts: readonly SourceText[]
  /** The allow-list, where there is one. */
  allow: SourceText | undefined
  /** Whether these are all templates of the report: only then is an entry of the allow-list known to be superfluous. */
  isWhole: boolean
  /** The languages of the documents, where the report has more: of what others say in words nothing is known. */
  languages?: readonly string[] | undefined
  dataset: Dataset
  /** What the documents' sentences say of figures. */
  words?: readonly WordFinding[] | undefined
  /** Words of titles in charts' specs that were held to what stands below them, whether or not they are true. */
  held?: readonly { place: Place; word: string }[] | undefined
  /** What is wrong with charts. */
  chartFaults?: readonly Diagnostic[] | undefined
  /** Keeps what was found in texts that did not change. */
  memory?: Memory | undefined
}

/** A number that its author typed. */
interface Loose {
  /** What surrounds it, for the allow-list. */
  text: string
  start: number
  end: number
  /** Absent for a word, and for digits that say no quantity of any known form. */
  mention?: NumberMention | undefined
  /** For a number in a text of the dataset: which text. */
  what?: string | undefined
  place: Place | undefined
  excerpt?: string | undefined
  /** Of a number in words in a block for a language, or behind its `{{else}}`: whether that is read in a language. */
  isIn?: ((language: string) => boolean) | undefined
}

/**
 * Numbers in templates and chart specs that come from no figure: digits of any script and Chinese numerals with a scale
 * are errors, numbers in words warnings. Dates, ordinals,
 * numbered things, names, what a claim holds to a figure, and what the allow-list allows pass. Where the dataset has a
 * figure of that value, the hint says how to refer to it.
 */
export function checkLooseNumbers(input: LooseNumbersInput): Diagnostic[] {
  const {
    templates,
    charts,
    allow,
    isWhole,
    languages,
    dataset,
    words = [],
    held = [],
    chartFaults = [],
    memory = noMemory,
  } = input
  const { report } = dataset
  const { value: allowances = [], diagnostics } = allow ? readAllowList(allow) : { value: [], diagnostics: [] }
  const loose = [
    ...templates
      .flatMap((source) =>
        memory.remember('numbers in template', [source, report.language, ...report.languages], () =>
          inTemplate(source, report),
        ),
      )
      .filter(({ isIn }) => !isIn || !languages || languages.some(isIn)),
    ...charts.flatMap((spec) =>
      memory.remember('numbers in spec', [spec, report.language], () => inSpec(spec, report.language)),
    ),
    ...inData(dataset, memory),
  ]
  const figures = () => figureIndex(dataset)
  const used = new Set<Allowance>()
  const isAllowing = (allows: (entry: Allowance) => boolean) => {
    const allowing = allowances.filter(allows)
    for (const entry of allowing) used.add(entry)
    return allowing.length > 0
  }
  const isReported = ({ text, start, end, place }: Pick<Loose, 'text' | 'start' | 'end' | 'place'>) => {
    return !isAllowing((entry) => isAllowed(entry, text, start, end, place?.file))
  }
  const isQuarterly = report.period.includes('Q')
  const reported = loose.filter(
    (one) =>
      isReported(one) &&
      !isNamedIn(dataset)(one) &&
      !isTimeSpan(one, isQuarterly) &&
      !isSaidAt(one, words) &&
      !isHeldIn(one, held) &&
      !isEveryday(one, figures, dataset),
  )
  const said = words.filter((one) => one.diagnostic && isReported(one))
  const drawn = chartFaults.filter((fault) => !isAllowing((entry) => allowsMessage(entry, fault)))
  const unused = allow && isWhole ? allowances.filter((entry) => !used.has(entry)) : []
  return [
    ...diagnostics,
    ...said.flatMap(({ diagnostic }) => (diagnostic ? [{ ...diagnostic, kind: 'words' as const }] : [])),
    ...drawn,
    ...reported.map((one) => ({ ...tell(one, figures, dataset), kind: 'numbers' as const })),
    ...unused.flatMap((entry) => (allow ? [unusedAllowance(entry, allow)] : [])),
  ]
}

const figureIndex = derived(indexFigures)

/**
 * An age in the dataset's names or definitions, or any if none has one: aged 16 to 34; a scale's end: {6.7} out of 10;
 * or a number with the words beside it as in a name: within eighteen weeks.
 */
const isNamedIn = derived((dataset: Dataset): ((loose: Loose) => boolean) => {
  const names = new Set(namesIn(dataset).map(([name]) => name.toLowerCase()))
  const numbered = [...names].filter((name) => mayHoldNumber.test(name) && /\p{L}/u.test(name))
  const defined = dataTexts(dataset).map(({ text }) => text)
  const bases = rateBases(dataset)
  const isIndexed =
    [...dataset.units.values()].some(({ label }) => /=\s?100$/.test(Object.values(label)[0] ?? '')) ||
    defined.some((words) => /(?<!\d)100(?!\d|[.,]\d| ?%)/.test(words))
  const sizes = [...dataset.dimensions.values()].flatMap(({ label, categories }) =>
    Object.values(label).map((name) => ({ name: name.toLowerCase(), size: String(categories.size) })),
  )
  const heads = numberedHeads(numbered)
  const ends = new Set([...numbered, ...defined].flatMap((words) => words.match(/\d+/g) ?? []))
  const ages = [...numbered, ...defined].flatMap((words) =>
    [...words.matchAll(/\d+/g)].flatMap(({ 0: digits, index }) =>
      isAge(words, index, index + digits.length) ? [digits] : [],
    ),
  )
  const agesSaid = new Set([...ages, ...[...numbered].flatMap((name) => name.match(/\d+/g) ?? [])])
  return ({ text, start, end, mention }) => {
    const whole = /^\s?(?:‰|per mille|promille|pour mille|por mil\b)/iu.test(text.slice(end)) ? 1000 : 100
    if (mention?.value.eq(whole) && sums.test(text.slice(Math.max(0, start - 40), end + 40))) return true
    // Above its long-run mean (100).
    if (isIndexed && text.slice(start, end) === '100') return true
    if (isOfScale(text, start, end) || definitionsIn(text).some((one) => one.start <= start && end <= one.end))
      return true
    const [every] = ofSoMany.exec(text.slice(0, start)) ?? []
    if (every && mention && bases.has(mention.value.toNumber())) return true
    // 每10万人, of a name with it.
    if (every && numbered.some((name) => name.includes(text.slice(start - every.length, end).toLowerCase())))
      return true
    // The ratio of pupils to teachers was {16.0}:1.
    if (mention?.value.eq(1) && /^[:：∶]$/.test(text.slice(0, start))) return true
    const within = text.toLowerCase()
    // Those aged 35 to 54 and 16 to 24: of a name with both.
    const isOfSpan = ({ 0: span, index }: RegExpMatchArray) =>
      (index ?? 0) <= start && end <= (index ?? 0) + span.length && numbered.some((name) => name.includes(span))
    if (ages.length > 0 && [...within.matchAll(ageSpan)].some(isOfSpan)) return true
    const isSaid = ends.has(text.slice(start, end))
    const written = text.slice(start, end)
    if (
      isAge(text, start, end) ? agesSaid.has(written) || ages.length === 0 : isSaid && outOf.test(text.slice(0, start))
    )
      return true
    // The 27 member states; ranked 19th of 27.
    const isSize = ({ name, size }: (typeof sizes)[number]) =>
      (within.slice(start, end) === size || mention?.value.eq(size)) &&
      (within.slice(end).trimStart().replace(/^个/, '').startsWith(name) || rankedOf.test(within.slice(0, start)))
    if (sizes.some(isSize)) return true
    // Pflegegrade 4 und 5, of names that end with a number.
    const [, noun = ''] = rowOfNumbers.exec(within.slice(0, start)) ?? []
    if (heads.some((one) => one.number === written && noun.startsWith(one.head) && noun.length - one.head.length < 4))
      return true
    const [before = ''] = /\p{L}{2,}\s$/u.exec(within.slice(0, start)) ?? []
    const [after = ''] = /^[\s-]?\p{L}{2,}/u.exec(within.slice(end)) ?? []
    // One in seven is under 25.
    const isLast = /^\s*(?:[(),;:]|\.(?!\d)|$)/.test(within.slice(end))
    const said = ` ${before}${within.slice(start, end)}${after} `
    return numbered.some((name) => {
      if (before !== '' && after !== '' && ` ${name} `.includes(said)) return true
      // Ten metres or less, of 10 metres and under.
      if (isLast && before.length > 4 && ` ${name} `.endsWith(` ${before}${within.slice(start, end)} `)) return true
      if (after.length > 4 && ` ${name} `.includes(` ${within.slice(start, end)}${after} `)) return true
      const from = within.indexOf(name, Math.max(0, end - name.length))
      return from >= 0 && from <= start
    })
  }
})

const ageSpan = /(?<!\d)\d{1,3}(?: (?:to|bis|à|a) |[-–])\d{1,3}(?!\d)/g

/** A noun and the numbers of things called so, up to the next: Pflegegrade 2, 3 und … */
const rowOfNumbers = /(\p{L}{3,})\s(?:\d{1,3}(?:,\s|\s?[-–]\s?|\s(?:and|or|to|und|oder|bis|et|ou|à|y|e|o|a)\s))*$/u

/** What is numbered in some names, and which numbers it has: Pflegegrad, of Pflegegrad 1 to 5. */
function numberedHeads(names: readonly string[]): { head: string; number: string }[] {
  return names.flatMap((name) => {
    const [, head, number] = /(\p{L}{3,}) (\d{1,3})$/u.exec(name) ?? []
    return head && number ? [{ head, number }] : []
  })
}

/** Whether a number says what a scale is: December 2024 = 100, 1 = best, a scale from 0 to 10. */
function isOfScale(text: string, start: number, end: number): boolean {
  if (/(?:scale|Skala|échelle|escala) (?:from|of|von|de) (?:\d{1,3} (?:to|bis|à|a) )?$/.test(text.slice(0, start)))
    return true
  const isBase = text.slice(start, end) === '100' && /\d[年月季度]*\s?[=＝]\s?$/.test(text.slice(0, start))
  return isBase || (/^\d$/.test(text.slice(start, end)) && /^\s?[=＝]\s?\p{L}/u.test(text.slice(end)))
}

/** How many the rates of a dataset are of: per mille, per 100,000. */
function rateBases({ indicators }: Dataset): ReadonlySet<number> {
  const units = [...indicators.values()].map(({ unit }) => (unit === 'per-mille' ? 'per-1000' : unit))
  return new Set(units.flatMap((unit) => (unit.startsWith('per-') ? Number(unit.slice(4)) : [])))
}

/** Before what a rate is of: 3.9 out of every 1,000; por 1.000 habitantes. */
const ofSoMany = /(?:\b(?:of|every|in|sur|cada|por|je|von|auf)|每)\s?$/iu

/** From a rank in words, or beyond ten, to how many there are. */
const rankedOf = new RegExp(
  `\\b(?:${[...splitForms(lexicons.en.ordinals), 'last'].join('|')}) (?:out )?of (?:the |all )?$`,
)

/** Beside what all shares are together: may not add to 100 per cent; ergeben nicht immer 100 %. */
const sums = anyPattern('sum')

/** From a figure to the end of its scale. */
const outOf = /^\s(?:out of|von|sur|sobre)\s$/

/** How long, how long ago, or which half: two years earlier, in three years, for five months running. */
function isTimeSpan({ text, start, end, mention }: Loose, isQuarterly: boolean): boolean {
  const isHalf = /\b(?:first|second) half$/i.test(text.slice(0, end)) && !/^ of\b/i.test(text.slice(end))
  if (isHalf) return true
  // Three quarters are nine months as well; cases a quarter, the mean of four quarters, where figures are of such.
  const [quarters = ''] = /\s+quarters?$/i.exec(text.slice(start, end)) ?? []
  if (quarters !== '' && /^ of\b/i.test(text.slice(end))) return false
  if (quarters !== '' && isQuarterly && !/\b(?:by|to|than)\s$/i.test(text.slice(0, start))) return true
  const after = text.slice(end - quarters.length, end + 30)
  if (/^ (?:years?|months?|weeks?|days?|quarters?|decades?) (?:ago|earlier|before|later|previously|on)\b/i.test(after))
    return true
  const isLong = mention?.form === 'words' && /^ (?:years?|months?|quarters?|decades?)\b/i.test(after)
  return (
    isLong &&
    (/\b(?:in|for|after|within|over|past|last|next|first|every|the|these|those)\s$/i.test(text.slice(0, start)) ||
      /^ months? (?:to|ended|ending|from)\b|^ \w+ (?:after|since|in a row|in succession|on end|running|straight)\b/i.test(
        after,
      ))
  )
}

/**
 * A whole number up to a hundred that counts as everyday prose does: 12 people, 3 weeks, 2 to 3 days.
 * Not the amount of a change, nor a figure of the dataset that may be of the same.
 */
function isEveryday({ text, start, end, mention }: Loose, figures: () => FigureIndex, { units }: Dataset): boolean {
  if (!mention || mention.unit || mention.scale !== 0 || mention.value.isNegative()) return false
  if (!mention.value.isInteger() || mention.value.gt(100)) return false
  const [before, after] = [
    text.slice(0, start),
    text.slice(end).replace(/^(?: (?:to|or|bis|oder) |[-–]|- (?:and|or|to|und|oder|bis) )\d{1,2}(?=[ -])/, ''),
  ]
  if (/(?:\b(?:by|from|than)|(?<!\d )\bto)\s$|[$€£¥]\s?$/i.test(before) || !countsEveryday(after)) return false
  // Twelve people are no 12%, and three weeks no three closures.
  const isTime = times.test(after)
  if (mention.qualifier && !isTime) return false
  const isCount = ({ observation: { quantity, measure } }: FoundFigure) =>
    measure !== 'rate' && !isPercentage(quantity.unit) && !(isTime && isThing(units.get(quantity.unit)))
  return !findFigures(figures(), mention, { bare: true, exact: true }).some(isCount)
}

/** Spans of time, of which a figure in a unit of things is none. */
const times =
  /^[\s-]?(?:minute|hour|day|week|month|year|Minute|Stunde|Tag|Woche|Monat|Jahr|jour|semaine|mois|an|heure|día|semana|mes|año|hora|[小时天日周月年])/

function isThing(unit: Unit | undefined): boolean {
  return unit !== undefined && !Object.values(unit.label).some((name) => times.test(` ${name}`))
}

const everydayNouns = Object.values(lexicons).flatMap((lexicon) => entries(lexicon.everyday))
/** What such a number is followed by, in any language. */
const everyday = new RegExp(
  `^[\\s-]?(?:${everydayNouns.map((noun) => (/[a-z]/.test(noun) ? `${noun}s?\\b` : noun)).join('|')})`,
  'iu',
)

/** Whether what stands after a number is what everyday prose counts: people, minutes. */
export function countsEveryday(after: string): boolean {
  return everyday.test(after.slice(0, 40))
}

/** Whether a number is part of what a sentence says of its figures, and was judged there: half, over 12 million. */
function isSaidAt({ place }: Loose, words: readonly WordFinding[]): boolean {
  if (!place) return false
  const { file, line, column } = place
  return words.some(
    ({ place, start, end }) =>
      place.file === file && place.line === line && place.column <= column && column < place.column + end - start,
  )
}

/** Whether a number in words lies in words of its text that were held. */
function isHeldIn({ text, start, end, place }: Loose, held: readonly { place: Place; word: string }[]): boolean {
  return held.some(({ place: { file, line }, word }) => {
    const at = text.indexOf(word)
    return file === place?.file && line === place.line && at >= 0 && at <= start && end <= at + word.length
  })
}

/** A template that cannot be read has been reported where it was filled. */
function inTemplate(written: SourceText, report: Report): Loose[] {
  const { value: template } = parseTemplate(written)
  if (!template) return []
  const source = sourceText(written.file, written.text)
  const own = /\.([a-z]{2,3}(?:-\w+)*)\.md\.hbs$/.exec(written.file)?.[1] ?? report.language
  return authoredTexts(template).flatMap(({ text, placeOf, claim, language: asked, except }) => {
    const language = languageIn(report, asked ?? own) ?? own
    const isIn = (tag: string) =>
      (!asked || textTag(tag) === textTag(asked)) && (!except || textTag(tag) !== textTag(except))
    const numbers = looseIn(text, language).filter(({ mention }) => !isHeld(mention, claim))
    return numbers.map((found) => {
      const place = placeOf(found.start)
      const isInWords = !/\p{Nd}/u.test(text.slice(found.start, found.end))
      return { ...found, text, place, excerpt: lineAt(source, place.line), ...(isInWords && { isIn }) }
    })
  })
}

function inSpec(spec: SourceText, language: string): Loose[] {
  const { value } = parseSpec(spec)
  if (!value) return []
  return specTexts(value satisfies Json).flatMap(({ path, text, offset }) =>
    looseIn(text, language).map(({ start, end, mention }) => {
      const { place, excerpt } = specError(spec, path, '')
      const at = place ?? { file: spec.file, line: 1, column: 1 }
      const quote = excerpt?.charAt(at.column - 1) === '"' ? 1 : 0
      return { text, start, end, mention, place: { ...at, column: at.column + quote + offset + start }, excerpt }
    }),
  )
}

/** Digits only: what the texts of the data say in words is about their method. */
function inData(dataset: Dataset, memory: Memory): Loose[] {
  return dataTexts(dataset)
    .filter(({ text }) => /\p{Nd}/u.test(text))
    .flatMap(({ text, language: tag, what, place }) => {
      const language = languageIn(dataset.report, tag) ?? tag
      return memory
        .remember('numbers in data', [text, language], () => looseIn(text, language))
        .filter(({ mention }) => mention?.form !== 'words')
        .map((found) => ({ ...found, text, what, place }))
    })
}

/** The numbers of a text in a language (BCP 47) that say a quantity, and digits that no reading covers. */
function looseIn(text: string, language: string): Pick<Loose, 'start' | 'end' | 'mention'>[] {
  if (numberLanguage(language) === 'en' && !mayHoldNumber.test(text)) return []
  const mentions = readNumbers(text, language)
  const stated = mentions.flatMap((mention) =>
    mention.kind === 'number' && !isSmallCount(mention, text)
      ? [{ start: mention.numberStart, end: mention.end, mention }]
      : [],
  )
  // At each character that a mention covers, which it is, from 1.
  const readBy = new Int32Array(text.length)
  for (const [index, { start, end }] of mentions.entries()) readBy.fill(index + 1, start, end)
  // The small digits of CO₂, PM₂.₅ and m² are part of a word.
  const others = [...text.matchAll(/\p{Nd}+|(?<![\p{Script=Latin}₀-₉][.,]?)[\p{No}\p{Nl}]/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, mention: undefined }))
    .filter(({ start, end }) => !readBy[start] || readBy[start] !== readBy[end - 1])
  return [...stated, ...others].sort((a, b) => a.start - b.start)
}

/** Most segments hold none, and the reading of numbers is thorough. */
const mayHoldNumber =
  /[\p{N}\p{Script=Han}]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent|thirty|fort|fift|sixt|sevent|eight|ninet|half|third|quarter|tenth|twice|thrice|doubl|tripl|dozen|scores of|hundred|thousand|[mbtr]+illion)/iu

/** Two to ten in words for things in view ("the two rates"), unless a measure follows: ten times, nine in ten. */
function isSmallCount({ form, value, scale, unit, text: written, end, start }: NumberMention, text: string): boolean {
  const isSmall = form === 'words' && value.isInteger() && value.gte(2) && value.lte(10) && scale === 0 && !unit
  if (!isSmall || !/^[a-z]+$/i.test(written) || /^(?:twice|thrice|dou|tri|\w*fold)/i.test(written)) return false
  const isMeasured = /^[\s-]*(?:times|fold|in|out of|years?|months?|weeks?|days?|people|points?)\b/i.test(
    text.slice(end, end + 100),
  )
  return !isMeasured && !isOneOfMany.test(text.slice(Math.max(0, start - 100), start))
}

/** `nine in`, `nine netizens out of every`: what ten follows. */
const isOneOfMany =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|most)(?: [\w’-]+){0,3} (?:in|out of)(?: every)? $/i

/** Whether a claim holds the number to figures: any number in words, and digits that the claim's arguments name. */
function isHeld(mention: NumberMention | undefined, claim: readonly string[] | undefined): boolean {
  if (!claim || !mention) return false
  if (mention.form === 'words') return true
  return claim
    .flatMap((argument) => readNumbers(argument, 'en'))
    .some((named) => named.kind === 'number' && named.value.eq(mention.value) && named.unit === mention.unit)
}

function tell(loose: Loose, index: () => FigureIndex, dataset: Dataset): Diagnostic {
  const { text, start, end, mention, what, place, excerpt } = loose
  const written = text.slice(start, end).trim()
  if (what !== undefined) {
    const message = `a number in ${what} that comes from no figure: ${written}`
    const hint =
      'say it in a template, where it can refer to a figure, or allow it in templates/allow.yaml, with a reason'
    return { severity: 'warning', message, place, hint }
  }
  if (mention && isWordOnly(mention)) {
    const message = `a number in words that no figure is behind: ${written}`
    const hint = 'in a template hold it to a figure with {{#claim}}, or allow it in templates/allow.yaml, with a reason'
    return { severity: 'warning', message, place, excerpt, hint }
  }
  if (isAge(text, start, end)) {
    const message = `an age that no name or definition of the dataset says: ${written}`
    const hint = 'say in data/ whom the figure counts: definition: People aged 16 and over …'
    return { severity: 'error', message, place, excerpt, hint }
  }
  const figures = mention ? findFigures(index(), mention, { bare: true }).map(({ observation }) => observation) : []
  const sentence = excerpt && place ? sentenceAt(excerpt, place.column - 1) : text
  const spokenOf = figures.filter(({ indicator }) => isNamed(getNames(indicator, dataset), sentence))
  // Fewer than three digits may be anything.
  const meant = spokenOf.length > 0 || (mention && mention.value.precision(false) < 3) ? spokenOf : figures
  const uses = [...new Set(meant.map((observation) => getUse(observation, dataset)))].slice(0, 3)
  const hint =
    uses.length > 0
      ? `write ${uses.join(' or ')}`
      : 'put the figure into data/ and refer to it; if it is none, allow it in templates/allow.yaml, with a reason'
  return { severity: 'error', message: `a number that comes from no figure: ${written}`, place, excerpt, hint }
}

function getNames(indicator: string, { indicators }: Dataset): string[] {
  const { label = {}, short = {} } = indicators.get(indicator) ?? {}
  return [...Object.values(label), ...Object.values(short)]
}

/** Words such as eleven, half or a hundred; not numbers written out as a figure: 百分之三十, twelve per cent. */
function isWordOnly({ form, text, scale, unit }: NumberMention): boolean {
  const isFigure =
    !/^half /i.test(text) &&
    (unit !== undefined || (/\p{Script=Han}/u.test(text) ? scale >= 4 : scale >= 3 && /^(?!an? ).+ /i.test(text)))
  return form === 'words' && !isFigure
}

/** How a template refers to an observation: `{{value "netizens"}}`, without the period where it is the report's. */
function getUse({ key, indicator, measure }: Observation, dataset: Dataset): string {
  const short = key.replace(/@.*$/, '')
  const reference = findObservation(dataset, short)?.key === key ? short : key
  const plain = reference.replace(`${indicator}.${measure}`, indicator)
  switch (measure) {
    case 'value':
      return `{{value "${reference}"}}`
    case 'change':
      return `{{by "${plain}"}}`
    case 'rate':
      return `{{rate "${plain}"}}`
  }
}
