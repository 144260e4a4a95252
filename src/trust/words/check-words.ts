import { comparePeriods, isNamedBy } from '../../dataset/figure/period.ts'
import { createFiguresMemory } from '../../dataset/figures-memory.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import { type Claim, claimDiagnostic } from '../../document/claim/claim.ts'
import type { Passage } from '../../document/parse/text/passages.ts'
import { type Filled, lastNotAbove } from '../../document/template/filled.ts'
import type { Locale } from '../../locale/types.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { inYearOf, lastQuarter } from '../evidence/mention-period.ts'
import {
  type BaseMention,
  basesIn,
  changeBeside,
  getBases,
  hasBase,
  isInBase,
  isOtherPace,
  otherBase,
} from './bases.ts'
import { claimWordFault, isForeignTo } from './claim-words.ts'
import { judgeGroups, judgeUnprinted } from './judge-groups.ts'
import { getJudgeWord, type JudgedWord, judgeWord } from './judge-words.ts'
import { getAim, getNames, getTarget, type Name, nameWords, tellingWords } from './names.ts'
import { uncalledFigures } from './others/called.ts'
import { contrastedFigures, wholesOfSides } from './others/contrasts.ts'
import { changesOfOthers, exchangedFigures, exchangedMeasures, levelsOfOthers } from './others/exchanged.ts'
import { mistimedFigures, reversedFigures } from './others/mistimed.ts'
import {
  contraryFigures,
  isLeftOut,
  isNarrowed,
  type Misnamed,
  misnamedFigures,
  misplacedFigures,
  partsOfWholes,
  strayCategories,
  wholesOfParts,
} from './others/naming.ts'
import { type PlainPassage, plainPassage } from './others/plain-passage.ts'
import { reckonedNumbers } from './others/reckoned.ts'
import { contraryToBefore, referredTo, unlikeBefore } from './others/referred.ts'
import { deniedFigures, misdatedFigures, misstatedStatus, oversizedParts, undatedFigures } from './others/undated.ts'
import { isBygone, isOrdinal, isParticle } from './particles.ts'
import { isComparison, readWords, type Word } from './read-words.ts'
import { sideOfLabel } from './readings/deficits.ts'
import { ofOwnWays } from './readings/gaps.ts'
import { isShareOf } from './readings/shares.ts'
import { isOwnChange } from './readings/word-claims.ts'
import {
  figuresIn,
  getSentences,
  indicatorsIn,
  observationsAt,
  type Sentence,
  tokenFigure,
  wordAt,
} from './sentences.ts'
import { missaidSigns, saysDistance } from './signed.ts'
import { tiedFigures } from './tie-figures.ts'
import { getTokens, type Token } from './tokens.ts'
import { touchingWords } from './touching.ts'
import { isWay } from './way-said.ts'

/** What a document says, and how it came there. */
export interface WordsInput {
  passages: readonly Passage[]
  filled: Filled
  dataset: Dataset
  locale: Locale
  /** Keeps what was found in passages that did not change. */
  memory?: Memory | undefined
}

/** A word of a printed sentence that says something of figures. */
export interface WordFinding {
  /** The passage, as it reads, and where in it the word stands. */
  text: string
  start: number
  end: number
  place: Place
  /** Whether its passage prints no figure, so that what stands around it says what is true of it. */
  isBare: boolean
  /** What is wrong with it; nothing where its figures bear it out. */
  diagnostic?: Diagnostic | undefined
}

/**
 * Holds plain sentences to the figures that they print: each word that is true of them or not,
 * and what stands beside a helper's number as if it were its own.
 */
export function checkWords({ passages, filled, dataset, locale, memory = noMemory }: WordsInput): WordFinding[] {
  const language = locale.primary
  const getAbove = createAbove(filled.markdown)
  const remember = createFiguresMemory(memory, dataset)
  return passages.flatMap((passage) => {
    if (!passage.offsets.some((offset) => filled.isAuthored(offset))) return []
    const above = getAbove(passage.offsets[0] ?? 0)
    const own = { ...filled, claims: claimsIn(passage, filled) }
    const inputs = () => [passage.text, passage.figures, whose(passage, own), above.headings, above.lead, language]
    const plain = plainPassage(passage, language)
    const read = plain ?? passage
    const isWritten = (index: number) => own.isAuthored(read.offsets[index] ?? -1) && !claimAt(read, index, own)
    const check: Check = { passage: read, above, filled: own, locale, isWritten }
    const found = remember('words', inputs, (asked) =>
      getSentences(read, asked, language).flatMap((sentence, at, all) => [
        ...checkSentence(ofOwnWays(sentence), all[at - 1], check),
        ...referringFindings(sentence, all[at - 1], check),
      ]),
    )
    return found.map((finding) => placed(plain ? asWritten(finding, plain, passage) : finding, passage, filled))
  })
}

/** The claims of which words stand in a passage. */
function claimsIn({ offsets }: Passage, { claims }: Filled): Filled['claims'] {
  const [first, last] = [offsets[0] ?? 0, offsets.at(-1) ?? 0]
  return claims.filter(({ start, end }) => start <= last && first < end)
}

/** Of each character of a passage, whether its author wrote it, and in which claim it stands. */
function whose(passage: Passage, filled: Filled): string {
  const claimOf = (index: number) => claimAt(passage, index, filled)?.text ?? ''
  return passage.offsets.map((offset, index) => `${filled.isAuthored(offset) ? 1 : 0}${claimOf(index)}`).join()
}

/** A finding in a passage, wherever that stands. */
type Found = Omit<WordFinding, 'place' | 'isBare'>

/** A finding in a passage that was read as said more plainly, where it stands in what its author wrote. */
function asWritten({ start, end, diagnostic }: Found, { spans }: PlainPassage, { text }: Passage): Found {
  const message = diagnostic?.message.replace(/ in (?=“)/, ', read as ') ?? ''
  return {
    text,
    start: spans[start]?.[0] ?? 0,
    end: Math.max(...spans.slice(start, end).map(([, to]) => to), spans[start]?.[0] ?? 0),
    diagnostic: diagnostic && { ...diagnostic, message },
  }
}

/** A finding where its passage stands now: the same words may have been moved. */
function placed(finding: Found, { offsets, figures }: Passage, filled: Filled): WordFinding {
  const place = filled.placeOf(offsets[finding.start] ?? 0)
  const said = finding.diagnostic && { ...finding.diagnostic, place, excerpt: filled.lineAt(place) }
  return { ...finding, place, isBare: figures.length === 0, diagnostic: said }
}

/** What a place of a text stands below: the headings, as they are written, and the words that lead on to its list. */
interface Above {
  headings: string
  lead: string
}

/** What each place of a text stands below; a heading does not stand below itself. */
function createAbove(markdown: string): (offset: number) => Above {
  const open: string[] = []
  // Lines but those of lists and directives.
  const lines = [...markdown.matchAll(/^(?:(#{1,6}) (.*)|(?!:::|[-*+] |\d+[.)] )(\S.*))$/gm)]
  const sections = lines.map(({ 0: line, index, 1: marks, 2: text = '', 3: words = '' }) => {
    if (marks) open.splice(marks.length - 1)
    const above = { headings: open.join(' '), lead: '' }
    if (marks) open.push(text)
    const lead = marks ? text : /[:：]\s*$/.test(words) ? words : ''
    return { index, end: index + line.length, above, below: { headings: open.join(' '), lead } }
  })
  const starts = sections.map(({ index }) => index)
  return (offset) => {
    const last = sections[lastNotAbove(starts, offset)]
    return (last && offset < last.end ? last.above : last?.below) ?? { headings: '', lead: '' }
  }
}

type Span = Pick<Word, 'first' | 'end'>

interface Check {
  passage: Passage
  above: Above
  filled: Filled
  locale: Locale
  isWritten(index: number): boolean
}

function claimAt({ offsets }: Passage, index: number, { claims }: Filled) {
  const offset = offsets[index] ?? -1
  return claims.find(({ start, end }) => start <= offset && offset < end)
}

function checkSentence(sentence: Sentence, before: Sentence | undefined, check: Check): Found[] {
  const isHeld = (word: Word) => isOwnName(word, sentence)
  const written = sentence.words.filter((word) => isWrittenWord(word, sentence, check) && !isHeld(word))
  const alone = written.map((word) => judgeWord(word, sentence, check.locale))
  const isOpen = figuresIn(sentence).length === 0 && alone.some(({ claims }) => claims.length === 0)
  const groups = isOpen ? judgeGroups(sentence, before ? observationsAt(before) : [], check.locale) : []
  const grouped = alone.map(
    (one) => (one.claims.length === 0 && groups.find(({ word }) => word.first === one.word.first)) || one,
  )
  const judged = isOpen ? judgeUnprinted(grouped, sentence, check.locale) : grouped
  const held = judged.filter(({ claims }) => claims.length > 0).map(({ word }) => word)
  const words = judged.filter(isOfItsFigures).flatMap((one) => wordFindings(one, held, sentence, check))
  const bases = apartFrom(
    words.filter(({ diagnostic }) => diagnostic),
    baseFindings(sentence, check),
  )
  return [
    ...words,
    ...claimFindings(sentence, check),
    ...touchingFindings(sentence, check),
    ...reckonedFindings(sentence, check),
    ...bases,
    ...apartFrom(bases, namingFindings(sentence, check)),
    ...signFindings(sentence, check),
    ...undatedFindings(sentence, check),
    ...deniedFindings(sentence, check),
    ...alikeFindings(judged, sentence, check),
    ...repeatedFindings(sentence, check),
  ]
}

/**
 * Whether a word may be said of its figures: less than a fifth of the weight, and more than a third of its value.
 * If another word of its kind is true of the same, one that is false is said of something else.
 */
function isOfItsFigures(one: JudgedWord, _: number, all: readonly JudgedWord[]): boolean {
  const wrong = one.claims.find(({ verdict }) => verdict === 'fails')
  const [size, side, extreme] = [sizes, sides, extremes].map((kind) => kind.test(one.word.meaning))
  const isOfSame = ({ word, claims: [claim] }: JudgedWord) => {
    const [a = [], b = []] = [claim, wrong].map((each) => each?.text.split(' ').slice(1))
    if (claim?.verdict !== 'holds') return false
    if (size && sizes.test(word.meaning)) return a[0] === b[0]
    // Has the fewest donors, {it}, but the highest rate.
    if (extreme) return extremes.test(word.meaning) && a.join() === b.join()
    return side && sides.test(word.meaning) && word.first > one.word.first && a.join() === b.join()
  }
  return !wrong || !all.some((other) => other !== one && isOfSame(other))
}

const sizes = /^(?:share|majority|minority|nearly-all|few|all)$/
const sides = /^(?:more|less)$/
const extremes = /^(?:larg|small)est$/

/** The findings that do not stand in words of which something is said already. */
function apartFrom(said: readonly Found[], findings: readonly Found[]): Found[] {
  return findings.filter((one) => !said.some(({ start, end }) => start < one.end && one.start < end))
}

/** Whether its author wrote it, outside of claims to the last token. */
function isWrittenWord({ first, end }: Word, { tokens }: Sentence, { isWritten }: Check): boolean {
  return tokens.slice(first, end).every(({ start }) => isWritten(start))
}

/** A word of the name or definition of a printed figure or another named thing: the net increase, the lowest fifth. */
function isOwnName(word: Word, sentence: Sentence): boolean {
  const { dataset, language } = sentence
  // A balance that people call a deficit may be none now.
  const isSide = word.meaning === 'deficit' || word.meaning === 'surplus'
  const isCalled = (indicator: string) => !isSide || sideOfLabel({ indicator }, sentence) !== undefined
  // 城镇新增就业为{it}: what begins within a name is of it.
  const isHan = /^\p{Script=Han}/u.test(sentence.tokens[word.first]?.text ?? '')
  const isName = ({ first, end, indicators }: Name) =>
    ((first <= word.first && word.end <= end) || (isHan && first < word.first && word.first < end)) &&
    indicators.some(isCalled)
  // 均低于全部消费支出: than what is named as a whole.
  const isWhole = word.meaning === 'all' && sentence.words.some((one) => isComparison(one) && one.end === word.first)
  if (isWhole || sentence.names.some(isName)) return true
  const stems = sentence.tokens.slice(word.first, word.end).map(({ stem }) => stem)
  const isCategory = observationsAt(sentence).some(({ categories }) =>
    Object.entries(categories).some(([id, one]) => {
      const [first] = tellingWords(dataset.dimensions.get(id)?.categories.get(one)?.label[language] ?? '', language)
      const [said, ...others] = tellingWords(getWords(word, sentence), language)
      return said !== undefined && others.length === 0 && said === first
    }),
  )
  return (
    isCategory ||
    isDefined(word, sentence) ||
    isShared(word, sentence) ||
    // Has a majority, where how many make one is printed too.
    (word.meaning !== 'majority' &&
      indicatorsIn(sentence)
        .filter(isCalled)
        .some((id) => {
          // The lowest temperature was {it}, the lowest since 2021: what is named or printed is said of again.
          const isNamed =
            sentence.names.some((name) => name.indicators.includes(id) && name.end <= word.first) ||
            figuresIn(sentence).some((at) => at < word.first && tokenFigure(sentence, at)?.observation.indicator === id)
          if (isNamed && /^(?:largest|smallest)$/.test(word.meaning)) return false
          const indicator = dataset.indicators.get(id)
          const own = indicator ? nameWords(indicator, language) : []
          return stems.every((stem) => own.includes(stem))
        }))
  )
}

/** Whether a movement is what a share is of, by its denominator: {it} of the growth; most of the increase, {it}. */
function isShared({ first, meaning }: Word, sentence: Sentence): boolean {
  const of = isParticle('article', first - 1, sentence) ? first - 2 : first - 1
  if (!isParticle('part-of', of, sentence)) return false
  const isPart = sentence.words.some(
    ({ end, meaning: part }) => end === of && /^(?:majority|minority|share)$/.test(part),
  )
  const share = tokenFigure(sentence, of - 1)?.observation
  const shares = share ? [share] : isPart ? observationsAt(sentence) : []
  return shares.some((one) => isShareOf(one, [meaning], sentence))
}

/** Whether the definition of a printed figure has a word with the two after it. */
function isDefined({ first, end }: Word, sentence: Sentence): boolean {
  const { tokens, language, dataset } = sentence
  const said = tokens.slice(first, end + 2).map(({ stem }) => stem)
  if (tokens.slice(first, end + 2).some(({ figure }) => figure) || said.length < end - first + 2) return false
  return indicatorsIn(sentence).some((id) => {
    const stems = getTokens(dataset.indicators.get(id)?.definition?.[language] ?? '').map(({ stem }) => stem)
    return ` ${stems.join(' ')} `.includes(` ${said.join(' ')} `)
  })
}

/** `held`: what other words of the sentence say, which figures bear out. */
function wordFindings(
  { word, claims, isLoose }: JudgedWord,
  held: readonly Word[],
  sentence: Sentence,
  check: Check,
): Found[] {
  const finding = findingAt(word, sentence, check)
  const wrong = claims.find(({ verdict }) => verdict !== 'holds')
  if (wrong) return [{ ...finding, diagnostic: said(wrong, word, sentence) }]
  if (claims.length > 0) return [finding]
  // Gained more than others: the two are one.
  const isHeld = held.some(({ meaning, first }) => meaning === word.meaning || first === word.end)
  if (!isLoose || isHeld) return []
  const hasClaim = sentence.tokens.some(({ start }) => claimAt(check.passage, start, check.filled))
  return hasClaim ? [] : [{ ...finding, diagnostic: loose(word, sentence) }]
}

/** Tokens of a sentence as a finding without fault. */
function findingAt({ first, end }: Span, sentence: Sentence, { passage }: Check): Found {
  const start = sentence.tokens[first]?.start ?? 0
  return { text: passage.text, start, end: sentence.tokens[end - 1]?.end ?? start }
}

function errorAt(span: Span, message: string, hint: string, sentence: Sentence, check: Check): Found {
  return { ...findingAt(span, sentence, check), diagnostic: { severity: 'error', message, hint } }
}

function said(claim: Claim, word: Word, sentence: Sentence): Diagnostic {
  return claimDiagnostic(claim, getWords(word, sentence), sentence.text.trim())
}

function loose(word: Word, sentence: Sentence): Diagnostic {
  const words = getWords(word, sentence)
  const message = `a word that states a fact, held to no figure: ${words}`
  const isQuality = word.meaning === 'better' || word.meaning === 'worse'
  const hint = isQuality
    ? 'say which way is good of its indicator, in data/: good: up, or good: down'
    : `print the figure in its sentence, or write {{#claim "rule" "figure"}}${words}{{/claim}}`
  return { severity: 'warning', message, hint, about: 'lack' }
}

/** The words inside a claim are held to its rule and its figures. */
function claimFindings(sentence: Sentence, check: Check): Found[] {
  const { passage, filled } = check
  const getClaim = (token: number) => claimAt(passage, sentence.tokens[token]?.start ?? -1, filled)
  const words = sentence.words.flatMap((word): Found[] => {
    const claim = getClaim(word.first)
    const fault = claim && claimWordFault(word, claim, sentence, check.locale)
    if (!claim || !fault) return []
    if (!fault.wrong) return [beyondClaim(word, claim, sentence, check)]
    return [{ ...findingAt(word, sentence, check), diagnostic: said(fault.wrong, word, sentence) }]
  })
  const names = sentence.names.flatMap((name) => {
    const claim = getClaim(name.first)
    return claim && isForeignTo(name, claim, sentence.dataset) ? [beyondClaim(name, claim, sentence, check)] : []
  })
  return [...words, ...names]
}

function beyondClaim(span: Span, claim: Claim, sentence: Sentence, check: Check): Found {
  const message = `words inside a claim that it does not hold: “${getWords(span, sentence)}” (${claim.text})`
  const hint = 'let the claim end before them, and hold them by one of their own'
  return errorAt(span, message, hint, sentence, check)
}

function touchingFindings(sentence: Sentence, { passage, isWritten }: Check): Found[] {
  return touchingWords(passage, sentence, isWritten).map(({ start, end, what, figure }) => {
    const words = passage.text.slice(start, end).trim()
    const message = `${what} beside a figure that is printed whole: ${words}, beside ${figure.key}`
    const own = what === 'a unit' ? '; unit=false leaves the unit to your words' : ''
    const hint = `take it out: the helper prints sign, qualifier, scale and unit${own}`
    return { text: passage.text, start, end, diagnostic: { severity: 'error', message, hint } }
  })
}

/** Typed numbers that the figures of their sentence bear out. */
function reckonedFindings(sentence: Sentence, { passage }: Check): Found[] {
  const { start: from } = sentence
  return reckonedNumbers(sentence).map(({ start, end }) => ({
    text: passage.text,
    start: from + start,
    end: from + end,
  }))
}

/** Figures of which the words and the number say the sign twice, or not at all. */
function signFindings(sentence: Sentence, check: Check): Found[] {
  const isAuthored = ({ start, figure }: Token) => !figure && check.isWritten(start)
  // Regions that lost fishers: North, {by}.
  const isSaidAbove = () =>
    readWords(getTokens(check.above.lead), sentence.language).some(({ meaning }) => meaning === 'down')
  return missaidSigns(check.passage, sentence)
    .filter(({ isTwice }) => isTwice || !isSaidAbove())
    .filter(({ first, end, figure, isTwice }) =>
      sentence.tokens.slice(isTwice && figure.measure !== 'value' ? Math.max(0, first) : 0, end).some(isAuthored),
    )
    .map(({ figure, isTwice, ...span }) => {
      const words = getWords(span, sentence)
      const isLevel = figure.measure === 'value'
      const alone = isLevel ? `{{value "${figure.key}" sign=false}}` : `{{by "${figure.key}"}}`
      const [message, hint] = isTwice
        ? [`the direction is said twice: ${words}`, `print the size alone: ${alone}`]
        : [
            `a figure below zero without its minus, and no word that says so: ${words}`,
            isLevel
              ? 'leave out sign=false, or say a deficit, contracted by'
              : `say fell, or print {{change "${figure.series}"}}`,
          ]
      return errorAt(span, message, hint, sentence, check)
    })
}

function namingFindings(sentence: Sentence, check: Check): Found[] {
  if (figuresIn(sentence).length === 0) return []
  const isWritten = ({ start, figure }: Token) => !figure && check.isWritten(start)
  const before = textBefore(sentence, check)
  const misnamed = [
    ...[...misnamedFigures(sentence), ...uncalledFigures(sentence, before)].filter(
      (one) => !saysDistance(one.figure, sentence) && !isNarrowed(one, sentence),
    ),
    ...misplacedFigures(sentence),
    ...strayCategories(sentence, before),
    ...partsOfWholes(sentence),
    ...contraryFigures(sentence),
    ...contrastedFigures(sentence),
    ...wholesOfSides(sentence),
    ...changesOfOthers(sentence),
    ...levelsOfOthers(sentence),
    ...exchangedFigures(sentence),
    ...exchangedMeasures(sentence),
    ...reversedFigures(sentence),
  ].filter(({ first }) => sentence.tokens.slice(first, first + 1).some(isWritten))
  // A helper may print the time in its author's sentence.
  const mistimed = sentence.tokens.some(isWritten)
    ? [...wholesOfParts(sentence), ...mistimedFigures(sentence), ...misdatedFigures(sentence)]
    : []
  const all = [...misnamed, ...mistimed]
  const isFirst = ({ first, figure }: Misnamed, at: number) =>
    all.findIndex((one) => one.first === first && one.figure === figure) === at
  return all
    .filter((one, at) => isFirst(one, at) && !isElse(one, sentence))
    .map(({ figure, named, ...span }) => {
      const message = `the sentence says ${getWords(span, sentence)}, and prints another figure: ${figure.key}`
      return errorAt(span, message, `print ${named} here, or say what the figure is`, sentence, check)
    })
}

/** Whether a name beside a figure is its unit's, of what the sentence leaves out, or of what it is a target of. */
function isElse(one: Misnamed, sentence: Sentence): boolean {
  const { dataset, language, words, tokens } = sentence
  const isAimed =
    words.some(({ meaning }) => meaning === 'open') || tokens.some((_, at) => isParticle('target', at, sentence))
  const isOfTarget = isAimed && getTarget(one.figure.indicator, dataset, language) === one.named
  // The target was missed in the North ({it}).
  const isHeld = words.some(({ meaning }) => meaning === 'met' || meaning === 'missed')
  const isBracketed = (at: number) => tokens[at]?.figure?.observation === one.figure && tokens[at - 1]?.text === '('
  if (
    isHeld &&
    getAim({ ...one.figure, indicator: one.named }, dataset, language) &&
    figuresIn(sentence).some(isBracketed)
  )
    return true
  // Prices up {annual} on a year earlier, outside the capital it rose by {by}.
  if (/^\d{4}/.test(one.named) && isOwnChange(one.figure, dataset) && isInBase(one.first, sentence)) return true
  // 销售面积降幅（{sales.rate}）: how far what it is of went.
  const said = getWords(one, sentence)
  const own = one.figure.measure === 'rate' && dataset.indicators.get(one.figure.indicator)
  const isOwnPace = own && getNames(own, language).some((name) => said.startsWith(name))
  if (isOwnPace && isParticle('pace', one.end - 2, sentence)) return true
  return isOfTarget || (one.first <= 3 && isLeftOut(one.first, sentence)) || isOfUnitLabel(one, sentence)
}

/** 74.1 million tonnes of CO2 equivalent: a name within the unit that stands right after a figure. */
function isOfUnitLabel({ figure, first, end }: Misnamed, sentence: Sentence): boolean {
  const { tokens, dataset, language } = sentence
  const label = dataset.units.get(figure.quantity.unit)?.label[language] ?? ''
  const at =
    figuresIn(sentence).findLast((one) => one < end && tokenFigure(sentence, one)?.observation === figure) ?? -1
  const words = getTokens(label).map(({ text }) => text)
  return at >= 0 && first > at + 1 && tokens.slice(at + 1, end).every(({ text }, index) => text === words[index])
}

/** What a sentence stands below and after. */
function textBefore({ start }: Sentence, { above, passage }: Check): string {
  return `${above.headings} ${above.lead} ${passage.text.slice(0, start)}`
}

/** Figures of an earlier part of a time, of which neither the sentence nor what it stands below says when it was. */
function undatedFindings(sentence: Sentence, check: Check): Found[] {
  if (!sentence.tokens.some(({ start, figure }) => !figure && check.isWritten(start))) return []
  return undatedFigures(sentence, textBefore(sentence, check)).map(({ figure, ...span }) => {
    const message = `a figure of ${figure.period} in a sentence that names no year, in a report on ${sentence.dataset.report.period}: ${figure.key}`
    const hint = `say when: {{period "${figure.period}"}}; or print the report’s own figure`
    return errorAt(span, message, hint, sentence, check)
  })
}

/** Things that a sentence says there are none of, though there are, and parts that it says to be of what is smaller. */
function deniedFindings(sentence: Sentence, check: Check): Found[] {
  const denied = deniedFigures(sentence).map((one) => ({ ...one, truth: 'the dataset has some' }))
  const parts = oversizedParts(sentence).map((one) => ({ ...one, truth: 'the part is larger than its whole' }))
  const status = misstatedStatus(sentence).map((one) => ({
    ...one,
    truth: `by the dataset it is ${one.figure.status}`,
  }))
  return [...denied, ...parts, ...status]
    .filter(({ first, end }) => sentence.tokens.slice(first, end).some(({ start }) => check.isWritten(start)))
    .map(({ figure, truth, ...span }) => {
      const message = `not true: “${getWords(span, sentence)}”: ${truth}`
      return errorAt(span, message, `the figure: ${figure.key}: ${figure.quantity.value.toFixed()}`, sentence, check)
    })
}

/** Rose from 4.8% to 4.8%: a movement or comparison, true or not, between levels that round to the same digits. */
function alikeFindings(judged: readonly JudgedWord[], sentence: Sentence, check: Check): Found[] {
  const printed = (at: number) => getWords({ first: at, end: at + 1 }, sentence)
  const figures = figuresIn(sentence)
  const pairs = figures.flatMap((at, index) => {
    const next = figures[index + 1] ?? -1
    const [a, b] = [at, next].map((one) => tokenFigure(sentence, one)?.observation)
    const isAlike = a && b && a.series === b.series && a.measure === b.measure && printed(at) === printed(next)
    return isAlike && a.key !== b.key && !a.quantity.value.eq(b.quantity.value) ? [[at, next] as const] : []
  })
  if (pairs.length === 0) return []
  return judged.flatMap(({ word, claims }) => {
    const tied = isWay(word) && claims.length > 0 ? tiedFigures(word, sentence) : []
    const pair = pairs.find((pair) => pair.some((at) => tied.includes(at)))
    if (!pair) return []
    const message = `“${getWords(word, sentence)}” between two figures that are printed alike: ${printed(pair[0])}`
    return [errorAt(word, message, 'print more digits, or say that they are about the same', sentence, check)]
  })
}

/** A figure that a clause, or one within it, prints twice, where another was meant: up from {visits} to {visits}. */
function repeatedFindings(sentence: Sentence, check: Check): Found[] {
  const { tokens, clauseOf, clauses } = sentence
  const figures = figuresIn(sentence)
  const printed = (at: number) => getWords({ first: at, end: at + 1 }, sentence)
  return figures.flatMap((at, index) => {
    const key = tokenFigure(sentence, at)?.observation.key
    const isWithin = clauses[clauseOf[at] ?? 0]?.isWithin === true
    // Prices rose by {inflation}, and inflation fell to {inflation}.
    const joint = tokens.findLastIndex(
      ({ text }, comma) => comma < at && text === ',' && isParticle('and', comma + 1, sentence),
    )
    const isSame = (one: number) =>
      tokenFigure(sentence, one)?.observation.key === key &&
      printed(one) === printed(at) &&
      (isWithin || (clauseOf[one] === clauseOf[at] && one > joint))
    const isWritten = tokens.some(({ start, figure }) => !figure && check.isWritten(start))
    if (!isWritten || !figures.slice(0, index).some(isSame)) return []
    const message = `the same figure twice in a statement: ${key}`
    return [
      errorAt({ first: at, end: at + 1 }, message, 'print the one that is meant, or say it once', sentence, check),
    ]
  })
}

/** What a sentence says of the figures of the one before it, and by its words of its own. */
function referringFindings(sentence: Sentence, before: Sentence | undefined, check: Check): Found[] {
  const isAlone = before && figuresIn(sentence).length === 0
  // It has shrunk in each year since 2020.
  const { figures } = isAlone ? referredTo(sentence, before) : { figures: [] }
  const rows = sentence.words
    .filter(({ meaning }) => meaning === 'each-time' || meaning === 'in-a-row')
    .map((word) => ({ word, claims: getJudgeWord(word, figures, sentence, check.locale) }))
  const ofWords = (figures.length > 0 ? rows : [])
    .filter(({ word }) => isWrittenWord(word, sentence, check))
    .flatMap((one) => wordFindings({ ...one, isLoose: false }, [], sentence, check))
  const ofOthers = [...contraryToBefore(sentence, before), ...unlikeBefore(sentence, before)]
    .filter(({ first, end }) => sentence.tokens.slice(first, end).some(({ start }) => check.isWritten(start)))
    .map(({ figure, ...span }) => {
      const words = getWords(span, sentence)
      const message = `not true: “${words}”, of ${figure.key}, by what stands before it`
      return errorAt(
        span,
        message,
        'say what is true now of each; or print the figures in the sentence',
        sentence,
        check,
      )
    })
  return [...ofWords, ...ofOthers]
}

/** Words for a base are held to the change that they stand with. */
function baseFindings(sentence: Sentence, check: Check): Found[] {
  const { locale, passage } = check
  if (figuresIn(sentence).length === 0) return []
  const bases = getBases(sentence).map((mention) => {
    const first = sentence.tokens.findIndex((token) => token.end > sentence.start + mention.start)
    return { mention, first, figure: changeBeside(first, sentence) }
  })
  return bases.flatMap(({ mention, first, figure }): Found[] => {
    const start = sentence.start + mention.start
    const end = sentence.start + mention.end
    // {by} less than in 2024, but two months longer than in 2020: the change has its base already.
    const isHeld = bases.some(
      (other) => other.first < first && other.figure === figure && figure && hasBase(figure, other.mention),
    )
    if (isHeld) return []
    if (isBesideThen(first, sentence) || isBeforeThen(mention, sentence)) return []
    const change = changeAfter(first, sentence)
    if (change) {
      const { level, bases: own } = change
      const isOther =
        level.period === sentence.dataset.report.period && own.some((one) => isOtherPace(one, mention, level))
      if (!isOther || !check.isWritten(start)) return []
      const words = sentence.text.slice(mention.start, mention.end).trim()
      const message = `the sentence says “${words}” of a figure whose label says otherwise: ${level.key}`
      return [errorAt({ first, end: first + 1 }, message, 'print the figure that is meant', sentence, check)]
    }
    // Since {period}: a helper may print the time.
    const isWritten = check.isWritten(start) || check.isWritten(end - 1)
    if (!figure || !isWritten || hasBase(figure, mention) || isOfHistory(mention, first, sentence)) return []
    const words = sentence.text.slice(mention.start, mention.end).trim()
    // Les créations cumulées sur trois mois: of its name.
    const label = sentence.dataset.indicators.get(figure.indicator)?.label[sentence.language] ?? ''
    if (label.toLowerCase().includes(words.toLowerCase())) return []
    return [{ text: passage.text, start, end, diagnostic: otherBase(words, figure, 'the sentence says', locale) }]
  })
}

/** A base right before a change or level of that time: a smaller fall than in 2024 ({by of then}), 由上月的{then}. */
function isBeforeThen(mention: BaseMention, { tokens, start, dataset }: Sentence): boolean {
  const { base, end } = mention
  const next = tokens.findIndex((token) => token.start >= start + end)
  const at = tokens.findIndex(({ text, figure }, index) => index >= next && (figure || /^[,，;；]$/.test(text)))
  const then = tokens[at]?.figure?.observation
  if (then?.measure === 'value') return hasBase({ ...then, since: then.period, period: dataset.report.period }, mention)
  if (!then || at - next > 1) return false
  const times =
    'at' in base ? [base.at, lastQuarter(base.at)] : 'part' in base ? [inYearOf(then.period, base.part)] : []
  return times.some((time) => isNamedBy(then.period, time))
}

/**
 * {by} more than in the spring, and above the {it} of a year earlier: the level of then stands right before it; fell by
 * {by} to {it}, below its level of 2023: a level is compared with it.
 */
function isBesideThen(first: number, sentence: Sentence): boolean {
  const last = figuresIn(sentence).findLast((at) => at < first) ?? -1
  const isSide = (one: Word) => isComparison(one) && one.first > last && one.end <= first && first - one.end <= 1
  if (tokenFigure(sentence, last)?.observation.measure === 'value' && sentence.words.some(isSide)) return true
  const level = observationsAt(sentence, [first - 1, first - 2]).find(({ measure }) => measure === 'value')
  return level !== undefined && comparePeriods(level.period, sentence.dataset.report.period) < 0
}

/** 核心CPI同比上涨{it}，涨幅扩大{by}: the level that is a change itself, by what was or its label, of which the words are said. */
function changeAfter(first: number, { tokens, language, dataset }: Sentence) {
  const next = tokens.findIndex(({ text, figure }, at) => at >= first && (figure || /^[,，;；]$/.test(text)))
  const level = tokens[next]?.figure?.observation
  if (!level || !isOwnChange(level, dataset)) return undefined
  return { level, bases: basesIn(language)(dataset.indicators.get(level.indicator)?.label[language] ?? '') }
}

/** The lowest since 2019, the second fall in three years, 五年来最低: no base but what it is one of; nor 自2023年降至最低点后. */
function isOfHistory({ end: to }: BaseMention, first: number, sentence: Sentence): boolean {
  const { words, tokens, clauseOf, language, start } = sentence
  const end = tokens.findIndex((token) => token.start >= start + to)
  const isNear = (at: number) =>
    (at < first ? first - at <= 6 : at >= end && at - end <= 1) && clauseOf[at] === clauseOf[first]
  return (
    isBygone(end, sentence) ||
    words.some((word) => isNear(word.first) && /^(?:largest|smallest|record|lowest|rank)$/.test(word.meaning)) ||
    words.some(
      (word) =>
        /^(?:fast|slow)est$/.test(word.meaning) &&
        (word.first === end || (isNear(word.first) && /^(?:up|down)$/.test(wordAt(word.end, sentence)?.meaning ?? ''))),
    ) ||
    tokens.some(({ text }, at) => at < first && isNear(at) && isOrdinal(text, language))
  )
}

function getWords({ first, end }: Span, { tokens, text, start }: Sentence): string {
  return text.slice((tokens[first]?.start ?? start) - start, (tokens[end - 1]?.end ?? start) - start)
}
