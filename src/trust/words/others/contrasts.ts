import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Indicator, LocalText } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { isParticle } from '../particles.ts'
import { isSmall } from '../read-words.ts'
import { figureAt, figuresIn, observationsAt, type Sentence } from '../sentences.ts'
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

/** Figures of one of two parts of a whole where the sentence says the other, and nothing says the one: urban China accounts for {the rural share}. */
export function contrastedFigures(sentence: Sentence): Misnamed[] {
  const { dataset, language, tokens, clauseOf, words } = sentence
  const contrasts = contrastsOf(dataset)(language)
  if (contrasts.length === 0) return []
  const isOf = (indicator: string, { called }: Side) => isCalled(indicator, called, sentence)
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    // Towns and cities: {it}.
    const label = /^[:：]$/.test(tokens[index - 1]?.text ?? '') ? clauseOf[index - 1] : undefined
    const isHere = (at: number) => clauseOf[at] === clauseOf[index] || clauseOf[at] === label
    if (!figure || words.some(({ meaning, first }) => comparing.test(meaning) && isHere(first))) return []
    const here = tokens.map(({ stem }, at) => (isHere(at) ? stem : ''))
    return contrasts
      .filter(
        ([one, other]) =>
          isOf(figure.indicator, one) &&
          !isSaid(one, tokens) &&
          !observationsAt(sentence).some(({ indicator }) => isOf(indicator, other)) &&
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

/** Figures of a whole that are said to be of one of its sides, of which there is a figure too: {internet penetration} of rural residents. */
export function wholesOfSides(sentence: Sentence): Misnamed[] {
  const { dataset, language, tokens } = sentence
  const sides = contrastsOf(dataset)(language).map(([side]) => side)
  const stems = tokens.map(({ stem }) => stem)
  return figuresIn(sentence).flatMap((index) => {
    const own = dataset.indicators.get(figureAt(sentence, index)?.observation.indicator ?? '')
    const figure = figureAt(sentence, index)?.observation
    if (!own || !figure || !isParticle('part-of', index + 1, sentence)) return []
    const side = sides.find(
      ({ indicator, called }) =>
        indicator.unit === own.unit &&
        findPhrase(called, stems.slice(index + 2, index + 5)) === 0 &&
        isWholeOf(own, indicator, called, language),
    )
    return side
      ? [{ first: index + 2, end: index + 2 + side.called.split(' ').length, figure, named: side.indicator.id }]
      : []
  })
}

/** Whether one is called as the other is but for its side: Internet penetration rate, Rural internet penetration rate. */
function isWholeOf(whole: Indicator, { label }: Indicator, called: string, language: Language): boolean {
  const [one, other] = [whole.label, label].map((text) => getTokens(text[language] ?? '').map(({ stem }) => stem))
  return other?.join(' ').replace(called, '').trim().replace(/ {2,}/, ' ') === one?.join(' ')
}

/** Whether a sentence says which of two parts of a whole a figure is of, in whatever words: the cities gained {the urban increase}. */
export function saysSideOf(indicator: string, sentence: Sentence): boolean {
  const contrasts = contrastsOf(sentence.dataset)(sentence.language)
  return contrasts.some(([one]) => isCalled(indicator, one.called, sentence) && isSaid(one, sentence.tokens))
}

function isSaid({ said }: Side, tokens: readonly Token[]): boolean {
  const stems = tokens.map(({ stem }) => stem)
  return said.some((phrase) => findPhrase(phrase, stems) >= 0)
}

/** Whether the names of an indicator have a phrase. */
function isCalled(indicator: string, phrase: string, { dataset, language }: Sentence): boolean {
  const own = dataset.indicators.get(indicator)
  const names = [own?.label, own?.short].map((text) => text?.[language] ?? '').join('. ')
  return (
    findPhrase(
      phrase,
      getTokens(names).map(({ stem }) => stem),
    ) >= 0
  )
}

const comparing = /^(?:than|above|below|more|less|not|open)$/
const apart = ['except', 'left-out', 'not-next', 'none'] as const

/** Where a phrase begins among stems; −1 where it does not stand there. */
function findPhrase(phrase: string, stems: readonly string[]): number {
  const words = phrase.split(' ')
  return phrase === '' ? -1 : stems.findIndex((_, at) => words.every((word, next) => stems[at + next] === word))
}

/** Whether two are together no more than what both are parts, or shares, of. */
function areParts(one: Indicator, other: Indicator, dataset: Dataset): boolean {
  const levelOf = (id: string) => findObservation(dataset, id)?.quantity.value
  const [a, b] = [levelOf(one.id), levelOf(other.id)]
  const [own, others] = [one, other].map(({ denominator }) => JSON.stringify(denominator))
  const isShare = own !== undefined && own === others && one.unit === 'percent'
  const whole = one.partOf === undefined ? (isShare ? 100 : undefined) : levelOf(one.partOf)
  return a !== undefined && b !== undefined && whole !== undefined && a.plus(b).lte(whole)
}

const contrastsOf = derived((dataset: Dataset) =>
  constants((language: Language): Contrast[] => {
    const all = [...dataset.indicators.values()]
    return all.flatMap((one) => all.flatMap((other) => contrast(one, other, language)))
  }),
)

/** Two of one kind that are called alike but for a few words. */
function contrast(one: Indicator, other: Indicator, language: Language): Contrast[] {
  const isPair = one !== other && one.unit === other.unit && one.partOf === other.partOf
  const labels = isPair ? difference(one.label, other.label, language) : undefined
  if (!labels) return []
  const definitions = difference(one.definition, other.definition, language)
  const side = (indicator: Indicator, at: 0 | 1): Side => ({
    indicator,
    called: labels[at][0] ?? '',
    said: [...labels[at], ...(definitions?.[at] ?? [])],
  })
  return [[side(one, 0), side(other, 1)]]
}

/** In which words two texts differ of which a half is alike at the beginning and end, between small words: towns, cities; countryside. */
function difference(a: LocalText | undefined, b: LocalText | undefined, language: Language) {
  const [one, other] = [a, b].map((text) => getTokens(text?.[language] ?? '')) as [readonly Token[], readonly Token[]]
  const shared = sharedStart(one, other)
  const rest = [one, other].map((tokens) => tokens.slice(shared).toReversed()) as [Token[], Token[]]
  const end = sharedStart(...rest)
  const [own, others] = rest.map((tokens) => phrasesIn(tokens.slice(end).toReversed(), language)) as [
    string[],
    string[],
  ]
  const isAlike = shared + end >= Math.min(one.length, other.length) / 2
  return isAlike && own.length > 0 && others.length > 0 ? ([own, others] as const) : undefined
}

function sharedStart(one: readonly Token[], other: readonly Token[]): number {
  const at = one.findIndex(({ stem }, index) => stem !== other[index]?.stem)
  return at < 0 ? one.length : at
}

/** The words between small words and signs, as stems; a Chinese character alone is none. */
function phrasesIn(tokens: readonly Token[], language: Language): string[] {
  const words = tokens.map(({ text, stem }) => (/^\p{L}/u.test(text) && !isSmall(text, language) ? stem : ','))
  const phrases = words.join(' ').split(/[ ,]*,[ ,]*/)
  return phrases.filter((phrase) => phrase.length > (language === 'zh' ? 1 : 0))
}
