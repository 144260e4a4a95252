import { isSameShape } from '../../../build/base/align-texts.ts'
import type { BaseText } from '../../../build/base/base-types.ts'
import type { LivingText } from '../../../build/base/living-types.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { insert } from '../../write/edit-elements.ts'
import { copyParagraph, findParagraph, getStyledWords, removeParagraphs } from '../../write/edit-paragraphs.ts'
import { noted, type RefreshEntry, type Refreshing, toSettle, updated } from '../types.ts'
import { isParagraph, type MatchedTexts } from './match-texts.ts'

/** Removes unedited paragraphs that the build has lost; inserts new ones after those they follow, in their looks. */
export function arrangeParagraphs(refreshing: Refreshing, matched: MatchedTexts): RefreshEntry[] {
  return [...takeOut(refreshing, matched), ...putIn(refreshing, matched)]
}

/** Whether a text of the deck is a paragraph that the present build has dropped, though it has the slide. */
export function isGone(text: LivingText, built: BaseText, refreshing: Refreshing, matched: MatchedTexts): boolean {
  return isParagraph(built) && isDropped(text, built, refreshing, matched)
}

/** Whether the present build prints a text of its former one no more, on a slide that it still has. */
export function isDropped(
  text: LivingText,
  built: BaseText,
  { slides }: Refreshing,
  { toOurs }: MatchedTexts,
): boolean {
  return (
    !toOurs.has(built) &&
    slides.theirs.get(text.slide) === built.slide &&
    [...slides.ours.values()].includes(built.slide)
  )
}

function takeOut(refreshing: Refreshing, matched: MatchedTexts): RefreshEntry[] {
  const gone = [...matched.toBase].filter(([text, built]) => isGone(text, built, refreshing, matched))
  const isAsBuilt = ([text, built]: (typeof gone)[number]) => normalizedText(text.text) === normalizedText(built.text)
  removeParagraphs(
    refreshing.editor,
    gone.filter(isAsBuilt).map(([text]) => text),
  )
  return gone.map((one) => {
    const [text] = one
    return isAsBuilt(one)
      ? updated(text, text.text, '')
      : toSettle(text, 'the report says this no more, and it was edited here', text.text)
  })
}

/** Consecutive new paragraphs of the present build, and the one that they follow, or else precede. */
interface Fresh {
  texts: BaseText[]
  before: BaseText | undefined
  after: BaseText | undefined
}

function putIn(refreshing: Refreshing, matched: MatchedTexts): RefreshEntry[] {
  const { ours, slides, theirs } = refreshing
  return getFresh(ours.texts, matched, slides.ours).flatMap((fresh) => {
    const number = slides.ours.get(fresh.texts[0]?.slide ?? 0)
    const standing = theirs.slides.map((_, index) => index + 1).filter((slide) => slides.theirs.get(slide) === number)
    return standing.flatMap((slide) => putOn(slide, fresh, refreshing, matched))
  })
}

function getFresh(texts: readonly BaseText[], { toOurs }: MatchedTexts, slides: ReadonlyMap<number, number>): Fresh[] {
  const back = new Map([...toOurs].map(([a, b]) => [b, a]))
  const found: Fresh[] = []
  texts.forEach((text, index) => {
    if (back.has(text) || !isParagraph(text) || !slides.has(text.slide)) return
    const [last, before] = [found.at(-1), texts[index - 1]]
    if (before && last?.texts.at(-1) === before && isSameShape(before, text)) last.texts.push(text)
    else {
      const within = (one: BaseText) => isSameShape(one, text) && back.has(one)
      const [above, below] = [texts.slice(0, index).findLast(within), texts.slice(index).find(within)]
      found.push({ texts: [text], before: above && back.get(above), after: below && back.get(below) })
    }
  })
  return found
}

function putOn(
  slide: number,
  { texts, before, after }: Fresh,
  refreshing: Refreshing,
  matched: MatchedTexts,
): RefreshEntry[] {
  const { theirs, editor } = refreshing
  if (refreshing.fresh.some((one) => one.slide === slide && one.item === texts[0]?.item)) return []
  const says = (words: string) =>
    theirs.texts.some((one) => one.slide === slide && normalizedText(one.text) === normalizedText(words))
  const fresh = texts.filter(({ text }) => !says(text))
  if (fresh.length === 0) return []
  const item = fresh[0]?.item ?? ''
  const words = fresh.map(({ text }) => text).join(' ')
  const find = (built: BaseText | undefined) =>
    theirs.texts.find((one) => one.slide === slide && built && matched.toBase.get(one) === built)
  const anchor = find(before) ?? find(after)
  const paragraph = anchor && findParagraph(editor, anchor)
  if (!anchor || !paragraph) {
    const place = before || after ? 'whose place was edited here' : 'in a box of its own'
    return [noted({ slide, item }, `slide ${slide}: the report says more now, ${place}: “${words}”`)]
  }
  const model = findModel(anchor, refreshing) ?? paragraph
  const xml = fresh
    .flatMap((one) => findBuilt(one, refreshing) ?? [])
    .map((one) => copyParagraph(editor, model, getStyledWords(one)))
    .join('')
  insert(editor, paragraph, find(before) ? 'end' : 'start', xml)
  return fresh.map(({ text }) => updated({ slide, item }, '', text))
}

/** The first paragraph of a shape may stand apart from the others: the one below it is the model then. */
function findModel(anchor: LivingText, { theirs, editor }: Refreshing) {
  const own = theirs.texts.filter((one) => isSameShape(one, anchor) && one.part === anchor.part)
  const next = own[0] === anchor ? own[1] : undefined
  return next && findParagraph(editor, next)
}

/** A text of the present build as it stands in the deck that it makes. */
export function findBuilt({ slide, item, kind, text }: BaseText, { built }: Refreshing): LivingText | undefined {
  return built.deck.texts.find(
    (one) => one.slide === slide && one.item === item && one.kind === kind && one.text === text,
  )
}
