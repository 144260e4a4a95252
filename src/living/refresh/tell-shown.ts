import type { FreshItem, RefreshEntry, Refreshing } from './types.ts'

/** Tells what a deck cannot follow by itself: slides that the report has no more, and charts, tables and pictures that its slides show more of now. */
export function tellShown(refreshing: Refreshing, fresh: readonly FreshItem[]): RefreshEntry[] {
  return [...slidesGone(refreshing), ...fresh.map((one) => shownMore(one, refreshing))]
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

function shownMore({ kind, of, slide, item }: FreshItem, { ours }: Refreshing): RefreshEntry {
  const own = ours.texts.filter((one) => kind === 'texts' && one.slide === of && one.item === item)
  const words = own.length > 0 ? ` (“${own.map(({ text }) => text).join(' ')}”)` : ''
  const message = `slide ${slide}: the report shows more here now: ${item}${words} (--add puts it in)`
  return { kind: 'note', slide, item, message }
}
