import { getStem, getTokens, type Token } from './tokens.ts'

/** Phrases and what each stands for, to be found in texts: a tree of tokens. */
export interface PhraseTree<T> {
  next?: Map<string, PhraseTree<T>>
  value?: T | undefined
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
  let node = tree
  for (const key of keysOf(phrase)) {
    node.next ??= new Map()
    const next = node.next.get(key) ?? createPhrases<T>()
    node.next.set(key, next)
    node = next
  }
  node.value ??= value
}

/** What the tokens of a phrase are found by. Plain words, as lexicons have thousands, are parted by their spaces. */
function keysOf(phrase: string): readonly string[] {
  if (/^(?:[a-zß-öø-ÿ]+|\*)(?: (?:[a-zß-öø-ÿ]+|\*))*$/.test(phrase)) return phrase.split(' ').map(getStem)
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
    if (token.figure) {
      const before = node.next?.get('#')?.value
      if (before !== undefined && index >= (best?.end ?? first + 1)) best = { value: before, first, end: index }
      return
    }
    for (const key of [`=${token.text}`, token.stem, '*']) {
      const next = node.next?.get(key)
      if (next) walk(next, index + 1)
    }
  }
  walk(tree, first)
  return best
}
