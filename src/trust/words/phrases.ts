import { recent } from '../../memory/derived.ts'
import { getStem, getTokens, type Token } from './tokens.ts'

/**
 * Phrases and what each stands for: a tree of tokens. Lexicons have thousands, and a text has the beginnings of few:
 * what follows a word is taken apart where the word is met.
 */
export interface PhraseTree<T> {
  next?: Map<string, PhraseTree<T>>
  value?: T | undefined
  /** What follows here and was not yet taken apart: an entry of a lexicon, or what tokens are found by. */
  waiting?: (readonly [rest: string | readonly string[], value: T])[] | undefined
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
  node.waiting.push([rest, value])
}

/** A node with what follows it by the next token. */
function opened<T>(node: PhraseTree<T>): PhraseTree<T> {
  const { waiting } = node
  if (!waiting) return node
  node.waiting = undefined
  for (const [rest, value] of waiting) {
    for (const [key, others] of getHeads(rest)) {
      node.next ??= new Map()
      const next = node.next.get(key) ?? createPhrases<T>()
      node.next.set(key, next)
      addRest(next, others, value)
    }
  }
  return node
}

/** What the first tokens of an entry are found by, each with what follows. */
function getHeads(rest: string | readonly string[]): (readonly [string, string | readonly string[]])[] {
  if (typeof rest !== 'string') return [[rest[0] ?? '', rest.slice(1)]]
  const end = rest.indexOf(' ')
  const { as, key, length, hasChoice } = headOf(end < 0 ? rest : rest.slice(0, end))
  const all = hasChoice ? chosen(rest.slice(as.length)) : []
  if (all.length > 1) return all.flatMap((one) => getHeads(`${as}${one}`))
  const next = rest.slice(length).trimStart()
  return [[key, next && `${as}${next}`]]
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
    const one = longestAt(tree, tokens, index)
    if (one) found.push(one)
    index = one ? one.end : index + 1
  }
  return found
}

function longestAt<T>(tree: PhraseTree<T>, tokens: readonly Token[], first: number): FoundPhrase<T> | undefined {
  let best: FoundPhrase<T> | undefined
  const walk = (node: PhraseTree<T>, index: number): void => {
    if (node.value !== undefined && index > (best?.end ?? first)) best = { value: node.value, first, end: index }
    const token = tokens[index]
    if (!token) return
    const { next: following } = opened(node)
    if (token.figure) {
      const before = following?.get('#')?.value
      if (before !== undefined && index >= (best?.end ?? first + 1)) best = { value: before, first, end: index }
      return
    }
    // What an entry of a lexicon calls 0000.
    const year = following?.get('0000')
    if (year && /^(?:1[89]|20)\d\d$/.test(token.text)) walk(year, index + 1)
    for (const key of [`=${token.text}`, token.stem, ...numberKeys(token.text), '*']) {
      const next = following?.get(key)
      if (next) walk(next, index + 1)
    }
  }
  walk(tree, first)
  return best
}

/** What lexicon entries call 0.0 (0,0 with decimal commas): a number above one and up to fifty, at most in tenths. */
function numberKeys(text: string): readonly string[] {
  const [number, sign] = /^[1-9]\d?(?:([.,])[1-9])?$/.exec(text) ?? []
  const value = Number(number?.replace(',', '.'))
  if (!(value > 1 && value <= 50)) return []
  return sign ? [`0${sign}0`] : ['0.0', '0,0']
}
