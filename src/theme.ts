import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as z from 'zod'

const hexColor = z
  .string({ error: 'a colour in quotes, such as "#0f5499"' })
  .regex(/^#[0-9a-f]{6}$/i, { error: 'a colour, such as #0f5499' })
const points = z.number({ error: 'points, above 0' }).positive({ error: 'points, above 0' })
const columns = z.int({ error: 'a number of columns' }).positive({ error: 'at least 1' })
const name = z.string({ error: 'a text' })
const letters = z.string({ error: 'a letter, or empty' })
const mark = z.union([letters, z.record(z.string(), letters)], { error: 'a letter, or one for each language' })

/** A map with these keys and no others. */
function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `one of ${keys}` : `a map of ${keys}`),
  })
}

/** The files of one family, by style; `package/path.ttf` of an installed package, or a path below the report folder that starts with `./`. TrueType outlines. */
const fontFiles = section({ regular: name, bold: name, italic: name, boldItalic: name })

const family = section({
  powerpoint: name.describe('The family that PowerPoint is told; the files must have its metrics.'),
  eastAsian: name.describe('Its partner for Chinese, Japanese and Korean text in PowerPoint.'),
  files: fontFiles.describe('What the PDF embeds and every text is measured with.'),
})

const margins = section({ top: points, right: points, bottom: points, left: points })

const layoutName = name.optional()

const fallbackFont = section({
  regular: name.describe('A TrueType file.'),
  bold: name.describe('The same in bold; the regular where not given.').optional(),
})

/** One definition gives validation, the TypeScript type and the JSON Schema of `templates/theme.yaml`. Sizes in points. */
export const themeSchema = section({
  colors: section({
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
  fonts: section({ heading: family, body: family }),
  fallback: z
    .array(fallbackFont, { error: 'a list of fonts, each { regular: FILE }' })
    .describe('Fonts for characters that the families have no glyph for (Chinese, Arabic, emoji), the first first.')
    .default([]),
  slide: section({
    width: points,
    height: points,
    margin: margins,
    columns,
    gutter: points,
    title: points,
    subtitle: points,
    body: points,
    bodyMinimum: points.describe('Body text shrinks no further than this.'),
    small: points,
    keyFigure: points,
  }),
  reference: name
    .describe(
      "The organisation's own template: a .pptx or .potx of the report folder. Its masters, layouts, theme and size are used.",
    )
    .optional(),
  layouts: section({
    title: layoutName,
    section: layoutName,
    'key-figures': layoutName,
    chart: layoutName,
    'chart-and-text': layoutName,
    'two-charts': layoutName,
    table: layoutName,
    quote: layoutName,
    text: layoutName,
    closing: layoutName,
    default: layoutName.describe('That of all that are not named here.'),
  })
    .describe('Which layout of the template each of ours is, by its name there, where the names differ.')
    .optional(),
  page: section({
    size: z.enum(['A4', 'Letter'], { error: 'A4 or Letter' }),
    margin: margins,
    columns,
    gutter: points,
    baseline: points.describe('The baseline grid; leading of body text.'),
    title: points,
    heading: points,
    subheading: points,
    body: points,
    small: points,
    keyFigure: points,
    binding: z
      .number({ error: 'points, 0 or more' })
      .min(0, { error: 'points, 0 or more' })
      .describe('Added to the inner margin: left of odd pages, right of even ones. 0: pages are alike.')
      .default(0),
    justify: z
      .boolean({ error: 'true or false' })
      .describe('Running text flush on both sides, words hyphenated. false: flush left.')
      .default(false),
  }),
  marks: section({ provisional: mark, revised: mark, estimated: mark, derived: mark })
    .describe('The letters that mark a number by its status: p prints [p]; or a map by language. Empty: no mark.')
    .default({ provisional: 'p', revised: 'r', estimated: 'e', derived: '' }),
})

/** A theme as it is written, and how its colours are said where a template has its own. */
export type Theme = z.infer<typeof themeSchema> & { scheme?: Scheme | undefined }
export type ColorName = keyof Theme['colors']

/** How each colour is said in a deck: a colour of its theme, perhaps lightened or darkened, so that it follows the theme. Those that are not here are literal. */
export type Scheme = Readonly<Partial<Record<ColorName, SchemeColor>>>

export interface SchemeColor {
  /** `tx1`, `accent2`, … */
  slot: string
  /** Parts of a hundred thousand that lightness is multiplied with, and that are added then (ECMA-376, 20.1.2.3.20 and 21). */
  lumMod?: number
  lumOff?: number
}

/** Widths and heights of the named paper sizes, in points. */
export const paperSizes = { A4: { width: 595.28, height: 841.89 }, Letter: { width: 612, height: 792 } } as const

const require = createRequire(import.meta.url)

/** The absolute path of a theme's font file: of an installed package, or below the report folder where it starts with `./`. Throws where there is none. */
export function resolveFontFile(file: string, reportFolder: string): string {
  if (file.startsWith('./')) return join(reportFolder, file)
  if (/^\.|^[/\\]|^[a-z]:/i.test(file)) throw new Error(`neither of a package nor of the report folder: ${file}`)
  return require.resolve(file)
}
