import { Decimal } from 'decimal.js'
import type { BaseChart, BaseSeries } from '../../../build/base/base-types.ts'
import type { LivingChart, LivingSeries, LivingSetting, Vector } from '../../../build/base/living-types.ts'
import { childElements, childNamed, descendants, element, getText, type XmlElement } from '../../../opc/xml.ts'
import { getCategories, isOfValues } from '../../merge/merge-series.ts'
import { asLarge } from '../../write/edit-chart.ts'
import { removeElement, setAttribute, setContent, setElement } from '../../write/edit-elements.ts'
import type { PackageEditor } from '../../write/edit-package.ts'

/** The powers of ten by which a series' cells grow between builds: 4 where they counted in 亿 and now in 万. */
export function getShift(was: Pick<BaseSeries, 'vectors'>, is: Pick<BaseSeries, 'vectors'>): number {
  const multiplier = ({ vectors }: Pick<BaseSeries, 'vectors'>) => vectors.find(isOfValues)?.unitMultiplier ?? 0
  return multiplier(was) - multiplier(is)
}

const counted = ['c:val', 'c:yVal', 'c:plus', 'c:minus']

/** A series with its values in the unit that the present build counts in. */
export function recounted<T extends { vectors: readonly Vector[] }>(series: T, shift: number): T {
  if (shift === 0) return series
  return {
    ...series,
    vectors: series.vectors.map((vector) =>
      counted.includes(vector.role)
        ? { ...vector, values: vector.values.map((value) => (value === null ? null : shifted(value, shift))) }
        : vector,
    ),
  }
}

function shifted(value: string, shift: number): string {
  return /\d/.test(value) && Number.isFinite(Number(value)) ? new Decimal(value).times(`1e${shift}`).toFixed() : value
}

/** The labels of a series as the build draws them now, at the deck's size; words that people wrote stay. */
export function redrawLabels(
  editor: PackageEditor,
  series: LivingSeries,
  { was, drawn, standing }: { was: BaseSeries; drawn: LivingSeries; standing: readonly (string | null)[] },
): void {
  const [list, fresh] = [series.element, drawn.element].map((one) => childNamed(one, 'c:dLbls'))
  if (!list) return
  if (!fresh) {
    removeElement(editor, list)
    return
  }
  const byHand = handwritten(series, was)
  const isTaken = (index: number) => byHand.some((label) => label.index === index)
  const categories = getCategories(drawn)
  const labels = childElements(fresh).filter(({ name }) => name === 'c:dLbl')
  const moved = labels.flatMap((label) => {
    const index = standing.indexOf(categories[Number(childNamed(label, 'c:idx')?.attributes.val)] ?? null)
    return index < 0 || isTaken(index) ? [] : [{ index, element: atPoint(label, index) }]
  })
  const all = [...moved, ...byHand].sort((a, b) => a.index - b.index).map((label) => label.element)
  const others = childElements(fresh).filter(({ name }) => name !== 'c:dLbl')
  const written = element('c:dLbls', {}, [...all, ...others])
  setElement(editor, list, asLarge(written, drawn.element, series.element))
}

/** Words at points that are not the build's. */
export function handwritten({ labels }: LivingSeries, was: BaseSeries): LivingSeries['labels'] {
  return labels.filter(({ index, text }) => !was.labels.some((one) => one.index === index && one.text === text))
}

function atPoint({ name, attributes, children }: XmlElement, index: number): XmlElement {
  return {
    name,
    attributes,
    children: children.map((child) =>
      typeof child !== 'string' && child.name === 'c:idx' ? element('c:idx', { val: index }) : child,
    ),
  }
}

/** The number formats of a series' cells as the build has them now; returns them by role. */
export function rewriteFormats(editor: PackageEditor, series: LivingSeries, drawn: LivingSeries): Map<string, string> {
  const formats = new Map<string, string>()
  for (const { role, cache } of series.vectors.filter((vector) => counted.includes(vector.role))) {
    const [stands, now] = [cache, drawn.vectors.find((vector) => vector.role === role)?.cache].map((one) =>
      childNamed(one, 'c:formatCode'),
    )
    if (!now) continue
    formats.set(role, getText(now))
    if (stands) setContent(editor, stands, getText(now))
  }
  return formats
}

/** Sets ends, steps and numbers of an axis whose unit changed: the build's, or those people set, in the new unit. */
export function recountAxis(
  editor: PackageEditor,
  setting: LivingSetting,
  shift: number,
  { built, now }: { built: BaseChart; now: BaseChart },
): void {
  const { key, value, attribute } = setting
  const [was, is] = [built.settings[key], now.settings[key]]
  const isAsBuilt = was !== undefined && Number(was) === Number(value)
  if (attribute === 'formatCode') setAttribute(editor, setting.element, attribute, is ?? value)
  else setAttribute(editor, setting.element, attribute, isAsBuilt && is !== undefined ? is : shifted(value, shift))
}

/** The series that stand on an axis of values, the last of the two that their plot names. */
export function seriesOn(axis: XmlElement, { series }: LivingChart, root: XmlElement): LivingSeries[] {
  const id = childNamed(axis, 'c:axId')?.attributes.val
  const plots = descendants(root, 'c:plotArea')
    .flatMap(childElements)
    .filter((plot) => childElements(plot).findLast(({ name }) => name === 'c:axId')?.attributes.val === id)
  return series.filter((one) => plots.some(({ children }) => children.includes(one.element)))
}
