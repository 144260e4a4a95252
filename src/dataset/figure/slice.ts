import type { Dataset } from '../types.ts'

/** The dataset with no other observations and checks than those of some series: all that a stage may know which is made of them alone. */
export function sliceDataset(dataset: Dataset, series: Iterable<string>): Dataset {
  const kept = new Set(series)
  const observations = [...dataset.observations].filter(([, observation]) => kept.has(observation.series))
  return { ...dataset, observations: new Map(observations), checks: [] }
}
