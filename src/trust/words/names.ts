import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Indicator, LocalText, Observation } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants, derived } from '../../memory/derived.ts'
import { addPhrase, createPhrases, findPhrases, type PhraseTree } from './phrases.ts'
import { entries, isSmall, splitForms } from './read-words.ts'
import { getTokens, type Token } from './tokens.ts'

/** An indicator or list named in a text, by its tokens. */
export interface Name {
  /** The indicators that are called so; of a category none. */
  indicators: readonly string[]
  /** The category that is called so. */
  category?: { dimension: string; category: string } | undefined
  /** The dimension that is called so, of a list. */
  dimension?: string | undefined
  first: number
  end: number
}

/** A category named in a text, by its tokens. */
export interface NamedCategory extends Category {
  /** Of several dimensions, where each has a category that is called so. */
  all: readonly Category[]
  first: number
  end: number
}

interface Category {
  dimension: string
  category: string
}

interface NameIndex {
  parts: PhraseTree<Pick<Name, 'indicators' | 'category'>>
  /** Of the parts of a whole, by its id. */
  siblings: ReadonlyMap<string, NameIndex['parts']>
  categories: PhraseTree<readonly [Category, ...Category[]]>
  tree: PhraseTree<{ indicators: string[] }>
  /** Of each word of names, the indicators that are called by it. */
  words: ReadonlyMap<string, readonly string[]>
  lists: PhraseTree<Pick<Name, 'indicators' | 'dimension'>>
  joint: PhraseTree<readonly [string, string]>
}

/** The indicators that a text names by label, short label or synonym. */
export function findNames(tokens: readonly Token[], dataset: Dataset, language: Language): Name[] {
  const { tree, joint } = indexes(dataset)(language)
  const whole = findPhrases(tree, tokens)
  const isNew = ({ first, end }: { first: number; end: number }) =>
    !whole.some((one) => one.first < end && first < one.end)
  const ofTwo = findPhrases(joint, tokens)
    .filter(isNew)
    .flatMap(({ value: [a, b], first, end }) => [
      { value: { indicators: [a] }, first, end: first + 1 },
      { value: { indicators: [b] }, first: first + 1, end },
    ])
  // Public and private sector rates: the public sector too.
  const ands = entries(lexicons[language].particles.and)
  const ofFirst = whole.flatMap(({ first, end }) => {
    const joined = [...tokens.slice(first - 2, first - 1), ...tokens.slice(first + 1, end)]
    const isJoined = first > 1 && end - first > 1 && ands.includes(tokens[first - 1]?.text ?? '')
    const [one] = isJoined ? findPhrases(tree, joined) : []
    const isNamed = one?.first === 0 && one.end === joined.length && isNew({ first: first - 2, end: first - 1 })
    return isNamed ? [{ value: one.value, first: first - 2, end: first - 1 }] : []
  })
  const found = [...whole, ...ofTwo, ...ofFirst].toSorted((a, b) => a.first - b.first)
  const isNamed = (at: number) => found.some(({ end }) => end === at)
  // 商品及服务价格: no 服务价格.
  const isPart = ({ first }: { first: number }) =>
    tokens[first - 1]?.text === '及' && !/[不以]/.test(tokens[first - 2]?.text ?? '不') && !isNamed(first - 1)
  return found.filter((one) => !isPart(one)).map(({ value, first, end }) => ({ ...value, first, end }))
}

/** The categories of dimensions that a text names by their labels. */
export function findCategories(tokens: readonly Token[], dataset: Dataset, language: Language): NamedCategory[] {
  const { categories } = indexes(dataset)(language)
  return findPhrases(categories, tokens).map(({ value, first, end }) => ({ ...value[0], all: value, first, end }))
}

/** The lists and dimensions that a text names: branches, districts. */
export function findLists(tokens: readonly Token[], dataset: Dataset, language: Language): Name[] {
  return findPhrases(indexes(dataset)(language).lists, tokens).map(({ value, first, end }) => ({
    ...value,
    first,
    end,
  }))
}

/**
 * Names by a part that no other has: castles, of Castle visits; the Royal, of the Royal Infirmary;
 * beside a figure of food exports chemicals, of Exports of chemicals.
 */
export function findParts(tokens: readonly Token[], dataset: Dataset, language: Language): Name[] {
  const { parts, siblings } = indexes(dataset)(language)
  const wholes = tokens.map(({ figure }) => dataset.indicators.get(figure?.observation.indicator ?? '')?.partOf ?? '')
  const own = [...new Set(wholes)].flatMap((whole) => siblings.get(whole) ?? [])
  const found = [parts, ...own].map((tree) => findPhrases(tree, tokens))
  const [everywhere = [], ...beside] = found
  const isNew = ({ first }: { first: number }) => !everywhere.some((one) => one.first === first)
  return [...everywhere, ...beside.flat().filter(isNew)]
    .map(({ value, first, end }) => ({ ...value, first, end }))
    .filter(({ first, category }) => !category || tokens[first]?.isCapital)
}

/** The series of named categories, of given indicators or the one so broken down: {cargo[home]}, more than abroad. */
export function seriesOfCategories(
  ids: ReadonlySet<string>,
  named: readonly Name[],
  { indicators }: Dataset,
): string[] {
  return named.flatMap(({ category }) => {
    const broken = [...indicators.values()].filter(({ dimensions }) => dimensions.includes(category?.dimension ?? ''))
    const meant = broken.filter(({ id }) => ids.has(id))
    const of = meant.length > 0 || broken.length > 1 ? meant : broken
    return category ? of.map(({ id }) => `${id}[${category.category}]`) : []
  })
}

/** Of each word of a text the indicators that have it in their names. */
export function indicatorsByWord(tokens: readonly Token[], dataset: Dataset, language: Language) {
  const { words } = indexes(dataset)(language)
  // Gesamtaufwand, of Aufwand.
  const getEnds = (text: string) => Array.from({ length: Math.max(0, text.length - 5) }, (_, at) => text.slice(at + 1))
  const isCompound = ({ isCapital }: Token) => isCapital && lexicons[language].hasCapitalNouns === true
  return tokens.map((token) => {
    if (token.text.length <= 3 || !/\p{L}/u.test(token.text)) return []
    const own = words.get(token.stem)
    return own ?? (isCompound(token) ? getEnds(token.stem).flatMap((end) => words.get(end) ?? []) : [])
  })
}

/** The words that an indicator is called by, in a language, but for those that tell nothing apart. */
export function nameWords(indicator: Indicator, language: Language): readonly string[] {
  return wordsOfNames(tellingNames(indicator, language))
}

const wordsOfNames = derived((names: readonly (readonly string[])[]): readonly string[] => names.flat())

/** Of each name of an indicator, in a language, the words but for those that tell nothing apart. */
export function tellingNames(indicator: Indicator, language: Language): readonly (readonly string[])[] {
  return getTelling(indicator)(language)
}

const getTelling = derived((indicator: Indicator) =>
  constants((language: Language) => getNames(indicator, language).map((name) => tellingWords(name, language))),
)

/** The words of a name, but for those that tell nothing apart. */
export function tellingWords(name: string, language: Language): string[] {
  return getTokens(name).flatMap(({ text, stem }) => (isSmall(text, language) ? [] : [stem]))
}

const indexes = derived((dataset: Dataset) => constants((language: Language) => createIndex(dataset, language)))

/** What all things of a dataset are called, in all its languages, each with its id: indicators, categories, people. */
export function namesIn({ indicators, dimensions, speakers }: Dataset): (readonly [name: string, of: string])[] {
  const categories = [...dimensions.values()].flatMap((dimension) => [...dimension.categories.values()])
  const texts = (text: LocalText | undefined) => Object.values(text ?? {}).flatMap(entries)
  const things = [
    ...[...indicators.values()].map(({ id, label, short, said }) => ({ id, named: [label, short, said] })),
    ...categories.map(({ id, label, short, said }) => ({ id, named: [label, short, said] })),
    ...[...dimensions.values()].map(({ id, total }) => ({ id, named: [total] })),
  ]
  return [
    ...things.flatMap(({ id, named }) => named.flatMap(texts).map((name) => [name, id] as const)),
    ...[...speakers.values()].flatMap(({ id, name }) => namesOfPerson(name).map((one) => [one, id] as const)),
  ]
}

function namesOfPerson(name: string | LocalText): string[] {
  return typeof name === 'string' ? [name] : Object.values(name)
}

function createIndex({ indicators, lists, dimensions }: Dataset, language: Language): NameIndex {
  const tree = createPhrases<{ indicators: string[] }>()
  for (const indicator of indicators.values()) {
    for (const phrase of getNames(indicator, language).flatMap((name) => declined(name, language))) {
      const [same] = findPhrases(tree, getTokens(phrase)).filter(({ end }) => end === getTokens(phrase).length)
      if (same && same.first === 0) same.value.indicators = [...new Set([...same.value.indicators, indicator.id])]
      else addPhrase(tree, phrase, { indicators: [indicator.id] })
    }
  }
  const named: NameIndex['lists'] = createPhrases()
  for (const { id, label, categories } of dimensions.values())
    for (const phrase of [
      id,
      ...wordsIn(label, language).flatMap((name) => plurals(name, language)),
      ...wordsIn(label, language).flatMap((name) => getHead(name, language)),
      ...wordsIn(label, language).flatMap(getTypes),
      ...countedEndings(
        [...categories.values()].map((one) => one.label.zh ?? ''),
        language,
      ),
      ...(language === 'zh' ? countedTails(label.zh ?? '', [...categories.values()]) : []),
    ])
      addPhrase(named, phrase, { indicators: [], dimension: id })
  for (const [id, members] of lists) addPhrase(named, id.replaceAll('-', ' '), { indicators: [...members] })
  const called = [...indicators.values()].flatMap((indicator) =>
    nameWords(indicator, language).map((word) => ({ word, id: indicator.id })),
  )
  return {
    tree,
    words: new Map([...groupBy(called, ({ word }) => word)].map(([word, all]) => [word, all.map(({ id }) => id)])),
    lists: named,
    joint: language === 'zh' ? jointTree(indicators) : createPhrases(),
    categories: categoryTree(dimensions, language),
    parts: partTree({ indicators, dimensions }, language),
    siblings: new Map(
      [...groupBy(indicators, ([, { partOf = '' }]) => partOf)].map(([whole, parts]) => [
        whole,
        partTree({ indicators: new Map(whole === '' ? [] : parts), dimensions: new Map() }, language),
      ]),
    ),
  }
}

/** Reason, of Reason for complaint; where adjectives follow their nouns comunidad, of Comunidad autónoma. */
function getHead(name: string, language: Language): string[] {
  const tokens = getTokens(name)
  const small = tokens.findIndex(({ text }) => isSmall(text, language))
  const at = small < 0 && tokens.length > 1 && lexicons[language].isNounFirst ? 1 : small
  return at > 0 && lexicons[language].hasCapitalNouns !== true ? [name.slice(0, tokens[at - 1]?.end)] : []
}

/** Types of station, of Station type. */
function getTypes(name: string): string[] {
  const [, noun] = /^(\p{L}[\p{L} -]*) (?:type|kind|category|class)$/iu.exec(name) ?? []
  return noun === undefined ? [] : [`types of ${noun}`]
}

/** 产销 and 产销量 of 产量 and 销量, 存贷款 of 存款 and 贷款: two things in one word. */
function jointTree(indicators: Dataset['indicators']): NameIndex['joint'] {
  const tree: NameIndex['joint'] = createPhrases()
  const short = [...indicators.values()].flatMap((one) =>
    getNames(one, 'zh').flatMap((name) => (name.length === 2 ? [{ id: one.id, name }] : [])),
  )
  for (const a of short)
    for (const b of short) {
      const [first, last] = a.name
      if (a.id === b.id || last !== b.name[1]) continue
      for (const said of [`${first}${b.name}`, `${first}${b.name[0]}`]) addPhrase(tree, said, [a.id, b.id])
    }
  return tree
}

/** 四市 and 各市, of four names that end with 市. */
function countedEndings(names: readonly string[], language: Language): string[] {
  const [ending, ...others] = new Set(names.map((name) => name.slice(-1)))
  const count = splitForms(lexicons.zh.numerals)[names.length - 1]
  if (language !== 'zh' || !ending || others.length > 0 || names.length < 2) return []
  return ['各', '各个', ...(count === undefined ? [] : [count, `${count}个`])].map((before) => before + ending)
}

/** 各品类 of 货物品类, 五种业态 of 零售业态, 三类列车 of 列车类型: what things are broken down by, said in short of all of them. */
function countedTails(label: string, categories: readonly { residual?: boolean | undefined }[]): string[] {
  const [, head = '', tail = ''] = /^(\p{Script=Han}{2,})(\p{Script=Han}{2})$/u.exec(label) ?? []
  const names = [tail, ...(/^(?:类型|类别|种类)$/.test(tail) ? [head] : [])].filter((name) => name !== '')
  const numerals = splitForms(lexicons.zh.numerals)
  const counts = [categories, categories.filter(({ residual }) => residual !== true)].flatMap(
    ({ length }) => numerals[length - 1] ?? [],
  )
  const measured = ['', '个', '种', '类', '大', '项'].flatMap((measure) =>
    ['各', ...counts].map((before) => before + measure),
  )
  return names.flatMap((name) => measured.map((before) => before + name))
}

/** A noun and its forms where stems do not tell them: Bezirk, Bezirke, Bezirken, Länder, Städten; 省份, 各省. */
function plurals(name: string, language: Language): string[] {
  if (language === 'zh') return [name, ...(/^.(?=[份区类级]$)/u.exec(name) ?? []).map((first) => `各${first}`)]
  if (!lexicons[language].hasCapitalNouns) return [name]
  const changed = name.replace(/(a|o|u|A|O|U)(?=u?[^aeiouäöüy]*$)/u, (vowel) => `${vowel}\u0308`.normalize('NFC'))
  return [name, changed].flatMap((one) => ['', 'e', 'en', 'n', 'er', 'ern'].map((ending) => `${one}${ending}`))
}

/** The same of a plural, with an adjective before it or without: Ländliche Kreise, in ländlichen Kreisen, Männern. */
function cases(name: string, language: Language): string[] {
  if (!lexicons[language].hasCapitalNouns) return [name]
  const [, stem, noun] = /^(\p{L}{3,})e[nmrs]? (\p{L}+)$/u.exec(name) ?? []
  const nouns = ['', 'n', 'en'].map((ending) => `${noun ?? name}${ending}`)
  return stem ? ['e', 'en', 'em', 'er', 'es'].flatMap((own) => nouns.map((one) => `${stem}${own} ${one}`)) : nouns
}

/** Beschäftigte, die Beschäftigten: a participle as a noun. */
function declined(name: string, language: Language): string[] {
  return lexicons[language].hasCapitalNouns && /^\p{Lu}\p{L}+(?:te|nde|ne)$/u.test(name) ? [name, `${name}n`] : [name]
}

/** Of names that share words within a unit or dimension, the one word, or Chinese beginning, that is theirs alone. */
function partTree({ indicators, dimensions }: Pick<Dataset, 'indicators' | 'dimensions'>, language: Language) {
  const ofIndicators = [...indicators.values()].map(({ id, label, unit }) => ({
    kind: unit,
    label: label[language] ?? '',
    value: { indicators: [id] },
  }))
  const ofCategories = [...dimensions.values()].flatMap(({ id: dimension, categories }) =>
    [...categories.values()].map(({ id: category, label }) => ({
      kind: dimension,
      label: label[language] ?? '',
      value: { indicators: [], category: { dimension, category } },
    })),
  )
  const ofKind = groupBy([...ofIndicators, ...ofCategories], ({ kind }) => kind)
  const all = [...ofKind.values()].flatMap((alike) => {
    const wordsOf =
      language === 'zh'
        ? partsByEnding(alike.map(({ label }) => label))
        : (name: string) => tellingWords(name, language)
    return alike.map((one) => ({ ...one, words: [...new Set(wordsOf(one.label))] }))
  })
  const byWord = groupBy(
    all.flatMap((one) => one.words.map((word) => ({ word, one }))),
    ({ word }) => word,
  )
  const tree: NameIndex['parts'] = createPhrases()
  for (const one of all) {
    const own = one.words.filter((word) => byWord.get(word)?.length === 1)
    // The rarest word first: few others have it.
    const others = (word: string) => byWord.get(word) ?? []
    const shared = one.words
      .filter((word) => !own.includes(word))
      .toSorted((a, b) => others(a).length - others(b).length)
    const isAlike = others(shared[0] ?? '').some(
      ({ one: other }) =>
        other !== one && other.kind === one.kind && shared.every((word) => other.words.includes(word)),
    )
    const said = ownPhrase(one.label, own)
    if (said.length > 1 && isAlike) addPhrase(tree, said, one.value)
  }
  return tree
}

/** A label from the first of its own words to the last: negligence or accident, of Fires by negligence or accident. */
function ownPhrase(label: string, own: readonly string[]): string {
  const tokens = getTokens(label)
  const isOwn = ({ stem }: Token) => own.includes(stem)
  const [first, last] = [tokens.find(isOwn), tokens.findLast(isOwn)]
  return first && last ? label.slice(first.start, last.end) : own.join('')
}

/** Of Chinese names of a kind, the two parts of one that ends as others do: 国际, 快递业务量. */
function partsByEnding(names: readonly string[]): (name: string) => readonly string[] {
  const endings = new Map<string, number>()
  const getEndings = (name: string) => [...name].map((_, at) => name.slice(at)).filter((ending) => ending.length >= 2)
  for (const ending of names.flatMap(getEndings)) endings.set(ending, (endings.get(ending) ?? 0) + 1)
  return (name) => {
    const shared = getEndings(name.slice(2)).find((ending) => (endings.get(ending) ?? 0) > 1)
    return shared === undefined ? [name] : [name.slice(0, -shared.length), shared]
  }
}

function categoryTree(dimensions: Dataset['dimensions'], language: Language): NameIndex['categories'] {
  const all = [...dimensions.values()].flatMap(({ id: dimension, categories }) => {
    const ones = [...categories.values()]
    const nouns = ones.map(({ label }) => lastWord(label[language]))
    return ones.map((one) => ({
      one: { dimension, category: one.id },
      labels: [...getNames(one, language), ...shortened(one.label[language], nouns, language)],
    }))
  })
  const labels = new Set(all.flatMap((category) => category.labels.map((label) => label.toLowerCase())))
  const named = all.flatMap((category) => {
    const said = category.labels.flatMap((label) => groupsSaid(label, language))
    const names = [...category.labels, ...said.filter((name) => !labels.has(name.toLowerCase()))]
    const phrases = new Set(names.flatMap((name) => cases(name, language)))
    return [...phrases].map((phrase) => ({ phrase, one: category.one }))
  })
  const tree: NameIndex['categories'] = createPhrases()
  for (const [phrase, [first, ...others]] of groupBy(named, ({ phrase }) => phrase.toLowerCase()))
    addPhrase(tree, phrase, [first.one, ...others.map(({ one }) => one)])
  return tree
}

/** Variable ones, of Variable tariffs beside Fixed tariffs. */
function shortened(label: string | undefined, nouns: readonly string[], language: Language): string[] {
  const noun = lastWord(label)
  const isShared = noun !== '' && nouns.filter((one) => one === noun).length > 1
  return language === 'en' && label && isShared ? [`${label.slice(0, -noun.length)}ones`] : []
}

function lastWord(label = ''): string {
  return / \p{L}+$/u.exec(label)?.[0].slice(1) ?? ''
}

/** What sentences call an age group, or women, by its label: the over-65s. */
function groupsSaid(name: string, language: Language): string[] {
  return groupsOf(language).flatMap(({ label, said }) => {
    const found = label.exec(name)
    const [from = '', to = ''] = found?.[0].match(/\d+/g) ?? []
    const word = splitForms(lexicons[language].numerals)[Number(from) - 1] ?? from
    const fill = (form: string) => form.replace('{a}', from).replace('{b}', to).replace('{word}', word)
    return found ? said.map(fill) : []
  })
}

const groupsOf = constants((language: Language) =>
  lexicons[language].groups.map(([labels, said]) => ({
    label: new RegExp(
      entries(labels)
        .map((one) => one.replace(/\{[ab]\}/g, '\\d+'))
        .join('|'),
      'i',
    ),
    said: entries(said),
  })),
)

/** What an indicator or category is called in a language: label, short label, synonyms. */
export function getNames(
  { label, short, said }: Pick<Indicator, 'label' | 'short' | 'said'>,
  language: Language,
): string[] {
  const texts = [label, short, said].flatMap((text) => wordsIn(text, language))
  return [...new Set(texts)].filter((text) => getTokens(text).length > 0)
}

/**
 * What an indicator is a target of: that of its unit of which the name has all its words in that of the target, the one
 * with the most; else the only one that has a word of it: Funding target, of Funding ratio.
 */
export function getTarget(id: string, { indicators }: Dataset, language: Language): string | undefined {
  const own = indicators.get(id)
  const getWords = (one: Indicator) =>
    getNames(one, language).map((name) => tellingWords(name, language).filter((word) => /\p{L}/u.test(word)))
  const aims = own ? getWords(own) : []
  const wordsIn = (one: Indicator) =>
    getWords(one).filter((name) => name.length > 0 && aims.some((aim) => name.every((word) => aim.includes(word))))
  const others = [...indicators.values()].filter((one) => one !== own && one.unit === own?.unit)
  const [of] = others
    .flatMap((one) => wordsIn(one).map((name) => ({ one, name })))
    .toSorted((a, b) => b.name.length - a.name.length)
  if (of || !own || !namedAim(own)(language)) return of?.one.id
  const isKin = (one: Indicator) => getWords(one).some((name) => name.some((word) => aims.flat().includes(word)))
  const [kin, ...more] = others.filter((one) => !namedAim(one)(language) && isKin(one))
  return more.length === 0 ? kin?.id : undefined
}

/** Whether others are held against a figure, by its indicator's name: Target for treatment, 吞吐量计划. */
export function isTarget(figure: Observation, dataset: Dataset, language: Language): boolean {
  return getAim(figure, dataset, language) !== undefined
}

type Aim = 'target' | 'threshold'

export function getAim({ indicator }: Observation, { indicators }: Dataset, language: Language): Aim | undefined {
  const own = indicators.get(indicator)
  return own && namedAim(own)(language)
}

/** The same by an indicator's names. */
export const namedAim = derived((indicator: Indicator) =>
  constants((language: Language): Aim | undefined => {
    const kinds: readonly Aim[] = ['target', 'threshold']
    const named = getNames(indicator, language).map((name) => ({ name, tokens: getTokens(name) }))
    return kinds.find((kind) =>
      entries(lexicons[language].particles[kind]).some((word) =>
        named.some(
          ({ name, tokens }) =>
            // Targets, but not planned; first, last, or before a small word: compliance target for.
            tokens.some(
              ({ text, stem }, at) =>
                (at === 0 || at === tokens.length - 1 || isOfAim(tokens[at + 1]?.text ?? '', language)) &&
                (text === word || (stem === word && text.length - word.length <= 1)),
            ) ||
            (/\p{Script=Han}/u.test(word) && name.includes(word)),
        ),
      ),
    )
  }),
)

/** After target, a small word or what a target may be: target for, target band. */
function isOfAim(text: string, language: Language): boolean {
  return isSmall(text, language) || entries(lexicons[language].particles.band).includes(text)
}

/** Whether half of all are below a figure, by its name. */
export function isMedian(figure: Pick<Observation, 'indicator'>, dataset: Dataset): boolean {
  return isNamedAs('median', figure, dataset)
}

/** Whether the name of a figure, in whatever language, has a part that the lexicon lists. */
export function isNamedAs(
  kind: 'median' | 'minimum' | 'speed',
  { indicator }: Pick<Observation, 'indicator'>,
  { indicators }: Dataset,
): boolean {
  const own = indicators.get(indicator)
  return own !== undefined && isCalledAs(own)(kind)
}

const isCalledAs = derived(({ label, short }: Indicator) =>
  constants((kind: 'median' | 'minimum' | 'speed') =>
    Object.values(lexicons).some(({ particles }) => hasPart([label, short], particles[kind])),
  ),
)

/** Whether a name, in any language, has a part that a text of the lexicon lists: Mitteltemperatur has temperatur. */
export function hasPart(names: readonly (LocalText | undefined)[], parts: string): boolean {
  const all = names.flatMap((name) => Object.values(name ?? {})).map((name) => name.toLowerCase())
  return entries(parts).some((part) => all.some((name) => name.includes(part)))
}

function wordsIn(text: LocalText | undefined, language: Language): readonly string[] {
  const words = text?.[language]
  return words === undefined ? [] : entries(words.replaceAll(';', ','))
}
