import type { Diagnostic, Outcome } from '../diagnostic.ts'
import { hasErrors } from '../diagnostic.ts'
import type { Block, ChartBlock, Columns, Document } from '../document/types.ts'
import type { Fonts } from '../fonts.ts'
import type { Locale } from '../locale/types.ts'
import type { ColorName, Theme } from '../theme.ts'
import { type Column, toPieces } from './block-pieces.ts'
import { type Piece, placeStack, stackHeight } from './pieces.ts'
import { plainText, toRuns } from './runs.ts'
import { breakText, placeText } from './set-text.ts'
import { checkGlyphs, type Setting } from './setting.ts'
import { type LayoutName, type SlideParts, toSlideParts } from './slide-parts.ts'
import { resized, slideStyles } from './styles.ts'
import { breakWidth } from './text-piece.ts'
import type { Box, Item, Page, Role, Run, Tag, TextItem, TextStyle } from './types.ts'

/** The deck's slides, everything placed. An error names what fits nowhere, at its line of the template. */
export function layoutSlides(document: Document, theme: Theme, fonts: Fonts, locale: Locale): Outcome<Page[]> {
  const diagnostics: Diagnostic[] = []
  let ids = 0
  const setting: Setting = {
    medium: 'slide',
    theme,
    styles: slideStyles(theme),
    fonts,
    locale,
    nextId: () => `s${++ids}`,
    report: (diagnostic) => diagnostics.push(diagnostic),
  }
  const slides = toSlideParts(document, setting.report).flatMap((parts) => layoutSlide(parts, document, setting))
  const pages = slides.map((page, index) => ({ ...page, number: index + 1 }))
  diagnostics.push(...repeatedTitles(pages))
  return { value: hasErrors(diagnostics) ? undefined : addFooters(pages, document, setting), diagnostics }
}

function repeatedTitles(pages: readonly Page[]): Diagnostic[] {
  return pages.flatMap((page, index) => {
    const before = pages.slice(0, index).find((other) => other.title === page.title)
    if (!before) return []
    return [
      {
        severity: 'error' as const,
        message: `two slides have one title: ${page.title}`,
        place: page.place,
        hint: `slide ${before.number} (line ${before.place.line}) has it too; screen readers and outlines need each its own`,
      },
    ]
  })
}

/** Slides of which the number is not known yet. */
function layoutSlide(parts: SlideParts, document: Document, setting: Setting): Page[] {
  return parts.layout === 'title' || parts.layout === 'section'
    ? [coverSlide(parts, document, setting)]
    : contentSlides(parts, setting)
}

/** The ground between the margins, in which a slide's content stands. */
interface Frame {
  left: number
  width: number
  top: number
  bottom: number
}

/** Depth kept free at a slide's foot for source and footer, points. */
const footDepth = 50

function frameOf({ slide }: Theme): Frame {
  return {
    left: slide.margin.left,
    width: slide.width - slide.margin.left - slide.margin.right,
    top: slide.margin.top,
    bottom: slide.height - slide.margin.bottom - footDepth + 14,
  }
}

/** Cover and section slides: the title large on the accent colour, low on the slide. */
function coverSlide(parts: SlideParts, document: Document, setting: Setting): Page {
  const { theme, styles } = setting
  const { left, width } = frameOf(theme)
  const sect = sectTags(setting)
  const inner = width * 0.8
  const onAccent: Setting = { ...setting, styles: { ...styles, body: { ...styles.body, color: 'onAccent' } } }
  const title = displayItem(parts, styles.coverTitle, { x: left, y: 0, width: inner }, 'title', sect, 3, setting)
  const subtitle = parts.subtitle
    ? headingItem(
        toRuns(parts.subtitle.children),
        styles.coverSubtitle,
        { x: left, y: 0, width: inner },
        'subtitle',
        [...sect, { type: 'P', id: setting.nextId() }],
        parts,
        setting,
      )
    : undefined
  const column = columnOf(inner, setting, sect, theme.slide.bodyMinimum)
  const body = mergeText(placeStack(toPieces(parts.body, column, onAccent), left, theme.slide.height * 0.74), 'body')
  const titleTop = theme.slide.height * 0.5 - title.box.height
  const moved = [moveText(title, titleTop), ...(subtitle ? [moveText(subtitle, theme.slide.height * 0.5 + 14)] : [])]
  const rule: Item = {
    type: 'rect',
    name: 'Accent rule',
    role: 'artifact',
    box: { x: left, y: titleTop - 28, width: 72, height: 6 },
    fill: 'onAccent',
  }
  return {
    ...blankPage(parts, theme),
    background: 'accent',
    title: plainText(toRuns(parts.heading.children)),
    items: [rule, ...moved, ...body],
    notes: document.kind === 'deck' ? parts.notes : [],
  }
}

function blankPage(parts: SlideParts, theme: Theme): Page {
  return {
    number: 0,
    width: theme.slide.width,
    height: theme.slide.height,
    layout: parts.layout,
    title: plainText(toRuns(parts.heading.children)),
    section: parts.section,
    items: [],
    notes: parts.notes,
    place: parts.place,
  }
}

function sectTags(setting: Setting): Tag[] {
  return [{ type: 'Sect', id: setting.nextId() }]
}

function moveText(item: TextItem, y: number): TextItem {
  const by = y - item.box.y
  return {
    ...item,
    box: { ...item.box, y },
    paragraphs: item.paragraphs.map((paragraph) => ({
      ...paragraph,
      lines: paragraph.lines.map((line) => ({ ...line, baseline: line.baseline + by })),
    })),
  }
}

/** A title, set smaller (down to 0.8 of its size) where it needs more lines than it may have. */
function displayItem(
  parts: SlideParts,
  style: TextStyle,
  at: { x: number; y: number; width: number },
  role: Role,
  sect: Tag[],
  maximumLines: number,
  setting: Setting,
): TextItem {
  const runs = toRuns(parts.heading.children)
  const sizes = [1, 0.93, 0.86, 0.8].map((part) => Math.round(style.size * part))
  const fitting = sizes.find((size) => {
    const lines = breakText(runs, resized(style, size), breakWidth(at.width, setting), setting.fonts).lines.length
    return lines <= maximumLines
  })
  if (fitting === undefined) {
    setting.report({
      severity: 'error',
      message: `the title needs more than ${maximumLines} lines: ${plainText(runs)}`,
      place: parts.place,
      hint: 'say it in fewer words',
    })
  }
  const tags: Tag[] = [...sect, { type: 'H1', id: setting.nextId() }]
  const item = headingItem(runs, resized(style, fitting ?? style.size), at, role, tags, parts, setting)
  return {
    ...item,
    paragraphs: item.paragraphs.map((paragraph) => ({
      ...paragraph,
      anchor: parts.heading.id,
      outline: { text: plainText(runs), depth: 1 },
    })),
  }
}

function headingItem(
  runs: Run[],
  style: TextStyle,
  at: { x: number; y: number; width: number },
  role: Role,
  tags: Tag[],
  parts: SlideParts,
  setting: Setting,
): TextItem {
  checkGlyphs(runs, style, parts.place, setting)
  const text = breakText(runs, style, breakWidth(at.width, setting), setting.fonts)
  return {
    type: 'text',
    name: role === 'title' ? 'Title' : 'Subtitle',
    role,
    box: { ...at, height: text.height },
    verticalAlign: 'top',
    paragraphs: [placeText(text, at.x, at.y, setting.fonts, { tags })],
  }
}

function contentSlides(parts: SlideParts, setting: Setting): Page[] {
  const { theme } = setting
  const frame = frameOf(theme)
  const sect = sectTags(setting)
  const head = headItems(parts, frame, sect, setting)
  const body: Frame = { ...frame, top: Math.max(frame.top + 92, head.bottom + 20) }
  const foot = sourceItems(parts, frame, sect, setting)
  const ground = { ...body, bottom: Math.min(body.bottom, foot.top - 10) }
  const bodies = bodyItems(parts, ground, sect, setting)
  return bodies.map((items, index) => {
    const title = `${plainText(toRuns(parts.heading.children))}${continuation(index, setting)}`
    return {
      ...blankPage(parts, theme),
      title,
      items: [
        ...(index === 0
          ? head.items
          : headItems(continued(parts, index, setting), frame, sectTags(setting), setting).items),
        ...items,
        ...foot.items,
      ],
      notes: index === 0 ? parts.notes : [],
    }
  })
}

/** ` (continued)` behind the title of a slide's second part, ` (continued 2)` behind its third. */
function continuation(index: number, { locale }: Setting): string {
  if (index === 0) return ''
  return index === 1 ? ` (${locale.word('continued')})` : ` (${locale.word('continued')} ${index})`
}

function continued(parts: SlideParts, index: number, setting: Setting): SlideParts {
  const { heading } = parts
  return {
    ...parts,
    heading: {
      ...heading,
      id: `${heading.id}-${index + 1}`,
      children: [...heading.children, { type: 'text', value: continuation(index, setting) }],
    },
  }
}

function headItems(parts: SlideParts, frame: Frame, sect: Tag[], setting: Setting): { items: Item[]; bottom: number } {
  const { styles } = setting
  const mark: Item = {
    type: 'rect',
    name: 'Accent rule',
    role: 'artifact',
    box: { x: frame.left, y: frame.top - 18, width: 48, height: 5 },
    fill: 'accent',
  }
  const at = { x: frame.left, width: frame.width }
  const title = displayItem(parts, styles.title, { ...at, y: frame.top }, 'title', sect, 2, setting)
  const bottom = frame.top + title.box.height
  if (!parts.subtitle) return { items: [mark, title], bottom }
  const subtitle = headingItem(
    toRuns(parts.subtitle.children),
    styles.subtitle,
    { ...at, y: bottom + 4 },
    'subtitle',
    [...sect, { type: 'P', id: setting.nextId() }],
    parts,
    setting,
  )
  return { items: [mark, title, subtitle], bottom: subtitle.box.y + subtitle.box.height }
}

/** The source line, its last line just above the footer. */
function sourceItems(parts: SlideParts, frame: Frame, sect: Tag[], setting: Setting): { items: Item[]; top: number } {
  const bottom = setting.theme.slide.height - setting.theme.slide.margin.bottom - 6
  if (parts.sources.length === 0) return { items: [], top: bottom }
  const pieces = toPieces(parts.sources, columnOf(frame.width, setting, sect, setting.theme.slide.body), setting)
  const top = bottom - stackHeight(pieces)
  return { items: mergeText(placeStack(pieces, frame.left, top), 'source'), top }
}

function columnOf(width: number, { theme, styles }: Setting, tags: Tag[], size: number): Column {
  return {
    width,
    size,
    tableSize: styles.tableCell.size,
    keyFiguresPerRow: 3,
    chartHeight: (block, chartWidth) =>
      chartWidth * (aspectOf(block) ?? (theme.slide.height * 0.42) / theme.slide.width),
    tags,
  }
}

/** Height ÷ width, where the spec gives both as numbers. */
function aspectOf({ chart: { spec } }: ChartBlock): number | undefined {
  const { width, height } = spec as { width?: unknown; height?: unknown }
  return typeof width === 'number' && typeof height === 'number' && width > 0 ? height / width : undefined
}

/** The items of a slide's body, and of the slides that continue it. */
function bodyItems(parts: SlideParts, ground: Frame, sect: Tag[], setting: Setting): Item[][] {
  const charts = parts.body.filter((block) => block.type === 'chart')
  const others = parts.body.filter((block) => block.type !== 'chart')
  switch (parts.layout) {
    case 'chart':
      if (charts.length === 1 && others.length === 0) return [chartItems(charts, ground, sect, setting)]
      return misfit(parts, 'a single chart', setting)
    case 'chart-and-text':
      if (charts.length === 1 && others.length > 0) return [chartAndText(parts.body, ground, sect, setting)]
      return misfit(parts, 'one chart and some text', setting)
    case 'two-charts':
      return twoCharts(parts, ground, sect, setting)
    case 'title':
    case 'section':
    case 'key-figures':
    case 'table':
    case 'text':
    case 'closing':
      return flowing(parts, ground, sect, setting)
  }
}

function misfit(parts: SlideParts, wants: string, setting: Setting): Item[][] {
  setting.report({
    severity: 'error',
    message: `the layout ${parts.layout} does not fit this slide: ${describeBody(parts.body)}`,
    place: parts.place,
    expected: wants,
    hint: `leave the layout out, or name the one that fits: ${fittingLayout(parts.body)}`,
  })
  return []
}

function describeBody(body: readonly Block[]): string {
  return body.length === 0 ? 'it is empty' : `it has ${body.map((block) => block.type).join(', ')}`
}

function fittingLayout(body: readonly Block[]): LayoutName {
  const charts = body.filter((block) => block.type === 'chart').length
  if (charts === 2) return 'two-charts'
  if (charts === 1) return body.length === 1 ? 'chart' : 'chart-and-text'
  return body.some((block) => block.type === 'table') ? 'table' : 'text'
}

function chartItems(blocks: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const column = {
    ...columnOf(ground.width, setting, sect, setting.theme.slide.body),
    chartHeight: () => chartRoom(blocks, ground, ground.width, setting),
  }
  return placeStack(toPieces(blocks, column, setting), ground.left, ground.top)
}

/** The height that is left for the one chart among blocks. */
function chartRoom(blocks: readonly Block[], ground: Frame, width: number, setting: Setting): number {
  const column = { ...columnOf(width, setting, [], setting.theme.slide.body), chartHeight: () => 0 }
  // Set once with a chart of no height: what the rest needs. Troubles are told in the second pass.
  const quiet = { ...setting, report: () => {} }
  return ground.bottom - ground.top - stackHeight(toPieces(blocks, column, quiet))
}

/** Chart on eight columns of twelve, text on four; which stands left is the template's order. */
function chartAndText(body: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const { gutter } = setting.theme.slide
  const gap = gutter * 2
  const chartWidth = (ground.width - gap) * 0.66
  const textWidth = ground.width - gap - chartWidth
  const chartBlocks = body.filter((block) => block.type === 'chart')
  const textBlocks = body.filter((block) => block.type !== 'chart')
  const chartFirst = body[0]?.type === 'chart'
  const textLeft = chartFirst ? ground.left + chartWidth + gap : ground.left
  const chartGround = { ...ground, width: chartWidth, left: chartFirst ? ground.left : ground.left + textWidth + gap }
  const charts = chartItems(chartBlocks, chartGround, sect, setting)
  const text = fitted(textBlocks, { ...ground, left: textLeft, width: textWidth }, sect, setting)
  return chartFirst ? [...charts, ...text] : [...text, ...charts]
}

/** Text in a box that it may not leave: at the largest size that fits, else an error at its line. */
function fitted(blocks: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const pieces = fitPieces(blocks, ground, sect, setting)
  const height = stackHeight(pieces)
  const room = ground.bottom - ground.top
  if (height > room + 0.5) reportOverflow(blocks[0], height - room, setting)
  return mergeText(placeStack(pieces, ground.left, ground.top), 'body')
}

/** Pieces at the largest body size within the theme's limits at which they fit; else at the smallest. */
function fitPieces(blocks: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Piece[] {
  const { body, bodyMinimum } = setting.theme.slide
  const quiet = { ...setting, report: () => {} }
  let size = body
  while (size > bodyMinimum) {
    const pieces = toPieces(blocks, columnOf(ground.width, setting, sect, size), quiet)
    if (stackHeight(pieces) <= ground.bottom - ground.top) break
    size -= 1
  }
  return toPieces(blocks, columnOf(ground.width, setting, sect, Math.max(size, bodyMinimum)), setting)
}

function reportOverflow(block: Block | undefined, by: number, setting: Setting): void {
  setting.report({
    severity: 'error',
    message: `the text is ${Math.ceil(by)} points too high for its box on the slide, at the smallest size that the theme allows`,
    place: block?.place,
    hint: 'shorten it, or part it over two slides',
  })
}

function twoCharts(parts: SlideParts, ground: Frame, sect: Tag[], setting: Setting): Item[][] {
  const columns = parts.body.find((block): block is Columns => block.type === 'columns')
  const sides = columns ? columns.columns : parts.body.map((block) => [block])
  const before = columns ? parts.body.slice(0, parts.body.indexOf(columns)) : []
  const after = columns ? parts.body.slice(parts.body.indexOf(columns) + 1) : []
  if (sides.length !== 2 || after.length > 0) return misfit(parts, 'two columns or two charts', setting)
  const lead = fitPieces(before, ground, sect, setting)
  const leadItems = mergeText(placeStack(lead, ground.left, ground.top), 'body')
  const top = ground.top + (lead.length > 0 ? stackHeight(lead) + 12 : 0)
  const gap = setting.theme.slide.gutter * 2.5
  const width = (ground.width - gap) / 2
  const items = sides.flatMap((blocks, index) => {
    const side = { ...ground, top, left: ground.left + index * (width + gap), width }
    if (!blocks.some((block) => block.type === 'chart')) return fitted(blocks, side, sect, setting)
    return mergeText(chartItems(blocks, side, sect, setting), 'body')
  })
  return [[...leadItems, ...items]]
}

/** Blocks under each other; what does not fit goes on to slides that continue this one. */
function flowing(parts: SlideParts, ground: Frame, sect: Tag[], setting: Setting): Item[][] {
  const room = ground.bottom - ground.top
  const pieces = fitPieces(parts.body, ground, sect, setting)
  const groups = packPieces(pieces, room, setting)
  return groups.map((group) => mergeText(placeStack(group, ground.left, ground.top), 'body'))
}

/** Pieces in groups no higher than the room; tables are cut into parts of even length. */
function packPieces(pieces: readonly Piece[], room: number, setting: Setting): Piece[][] {
  const groups: Piece[][] = [[]]
  const queue = [...pieces]
  for (let piece = queue.shift(); piece; piece = queue.shift()) {
    const group = groups.at(-1) ?? []
    const used = stackHeight(group) + (group.length > 0 ? piece.spaceBefore : 0)
    if (used + piece.height <= room + 0.5) {
      group.push(piece)
      continue
    }
    const parts = piece.split?.(evenPart(piece, room - used, room))
    if (parts) {
      group.push(parts[0])
      queue.unshift(parts[1])
      groups.push([])
    } else if (group.length > 0) {
      groups.push(carried(group))
      queue.unshift(piece)
    } else {
      setting.report({
        severity: 'error',
        message: `this is ${Math.ceil(piece.height - room)} points too high for a slide`,
        place: piece.source,
        hint: 'shorten it, or part it over two slides',
      })
    }
  }
  return groups.filter((group) => group.length > 0)
}

/** The pieces at a group's end that may not stand there alone (a caption), taken from it. */
function carried(group: Piece[]): Piece[] {
  const start = group.findLastIndex((piece) => !piece.keepWithNext) + 1
  return start > 0 ? group.splice(start) : []
}

/** The height at which to cut, so that the parts come out even rather than full, full and a rest. */
function evenPart(piece: Piece, first: number, room: number): number {
  const parts = 1 + Math.ceil((piece.height - first) / room)
  return Math.min(first, Math.max(piece.height / parts + 24, first * 0.5))
}

/** Text items that follow each other in one column as one item, so that a slide has one text box for one text. */
function mergeText(items: readonly Item[], role: Role): Item[] {
  const merged: Item[] = []
  for (const item of items) {
    const last = merged.at(-1)
    if (item.type === 'text' && last?.type === 'text' && canMerge(last, item))
      merged[merged.length - 1] = joinText(last, item)
    else merged.push(item.type === 'text' && item.role === 'body' ? { ...item, role } : item)
  }
  return merged
}

function canMerge(above: TextItem, below: TextItem): boolean {
  const aligned = Math.abs(above.box.x - below.box.x) < 0.01 && Math.abs(above.box.width - below.box.width) < 0.01
  return aligned && isFlowing(above) && isFlowing(below) && below.box.y >= above.box.y
}

const isFlowing = ({ role }: TextItem): boolean => role === 'body' || role === 'source'

function joinText(above: TextItem, below: TextItem): TextItem {
  const gap = below.box.y - above.box.y - above.box.height
  const [first, ...rest] = below.paragraphs
  return {
    ...above,
    box: { ...above.box, height: below.box.y + below.box.height - above.box.y },
    paragraphs: [...above.paragraphs, ...(first ? [{ ...first, spaceBefore: gap }, ...rest] : [])],
  }
}

/** Each slide with its footer and number. */
function addFooters(pages: readonly Page[], document: Document, setting: Setting): Page[] {
  return pages.map((page) => {
    const items = [...page.items, ...footerItems(page, document, setting)]
    return { ...page, items: uniqueNames(items) }
  })
}

function footerItems(page: Page, document: Document, setting: Setting): Item[] {
  if (page.layout === 'title' || page.layout === 'section') return []
  const { theme, styles } = setting
  const { left, width } = frameOf(theme)
  const y = theme.slide.height - theme.slide.margin.bottom + 4
  const height = styles.running.leading
  const text = [document.edition, document.asOf].filter(Boolean).join('  |  ')
  const set = (words: string, role: Role, name: string, box: Box, align: TextStyle['align']): Item =>
    runningItem([{ text: words }], { ...styles.running, align }, role, name, box, setting)
  return [
    {
      type: 'rect',
      name: 'Footer rule',
      role: 'artifact',
      box: { x: left, y: y - 4, width, height: 0.75 },
      fill: 'rule' satisfies ColorName,
    },
    set(text, 'footer', 'Footer', { x: left, y, width: width * 0.8, height }, 'left'),
    set(
      String(page.number),
      'pageNumber',
      'Slide number',
      { x: left + width * 0.9, y, width: width * 0.1, height },
      'right',
    ),
  ]
}

function runningItem(runs: Run[], style: TextStyle, role: Role, name: string, box: Box, setting: Setting): TextItem {
  const text = breakText(runs, style, box.width, setting.fonts)
  return {
    type: 'text',
    name,
    role,
    box,
    verticalAlign: 'top',
    paragraphs: [placeText(text, box.x, box.y, setting.fonts, { tags: [] })],
  }
}

/** Names made unique on their slide by a number behind the second of a kind. */
function uniqueNames(items: readonly Item[]): Item[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const count = (seen.get(item.name) ?? 0) + 1
    seen.set(item.name, count)
    return count === 1 ? item : { ...item, name: `${item.name} ${count}` }
  })
}
