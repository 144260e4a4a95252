import type { Fonts } from '../../fonts/fonts.ts'
import { breakText, naturalWidth, placeText } from '../../layout/text/set-text.ts'
import type { TextStyle } from '../../layout/types.ts'
import { escapeText } from '../../opc/xml.ts'
import type { ShapeWords, WordsParagraph } from '../../reference/template-words.ts'

/** A template's own words as texts of an SVG, set in the theme's fonts where the shape has them. */
export function setTemplateWords({ box, isWrapped, anchor, paragraphs }: ShapeWords, fonts: Fonts): string {
  const natural = paragraphs.map(({ text, ...look }) => naturalWidth([{ text }], styleOf(look), fonts))
  // A frame that was drawn round its words by another program's widths would break them.
  const width = isWrapped ? box.width * 1.02 : Math.max(box.width, ...natural) + 1
  const broken = paragraphs.map(({ text, ...look }) =>
    breakText(
      text.split(/(\n)/).map((part) => ({ text: part })),
      styleOf(look),
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

function styleOf(look: Omit<WordsParagraph, 'text' | 'color'>): TextStyle {
  return { ...look, leading: look.size * 1.2, color: 'ink' }
}
