import type { Dataset, Observation, Source } from '../../../dataset/types.ts'

/** Sources of observations, each once, primary first, then by first use; of derived ones, those of their inputs. */
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
