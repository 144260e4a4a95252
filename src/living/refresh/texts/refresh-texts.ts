import type { BaseText, MarkedText } from '../../../build/base/base-types.ts'
import type { LivingText } from '../../../build/base/living-types.ts'
import { getColors } from '../../../build/base/make-base.ts'
import { applyEdits } from '../../../edit/text-edit.ts'
import { childNamed, escapeText, type XmlElement } from '../../../opc/xml.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { statusMarksIn } from '../../../trust/verify/read/drawing-text.ts'
import { type Beside, figuresThen, mergeLoose } from '../../merge/merge-loose.ts'
import { mergeMarkedText } from '../../merge/merge-marked-text.ts'
import type { MergedText } from '../../merge/merge-words.ts'
import type { TextSlot } from '../../merge/slots.ts'
import { insert, removeElement, setContent, setElement, source } from '../../write/edit-elements.ts'
import { findAround, type PackageEditor } from '../../write/edit-package.ts'
import { findParagraph } from '../../write/edit-paragraphs.ts'
import { editText } from '../../write/edit-text.ts'
import { isSlideGone, type RefreshEntry, type Refreshing, titleOn, toSettle, updated } from '../types.ts'
import { arrangeParagraphs, findBuilt, isDropped, isGone } from './arrange-paragraphs.ts'
import { falseWording, movedSpan } from './false-wording.ts'
import { isParagraph, isShown, matchTexts } from './match-texts.ts'

/** What became of the texts of a deck. */
export interface RefreshedTexts {
  entries: RefreshEntry[]
  /** For each text that a build printed, that text and the one in its place now. */
  pairs: ReadonlyMap<LivingText, { base: BaseText; ours: BaseText | undefined }>
  /** What people have worded otherwise than their build, with the figures of now, beside what a build prints there. */
  reworded: { slide: number; printed: string; said: string }[]
}

/** Updates the texts of a deck: printed ones by a three-way merge, others where they state known figures. */
export function refreshTexts(refreshing: Refreshing): RefreshedTexts {
  const { theirs, base, figures, slides } = refreshing
  const matched = matchTexts(refreshing)
  const { toBase, toOurs } = matched
  const pairs = new Map<LivingText, { base: BaseText; ours: BaseText | undefined }>()
  const reworded: RefreshedTexts['reworded'] = []
  const entries = theirs.texts.flatMap((text) => {
    const built = toBase.get(text)
    if (built?.kind === 'chart' && isDropped(text, built, refreshing, matched)) return droppedTitle(text, refreshing)
    if (!built) {
      const merged = looseMerge(text, refreshing)
      return [...entriesFor(text, merged, refreshing), ...falseWording(text, merged, undefined, refreshing)]
    }
    const now = toOurs.get(built)
    if (isGone(text, built, refreshing, matched) && normalizedText(text.text) === normalizedText(built.text)) return []
    pairs.set(text, { base: built, ours: now })
    const isOfGoneSlide = slides.theirs.get(text.slide) === built.slide && isSlideGone(text.slide, refreshing)
    const known = now ? figures : figuresThen(text.text, isOfGoneSlide, refreshing)
    const merged = mergeMarkedText(built, text.text, now, known)
    const beside = { keys: merged.ties.map(({ key }) => key), isNew: merged.replacements.length > 0 }
    const loose = merged.others.length > 0 ? looseMerge(text, refreshing, merged.others, beside) : undefined
    const whole = loose ? joinMerges(merged, loose) : merged
    if (now && isParagraph(built) && normalizedText(text.text) !== normalizedText(built.text)) {
      const said = applyEdits(text.text, whole.replacements)
      if (normalizedText(said) !== normalizedText(now.text))
        reworded.push({ slide: text.slide, printed: now.text, said })
    }
    if (now) recolor(text, built, now, refreshing)
    const edited = entriesFor(text, whole, refreshing)
    const marks = now ? followStatus(text, whole, now, findBuilt(now, refreshing), refreshing) : []
    // What a build prints to the letter it has held to its figures; the words of an adopted deck nobody has.
    const printed = base.adopted === undefined ? now?.text : undefined
    return [...edited, ...marks, ...falseWording(text, whole, printed, { ...refreshing, figures: known })]
  })
  return { entries: [...entries, ...arrangeParagraphs(refreshing, matched)], pairs, reworded }
}

/** The title of a chart or panel that the report sets otherwise now: of these a build tells no figures. */
function droppedTitle(text: LivingText, refreshing: Refreshing): RefreshEntry[] {
  const entries = entriesFor(text, looseMerge(text, refreshing), refreshing)
  const isSaid = entries.length > 0 || !/\p{Nd}/u.test(text.text)
  const message = 'the report words this otherwise now, and its number may be out of date'
  return isSaid ? entries : [toSettle(text, message, normalizedText(text.text))]
}

/** Runs that have the colours which their build gave them get those of now: a change may be good news no longer. */
function recolor(text: LivingText, was: BaseText, now: BaseText, { editor }: Refreshing): void {
  if (text.carrier.type !== 'runs' || was.colors?.join() === now.colors?.join()) return
  const none = text.carrier.pieces.map(() => '')
  const [before, after] = [was.colors ?? none, now.colors ?? none]
  // A mark of status that comes or goes is a run more or less.
  const isOne = new Set(after).size === 1
  if ((getColors(text) ?? none).join() !== before.join() || (before.length !== after.length && !isOne)) return
  text.carrier.pieces.forEach(({ look }, index) => {
    const color = (isOne ? after[0] : after[index]) ?? ''
    if (look && before[index] !== color) setColor(editor, look, color)
  })
}

function joinMerges(a: MergedText, b: MergedText): MergedText {
  const replacements = [...a.replacements, ...b.replacements].sort((one, other) => one.start - other.start)
  return { replacements, conflicts: [...a.conflicts, ...b.conflicts], ties: [...a.ties, ...b.ties] }
}

function looseMerge(
  text: LivingText,
  refreshing: Refreshing,
  slots?: readonly TextSlot[],
  beside?: Beside,
): MergedText {
  if (!isShown(text)) return { replacements: [], conflicts: [], ties: [] }
  return mergeLoose(text.text, `${titleOn(text.slide, refreshing) ?? ''} ${text.text}`, refreshing, slots, beside)
}

/** Makes the edits that a merge asks for, and says so. */
export function entriesFor(
  text: LivingText,
  { replacements, conflicts }: Pick<MergedText, 'replacements' | 'conflicts'>,
  { editor }: Pick<Refreshing, 'editor'>,
): RefreshEntry[] {
  editText(editor, text, replacements)
  const after = applyEdits(text.text, replacements)
  return [
    ...(after === text.text ? [] : [updated(text, text.text, after)]),
    ...conflicts.map((message) => toSettle(text, message, normalizedText(text.text))),
  ]
}

/**
 * Gives a run (`a:rPr`) a colour of the theme, or one by its channels as in an organisation’s template, or with none
 * that of its paragraph.
 */
function setColor(editor: PackageEditor, look: XmlElement, color: string): void {
  const fill = childNamed(look, 'a:solidFill')
  const kind = /^[0-9A-F]{6}$/.test(color) ? 'a:srgbClr' : 'a:schemeClr'
  const written = color === '' ? '' : `<a:solidFill><${kind} val="${color}"/></a:solidFill>`
  // The line of letters comes before what fills them.
  const line = childNamed(look, 'a:ln')
  if (fill) setElement(editor, fill, written)
  else insert(editor, line ?? look, line ? 'end' : 'contentStart', written)
}

/**
 * Marks of status behind figures, such as [p], come, go and change with these, as `shown`, the text of the present
 * build, has them; where the run of a
 * figure that needs one now does not end with it, that is for a person to settle.
 */
export function followStatus(
  text: LivingText,
  { ties, replacements }: Pick<MergedText, 'ties' | 'replacements'>,
  now: MarkedText,
  shown: LivingText | undefined,
  { editor, figures, built }: Refreshing,
): RefreshEntry[] {
  const drawn = shown && findParagraph(built.opened, shown)
  const paragraph = ties.length > 0 ? findParagraph(editor, text) : undefined
  if (!drawn || !paragraph) return []
  const keyAt = (at: number) => now.marks.find(([start, length]) => start + length === at)?.[2]
  const wanted = new Map(statusMarksIn(drawn).map((mark) => [keyAt(mark.at), mark]))
  const standing = statusMarksIn(paragraph)
  return ties.flatMap(({ end, key, start }): RefreshEntry[] => {
    const isItsEnd = (at: number) => isMarkOf(text.text.slice(end, at), at - end)
    const mark = standing.find(({ at }) => isItsEnd(at))
    const is = wanted.get(figures.moved(key))
    if (is?.text === mark?.text) return []
    const run = mark?.run ?? runEnding(text, isItsEnd, editor)
    if (!mark && is && run) insert(editor, run, 'end', source(built.opened, is.run))
    else if (mark && is) setMark(editor, mark.run, is.text)
    else if (mark) removeElement(editor, mark.run)
    if (run) return [updated(text, mark?.text ?? '', is?.text ?? '')]
    const [from, length] = now.marks.find(([, , of]) => of === figures.moved(key)) ?? []
    const figure = from === undefined ? text.text.slice(start, end) : now.text.slice(from, from + (length ?? 0))
    const said = { text: applyEdits(text.text, replacements), ...movedSpan({ start, end }, replacements) }
    if (is && putInside(text, said, figure, source(built.opened, is.run), editor)) return [updated(text, '', is.text)]
    return [toSettle(text, `“${figure}” is marked ${is?.text ?? ''} in the report now`, text.text)]
  })
}

/** Puts a run behind a figure that stands amid the one run of its text; whether it could. */
function putInside(
  { carrier }: LivingText,
  said: { text: string; start: number; end: number },
  figure: string,
  run: string,
  editor: PackageEditor,
): boolean {
  const [piece, ...others] = carrier.type === 'runs' ? carrier.pieces : []
  const held = piece?.element
  const whole = held && findAround(editor, held, 'a:r')
  if (!held || !whole || others.length > 0) return false
  const printed = normalizedText(said.text.slice(said.start, said.start + figure.length))
  const at = printed === normalizedText(figure) ? said.start + figure.length : said.end
  const { part, end } = editor.spanOf(whole)
  if (editor.written(part, end, end) !== '') return false
  setContent(editor, held, said.text.slice(0, at))
  const look = piece.look ? source(editor, piece.look) : ''
  insert(editor, whole, 'end', `${run}<a:r>${look}<a:t>${escapeText(said.text.slice(at))}</a:t></a:r>`)
  return true
}

/** The run of a text that ends at such a place. */
function runEnding(
  { carrier }: LivingText,
  isEnd: (at: number) => boolean,
  editor: PackageEditor,
): XmlElement | undefined {
  if (carrier.type !== 'runs') return undefined
  let at = 0
  const last = carrier.pieces.find((piece) => {
    at += piece.text.length
    return isEnd(at)
  })
  return last?.element && findAround(editor, last.element, 'a:r')
}

/** Whether a mark so far behind a number is its own: no more than its unit stands between. */
function isMarkOf(between: string, distance: number): boolean {
  return distance === 0 || (distance > 0 && /^\s?[^\s\d.,;:!?，。；]+$/u.test(between))
}

function setMark(editor: PackageEditor, run: XmlElement, mark: string): void {
  const held = childNamed(run, 'a:t')
  if (held) setContent(editor, held, mark)
}
