import { joinBoxes } from '../../layout/join-boxes.ts'
import { parseXml } from '../../opc/parse-xml.ts'
import { type EmuBox, emu, shared } from '../../opc/shape-box.ts'
import { childElements, childNamed, descendants, getText, visit, type XmlElement } from '../../opc/xml.ts'
import { type PlacedShape, placedShapes, slideSize } from '../../trust/verify/read/placed-shapes.ts'
import { type FreshItem, type RefreshEntry, type Refreshing, toSettle, updated } from '../refresh/types.ts'
import { addRelation } from '../write/add-parts.ts'
import { insert, source } from '../write/edit-elements.ts'
import type { PackageEditor } from '../write/edit-package.ts'
import { createPartCopier } from './copy-slide.ts'

/** Puts a build's additions on the deck's slides where they cover least; a person settles any covered words. */
export function addItems(refreshing: Refreshing, items: readonly FreshItem[]): RefreshEntry[] {
  const numbers = [...new Set(items.map(({ slide }) => slide))]
  return numbers.flatMap((slide) =>
    addOn(
      slide,
      items.filter((one) => one.slide === slide),
      refreshing,
    ),
  )
}

function addOn(slide: number, items: readonly FreshItem[], refreshing: Refreshing): RefreshEntry[] {
  const { editor, theirs, built } = refreshing
  const part = theirs.slides[slide - 1]?.part ?? ''
  const from = built.deck.slides[(items[0]?.of ?? 0) - 1]?.part ?? ''
  // As it stands with all that was brought up to date, for words may have come or gone.
  const written = parseXml(editor.text(part))
  const present = { ...editor, xml: (name: string) => (name === part ? written : editor.xml(name)) }
  const standing = placedShapes(present, part).map((shape): Taken => {
    return { box: wordsBox(shape), words: textOf(shape.element) && shape.name }
  })
  const size = slideSize(editor)
  // What fills the slide is its ground.
  const taken = standing.filter(({ box }) => box.width * box.height < 0.8 * size.width * size.height)
  const copy = createPartCopier(refreshing, () => part)
  let id = Math.max(1, ...descendants(editor.xml(part), 'p:cNvPr').map(({ attributes }) => Number(attributes.id) || 0))
  const shapes: string[] = []
  const entries = topShapes(built.opened, from, items).flatMap(({ element, box, names }): RefreshEntry[] => {
    const mayScale = !names.some((name) => items.some((one) => one.item === name && /tables|texts/.test(one.kind)))
    const room = findRoom(box, size, taken, mayScale)
    const covered = taken.filter((one) => one.words && shared(one.box, room) > 0).map(({ words }) => words)
    taken.push({ box: room, words: '' })
    const xml = withParts(source(built.opened, element), from, part, refreshing, copy)
    shapes.push(
      moved(onLayout(xml, part, editor), room).replace(/(<p:cNvPr id=")\d+/g, (_, head: string) => {
        id += 1
        return `${head}${id}`
      }),
    )
    const at = { slide, item: names[0] ?? '' }
    const message = `put in where it covers least, over ${covered.join(', ')}: move one of them`
    return [updated(at, '', 'as the present build shows it'), ...(covered.length === 0 ? [] : [toSettle(at, message)])]
  })
  const tree = childNamed(childNamed(editor.xml(part), 'p:cSld'), 'p:spTree')
  if (tree && shapes.length > 0) {
    const last = childElements(tree).find(({ name }) => name === 'p:extLst')
    insert(editor, last ?? tree, last ? 'start' : 'contentEnd', shapes.join(''))
  }
  return entries
}

export function textOf(element: XmlElement): string {
  return descendants(element, 'a:t').map(getText).join(' ').trim()
}

interface TopShape {
  element: XmlElement
  box: EmuBox
  names: string[]
}

/** The shapes that the items are, with what each is called; groups of nothing else as a whole. */
function topShapes(opened: PackageEditor, part: string, items: readonly FreshItem[]): TopShape[] {
  const tree = childNamed(childNamed(opened.xml(part), 'p:cSld'), 'p:spTree')
  const placed = placedShapes(opened, part)
  const isFresh = ({ name }: { name: string }) => items.some(({ item }) => item === name)
  return childElements(tree).flatMap((element): TopShape[] => {
    const inside = new Set([element])
    visit(element, (one) => inside.add(one))
    const own = placed.filter((one) => inside.has(one.element))
    const [first] = own
    if (first && own.every(isFresh))
      return [{ element, names: own.map(({ name }) => name), box: joinBoxes(own.map(wordsBox)) }]
    return own.filter(isFresh).map((one) => ({ element: one.element, names: [one.name], box: wordsBox(one) }))
  })
}

/** A shape with copies of what it refers to; links to other slides and addresses lead nowhere. */
function withParts(
  xml: string,
  from: string,
  part: string,
  { editor, built: { opened } }: Refreshing,
  copy: (part: string) => string,
): string {
  const relations = new Map(opened.relations(from).map((one) => [one.id, one]))
  return xml
    .replace(/<a:hlink(?:Click|Hover)\b[^>]*(?:\/>|>.*?<\/a:hlink(?:Click|Hover)>)/gs, '')
    .replace(/(\sr:(?:id|embed|link)=")([^"]*)"/g, (whole, head: string, id: string) => {
      const relation = relations.get(id)
      return relation && !relation.external
        ? `${head}${addRelation(editor, part, relation.type, copy(relation.target))}"`
        : whole
    })
}

/** A shape at its place, by itself: what its layout says of the place is left. */
function moved(xml: string, { x, y, width, height }: EmuBox): string {
  const frame = `<a:off x="${Math.round(x)}" y="${Math.round(y)}"/><a:ext cx="${Math.round(width)}" cy="${Math.round(height)}"/>`
  const places = /<a:off [^>]*\/><a:ext [^>]*\/>/
  if (places.test(xml)) return xml.replace(places, frame)
  return xml
    .replace(/<p:spPr\s*\/>/, `<p:spPr><a:xfrm>${frame}</a:xfrm></p:spPr>`)
    .replace(/<p:spPr>(?!<a:xfrm>)/, `<p:spPr><a:xfrm>${frame}</a:xfrm>`)
}

/** A placeholder that the slide's layout has and no shape fills stays one; else it becomes a shape by itself. */
function onLayout(xml: string, slide: string, editor: PackageEditor): string {
  const numbers = (part: string | undefined) => {
    const root = editor.xml(part)
    return descendants(root, 'p:ph').map(({ attributes }) => attributes.idx ?? '0')
  }
  const [free, taken] = [numbers(editor.related(slide, 'slideLayout')[0]), numbers(slide)]
  return xml.replace(/<p:ph\b[^>]*\/>/g, (whole) => {
    const idx = /idx="(\d+)"/.exec(whole)?.[1] ?? '0'
    return free.includes(idx) && !taken.includes(idx) ? whole : ''
  })
}

/** How far apart places are that are tried, as shares of the slide. */
const step = 1 / 24

/** Smaller than this, charts cannot be read. */
const scales = [1, 0.8, 0.6]

/** What stands on a slide: words, which are worse to cover than others, have a name. */
interface Taken {
  box: EmuBox
  words: string
}

/** Where a shape covers least of a slide, nearest to its wanted place; scaled down, if allowed, to cover nothing. */
function findRoom(
  wanted: EmuBox,
  slide: { width: number; height: number },
  taken: readonly Taken[],
  mayScale: boolean,
): EmuBox {
  const found = (mayScale ? scales : [1]).map((scale) => bestPlace(wanted, scale, slide, taken))
  const least = found.reduce((best, one) => (one.covers < best.covers ? one : best))
  return (found.find(({ covers }) => covers === 0) ?? least).box
}

function bestPlace(
  wanted: EmuBox,
  scale: number,
  slide: { width: number; height: number },
  taken: readonly Taken[],
): { box: EmuBox; covers: number } {
  const [width, height] = [Math.round(wanted.width * scale), Math.round(wanted.height * scale)]
  const places = (length: number, whole: number, own: number) => {
    const [least, most] = [whole * step, whole * (1 - step) - length]
    const count = Math.max(0, Math.floor((most - least) / (whole * step)))
    return [own, ...Array.from({ length: count + 1 }, (_, index) => Math.round(least + index * whole * step))]
  }
  const boxes = places(width, slide.width, wanted.x).flatMap((x) =>
    places(height, slide.height, wanted.y).map((y) => ({ x, y, width, height })),
  )
  const rated = boxes.map((box) => ({
    box,
    covers: taken.reduce((sum, other) => sum + shared(box, other.box) * (other.words === '' ? 1 : 4), 0),
    far: Math.hypot(box.x - wanted.x, box.y - wanted.y),
  }))
  const [first] = rated
  const best = rated.reduce(
    (one, other) => ((other.covers - one.covers || other.far - one.far) < 0 ? other : one),
    first ?? { box: wanted, covers: 0, far: 0 },
  )
  return { box: best.box, covers: best.covers }
}

/** Boxes no higher than this, in points, are full; some have their words at the bottom by their layout's word. */
const small = 100
/** Points, where runs do not say it. */
const usualSize = 18

/** The approximate part of a shape that its words take; all of it for words that do not begin at its top. */
export function wordsBox({ element, box }: Pick<PlacedShape, 'element' | 'box'>): EmuBox {
  const [body] = descendants(element, 'p:txBody')
  const [placeholder] = descendants(element, 'p:ph')
  const frame = childNamed(body, 'a:bodyPr')
  const isAtTop =
    (frame?.attributes.anchor ?? 't') === 't' && !/title|ftr|dt|sldNum/i.test(placeholder?.attributes.type ?? '')
  if (element.name !== 'p:sp' || !body || !isAtTop || frame?.attributes.vert || box.height < small * emu) return box
  const heights = descendants(body, 'a:p').map((paragraph) => paragraphHeight(paragraph, box.width / emu))
  const height = heights.reduce((sum, one) => sum + one, 0) + usualSize
  return { ...box, height: Math.min(box.height, height * emu) }
}

function paragraphHeight(paragraph: XmlElement, width: number): number {
  const sizes = descendants(paragraph, 'a:rPr').map(({ attributes }) => Number(attributes.sz ?? usualSize * 100) / 100)
  const size = Math.max(...(sizes.length > 0 ? sizes : [usualSize]))
  const words = descendants(paragraph, 'a:t').map(getText).join('')
  const across = lettersAcross(words, 0.55) * size
  const lines = Math.max(1, Math.ceil(across / Math.max(size, width - 3 * size)))
  return lines * size * 1.2 + size * 0.6
}

/** How long words are in sizes of their type: Chinese characters are as wide as they are high, others a share of it. */
export function lettersAcross(words: string, share: number): number {
  return [...words].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : share), 0)
}
