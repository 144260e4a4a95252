import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

const hexColor = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour, such as #0f5499')
const points = z.number().positive()

/** The files of one family, by style; `package/path.ttf` of an installed package, or a path below the report folder that starts with `./`. TrueType outlines. */
const fontFiles = z.strictObject({ regular: z.string(), bold: z.string(), italic: z.string(), boldItalic: z.string() })

const family = z.strictObject({
  powerpoint: z.string().describe('The family that PowerPoint is told; the files must have its metrics.'),
  eastAsian: z.string().describe('Its partner for Chinese, Japanese and Korean text in PowerPoint.'),
  files: fontFiles.describe('What the PDF embeds and every text is measured with.'),
})

const margins = z.strictObject({ top: points, right: points, bottom: points, left: points })

/** One definition gives validation, the TypeScript type and the JSON Schema of `templates/theme.yaml`. Sizes in points. */
export const themeSchema = z.strictObject({
  colors: z.strictObject({
    paper: hexColor.describe('Background.'),
    ink: hexColor.describe('Text.'),
    muted: hexColor.describe('Captions, sources, axis labels.'),
    rule: hexColor.describe('Hairlines and grid.'),
    panel: hexColor.describe('Background of cards and notes.'),
    accent: hexColor.describe('The one accent.'),
    accentText: hexColor.describe('The accent, dark enough for small text.'),
    onAccent: hexColor.describe('Text on the accent.'),
    context: hexColor.describe('Bars and lines that are not the point.'),
    second: hexColor.describe('A second series beside the accent.'),
    good: hexColor,
    bad: hexColor,
  }),
  fonts: z.strictObject({ heading: family, body: family }),
  slide: z.strictObject({
    width: points,
    height: points,
    margin: margins,
    columns: z.int().positive(),
    gutter: points,
    title: points,
    subtitle: points,
    body: points,
    bodyMinimum: points.describe('Body text shrinks no further than this.'),
    small: points,
    keyFigure: points,
  }),
  page: z.strictObject({
    size: z.enum(['A4', 'Letter']),
    margin: margins,
    columns: z.int().positive(),
    gutter: points,
    baseline: points.describe('The baseline grid; leading of body text.'),
    title: points,
    heading: points,
    subheading: points,
    body: points,
    small: points,
    keyFigure: points,
  }),
})

export type Theme = z.infer<typeof themeSchema>
export type ColorName = keyof Theme['colors']

/** Widths and heights of the named paper sizes, in points. */
export const paperSizes = { A4: { width: 595.28, height: 841.89 }, Letter: { width: 612, height: 792 } } as const

const require = createRequire(import.meta.url)

/** The absolute path of a theme's font file: of an installed package, or below the report folder where it starts with `./`. Throws where there is none. */
export function resolveFontFile(file: string, reportFolder: string): string {
  return file.startsWith('./') ? join(reportFolder, file) : require.resolve(file)
}
