import type { Diagnostic } from '../../../diagnostic.ts'
import { coverText } from '../../../graphics/canvas/cover-text.ts'
import { toFontStyle } from '../../../graphics/canvas/font-style.ts'
import { compileSpec } from '../../bind/compile-spec.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath, walkSpec } from '../../spec/json/json.ts'
import { specError } from '../../spec/json/spec-file.ts'
import { property, textIn } from '../../spec/vega-places.ts'
import type { Chart } from '../../types.ts'
import type { DrawOptions } from '../draw-options.ts'
import { isCutOff, misplacedItems, overlaps, placedItems, type SceneItem, type SceneText, sceneTexts } from './scene.ts'
import { unreadMarks } from './unread-marks.ts'
import type { ViewScene } from './view-scene.ts'

/** Where nothing is drawn, this says so. */
export const nothingDrawn = 'nothing to draw: no data is left'

/** Where marks have no place, this says so. */
export const noPlace = 'marks that fall on no place'

/** Diagnostics on what is visible: nothing drawn, cut or overlapping labels, unplaced marks, missing glyphs. */
export function judgeScene(scene: ViewScene, chart: Chart, options: DrawOptions): Diagnostic[] {
  const texts = sceneTexts(scene.root, scene.origin)
  const own = chart.free
    ? judgeFree(scene, chart)
    : [...judgeFitted(scene, chart, texts), ...unread(scene, chart, options)]
  return [...own, ...misplaced(scene, chart), ...glyphFaults(chart, texts, options)]
}

function misplaced({ root }: ViewScene, chart: Chart): Diagnostic[] {
  const { length } = misplacedItems(root)
  if (length === 0) return []
  const fault = specError(chart, placeOfScale(getSpec(chart)), `${noPlace}: ${length}`)
  const hint = 'what puts them there is not a number: look at the domain and range of the scale, and at the field'
  return [{ ...fault, severity: 'warning', hint }]
}

function unread({ root }: ViewScene, chart: Chart, { theme }: DrawOptions): Diagnostic[] {
  return unreadMarks(root, compileSpec(chart).spec, theme.colors.paper).map(({ message, hint }) => ({
    ...specError(chart, placeOfData(getSpec(chart)), message),
    severity: 'warning',
    hint,
  }))
}

/** A chart that nobody has fitted to a page: its author may let labels cross. */
function judgeFree({ root, origin }: ViewScene, chart: Chart): Diagnostic[] {
  const isEmpty = !placedItems(root, origin).some(({ mark }) => mark.role === 'mark')
  return isEmpty ? [{ ...specError(chart, placeOfData(getSpec(chart)), nothingDrawn), severity: 'warning' }] : []
}

function judgeFitted({ root, natural, origin }: ViewScene, chart: Chart, texts: readonly SceneText[]): Diagnostic[] {
  const isEmpty = !placedItems(root, origin).some(({ mark }) => mark.role === 'mark')
  const box = `${Math.round(natural.width)} × ${Math.round(natural.height)} points`
  const cutOff = getFirst(
    texts.filter((text) => isCutOff(text.box, natural)),
    (label, more) => ({
      ...specError(
        chart,
        placeOfText(getSpec(chart), label),
        `label does not fit the drawing (${box}): ${label.text}${more}`,
      ),
      hint: label.mark.role?.startsWith('legend')
        ? 'break its row in the spec: "legend": { "columns": 3 }, or set it beside the plot: "orient": "right"'
        : 'make room in the spec: a shorter label, another place, or a larger box',
    }),
  )
  const crossing = getFirst(overlaps(texts), ([one, other], more) => ({
    ...specError(
      chart,
      placeOfText(getSpec(chart), one),
      `labels lie on each other (${box}): ${one.text} | ${other.text}${more}`,
    ),
    severity: 'warning' as const,
  }))
  return [...(isEmpty ? [specError(chart, placeOfData(getSpec(chart)), nothingDrawn)] : []), ...cutOff, ...crossing]
}

/** As it stands in its file. Read for diagnostics only, which are rare. */
function getSpec({ text }: Chart): JsonObject {
  return JSON.parse(text)
}

/** A few diagnostics of a kind; the last of them says how many more there are. */
function getFirst<T>(found: readonly T[], toDiagnostic: (one: T, more: string) => Diagnostic): Diagnostic[] {
  const rest = found.length - mostOfAKind
  return found
    .slice(0, mostOfAKind)
    .map((one, index) => toDiagnostic(one, rest > 0 && index === mostOfAKind - 1 ? `, and ${rest} more` : ''))
}

const mostOfAKind = 5

function glyphFaults(chart: Chart, texts: readonly SceneText[], options: DrawOptions): Diagnostic[] {
  const glyphs = missingGlyphs(texts, options)
  if (glyphs.length === 0) return []
  const place = placeOfCharacter(getSpec(chart), glyphs[0] ?? '')
  const fault = specError(chart, place, `the theme's fonts have no glyph for: ${glyphs.join(' ')}`)
  const hint = 'name a font that has it under fallback: in the theme, or use other characters'
  const lacks = glyphs.map((character) => ({ character, text: chart.file, place: chart.place }))
  return [{ ...fault, hint, lacks }]
}

/** The characters that would print as boxes. */
function missingGlyphs(texts: readonly SceneText[], { theme, fonts }: DrawOptions): string[] {
  // Breaks between lines, and tabs, are not printed.
  const missing = texts.flatMap(({ text, item }) =>
    coverText(text.replaceAll(/[\n\r\t]/g, ' '), toFontStyle(theme, cssFont(item)), fonts).flatMap((piece) =>
      fonts.missing(piece.text, piece.style),
    ),
  )
  return [...new Set(missing)]
}

function cssFont({ font = '', fontSize = 11, fontWeight, fontStyle }: SceneItem) {
  return { family: font, size: fontSize, weight: fontWeight, style: fontStyle }
}

/** The part of a spec that draws a text: its own words where found, else its mark, or the encoding of its axis. */
function placeOfText(spec: JsonObject, { text, mark }: SceneText): JsonPath {
  const written = textIn(walkSpec(spec), (words) => words === text)
  if (written) return written
  if (mark.role === 'mark') return placeOfMark(spec, mark.name ?? '')
  if (mark.role?.startsWith('legend')) return property(spec, 'legend') ?? property(spec, 'encoding') ?? []
  return mark.role?.startsWith('axis') ? (property(spec, 'encoding') ?? []) : []
}

/** The text of a spec that has a character in it; its beginning where that comes from data. */
function placeOfCharacter(spec: JsonObject, character: string): JsonPath {
  return textIn(walkSpec(spec), (words) => words.includes(character)) ?? []
}

/** What leaves a chart without data: its filters, else where they come from. */
function placeOfData(spec: JsonObject): JsonPath {
  return property(spec, 'transform') ?? property(spec, 'data') ?? []
}

/** What puts marks in their places: the first domain that a spec sets, else its encoding. */
function placeOfScale(spec: JsonObject): JsonPath {
  return property(spec, 'domain') ?? property(spec, 'encoding') ?? property(spec, 'encode') ?? []
}

/** Vega-Lite names marks by their view's path, `concat_0_layer_1_marks`; layers that it makes itself are one mark. */
function placeOfMark(spec: JsonObject, name: string): JsonPath {
  let path: JsonPath = []
  let view: Json | undefined = spec
  for (const [step] of name.matchAll(/(layer|concat)_\d+|child/g)) {
    const [kind = '', index] = step.split('_')
    const keys = kind === 'concat' ? ['concat', 'hconcat', 'vconcat'] : [kind === 'child' ? 'spec' : kind]
    const found: string | undefined = isJsonObject(view)
      ? keys.find((key) => isJsonObject(view) && key in view)
      : undefined
    if (found === undefined || !isJsonObject(view)) break
    path = index === undefined ? [...path, found] : [...path, found, Number(index)]
    view = index === undefined ? view[found] : Reflect.get(Object(view[found]), index)
  }
  return isJsonObject(view) && 'mark' in view ? [...path, 'mark'] : path
}
