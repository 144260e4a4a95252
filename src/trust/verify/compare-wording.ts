import { type Language, languages } from '../../locale/languages.ts'
import { opposites } from '../../locale/words/held.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { once } from '../../memory/derived.ts'
import { addPhrase, createPhrases, findPhrases, type PhraseTree } from '../words/phrases.ts'
import { entries, readWords } from '../words/read-words.ts'
import { getTokens, type Token } from '../words/tokens.ts'
import { differences } from './align.ts'
import { oneSpaced } from './mention-key.ts'

/** How the words of a text differ from those that were built; nothing where only numbers, signs and spaces do. */
export interface Rewording {
  /** The words that went and those that came, as they stand. */
  was: string
  is: string
  /** Why the new words are false where the old ones were true: `“rose” was “fell”`. */
  wrong?: string | undefined
}

/** What things of a report are called, for words that were exchanged: indicators, categories, people. */
export type NameTree = PhraseTree<string>

/** The names of things, each with what it is the name of. */
export function createNames(names: Iterable<readonly [name: string, of: string]>): NameTree {
  const tree = createPhrases<string>()
  for (const [name, of] of names) if (getTokens(name).length > 0) addPhrase(tree, name, of)
  return tree
}

/** Compares the words of a text with those that the build prints in its place. */
export function compareWording(was: string, is: string, names: NameTree): Rewording | undefined {
  const [built, found] = [withoutMarks(was), withoutMarks(is)]
  const [before, after] = [wordTokens(built), wordTokens(found)]
  const key = ({ text }: Token) => text
  // A reader of PDFs drops a space where the direction of writing turns, and parts a word that a line's end parts.
  const letters = (tokens: readonly Token[]) => tokens.map(key).join('')
  const isOther = ({ gone, come }: { gone: Token[]; come: Token[] }) => letters(gone) !== letters(come)
  const parts = differences(before, after, key, key)
    .filter(isOther)
    .map(({ gone, come }) => ({ gone: withoutScales(gone, built), come: withoutScales(come, found) }))
    .filter(isOther)
  const arrows = [was, is].map((text) => text.match(/[▲▼↑↓]/g)?.join(' ') ?? '')
  if (arrows[0] !== arrows[1])
    return { was: arrows[0] ?? '', is: arrows[1] ?? '', wrong: `“${arrows[1]}” was “${arrows[0]}”` }
  // Euros for dollars, whose signs are no words.
  const [, sign] = [was, is].map((text) => text.match(/[$€£¥₹]/g) ?? [])
  const foreign = sign?.find((one) => !was.includes(one))
  if (foreign) return { was: '', is: foreign, wrong: `“${foreign}” came` }
  const [former, base] = [was, is].map(basesSaid)
  const other = base?.find((one) => !former?.includes(one))
  if (other) return { was: former?.[0] ?? '', is: other, wrong: `“${other}” was “${former?.[0] ?? ''}”` }
  if (parts.length === 0) return undefined
  const gone = parts.flatMap((part) => part.gone)
  const come = parts.flatMap((part) => part.come)
  const changed = { gone: new Set(gone), come: new Set(come) }
  const exchangedIn = (tree: NameTree) =>
    exchanged(getNames(before, changed.gone, tree), getNames(after, changed.come, tree))
  const wrong = turned(was, is) ?? exchangedIn(names) ?? exchangedIn(units())
  return { was: sayTokens(gone), is: sayTokens(come), wrong }
}

/** What rates are of: per 100,000, pour 1 000, /10万. */
function basesSaid(text: string): string[] {
  const all = oneSpaced(text).matchAll(/(?:\b(?:per|pour|je|por cada)\s1(?:[,.\s]?0)+|\/10*万?)(?!\d)/giu)
  return [...all].map(([base]) => base)
}

/** Marks of status are raised, and the built text has them apart. */
function withoutMarks(text: string): string {
  return text.replace(/\[\p{L}{1,2}\]/gu, '')
}

function wordTokens(text: string): Token[] {
  return getTokens(text).filter((token) => /^\p{L}/u.test(token.text))
}

/** The words without scales of the numbers before them: 0.6 billion is 600 million and is found as another number. */
function withoutScales(tokens: readonly Token[], text: string): Token[] {
  const isScale = (token: Token) =>
    /\p{Nd}\s?$/u.test(text.slice(0, token.start)) && findPhrases(scales(), [token]).length > 0
  return tokens.filter((token) => !isScale(token))
}

function sayTokens(tokens: readonly Token[]): string {
  return oneSpaced(tokens.map(({ text }) => text).join(' '))
}

/** A word in place of its opposite, another part, multiple or place, or a not that came or went. */
function turned(was: string, is: string): string | undefined {
  for (const language of languages) {
    const [before, after] = [sensesIn(was, language), sensesIn(is, language)]
    const gone = without(before, after)
    const come = without(after, before)
    const nots = [gone, come].map((senses) => senses.filter(({ meaning }) => meaning === 'not').length)
    if (nots[0] !== nots[1])
      return nots[1] ? `“${come.find(({ meaning }) => meaning === 'not')?.text}” came` : 'a “not” went'
    for (const one of come) {
      const other = gone.find((former) => isOpposite(former, one))
      if (other) return `“${one.text}” was “${other.text}”`
    }
  }
  return undefined
}

interface Said {
  meaning: Meaning
  /** Which part, multiple or place it is. */
  of: string
  text: string
}

function sensesIn(text: string, language: Language): Said[] {
  const tokens = getTokens(text)
  return readWords(tokens, language).map(({ meaning, factor, rank, first, end }) => ({
    meaning,
    of: factor ?? String(rank ?? ''),
    text: sayTokens(tokens.slice(first, end)),
  }))
}

/** Those of the first that the second has not, each as often as it stands. */
function without(senses: readonly Said[], others: readonly Said[]): Said[] {
  const left = [...others]
  return senses.filter(({ meaning, of }) => {
    const index = left.findIndex((other) => other.meaning === meaning && other.of === of)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

function isOpposite(a: Said, b: Said): boolean {
  if (a.meaning === b.meaning) return a.of !== b.of && a.of !== ''
  return opposites.some(
    ([one, other]) => (a.meaning === one && b.meaning === other) || (a.meaning === other && b.meaning === one),
  )
}

/** The names in a text that have words which changed: of 公路比例 for 铁路比例 one character did. */
function getNames(tokens: readonly Token[], changed: ReadonlySet<Token>, names: NameTree) {
  return findPhrases(names, tokens).flatMap(({ first, end, value }) => {
    const own = tokens.slice(first, end)
    return own.some((token) => changed.has(token)) ? [{ words: sayTokens(own), of: value }] : []
  })
}

/** A thing of the dataset under the name of another; million for billion, dollars for yuan, months for years. */
function exchanged(before: ReturnType<typeof getNames>, after: typeof before): string | undefined {
  const other = after.find((name) => !before.some(({ of }) => of === name.of))
  const former = before.find((name) => !after.some(({ of }) => of === name.of))
  return other && former && `“${other.words}” was “${former.words}”`
}

const scales = once(() =>
  createNames(
    Object.values(lexicons).flatMap(({ units: { scale = '' } }) => entries(scale).map((word) => [word, word])),
  ),
)

const units = once(() =>
  createNames(
    Object.values(lexicons).flatMap((lexicon) =>
      Object.entries(lexicon.units).flatMap(([id, words]) =>
        entries(words).map((word) => [word, id === 'scale' ? word : id] as const),
      ),
    ),
  ),
)
