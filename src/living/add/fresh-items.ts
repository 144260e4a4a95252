import type { DeckBase } from '../../build/base/base-types.ts'
import { isParagraph } from '../refresh/texts/match-texts.ts'
import type { FreshItem, Refreshing } from '../refresh/types.ts'

const kinds = ['charts', 'tables', 'pictures', 'courses', 'texts'] as const

/**
 * What the deck's slides lack that the present build shows and the former did not.
 * As many of a kind as a slide has lost are the same under other names.
 */
export function findFreshItems({
  base,
  ours,
  theirs,
  slides,
}: Pick<Refreshing, 'base' | 'ours' | 'theirs' | 'slides'>): FreshItem[] {
  return [...slides.ours].flatMap(([of, former]) =>
    kinds.flatMap((kind) => {
      const [was, is] = [itemsOn(base, kind, former), itemsOn(ours, kind, of)]
      const gone = was.filter((item) => !is.includes(item)).length
      const fresh = is.filter((item) => !was.includes(item)).slice(gone)
      const standing = theirs.slides.flatMap((_, index) => (slides.theirs.get(index + 1) === former ? [index + 1] : []))
      return standing.flatMap((slide) => {
        const own = kinds.flatMap((one) => itemsOn(theirs, one, slide))
        return fresh.filter((item) => !own.includes(item)).map((item): FreshItem => ({ kind, of, slide, item }))
      })
    }),
  )
}

/** The names of the shapes of a kind on a slide; of texts those that are no table, chart or picture. */
function itemsOn(
  deck: { readonly [K in FreshItem['kind']]: readonly { slide: number; item: string }[] },
  kind: FreshItem['kind'],
  slide: number,
): string[] {
  const of = (one: FreshItem['kind']) => deck[one].filter((each) => each.slide === slide).map(({ item }) => item)
  if (kind !== 'texts') return [...new Set(of(kind))]
  const others = new Set(kinds.flatMap((one) => (one === 'texts' ? [] : of(one))))
  const boxes = (deck.texts as DeckBase['texts']).filter(
    (each) => each.slide === slide && each.kind === 'text' && isParagraph(each),
  )
  return [...new Set(boxes.map(({ item }) => item))].filter((item) => !others.has(item))
}

/** A base without what the deck does not have of it, so that the next refresh can put it in. */
export function withoutItems(base: DeckBase, items: readonly FreshItem[]): DeckBase {
  const isLeft = ({ slide, item }: { slide: number; item: string }) =>
    !items.some((one) => one.of === slide && one.item === item)
  return {
    ...base,
    texts: base.texts.filter(isLeft),
    tables: base.tables.filter(isLeft),
    charts: base.charts.filter(isLeft),
    pictures: base.pictures.filter(isLeft),
    courses: base.courses.filter(isLeft),
  }
}
