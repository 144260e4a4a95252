import { derived } from '../memory/derived.ts'
import { type Memory, noMemory } from '../memory/memory.ts'
import { AskedObservations } from './asked-observations.ts'
import { getObservations } from './find.ts'
import type { Dataset } from './types.ts'

/**
 * Remembers a stage's result for its inputs and a dataset,
 * until the inputs, the set of figures, or a figure that it asked for changes.
 */
export type FiguresMemory = <T>(stage: string, inputs: () => readonly unknown[], make: (dataset: Dataset) => T) => T

interface Made {
  /** Of which series it asked figures. */
  series: readonly string[]
  /** Stands for what these were. */
  figures: object
  value: unknown
}

const watched = derived((dataset: Dataset) => {
  const observations = new AskedObservations(dataset)
  const keys = [...dataset.observations.values()].map(({ key, since }) => [key, since])
  return { observations, asked: { ...dataset, observations }, frame: { ...dataset, observations: keys } }
})

export function createFiguresMemory(memory: Memory, dataset: Dataset): FiguresMemory {
  if (memory === noMemory) return (_stage, _inputs, make) => make(dataset)
  const { observations, asked, frame } = watched(dataset)
  const getFigures = (series: readonly string[]) =>
    memory.remember(
      'figures',
      () => series.map((one) => getObservations(dataset, one)),
      () => ({}),
    )
  return (stage, inputs, make) => {
    const last = memory.remember(
      stage,
      () => [...inputs(), frame],
      (): { made?: Made } => ({}),
    )
    if (last.made && last.made.figures === getFigures(last.made.series))
      return last.made.value as ReturnType<typeof make>
    observations.series.clear()
    const value = make(asked)
    const series = [...observations.series]
    last.made = { series, figures: getFigures(series), value }
    return value
  }
}
