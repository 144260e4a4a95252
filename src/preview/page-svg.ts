import { toDataAddress } from '../chart/draw/pictures/pictures.ts'
import { tableRules } from '../layout/table-rules.ts'
import type { ChartItem, Item, Page, PictureItem, SetParagraph, SetRun, TableItem, TextItem } from '../layout/types.ts'
import { escapeText } from '../opc/xml.ts'
import type { Theme } from '../theme/theme.ts'

/** How the charts of a page are shown: the address of each one's picture. */
export type ChartAddress = (item: ChartItem) => string

/** What every page is drawn with. */
interface Drawing {
  theme: Theme
  addressOf: ChartAddress
}

/**
 * A slide or page as SVG, text as text, every run where the layout set it. A number is a link to `#figure=KEY`. All of
 * a
 * report's text is escaped; there is no style attribute, which the preview's content policy would refuse.
 */
export function pageSvg(page: Page, theme: Theme, addressOf: ChartAddress): string {
  const { width, height } = page
  const drawing = { theme, addressOf }
  const background = rect(0, 0, width, height, `fill="${theme.colors[page.background ?? 'paper']}"`)
  const items = page.items.map((item) => itemSvg(item, drawing)).join('')
  const name = `role="group" aria-label="${escapeText(page.title)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" ${name}>${background}${items}</svg>`
}

function itemSvg(item: Item, drawing: Drawing): string {
  switch (item.type) {
    case 'text':
      return textSvg(item, drawing)
    case 'table':
      return tableSvg(item, drawing)
    case 'chart':
      return chartSvg(item, drawing)
    case 'picture':
      return pictureSvg(item)
    case 'polyline': {
      const points = item.points.map(({ x, y }) => `${short(x)},${short(y)}`).join(' ')
      const stroke = getStroke(item.stroke, drawing)
      return `<polyline role="img" aria-label="${escapeText(item.alt)}" fill="none" points="${points}" ${stroke}/>`
    }
    case 'rect': {
      const { x, y, width, height } = item.box
      const fill = `fill="${item.fill ? drawing.theme.colors[item.fill] : 'none'}"`
      return rect(x, y, width, height, item.stroke ? `${fill} ${getStroke(item.stroke, drawing)}` : fill)
    }
  }
}

/** The part of a picture that its box shows, its bytes in the address. */
function pictureSvg({ box, whole, picture, alt }: PictureItem): string {
  const view = [box.x - whole.x, box.y - whole.y, box.width, box.height].map(short).join(' ')
  const place = `x="${short(box.x)}" y="${short(box.y)}" width="${short(box.width)}" height="${short(box.height)}"`
  const size = `width="${short(whole.width)}" height="${short(whole.height)}"`
  const words = alt === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeText(alt)}"`
  return `<svg ${place} viewBox="${view}" ${words}><image ${size} href="${toDataAddress(picture)}"/></svg>`
}

function textSvg({ box, fill, paragraphs }: Pick<TextItem, 'box' | 'fill' | 'paragraphs'>, drawing: Drawing): string {
  const panel = fill ? rect(box.x, box.y, box.width, box.height, `fill="${drawing.theme.colors[fill]}"`) : ''
  return panel + paragraphs.map((paragraph) => paragraphSvg(paragraph, drawing)).join('')
}

function tableSvg(item: TableItem, drawing: Drawing): string {
  const lines = tableRules(item).map(
    ({ x, y, width, stroke }) => `<path d="M${short(x)} ${short(y)}h${short(width)}" ${getStroke(stroke, drawing)}/>`,
  )
  const cells = item.rows.flatMap((row) =>
    row.cells.map(({ box, fill, paragraph }) => textSvg({ box, fill, paragraphs: [paragraph] }, drawing)),
  )
  return [...cells, ...lines].join('')
}

function chartSvg(item: ChartItem, { addressOf }: Drawing): string {
  const { x, y, width, height } = item.box
  const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`
  return `<image role="img" aria-label="${escapeText(item.alt)}" ${place} href="${escapeText(addressOf(item))}"/>`
}

function paragraphSvg({ lines, marker, style, runs }: SetParagraph, drawing: Drawing): string {
  const size = style.size
  const mark = marker
    ? `<text x="${short(marker.x)}" y="${short(lines[0]?.baseline ?? 0)}" class="${style.font}" font-size="${short(size)}" fill="${drawing.theme.colors[style.color]}">${escapeText(marker.text)}</text>`
    : ''
  const set = lines.flatMap((line) => line.runs.map((run) => runSvg(run, line.baseline, style, drawing)))
  return mark + (runs.length > 0 ? set.join('') : '')
}

function runSvg(run: SetRun, baseline: number, style: SetParagraph['style'], { theme }: Drawing): string {
  const size = style.size * (run.superscript && !run.superior ? 0.65 : 1) * (run.scale ?? 1)
  const y = baseline - (run.superscript && !run.superior ? style.size * 0.35 : 0)
  const forms = run.superior ? ' style="font-variant-position: super"' : ''
  const weight = (run.weight ?? style.weight) === 'bold' ? ' font-weight="700"' : ''
  const italic = (run.italic ?? style.italic) ? ' font-style="italic"' : ''
  const look = `class="${style.font}" font-size="${short(size)}"${weight}${italic} fill="${theme.colors[run.color ?? style.color]}"`
  // The browser's own measure of a run differs by hairs: it is given the layout's.
  const length = run.width > 0 && run.text.trim().length > 1 ? ` textLength="${short(run.width)}"` : ''
  // From right to left a text ends at its left edge.
  const turned = (run.level ?? 0) % 2 === 1 ? ' direction="rtl" unicode-bidi="bidi-override" text-anchor="end"' : ''
  const text = `<text xml:space="preserve" x="${short(run.x)}" y="${short(y)}"${length}${turned}${forms} ${look}>${escapeText(run.text)}</text>`
  if (!run.observation) return text
  return `<a href="#figure=${encodeURIComponent(run.observation.key)}" class="figure">${text}</a>`
}

function getStroke({ color, width }: { color: keyof Theme['colors']; width: number }, { theme }: Drawing): string {
  return `stroke="${theme.colors[color]}" stroke-width="${short(width)}"`
}

function rect(x: number, y: number, width: number, height: number, look: string): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" ${look}/>`
}

function short(length: number): string {
  return String(Math.round(length * 100) / 100)
}
