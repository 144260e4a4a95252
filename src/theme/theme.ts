import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as z from 'zod'
import { entry } from '../dataset/read/schema.ts'
import { splitFace } from './font-face.ts'
import { findFontNamed, fontFolders, isFontName } from './system-fonts.ts'

const hexColor = z
  .string({ error: 'a colour in quotes, such as "#0f5499"' })
  .regex(/^#[0-9a-f]{6}$/i, { error: 'a colour, such as #0f5499' })

/** A number of points between two, which are allowed too. */
function pointsFrom(least: number, most: number) {
  const error = `points, from ${least} to ${most}`
  return z.number({ error }).min(least, { error }).max(most, { error })
}

/** What a reader can still see, and what a slide can still hold a word of. */
const typeSize = pointsFrom(4, 400)
/** PowerPoint's own limits: 1 and 56 inches. */
const side = pointsFrom(72, 4032)
const space = z
  .number({ error: 'points, above 0' })
  .positive({ error: 'points, above 0' })
  .max(2000, { error: 'points, at most 2000' })
const columns = z.int({ error: 'a number of columns' }).min(1, { error: 'at least 1' }).max(24, { error: 'at most 24' })
const name = z.string({ error: 'a text' })
const letters = z.string({ error: 'a letter, or empty' })
/** A name that fits into Windows' record of a font (LF_FACESIZE). */
const familyName = z
  .string({ error: 'the name of a font' })
  .regex(/^[^\p{Cc}]{1,31}$/u, { error: 'the name of a font, of at most 31 characters' })
const mark = z.union([letters, z.record(z.string(), letters)], { error: 'a letter, or one for each language' })

function absentSymbol(symbol: string) {
  return letters.min(1, { error: 'a symbol, such as x' }).default(symbol)
}

/** The TrueType files of one family by style: `package/path.ttf` of an installed package, or `./` and a report path. */
const fontFiles = entry({ regular: name, bold: name, italic: name, boldItalic: name })

const family = entry({
  powerpoint: familyName.describe('The family named in PowerPoint; the files must have its metrics.'),
  eastAsian: familyName.describe('Its partner for Chinese, Japanese and Korean text in PowerPoint.'),
  files: fontFiles.describe('What the PDF embeds and every text is measured with.'),
})

const margins = entry({ top: space, right: space, bottom: space, left: space })

const layoutName = name.optional()

const fallbackFont = entry({
  regular: name.describe('A TrueType file.'),
  bold: name.describe('The same in bold; the regular where not given.').optional(),
  languages: z
    .array(name, { error: 'a list of languages: [ja]' })
    .describe(
      'Languages whose words it goes before the others for: Japanese and Chinese write one character in two ways.',
    )
    .optional(),
})

/** The themes that ship: an office's, a newsroom's, one with a serif for print, a dark room's, high contrast. */
export const baseThemes = ['office', 'newsroom', 'print', 'stage', 'contrast'] as const

/** One definition for validation, the TypeScript type and JSON Schema of `templates/theme.yaml`. Sizes in points. */
export const themeSchema = entry({
  base: z
    .enum(baseThemes, { error: `one of ${baseThemes.join(', ')}` })
    .describe('Which of the themes that ship with Briefwright this is a change of; office where not given.')
    .optional(),
  colors: entry({
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
  fonts: entry({ heading: family, body: family }),
  fallback: z
    .array(fallbackFont, { error: 'a list of fonts, each { regular: FILE }' })
    .describe('Fonts for characters that the families have no glyph for (Chinese, Arabic, emoji), the first first.')
    .default([]),
  slide: entry({
    width: side,
    height: side,
    margin: margins,
    columns,
    gutter: space,
    title: typeSize,
    subtitle: typeSize,
    body: typeSize,
    bodyMinimum: typeSize.describe('Body text shrinks no further than this.'),
    small: typeSize,
    keyFigure: typeSize,
    justify: z
      .boolean({ error: 'true or false' })
      .describe(
        'Running text in Chinese and Japanese flush on both sides. Text of words stays flush left: PowerPoint parts none.',
      )
      .default(false),
  }),
  reference: name
    .describe(
      "The organisation's own template: a .pptx or .potx of the report folder. Its masters, layouts, theme and size are used.",
    )
    .optional(),
  logo: entry({
    file: name.describe('A PNG, JPEG or SVG of the report folder: ./brand/logo.svg'),
    height: space.describe('On a page, in points; on slides 1.4 times as high.').default(28),
  })
    .describe('On the cover and the back of the deck, and on the first page of a briefing.')
    .optional(),
  cover: name.describe('A picture at the right of the deck’s cover: ./pictures/cover.jpg').optional(),
  layouts: entry({
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
    'big-number': layoutName,
    comparison: layoutName,
    'three-columns': layoutName,
    timeline: layoutName,
    statement: layoutName,
    agenda: layoutName,
    appendix: layoutName,
    back: layoutName,
    picture: layoutName,
    'picture-and-text': layoutName,
    default: layoutName.describe('That of all that are not named here.'),
  })
    .describe('Which layout of the template each of ours is, by its name there, where the names differ.')
    .optional(),
  page: entry({
    size: z.enum(['A4', 'Letter'], { error: 'A4 or Letter' }),
    margin: margins,
    columns: columns.describe('The grid: columns of even width across the text area.'),
    gutter: space.describe('White space between columns.'),
    side: z
      .int({ error: 'a number of columns, or 0' })
      .min(0, { error: 'a number of columns, or 0' })
      .describe(
        'How many of the columns lie at the side of running text, for side headings and notes in the margin. 0: none; headings stand over the text, notes in boxes.',
      ),
    baseline: typeSize.describe('The baseline grid; leading of body text.'),
    title: typeSize,
    heading: typeSize,
    subheading: typeSize,
    body: typeSize,
    small: typeSize,
    keyFigure: typeSize,
    binding: pointsFrom(0, 200)
      .describe('Added to the inner margin: left of odd pages, right of even ones. 0: pages are alike.')
      .default(0),
    justify: z
      .boolean({ error: 'true or false' })
      .describe('Running text flush on both sides, words hyphenated, Chinese characters spaced. false: flush left.')
      .default(false),
    emphasis: z
      .enum(['weight', 'dots'], { error: 'weight or dots' })
      .describe('How Chinese words between asterisks are emphasized: bold, or with a dot below each character.')
      .default('weight'),
  }),
  absent: entry({
    'not stated': absentSymbol('x'),
    suppressed: absentSymbol('c'),
    'not applicable': absentSymbol('z'),
    'too small': absentSymbol('low'),
    later: absentSymbol('later'),
  })
    .describe('What tables print for a figure that is not there, by reason: x prints [x], explained below.')
    .prefault({}),
  marks: entry({ provisional: mark, revised: mark, estimated: mark, forecast: mark.default('f'), derived: mark })
    .describe('The letters that mark a number by its status: p prints [p]; or a map by language. Empty: no mark.')
    .default({ provisional: 'p', revised: 'r', estimated: 'e', forecast: 'f', derived: '' }),
})

/** A theme as it is written, and how its colours are said where a template has its own. */
export type Theme = z.infer<typeof themeSchema> & { scheme?: Scheme | undefined }
export type ColorName = keyof Theme['colors']

/** How a deck states each colour: as one of its theme, perhaps lightened or darkened; those not here are literal. */
export type Scheme = Readonly<Partial<Record<ColorName, SchemeColor>>>

export interface SchemeColor {
  /** `tx1`, `accent2`, … */
  slot: string
  /** Hundred-thousandths: lightness is multiplied by this, then the next is added (ECMA-376, 20.1.2.3.20 and 21). */
  lumMod?: number
  lumOff?: number
}

/** Widths and heights of the named paper sizes, in points. */
export const paperSizes = { A4: { width: 595.28, height: 841.89 }, Letter: { width: 612, height: 792 } } as const

const require = createRequire(import.meta.url)

/**
 * The absolute path of a theme's font file: of a package installed beside Briefwright or in the report folder, or below
 * the report folder where it starts with `./`; a name
 * without a folder is looked for in the report's fonts folder, then among the system's fonts. Throws where there is
 * none.
 */
export function resolveFontFile(font: string, reportFolder: string): string {
  const { file } = splitFace(font)
  if (file.startsWith('./')) return join(reportFolder, file)
  if (isFontName(file)) return findFontNamed(file, fontFolders(reportFolder))
  if (/^\.|^[/\\]|^[a-z]:/i.test(file)) throw new Error(`neither of a package nor of the report folder: ${file}`)
  const path = resolveInPackages(file, reportFolder)
  // Resolved, links are followed: the file must still be where the package has it.
  const inner = join(...file.split('/').slice(file.startsWith('@') ? 2 : 1))
  if (file.split('/').includes('..') || !path.endsWith(inner)) throw new Error(`leads out of its package: ${file}`)
  return path
}

function resolveInPackages(file: string, reportFolder: string): string {
  try {
    return require.resolve(file)
  } catch {
    return createRequire(join(reportFolder, 'package.json')).resolve(file)
  }
}
