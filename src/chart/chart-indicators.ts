import type { Dataset } from '../dataset/types.ts'
import { dataNames } from './bind.ts'
import { namedIndicators } from './rows.ts'
import { parseSpec, type SpecFile } from './spec-file.ts'

/** The indicators that a spec's data name; undefined where it cannot be read, or names what the dataset does not know. */
export function chartIndicators(source: SpecFile, dataset: Dataset): string[] | undefined {
  const { value: spec } = parseSpec(source)
  const named = spec && dataNames(spec).map(([name]) => namedIndicators(dataset, name))
  return named?.every(({ unknown }) => unknown.length === 0) ? named.flatMap(({ ids }) => ids) : undefined
}
