import type { Size } from '../../graphics/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { compileSpec } from '../bind/compile-spec.ts'
import { countItems } from '../draw/scene/scene.ts'
import { viewScene } from '../draw/scene/view-scene.ts'
import type { View } from '../draw/vega/vega.ts'
import type { Chart } from '../types.ts'
import type { ScaleFunction } from './facts/facts.ts'
import { toNativeChart } from './native.ts'
import type { Native } from './native-types.ts'

/** A series of a chart in Office has room for 32,000 points, and its pane for data grows slow before. */
const mostPoints = 32_000

/** What PowerPoint can make of a view at a size; before its scene is pruned for drawing, for labels that Vega hides still name categories. */
export function viewToNative(view: View, chart: Chart, size: Size, theme: Theme): Native {
  if (chart.free?.grammar === 'vega') return { type: 'picture', reason: 'it is a Vega spec', asked: false }
  const scene = viewScene(view)
  const points = countItems(scene.root)
  if (points > mostPoints)
    return { type: 'picture', reason: `it has more points than PowerPoint can work with: ${points}`, asked: false }
  const { heading, body } = theme.fonts
  return toNativeChart({
    ...scene,
    spec: compileSpec(chart).spec,
    // Vega's types do not say what its scales are.
    scale: (name) => view.scale(name) as ScaleFunction,
    size,
    language: chart.language,
    headingFamily: heading.powerpoint === body.powerpoint ? undefined : heading.powerpoint,
  })
}
