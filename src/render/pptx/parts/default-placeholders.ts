import type { Box, TextStyle } from '../../../layout/types.ts'
import { type CoverLook, getCoverLook, isCover } from '../../../theme/cover-looks.ts'
import type { Theme } from '../../../theme/theme.ts'
import { bodyLevels, type ListStyle, oneLevel, plainStyle } from './list-style.ts'
import type { Placeholder, PlaceholderRole } from './placeholder.ts'

/** Places of a layout that no slide uses: head and foot from the others (`common`), content as its name promises. */
export function defaultPlaceholders(name: string, common: readonly Placeholder[], theme: Theme): Placeholder[] {
  if (isCover(name)) return coverPlaceholders(getCoverLook(name, theme.colors), theme)
  const title = shared('title', common, theme)
  const known = common.find(({ role, order }) => role === 'subtitle' && order === 0)
  const head = [title, known ?? subtitleBelow(title, theme)]
  const foot = (['source', 'footer', 'pageNumber'] as const).map((role) => shared(role, common, theme))
  const top = Math.max(...head.map(({ box }) => box.y + box.height)) + theme.slide.gutter
  const bottom = Math.min(...foot.map(({ box }) => box.y)) - theme.slide.gutter
  const area = { x: theme.slide.margin.left, y: top, width: contentWidth(theme), height: bottom - top }
  const date = common.filter(({ role, order }) => role === 'date' && order === 0)
  return [...head, ...contentPlaceholders(name, area, theme), ...foot, ...date]
}

function contentWidth({ slide }: Theme): number {
  return slide.width - slide.margin.left - slide.margin.right
}

function shared(role: PlaceholderRole, common: readonly Placeholder[], theme: Theme): Placeholder {
  const known = common.find((placeholder) => placeholder.role === role && placeholder.order === 0)
  return known ?? { role, order: 0, ...headOrFoot(role, theme) }
}

/** A subtitle's place, right below the title's. */
function subtitleBelow({ box }: Placeholder, { slide }: Theme): Placeholder {
  const place = { ...box, y: box.y + box.height + 4, height: slide.subtitle * 1.25 }
  return { role: 'subtitle', order: 0, ...text(place, textStyle(slide.subtitle, { color: 'muted' })) }
}

type BoxAndText = Pick<Placeholder, 'box' | 'text'>

function headOrFoot(role: PlaceholderRole, theme: Theme): BoxAndText {
  const { slide } = theme
  const { left, top, bottom } = slide.margin
  const width = contentWidth(theme)
  const line = slide.small * 1.25
  const foot = slide.height - bottom
  const small = textStyle(slide.small, { color: 'muted' })
  switch (role) {
    case 'title':
      return text({ x: left, y: top, width, height: slide.title * 1.15 }, displayStyle(slide.title))
    case 'source':
      return text({ x: left, y: foot - line - 6, width, height: line }, small)
    case 'pageNumber':
      return text({ x: left + width * 0.9, y: foot, width: width * 0.1, height: line }, { ...small, align: 'right' })
    default:
      return text({ x: left, y: foot, width: width * 0.8, height: line }, small)
  }
}

function contentPlaceholders(name: string, area: Box, theme: Theme): Placeholder[] {
  const { gutter } = theme.slide
  const words = bodyLevels(textStyle(theme.slide.body), name)
  const body = (box: Box, order = 0): Placeholder => ({ role: 'body', order, ...leveled(box, words) })
  switch (name) {
    case 'chart':
      return [{ role: 'chart', order: 0, box: area }]
    case 'chart-and-text': {
      const [left, right] = split(area, 0.66, gutter * 2)
      return [{ role: 'chart', order: 0, box: left }, body(right)]
    }
    case 'two-charts':
      return split(area, 0.5, gutter * 2).map((box, order) => ({ role: 'chart', order, box }))
    case 'comparison':
    case 'three-columns':
      return grid(area, name === 'comparison' ? 2 : 3, 1, gutter * 2.5).map(body)
    case 'big-number': {
      const [left, right] = split(area, 0.42, gutter * 2.5)
      return [
        { role: 'keyFigure', order: 0, ...leveled(left, keyFigureLevels(theme, 2.2)) },
        { role: 'chart', order: 0, box: right },
      ]
    }
    case 'table':
      return [{ role: 'table', order: 0, box: area }]
    case 'key-figures':
      return grid(area, 3, 2, gutter).map((box, order) => ({
        role: 'keyFigure',
        order,
        ...leveled(box, keyFigureLevels(theme)),
      }))
    default:
      return [body(area)]
  }
}

function split(area: Box, part: number, gap: number): [Box, Box] {
  const width = (area.width - gap) * part
  return [
    { ...area, width },
    { ...area, x: area.x + width + gap, width: area.width - gap - width },
  ]
}

function grid(area: Box, columns: number, rows: number, gap: number): Box[] {
  const width = (area.width - gap * (columns - 1)) / columns
  const height = (area.height - gap * (rows - 1)) / rows
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: area.x + (index % columns) * (width + gap),
    y: area.y + Math.floor(index / columns) * (height + gap),
    width,
    height,
  }))
}

function keyFigureLevels({ slide }: Theme, scale = 1): ListStyle {
  const styles = [
    { ...displayStyle(slide.keyFigure * scale), color: 'accent' as const },
    textStyle(slide.subtitle, { weight: 'bold' }),
    textStyle(slide.subtitle * 0.875, { color: 'muted' }),
  ]
  return styles.flatMap(oneLevel)
}

/** Title and subtitle, large on their ground. */
function coverPlaceholders(look: CoverLook, theme: Theme): Placeholder[] {
  const { slide } = theme
  const width = contentWidth(theme) * 0.8
  const title = { ...displayStyle(slide.title * 1.5), color: look.text }
  const subtitle = textStyle(slide.subtitle * 1.25, { color: look.text })
  const titleEnd = slide.height * look.titleEnd
  const left = slide.margin.left
  const height = slide.title * 1.5 * 2.3
  const titleBox = { x: left, y: titleEnd - height, width, height }
  return [
    { role: 'title', order: 0, ...leveled(titleBox, oneLevel(title), 'bottom') },
    { role: 'subtitle', order: 0, ...text({ x: left, y: titleEnd + 14, width, height: slide.subtitle * 4 }, subtitle) },
  ]
}

function text(box: Box, style: TextStyle): BoxAndText {
  return leveled(box, oneLevel(style))
}

function leveled(box: Box, levels: ListStyle, verticalAlign: 'top' | 'bottom' = 'top'): BoxAndText {
  return { box, text: { levels, verticalAlign } }
}

function textStyle(size: number, given: Partial<TextStyle> = {}): TextStyle {
  return { ...plainStyle, size, leading: size * 1.3, ...given }
}

function displayStyle(size: number): TextStyle {
  return { ...textStyle(size), font: 'heading', weight: 'bold', leading: size * 1.15 }
}
