import type { Dataset, Observation } from '../../src/dataset/types.ts'

/** The figures that the report's newest primary source states: what the report is there to say. */
export function statedFigures({ sources, observations }: Dataset): Observation[] {
  const primary = [...sources].filter(([, { kind }]) => kind === 'primary')
  const [newest] = primary
    .sort(([, a], [, b]) => (b.published ?? '').localeCompare(a.published ?? ''))
    .map(([id]) => id)
  return [...observations.values()].filter(({ statement }) => statement && statement.source === newest)
}
