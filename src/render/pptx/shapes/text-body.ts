import { tieText } from '../../../layout/text/is-tied.ts'
import type { Run, SetParagraph, TextItem } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import { toEmu } from '../emu.ts'
import { type ListStyle, levelAt } from '../parts/list-style.ts'
import { toRegionalLanguage } from '../parts/regional-language.ts'
import {
  type CharacterStyle,
  characterStyle,
  type Level,
  type LevelExtras,
  type LinkTarget,
  paragraphProperties,
  type RunExtras,
  runProperties,
  type TextRun,
} from './text-properties.ts'
import { tieLastWords } from './tie-last-words.ts'

/**
 * All of a run but its text, its origin, and its measured font and direction (PowerPoint finds its own).
 * A record, so that the compiler asks for what is added.
 */
const looks: Readonly<
  Record<Exclude<keyof TextRun, 'text' | 'observation' | 'statuses' | 'fallback' | 'superior' | 'level'>, true>
> = {
  weight: true,
  italic: true,
  dotted: true,
  color: true,
  superscript: true,
  scale: true,
  href: true,
  language: true,
  isSlideNumber: true,
}

/** What a text needs to know of the slide that it stands on. */
export interface TextContext {
  theme: Theme
  /** Of what names no other; BCP 47 with a region. */
  language: string
  /** The link to an address, or undefined where there is no safe one. */
  link(href: string): LinkTarget | undefined
}

/** A paragraph with its place in the shape's list style. */
export interface LeveledParagraph {
  runs: readonly TextRun[]
  /** As it is wanted; points. */
  wanted: Level
  /** Which level of the list style it inherits from, from 0. */
  level: number
  extras: LevelExtras
}

/** The paragraphs of a text item, their lists numbered. `left` is the box's left edge on the page. */
export function levelParagraphs(
  paragraphs: readonly SetParagraph[],
  left: number,
  isKeyFigure: boolean,
): LeveledParagraph[] {
  const starts = listStarts(paragraphs)
  const turns = paragraphs.some(({ isRightToLeft }) => isRightToLeft)
  return paragraphs.map((paragraph, index) => {
    const { marker, style, isRightToLeft, isJustified } = paragraph
    const start = starts[index]
    return {
      runs: tieLastWords(paragraph),
      wanted: {
        style,
        left: marker ? itemLeft(marker, paragraph, left) : standingIn(paragraph, left),
        hanging: marker?.indent ?? 0,
        bullet: marker && !marker.ordered ? marker.text : undefined,
        spaceBefore: index === 0 ? 0 : paragraph.spaceBefore,
      },
      level: isKeyFigure ? index : listDepth(paragraph),
      extras: {
        // LibreOffice gives a paragraph that says nothing the direction of the one before it.
        rightToLeft: turns ? isRightToLeft === true : undefined,
        justified: isJustified,
        numbering: start === undefined ? undefined : { scheme: numberingScheme(marker?.text ?? ''), start },
      },
    }
  })
}

/** How far the text of a list's item stands in from where its lines begin, which from right to left is the right. */
function itemLeft({ indent, x }: NonNullable<SetParagraph['marker']>, paragraph: SetParagraph, left: number): number {
  return paragraph.isRightToLeft ? indent * listDepth(paragraph) : x + indent - left
}

/** How far a paragraph without a marker (the second one of a list's item) stands in from the left. */
function standingIn({ style, lines }: SetParagraph, left: number): number {
  if (style.align !== 'left') return 0
  const starts = lines.flatMap(({ runs }) => runs[0]?.x ?? [])
  return starts.length === 0 ? 0 : Math.max(0, Math.min(...starts) - left)
}

/** 0 for a paragraph, 1 for an item of a list, 2 for one of a list within it. */
function listDepth({ marker, tags }: SetParagraph): number {
  return marker ? Math.max(1, tags.filter((tag) => tag.type === 'L').length) : 0
}

/** For each numbered paragraph the number that its list starts with: PowerPoint counts on by itself. */
function listStarts(paragraphs: readonly SetParagraph[]): (number | undefined)[] {
  // By depth: the start of the list that is going on there, and the number to come.
  const lists = new Map<number, { start: number; next: number }>()
  return paragraphs.map((paragraph) => {
    const depth = listDepth(paragraph)
    for (const deeper of [...lists.keys()]) if (deeper > depth) lists.delete(deeper)
    const number = paragraph.marker?.ordered ? getOrder(paragraph.marker.text) : undefined
    if (number === undefined) {
      lists.delete(depth)
      return undefined
    }
    const going = lists.get(depth)
    const start = going?.next === number ? going.start : number
    lists.set(depth, { start, next: number + 1 })
    return start
  })
}

/** `3.` → 3, `c)` → 3; within what PowerPoint counts, 1 to 32,767. */
function getOrder(marker: string): number {
  const digits = /\d+/.exec(marker)
  if (digits) return Math.min(Math.max(Number(digits[0]), 1), 32767)
  const letter = /[a-z]/i.exec(marker)
  return letter ? letter[0].toLowerCase().charCodeAt(0) - 96 : 1
}

function numberingScheme(marker: string): string {
  const kind = /\d/.test(marker) ? 'arabic' : /[a-z]/.test(marker) ? 'alphaLc' : 'alphaUc'
  return `${kind}${marker.endsWith(')') ? 'ParenR' : 'Period'}`
}

/** `<p:txBody>` or a cell's `<a:txBody>`. Never without a paragraph, which PowerPoint would call damaged. */
export function textBody(
  name: 'p:txBody' | 'a:txBody',
  frame: XmlElement,
  paragraphs: readonly LeveledParagraph[],
  inherited: ListStyle,
  context: TextContext,
): XmlElement {
  const written = paragraphs.map((paragraph) => paragraphElement(paragraph, inherited, context))
  return element(name, {}, [
    frame,
    element('a:lstStyle'),
    ...(written.length > 0 ? written : [element('a:p', {}, [element('a:endParaRPr', { lang: context.language })])]),
  ])
}

/** One `a:pPr` however many runs there are (pptxgenjs writes one for each run, which PowerPoint calls damaged). */
function paragraphElement(paragraph: LeveledParagraph, inherited: ListStyle, context: TextContext): XmlElement {
  const { runs, wanted, level, extras } = paragraph
  const base = levelAt(inherited, level)
  const lvl = Math.min(level, inherited.length - 1, 8)
  const properties = paragraphProperties('a:pPr', wanted, base, [], { ...extras, level: lvl })
  const written = joinRuns(runs).flatMap((run) => runElements(run, wanted.style, base.style, context))
  const isEmpty = written.length === 0
  return element('a:p', {}, [
    isBare(properties) ? undefined : properties,
    ...written,
    isEmpty
      ? runProperties('a:endParaRPr', characterStyle(wanted.style), base.style, context.theme, {
          language: context.language,
        })
      : undefined,
  ])
}

const isBare = ({ attributes, children }: XmlElement): boolean =>
  children.length === 0 && Object.keys(attributes).length === 0

/** A run as `<a:r>`, with `<a:br>` where its text breaks the line. */
function runElements(
  run: TextRun,
  style: CharacterStyle,
  inherited: CharacterStyle,
  context: TextContext,
): XmlElement[] {
  const wanted = characterStyle({ ...style, ...given(run, style) })
  const language = run.language ? toRegionalLanguage(run.language) : context.language
  const link = run.href === undefined ? undefined : context.link(run.href)
  const properties = (extras: RunExtras): XmlElement => runProperties('a:rPr', wanted, inherited, context.theme, extras)
  const extras = { language, superscript: run.superscript }
  // PowerPoint knows no soft hyphens.
  return run.text
    .replaceAll('\u00ad', '')
    .split(/\r\n|[\n\r\v\u2028\u2029]/)
    .flatMap((text, index) => [
      ...(index > 0 ? [element('a:br', {}, [properties(extras)])] : []),
      ...(text === '' ? [] : [wordsElement(run, text, properties({ ...extras, link }))]),
    ])
}

/** `<a:r>`, or `<a:fld>` for the slide's number. */
function wordsElement({ isSlideNumber }: TextRun, text: string, properties: XmlElement): XmlElement {
  const children = [properties, element('a:t', {}, [tieText(text)])]
  return isSlideNumber ? slideNumberField(children) : element('a:r', {}, children)
}

/** A paragraph on each level, from the first. */
export function promptParagraphs(lines: readonly string[], language: string): XmlElement[] {
  return lines.map((line, level) =>
    element('a:p', {}, [
      level > 0 ? element('a:pPr', { lvl: level }) : undefined,
      element('a:r', {}, [element('a:rPr', { lang: language }), element('a:t', {}, [line])]),
    ]),
  )
}

/** `‹#›` as a field. */
export function numberPrompt(language: string): XmlElement {
  return element('a:p', {}, [slideNumberField([element('a:rPr', { lang: language }), element('a:t', {}, ['‹#›'])])])
}

/** `<a:fld>` that prints the slide's number. */
export function slideNumberField(children: readonly XmlElement[]): XmlElement {
  return element('a:fld', { id: '{6F1D3C52-5B7E-4C2B-9C59-0D2B6C1E7A10}', type: 'slidenum' }, children)
}

/** What the run says of its own style. */
function given({ weight, italic, color, scale }: Run, { size }: CharacterStyle): CharacterStyle {
  return {
    ...(weight && { weight }),
    ...(italic !== undefined && { italic }),
    ...(color && { color }),
    ...(scale !== undefined && size !== undefined && { size: size * scale }),
  }
}

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const

/**
 * `<a:bodyPr>` without fitting or insets (but `inset` points on the right): text was measured for this box.
 * Shrinking on overflow does nothing until a person edits the text: pptxgenjs issue 312.
 */
export function textFrame(verticalAlign: TextItem['verticalAlign'], inset = 0): XmlElement {
  return element(
    'a:bodyPr',
    {
      vert: 'horz',
      wrap: 'square',
      lIns: 0,
      tIns: 0,
      rIns: toEmu(inset),
      bIns: 0,
      rtlCol: false,
      anchor: anchors[verticalAlign],
    },
    [element('a:noAutofit')],
  )
}

/** The runs with equal neighbours joined, as if typed: a number from the dataset is no run of its own. */
function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && isAlike(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

function isAlike(a: TextRun, b: TextRun): boolean {
  for (const look in looks) if (Reflect.get(a, look) !== Reflect.get(b, look)) return false
  return true
}
