import type { OpenedPackage } from '../../../opc/open-package.ts'
import { mainPart, type OpenedSlide, toDeck } from '../../../opc/opened-deck.ts'
import { shared, toPoints } from '../../../opc/shape-box.ts'
import { childElements, childNamed, descendants, getText, toXml, type XmlElement } from '../../../opc/xml.ts'
import { parseTemplateDeck } from '../../../reference/read-reference.ts'
import { getGround, groundAt, templateGrounds } from '../../../reference/template-art.ts'
import { colorIn, drawShape, getOpacity } from '../../../reference/template-shapes.ts'
import type { TemplateDeck } from '../../../reference/types.ts'
import { contrast, faintest } from '../../../theme/check-contrast.ts'
import { drawnShapes } from './drawing-text.ts'
import type { FoundPlace } from './found-document.ts'
import { placedShapes } from './placed-shapes.ts'

/**
 * What slides hold but do not show: shapes switched off, leaving, off the slide or covered;
 * words struck out, clear, of no size, or in the colour behind them.
 */
export function unseenWords(opened: OpenedPackage): FoundPlace[] {
  const { value: deck } = parseTemplateDeck(opened, '')
  return deck ? toDeck(deck.opened).slides.flatMap((slide) => unseenOn(deck, slide)) : []
}

function unseenOn(deck: TemplateDeck, { part, number: page }: OpenedSlide): FoundPlace[] {
  const { opened, colors, width, height, layouts } = deck
  const [root, slide] = [opened.xml(part), { x: 0, y: 0, width, height }]
  const boxes = new Map(placedShapes(opened, part).map(({ element, box }) => [element, toPoints(box)]))
  const tops = childElements(childNamed(childNamed(root, 'p:cSld'), 'p:spTree'))
  const grounds = tops.map((top) => drawShape(top, { part, opened, colors, setWords: () => '' }).grounds)
  const layout = layouts.find((one) => one.part === opened.related(part, 'slideLayout')[0])
  const own = getGround(root, colors).map((ground) => ({ ...ground, box: slide }))
  const behind = [...(layout ? templateGrounds(deck)(layout) : []), ...own]
  const targets = hidingEffects(root).flatMap((one) => descendants(one, 'p:spTgt'))
  const leaving = new Set(targets.map(({ attributes }) => attributes.spid))
  const [show] = opened.related(mainPart(opened)?.name, 'presProps')
  const { st = page, end = page } = descendants(opened.xml(show), 'p:sldRg')[0]?.attributes ?? {}
  const isHidden = page < Number(st) || page > Number(end) || /^(?:0|false)$/.test(root?.attributes.show ?? '')
  const unseen = tops.flatMap((top, index) =>
    drawnShapes({ ...top, name: '', children: [top] }).flatMap((shape) => {
      const box = boxes.get(shape)
      const names = [top, shape].map((one) => descendants(one, 'p:cNvPr')[0]?.attributes ?? {})
      const isOff = isHidden || names.some(({ hidden, id }) => hidden === '1' || leaving.has(id))
      const covers = grounds.slice(index + 1).flatMap((above) => above.filter(({ color }) => color !== undefined))
      const size = box ? box.width * box.height : 0
      const isTiny = shape.name !== 'p:sp' && box && Math.max(box.width, box.height) < 36
      const isLost =
        box && (isTiny || shared(box, slide) <= size / 10 || covers.some((one) => shared(box, one.box) > size / 3))
      const filled = childElements(childNamed(shape, 'p:spPr')).find(({ name }) => /[a-z]Fill$/.test(name))
      const isFilled = filled && filled.name !== 'a:noFill'
      const ground = box && groundAt(box, [...behind, ...grounds.slice(0, index + 1).flat()])
      const on = isFilled ? colorIn(filled, colors) : ground
      const { name: item = '', descr = '' } = names.at(-1) ?? {}
      const text = isOff || isLost ? getWords(shape) || descr : unreadWords(shape, on, colors)
      return text === '' ? [] : [{ page, item: item || shape.name, text }]
    }),
  )
  return isHidden ? unseen.slice(0, 1) : unseen
}

/**
 * Animations that remove shapes, or show them when nobody waits: a minute later, on a click on something else,
 * after clicks that show nothing new.
 */
function hidingEffects(slide: XmlElement | undefined): XmlElement[] {
  const among = (of: XmlElement | undefined, name: string, value: string) =>
    descendants(of, 'p:cTn').filter(({ attributes }) => attributes[name] === value)
  const entrances = among(slide, 'presetClass', 'entr')
  const shown = new Set(entrances.map((one) => toXml(descendants(one, 'p:spTgt')[0] ?? one)))
  const isLate = (one: XmlElement, at: number) =>
    at >= shown.size || Number(descendants(one, 'p:cond')[0]?.attributes.delay) >= 60_000
  return [
    ...among(slide, 'presetClass', 'exit'),
    ...entrances.filter(isLate),
    ...among(slide, 'nodeType', 'interactiveSeq').flatMap((one) => among(one, 'presetClass', 'entr')),
  ]
}

function getWords(element: XmlElement): string {
  return descendants(element, 'a:t').map(getText).join(' ').trim()
}

/** The words of a shape, or of each cell of a table, that no reader can tell from their ground. */
function unreadWords(shape: XmlElement, ground: string | undefined, colors: TemplateDeck['colors']): string {
  // A style of tables may fill heads and every second row.
  const isBanded = descendants(shape, 'a:tblPr').some(({ attributes }) => attributes.bandRow === '1')
  const cells = descendants(shape, 'a:tr').flatMap((row, index) =>
    descendants(row, 'a:tc').map((body) => {
      const fill = childNamed(childNamed(body, 'a:tcPr'), 'a:solidFill')
      return { body, on: fill ? colorIn(fill, colors) : isBanded || index === 0 ? undefined : ground }
    }),
  )
  const bodies = cells.length > 0 ? cells : [{ body: shape, on: ground }]
  return bodies
    .flatMap(({ body, on }) => unreadRuns(body, on, colors))
    .map(getWords)
    .join(' ')
    .trim()
}

function unreadRuns(body: XmlElement, ground: string | undefined, colors: TemplateDeck['colors']): XmlElement[] {
  const styles = descendants(descendants(body, 'a:lstStyle')[0], 'a:defRPr')
  const scale = Number(descendants(body, 'a:normAutofit')[0]?.attributes.fontScale ?? 1e5) / 1e5
  return descendants(body, 'a:r').filter((run) => {
    const looks = [childNamed(run, 'a:rPr') ?? run, ...styles]
    const [fill] = looks.flatMap((look) => childNamed(look, 'a:solidFill') ?? [])
    const [size = 1800] = looks.flatMap(({ attributes }) => attributes.sz ?? [])
    const color = colorIn(fill, colors)
    const isFaint = color !== undefined && ground !== undefined && contrast(color, ground) < faintest
    const isClear = looks.some((look) => childNamed(look, 'a:noFill')) || getOpacity(fill) < 0.1
    const isStruck = (looks[0]?.attributes.strike ?? 'noStrike') !== 'noStrike'
    return isFaint || isClear || isStruck || Number(size) * scale <= 300
  })
}
