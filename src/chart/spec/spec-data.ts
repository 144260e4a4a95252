import type { Dataset } from '../../dataset/types.ts'
import { dataNames } from '../bind/bind.ts'
import { namedSeries } from '../bind/rows/rows.ts'
import { walkObjects } from './json/json.ts'
import { parseSpec, type SpecFile } from './json/spec-file.ts'

/** The names of a spec's data, such as `netizens`; undefined where it cannot be read. */
export function getDataNames(source: SpecFile): string[] | undefined {
  const { value: spec } = parseSpec(source)
  return spec && dataNames(spec).map(([name]) => name)
}

/** Whether a spec reads files, which may change when it does not. */
export function namesFiles(source: SpecFile): boolean {
  const { value: spec } = parseSpec(source)
  return spec === undefined || walkObjects(spec).some(([object]) => 'url' in object)
}

/** The indicators that such names mean; undefined where the dataset does not know one. */
export function knownIndicators(names: readonly string[], dataset: Dataset): string[] | undefined {
  const named = names.map((name) => namedSeries(dataset, name))
  return named.every(({ unknown }) => unknown.length === 0) ? named.flatMap(({ ids }) => ids) : undefined
}
