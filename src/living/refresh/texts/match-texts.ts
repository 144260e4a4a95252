import { alignTexts, isRunning, isSameShape } from '../../../build/base/align-texts.ts'
import type { BaseText } from '../../../build/base/base-types.ts'
import type { LivingText } from '../../../build/base/living-types.ts'
import type { Refreshing } from '../types.ts'

/** Which text is which: in the deck, in the build that it came from, and in the present one. */
export interface MatchedTexts {
  /** For each text of the deck the one of the former build. */
  toBase: ReadonlyMap<LivingText, BaseText>
  /** For each text of the former build the one of the present. */
  toOurs: ReadonlyMap<BaseText, BaseText>
}

/** Matches texts of a deck and both builds; unlike ones by place, where as many stand between the same neighbours. */
export function matchTexts({
  theirs,
  base,
  ours,
  slides,
}: Pick<Refreshing, 'theirs' | 'base' | 'ours' | 'slides'>): MatchedTexts {
  const toOurs = new Map<BaseText, BaseText>()
  for (const [text, other] of alignTexts(base.texts, ours.texts, slides.ours)) {
    if (!toOurs.has(other)) toOurs.set(other, text)
  }
  for (const [was, is] of pairBetween(base.texts, ours.texts, toOurs, slides.ours)) toOurs.set(was, is)
  return { toBase: alignTexts(base.texts, theirs.texts, slides.theirs), toOurs }
}

/** Whether a text is shown: on a slide, or by a master or layout on all of theirs. */
export function isShown({ kind, item }: Pick<LivingText, 'kind' | 'item'>): boolean {
  return kind !== 'file' || item.startsWith('/ppt/')
}

/** Whether a text is a paragraph of a shape or of notes: of those there may be one more or less. */
export function isParagraph({ kind, slide, item }: Pick<BaseText, 'kind' | 'slide' | 'item'>): boolean {
  return slide > 0 && (kind === 'text' || kind === 'notes') && !isRunning(item)
}

function pairBetween(
  was: readonly BaseText[],
  is: readonly BaseText[],
  toOurs: ReadonlyMap<BaseText, BaseText>,
  slides: ReadonlyMap<number, number>,
): [BaseText, BaseText][] {
  const back = new Map([...toOurs].map(([a, b]) => [b, a]))
  const gone = getGaps(
    was,
    (text) => toOurs.has(text),
    ({ slide }) => slide,
    (text) => text,
  )
  const come = getGaps(
    is,
    (text) => back.has(text),
    ({ slide }) => slides.get(slide) ?? -1,
    (text) => back.get(text),
  )
  return [...gone].flatMap(([place, texts]) => {
    const others = come.get(place) ?? []
    return others.length === texts.length
      ? texts.map((text, at): [BaseText, BaseText] => [text, others[at] ?? text])
      : []
  })
}

/** Texts without a counterpart, by the shape that they stand in and the known one before them. */
function getGaps(
  texts: readonly BaseText[],
  isKnown: (text: BaseText) => boolean,
  slideOf: (text: BaseText) => number,
  knownAs: (text: BaseText) => BaseText | undefined,
): Map<string, BaseText[]> {
  const gaps = new Map<string, BaseText[]>()
  texts.forEach((text, index) => {
    if (isKnown(text) || !isParagraph(text)) return
    const before = texts.slice(0, index).findLast((one) => isSameShape(one, text) && isKnown(one))
    const place = JSON.stringify([slideOf(text), text.item, text.kind, before && knownAs(before)?.text])
    gaps.set(place, [...(gaps.get(place) ?? []), text])
  })
  return gaps
}
