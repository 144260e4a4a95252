import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset, Indicator } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { getNames, namedAim } from '../names.ts'
import { isSmall } from '../read-words.ts'
import { isSigned } from '../readings/word-claims.ts'
import { figuresIn, isPlain, observationsAt, type Sentence, tokenFigure } from '../sentences.ts'
import { getTokens, type Token } from '../tokens.ts'
import { saysSideOf } from './contrasts.ts'
import { isComparedBetween, type Misnamed } from './naming.ts'

/** Figures of a thing that is hardly called, where another of its unit is: {on music} people use services. */
export function uncalledFigures(sentence: Sentence, before: string): Misnamed[] {
  const { dataset, language, words } = sentence
  const all = callsOf(dataset)(language)
  const printed = observationsAt(sentence).map(({ indicator }) => indicator)
  const isPrinted = ({ indicator }: Calls) => printed.includes(indicator.id)
  const isSaid = saidBy(sentence, before)
  const isOfSides = words.some(({ meaning }) => meaning === 'deficit' || meaning === 'surplus')
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const own = all.find(({ indicator }) => indicator.id === figure?.indicator)
    const isBroken = Object.keys(figure?.categories ?? {}).length > 0
    if (!figure || !own || isBroken || (isOfSides && isSigned(figure, dataset))) return []
    const others = all.filter(
      (one) => one.indicator.unit === own.indicator.unit && !isPrinted(one) && !namedAim(one.indicator)(language),
    )
    const isForeseen = figure.status === 'forecast'
    const other =
      (isForeseen ? undefined : namedInstead(index, own, others, isSaid, sentence)) ??
      calledInstead(index, own, others, all.filter(isPrinted), isSaid, sentence)
    return other ? [{ ...other, figure }] : []
  })
}

type IsSaid = (key: string) => boolean
type Instead = Omit<Misnamed, 'figure'> | undefined

/** Whether a word stands in a sentence or before it, be it as a part of another. */
function saidBy({ text, tokens, language }: Sentence, before: string): IsSaid {
  const around = `${before} ${text}`.toLowerCase()
  const keys = new Set([tokens, getTokens(before)].flatMap((all) => getKeys(all, language)))
  return (key) => keys.has(key) || (key.length >= 5 && around.includes(key))
}

/** Another thing named before a figure of which nothing more than that is said: the number of loans was {CD loans}. */
function namedInstead(
  index: number,
  own: Calls,
  others: readonly Calls[],
  isSaid: IsSaid,
  sentence: Sentence,
): Instead {
  const { things, tokens } = sentence
  if (things.some(({ indicators }) => indicators.includes(own.indicator.id))) return undefined
  const isBeyond = ({ named }: Calls) => {
    const rest = [...own.known.keys()].filter((key) => !named.has(key))
    return rest.length > 0 && !rest.some(isSaid)
  }
  const name = things.find(
    ({ indicators, first, end }) =>
      indicators.length > 0 &&
      first <= index &&
      // {Hired} teachers: what is counted.
      !tokens[first - 1]?.figure &&
      !isComparedBetween(end, index, sentence) &&
      indicators.every((id) => others.some((other) => other.indicator.id === id && isBeyond(other))),
  )
  return name && { first: name.first, end: name.end, named: name.indicators[0] ?? '' }
}

/** Another that the words before a figure, or in its clause, call far more than what it is of. */
function calledInstead(
  index: number,
  own: Calls,
  others: readonly Calls[],
  printed: readonly Calls[],
  isSaid: IsSaid,
  sentence: Sentence,
): Instead {
  const { dataset, language, tokens, things, lists, clauseOf } = sentence
  const called = weigh(own.known, isSaid)
  if (called > 1 || isCalled(own, isSaid) || saysSideOf(own.indicator.id, sentence)) return undefined
  // More teachers and fewer pupils: the words of another that is printed call none.
  const beside = printed.filter((one) => one !== own && isCalled(one, isSaid))
  const broken = observationsAt(sentence)
    .flatMap(({ categories }) => Object.entries(categories))
    .map(([id, category]) => dataset.dimensions.get(id)?.categories.get(category)?.label)
  const counted = [dataset.units.get(own.indicator.unit)?.label, ...broken].map((label) => label?.[language] ?? '')
  const taken = keysIn(counted.join('. '), language)
  // Districts, the Uplands: of whom something is said is no thing.
  const apart = [...lists, ...things.filter(({ category }) => category)]
  const isHere = (at: number) =>
    (at <= index + 2 || clauseOf[at] === clauseOf[index]) &&
    !isPlain(at, sentence) &&
    !apart.some(({ first, end }) => first <= at && at < end)
  const here = getKeys(tokens, language).map((key, at) =>
    isHere(at) && !taken.has(key) && !beside.some(({ named }) => named.has(key)) ? key : '',
  )
  const isHeard = (key: string) => here.includes(key)
  const [other] = others
    .filter((one) => isCalled(one, isHeard))
    .map((one) => ({ ...one, weight: weigh(one.named, isHeard) }))
    .toSorted((a, b) => b.weight - a.weight)
  if (!other || other.weight - called < 0.8) return undefined
  const first = here.findIndex((key) => other.named.has(key))
  return { first, end: first + 1, named: other.indicator.id }
}

/**
 * The words that call an indicator, each with how much it says: more if fewer indicators of its unit have it,
 * its inverse document frequency (Spärck Jones 1972).
 */
interface Calls {
  indicator: Indicator
  /** Of its names, of each and of all. */
  names: readonly Weights[]
  named: Weights
  /** Of its definition too, a half of each that no name has. */
  known: Weights
}

type Weights = ReadonlyMap<string, number>

/** Whether a half of one of its names is said, by weight. */
function isCalled({ names }: Calls, isSaid: (key: string) => boolean): boolean {
  return names.some((name) => weigh(name, isSaid) >= weigh(name, () => true) / 2)
}

function weigh(weights: Weights, isSaid: (key: string) => boolean): number {
  return [...weights].reduce((sum, [key, weight]) => (isSaid(key) ? sum + weight : sum), 0)
}

const callsOf = derived((dataset: Dataset) =>
  constants((language: Language) => {
    const byUnit = groupBy([...dataset.indicators.values()], ({ unit }) => unit)
    return [...byUnit.values()].flatMap((alike) => getCalls(alike, dataset, language))
  }),
)

function getCalls(alike: readonly Indicator[], { report }: Dataset, language: Language): Calls[] {
  const placed = keysIn(report.geography[language] ?? '', language)
  const words = alike.map((indicator) => {
    const names = getNames(indicator, language).map((name) => keysIn(name, language))
    const named = new Set(names.flatMap((name) => [...name]))
    const defined = keysIn(indicator.definition?.[language] ?? '', language)
    return { indicator, names, named, known: new Set([...named, ...defined]) }
  })
  const counts = {
    named: countKeys(words.map(({ named }) => named)),
    known: countKeys(words.map(({ known }) => known)),
  }
  const rarity = (key: string, kind: 'named' | 'known') =>
    placed.has(key) ? 0 : Math.log((alike.length + 1) / (counts[kind].get(key) ?? 0))
  const weights = (keys: ReadonlySet<string>) => new Map([...keys].map((key) => [key, rarity(key, 'named')]))
  return words.map(({ indicator, names, named, known }) => ({
    indicator,
    names: names.map(weights),
    named: weights(named),
    known: new Map([...known].map((key) => [key, rarity(key, 'known') * (named.has(key) ? 1 : 0.5)])),
  }))
}

/** In how many sets each key is. */
function countKeys(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of sets.flatMap((set) => [...set])) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function keysIn(text: string, language: Language): Set<string> {
  return new Set(getKeys(getTokens(text), language).filter((key) => key !== ''))
}

/** What words are known by in all forms: a stem's start, a Chinese character and the next; else nothing. */
function getKeys(tokens: readonly Token[], language: Language): string[] {
  return tokens.map(({ text, stem }, at) => {
    const next = tokens[at + 1]?.text ?? ''
    if (/^\p{Script=Han}/u.test(text)) return /^\p{Script=Han}/u.test(next) ? text + next : ''
    return /^\p{L}/u.test(text) && !isSmall(text, language) ? stem.slice(0, 5) : ''
  })
}
