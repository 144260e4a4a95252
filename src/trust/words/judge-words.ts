import { comparePeriods } from '../../dataset/figure/period.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import { type Claim, judgeClaim } from '../../document/claim/claim.ts'
import { not, type Verdict } from '../../document/claim/rule.ts'
import { HelperTrouble } from '../../document/template/helper.ts'
import type { Meaning } from '../../locale/lexicon.ts'
import type { Locale } from '../../locale/types.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { comparisonClaims, multipleClaims, speedClaims } from './compare-words.ts'
import { countSaid, isParticle } from './particles.ts'
import type { Word } from './read-words.ts'
import { figureAt, type Sentence } from './sentences.ts'
import { tiedFigures } from './tie-figures.ts'
import {
  type ClaimText,
  flatClaims,
  getLevel,
  getList,
  movementClaims,
  portionClaims,
  shareClaims,
  timesClaims,
} from './word-claims.ts'

/** What a judgement needs besides the sentence. */
export interface Setting {
  dataset: Dataset
  locale: Locale
}

/** What became of a word: held to figures, true or not, or tied to none. */
export interface JudgedWord {
  word: Word
  claims: Claim[]
  /** Whether it says what only figures can show, and none was found. */
  isLoose: boolean
}

/** Words that are told where no figure is found for them. */
const strong: ReadonlySet<Meaning> = new Set([
  'up',
  'down',
  'times',
  'record',
  'lowest',
  'largest',
  'smallest',
  'fastest',
  'slowest',
  'rank',
  'share',
])

/** Judges a word of a sentence by the figures that it is said of. */
export function judgeWord(word: Word, sentence: Sentence, place: Place, setting: Setting): JudgedWord {
  const tied = tiedFigures(word, sentence).flatMap((index) => figureAt(sentence, index)?.observation ?? [])
  const nothing = { word, claims: [], isLoose: false }
  const clause = sentence.clauses[sentence.clauseOf[word.first] ?? 0]
  if (clause && word.first > clause.openFrom) return nothing
  const texts = claimTexts(word, tied, sentence, setting.dataset)
  const isNegated = isNegatedAt(word, sentence)
  const claims = askAll(texts, isNegated, place, setting)
  const isLoose =
    !isNegated &&
    claims.length === 0 &&
    texts.length === 0 &&
    strong.has(word.meaning) &&
    hasFigureNear(word, sentence) &&
    !clause?.isWithin &&
    (word.meaning === 'share' || word.meaning === 'times' || isAboutFigures(word, sentence))
  return { word, claims, isLoose }
}

/** A word beside a named thing or in the clause of a figure. */
function isAboutFigures(word: Word, sentence: Sentence): boolean {
  const isNear = sentence.names.some(({ end }) => end <= word.first && word.first - end <= 2)
  return isNear || tiedFigures(word, sentence).length > 0
}

/** Judges a word by figures that a claim around it names. */
export function getJudgeWord(
  word: Word,
  figures: readonly Observation[],
  sentence: Sentence,
  place: Place,
  setting: Setting,
): Claim[] {
  return askAll(claimTexts(word, figures, sentence, setting.dataset), isNegatedAt(word, sentence), place, setting)
}

function askAll(texts: readonly ClaimText[], isNegated: boolean, place: Place, setting: Setting): Claim[] {
  return texts.flatMap((text) => {
    const claim = ask(text, place, setting)
    if (!claim) return []
    // What did not fall may have stayed as it was, as far as was counted.
    return isNegated ? (claim.verdict === 'undecided' ? [] : [negated(claim)]) : [claim]
  })
}

function ask(text: ClaimText, place: Place, { dataset, locale }: Setting): Claim | undefined {
  try {
    return judgeClaim({ args: text.map((value) => ({ value, place })), dataset, locale }, place)
  } catch (error) {
    if (error instanceof HelperTrouble) return undefined
    throw error
  }
}

/** What is said not to be so; of what did not fall it is enough that it stayed as it was. */
function negated(claim: Claim): Claim {
  const verdict: Verdict = claim.truths.includes('unchanged') ? 'holds' : not(claim.verdict)
  const truths = verdict === 'fails' ? [claim.text.split(' ')[0] ?? ''] : []
  return { ...claim, verdict, text: `not ${claim.text}`, holds: `not so: ${claim.holds}`, truths }
}

/** Beside these never speaks of the past: never more. */
const ofAllTimes: ReadonlySet<Meaning> = new Set([
  'record',
  'lowest',
  'more',
  'less',
  'above',
  'below',
  'largest',
  'smallest',
])

/** Not, no, never before a word; no right after it: lost no staff. */
function isNegatedAt(word: Word, sentence: Sentence): boolean {
  const { words, tokens, clauseOf } = sentence
  const isNot = (other: Word) =>
    other.meaning === 'not' || (tokens[other.first]?.text === 'never' && !ofAllTimes.has(word.meaning))
  const before = words.findLast(
    (other) => isNot(other) && other.end <= word.first && clauseOf[other.first] === clauseOf[word.first],
  )
  if (before) {
    const between = tokens.slice(before.end, word.first)
    // A Chinese word is two tokens, as a rule.
    const most = /\p{Script=Han}/u.test(tokens[word.first]?.text ?? '') ? 8 : 4
    if (between.length <= most && !between.some(({ text, figure }) => figure || /^[,，、]$/.test(text))) return true
  }
  return words.some((other) => other.first === word.end && isParticle('none', other.first, sentence))
}

function claimTexts(word: Word, tied: readonly Observation[], sentence: Sentence, dataset: Dataset): ClaimText[] {
  const [nearest] = tied
  const movement = (rule: 'rose' | 'fell') => movementClaims(rule, tied, dataset)
  switch (word.meaning) {
    case 'up':
      return [...(hasFigureNear(word, sentence) ? movement('rose') : []), ...groupClaims('rose', word, sentence)]
    case 'down':
      return [...(hasFigureNear(word, sentence) ? movement('fell') : []), ...groupClaims('fell', word, sentence)]
    case 'narrower':
      return movementClaims('fell', tied.filter(isGap(dataset)), dataset)
    case 'wider':
      return movementClaims('rose', tied.filter(isGap(dataset)), dataset)
    case 'better':
    case 'worse':
      return tied.flatMap((figure) => {
        const good = dataset.indicators.get(figure.indicator)?.good
        if (!good) return []
        return movementClaims((good === 'up') === (word.meaning === 'better') ? 'rose' : 'fell', [figure], dataset)
      })
    case 'flat':
      return nearest ? flatClaims(nearest, dataset) : []
    case 'slowed':
    case 'gained-pace':
      return nearest ? [[word.meaning, `${nearest.series}@${nearest.period}`]] : []
    case 'more':
    case 'less':
    case 'above':
    case 'below':
      return comparisonClaims(word, sentence, dataset)
    case 'faster':
    case 'slower':
      return speedClaims(word, sentence, dataset)
    case 'times': {
      const multiple = multipleClaims(word, sentence, dataset)
      const [latest] = tied.toSorted((a, b) => comparePeriods(b.period, a.period))
      return multiple.length > 0 || !latest
        ? multiple
        : timesClaims(word.factor ?? '', latest, dataset, comparisonBefore(word, sentence))
    }
    case 'record':
    case 'lowest': {
      const level = nearest && getLevel(dataset, nearest)
      return level ? [[word.meaning, level.key]] : []
    }
    case 'largest':
    case 'smallest':
    case 'fastest':
    case 'slowest':
      return nearest ? extremeClaims(word, nearest, sentence, dataset) : []
    case 'rank': {
      const list = nearest && getList(nearest.series, namedLists(sentence), dataset)
      return nearest && list !== undefined ? [['rank', list, nearest.series, word.rank ?? 1]] : []
    }
    case 'over-a-year':
      return tied.filter(({ measure }) => measure !== 'value').map(({ key }) => ['over-a-year', key])
    case 'in-a-row':
    case 'each-time':
      return nearest ? rowClaims(word, sentence, nearest, dataset) : []
    case 'majority':
    case 'minority':
    case 'nearly-all':
    case 'few':
    case 'all': {
      const part = shareFigure(word, tied, sentence)
      return part && isSaidOfFigure(word, sentence) ? portionClaims(word.meaning, part, dataset) : []
    }
    case 'share': {
      const part = shareFigure(word, tied, sentence)
      return part ? shareClaims(word.factor ?? '', part, dataset, comparisonBefore(word, sentence)) : []
    }
    default:
      return []
  }
}

/** Up and down alone are prepositions as often: they say something only with their figure near. */
function hasFigureNear({ first, end }: Word, sentence: Sentence): boolean {
  if (end - first > 1 || !isParticle('bare', first, sentence)) return true
  const near = sentence.tokens.slice(end, end + 3)
  return near.some(({ figure }) => figure !== undefined)
}

function isGap({ indicators }: Dataset): (figure: Observation) => boolean {
  return ({ indicator }) => indicators.get(indicator)?.unit === 'percentage-points'
}

/** All branches gained: what is said of a list of the dataset is held to each of its members. */
function groupClaims(rule: string, word: Word, sentence: Sentence): ClaimText[] {
  const list = sentence.lists.find(
    ({ end }) => end <= word.first && sentence.clauseOf[end - 1] === sentence.clauseOf[word.first],
  )
  const isAll = list && sentence.words.some(({ meaning, end }) => meaning === 'all' && end === list.first)
  return list && isAll ? [['each', rule, list.indicators.join(' ')]] : []
}

function namedLists({ lists }: Sentence): (readonly string[])[] {
  return lists.map(({ indicators }) => indicators)
}

function extremeClaims(word: Word, figure: Observation, sentence: Sentence, dataset: Dataset): ClaimText[] {
  const isOfHistory = sentence.words.some(({ meaning }) => meaning === 'ever')
  if (isOfHistory && (word.meaning === 'largest' || word.meaning === 'smallest')) {
    const level = getLevel(dataset, figure)
    return level ? [[word.meaning === 'largest' ? 'record' : 'lowest', level.key]] : []
  }
  const list = getList(figure.series, namedLists(sentence), dataset)
  if (list === undefined || figure.period !== getLevel(dataset, figure)?.period) return []
  if (word.meaning === 'largest' && figure.measure !== 'value')
    return [[figure.measure === 'rate' ? 'fastest' : 'largest-gain', list, figure.series]]
  if (word.meaning === 'smallest' && figure.measure !== 'value')
    return figure.measure === 'rate' ? [['slowest', list, figure.series]] : []
  return [[word.meaning, list, figure.series]]
}

/** How many times in a row: the number word or ordinal near. */
function rowClaims(word: Word, sentence: Sentence, figure: Observation, dataset: Dataset): ClaimText[] {
  const level = getLevel(dataset, figure)
  const way = sentence.words.find(
    ({ meaning }) => meaning === 'up' || meaning === 'down' || meaning === 'narrower' || meaning === 'wider',
  )
  if (!level || !way) return []
  const times = word.meaning === 'each-time' ? 2 : timesNear(word, sentence)
  const rule = way.meaning === 'up' || way.meaning === 'wider' ? 'rose-in-a-row' : 'fell-in-a-row'
  return times === undefined ? [] : [[rule, level.key, times]]
}

function timesNear({ first, end }: Word, { tokens, language }: Sentence): number | undefined {
  const near = [...tokens.slice(Math.max(0, first - 4), first).toReversed(), ...tokens.slice(end, end + 3)]
  for (const { text } of near) {
    const count = countSaid(text, language)
    if (count !== undefined) return count
    const [number] = readNumbers(text, 'en')
    if (number?.kind === 'number' && number.value.isInteger() && number.value.lt(100)) return number.value.toNumber()
  }
  return undefined
}

/** What a share is told with: the nearest figure that can be a part of a whole. */
function shareFigure(word: Word, tied: readonly Observation[], sentence: Sentence): Observation | undefined {
  const isContrast = sentence.words.some(({ meaning, first }) => meaning === 'contrast' && first > word.first)
  return isContrast ? undefined : tied.find(({ measure }) => measure === 'value')
}

/** Every and all say a share only of things, not of times. */
function isSaidOfFigure(word: Word, sentence: Sentence): boolean {
  if (word.meaning !== 'all') return true
  return sentence.names.some(({ first }) => first === word.end) && !isParticle('around-all', word.first - 1, sentence)
}

/** More than half, nearly a third. */
function comparisonBefore(word: Word, sentence: Sentence): string {
  const { words } = sentence
  const before = words.findLast(
    ({ end, meaning }) =>
      end <= word.first && word.first - end <= 1 && /^(?:above|below|about|more|less)$/.test(meaning),
  )
  const after = words.find(({ first, meaning }) => first === word.end && /^(?:above|below)$/.test(meaning))
  const near = before ?? after
  if (!near || near.meaning === 'about') return 'about'
  if (near.meaning === 'above' || near.meaning === 'more') return 'more-than'
  for (let at = near.first; at < near.end; at++) if (isParticle('nearly', at, sentence)) return 'nearly'
  return 'less-than'
}
