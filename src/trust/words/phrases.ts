import { recent } from '../../memory/derived.ts'
import { getStem, getTokens, type Token } from './tokens.ts'

/**
 * Phrases and what each stands for: a tree of tokens. Lexicons have thousands, and a text has the beginnings of few:
 * what follows a word is taken apart where the word is met.
 */
export interface PhraseTree<T> {
  next?: Map<string, PhraseTree<T>>
  /** The same by tokens as they are written. */
  exact?: Map<string, PhraseTree<T>>
  value?: T | undefined
  /** What follows here and was not yet taken apart: an entry of a lexicon, or what tokens are found by. */
  waiting?: { rest: string | readonly string[]; value: T }[] | undefined
}

/** A phrase found: the tokens from `first` up to, not with, `end`. */
export interface FoundPhrase<T> {
  value: T
  first: number
  end: number
}

/** A tree without phrases. */
export function createPhrases<T>(): PhraseTree<T> {
  return {}
}

/** Adds a phrase; the first value that it is given stands. A word with = before it is known only as it is written. */
export function addPhrase<T>(tree: PhraseTree<T>, phrase: string, value: T): void {
  addRest(tree, getKeys(phrase), value)
}

/** Adds each phrase that an entry of a lexicon stands for. */
export function addEntry<T>(tree: PhraseTree<T>, entry: string, value: T): void {
  addRest(tree, entry, value)
}

function addRest<T>(node: PhraseTree<T>, rest: string | readonly string[], value: T): void {
  if (rest.length === 0) {
    node.value ??= value
    return
  }
  node.waiting ??= []
  node.waiting.push({ rest, value })
}

/** A node with what follows it by the next token. */
function opened<T>(node: PhraseTree<T>): PhraseTree<T> {
  const { waiting } = node
  if (!waiting) return node
  node.waiting = undefined
  for (const { rest, value } of waiting) open(node, rest, value)
  return node
}

/** Adds what follows a node below the token that it begins with. */
function open<T>(node: PhraseTree<T>, rest: string | readonly string[], value: T): void {
  if (typeof rest !== 'string') {
    addBelow(node, rest[0] ?? '', rest.slice(1), value)
    return
  }
  const end = rest.indexOf(' ')
  const { as, key, length, hasChoice } = headOf(end < 0 ? rest : rest.slice(0, end))
  const all = hasChoice ? chosen(rest.slice(as.length)) : []
  if (all.length > 1) {
    for (const one of all) open(node, `${as}${one}`, value)
    return
  }
  const next = rest.slice(length).trimStart()
  addBelow(node, key, next && `${as}${next}`, value)
}

function addBelow<T>(node: PhraseTree<T>, key: string, rest: string | readonly string[], value: T): void {
  const isExact = key.length > 1 && key.startsWith('=')
  const following = (isExact ? node.exact : node.next) ?? new Map<string, PhraseTree<T>>()
  node[isExact ? 'exact' : 'next'] = following
  const own = isExact ? key.slice(1) : key
  const next = following.get(own) ?? createPhrases<T>()
  following.set(own, next)
  addRest(next, rest, value)
}

/** What the first token of a word of an entry is found by, and how long it is with its =; many entries begin alike. */
const headOf = recent(5000, (written) => {
  const as = written.startsWith('=') ? '=' : ''
  const word = written.slice(as.length)
  // Most entries are plain words or of one script without spaces.
  const [first = getTokens(word)[0]?.text ?? word] = /^(?:[a-zß-öø-ÿ]+(?![^-])|[\u4e00-\u9fff*#-])/.exec(word) ?? []
  return { as, key: as ? `=${first}` : getStem(first), length: as.length + first.length, hasChoice: /[~|]/.test(word) }
})

/** Up to three words, for the ~ of an entry. */
const gaps = ['', '* ', '* * ', '* * * ']

/** An entry with each choice for the first that it leaves: remain|stay stable; nowhere ~ as high. */
function chosen(entry: string): string[] {
  const [choice] = /\S+\|\S+|~ /.exec(entry) ?? []
  if (choice === undefined) return [entry]
  return (choice === '~ ' ? gaps : choice.split('|')).map((one) => entry.replace(choice, one))
}

/** Each phrase that an entry of a lexicon stands for. */
export function spelledOut(entry: string): string[] {
  // A pattern stands as it is.
  if (entry.includes('(')) return [entry]
  const all = chosen(entry)
  return all.length > 1 ? all.flatMap(spelledOut) : all
}

/** What the tokens of a phrase are found by. */
function getKeys(phrase: string): readonly string[] {
  return phrase.startsWith('=')
    ? getTokens(phrase.slice(1)).map(({ text }) => `=${text}`)
    : getTokens(phrase).map(({ stem }) => stem)
}

/** The longest phrase at each place, none within another. */
export function findPhrases<T>(tree: PhraseTree<T>, tokens: readonly Token[]): FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = []
  for (let index = 0; index < tokens.length; ) {
    const one = longestFrom(tree, tokens, index, index, undefined)
    if (one) found.push(one)
    index = one ? one.end : index + 1
  }
  return found
}

/** The longest phrase from a place that goes on from a node at another; `best` where none is longer. */
function longestFrom<T>(
  node: PhraseTree<T> | undefined,
  tokens: readonly Token[],
  first: number,
  index: number,
  best: FoundPhrase<T> | undefined,
): FoundPhrase<T> | undefined {
  if (!node) return best
  let longest = best
  if (node.value !== undefined && index > (best?.end ?? first)) longest = { value: node.value, first, end: index }
  const token = tokens[index]
  if (!token) return longest
  const { next, exact } = opened(node)
  if (token.figure) {
    const before = next?.get('#')?.value
    return before !== undefined && index >= (longest?.end ?? first + 1) ? { value: before, first, end: index } : longest
  }
  const { text, stem } = token
  const isNumber = text.charCodeAt(0) <= nine && /^\d/.test(text)
  // What an entry of a lexicon calls 0000.
  if (isNumber && /^(?:1[89]|20)\d\d$/.test(text))
    longest = longestFrom(next?.get('0000'), tokens, first, index + 1, longest)
  longest = longestFrom(exact?.get(text), tokens, first, index + 1, longest)
  longest = longestFrom(next?.get(stem), tokens, first, index + 1, longest)
  for (const key of isNumber ? numberKeys(text) : [])
    longest = longestFrom(next?.get(key), tokens, first, index + 1, longest)
  return longestFrom(next?.get('*'), tokens, first, index + 1, longest)
}

const nine = '9'.charCodeAt(0)

/** What lexicon entries call 0.0 (0,0 with decimal commas): a number above one and up to fifty, at most in tenths. */
function numberKeys(text: string): readonly string[] {
  const [number, sign] = /^[1-9]\d?(?:([.,])[1-9])?$/.exec(text) ?? []
  const value = Number(number?.replace(',', '.'))
  if (!(value > 1 && value <= 50)) return []
  return sign ? [`0${sign}0`] : ['0.0', '0,0']
}
