import type { Diagnostic } from '../../diagnostic.ts'
import type { Setting } from '../text/setting.ts'

/**
 * A part of a document laid out by itself, so that a build after another lays out only the parts that changed. It is
 * made from its inputs
 * and the setting alone; `name` is its own in the document, and begins the ids of its structure elements.
 */
export function layoutApart<T>(
  name: string,
  inputs: readonly unknown[],
  setting: Setting,
  make: (setting: Setting) => T,
): T {
  const { memory, report } = setting
  const outer = { ...setting, memory: undefined, nextId: undefined, report: undefined }
  const { value, diagnostics } = memory.remember('lay out', [name, inputs, outer], () => {
    const diagnostics: Diagnostic[] = []
    let ids = 0
    const own = {
      ...setting,
      nextId: () => `${name}.${++ids}`,
      report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic),
    }
    return { value: make(own), diagnostics }
  })
  for (const diagnostic of diagnostics) report(diagnostic)
  return value
}
