import type { Diagnostic } from '../../../diagnostic.ts'
import { isLinkAddress } from '../../../files/link-address.ts'
import { placedItems, type SceneMark } from '../../draw/scene/scene.ts'
import { vegaDiagnostic } from '../../draw/vega/vega-log.ts'
import type { Chart } from '../../types.ts'

/** Errors for links that no reader should follow. They are taken out of the scene: Vega's own refusal of them would end the process. */
export function refuseLinks(root: SceneMark, chart: Chart): Diagnostic[] {
  const refused = placedItems(root, [0, 0]).flatMap(({ item }) => {
    const { href } = item
    if (!href || isLinkAddress(href)) return []
    item.href = undefined
    return [href]
  })
  return [...new Set(refused)].map((href) => ({
    ...vegaDiagnostic(chart, 'error', ['link refused', href]),
    expected: 'an http, https or mailto address',
  }))
}
