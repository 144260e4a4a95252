import { observationKey } from '../../dataset/figure/reference.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { basesIn } from '../words/bases.ts'
import { findCategories, findLists, findNames } from '../words/names.ts'
import { readWords } from '../words/read-words.ts'
import { getLists } from '../words/readings/word-claims.ts'
import { getTokens, type Token, textAt } from '../words/tokens.ts'
import { getWays, isKnownFrom, readWaySaid } from '../words/way-said.ts'
import { isApart, ofNames } from './check-ways.ts'
import type { HeldWay } from './hold-most.ts'
import { holdShares } from './hold-shares.ts'
import type { Head } from './read-heads.ts'
import type { Lead, LedItem } from './read-leads.ts'

const where = 'the words above say'

/** Words above lists as heads: of each item if they are only a name or time, of all for an order or base in them. */
export function leadHeads(leads: readonly Lead[], dataset: Dataset, locale: Locale): Head[] {
  const language = locale.primary
  return leads.flatMap(({ text, place, items }) => {
    const firsts = items.flatMap(({ figures: [first] }) => first?.observation ?? [])
    const getOrders = () => [{ figures: firsts, names: items.map((item) => item.text) }]
    const unbased = items.filter((item) => basesIn(language)(item.text).length === 0)
    const changes = getFigures(unbased).filter(({ measure }) => measure !== 'value')
    const isBare = isKnownFrom(0, text, getTokens(text), [], dataset, language)
    const own = items.filter((item) => isBare && !namesOther(item, text, dataset, language))
    return [
      { where, text, place, figures: firsts, getOrders },
      { where, text, place, figures: changes },
      ...own.map((item) => ({
        where,
        text,
        place: item.place,
        figures: getFigures([item]),
        isTitle: true,
        isOverText: true,
      })),
    ]
  })
}

/** Whether an item names another category, thing or time than what it stands under does. */
function namesOther({ text }: LedItem, lead: string, dataset: Dataset, language: Language): boolean {
  const kinds = (said: string) => {
    const tokens = getTokens(said)
    return [
      ...findCategories(tokens, dataset, language).map(({ dimension }) => dimension),
      ...(findNames(tokens, dataset, language).length > 0 ? ['indicator'] : []),
      ...(readNumbers(said, language).some(({ kind }) => kind === 'date') ? ['time'] : []),
    ]
  }
  const own = kinds(lead)
  return kinds(text).some((kind) => own.includes(kind))
}

/** What words above a list say of each of its items, or of their order: which way they went, which are the largest. */
export function holdLeads(leads: readonly Lead[], dataset: Dataset, locale: Locale): HeldWay[] {
  const language = locale.primary
  return leads.flatMap((lead) => [
    ...leadWays(lead, dataset, language),
    ...leadRanks(lead, dataset, language),
    ...holdShares({ ...lead, where, figures: getFigures(lead.items) }, dataset, locale),
  ])
}

function getFigures(items: readonly LedItem[]): Observation[] {
  return items.flatMap(({ figures }) => figures.map(({ observation }) => observation))
}

function leadWays({ text, place, items, isHeading }: Lead, dataset: Dataset, language: Language): HeldWay[] {
  const tokens = getTokens(text)
  // Landings rose, above the landings of each region.
  const isOfWhole =
    isHeading && findNames(tokens, dataset, language).length > 0 && findLists(tokens, dataset, language).length === 0
  const words = readWords(tokens, language)
  const said = readWaySaid(text, tokens, words, dataset, language)
  // In Chinese what moved follows: 下降的品种.
  const isAll = said && (language === 'zh' || isKnownFrom(said.word.end, text, tokens, words, dataset, language))
  if (!isAll) return []
  const { way, word } = said
  const held = items.flatMap((item) => {
    const figure = getMoved(item, tokens, dataset, language)
    const isName = figure && isApart(figure, tokens[word.first], dataset, language)
    const isPart = isOfWhole && Object.keys(figure?.categories ?? {}).length > 0
    const went = figure && !isName && !isPart ? getWays([figure], dataset) : []
    return figure && went.length > 0 ? [{ figure, item, isTrue: went.every((one) => one === way) }] : []
  })
  const own = textAt(text, tokens, word)
  const areTrue = held.length > 0 && held.length === items.length && held.every(({ isTrue }) => isTrue)
  return [
    ...(areTrue ? [{ place, word: own, isTrue: true }] : []),
    ...held.flatMap(({ figure, item, isTrue }) =>
      isTrue ? [] : [{ place: item.place, word: own, where, isTrue: false, found: `it is not so of ${figure.key}` }],
    ),
  ]
}

/** The figure of an item that moved: its first, of now and of what the words above name, if it says no other move. */
function getMoved(
  item: LedItem,
  lead: readonly Token[],
  dataset: Dataset,
  language: Language,
): Observation | undefined {
  const [first] = item.figures
  if (!first || readWords(getTokens(item.text), language).some(({ meaning }) => meaning !== 'verb')) return undefined
  const [figure] = ofNames([first.observation], lead, dataset, language)
  return figure?.period === dataset.report.period ? figure : undefined
}

const sides: Readonly<Partial<Record<Meaning, 1 | -1>>> = { largest: 1, fastest: 1, smallest: -1, slowest: -1 }

/** The largest or smallest of a kind, held to the first of all of that kind; of numbered lists in their order. */
function leadRanks({ text, place, items, isNumbered }: Lead, dataset: Dataset, language: Language): HeldWay[] {
  const tokens = getTokens(text)
  const words = readWords(tokens, language)
  const [word, ...others] = words.filter(({ meaning }) => meaning !== 'verb' && meaning !== 'up')
  const side = word && sides[word.meaning]
  const figures = items.flatMap(({ figures: [first] }) => first?.observation ?? [])
  const [first] = figures
  // The largest differences are of something else.
  const isOfKind = word && isKnownFrom(word.end, text, tokens, words, dataset, language)
  if (!first || !word || !side || !isOfKind || others.length > 0 || figures.length < Math.max(2, items.length))
    return []
  const isPace = word.meaning === 'fastest' || word.meaning === 'slowest'
  const isAlike = ({ measure, period }: Observation) => measure === first.measure && period === first.period
  if (!figures.every(isAlike) || (isPace && first.measure !== 'rate')) return []
  const lists = getLists(first, [], dataset).map((list) => list.split(' '))
  const list = lists.find((ids) => figures.every(({ series }) => ids.includes(series))) ?? []
  const all = list.flatMap((id) => dataset.observations.get(observationKey(id, first.measure, first.period)) ?? [])
  if (all.length < figures.length) return []
  // The largest falls are the lowest changes.
  const way = figures.every(({ quantity }) => quantity.value.isNegative()) ? -side : side
  const inOrder = (some: readonly Observation[]) =>
    some.toSorted((a, b) => b.quantity.value.cmp(a.quantity.value) * way).slice(0, figures.length)
  const said = isNumbered ? figures : inOrder(figures)
  const isTrue = inOrder(all).every(({ quantity }, at) => said[at]?.quantity.value.eq(quantity.value))
  const keys = inOrder(all).map(({ key }) => key)
  return [{ place, word: textAt(text, tokens, word), where, isTrue, found: `in order they are ${keys.join(', ')}` }]
}
