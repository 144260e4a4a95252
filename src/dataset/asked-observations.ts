import type { Dataset, Observation } from './types.ts'

/** The observations of a dataset, recording which series are asked for; asking which keys exist does not count. */
export class AskedObservations extends Map<string, Observation> {
  readonly series = new Set<string>()
  readonly whole: Dataset

  constructor(whole: Dataset) {
    super(whole.observations)
    this.whole = whole
  }

  ask(series: string): void {
    this.series.add(series)
  }

  override get(key: string): Observation | undefined {
    const observation = super.get(key)
    if (observation) this.ask(observation.series)
    return observation
  }

  override entries() {
    return this.all().entries()
  }

  override values() {
    return this.all().values()
  }

  override forEach(look: (observation: Observation, key: string, all: Map<string, Observation>) => void) {
    this.all().forEach(look)
  }

  override [Symbol.iterator]() {
    return this.entries()
  }

  private all(): Map<string, Observation> {
    for (const { series } of this.whole.observations.values()) this.ask(series)
    return new Map(this.whole.observations)
  }
}

/** The dataset that one which notes what is asked of it stands for, or itself. */
export function getWholeDataset(dataset: Dataset): Dataset {
  return dataset.observations instanceof AskedObservations ? dataset.observations.whole : dataset
}
