import { fontOptions } from '../../chart/draw/pictures/rasterize.ts'
import { groupBy } from '../../dataset/group-by.ts'
import { type Diagnostic, type Outcome, plainWarning } from '../../diagnostic.ts'
import { layoutNames } from '../../document/layout-names.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { readSvg } from '../../graphics/picture/svg-picture.ts'
import type { Picture } from '../../graphics/types.ts'
import { recolor } from '../../layout/recolor.ts'
import { breakText, naturalWidth, placeText } from '../../layout/text/set-text.ts'
import type { Item, Page, PictureItem, TextStyle } from '../../layout/types.ts'
import { escapeText } from '../../opc/xml.ts'
import { chooseLayout } from '../../reference/choose-layout.ts'
import { groundAt, templateArt, templateGrounds } from '../../reference/template-art.ts'
import type { DrawnShapes } from '../../reference/template-shapes.ts'
import type { ShapeWords, WordsParagraph } from '../../reference/template-words.ts'
import type { ReferenceLayout, TemplateDeck } from '../../reference/types.ts'
import { contrast } from '../../theme/check-contrast.ts'
import type { Theme } from '../../theme/theme.ts'

/**
 * Adds what an organisation's template draws behind slides, for PDF and pictures (PowerPoint draws it itself).
 * Warns where not all of it can be drawn.
 */
export function drawTemplate(
  pages: readonly Page[],
  reference: TemplateDeck,
  theme: Theme,
  fonts: Fonts,
): Outcome<Page[]> {
  const setWords = (words: ShapeWords) => setTemplateWords(words, fonts)
  const known = new Map<string, DrawnArt>()
  const value = pages.map((page) => {
    const layout = getLayout(page, reference, theme)
    if (!layout) return page
    const art = known.get(layout.part) ?? draw(templateArt(reference, layout, setWords), fontOptions(fonts, theme))
    known.set(layout.part, art)
    return art.picture ? { ...page, items: [behind(art.picture, page), ...page.items] } : page
  })
  const isWhole = [...known.values()].every((one) => one.isWhole)
  return { value, diagnostics: isWhole ? [] : [notWhole(reference.file)] }
}

interface DrawnArt {
  picture: Picture | undefined
  isWhole: boolean
}

function getLayout(page: Page, reference: TemplateDeck, theme: Theme): ReferenceLayout | undefined {
  const name = layoutNames.find((one) => one === page.layout)
  const layout = name && chooseLayout(name, theme, reference)
  return layout && 'part' in layout ? layout : undefined
}

function draw(art: DrawnShapes, font: ReturnType<typeof fontOptions>): DrawnArt {
  const drawn = art.svg === '' ? undefined : readSvg(Buffer.from(art.svg), undefined, font)
  const picture = drawn && 'bytes' in drawn ? drawn : undefined
  return { picture, isWhole: art.leftOut === 0 && drawn === picture }
}

/** Slides with words in colours that can be read where they stand in an organisation's template. */
export function readableSlides(pages: readonly Page[], reference: TemplateDeck, theme: Theme): Page[] {
  return pages.map((page) => {
    const layout = getLayout(page, reference, theme)
    return layout ? { ...page, items: page.items.map((item) => readable(item, layout, reference, theme)) } : page
  })
}

/** Points from which on WCAG asks for 3 to 1 instead of 4.5. */
const largeType = 18

function readable(item: Item, layout: ReferenceLayout, reference: TemplateDeck, { colors }: Theme): Item {
  if (item.type !== 'text') return item
  const slot = layout.slots.find(({ id }) => id === item.slot)
  const ground = groundAt(item.box, templateGrounds(reference)(layout), slot) ?? colors.paper
  const clearest = contrast(colors.ink, ground) >= contrast(colors.paper, ground) ? 'ink' : 'paper'
  // PowerPoint leaves a colour that can be read to the template, which the PDF has the nearest of.
  const own = slot?.levels[0]?.color
  const nearest = own && contrast(colors.ink, own) > contrast(colors.paper, own) ? 'paper' : 'ink'
  const isTheirs = own !== undefined && contrast(own, ground) >= 3 && contrast(colors[nearest], ground) >= 3
  return recolor(item, (color, size) => {
    if (isTheirs && (color === 'ink' || color === 'paper')) return nearest
    return contrast(colors[color], ground) >= (size < largeType ? 4.5 : 3) ? color : clearest
  })
}

/** Warns of charts and tables hard to read on their layout's ground, which is how PowerPoint would show them. */
export function checkTemplateGround(pages: readonly Page[], reference: TemplateDeck, theme: Theme): Diagnostic[] {
  const found = pages.flatMap((page) => {
    const layout = getLayout(page, reference, theme)
    if (!layout) return []
    const grounds = templateGrounds(reference)(layout)
    return page.items.flatMap((item) => {
      if (item.type !== 'chart' && item.type !== 'table') return []
      const [color, ground] = [theme.colors.ink, groundAt(item.box, grounds)]
      if (ground === undefined || contrast(color, ground) >= 3) return []
      const where = `of the layout ${layout.name} in ${reference.file} (${color} on ${ground})`
      return [{ what: `the ${item.type}s`, where }]
    })
  })
  return [...groupBy(found, ({ where }) => where)].map(([where, places]) =>
    plainWarning(
      `words that can hardly be read on their ground: ${[...new Set(places.map(({ what }) => what))].join(', ')} ${where}`,
      { hint: 'name another layout in the theme’s layouts:' },
    ),
  )
}

function behind(picture: Picture, { width, height }: Page): PictureItem {
  const box = { x: 0, y: 0, width, height }
  return { type: 'picture', name: 'Template', role: 'artifact', box, picture, whole: box, alt: undefined, tags: [] }
}

function notWhole(file: string): Diagnostic {
  const message = `PDF and pictures show the slides without some of what ${file} draws behind them: shapes of unusual outlines, words that run upwards or in columns, tables, or pictures that are cropped or neither PNG nor JPEG`
  return plainWarning(message, { hint: 'open the .pptx for those' })
}

/** A template's own words as texts of an SVG, set in the theme's fonts where the shape has them. */
export function setTemplateWords({ box, isWrapped, anchor, paragraphs }: ShapeWords, fonts: Fonts): string {
  const natural = paragraphs.map(({ text, ...look }) => naturalWidth([{ text }], getStyle(look), fonts))
  // A frame that was drawn round its words by another program's widths would break them.
  const width = isWrapped ? box.width * 1.02 : Math.max(box.width, ...natural) + 1
  const broken = paragraphs.map(({ text, ...look }) =>
    breakText(
      text.split(/(\n)/).map((part) => ({ text: part })),
      getStyle(look),
      width,
      fonts,
    ),
  )
  const spare = box.height - broken.reduce((sum, { height }) => sum + height, 0)
  let top = box.y + spare * { top: 0, middle: 0.5, bottom: 1 }[anchor]
  return broken
    .flatMap((text, index) => {
      const outside = (width - box.width) * { left: 0, center: 0.5, right: 1 }[text.style.align]
      const { lines } = placeText(text, box.x - outside, top, fonts, { tags: [] })
      top += text.height
      const look = `font-family="${fonts.family(text.style)}" font-size="${text.style.size}" font-weight="${text.style.weight === 'bold' ? 700 : 400}" font-style="${text.style.italic ? 'italic' : 'normal'}" fill="${paragraphs[index]?.color}"`
      return lines.flatMap(({ baseline, runs }) =>
        runs.map((run) => `<text x="${run.x}" y="${baseline}" ${look}>${escapeText(run.text)}</text>`),
      )
    })
    .join('')
}

function getStyle(look: Omit<WordsParagraph, 'text' | 'color'>): TextStyle {
  return { ...look, leading: look.size * 1.2, color: 'ink' }
}
