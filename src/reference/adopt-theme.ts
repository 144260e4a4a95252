import { type Diagnostic, type Outcome, plainWarning } from '../diagnostic.ts'
import { contrast } from '../theme/check-contrast.ts'
import type { ColorName, Scheme, SchemeColor, Theme } from '../theme/theme.ts'
import { chooseLayout } from './choose-layout.ts'
import { luminate, toHsl } from './luminate.ts'
import { groundAt, templateGrounds } from './template-art.ts'
import type { ReferenceColors, Slot, TemplateDeck } from './types.ts'

/**
 * The theme with an organisation's own colours, fonts and slide size. What good and bad news are coloured stays the
 * theme's. A typeface
 * of which the theme has no metrics is a warning: texts are measured with the theme's own.
 */
export function adoptTheme(theme: Theme, reference: TemplateDeck): Outcome<Theme> {
  const { ground, words } = contentLook(theme, reference)
  const scheme = toScheme(reference.colors, ground, words)
  return {
    value: {
      ...theme,
      colors: { ...schemeColors(theme, scheme, reference), paper: ground },
      scheme,
      fonts: { heading: adoptFont(theme, reference, 'heading'), body: adoptFont(theme, reference, 'body') },
      slide: scaledSlide(theme, reference),
    },
    diagnostics: fontFaults(theme, reference),
  }
}

/** An adopted theme for pages: in the template's colours too, dark on its lightest, for they are printed. */
export function onPaper(theme: Theme, reference: TemplateDeck): Theme {
  const { bg1, tx1 } = reference.colors
  const [ground, words] = contrast(bg1, '#000000') >= contrast(tx1, '#000000') ? [bg1, tx1] : [tx1, bg1]
  return { ...theme, colors: schemeColors(theme, toScheme(reference.colors, ground, words), reference) }
}

function schemeColors(theme: Theme, scheme: Scheme, { colors }: TemplateDeck): Theme['colors'] {
  const said = Object.entries(scheme).map(([name, color]) => [name, resolve(color, colors)])
  return { ...theme.colors, ...(Object.fromEntries(said) as Partial<Theme['colors']>) }
}

/** The slide at the template's size, type and margins in proportion. */
function scaledSlide({ slide }: Theme, { width, height }: TemplateDeck): Theme['slide'] {
  const scale = Math.min(width / slide.width, height / slide.height)
  const half = (points: number): number => Math.max(0.5, Math.round(points * scale * 2) / 2)
  const { margin } = slide
  return {
    ...slide,
    width,
    height,
    margin: { top: half(margin.top), right: half(margin.right), bottom: half(margin.bottom), left: half(margin.left) },
    gutter: half(slide.gutter),
    title: half(slide.title),
    subtitle: half(slide.subtitle),
    body: half(slide.body),
    bodyMinimum: half(slide.bodyMinimum),
    small: half(slide.small),
    keyFigure: half(slide.keyFigure),
  }
}

/**
 * The ground of charts and tables, and the colour of words there.
 * Taken from placeholders without a fill, those for content first.
 */
function contentLook(theme: Theme, reference: TemplateDeck): { ground: string; words: string } {
  const { bg1, tx1 } = reference.colors
  const layout = chooseLayout('chart-and-text', theme, reference)
  const slots = 'part' in layout ? layout.slots.filter(({ fill }) => fill === undefined) : []
  const [slot] = [...slots.filter(isForContent), ...slots.filter(({ type }) => type === 'title')]
  if (!slot || !('part' in layout)) return { ground: bg1, words: tx1 }
  const { box } = layout.slots.find(isForContent) ?? slot
  const ground = groundAt(box, templateGrounds(reference)(layout), slot) ?? bg1
  return { ground, words: slot.levels[0]?.color ?? tx1 }
}

const isForContent = ({ type }: Slot): boolean => type === 'body' || type === 'obj'

/** Our colours as shades of the organisation's, chosen so that they can be read on a ground. */
function toScheme(colors: ReferenceColors, ground: string, words: string): Scheme {
  const ink = chooseInk(colors, ground, words)
  const paper = ink === 'tx1' ? 'bg1' : 'tx1'
  const isLight = contrast(colors[ink], '#ffffff') > contrast(colors[ink], '#000000')
  const plain = (slot: keyof ReferenceColors): SchemeColor => ({ slot })
  const grey = (light: SchemeColor, dark: SchemeColor): SchemeColor => (isLight ? light : dark)
  const seen = (slot: 'accent1' | 'accent2', least: number): SchemeColor => {
    const shades = [100, 75, 50].map((part) => shaded(slot, isLight ? part : 200 - part))
    return firstReadable([...shades, plain(ink)], least, colors, ground)
  }
  const accent = seen('accent1', 3)
  const shade = resolve(accent, colors)
  const inks =
    ink === 'tx1' ? [shaded('tx1', 65, 35), shaded('tx1', 75, 25), plain('tx1')] : [shaded('bg1', 85), plain('bg1')]
  return {
    ...(colors[paper] === ground ? { paper: plain(paper) } : {}),
    ink: plain(ink),
    muted: firstReadable([...(hasQuietInk(colors, ground) ? [plain('tx2')] : []), ...inks], 4.5, colors, ground),
    rule: grey(shaded(paper, 85), shaded(paper, 75, 25)),
    panel: grey(shaded(paper, 95), shaded(paper, 90, 10)),
    context: grey(shaded(paper, 65), shaded(paper, 50, 50)),
    accent,
    accentText: seen('accent1', 4.5),
    onAccent: contrast(colors.bg1, shade) >= contrast(colors.tx1, shade) ? plain('bg1') : plain('tx1'),
    second: seen('accent2', 3),
  } satisfies Partial<Record<ColorName, SchemeColor>>
}

/**
 * Of black and white, which LibreOffice keeps even for dark templates, the readable one.
 * Of two readable, that more like the template's own words.
 */
function chooseInk(colors: ReferenceColors, ground: string, words: string): 'tx1' | 'bg1' {
  const [dark, light] = [contrast(colors.tx1, ground), contrast(colors.bg1, ground)]
  const isTurned = Math.min(dark, light) < 3 ? light > dark : contrast(colors.bg1, words) < contrast(colors.tx1, words)
  return isTurned ? 'bg1' : 'tx1'
}

/** Contrast with the paper above which words are no quieter than the ink. */
const mostQuiet = 9

/** Whether the second ink is a quiet grey where the first has a colour, which a lighter shade of it would show. */
function hasQuietInk({ tx1, tx2 }: ReferenceColors, ground: string): boolean {
  return contrast(tx2, ground) <= mostQuiet && toHsl(tx2).saturation < toHsl(tx1).saturation
}

/** Lightness times so many hundredths, and so many more. */
function shaded(slot: keyof ReferenceColors, mod: number, off?: number): SchemeColor {
  if (mod === 100 && off === undefined) return { slot }
  return { slot, lumMod: mod * 1000, ...(off === undefined ? {} : { lumOff: off * 1000 }) }
}

function firstReadable(
  choices: readonly SchemeColor[],
  least: number,
  colors: ReferenceColors,
  ground: string,
): SchemeColor {
  const found = choices.find((choice) => contrast(resolve(choice, colors), ground) >= least)
  return found ?? choices.at(-1) ?? { slot: 'tx1' }
}

function resolve({ slot, lumMod = 100_000, lumOff = 0 }: SchemeColor, colors: ReferenceColors): string {
  const hex = Object.entries(colors).find(([name]) => name === slot)?.[1] ?? '#000000'
  return luminate(hex, lumMod / 100_000, lumOff / 100_000)
}

/** Families with one set of metrics. */
const alike = [
  ['arial', 'helvetica', 'arimo', 'liberation sans'],
  ['calibri', 'carlito'],
  ['cambria', 'caladea'],
  ['times new roman', 'times', 'tinos', 'liberation serif'],
  ['georgia', 'gelasio'],
  ['courier new', 'cousine', 'liberation mono'],
]

function isAlike(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  return one === other || alike.some((family) => family.includes(one) && family.includes(other))
}

type FontUse = keyof Theme['fonts']

/** The theme's family that has the metrics of the template's typeface. */
function getMetrics(theme: Theme, { fonts }: TemplateDeck, use: FontUse): Theme['fonts'][FontUse] | undefined {
  const { latin } = fonts[use]
  return [theme.fonts[use], theme.fonts.heading, theme.fonts.body].find(({ powerpoint }) => isAlike(powerpoint, latin))
}

function adoptFont(theme: Theme, reference: TemplateDeck, use: FontUse): Theme['fonts'][FontUse] {
  const { latin, eastAsian } = reference.fonts[use]
  const own = theme.fonts[use]
  const { files } = getMetrics(theme, reference, use) ?? own
  return { ...own, powerpoint: latin || own.powerpoint, eastAsian: eastAsian || own.eastAsian, files }
}

function fontFaults(theme: Theme, reference: TemplateDeck): Diagnostic[] {
  const names = (['heading', 'body'] as const).filter(
    (use) => reference.fonts[use].latin !== '' && !getMetrics(theme, reference, use),
  )
  return names.map((use) => {
    const { latin } = reference.fonts[use]
    const measured = theme.fonts[use].powerpoint
    return plainWarning(
      `${reference.file} sets its ${use} in ${latin}, of which the theme has no metrics: measured with those of ${measured}`,
      {
        hint: `lines may break elsewhere in PowerPoint; name files with its metrics in templates/theme.yaml: fonts: { ${use}: { powerpoint: ${latin}, files: … } }`,
      },
    )
  })
}
