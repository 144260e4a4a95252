import type { Dataset } from '../types.ts'

/** The dataset with no other observations and checks than those of some indicators: all that a stage may know which is made of them alone. */
export function sliceDataset(dataset: Dataset, indicators: Iterable<string>): Dataset {
  const kept = new Set(indicators)
  const observations = [...dataset.observations].filter(([, { indicator }]) => kept.has(indicator))
  return { ...dataset, observations: new Map(observations), checks: [] }
}
