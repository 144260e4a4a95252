import type { BaseChart } from '../../../build/base/base-types.ts'
import type { LivingDrawing } from '../../../build/base/living-types.ts'
import { drawnText } from '../../../build/base/read-living-chart.ts'
import { pairLeft } from '../../../dataset/likest.ts'
import { childNamed, descendants, elementXml } from '../../../opc/xml.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { mergeLoose } from '../../merge/merge-loose.ts'
import { insert, removeElement, setElement } from '../../write/edit-elements.ts'
import { editText } from '../../write/edit-text.ts'
import { entriesFor } from '../texts/refresh-texts.ts'
import { noted, type RefreshEntry, type Refreshing, updated } from '../types.ts'
import type { MatchedChart } from './gain-series.ts'

type BaseDrawing = BaseChart['drawings'][number]

/**
 * Moves drawings on a chart, such as dates below an axis, to the present build's places.
 * What people moved stays there; what they wrote follows its figures.
 */
export function refreshDrawings({ chart, built, now, drawn }: MatchedChart, refreshing: Refreshing): RefreshEntry[] {
  const later = pairByText(built.drawings, now.drawings)
  const used = new Set<BaseDrawing>()
  const entries = chart.drawings.flatMap((own): RefreshEntry[] => {
    const was = built.drawings.find(
      (one) => !used.has(one) && normalizedText(one.text) === normalizedText(drawnText(own)),
    )
    if (!was)
      return own.texts.flatMap((text) => entriesFor(text, mergeLoose(text.text, text.text, refreshing), refreshing))
    used.add(was)
    const is = later.get(was)
    const shown = drawn?.drawings[is === undefined ? -1 : now.drawings.indexOf(is)]
    return follow(own, was, shown, chart, refreshing)
  })
  const reached = new Set([...later.values()])
  const fresh = now.drawings.flatMap((one, index) => (reached.has(one) ? [] : (drawn?.drawings[index] ?? [])))
  return [...entries, ...putIn(fresh, chart, refreshing)]
}

/** The same words, else the same place. */
function pairByText(was: readonly BaseDrawing[], is: readonly BaseDrawing[]): Map<BaseDrawing, BaseDrawing> {
  const pairs = new Map<BaseDrawing, BaseDrawing>()
  pairLeft(pairs, was, is, (one, other) => other.text === one.text)
  pairLeft(pairs, was, is, (one, other) => isSamePlace(other.box, one.box))
  return pairs
}

/** Parts of the chart's sides, which LibreOffice writes by its own grid. */
function isSamePlace(a: string, b: string): boolean {
  const [corners, others] = [a, b].map((box) => box.split(' ').map(Number))
  return corners?.every((corner, index) => Math.abs(corner - (others?.[index] ?? 0)) < 0.002) ?? false
}

function follow(
  own: LivingDrawing,
  was: BaseDrawing,
  shown: LivingDrawing | undefined,
  chart: MatchedChart['chart'],
  { editor }: Refreshing,
): RefreshEntry[] {
  const { element, box } = own
  const [before, after] = [drawnText(own), shown ? drawnText(shown) : '']
  if (!shown) removeElement(editor, element)
  else if (isSamePlace(box, was.box) && shown.box !== box) {
    for (const name of ['cdr:from', 'cdr:to']) {
      const [corner, moved] = [childNamed(element, name), childNamed(shown.element, name)]
      if (corner && moved) setElement(editor, corner, elementXml(moved))
    }
  }
  if (normalizedText(before) === normalizedText(after)) return []
  if (shown) writeLines(own, shown, editor)
  return [updated(chart, before, after)]
}

/** Line by line, as these look; in other lines than before, as the build sets them. */
function writeLines({ element, texts }: LivingDrawing, shown: LivingDrawing, editor: Refreshing['editor']): void {
  if (texts.length === shown.texts.length) {
    for (const [index, { text }] of shown.texts.entries()) {
      const line = texts[index]
      if (line && line.text !== text) editText(editor, line, [{ start: 0, end: line.text.length, text }])
    }
    return
  }
  const [body, built] = [element, shown.element].map((one) => descendants(one, 'cdr:txBody')[0])
  if (body && built) setElement(editor, body, elementXml(built))
}

/** What the build draws more, beside what is drawn there. */
function putIn(fresh: readonly LivingDrawing[], chart: MatchedChart['chart'], { editor }: Refreshing): RefreshEntry[] {
  const { slide, item, drawings } = chart
  const last = drawings.at(-1)
  if (fresh.length === 0) return []
  const words = fresh.map(drawnText).join(', ')
  if (!last) return [noted(chart, `slide ${slide}: the report draws more on ${item} now: ${words}`)]
  const taken = Math.max(...drawings.map(({ element }) => getId(elementXml(element))))
  const xml = fresh.map(({ element }, index) =>
    elementXml(element).replace(/(<cdr:cNvPr id=")\d+/, `$1${taken + 1 + index}`),
  )
  insert(editor, last.element, 'end', xml.join(''))
  return fresh.map((one) => updated(chart, '', drawnText(one)))
}

function getId(xml: string): number {
  return Number(/<cdr:cNvPr id="(\d+)/.exec(xml)?.[1] ?? 1)
}
