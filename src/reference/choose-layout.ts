import { suggest } from '../diagnostic.ts'
import type { Theme } from '../theme/theme.ts'
import { kindNames, layoutKinds, type TemplatedLayout } from './layout-kinds.ts'
import type { ReferenceLayout, Slot, TemplateDeck } from './types.ts'

/** Layouts that show their title large. */
const covers: ReadonlySet<TemplatedLayout> = new Set(['title', 'section', 'statement', 'appendix', 'back'])
/** Layouts for two things beside each other. */
const pairs: ReadonlySet<TemplatedLayout> = new Set([
  'chart-and-text',
  'two-charts',
  'comparison',
  'big-number',
  'picture-and-text',
])
/** A place for content covers at least this part of the slide. */
const leastRoom = 0.15

/**
 * The template's layout for one of ours: the one that `layouts:` of the theme names, else the one of the same name
 * (`Chart and text` for
 * `chart-and-text`), else PowerPoint's own for that purpose, else the one whose places suit it. Where there is none,
 * what to say of it.
 */
export function chooseLayout(
  layout: TemplatedLayout,
  theme: Theme,
  reference: TemplateDeck,
): ReferenceLayout | { message: string; expected: string; hint: string } {
  const { layouts, file } = reference
  const expected = `one of ${layouts.map(({ name }) => name).join(', ')}`
  const wanted = theme.layouts?.[layout]
  if (wanted !== undefined) {
    const hint =
      suggest(
        wanted,
        layouts.map(({ name }) => name),
      ) ?? 'layouts: in templates/theme.yaml names it'
    const message = `${file} has no layout ${wanted}, which is to be ${layout}`
    return layouts.find((one) => isCalled(one, wanted)) ?? { message, expected, hint }
  }
  const known = knownLayout(layout, theme, reference)
  const other = theme.layouts?.default
  if (!known && other !== undefined) {
    const message = `${file} has no layout ${other}, which is to be that of all others`
    return { message, expected, hint: `name one in templates/theme.yaml: layouts: { ${layout}: … }` }
  }
  const message = `${file} has no layout with a place for a title, for ${layout} slides`
  const hint = 'give one of its layouts a title in PowerPoint: View, Slide Master'
  return known ?? layoutByPlaces(layout, reference) ?? { message, expected, hint }
}

/** Our layouts among some that are taken by their places alone, each with the template's. */
export function layoutsByPlaces(
  names: Iterable<TemplatedLayout>,
  theme: Theme,
  reference: TemplateDeck,
): [ours: TemplatedLayout, theirs: ReferenceLayout][] {
  return [...new Set(names)].flatMap((name): [TemplatedLayout, ReferenceLayout][] => {
    const isNamed = theme.layouts?.[name] !== undefined || theme.layouts?.default !== undefined
    const byPlaces = isNamed || knownLayout(name, theme, reference) ? undefined : layoutByPlaces(name, reference)
    return byPlaces ? [[name, byPlaces]] : []
  })
}

/** The layout of the same name, else the one for all others, else PowerPoint's own kind. */
function knownLayout(layout: TemplatedLayout, theme: Theme, { layouts }: TemplateDeck): ReferenceLayout | undefined {
  const called = (name: string): ReferenceLayout | undefined => layouts.find((one) => isCalled(one, name))
  const other = theme.layouts?.default
  if (called(layout) || other !== undefined) return called(layout) ?? called(other ?? '')
  const standard = layoutKinds[layout].flatMap((kind) => {
    // LibreOffice calls a cover with a place for text title only.
    const alike = layouts.filter((one) => one.type === kind && (kind !== 'titleOnly' || !hasContent(one)))
    const isCoverKind = kind === 'title' || kind === 'secHead'
    return (isCoverKind ? alike[0] : roomiest(alike)) ?? kindNames[kind]?.flatMap((name) => called(name) ?? []) ?? []
  })
  return standard[0]
}

/** Whether a layout has the name, whatever its capitals, spaces and hyphens. */
function isCalled({ name }: ReferenceLayout, wanted: string): boolean {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim()
  return bare(name) === bare(wanted)
}

/** The layout whose places best suit ours, if neither name nor kind tells; undefined if none has a title. */
function layoutByPlaces(name: TemplatedLayout, { layouts, width, height }: TemplateDeck): ReferenceLayout | undefined {
  const titled = layouts.filter(({ slots }) => slots.some(isTitle))
  if (covers.has(name)) return titled.find(isCover) ?? titled.find(hasText) ?? titled[0]
  const isLarge = (slot: Slot): boolean => getArea(slot) >= leastRoom * width * height
  const contents = (layout: ReferenceLayout): Slot[] => layout.slots.filter(isContent)
  const inner = titled.filter((layout) => !isCover(layout))
  const pair = inner.find((layout) => {
    const [left, right, ...more] = contents(layout)
    return left && right && more.length === 0 && isLarge(left) && isLarge(right) && areBeside(left, right)
  })
  if (pair && pairs.has(name)) return pair
  const single = inner.filter((layout) => {
    const [only, ...more] = contents(layout)
    return only && more.length === 0 && isLarge(only)
  })
  const bare = titled.filter(({ slots }) => slots.some((slot) => isTitle(slot) && slot.box.y < height / 2))
  const open = bare.find((layout) => contents(layout).length === 0 && !isCover(layout))
  return roomiest(single) ?? open ?? withoutContents(bare[0], isLarge)
}

/** The first of some layouts that has at least two thirds of the room that the roomiest has. */
export function roomiest(layouts: readonly ReferenceLayout[]): ReferenceLayout | undefined {
  const room = ({ slots }: ReferenceLayout): number =>
    slots.filter(isContent).reduce((sum, slot) => sum + getArea(slot), 0)
  const most = Math.max(0, ...layouts.map(room))
  return layouts.find((layout) => room(layout) >= (most * 2) / 3)
}

/** A layout as one of which the title and the foot alone are used: content stands between them. */
function withoutContents(layout: ReferenceLayout | undefined, isLarge: (slot: Slot) => boolean) {
  const foot = new Set(['ftr', 'dt', 'sldNum'])
  const isKept = (slot: Slot): boolean => isTitle(slot) || foot.has(slot.type)
  // LibreOffice's only layout has a place for a subtitle where content stands.
  const room = layout?.slots.find((slot) => !isKept(slot) && isLarge(slot))?.box
  return layout && { ...layout, room, slots: layout.slots.filter(isKept) }
}

function isTitle({ type }: Slot): boolean {
  return type === 'title' || type === 'ctrTitle'
}

function isCover({ slots }: ReferenceLayout): boolean {
  return slots.some(({ type }) => type === 'ctrTitle' || type === 'subTitle')
}

/** Whether a layout has a place for content. */
function hasContent({ slots }: ReferenceLayout): boolean {
  return slots.some(isContent)
}

function hasText({ slots }: ReferenceLayout): boolean {
  return slots.some(({ type }) => type === 'body' || type === 'obj')
}

function isContent({ type }: Slot): boolean {
  return type === 'obj' || type === 'body' || type === 'chart' || type === 'tbl' || type === 'pic'
}

function getArea({ box }: Slot): number {
  return box.width * box.height
}

function areBeside({ box: a }: Slot, { box: b }: Slot): boolean {
  return (a.x + a.width <= b.x || b.x + b.width <= a.x) && a.y < b.y + b.height && b.y < a.y + a.height
}
