import { findObservation } from '../../../dataset/find.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset, Indicator, LocalText } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { namedAim } from '../names.ts'
import { isParticle } from '../particles.ts'
import { isSmall } from '../read-words.ts'
import { figuresIn, indicatorsIn, type Sentence, tokenFigure } from '../sentences.ts'
import { getTokens, type Token } from '../tokens.ts'
import type { Misnamed } from './naming.ts'

/** One of two of a kind, and what its label and definition say that those of the other do not, as stems. */
interface Side {
  indicator: Indicator
  /** In its label: rural. */
  called: string
  /** In its definition too: countryside. */
  said: readonly string[]
}

type Contrast = readonly [Side, Side]

/** Figures of one of two parts of a whole where only the other is said: urban China accounts for {the rural share}. */
export function contrastedFigures(sentence: Sentence): Misnamed[] {
  const { dataset, language, tokens, clauseOf, words } = sentence
  const { contrastsOf, phrasesOf } = getSides(dataset)(language)
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const contrasts = figure ? contrastsOf(figure.indicator) : []
    // Towns and cities: {it}.
    const label = /^[:：]$/.test(tokens[index - 1]?.text ?? '') ? clauseOf[index - 1] : undefined
    const isHere = (at: number) => clauseOf[at] === clauseOf[index] || clauseOf[at] === label
    const isCompared = words.some(({ meaning, first }) => comparing.test(meaning) && isHere(first))
    if (!figure || contrasts.length === 0 || isCompared) return []
    const here = tokens.map(({ stem }, at) => (isHere(at) ? stem : ''))
    return contrasts
      .filter(
        ([one, other]) =>
          !isSaid(one, tokens) &&
          !indicatorsIn(sentence).some((id) => phrasesOf(id).has(other.called)) &&
          areParts(one.indicator, other.indicator, dataset),
      )
      .flatMap(([, { said, indicator }]) => {
        const [phrase = ''] = said.filter((one) => findPhrase(one, here) >= 0)
        const first = findPhrase(phrase, here)
        const isApart = [1, 2].some((back) => apart.some((kind) => isParticle(kind, first - back, sentence)))
        if (first < 0 || isApart) return []
        return [{ first, end: first + phrase.split(' ').length, figure, named: indicator.id }]
      })
      .slice(0, 1)
  })
}

/** Figures of a whole said of one of its sides, which has a figure too: {internet penetration} of rural residents. */
export function wholesOfSides(sentence: Sentence): Misnamed[] {
  const { dataset, language, tokens } = sentence
  const { byCalled } = getSides(dataset)(language)
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const own = dataset.indicators.get(figure?.indicator ?? '')
    if (!own || !figure || !isParticle('part-of', index + 1, sentence)) return []
    const first = index + 2
    const named = [1, 2, 3].flatMap((length) => {
      const called = tokens.slice(first, first + length).map(({ stem }) => stem)
      const sides = (byCalled.get(called.join(' ')) ?? []).map(([{ indicator }]) => indicator)
      const side = sides.find((one) => one.unit === own.unit && isWholeOf(own, one, called.join(' '), language))
      return side ? [{ first, end: first + length, figure, named: side.id }] : []
    })
    return named.slice(0, 1)
  })
}

/** Whether one name is the other without its side: Internet penetration rate, Rural internet penetration rate. */
function isWholeOf(whole: Indicator, { label }: Indicator, called: string, language: Language): boolean {
  const [one, other] = [whole.label, label].map((text) => getTokens(text[language] ?? '').map(({ stem }) => stem))
  return other?.join(' ').replace(called, '').trim().replace(/ {2,}/, ' ') === one?.join(' ')
}

/** Whether a sentence says, in any words, which of two parts a figure is of: the cities gained {the urban increase}. */
export function saysSideOf(indicator: string, { dataset, language, tokens }: Sentence): boolean {
  return getSides(dataset)(language)
    .contrastsOf(indicator)
    .some(([one]) => isSaid(one, tokens))
}

function isSaid({ said }: Side, tokens: readonly Token[]): boolean {
  const stems = getStems(tokens)
  return said.some((phrase) => phrase !== '' && stems.includes(` ${phrase} `))
}

const getStems = derived((tokens: readonly Token[]) => ` ${tokens.map(({ stem }) => stem).join(' ')} `)

const comparing = /^(?:than|above|below|more|less|not|open)$/
const apart = ['except', 'left-out', 'not-next', 'none'] as const

/** Where a phrase begins among stems; −1 where it does not stand there. */
function findPhrase(phrase: string, stems: readonly string[]): number {
  const words = phrase.split(' ')
  return phrase === '' ? -1 : stems.findIndex((_, at) => words.every((word, next) => stems[at + next] === word))
}

/** Whether two are together no more than what both are parts, or shares, of. */
function areParts(one: Indicator, other: Indicator, dataset: Dataset): boolean {
  const getLevel = (id: string) => findObservation(dataset, id)?.quantity.value
  const [a, b] = [getLevel(one.id), getLevel(other.id)]
  const [own, others] = [one, other].map(({ denominator }) => JSON.stringify(denominator))
  const isShare = own !== undefined && own === others && one.unit === 'percent'
  const whole = one.partOf === undefined ? (isShare ? 100 : undefined) : getLevel(one.partOf)
  return a !== undefined && b !== undefined && whole !== undefined && a.plus(b).lte(whole)
}

/** How many of those after it each of a kind is held against: time must not grow with the square of their number. */
const mostBeside = 60

const getSides = derived((dataset: Dataset) => constants((language: Language) => createSides(dataset, language)))

/** Contrasts by what calls their first side, those that an indicator's names have, and the phrases in these names. */
function createSides({ indicators }: Dataset, language: Language) {
  // A ratio and its target are no two sides.
  const all = [...indicators.values()].filter((one) => !namedAim(one)(language))
  const kinds = [...groupBy(all, ({ unit, partOf }) => `${unit} ${partOf}`).values()]
  const pairs = kinds.flatMap((alike) =>
    alike.flatMap((one, at) =>
      alike.slice(at + 1, at + 1 + mostBeside).flatMap((other) => contrast(one, other, language)),
    ),
  )
  const byCalled = groupBy(pairs, ([{ called }]) => called)
  const phrasesOf = constants((id: string): ReadonlySet<string> => {
    const { label, short } = indicators.get(id) ?? {}
    return new Set([label, short].flatMap((text) => [...runsIn(getTokens(text?.[language] ?? ''))]))
  })
  const contrastsOf = constants((id: string): readonly Contrast[] =>
    [...phrasesOf(id)].flatMap((phrase) => byCalled.get(phrase) ?? []),
  )
  return { byCalled, contrastsOf, phrasesOf }
}

/** Each run of words of a name, as stems. A name is held against many others. */
const runsIn = derived((tokens: readonly Token[]): ReadonlySet<string> => {
  const stems = tokens.map(({ stem }) => stem)
  return new Set(
    stems.flatMap((_, from) => stems.slice(from).map((_, at) => stems.slice(from, from + at + 1).join(' '))),
  )
})

/** Two of one kind that are called alike but for a few words, from each side. */
function contrast(one: Indicator, other: Indicator, language: Language): Contrast[] {
  const labels = difference(one.label, other.label, language)
  if (!labels) return []
  const definitions = difference(one.definition, other.definition, language)
  const side = (indicator: Indicator, at: 0 | 1): Side => ({
    indicator,
    called: labels[at][0] ?? '',
    said: [...labels[at], ...(definitions?.[at] ?? [])],
  })
  const [a, b] = [side(one, 0), side(other, 1)]
  return [
    [a, b],
    [b, a],
  ]
}

/** The words in which two texts differ whose ends are alike for half of them, between small words: towns, cities. */
function difference(a: LocalText | undefined, b: LocalText | undefined, language: Language) {
  const [one, other] = [getTokens(a?.[language] ?? ''), getTokens(b?.[language] ?? '')]
  const least = Math.min(one.length, other.length)
  const isAlike = (at: number) => one.at(at)?.stem === other.at(at)?.stem
  let start = 0
  while (start < least && isAlike(start)) start++
  let end = 0
  while (end < least - start && isAlike(-1 - end)) end++
  if (start + end < least / 2) return undefined
  // Retail sales volumes, the value of retail sales: what both say tells neither apart.
  const runs = [one, other].map(runsIn)
  const [own, others] = [one, other].map((tokens, at) =>
    phrasesIn(tokens.slice(start, tokens.length - end), language).filter((phrase) => !runs[1 - at]?.has(phrase)),
  )
  return own?.length && others?.length ? ([own, others] as const) : undefined
}

/** The words between small words and signs, as stems; a Chinese character alone is none. */
function phrasesIn(tokens: readonly Token[], language: Language): string[] {
  const words = tokens.map(({ text, stem }) => (/^\p{L}/u.test(text) && !isSmall(text, language) ? stem : ','))
  const phrases = words.join(' ').split(/[ ,]*,[ ,]*/)
  return phrases.filter((phrase) => phrase.length > (language === 'zh' ? 1 : 0))
}
