import type { Dataset } from '../types.ts'

/** The dataset with no other observations and checks than those of some series, and without what the report is called: all that a stage may know which is made of them alone. Charts of a report's variants are the same ones so far as their figures are. */
export function sliceDataset(dataset: Dataset, series: Iterable<string>, knowsVariant: boolean): Dataset {
  const { report, variant } = dataset
  const kept = new Set(series)
  const observations = [...dataset.observations].filter(([, observation]) => kept.has(observation.series))
  return {
    ...dataset,
    report: { ...report, id: '', title: {}, subtitle: undefined, publisher: {}, author: undefined, geography: {} },
    variant: knowsVariant && variant ? { id: '', categories: variant.categories, values: {} } : undefined,
    observations: new Map(observations),
    checks: [],
  }
}
