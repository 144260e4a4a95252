import type { Passage } from '../../../document/parse/text/passages.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants } from '../../../memory/derived.ts'

/** A passage with what its language says in a roundabout way said plainly, and where each character of it stood. */
export interface PlainPassage extends Passage {
  /** Of each character of the text, from where to where in the passage as it is written it stands for. */
  spans: readonly (readonly [from: number, to: number])[]
}

/** A text of characters that know where they stood. */
type Marked = readonly (readonly [character: string, from: number, to: number])[]

/** The passage as the readings of words know it; undefined where nothing in it is said in a roundabout way. */
export function plainPassage(passage: Passage, language: Language): PlainPassage | undefined {
  const marked = withoutFigures(passage)
  const plain = phrasingsOf(language).reduce(rephrased, marked)
  if (plain === marked) return undefined
  const figures: Passage['figures'][number][] = []
  const spans: (readonly [number, number])[] = []
  let text = ''
  for (const [character, from, to] of plain) {
    const figure = passage.figures[character.charCodeAt(0) - firstMark]
    const said = figure ? passage.text.slice(figure.start, figure.end) : character
    if (figure) figures.push({ ...figure, start: text.length, end: text.length + said.length })
    for (let at = 0; at < said.length; at++)
      spans.push(figure ? [figure.start + at, figure.start + at + 1] : [from, to])
    text += said
  }
  return { text, figures, spans, offsets: spans.map(([from]) => passage.offsets[from] ?? -1) }
}

/** A figure is one character of those that no text has, by its number. */
const firstMark = 0xe000

function withoutFigures({ text, figures }: Passage): Marked {
  const marked: (readonly [string, number, number])[] = []
  for (let at = 0; at < text.length; at++) {
    const index = figures.findIndex(({ start, end }) => start <= at && at < end)
    const figure = figures[index]
    marked.push([figure ? String.fromCharCode(firstMark + index) : text.charAt(at), at, figure?.end ?? at + 1])
    if (figure) at = figure.end - 1
  }
  return marked
}

interface Phrasing {
  said: RegExp
  /** Words and, by their numbers, groups of what was said. */
  plain: readonly string[]
}

const phrasingsOf = constants((language: Language) =>
  lexicons[language].phrasings.split('\n').flatMap((line) => {
    const ways = line.includes('‹') ? [0, 1] : [0]
    return line === '' ? [] : ways.map((way) => readPhrasing(ofWay(line, way)))
  }),
)

/** Of ‹rose,grew|fell› the one or the other. */
function ofWay(line: string, way: number): string {
  return line.replace(/‹([^|›]*)\|([^›]*)›/g, (_, ...options: string[]) => {
    const words = (options[way] ?? '').split(',')
    return words.length > 1 ? `(?:${words.join('|')})` : words.join()
  })
}

function readPhrasing(line: string): Phrasing {
  const [said = '', plain = ''] = line.split(/ → ?| →$/)
  const groups = said.replaceAll('…', '([^,.;，。；#]+?)').replaceAll('#', '\\p{Co}')
  return { said: new RegExp(groups, 'dgiu'), plain: plain.split(/(\$\d)/) }
}

function rephrased(marked: Marked, { said, plain }: Phrasing): Marked {
  const matches = [
    ...marked
      .map(([character]) => character)
      .join('')
      .matchAll(said),
  ]
  if (matches.length === 0) return marked
  let next = 0
  const parts = matches.map((match) => {
    const [from, to] = match.indices?.[0] ?? [0, 0]
    const before = marked.slice(next, from)
    next = to
    // What its author wrote of it, not what a helper prints, is where the plain words stand.
    const [own = marked[from]] = marked.slice(from, to).filter(([character]) => character.charCodeAt(0) < firstMark)
    // What ends with a space is said plainly with one.
    const all = match[0].endsWith(' ') && plain.join('') !== '' ? [...plain, ' '] : plain
    const words = all.flatMap((part): Marked => {
      const [first, end] = match.indices?.[Number(/^\$(\d)$/.exec(part)?.[1])] ?? [0, 0]
      return part.startsWith('$')
        ? marked.slice(first, end)
        : [...part].map((one) => [one, own?.[1] ?? 0, marked[to - 1]?.[2] ?? 0])
    })
    return [...before, ...words]
  })
  return [...parts.flat(), ...marked.slice(next)]
}
