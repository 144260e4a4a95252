import { groupBy, mostCommon } from '../../../dataset/group-by.ts'
import { layoutNames } from '../../../document/layout-names.ts'
import type { Item, Page, RectItem, Role, TextItem, TextStyle } from '../../../layout/types.ts'
import { type CoverLook, getCoverLook, isCover } from '../../../theme/cover-looks.ts'
import type { ColorName, Theme } from '../../../theme/theme.ts'
import { withRoomBelow } from '../shapes/room-below.ts'
import { defaultPlaceholders } from './default-placeholders.ts'
import { bodyLevels, oneLevel } from './list-style.ts'
import type { Placeholder, PlaceholderRole } from './placeholder.ts'

export interface LayoutToWrite {
  /** As `Page.layout` names it. */
  name: string
  /** Its part, where it is a template's. */
  part?: string | undefined
  placeholders: readonly Placeholder[]
  /** Rules and panels that each of its slides has. */
  decorations: readonly RectItem[]
  background?: ColorName | undefined
}

/**
 * The deck's layouts. One that pages use is learnt from them: a place where half of its pages have an item of a role,
 * with the box and
 * style that most of them have, so that most slides need say nothing of their own. One that no page uses is made from
 * the theme.
 */
export function learnLayouts(pages: readonly Page[], theme: Theme): LayoutToWrite[] {
  // Every deck gets them all, so that a person who goes on working with it finds them.
  const names = new Set<string>([...layoutNames, ...pages.map((page) => page.layout)])
  const repeated = repeatedDecorations(pages)
  const common = learnPlaceholders(pages.filter((page) => !isCover(page.layout)))
  return [...names].map((name) => {
    const own = pages.filter((page) => page.layout === name)
    const learnt = learnPlaceholders(own)
    // What the layout lacks stands where its own title leaves room.
    const titles = learnt.filter(({ role }) => role === 'title')
    const defaults = defaultPlaceholders(name, [...titles, ...common], theme)
    return {
      name,
      placeholders: own.length > 0 ? withRoomBelow(withStandard(learnt, defaults), theme) : defaults,
      decorations: own.length > 0 ? sharedDecorations(own, repeated) : commonDecorations(name, pages, repeated),
      background:
        own.length > 0
          ? sharedBackground(own)
          : isCover(name)
            ? getGround(getCoverLook(name, theme.colors))
            : undefined,
    }
  })
}

/** What every slide of a layout may have, even if none of the deck has it: a title, a subtitle and a source. */
function withStandard(learnt: readonly Placeholder[], defaults: readonly Placeholder[]): Placeholder[] {
  const missing = (...roles: PlaceholderRole[]): Placeholder[] =>
    defaults.filter(({ role }) => roles.includes(role) && learnt.every((place) => place.role !== role))
  return [...missing('title'), ...learnt, ...missing('subtitle', 'source')]
}

/** An item that may fill a placeholder, with its place among those of its role. */
type PlacedItem = ReturnType<typeof placeholderItems>[number]

/** The page's items with their roles, counted; artifacts have none. */
export function placeholderItems(page: Page) {
  const counts = new Map<Role, number>()
  return page.items.flatMap((item) => {
    if (item.role === 'artifact' || item.type === 'rect' || item.type === 'polyline') return []
    const order = counts.get(item.role) ?? 0
    counts.set(item.role, order + 1)
    return [{ item, role: item.role, order }]
  })
}

function learnPlaceholders(pages: readonly Page[]): Placeholder[] {
  const candidates = pages.flatMap((page) => placeholderItems(page).map((placed) => toCandidate(placed, page.layout)))
  const groups = [...groupBy(candidates, ({ role, order }) => `${role} ${order}`).values()]
  const placeholders = groups.flatMap((group) =>
    group.length * 2 >= pages.length ? (mostCommon(group, placeKey) ?? []) : [],
  )
  // Key figures are like things.
  const keyFigures = candidates.filter(({ role }) => role === 'keyFigure')
  return placeholders.map((place) =>
    place.role === 'keyFigure'
      ? {
          ...place,
          text: mostCommon(
            keyFigures.map(({ text }) => text),
            placeKey,
          ),
        }
      : place,
  )
}

function toCandidate({ item, role, order }: PlacedItem, layout: string): Placeholder {
  return { role, order, box: item.box, text: item.type === 'text' ? placeholderText(item, layout) : undefined }
}

function placeholderText({ paragraphs, role, verticalAlign, fill }: TextItem, layout: string) {
  const styles = paragraphs.map(({ style }) => style)
  const [first] = styles
  if (!first) return undefined
  const words = role === 'body' ? bodyLevels(first, layout) : oneLevel(first)
  // Number, label and movement are a level each, so that a person can type the next key figure.
  return { levels: role === 'keyFigure' ? styles.map(withoutNews).flatMap(oneLevel) : words, verticalAlign, fill }
}

/** What a key figure is coloured by its news is not its place's style: the next edition's news is another. */
function withoutNews(style: TextStyle): TextStyle {
  return style.color === 'good' || style.color === 'bad' ? { ...style, color: 'muted' } : style
}

/** Sums of points that differ in their last bits are the same place. */
const roundNumbers = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value

const placeKey = (value: unknown): string => JSON.stringify(value, roundNumbers) ?? ''

const decorationKey = ({ name, box, fill, stroke }: RectItem): string => placeKey([name, box, fill, stroke])

function rects(page: Page): RectItem[] {
  return page.items.filter((item) => item.type === 'rect')
}

/** The keys of decorations that are the same on several slides: they belong to layouts. */
function repeatedDecorations(pages: readonly Page[]): Set<string> {
  const groups = groupBy(pages.flatMap(rects), decorationKey)
  return new Set([...groups].filter(([, group]) => group.length > 1).map(([key]) => key))
}

/** Decorations that all of a layout's pages have. */
function sharedDecorations([first, ...others]: readonly Page[], repeated: ReadonlySet<string>): RectItem[] {
  const elsewhere = others.map((page) => new Set(rects(page).map(decorationKey)))
  return first
    ? rects(first).filter((rect) => {
        const key = decorationKey(rect)
        return repeated.has(key) && elsewhere.every((keys) => keys.has(key))
      })
    : []
}

/** What all content slides have, for a layout that none of them uses. */
function commonDecorations(name: string, pages: readonly Page[], repeated: ReadonlySet<string>): RectItem[] {
  const content = pages.filter((page) => !isCover(page.layout))
  return isCover(name) ? [] : sharedDecorations(content, repeated)
}

/** A cover's ground, where it is another than the master's. */
function getGround({ ground }: CoverLook): ColorName | undefined {
  return ground === 'paper' ? undefined : ground
}

function sharedBackground(pages: readonly Page[]): ColorName | undefined {
  const backgrounds = new Set(pages.map((page) => page.background))
  return backgrounds.size === 1 ? pages[0]?.background : undefined
}

/** The page's items without the decorations that its layout draws. */
export function itemsBesideLayout(page: Page, layout: LayoutToWrite): Item[] {
  const drawn = new Set(layout.decorations.map(decorationKey))
  return page.items.filter((item) => item.type !== 'rect' || !drawn.has(decorationKey(item)))
}
