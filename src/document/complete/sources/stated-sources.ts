import type { Dataset, Observation, Source } from '../../../dataset/types.ts'

/** The sources of observations, each once, primary first, else in the order of first use; of a derived observation, those of the figures that it was computed from. */
export function statedSources(dataset: Dataset, observations: readonly Observation[]): Source[] {
  const ids = new Set(observations.flatMap((observation) => sourceIds(dataset, observation)))
  const sources = [...ids].flatMap((id) => dataset.sources.get(id) ?? [])
  return [...sources.filter(({ kind }) => kind === 'primary'), ...sources.filter(({ kind }) => kind !== 'primary')]
}

function sourceIds(dataset: Dataset, { statement, inputs }: Observation): string[] {
  if (statement) return [statement.source]
  return inputs.flatMap((input) => {
    const observation = dataset.observations.get(input)
    return observation ? sourceIds(dataset, observation) : []
  })
}
