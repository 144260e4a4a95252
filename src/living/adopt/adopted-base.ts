import type { BaseFigure, DeckBase, MarkedText } from '../../build/base/base-types.ts'
import type { LivingText } from '../../build/base/living-types.ts'
import { toBaseContent } from '../../build/base/make-base.ts'
import type { DeckTies, Mapping } from './types.ts'

/** The base of an adopted deck: what a build would know of it, had one made it. `adopted` is a hash of the mapping. */
export function toAdoptedBase(
  { deck, figures, dates, points }: DeckTies,
  { language, period, comparison }: Pick<Mapping, 'language' | 'period' | 'comparison'>,
  known: Readonly<Record<string, BaseFigure>>,
  { id, adopted }: { id: string; adopted: string },
): DeckBase {
  const marked = (text: LivingText): MarkedText => ({
    text: text.text,
    marks: figures.get(text) ?? [],
    ...(dates.has(text) && { dates: dates.get(text) }),
  })
  // What the file says of itself, such as the titles of its slides, is said on them too.
  const onSlides = deck.texts.filter(({ kind }) => kind !== 'file')
  const byWords = new Map(onSlides.map((text) => [text.text, marked(text)]))
  return {
    report: { id, language, period, comparison },
    adopted,
    slides: deck.slides.map((_, index) => getTitle(index + 1, deck.texts)),
    ...toBaseContent(
      deck,
      (text) => (text.kind === 'file' ? byWords.get(text.text) : undefined) ?? marked(text),
      (series) => (points.has(series) ? { ties: points.get(series) } : {}),
    ),
    claims: [],
    figures: known,
  }
}

/** The first words of a slide. */
export function getTitle(slide: number, texts: readonly LivingText[]): string {
  const own = texts.filter((one) => one.slide === slide && one.kind === 'text')
  return (own.find(({ item }) => /title|标题/i.test(item)) ?? own[0])?.text ?? ''
}
