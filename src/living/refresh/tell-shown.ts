import type { DeckBase } from '../../build/base/base-types.ts'
import type { RefreshEntry, Refreshing } from './types.ts'

/** Tells what a deck cannot follow by itself: slides that the report has no more, and charts, tables and pictures that its slides show more of now. */
export function tellShown(refreshing: Refreshing): RefreshEntry[] {
  return [
    ...slidesGone(refreshing),
    ...(['charts', 'tables', 'pictures', 'courses'] as const).flatMap((kind) => shownMore(kind, refreshing)),
  ]
}

function slidesGone({ base, slides, theirs }: Refreshing): RefreshEntry[] {
  const left = new Set(slides.ours.values())
  return theirs.slides.flatMap((_, index): RefreshEntry[] => {
    const former = slides.theirs.get(index + 1)
    const item = base.slides[(former ?? 0) - 1]
    if (former === undefined || item === undefined || left.has(former)) return []
    return [
      { kind: 'note', slide: index + 1, item, message: `slide ${index + 1} is not in the report any more: ${item}` },
    ]
  })
}

function shownMore(
  kind: 'charts' | 'tables' | 'pictures' | 'courses',
  { base, ours, slides, theirs }: Refreshing,
): RefreshEntry[] {
  return getFresh(ours[kind], base[kind], slides.ours).flatMap(({ slide, item }) =>
    theirs.slides.flatMap((_, index): RefreshEntry[] => {
      const number = index + 1
      const isStanding = slides.theirs.get(number) === slides.ours.get(slide)
      const isThere = theirs[kind].some((one) => one.slide === number && one.item === item)
      if (!isStanding || isThere) return []
      return [
        { kind: 'note', slide: number, item, message: `slide ${number}: the report shows more here now: ${item}` },
      ]
    }),
  )
}

type Shown = Pick<DeckBase['tables'][number], 'slide' | 'item'>

/** What slides of the present build show that the former's did not, by name; of as many of one name none. */
function getFresh(now: readonly Shown[], was: readonly Shown[], slides: ReadonlyMap<number, number>): Shown[] {
  const count = (list: readonly Shown[], slide: number | undefined, name: string) =>
    list.filter((one) => one.slide === slide && one.item === name).length
  return now.filter(({ slide, item }) => {
    const former = slides.get(slide)
    return former !== undefined && count(now, slide, item) > count(was, former, item)
  })
}
