import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset, Indicator } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { namedAim, namesOf } from '../names.ts'
import { entries } from '../read-words.ts'
import { isSigned } from '../readings/word-claims.ts'
import { figureAt, figuresIn, isPlain, observationsAt, type Sentence } from '../sentences.ts'
import { getTokens, type Token } from '../tokens.ts'
import { isComparedBetween, type Misnamed } from './naming.ts'

/** Figures of a thing that a sentence, and what stands before it, hardly calls, where it calls another of their unit: {on music} people use government services. A word says the more the fewer things of a unit are called by it: its inverse document frequency (Spärck Jones 1972). */
export function uncalledFigures(sentence: Sentence, before: string): Misnamed[] {
  const { dataset, language, tokens, things, words, lists, clauseOf } = sentence
  const all = callsOf(dataset)(language)
  const figures = observationsAt(sentence)
  const printed = figures.map(({ indicator }) => indicator)
  const broken = figures
    .flatMap(({ categories }) => Object.entries(categories))
    .map(([id, category]) => dataset.dimensions.get(id)?.categories.get(category)?.label[language] ?? '')
  const text = `${before} ${sentence.text}`.toLowerCase()
  const keys = keysOf(tokens, language)
  const around = new Set([...keys, ...keysOf(getTokens(before), language)])
  const isSaid = (key: string) => around.has(key) || (key.length >= 5 && text.includes(key))
  // Growth, districts, the Uplands: what is said, and of whom, is no thing.
  const apart = [...lists, ...things.filter(({ category }) => category)]
  const isApart = (at: number) => isPlain(at, sentence) || apart.some(({ first, end }) => first <= at && at < end)
  // {Hired} teachers: what is counted.
  const isCounted = (at: number) => tokens[at - 1]?.figure !== undefined
  const isOfSides = words.some(({ meaning }) => meaning === 'deficit' || meaning === 'surplus')
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    const own = all.find(({ indicator }) => indicator.id === figure?.indicator)
    const alike = all.filter(({ indicator }) => indicator.unit === own?.indicator.unit)
    if (!figure || !own || (isOfSides && isSigned(figure, dataset))) return []
    if (Object.keys(figure.categories).length > 0) return []
    const isNamed = isCalled(own, isSaid)
    const called = weigh(own.known, isSaid)
    const counted = dataset.units.get(own.indicator.unit)?.label[language] ?? ''
    const apartFrom = keysIn([counted, ...broken].join('. '), language)
    const isHere = (at: number) => (at <= index + 2 || clauseOf[at] === clauseOf[index]) && !isApart(at)
    // More teachers and fewer pupils: the words of another that is printed are no call.
    const beside = all.filter((one) => one !== own && printed.includes(one.indicator.id) && isCalled(one, isSaid))
    const isTaken = (key: string) => apartFrom.has(key) || beside.some(({ named }) => named.has(key))
    const here = keys.map((key, at) => (isHere(at) && !isTaken(key) ? key : ''))
    const others = alike.filter(({ indicator }) => !printed.includes(indicator.id) && !namedAim(indicator)(language))
    // The number of loans was {CD loans}: nothing says what the figure is of beyond that.
    const isBeyond = ({ named }: Calls) => {
      const rest = [...own.known.keys()].filter((key) => !named.has(key))
      return rest.length > 0 && !rest.some(isSaid)
    }
    const isForeseen =
      figure.status === 'forecast' || things.some(({ indicators }) => indicators.includes(own.indicator.id))
    const name = things.find(
      (one) =>
        one.indicators.length > 0 &&
        one.first <= index &&
        !isCounted(one.first) &&
        !isComparedBetween(one.end, index, sentence) &&
        one.indicators.every((id) => others.some((other) => other.indicator.id === id && isBeyond(other))),
    )
    if (name && !isForeseen) return [{ ...name, figure, named: name.indicators[0] ?? '' }]
    const [other] = others
      .filter((one) => isCalled(one, (key) => here.includes(key)))
      .map((one) => ({ ...one, weight: weigh(one.named, (key) => here.includes(key)) }))
      .toSorted((a, b) => b.weight - a.weight)
    if (!other || isNamed || called > 1 || other.weight - called < 0.8) return []
    const first = here.findIndex((key) => other.named.has(key))
    return [{ first, end: first + 1, figure, named: other.indicator.id }]
  })
}

/** What words an indicator is called by, each with how much it says. */
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
    const names = namesOf(indicator, language).map((name) => keysIn(name, language))
    const named = new Set(names.flatMap((name) => [...name]))
    const defined = keysIn(indicator.definition?.[language] ?? '', language)
    return { indicator, names, named, known: new Set([...named, ...defined]) }
  })
  const rarity = (key: string, kind: 'named' | 'known') =>
    placed.has(key) ? 0 : Math.log((alike.length + 1) / words.filter((one) => one[kind].has(key)).length)
  const weights = (keys: ReadonlySet<string>) => new Map([...keys].map((key) => [key, rarity(key, 'named')]))
  return words.map(({ indicator, names, named, known }) => ({
    indicator,
    names: names.map(weights),
    named: weights(named),
    known: new Map([...known].map((key) => [key, rarity(key, 'known') * (named.has(key) ? 1 : 0.5)])),
  }))
}

function keysIn(text: string, language: Language): Set<string> {
  return new Set(keysOf(getTokens(text), language).filter((key) => key !== ''))
}

/** What words are known by, whatever their forms: of each token the beginning of its stem, of a Chinese character it and the next; nothing where it tells nothing apart. */
function keysOf(tokens: readonly Token[], language: Language): string[] {
  const small = entries(lexicons[language].small)
  return tokens.map(({ text, stem }, at) => {
    const next = tokens[at + 1]?.text ?? ''
    if (/^\p{Script=Han}/u.test(text)) return /^\p{Script=Han}/u.test(next) ? text + next : ''
    return /^\p{L}/u.test(text) && !small.includes(text) ? stem.slice(0, 5) : ''
  })
}
