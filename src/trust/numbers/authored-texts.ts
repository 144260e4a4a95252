import { parsePeriod } from '../../dataset/figure/period.ts'
import { parseReference } from '../../dataset/figure/reference.ts'
import type { Place } from '../../diagnostic.ts'
import type { BlockNode, ContentNode, Expression, Template, TemplateNode } from '../../document/template/template.ts'

/** A segment of a template that its author wrote and its reader will see; what readers don't see is blank. */
export interface AuthoredText {
  text: string
  /** Where a character of it stands. */
  placeOf(offset: number): Place
  /** BCP 47 tag, where a block says what it is for: `{{#lang "zh"}}`. */
  language?: string | undefined
  /** Of what stands behind the `{{else}}` of such a block: its language, which this is not for. */
  except?: string | undefined
  /** Inside a claim: its arguments, which the figures have been held to. */
  claim?: readonly string[] | undefined
}

/** All that a template's author wrote for readers: Markdown, and texts given to helpers or partials that print it. */
export function authoredTexts({ body }: Template): AuthoredText[] {
  return textsIn(body, undefined)
}

/** Options of helpers whose texts are printed. */
const shownOptions = ['label', 'head']
/** Helpers that print the texts they are given. */
const shownHelpers = ['join', 'capital']

function textsIn(nodes: readonly TemplateNode[], claim: readonly string[] | undefined): AuthoredText[] {
  const getTexts = (part: Segment): AuthoredText[] => {
    if (Array.isArray(part)) return [markdownText(part, claim)]
    switch (part.type) {
      case 'mustache':
        return shownIn(part.expression).map((literal) => ({ ...literal, claim }))
      case 'block':
        return blockTexts(part, claim)
      case 'partial':
        return part.options.flatMap(({ value }) => givenTexts(value))
    }
  }
  return segments(nodes).flatMap(getTexts)
}

/** Lines that follow each other with nothing between them, together; or another node. */
type Segment = ContentNode[] | Exclude<TemplateNode, ContentNode>

function segments(nodes: readonly TemplateNode[]): Segment[] {
  const parts: Segment[] = []
  for (const node of nodes) {
    const last = parts.at(-1)
    if (node.type !== 'content') parts.push(node)
    else if (Array.isArray(last)) last.push(node)
    else parts.push([node])
  }
  return parts
}

function blockTexts({ name, args, body, otherwise }: BlockNode, claim: readonly string[] | undefined): AuthoredText[] {
  const held = name === 'claim' ? args.slice(1).flatMap(literalText) : claim
  // What a block is given to go through is printed by {{this}}.
  const given = name === 'with' || name === 'each' ? args.flatMap(givenTexts) : []
  const [asked] = name === 'lang' ? args.flatMap(literalText) : []
  const own = textsIn(body, held).map((one) => ({ ...one, language: one.language ?? asked }))
  const others = textsIn(otherwise, held).map((one) => ({ ...one, except: one.except ?? asked }))
  return [...given, ...own, ...others]
}

function literalText(expression: Expression): string[] {
  return expression.type === 'literal' ? [String(expression.value)] : []
}

/** Literals that an expression prints as they are. */
function shownIn(expression: Expression): AuthoredText[] {
  switch (expression.type) {
    case 'path':
      return []
    case 'literal':
      return typeof expression.value === 'string' || typeof expression.value === 'number'
        ? [literal(String(expression.value), expression.place, typeof expression.value === 'string' ? 1 : 0)]
        : []
    case 'call': {
      const inOptions = expression.options
        .filter(({ name }) => shownOptions.includes(name))
        .flatMap(({ value }) => shownIn(value))
      return shownHelpers.includes(expression.name) ? [...expression.args.flatMap(shownIn), ...inOptions] : inOptions
    }
  }
}

function givenTexts(value: Expression): AuthoredText[] {
  if (value.type !== 'literal' || typeof value.value !== 'string') return []
  const isName = parseReference(value.value) !== undefined || parsePeriod(value.value) !== undefined
  return isName ? [] : shownIn(value)
}

function literal(text: string, place: Place, quote: number): AuthoredText {
  return { text, placeOf: (offset) => ({ ...place, column: place.column + quote + offset }) }
}

function markdownText(lines: readonly ContentNode[], claim: readonly string[] | undefined): AuthoredText {
  let length = 0
  const starts = lines.map(({ text }) => {
    length += text.length
    return length - text.length
  })
  const getPlace = (offset: number): Place => {
    const index = starts.findLastIndex((start) => start <= offset)
    const line = lines[index]
    const place = line?.place ?? { file: '', line: 1, column: 1 }
    return { ...place, column: place.column + offset - (starts[index] ?? 0) }
  }
  const startsLine = lines[0]?.place.column === 1
  return { text: blankMarkup(lines.map(({ text }) => text).join(''), startsLine), placeOf: getPlace, claim }
}

/** What is not printed, or is numbering, as blanks of the same length; a lone line break as a space. */
function blankMarkup(markdown: string, startsLine: boolean): string {
  const lines = startsLine ? markdown : `\u0000${markdown}`
  const blanked = [addresses, references, attributes, listNumbers, headingNumbers]
    .reduce((text, pattern) => text.replace(pattern, blank), lines)
    .replace(characters, shown)
  const joined = blanked.replace(/([^\n])\n(?=[^\n\s#>:|*+-])/g, '$1 ')
  return startsLine ? joined : joined.slice(1)
}

/** Blanks, but for what the last group holds: words that are shown. */
function blank(whole: string, ...groups: unknown[]): string {
  const shown = groups.find((group): group is string => typeof group === 'string' && whole.endsWith(group))
  return ' '.repeat(whole.length - (shown?.length ?? 0)) + (shown ?? '')
}

/** Of links and pictures: `](charts/netizens.vl.json "caption")` shows its caption. */
const addresses =
  /(?<=\])\((?:chart:[\w-]*(?:[ \t]+[\w-]+=(?:"[^"\n]*"|[^\s"()]+))*|[^\s()"]*)|<(?:https?|mailto):[^>\n]*>|^\s*\[[^\]\n]+\]:\s*\S+/gm
const references = /\[\^[^\]\n]+\]/g
/** Of directives; the section of a slide is shown. */
const attributes = /\{[^}\n]*?(?=section="|\})|(?<=section="[^"\n]*")[^}\n]*\}/g
const characters = /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|frac(12|14|34)|half);/gi

/** A character as it is printed, in as many as its reference has: joiners of words say nothing. */
function shown(reference: string, hex?: string, decimal?: string, fraction?: string): string {
  const code = hex === undefined ? Number(decimal ?? 0xbd) : Number.parseInt(hex, 16)
  const one = fraction ? { '12': '½', '14': '¼', '34': '¾' }[fraction] : String.fromCodePoint(Math.min(code, 0x10ffff))
  return (one ?? '').padEnd(reference.length, '\u2060')
}
/** `1. `, and in Chinese `1．` and `（1）` before a word. */
const listNumbers = /^[ \t>]*(?:\d{1,9}[.)](?=\s)|(?:\d{1,2}[．、]|（\d{1,2}）)(?=\p{Lo}))/gmu
/** `## 2.1 Method`, never `## 2.1 million`; `#### 1．生产`. */
const headingNumbers =
  /^#{1,4} +(?:\d{1,2}(?:[．、]|\. ?)(?=\p{Lo})|（\d{1,2}）|\d{1,3}(?:\.\d{1,3})*[.)]? (?=\p{Lu})(?!(?:thousand|[mbtr]+illion)\b))/gimu
